import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DescentProblem, descentLimit, descentStep } from '../../src/certify/descent.ts';
import { productEscape, ratioEscape } from '../../src/certify/escape.ts';
import { convergesToFixedPoint, fixedPoint, stability, twoCycle } from '../../src/certify/iterate.ts';
import {
  identity,
  independentResiduals,
  integers,
  inverse,
  type Matrix,
  multiply,
  nullProjector,
} from '../../src/certify/linear.ts';
import { beginOrbit, stepOrbit, systemOf } from '../../src/certify/orbit.ts';
import * as T from '../../src/expr/term.ts';
import type { Arithmetic } from '../../src/number/arithmetic.ts';
import { parseRational, toNumber } from '../../src/number/decimal.ts';
import { contains, type Dyadic, dyadic, toDoubles } from '../../src/number/dyadic.ts';
import * as Q from '../../src/number/rational.ts';

/** RUNS=500 for the full run. */
const RUNS = Number(process.env.RUNS ?? 12);
let state = 5;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
const int = (a: number, b: number) => a + Math.floor(random() * (b - a + 1));
const q = (n: number, d = 1) => Q.rational(n, d);
const r = (text: string) => parseRational(text)!;
const [x, y] = [T.variable('x'), T.variable('y')];
const { add, sub, mul, pow, num } = T;
const D = dyadic(96);
/** Descent on ½(xy − μ)². */
const product = (mu: Q.Rational, eta: Q.Rational) => {
  const pull = mul(num(eta), sub(mul(x, y), num(mu)));
  return systemOf([x, y], [sub(x, mul(pull, y)), sub(y, mul(pull, x))]);
};
const middle = (a: Dyadic) => (toDoubles(a)[0] + toDoubles(a)[1]) / 2;

describe('stability of a multiplier matrix', () => {
  const entry = fc.integer({ min: -3, max: 3 });
  const matrix = (n: number) =>
    fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });
  const made = fc
    .integer({ min: 1, max: 4 })
    .chain((n) => fc.tuple(matrix(n), fc.array(fc.integer({ min: -14, max: 14 }), { minLength: n, maxLength: n })));
  it('is that of its eigenvalues, for matrices made with known real ones', () => {
    const seen = { attracting: 0, repelling: 0, undecided: 0 };
    fc.assert(
      fc.property(made, ([p, tenths]) => {
        const basis = integers(p);
        const back = inverse(basis);
        if (!back) return;
        const scaled: Matrix = identity(p.length).map((row, i) => row.map((e) => Q.mul(e, q(tenths[i]!, 10))));
        const m = multiply(multiply(basis, scaled), back).map((row) => row.map(D.rational));
        const largest = Math.max(...tenths.map(Math.abs));
        const found = stability(m, 96);
        seen[found]++;
        expect(found).toBe(
          largest < 10
            ? 'attracting'
            : largest > 10 && !tenths.some((t) => Math.abs(t) === 10)
              ? found === 'undecided'
                ? found
                : 'repelling'
              : found === 'attracting'
                ? 'wrong'
                : found,
        );
      }),
      { numRuns: 400 },
    );
    expect(seen.attracting).toBeGreaterThan(50);
    expect(seen.repelling).toBeGreaterThan(50);
  });
  it('complex pairs: a turn by a quarter, shrunk and stretched', () => {
    const turn = (s: Q.Rational) =>
      [
        [q(0), Q.neg(s)],
        [s, q(0)],
      ].map((row) => row.map(D.rational));
    expect(stability(turn(q(9, 10)), 96)).toBe('attracting');
    expect(stability(turn(q(11, 10)), 96)).toBe('repelling');
    expect(stability(turn(q(1)), 96)).toBe('undecided');
  });
});

