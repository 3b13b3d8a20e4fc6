/** The table of derivatives, as terms: what is left out because it is 0 or 1, too. */
import { expect, test } from 'vitest';
import { text } from '../../src/expr/text.ts';
import * as k from '../../src/kernel/index.ts';
import { rs, t, ts } from './tools.ts';

/** e, and its derivative along x' = p, y' = 1; a has none. */
const TABLE: readonly (readonly [string, string])[] = [
  ['a', '0'],
  ['x', 'p'],
  ['7', '0'],
  ['-x', '-p'],
  ['-a', '0'],
  ['x + y', 'p + 1'],
  ['x + a', 'p'],
  ['a + x', 'p'],
  ['x - y', 'p - 1'],
  ['x - a', 'p'],
  ['a - x', '-p'],
  ['x*y', 'p*y + x'],
  ['a*x', 'a*p'],
  ['x*a', 'p*a'],
  ['a*y', 'a'],
  ['y*a', 'a'],
  ['1*y', '1'],
  ['x/y', '(p*y - x)/y^2'],
  ['x/a', 'p/a'],
  ['y/a', '1/a'],
  ['a/b', '0'],
  ['a/y', '-a/y^2'],
  ['x^3', '3*x^2*p'],
  ['x^0', '0'],
  ['a^2', '0'],
  ['y^(-1)', '-1*y^(-2)'],
  ['x^(3/2)', '3/2*x^(1/2)*p'],
  ['sqrt(x)', 'p/(2*sqrt(x))'],
  ['sqrt(a)', '0'],
  ['exp(x)', 'exp(x)*p'],
  ['exp(y)', 'exp(y)'],
  ['log(x)', 'p/x'],
  ['sinh(x)', 'cosh(x)*p'],
  ['cosh(x)', 'sinh(x)*p'],
  ['tanh(x)', '(1 - tanh(x)^2)*p'],
  ['asinh(x)', 'p/sqrt(1 + x^2)'],
  ['atanh(x)', 'p/(1 - x^2)'],
  ['sin(x)', 'cos(x)*p'],
  ['cos(x)', '-sin(x)*p'],
];
const given = rs('0 < x; 0 < a; x^2 < 1; y != 0; b != 0');

test.each(TABLE)('%s', (e, expected) => {
  const { shows } = k.rate(given, ts('x, y'), ts('p, 1'), t(e)).statement;
  expect(text((shows as k.Rate).is)).toBe(text(t(expected)));
});
