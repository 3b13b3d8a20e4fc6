import { describe, expect, it } from 'vitest';
import { approach, dualSystem, proveDual } from '../../src/certify/dual.ts';
import { leastL1 } from '../../src/certify/interpolator.ts';
import { proveNear } from '../../src/certify/krawczyk.ts';
import {
  type FlowProblem,
  flowLimit,
  hasPositiveInterpolator,
  initial,
  type Limit,
  type Start,
} from '../../src/certify/limit.ts';
import { dot, integers, leastNorm, type Vector } from '../../src/certify/linear.ts';
import { type Field, integrate } from '../../src/dynamics/integrate.ts';
import * as F from '../../src/number/bigfloat.ts';
import { parseRational, toNumber } from '../../src/number/decimal.ts';
import { contains, type Dyadic, dyadic, relativeWidth, toDoubles, toRationals } from '../../src/number/dyadic.ts';
import * as Q from '../../src/number/rational.ts';

/** LIMITS=1000 for the full run. */
const COUNT = Number(process.env.LIMITS ?? 60);
const FULL = 60_000 + 1000 * COUNT;
const q = (n: number, d = 1) => Q.rational(n, d);
const v = (...xs: (number | string)[]) => xs.map((x) => parseRational(`${x}`)!);
const flow = (x: number[][], y: Vector, start: Start): FlowProblem => ({
  dynamics: 'gradient flow',
  loss: 'squares',
  x: integers(x),
  y,
  start,
});
const found = (limit: Limit) => {
  if (limit.kind !== 'enclosed') throw new Error(limit.reason);
  return limit;
};
const centres = (w: readonly Dyadic[]) => w.map((x) => (toDoubles(x)[0] + toDoubles(x)[1]) / 2);

let state = 1;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const int = (a: number, b: number) => a + Math.floor(random() * (b - a + 1));

/** Whole X and y, a third of them rank-deficient, a fifth with a y of its own. */
function problem() {
  const [n, d] = [int(1, 3), int(1, 6)];
  const x = Array.from({ length: n }, () => Array.from({ length: d }, () => int(-3, 3)));
  if (n > 1 && random() < 1 / 3) x[n - 1] = x[0]!.map((e, j) => (n === 3 ? e - x[1]![j]! : -2 * e));
  const teacher = Array.from({ length: d }, () => int(-3, 3));
  const own = random() < 0.2;
  const y = x.map((row) => q(own ? int(-4, 4) : row.reduce((s, e, j) => s + e * teacher[j]!, 0)));
  const alpha = parseRational(`${int(1, 9)}e${int(-6, 2)}`)!;
  return { x, y, d, alpha, consistent: leastNorm(integers(x), y) !== undefined };
}
const same = (d: number, a: Q.Rational) => Array.from({ length: d }, () => a);

/** min Σ 2α²(cosh sᵢ − 1) − y·λ in doubles; undefined where doubles do not reach a residual of 1e-10. */
function floatDual(x: number[][], y: number[], alpha: number): number[] | undefined {
  const n = x.length;
  if (n === 0) return undefined;
  let l = y.map(() => 0);
  const at = (m: number[]) =>
    x[0]!.map((_, i) => 2 * alpha ** 2 * Math.sinh(x.reduce((s, row, k) => s + row[i]! * m[k]!, 0)));
  const residual = (w: number[]) => x.map((row, k) => row.reduce((s, e, i) => s + e * w[i]!, 0) - y[k]!);
  for (let round = 0; round < 2000; round++) {
    const w = at(l);
    const r = residual(w);
    const slopes = w.map((e) => Math.hypot(e, 2 * alpha ** 2));
    const h = x.map((row, k) => [
      ...x.map((other) => row.reduce((s, e, i) => s + e * other[i]! * slopes[i]!, 0)),
      r[k]!,
    ]);
    for (let c = 0; c < n; c++) {
      const p = h.findIndex(
        (row, i) => i >= c && Math.abs(row[c]!) === Math.max(...h.slice(c).map((z) => Math.abs(z[c]!))),
      );
      [h[c], h[p]] = [h[p]!, h[c]!];
      if (Math.abs(h[c]![c]!) < 1e-14 * Math.max(...h[c]!.map(Math.abs))) h[c]![c] = Number.POSITIVE_INFINITY;
      for (let i = 0; i < n; i++)
        if (i !== c) h[i] = h[i]!.map((e, j) => (j < c ? e : e - (h[i]![c]! / h[c]![c]!) * h[c]![j]!));
    }
    const move = h.map((row, k) => -row[n]! / row[k]!);
    const ds = x[0]!.map((_, i) => x.reduce((s, row, k) => s + row[i]! * move[k]!, 0));
    const t = Math.min(1, 1 / Math.max(...ds.map(Math.abs)));
    l = l.map((e, k) => e + (t > 0 ? t * move[k]! : 0));
  }
  const w = at(l);
  const scale = Math.hypot(...y);
  return Math.hypot(...residual(w)) <= 1e-10 * scale ? w : undefined;
}