describe('fixed points and cycles', () => {
  it('the logistic map at 2.8 and 3.2', () => {
    for (const [rate, kind] of [
      ['2.8', 'attracting'],
      ['3.2', 'repelling'],
    ] as const) {
      const map = systemOf([x], [mul(num(r(rate)), mul(x, sub(T.whole(1), x)))]);
      const found = fixedPoint(map, [r('0.66')]);
      if (found.kind !== 'found') throw new Error(found.reason);
      expect(contains(found.x[0]!, Q.sub(Q.ONE, Q.div(Q.ONE, r(rate))))).toBe(true);
      expect(found.stability).toBe(kind);
    }
  });

  it('AB = 1/η, A² + B² = μ + 1/η, attracting in the plane exactly for 1 < ημ < √5 − 1', () => {
    for (const h of ['1.05', '1.2', '1.236', '1.2361', '1.25', '1.5']) {
      const eta = r(h);
      const [s, t] = [Math.sqrt(1 + 3 / toNumber(eta)), Math.sqrt(1 - 1 / toNumber(eta))];
      const near = (z: number) => [r(((s + z * t) / 2).toFixed(6)), r(((s + z * t) / 2).toFixed(6))];
      const found = twoCycle(product(Q.ONE, eta), near(1), near(-1));
      if (found.kind !== 'found') throw new Error(found.reason);
      const [a, b] = [found.a[0]!, found.b[0]!];
      const inverseEta = Q.div(Q.ONE, eta);
      expect(contains(D.mul(a, b), inverseEta)).toBe(true);
      expect(contains(D.add(D.square(a), D.square(b)), Q.add(Q.ONE, inverseEta))).toBe(true);
      expect([h, found.stability]).toEqual([h, Number(h) < Math.sqrt(5) - 1 ? 'attracting' : 'repelling']);
    }
  });

  it('no cycle, or one point twice: undecided', () => {
    const map = product(Q.ONE, r('0.5'));
    expect(twoCycle(map, [q(1), q(1)], [q(1), q(1)]).kind).toBe('undecided');
    const line = systemOf([x], [T.div(x, T.whole(2))]);
    expect(twoCycle(line, [q(1)], [q(-1)])).toEqual({ kind: 'undecided', reason: 'the two points may be one' });
  });
});

describe('orbits', () => {
  it('two hundred contracting steps keep nearly all bits; the exact orbit is inside', () => {
    const map = systemOf(
      [x, y],
      [sub(x, mul(num(r('0.1')), add(mul(x, y), pow(x, 3)))), mul(num(r('0.9')), sub(y, mul(x, y)))],
    );
    let o = beginOrbit([r('0.7'), r('-0.3')], 96);
    let exact: readonly Dyadic[] = [r('0.7'), r('-0.3')].map(dyadic(4000).rational);
    for (let k = 0; k < 200; k++) {
      o = stepOrbit(map, o, 96)!;
      exact = map(dyadic(4000)).value(exact);
      for (const [i, e] of exact.entries()) {
        expect(o.box[i]!.lo <= toDoubles(e)[1] && toDoubles(e)[0] <= o.box[i]!.hi).toBe(true);
        expect(Math.max(...o.r.map((w) => w.hi - w.lo))).toBeLessThan(1e-24);
      }
    }
  });
});

