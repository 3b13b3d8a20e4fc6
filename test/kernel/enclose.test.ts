/** What an enclosure shows of a box, and what it has to refuse: x in [1, 2], y in [3, 4], z and u in [−1, 1], p = 1. */
import { expect, test } from 'vitest';
import { add, postorder, pow, type Term } from '../../src/expr/term.ts';
import * as k from '../../src/kernel/index.ts';
import { rational } from '../../src/number/rational.ts';
import { r, t } from './tools.ts';

const range = (x: string, lo: number, hi: number): k.Range => ({ variable: t(x), lo: rational(lo), hi: rational(hi) });
const box = [range('x', 1, 2), range('y', 3, 4), range('z', -1, 1), range('u', -1, 1), range('p', 1, 1)];

test.each([
  ...['x^3 <= 8', 'x^(1/3) <= 2', 'sqrt(x) < 2', 'x + y <= 6', 'x - y < 0', 'x*y <= 8', 'y/x <= 4', '-x < 0'],
  ...['exp(x) <= 8', 'log(x) < 1', 'sin(x) <= 2', 'cosh(z) < 2', '0 <= z*z', 'p <= 1', '0 <= x^(-1)', '2 <= x + x'],
])('shown: %s', (p) => {
  expect(k.enclose(box, r(p)).statement.shows).toBe(r(p));
});
test.each([
  '0 <= z*u',
  '0 <= z^3',
  'x <= 1',
  '-2 <= sqrt(z)',
  'sqrt(z) <= 2',
  'log(z) < 2',
  '0 < z*z',
  'x <= w',
  'w <= w',
])('refused: %s', (p) => {
  expect(() => k.enclose(box, r(p))).toThrow(k.Refused);
});
test('2 to 4096 bits, whole ones', () => {
  for (const bits of [2, 53, 4096]) expect(k.enclose(box, r('0 < y'), bits).statement.shows).toBe(r('0 < y'));
  for (const bits of [1, 0, -1, 2.5, 4097, Number.NaN, '53' as never])
    expect(() => k.enclose(box, r('0 < y'), bits)).toThrow('enclose: 2 to 4096 bits are wanted');
});
test.each(['x <= w', 'w <= x', 'w + x <= w', '0*w <= 1'])('a range for every variable: %s', (p) => {
  expect(() => k.enclose(box, r(p))).toThrow('enclose: a range for every variable is wanted of');
});
test.each(['-2 <= sqrt(z)', 'sqrt(z) <= 2', 'sqrt(z) < sqrt(z) + 1', '0 <= 0*log(z)', 'log(u) < log(u)'])(
  'both sides defined: %s',
  (p) => {
    expect(() => k.enclose(box, r(p))).toThrow('enclose: both sides defined on the whole box are wanted');
  },
);
test('an empty range, and a formula of more than 20 000 nodes', () => {
  expect(() => k.enclose([range('x', 2, 1)], r('0 < 1'))).toThrow('not empty');
  const sum = (from: number, to: number): Term => {
    const middle = Math.floor((from + to) / 2);
    return to - from === 1 ? pow(t('p'), from) : add(sum(from, middle), sum(middle, to));
  };
  expect(() => k.enclose(box, k.le(sum(2, 10_003), k.zero))).toThrow('20000 nodes');
  const most = k.le(add(t('p'), sum(2, 10_001)), k.zero);
  expect(postorder([most.left, most.right])).toHaveLength(20_000);
  expect(() => k.enclose(box, most)).toThrow('an enclosure on the box that shows it is wanted');
});