describe('the limit of u² − v² on random whole problems', () => {
  const bits = 256;
  const a = dyadic(bits);
  const total = (w: readonly Dyadic[]) => w.reduce(a.add, a.rational(Q.ZERO));
  /** q(z) = 2 − √(4 + z²) + z·asinh(z/2). */
  const hyp = (z: Dyadic) =>
    a.add(
      a.sub(a.rational(q(2)), a.sqrt(a.add(a.rational(q(4)), a.square(z)))),
      a.mul(z, a.asinh(a.div(z, a.rational(q(2))))),
    );

  it(
    'every consistent one is enclosed, interpolates, agrees with floats, and obeys the ℓ1 and ℓ2 bounds',
    () => {
      const seen = { enclosed: 0, refused: 0, compared: 0, bits: new Map<number, number>() };
      for (let k = 0; k < COUNT; k++) {
        const { x, y, d, alpha, consistent } = problem();
        const limit = flowLimit(flow(x, y, { form: 'difference', depth: 2, u: same(d, alpha), v: same(d, alpha) }), {
          relativeBits: 80,
        });
        if (!consistent) {
          expect(limit).toEqual({ kind: 'undecided', reason: 'y is not in the range of X' });
          seen.refused++;
          continue;
        }
        const { w, bits: used } = found(limit);
        seen.enclosed++;
        seen.bits.set(used, (seen.bits.get(used) ?? 0) + 1);
        const largest = Math.max(...w.flatMap((e) => toDoubles(e).map(Math.abs)));
        for (const e of w)
          expect(relativeWidth(e) < Math.log2(1e-10) || toDoubles(e)[1] - toDoubles(e)[0] < 1e-30 * largest).toBe(true);
        x.forEach((row, i) => {
          const sum = total(row.map((e, j) => a.mul(a.rational(q(e)), w[j]!)));
          expect(contains(sum, y[i]!)).toBe(true);
        });
        const numbers = floatDual(independent(x), independentTargets(x, y).map(toNumber), toNumber(alpha));
        if (numbers) {
          seen.compared++;
          const scale = Math.max(1e-300, ...numbers.map(Math.abs));
          for (const [i, e] of centres(w).entries()) expect(Math.abs(e - numbers[i]!)).toBeLessThan(1e-8 * scale);
        }
        bounds(x, y, d, alpha, w);
      }
      console.log(
        `${COUNT} problems: ${seen.enclosed} enclosed, ${seen.refused} refused, ${seen.compared} compared; bits`,
        seen.bits,
      );
      expect(seen.compared).toBeGreaterThan(seen.enclosed / 2);
      expect(seen.refused).toBeGreaterThan(0);
    },
    FULL,
  );

  const independentRows = (x: number[][]) => {
    const kept: number[] = [];
    x.forEach((_, i) => {
      const rows = integers([...kept.map((k) => x[k]!), x[i]!]);
      if (
        leastNorm(
          rows,
          rows.map((_, k) => (k === kept.length ? Q.ONE : Q.ZERO)),
        )
      )
        kept.push(i);
    });
    return kept;
  };
  const independent = (x: number[][]) => independentRows(x).map((i) => x[i]!);
  const independentTargets = (x: number[][], y: Vector) => independentRows(x).map((i) => y[i]!);

  function bounds(x: number[][], y: Vector, d: number, alpha: Q.Rational, w: readonly Dyadic[]) {
    const l1 = leastL1(integers(x), y);
    const l2 = leastNorm(integers(x), y)!;
    if (l1.kind !== 'found') throw new Error('no interpolator');
    const trivial = y.every((e) => e.num === 0n);
    const [square, count] = [a.rational(Q.mul(alpha, alpha)), a.rational(q(d))];
    const s = total(w.map(a.abs));
    const jensen = a.mul(count, hyp(a.div(s, a.mul(count, square))));
    const sparse = hyp(a.div(a.rational(l1.value), square));
    expect(a.compare('<', sparse, jensen)).not.toBe('yes');
    if (d > 1 && !trivial) expect(a.compare('<', jensen, sparse)).toBe('yes');
    const b = a.rational(dot(l2, l2));
    const spread = a.asinh(a.div(b, a.mul(a.rational(q(8)), a.square(square))));
    const size = total(w.map(a.square));
    const bound = a.mul(b, a.exp(spread));
    expect(a.compare('<', bound, size)).not.toBe('yes');
    if (!trivial) expect(a.compare('<', size, bound)).toBe('yes');
  }
});

