/** Exact rationals: lowest terms, the field operations against each other, order, and what is no rational. */
import { expect, test } from 'vitest';
import * as Q from '../../src/number/rational.ts';

const some = [-7, -3, -2, -1, 0, 1, 2, 3, 5].flatMap((n) => [1, 2, 3, 4, 6].map((d) => Q.rational(n, d)));
const pairs = some.flatMap((a) => some.map((b) => [a, b] as const));

test('lowest terms, the sign above the line', () => {
  expect(Q.rational(6n, -4n)).toEqual({ num: -3n, den: 2n });
  expect(Q.rational(-6, -4)).toEqual({ num: 3n, den: 2n });
  expect(Q.rational(0, -5)).toEqual(Q.ZERO);
  expect(Q.rational(-7)).toEqual({ num: -7n, den: 1n });
  expect(Q.ONE).toEqual({ num: 1n, den: 1n });
  expect(Q.rational(2 ** 60, 2 ** 61)).toEqual({ num: 1n, den: 2n });
  for (const q of [Q.ZERO, Q.rational(1, 2), Q.rational(5)]) expect(Object.isFrozen(q)).toBe(true);
});
test('no rational', () => {
  for (const x of [0.5, Number.NaN, Number.POSITIVE_INFINITY, '1' as never]) {
    expect(() => Q.rational(x)).toThrow(new TypeError(`an integer is wanted, found ${x}`));
    expect(() => Q.rational(1, x)).toThrow(new TypeError(`an integer is wanted, found ${x}`));
  }
  for (const n of [0, 1, -3n]) expect(() => Q.rational(n, 0)).toThrow('a rational number with denominator 0');
  expect(() => Q.div(Q.ONE, Q.ZERO)).toThrow(RangeError);
});
test('the operations are those of fractions', () => {
  expect(Q.text(Q.add(Q.rational(1, 6), Q.rational(3, 10)))).toBe('7/15');
  expect(Q.text(Q.sub(Q.rational(1, 6), Q.rational(3, 10)))).toBe('-2/15');
  expect(Q.text(Q.mul(Q.rational(-4, 3), Q.rational(9, 10)))).toBe('-6/5');
  expect(Q.text(Q.div(Q.rational(5, 6), Q.rational(-10, 9)))).toBe('-3/4');
  for (const [a, b] of pairs) {
    expect(Q.sub(Q.add(a, b), b)).toEqual(a);
    expect(Q.sub(a, b)).toEqual(Q.neg(Q.sub(b, a)));
    if (b.num !== 0n) expect(Q.div(Q.mul(a, b), b)).toEqual(a);
  }
});
test('order', () => {
  for (const [a, b] of pairs) {
    const [x, y] = [a, b].map((q) => Number(q.num) / Number(q.den)) as [number, number];
    expect(Q.compare(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0);
    expect(Q.equal(a, b)).toBe(x === y);
    expect(Q.sign(a)).toBe(Math.sign(x) + 0);
    expect(Q.abs(a)).toEqual(x < 0 ? Q.neg(a) : a);
    expect(Number(Q.neg(a).num)).toBe(0 - Number(a.num));
  }
  expect(Q.equal(Q.rational(3, 2), Q.rational(5, 2))).toBe(false);
});
test('whole powers', () => {
  expect(Q.text(Q.pow(Q.rational(-2, 3), 3))).toBe('-8/27');
  expect(Q.text(Q.pow(Q.rational(-2, 3), -3))).toBe('-27/8');
  expect(Q.text(Q.pow(Q.rational(-2, 3), -2))).toBe('9/4');
  expect(Q.pow(Q.rational(5, 2), 1)).toEqual(Q.rational(5, 2));
  for (const a of some) expect(Q.pow(a, 0)).toEqual(Q.ONE);
  expect(() => Q.pow(Q.ZERO, -1)).toThrow(RangeError);
  for (const n of [0.5, Number.NaN, 2 ** 60]) expect(() => Q.pow(Q.ONE, n)).toThrow('a whole exponent is wanted');
});
