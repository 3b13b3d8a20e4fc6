import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLargestEigenvalue, largestEigenvalue, largestEigenvalueOfInterval } from '../../src/certify/eigen.ts';
import * as L from '../../src/certify/linear.ts';
import { ofNumber, toNumber } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';

const q = (n: number, d = 1) => Q.rational(n, d);
const entry = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1, 1, 2, 7)).map(([n, d]) => q(n, d));
const symmetric = (n: number) =>
  fc
    .array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
    .map((a) => a.map((row, i) => row.map((_, j) => a[Math.min(i, j)]![Math.max(i, j)]!)));
const width = (lo: Q.Rational, hi: Q.Rational) => toNumber(Q.sub(hi, lo));

describe('largest eigenvalue', () => {
  it('the bracket is proved by inertia, is as narrow as asked, and touches no Rayleigh quotient from below', () => {
    const arbitrary = fc
      .integer({ min: 1, max: 7 })
      .chain((n) => fc.tuple(symmetric(n), fc.array(entry, { minLength: n, maxLength: n })));
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(10, 40, 90), ([a, v], bits) => {
        const found = largestEigenvalue(a, bits);
        expect(checkLargestEigenvalue(a, found)).toBe(true);
        const size = Math.max(Math.abs(toNumber(found.lo)), Math.abs(toNumber(found.hi)));
        expect(width(found.lo, found.hi)).toBeLessThanOrEqual(size * 2 ** -bits);
        const square = L.dot(v, v);
        if (square.num !== 0n)
          expect(Q.compare(Q.div(L.dot(v, L.times(a, v)), square), found.hi)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  it('exact hits: whole eigenvalues, 0, a multiple of the identity', () => {
    const exact = (rows: number[][]) => {
      const { lo, hi } = largestEigenvalue(L.integers(rows));
      return Q.equal(lo, hi) ? Q.text(lo) : 'not exact';
    };
    expect(
      exact([
        [2, 1],
        [1, 2],
      ]),
    ).toBe('3');
    expect(
      exact([
        [-1, 1],
        [1, -1],
      ]),
    ).toBe('0');
    expect(
      exact([
        [0, 0],
        [0, 0],
      ]),
    ).toBe('0');
    expect(
      exact([
        [-5, 0],
        [0, -5],
      ]),
    ).toBe('-5');
  });

  it('an irrational one to 300 bits: the golden ratio', () => {
    const { lo, hi } = largestEigenvalue(
      L.integers([
        [1, 1],
        [1, 0],
      ]),
      300,
    );
    const residual = (x: Q.Rational) => Q.sign(Q.sub(Q.sub(Q.mul(x, x), x), Q.ONE));
    expect([residual(lo), residual(hi)]).toEqual([-1, 1]);
    expect(Q.compare(Q.sub(hi, lo), Q.mul(hi, Q.pow(q(2), -300)))).toBeLessThanOrEqual(0);
  });

  it('20 × 20 with entries that are doubles', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return seed / 2 ** 31 - 0.5 + seed * 2 ** -52;
    };
    const a = Array.from({ length: 20 }, () => Array.from({ length: 20 }, () => ofNumber(random())));
    const gram = L.multiply(a, L.transpose(a));
    const start = performance.now();
    const found = largestEigenvalue(gram);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(checkLargestEigenvalue(gram, found)).toBe(true);
    expect(width(found.lo, found.hi) / toNumber(found.hi)).toBeLessThanOrEqual(2 ** -40);
  });

  it('wide ranges of scale', () => {
    for (const k of [-300, -40, 40, 300]) {
      const a = L.integers([
        [1, 2],
        [2, 5],
      ]).map((row) => L.scale(Q.pow(q(2), k), row));
      const found = largestEigenvalue(a, 60);
      expect(checkLargestEigenvalue(a, found)).toBe(true);
      expect(Math.abs(toNumber(Q.mul(found.hi, Q.pow(q(2), -k))) - (3 + Math.sqrt(8)))).toBeLessThan(1e-12);
    }
  });

  it('brackets that miss it are refused', () => {
    const a = L.integers([
      [2, 1],
      [1, 2],
    ]);
    expect(checkLargestEigenvalue(a, { lo: q(2), hi: q(29, 10) })).toBe(false);
    expect(checkLargestEigenvalue(a, { lo: q(31, 10), hi: q(4) })).toBe(false);
    expect(checkLargestEigenvalue(a, { lo: q(3), hi: q(3) })).toBe(true);
  });

  it('interval matrices: every member lies inside, and points lose nothing', () => {
    const members = fc
      .integer({ min: 1, max: 4 })
      .chain((n) => fc.tuple(symmetric(n), symmetric(n), fc.nat({ max: 4 })));
    fc.assert(
      fc.property(members, ([a, b, k]) => {
        const least = (x: Q.Rational, y: Q.Rational) => (Q.compare(x, y) < 0 ? x : y);
        const lo = a.map((row, i) => row.map((x, j) => least(x, b[i]![j]!)));
        const hi = a.map((row, i) => row.map((x, j) => Q.neg(least(Q.neg(x), Q.neg(b[i]![j]!)))));
        const member = a.map((row, i) => row.map((x, j) => Q.add(x, Q.mul(q(k, 4), Q.sub(b[i]![j]!, x)))));
        const all = largestEigenvalueOfInterval(lo, hi);
        const one = largestEigenvalue(member);
        expect(Q.compare(all.lo, one.hi) <= 0 && Q.compare(one.lo, all.hi) <= 0).toBe(true);
        expect(checkLargestEigenvalue(member, all)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