describe('the limit at depth D ≥ 3 on random whole problems', () => {
  const a = dyadic(256);
  /** q_D(x) = z·x − H_D(z) where h_D(z) = x; the z of a limit in one coordinate from u = v = 1. */
  const potential = (depth: number, x: Q.Rational): Dyadic => {
    const one: Start = { form: 'difference', depth, u: v(1), v: v(1) };
    const z = found(flowLimit(flow([[1]], [x], one), { relativeBits: 220 })).dual[0]!;
    const raised = (e: Dyadic) => (depth === 4 ? a.pow(e, -1) : depth === 3 ? a.pow(e, -2) : a.power(e, q(-1, 2)));
    const [up, down] = [a.sub(a.rational(Q.ONE), z), a.add(a.rational(Q.ONE), z)].map(raised);
    const h = a.mul(a.rational(q(depth - 2, 2)), a.sub(a.add(up!, down!), a.rational(q(2))));
    return a.sub(a.mul(z, a.rational(x)), h);
  };
  it(
    'the deep ℓ1 bound holds rigorously: S − R ≤ (D/2)·α^(D−2)·d^(1−2/D)·S^(2/D), and q_D(R/α^D) > d·q_D(S/(dα^D))',
    () => {
      const seen = new Map<number, number>();
      for (let k = 0; k < COUNT; k++) {
        const { x, y, d, alpha, consistent } = problem();
        const depth = [3, 4, 6][k % 3]!;
        const limit = flowLimit(flow(x, y, { form: 'difference', depth, u: same(d, alpha), v: same(d, alpha) }), {
          relativeBits: 160,
        });
        expect(limit.kind).toBe(consistent ? 'enclosed' : 'undecided');
        if (limit.kind !== 'enclosed') continue;
        seen.set(limit.bits, (seen.get(limit.bits) ?? 0) + 1);
        const l1 = leastL1(integers(x), y);
        if (l1.kind !== 'found' || l1.value.num === 0n) continue;
        const s = limit.w.map(a.abs).reduce(a.add);
        const raised = (z: Dyadic, e: Q.Rational) => (e.den === 1n ? a.pow(z, Number(e.num)) : a.power(z, e));
        const scale = a.rational(Q.mul(q(depth, 2), Q.pow(alpha, depth - 2)));
        const shape = a.mul(raised(a.rational(q(d)), q(depth - 2, depth)), raised(s, q(2, depth)));
        expect(a.compare('<=', a.sub(s, a.rational(l1.value)), a.mul(scale, shape))).toBe('yes');
        if (d === 1 || k % 4 !== 0) continue;
        const unit = Q.pow(alpha, depth);
        const spread = potential(depth, Q.div(toRationals(s)[1]!, Q.mul(q(d), unit)));
        const jensen = a.compare('<', a.mul(a.rational(q(d)), spread), potential(depth, Q.div(l1.value, unit)));
        expect(jensen).toBe('yes');
      }
      console.log('depth 3, 4, 6: bits', seen);
    },
    FULL,
  );
});