describe('convergence', () => {
  it('to an isolated fixed point', () => {
    const cosine = systemOf([x], [T.apply('cos', x)]);
    const found = convergesToFixedPoint(cosine, [q(1)]);
    if (found.kind !== 'converges') throw new Error(found.reason);
    expect(middle(found.limit[0]!)).toBeCloseTo(0.7390851332151607, 14);
    expect(found.rate).toBeLessThan(0.9);
    const chaos = systemOf([x], [mul(T.whole(4), mul(x, sub(T.whole(1), x)))]);
    expect(convergesToFixedPoint(chaos, [r('0.3')], { maxSteps: 300 }).kind).toBe('undecided');
    const shear = systemOf([x, y], [add(T.div(x, T.whole(2)), mul(T.whole(10), y)), T.div(y, T.whole(2))]);
    expect(convergesToFixedPoint(shear, [q(1), q(1)], { maxSteps: 128 }).kind).toBe('undecided');
    const cycle = systemOf([x], [sub(num(r('0.2')), x)]);
    expect(convergesToFixedPoint(cycle, [q(1)], { maxSteps: 64 }).kind).toBe('undecided');
  });

  /** Descent on ½‖X(u∘v) − y‖² from u = a, v = 0. */
  function network() {
    const [n, d] = [int(1, 2), int(1, 3)];
    const rows = Array.from({ length: n }, () => Array.from({ length: d }, () => int(-2, 2)));
    const names = (s: string) => Array.from({ length: d }, (_, i) => T.variable(`${s}${i}`));
    const [u, v] = [names('u'), names('v')];
    const teacher = rows[0]!.map(() => int(-2, 2));
    const targets = rows.map((row) => row.reduce((s, e, i) => s + e * teacher[i]!, 0));
    const {
      x: kept,
      y: goal,
      gram,
    } = independentResiduals(
      integers(rows),
      targets.map((t) => q(t)),
    )!;
    const residual = kept.map((row, k) =>
      sub(row.map((e, i) => mul(num(e), mul(u[i]!, v[i]!))).reduce(add), num(goal[k]!)),
    );
    const start = [...u.map(() => q(int(4, 12), 8)), ...v.map(() => Q.ZERO)];
    const problem: DescentProblem = { state: [...u, ...v], residual, weights: gram, eta: q(1, int(16, 60)), start };
    return { rows, targets, problem, d };
  }

  /** The same descent in doubles, with the sums of Even's identity. */
  function floats(rows: number[][], targets: number[], { start, eta }: DescentProblem, d: number, steps: number) {
    let [u, v] = [start.slice(0, d).map(toNumber), start.slice(d).map(toNumber)];
    const [plus, minus] = [u.map(() => 0), u.map(() => 0)];
    let size = 0;
    for (let k = 0; k < steps; k++) {
      const res = rows.map((row, i) => row.reduce((s, e, j) => s + e * u[j]! * v[j]!, 0) - targets[i]!);
      size = Math.hypot(...res);
      const g = u.map((_, j) => toNumber(eta) * rows.reduce((s, row, i) => s + row[j]! * res[i]!, 0));
      g.forEach((e, j) => {
        plus[j]! += -2 * e - Math.log((1 - e) ** 2);
        minus[j]! += 2 * e - Math.log((1 + e) ** 2);
      });
      [u, v] = [u.map((e, j) => e - g[j]! * v[j]!), v.map((e, j) => e - g[j]! * u[j]!)];
    }
    return { w: u.map((e, j) => e * v[j]!), plus, minus, size };
  }

  it(
    'of descent to interpolators that are not isolated; the limit obeys Even’s identity',
    () => {
      const seen = new Map<string, number>();
      let settled = 0;
      while (settled < RUNS) {
        const { rows, targets, problem, d } = network();
        const { w, plus, minus, size } = floats(rows, targets, problem, d, 2000);
        if (!(size < 1e-11)) continue;
        settled++;
        const found = descentLimit(problem, { relativeBits: 34 });
        const key = found.kind === 'converges' ? 'converges' : found.reason;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if (found.kind !== 'converges') continue;
        const centre = found.limit.map((e) => (e.lo + e.hi) / 2);
        const limit = w.map((_, i) => centre[i]! * centre[d + i]!);
        for (const [i, e] of limit.entries()) expect(Math.abs(e - w[i]!)).toBeLessThan(1e-8);
        const gap = limit.map((e, i) => {
          const half = toNumber(problem.start[i]!) ** 2 / 2;
          const alpha = half * Math.exp(-(plus[i]! + minus[i]!) / 2);
          const shift = (half * (Math.exp(-plus[i]!) - Math.exp(-minus[i]!))) / 2;
          return (Math.asinh(e / alpha) - Math.asinh(shift / alpha)) / 2;
        });
        const off = nullProjector(integers(rows)).map((row) => row.reduce((s, e, i) => s + toNumber(e) * gap[i]!, 0));
        // A step with ηg = ±1 exactly is outside the identity.
        if (gap.every(Number.isFinite)) expect(Math.hypot(...off)).toBeLessThan(1e-7);
      }
      console.log('descent:', seen);
      expect(seen.get('converges')).toBeGreaterThanOrEqual(0.9 * RUNS);
    },
    60_000 + 1000 * RUNS,
  );

  it('a wide enclosure of the limit, asked for early, holds the narrow one', () => {
    let held = 0;
    for (let k = 0; k < 20; k++) {
      const { problem } = network();
      const early = descentLimit(problem, { relativeBits: 4, maxSteps: 300 });
      const late = descentLimit(problem, { relativeBits: 34, maxSteps: 600 });
      if (early.kind !== 'converges' || late.kind !== 'converges' || early.steps === late.steps) continue;
      held++;
      for (const [i, e] of early.limit.entries()) {
        expect(e.lo <= late.limit[i]!.lo + 1e-9 && late.limit[i]!.hi - 1e-9 <= e.hi).toBe(true);
      }
    }
    expect(held).toBeGreaterThan(5);
  });

  it('a start next to an interpolator that repels is not called convergent', () => {
    const residual = [sub(mul(x, y), T.whole(1))];
    const start = [q(1), r('1.0000000000001')];
    expect(descentLimit({ state: [x, y], residual, eta: r('1.1'), start }, { maxSteps: 100 }).kind).toBe('undecided');
    expect(descentLimit({ state: [x, y], residual, eta: r('0.9'), start }, { maxSteps: 900 }).kind).toBe('converges');
  });

  it('an exact hit is recognised, and no other run is called one', () => {
    const state = [x, y];
    const residual = [sub(mul(x, y), T.whole(0))];
    const hit = descentLimit({ state, residual, eta: q(1), start: [q(8, 5), q(1)] }, { bits: 512 });
    expect(hit.kind).toBe('undecided');
    const exact = descentLimit({ state, residual, eta: q(1), start: [q(2), q(1)] });
    expect(exact).toMatchObject({ kind: 'converges', rate: 0, steps: 1 });
    expect(exact.kind === 'converges' && exact.limit.map((e) => e.lo)).toEqual([0, -3]);
  });

  it('diverging and circling runs are undecided', () => {
    const residual = [sub(mul(x, y), T.whole(1))];
    const go = (eta: string, a: string, b: string) =>
      descentLimit({ state: [x, y], residual, eta: r(eta), start: [r(a), r(b)] }, { maxSteps: 400 }).kind;
    expect(go('1', '10', '-10')).toBe('undecided');
    expect(go('1.1', '1.2', '1.2')).toBe('undecided');
    expect(go('0.2', '1.2', '0.9')).toBe('converges');
  });

  it('the step is the gradient step', () => {
    const [first] = descentStep({ state: [x], residual: [sub(pow(x, 2), T.whole(3))], eta: q(1, 8), start: [Q.ONE] });
    const map = systemOf([x], [first!])(D);
    expect(contains(map.value([D.rational(q(2))])[0]!, q(3, 2))).toBe(true);
  });
});

