/**
 * Plain doubles and Math functions: the search tier.
 *
 * No guarantee of any kind: Math functions are off by up to 2 ulp on some engines and more on others. Nothing found here
 * is believed before interval, dyadic or exact arithmetic has confirmed it. NaN counts as `undecided`; infinities count
 * as values. pow multiplies by squaring from the lowest bit, in a fixed order, so that compiled code can agree bit for bit.
 */
import type { Arithmetic, Relation, Three } from './arithmetic.ts';
import { toNumber } from './decimal.ts';
import type { Rational } from './rational.ts';

function pow(a: number, n: number): number {
  let result = 1;
  let square = a;
  for (let k = Math.abs(n); k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result *= square;
    if (k > 1) square *= square;
  }
  return n < 0 ? 1 / result : result;
}

function compare(relation: Relation, a: number, b: number): Three {
  if (Number.isNaN(a) || Number.isNaN(b)) return 'undecided';
  if (relation === '<') return a < b ? 'yes' : 'no';
  if (relation === '<=') return a <= b ? 'yes' : 'no';
  return (a === b) === (relation === '=') ? 'yes' : 'no';
}

export const float64: Arithmetic<number> = {
  name: 'float64',
  rational: toNumber,
  pi: () => Math.PI,
  neg: (a) => -a,
  sqrt: Math.sqrt,
  exp: Math.exp,
  log: Math.log,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  atanh: Math.atanh,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  atan: Math.atan,
  abs: Math.abs,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  square: (a) => a * a,
  pow,
  power: (a: number, y: Rational) => (a < 0 ? Number.NaN : a ** toNumber(y)),
  defined: (a) => (Number.isNaN(a) ? 'undecided' : 'yes'),
  compare,
};
