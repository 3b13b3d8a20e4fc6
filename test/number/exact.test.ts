/**
 * Exact rationals as an arithmetic: what is a fact, what is undefined, what stays open, and that nothing runs away.
 */
import { describe, expect, it } from 'vitest';
import { UNARY } from '../../src/number/arithmetic.ts';
import { CAP, exact as E, type Exact, known, rationalOf } from '../../src/number/exact.ts';
import { float64 } from '../../src/number/float64.ts';
import { rational, text } from '../../src/number/rational.ts';

const q = (n: number | bigint, d: number | bigint = 1): Exact => known(rational(n, d));
const shown = (a: Exact): string => (a.value ? text(a.value) : a.defined);

describe('exact values', () => {
  it('roots and powers where they are rational', () => {
    expect(shown(E.sqrt(q(9, 4)))).toBe('3/2');
    expect(shown(E.sqrt(q(2)))).toBe('undecided');
    expect(shown(E.power(q(8, 27), rational(-2, 3)))).toBe('9/4');
    expect(shown(E.power(q(0), rational(1, 3)))).toBe('0');
    expect(shown(E.power(q(1), rational(10n ** 50n, 3n)))).toBe('1');
    expect(shown(E.pow(q(-2, 3), -3))).toBe('-27/8');
    expect(shown(E.pow(q(0), 0))).toBe('1');
    expect(shown(E.sqrt(q((3n ** 400n) ** 2n, 7n ** 300n)))).toBe(`${3n ** 400n}/${7n ** 150n}`);
  });
  it('functions at their trivial points only', () => {
    for (const f of ['exp', 'cosh', 'cos'] as const) expect(shown(E[f](q(0)))).toBe('1');
    for (const f of ['sinh', 'tanh', 'asinh', 'atanh', 'sin', 'tan', 'atan'] as const)
      expect(shown(E[f](q(0)))).toBe('0');
    expect(shown(E.log(q(1)))).toBe('0');
    for (const f of UNARY)
      if (!['neg', 'abs', 'sqrt', 'atanh'].includes(f)) expect(shown(E[f](q(3))), f).toBe('undecided');
    expect(shown(E.pi())).toBe('undecided');
  });
  it('undefined is a fact too, and wins over what is open', () => {
    const open = E.pi();
    for (const a of [E.sqrt(q(-1)), E.log(q(0)), E.log(q(-1)), E.atanh(q(1)), E.atanh(q(-3, 2)), E.div(q(1), q(0))])
      expect(shown(a)).toBe('no');
    expect(shown(E.div(open, q(0)))).toBe('no');
    expect(shown(E.pow(q(0), -1))).toBe('no');
    expect(shown(E.power(q(-8), rational(1, 3)))).toBe('no');
    expect(shown(E.power(q(0), rational(-1, 2)))).toBe('no');
    expect(shown(E.add(open, E.sqrt(q(-1))))).toBe('no');
    expect(shown(E.mul(q(0), open))).toBe('undecided');
    expect(E.compare('<', q(0), E.sqrt(q(-1)))).toBe('undecided');
    expect(rationalOf(q(1, 2))).toEqual(rational(1, 2));
  });
  it('nothing grows past the cap', () => {
    expect(shown(E.pow(q(3), 10 ** 9))).toBe('undecided');
    expect(shown(E.pow(q(1), 10 ** 9))).toBe('1');
    let a = q(3, 2);
    for (let i = 0; i < 10_000; i++) a = E.square(a);
    expect(shown(a)).toBe('undecided');
    expect(shown(E.pow(q(2), CAP - 1)).length).toBeGreaterThan(1000);
  });
});

describe('doubles', () => {
  it('call NaN undecided, and powers are products in a fixed order', () => {
    expect(float64.defined(float64.sqrt(-1))).toBe('undecided');
    expect(float64.compare('=', Number.NaN, 1)).toBe('undecided');
    expect(float64.pow(1.1, 5)).toBe(1.1 * (1.1 * 1.1 * (1.1 * 1.1)));
    expect(float64.pow(2, -3)).toBe(0.125);
    expect(float64.power(-8, rational(1, 3))).toBeNaN();
    expect(float64.rational(rational(1, 10))).toBe(0.1);
  });
});
