import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLeastL1, type LeastL1, leastL1 } from '../../src/certify/interpolator.ts';
import * as L from '../../src/certify/linear.ts';
import { checkMarginL1, checkMarginL2, marginL1, marginL2 } from '../../src/certify/margin.ts';
import { minimize, type Optimal, type Program, uniqueness, verify, verifyUnique } from '../../src/certify/simplex.ts';
import * as Q from '../../src/number/rational.ts';

const q = (n: number, d = 1) => Q.rational(n, d);
const v = (...xs: number[]) => xs.map((x) => q(x));
const entry = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(1, 1, 1, 2)).map(([n, d]) => q(n, d));
const vector = (n: number) => fc.array(entry, { minLength: n, maxLength: n });
const matrix = (n: number, d: number) => fc.array(vector(d), { minLength: n, maxLength: n });
const sizes = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 5 }));
const program: fc.Arbitrary<Program> = sizes.chain(([n, d]) =>
  fc.record({ a: matrix(n, d), b: vector(n), c: vector(d) }),
);
const subsets = (n: number): number[][] =>
  Array.from({ length: 2 ** n }, (_, bits) => Array.from({ length: n }, (_, i) => i).filter((i) => (bits >> i) & 1));
const key = (x: L.Vector) => x.map(Q.text).join();

/** Every solution of Ax = b whose support has independent columns. */
const basic = (a: L.Matrix, b: L.Vector): L.Vector[] => {
  const d = a[0]!.length;
  const found = new Map<string, L.Vector>();
  for (const s of subsets(d)) {
    const columns = a.map((row) => s.map((j) => row[j]!));
    if (s.length > 0 && L.rank(columns) < s.length) continue;
    const part = L.solve(columns, b, s.length);
    if (!part) continue;
    const x = Array.from({ length: d }, () => Q.ZERO);
    s.forEach((j, k) => {
      x[j] = part[k]!;
    });
    found.set(key(x), x);
  }
  return [...found.values()];
};
const least = (xs: readonly L.Vector[], cost: (x: L.Vector) => Q.Rational) => {
  const value = xs.map(cost).reduce((a, b) => (Q.compare(a, b) < 0 ? a : b));
  return { value, count: xs.filter((x) => Q.equal(cost(x), value)).length };
};
const nudge = (x: L.Vector, i: number) => x.map((e, j) => (i % x.length === j ? Q.add(e, q(1, 7)) : e));