describe('the dual', () => {
  it('a zero outside the dual box (where whole powers are defined too) is not a limit', () => {
    const task = {
      x: [v(1)],
      y: [q(-28, 27)],
      from: [Q.ZERO],
      links: [{ kind: 'power' as const, p: q(3), a: q(1), b: q(1) }],
    };
    expect(proveNear(dualSystem(task.x, task.y, task.links), [F.float(2n)], 128)).toBeDefined();
    expect(proveDual(task, [F.float(2n)], 128)).toBeUndefined();
    const { lambda } = approach(task, [F.ZERO], 128);
    const inside = proveDual(task, lambda, 128)!;
    expect(toDoubles(inside.s[0]!)[0]).toBeGreaterThan(-1);
    expect(contains(inside.w[0]!, q(-28, 27))).toBe(true);
  });
});

describe('the limit agrees with the flow integrated in floats', () => {
  /** Runs the flow of the parameters until the gradient is small. */
  function integrated({ x, y, start }: FlowProblem): number[] | undefined {
    const d = start.u.length;
    const matrix = x.map((row) => row.map(toNumber));
    const target = y.map(toNumber);
    const w = (z: Float64Array, i: number) =>
      start.form === 'product'
        ? z[i]! * z[d + i]!
        : z[i]! ** start.depth - (start.form === 'power' ? 0 : z[d + i]! ** start.depth);
    const field: Field = (_t, z, out) => {
      const r = matrix.map((row, k) => row.reduce((s, e, i) => s + e * w(z, i), 0) - target[k]!);
      for (let i = 0; i < d; i++) {
        const g = matrix.reduce((s, row, k) => s + row[i]! * r[k]!, 0);
        const [u, b] = [z[i]!, z[d + i]!];
        const D = start.form === 'product' ? 1 : start.depth;
        out[i] = start.form === 'product' ? -g * b : -D * u ** (D - 1) * g;
        out[d + i] = start.form === 'product' ? -g * u : start.form === 'power' ? 0 : D * b ** (D - 1) * g;
      }
    };
    const from = [...start.u, ...(start.form === 'power' ? start.u : start.v)].map(toNumber);
    const until = (_t: number, z: Float64Array) =>
      matrix.every((row, k) => Math.abs(row.reduce((s, e, i) => s + e * w(z, i), 0) - target[k]!) < 1e-7);
    const run = integrate(field, 0, from, 1e4, { rtol: 1e-10, atol: 1e-12, until, maxSteps: 4000 });
    return run.stop === 'event' ? Array.from({ length: d }, (_, i) => w(run.y, i)) : undefined;
  }
  const factor = () => q(int(3, 12), 8);

  it('for every form of network', () => {
    const counts = new Map<string, number>();
    for (let k = 0; k < Math.max(60, COUNT / 5); k++) {
      const { x, d } = problem();
      const teacher = Array.from({ length: d }, () => q(int(1, 4), 2));
      const y = integers(x).map((row) => dot(row, teacher));
      const [u, w] = [Array.from({ length: d }, factor), Array.from({ length: d }, () => Q.sub(factor(), q(1, 16)))];
      const starts: Start[] = [
        { form: 'difference', depth: 2, u, v: w },
        { form: 'difference', depth: 3, u, v: w },
        { form: 'difference', depth: 5, u, v: w },
        { form: 'product', u, v: w.map((e, i) => (i % 2 ? Q.neg(e) : e)) },
        { form: 'power', depth: 2, u },
        { form: 'power', depth: 4, u },
      ];
      const start = starts[k % starts.length]!;
      const task = flow(x, y, start);
      const numbers = integrated(task);
      const limit = found(flowLimit(task));
      if (!numbers) continue;
      const name = `${start.form} ${start.form === 'product' ? '' : start.depth}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      for (const [i, e] of centres(limit.w).entries())
        expect(Math.abs(e - numbers[i]!)).toBeLessThan(1e-5 * (1 + Math.abs(e)));
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(count).toBeGreaterThan(5);
  });
});

describe('known limits', () => {
  const near = (limit: Limit, expected: number[], digits = 5) =>
    expect(centres(found(limit).w).every((e, i) => Math.abs(e - expected[i]!) < 0.5 * 10 ** -digits)).toBe(true);
  const row = (...xs: (number | string)[]) => ({ dynamics: 'gradient flow', loss: 'squares', x: [v(...xs)], y: v(1) });
  const level = (depth: number, ...u: (number | string)[]): Start => ({
    form: 'difference',
    depth,
    u: v(...u),
    v: v(...u),
  });

  it('numbers known from the literature', () => {
    near(flowLimit({ ...row(1, '0.9'), start: level(3, '0.5', 1) }), [0.0678196, 1.035756], 6);
    near(flowLimit({ ...row(1, '0.5'), start: level(2, '0.5', '0.5') }), [0.82896, 0.34208], 5);
    near(flowLimit({ ...row(1, '0.5'), start: level(2, '1e-6', '1e-6') }), [1, 0.9999997e-6], 6);
    near(flowLimit({ ...row(1, '0.9'), start: level(3, '0.001', '0.002') }), [1.1e-8, 1.11111], 5);
    const tiny = found(flowLimit({ ...row(1, '0.5'), start: level(2, '1e-6', '1e-6') }));
    expect(centres(tiny.w)[1]! / 1e-6).toBeCloseTo(0.9999997, 7);
  });

  it('one coordinate, one example: y/x exactly, from any admissible start', () => {
    for (const start of [level(2, '1e-6'), level(8, '1e-6'), level(5, 1000), level(2, 1000)]) {
      const { w } = found(flowLimit({ dynamics: 'gradient flow', loss: 'squares', x: [v(3)], y: v(-7), start }));
      expect(contains(w[0]!, q(-7, 3))).toBe(true);
      expect(relativeWidth(w[0]!)).toBeLessThan(-40);
    }
  });

  it('a start that interpolates stays, exactly', () => {
    const start: Start = { form: 'difference', depth: 2, u: v(2), v: v(1) };
    const { w } = found(flowLimit(flow([[1]], v(3), start)));
    expect(w[0]!.lo).toEqual(w[0]!.hi);
    expect(contains(w[0]!, q(3))).toBe(true);
  });

  it('a column of zeros leaves its coordinate where it starts, whatever its start', () => {
    const start: Start = { form: 'product', u: v(2, 5), v: v(1, 5) };
    const { w } = found(flowLimit(flow([[1, 0]], v(-4), start)));
    expect(contains(w[0]!, q(-4)) && contains(w[1]!, q(25))).toBe(true);
    const still = found(flowLimit(flow([[0, 0]], v(0), start)));
    expect(still.w.every((e, i) => contains(e, initial(start)[i]!))).toBe(true);
  });

  it('dependent rows lose nothing', () => {
    const start = level(2, '0.5', '0.25');
    const once = found(flowLimit(flow([[1, 2]], v(3), start)));
    const twice = found(
      flowLimit(
        flow(
          [
            [1, 2],
            [2, 4],
            [0, 0],
          ],
          v(3, 6, 0),
          start,
        ),
      ),
    );
    expect(twice.w).toEqual(once.w);
  });
});

describe('what the lemma does not cover is undecided, with the reason', () => {
  const reason = (p: FlowProblem) => {
    const limit = flowLimit(p);
    return limit.kind === 'undecided' ? limit.reason : limit.kind;
  };
  const level: Start = { form: 'difference', depth: 2, u: v(1), v: v(1) };
  const p = flow([[1]], v(1), level);
  it('must refuse', () => {
    expect(reason({ ...p, loss: 'logistic' })).toBe('not the squared loss');
    expect(reason({ ...p, dynamics: 'gradient descent' })).toBe('not a gradient flow');
    expect(reason(flow([[1], [1]], v(1, 2), level))).toBe('y is not in the range of X');
    expect(reason(flow([[0]], v(1), level))).toBe('y is not in the range of X');
    const product = (u: string, w: string): Start => ({ form: 'product', u: v(u), v: v(w) });
    expect(reason(flow([[1]], v(-1), product('1', '1')))).toBe('the sign of w can not change');
    expect(reason(flow([[1]], v(1), product('1', '-1')))).toBe('the sign of w can not change');
    expect(reason(flow([[1]], v(1), product('0', '0')))).toBe('the sign of w can not change');
    expect(reason(flow([[1]], v(1), product('0', '1')))).toBe('enclosed');
    const squares = (depth: number, u: string, w: string): Start => ({ form: 'difference', depth, u: v(u), v: v(w) });
    expect(reason(flow([[1]], v(1), squares(2, '0', '1')))).toBe('a factor starts at 0');
    expect(reason(flow([[1]], v(1), squares(2, '1', '0')))).toBe('a factor starts at 0');
    expect(reason(flow([[1]], v(1), squares(2, '-1', '1')))).toBe('enclosed');
    expect(reason(flow([[1]], v(1), squares(3, '-1', '1')))).toBe('a factor does not start positive');
    expect(reason(flow([[1]], v(1), squares(4, '1', '0')))).toBe('a factor starts at 0');
    const power = (depth: number, ...u: number[]): Start => ({ form: 'power', depth, u: v(...u) });
    expect(reason(flow([[1]], v(-1), power(2, 1)))).toBe('no strictly positive interpolator');
    expect(
      reason(
        flow(
          [
            [1, 1],
            [1, -1],
          ],
          v(1, 1),
          power(3, 1, 1),
        ),
      ),
    ).toBe('no strictly positive interpolator');
    expect(reason(flow([[1]], v(1), power(3, -1)))).toBe('a factor does not start positive');
    expect(reason(flow([[1]], v(1), power(3, 0)))).toBe('a factor starts at 0');
  });
  it('too little precision is "undecided", not a wrong enclosure', () => {
    const tiny: Start = { form: 'difference', depth: 8, u: v('1e-6', '1e-6'), v: v('1e-6', '1e-6') };
    const limit = flowLimit(flow([[1, 2]], v(1), tiny), { ladder: [24] });
    expect(limit.kind).toBe('undecided');
  });
  it('misuse throws', () => {
    expect(() => flowLimit(flow([[1, 2]], v(1), level))).toThrow(RangeError);
    expect(() => flowLimit(flow([[1]], v(1), { ...level, depth: 1 }))).toThrow(RangeError);
    expect(() => flowLimit(flow([[1]], v(1, 2), level))).toThrow(RangeError);
  });
  it('strictly positive interpolators are told from nonnegative ones', () => {
    expect(hasPositiveInterpolator(integers([[1, 1]]), v(1))).toBe('yes');
    expect(hasPositiveInterpolator(integers([[1, 1]]), v(0))).toBe('no');
    expect(
      hasPositiveInterpolator(
        integers([
          [1, -1],
          [1, 1],
        ]),
        v('0.999', 1),
      ),
    ).toBe('yes');
    expect(
      hasPositiveInterpolator(
        integers([
          [1, -1],
          [1, 1],
        ]),
        v(1, 1),
      ),
    ).toBe('no');
  });
});