describe('divergence', () => {
  it('met, not met, and where floats overflow without it: undecided', () => {
    expect(productEscape(q(10), q(-10), Q.ONE, Q.ONE)).toMatchObject({ kind: 'diverges', step: 0 });
    const later = productEscape(q(3), q(-2), Q.ONE, q(1));
    expect(later.kind === 'diverges' && later.step > 0).toBe(true);
    expect(productEscape(r('1.2'), r('0.9'), Q.ONE, r('0.2')).kind).toBe('undecided');
    expect(productEscape(q(3), q(1, 16), Q.ONE, q(7, 16), { maxSteps: 12 }).kind).toBe('undecided');
    expect(() => productEscape(q(1), q(1), q(-1), q(1))).toThrow(RangeError);
  });
  it('the cone does grow a thousandfold', () => {
    for (let k = 0; k < 50; k++) {
      const eta = q(int(1, 8), 4);
      let [u, v] = [q(int(-40, 40), 4), q(int(-40, 40), 4)];
      if (productEscape(u, v, Q.ONE, eta, { maxSteps: 0 }).kind !== 'diverges') continue;
      const e = () => Q.sub(Q.mul(u, v), Q.ONE);
      for (let t = 0; t < 3; t++) {
        const before = e();
        const pull = Q.mul(eta, before);
        [u, v] = [Q.sub(u, Q.mul(pull, v)), Q.sub(v, Q.mul(pull, u))];
        expect(Q.compare(Q.abs(e()), Q.mul(q(1000), Q.abs(before)))).toBeGreaterThanOrEqual(0);
      }
    }
  });
  it('x(1 + η − ηx²) diverges from outside √(1 + 2/η), is undecided inside', () => {
    const cubic =
      (eta: Q.Rational) =>
      <S>(a: Arithmetic<S>) =>
      (z: S) =>
        a.sub(a.rational(Q.add(Q.ONE, eta)), a.mul(a.rational(eta), a.square(z)));
    expect(ratioEscape(cubic(r('0.9')), q(2)).kind).toBe('diverges');
    expect(ratioEscape(cubic(r('0.9')), q(-2)).kind).toBe('diverges');
    expect(ratioEscape(cubic(r('0.9')), q(179, 100), { maxSteps: 300 }).kind).toBe('undecided');
    expect(ratioEscape(cubic(r('0.9')), q(1)).kind).toBe('undecided');
    const leaning =
      (s: number) =>
      <S>(a: Arithmetic<S>) =>
      (z: S) =>
        a.add(a.rational(q(2)), a.mul(a.rational(q(s)), z));
    expect(ratioEscape(leaning(1), q(1), { maxSteps: 0 }).kind).toBe('undecided');
    expect(ratioEscape(leaning(-1), q(1), { maxSteps: 0 }).kind).toBe('undecided');
    expect(() => ratioEscape(cubic(q(1)), q(1), { factor: Q.ONE })).toThrow(RangeError);
  });
});