describe('linear programs', () => {
  it('every answer is proved by its certificate and agrees with trying all bases', () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(program, fc.nat(), (lp, i) => {
        const answer = minimize(lp);
        kinds.set(answer.kind, (kinds.get(answer.kind) ?? 0) + 1);
        expect(verify(lp, answer)).toBe(true);
        const vertices = basic(lp.a, lp.b).filter((x) => x.every((e) => e.num >= 0n));
        expect(answer.kind === 'infeasible').toBe(vertices.length === 0);
        if (answer.kind !== 'optimal') return;
        const { value, count } = least(vertices, (x) => L.dot(lp.c, x));
        expect(Q.equal(value, answer.value)).toBe(true);
        expect(verify(lp, { ...answer, value: Q.sub(answer.value, q(1, 9)) })).toBe(false);
        if (lp.a.some((row) => row[i % row.length]!.num !== 0n))
          expect(verify(lp, { ...answer, x: nudge(answer.x, i) })).toBe(false);
        const unique = uniqueness(lp, answer);
        expect(unique.kind).not.toBe('undecided');
        if (count > 1) expect(unique.kind).toBe('no');
      }),
      { numRuns: 1500 },
    );
    for (const kind of ['optimal', 'infeasible', 'unbounded']) expect(kinds.get(kind)).toBeGreaterThan(30);
    expect(kinds.get('undecided')).toBeUndefined();
  });

  it("Beale's program, where the largest-coefficient rule cycles", () => {
    const lp: Program = {
      a: [
        [q(1, 4), q(-60), q(-1, 25), q(9), q(1), q(0), q(0)],
        [q(1, 2), q(-90), q(-1, 50), q(3), q(0), q(1), q(0)],
        [q(0), q(0), q(1), q(0), q(0), q(0), q(1)],
      ],
      b: v(0, 0, 1),
      c: [q(-3, 4), q(150), q(-1, 50), q(6), q(0), q(0), q(0)],
    };
    const answer = minimize(lp);
    expect(answer.kind === 'optimal' && Q.text(answer.value)).toBe('-1/20');
  });

  it('an optimal face that is a ray is not a unique point; a redundant row does no harm', () => {
    const ray: Program = { a: [v(1, -1)], b: v(0), c: v(0, 0) };
    const answer = minimize(ray) as Optimal;
    expect(uniqueness(ray, answer).kind).toBe('no');
    const twice: Program = { a: [v(1, 2), v(2, 4)], b: v(2, 4), c: v(1, 1) };
    const found = minimize(twice) as Optimal;
    expect(Q.text(found.value)).toBe('1');
    expect(uniqueness(twice, found).kind).toBe('yes');
  });

  it('forged certificates are refused', () => {
    const lp: Program = { a: [v(1, 1)], b: v(1), c: v(1, 1) };
    const answer = minimize(lp) as Optimal;
    expect(verifyUnique(lp, answer, { kind: 'yes', dual: v(1) })).toBe(false);
    expect(verifyUnique(lp, answer, { kind: 'no', other: answer.x })).toBe(false);
    expect(verifyUnique(lp, answer, { kind: 'no', other: v(2, -1) })).toBe(false);
    const inside: Optimal = { ...answer, x: [q(1, 2), q(1, 2)] };
    expect(verify(lp, inside)).toBe(true);
    expect(verifyUnique(lp, inside, { kind: 'yes', dual: v(1) })).toBe(false);
    expect(verify(lp, { kind: 'infeasible', farkas: v(0) })).toBe(false);
    expect(verify(lp, { kind: 'infeasible', farkas: v(1) })).toBe(false);
    expect(verify(lp, { kind: 'unbounded', x: answer.x, ray: v(1, -1) })).toBe(false);
  });
});

