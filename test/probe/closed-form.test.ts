/** Guesses of closed forms: found where the bracket is short enough, and seldom where there is none. */
import { expect, test } from 'vitest';
import { closedForm } from '../../src/probe/closed-form.ts';

test.each([
  [6 - 2 * Math.sqrt(7), 0.5, 1, '6 - 2*sqrt(7)'],
  [Math.sqrt(5) - 1, 1, 2, '-1 + sqrt(5)'],
  [Math.SQRT1_2, 0.5, 1, 'sqrt(2)/2'],
  [16, 16, 32, '16'],
  [Math.PI / 2, 1, 2, 'pi/2'],
  [3 / 8, 0, 1, '3/8'],
  [2 / Math.E, 0.5, 1, '2*exp(-1)'],
])('%f in a bracket of 2·10⁻⁵', (x, from, to, text) => {
  expect(closedForm(x - 1e-5, x + 1e-5, from, to)?.text).toBe(text);
  expect(closedForm(-x - 1e-5, -x + 1e-5, -from, -to)?.text).toBe(`-(${text})`);
});

test('a wide bracket gives no guess', () => {
  expect(closedForm(0.7, 0.72, 0.5, 1)).toBeUndefined();
});

test('a number without a short closed form is given one less often than one time in ten', () => {
  let guesses = 0;
  for (let i = 1; i <= 1000; i++) {
    const x = 0.5 + ((i * 0.7548776662) % 0.5);
    if (closedForm(x, x + 3e-5, 0.5, 1)) guesses++;
  }
  expect(guesses).toBeLessThan(100);
});
