import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as L from '../../src/certify/linear.ts';
import * as Q from '../../src/number/rational.ts';

const q = (n: number, d = 1) => Q.rational(n, d);
const entry = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.constantFrom(1, 1, 1, 2, 3)).map(([n, d]) => q(n, d));
const matrix = (rows: number, columns: number) =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
/** Often singular: the last row may be a combination of the others. */
const anyMatrix = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([n, d]) => fc.tuple(matrix(n, d), fc.boolean()))
  .map(([a, dependent]) => (dependent && a.length > 2 ? [...a.slice(0, -1), L.plus(a[0]!, L.scale(q(-2), a[1]!))] : a));
const zeros = (v: L.Vector) => v.every((x) => x.num === 0n);
const runs = { numRuns: 300 };

/** By definition: the largest order of a nonzero minor. */
const determinant = (a: L.Matrix): Q.Rational =>
  a.length === 0
    ? Q.ONE
    : a[0]!.reduce((sum, x, j) => {
        const minor = determinant(a.slice(1).map((row) => row.filter((_, c) => c !== j)));
        const term = Q.mul(x, minor);
        return j % 2 ? Q.sub(sum, term) : Q.add(sum, term);
      }, Q.ZERO);
const subsets = (n: number, k: number): number[][] =>
  k === 0 ? [[]] : n < k ? [] : [...subsets(n - 1, k), ...subsets(n - 1, k - 1).map((s) => [...s, n - 1])];
const rankByMinors = (a: L.Matrix): number => {
  for (let k = Math.min(a.length, a[0]!.length); k > 0; k--)
    for (const rows of subsets(a.length, k))
      for (const columns of subsets(a[0]!.length, k))
        if (determinant(rows.map((r) => columns.map((c) => a[r]![c]!))).num !== 0n) return k;
  return 0;
};

describe('elimination', () => {
  it('rank is the largest order of a nonzero minor', () => {
    fc.assert(
      fc.property(anyMatrix, (a) => {
        expect(L.rank(a)).toBe(rankByMinors(a));
        expect(L.reduce(a).independent.length).toBe(L.rank(a));
        expect(L.rank(L.reduce(a).independent.map((i) => a[i]!))).toBe(L.rank(a));
      }),
      { numRuns: 100 },
    );
  });
  it('null space: annihilated, independent, of the right dimension', () => {
    fc.assert(
      fc.property(anyMatrix, (a) => {
        const basis = L.nullSpace(a);
        for (const v of basis) expect(zeros(L.times(a, v))).toBe(true);
        expect(basis.length).toBe(a[0]!.length - L.rank(a));
        if (basis.length > 0) expect(L.rank(basis)).toBe(basis.length);
      }),
      runs,
    );
  });
  it('solve finds a solution iff the augmented rank is the rank', () => {
    fc.assert(
      fc.property(anyMatrix, fc.array(entry, { minLength: 4, maxLength: 4 }), (a, more) => {
        const b = more.slice(0, a.length);
        const x = L.solve(a, b);
        const consistent = L.rank(a.map((row, i) => [...row, b[i]!])) === L.rank(a);
        expect(x !== undefined).toBe(consistent);
        if (x) expect(L.equalVectors(L.times(a, x), b)).toBe(true);
      }),
      runs,
    );
  });
  it('inverse, and its refusals', () => {
    fc.assert(
      fc.property(matrix(3, 3), (a) => {
        const b = L.inverse(a);
        expect(b === undefined).toBe(L.rank(a) < 3);
        if (b) expect(L.multiply(a, b)).toEqual(L.identity(3));
      }),
      runs,
    );
    expect(() => L.inverse(L.integers([[1, 2]]))).toThrow(RangeError);
  });
});

describe('least norm and projector', () => {
  it('X⁺y interpolates and is in the range of Xᵀ; an inconsistent y is refused', () => {
    fc.assert(
      fc.property(anyMatrix, fc.array(entry, { minLength: 5, maxLength: 5 }), (a, z) => {
        const y = L.times(a, z.slice(0, a[0]!.length));
        const w = L.leastNorm(a, y)!;
        expect(L.equalVectors(L.times(a, w), y)).toBe(true);
        for (const v of L.nullSpace(a)) expect(L.dot(v, w).num).toBe(0n);
      }),
      runs,
    );
    expect(L.leastNorm(L.integers([[1], [1]]), [q(1), q(2)])).toBeUndefined();
    expect(L.leastNorm(L.integers([[0, 0]]), [q(1)])).toBeUndefined();
    expect(L.leastNorm(L.integers([[0, 0]]), [q(0)])).toEqual([Q.ZERO, Q.ZERO]);
  });
  it('the projector is symmetric, idempotent, kills the rows and keeps the null space', () => {
    fc.assert(
      fc.property(anyMatrix, (a) => {
        const p = L.nullProjector(a);
        expect(L.transpose(p)).toEqual(p);
        expect(L.multiply(p, p)).toEqual(p);
        for (const row of a) expect(zeros(L.times(p, row))).toBe(true);
        for (const v of L.nullSpace(a)) expect(L.equalVectors(L.times(p, v), v)).toBe(true);
      }),
      runs,
    );
  });
});

describe('inertia', () => {
  it('of TᵀDT with T invertible is that of D', () => {
    const signs = fc.array(fc.constantFrom(-2, -1, 0, 0, 1, 3), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(matrix(4, 4), signs, (t, d) => {
        if (L.rank(t) < 4) return;
        const a = L.multiply(
          L.transpose(t),
          t.map((row, i) => L.scale(q(d[i]!), row)),
        );
        const count = (s: number) => d.filter((x) => Math.sign(x) === s).length;
        expect(L.inertia(a)).toEqual({ positive: count(1), negative: count(-1), zero: count(0) });
      }),
      runs,
    );
  });
  it('with zeros all along the diagonal', () => {
    expect(
      L.inertia(
        L.integers([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toEqual({ positive: 1, negative: 1, zero: 0 });
    expect(
      L.inertia(
        L.integers([
          [0, 1, 1],
          [1, 0, 1],
          [1, 1, 0],
        ]),
      ),
    ).toEqual({ positive: 1, negative: 2, zero: 0 });
    expect(
      L.inertia(
        L.integers([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toEqual({ positive: 0, negative: 0, zero: 2 });
  });
  it('of [0 B; Bᵀ 0] is (rank B, rank B, the rest)', () => {
    fc.assert(
      fc.property(anyMatrix, (b) => {
        const [n, d] = [b.length, b[0]!.length];
        const top = b.map((row) => [...Array.from({ length: n }, () => Q.ZERO), ...row]);
        const bottom = L.transpose(b).map((row) => [...row, ...Array.from({ length: d }, () => Q.ZERO)]);
        const r = L.rank(b);
        expect(L.inertia([...top, ...bottom])).toEqual({ positive: r, negative: r, zero: n + d - 2 * r });
      }),
      runs,
    );
  });
  it('refuses what is not symmetric', () => {
    expect(() =>
      L.inertia(
        L.integers([
          [1, 2],
          [3, 4],
        ]),
      ),
    ).toThrow(RangeError);
  });
});