describe('the interpolator of least ℓ1 norm', () => {
  const system = sizes.chain(([n, d]) => fc.tuple(matrix(n, d), vector(n), vector(d), fc.boolean()));
  it('agrees with trying all supports, is unique when they say so, and its certificate checks', () => {
    const seen = { yes: 0, no: 0, none: 0 };
    fc.assert(
      fc.property(system, fc.nat(), ([x, free, z, consistent], i) => {
        const y = consistent ? L.times(x, z) : free;
        const answer = leastL1(x, y);
        expect(checkLeastL1(x, y, answer)).toBe(true);
        expect(answer.kind).toBe(L.solve(x, y) ? 'found' : 'none');
        if (answer.kind !== 'found') return void seen.none++;
        const { value, count } = least(basic(x, y), L.norm1);
        expect(Q.equal(value, answer.value)).toBe(true);
        expect(answer.unique.kind).toBe(count === 1 ? 'yes' : 'no');
        seen[count === 1 ? 'yes' : 'no']++;
        expect(checkLeastL1(x, y, { ...answer, w: nudge(answer.w, i) })).toBe(false);
        expect(
          checkLeastL1(x, y, { ...answer, value: Q.mul(answer.value, q(2)), lambda: L.scale(q(2), answer.lambda) }),
        ).toBe(answer.value.num === 0n && answer.lambda.every((e) => e.num === 0n));
      }),
      { numRuns: 800 },
    );
    expect(Math.min(seen.yes, seen.no, seen.none)).toBeGreaterThan(15);
  });

  it('over x ≥ 0, also when only negative interpolators exist', () => {
    fc.assert(
      fc.property(system, ([x, free, z, consistent]) => {
        const y = consistent ? L.times(x, z.map(Q.abs)) : free;
        const answer = leastL1(x, y, 'nonnegative');
        expect(checkLeastL1(x, y, answer, 'nonnegative')).toBe(true);
        const vertices = basic(x, y).filter((w) => w.every((e) => e.num >= 0n));
        expect(answer.kind).toBe(vertices.length > 0 ? 'found' : 'none');
        if (answer.kind !== 'found') return;
        const { value, count } = least(vertices, L.norm1);
        expect(Q.equal(value, answer.value)).toBe(true);
        expect(answer.unique.kind).toBe(count === 1 ? 'yes' : 'no');
      }),
      { numRuns: 500 },
    );
    expect(leastL1([v(1)], v(-1), 'nonnegative').kind).toBe('none');
  });

  it('corners: X = 0, y = 0, a false claim of uniqueness', () => {
    expect((leastL1([v(0, 0)], v(0)) as Extract<LeastL1, { kind: 'found' }>).unique.kind).toBe('yes');
    expect(leastL1([v(0, 0)], v(1)).kind).toBe('none');
    expect(checkLeastL1([v(1)], v(-1), { kind: 'none', farkas: v(-1) })).toBe(false);
    expect(checkLeastL1([v(1)], v(-1), { kind: 'none', farkas: v(-1) }, 'nonnegative')).toBe(true);
    const answer = leastL1([v(1, 1)], v(1)) as Extract<LeastL1, { kind: 'found' }>;
    expect(answer.unique.kind).toBe('no');
    expect(checkLeastL1([v(1, 1)], v(1), { ...answer, unique: { kind: 'yes', lambda: answer.lambda } })).toBe(false);
    expect(checkLeastL1([v(1, 1)], v(1), { ...answer, unique: { kind: 'no', other: answer.w } })).toBe(false);
  });
});

describe('largest margins', () => {
  const examples = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }))
    .chain(([n, d]) => matrix(n, d));
  it('certificates check, both norms agree on separability, and ℓ1 and ℓ2 margins are ordered', () => {
    const seen = { separable: 0, not: 0, several: 0 };
    fc.assert(
      fc.property(examples, fc.nat(), (z, i) => {
        const [one, two] = [marginL1(z), marginL2(z)];
        expect(one.kind).toBe(two.kind);
        expect(checkMarginL1(z, one) && checkMarginL2(z, two)).toBe(true);
        if (one.kind !== 'separable' || two.kind !== 'separable') return void seen.not++;
        seen.separable++;
        if (one.unique === 'no') seen.several++;
        expect(one.unique).not.toBe('undecided');
        const d = q(z[0]!.length);
        expect(Q.compare(Q.mul(one.value, one.value), two.squared)).toBeLessThanOrEqual(0);
        expect(Q.compare(two.squared, Q.mul(d, Q.mul(one.value, one.value)))).toBeLessThanOrEqual(0);
        expect(checkMarginL2(z, { ...two, w: nudge(two.w, i) })).toBe(false);
        expect(checkMarginL1(z, { ...one, value: Q.mul(one.value, q(11, 10)) })).toBe(false);
        expect(checkMarginL1(z, { ...one, w: nudge(one.w, i) })).toBe(false);
      }),
      { numRuns: 600 },
    );
    expect(Math.min(seen.separable, seen.not, seen.several)).toBeGreaterThan(8);
  });
  it('known values', () => {
    const unit = marginL2(L.identity(4));
    expect(unit.kind === 'separable' && Q.text(unit.squared)).toBe('1/4');
    const flat = marginL1([v(3, 4)]);
    expect(flat.kind === 'separable' && [Q.text(flat.value), flat.unique]).toEqual(['4', 'yes']);
    const long = marginL2([v(3, 4)]);
    expect(long.kind === 'separable' && Q.text(long.squared)).toBe('25');
    expect(marginL2([v(1, 0), v(-1, 0)]).kind).toBe('not separable');
    expect(() => marginL1([])).toThrow(RangeError);
  });
});
