/** Every statement about quantized training, true and false, with its exact numbers. */
import { describe, expect, it, vi } from 'vitest';
import { diagonalOutput } from '../../src/computable/sign.ts';
import * as T from '../../src/expr/term.ts';
import { bitLength } from '../../src/number/bigfloat.ts';
import * as F from '../../src/number/fixed.ts';
import * as Q from '../../src/number/rational.ts';
import { classifier } from '../../src/quantized/classify.ts';
import * as D from '../../src/quantized/decide.ts';
import * as G from '../../src/quantized/graph.ts';
import * as M from '../../src/quantized/map.ts';
import { gridMinimum } from '../../src/quantized/optimum.ts';
import * as S from '../../src/quantized/stochastic.ts';
import { c, oneWeight, q, randomness, type Setting, spec, squareLoss } from './models.ts';

vi.setConfig({ testTimeout: 60_000 });

const u = T.variable('u');
const small = (name: string, bound: number): F.Format => F.format(name, { bound });
const le = (a: Q.Rational, b: Q.Rational): boolean => Q.compare(a, b) <= 0;
const orbitOf = (map: M.QuantizedMap, start: M.State): D.Orbit => {
  const d = D.decide(map, start);
  if (d.kind !== 'orbit') throw new Error(d.reason);
  return d.orbit;
};
type Mode = { readonly rounding: F.Rounding; readonly rounds: 'update' | 'store' };
const MODES: readonly Mode[] = F.ROUNDINGS.flatMap((rounding) => [
  { rounding, rounds: 'update' },
  { rounding, rounds: 'store' },
]);

/** One sample, d = 1, in grid units: x = X s, y = Y s. */
const one = (f: number, bound: number, X: number, Y: number, eta: Q.Rational, mode: Mode): Setting => ({
  data: [{ x: q(X, 1 << f), y: q(Y, 1 << f) }],
  eta,
  format: small(`q${30 - f}.${f}`, bound),
  ...mode,
});
const rneUpdate: Mode = { rounding: 'nearest-even', rounds: 'update' };
const rneStore: Mode = { rounding: 'nearest-even', rounds: 'store' };
const rzStore: Mode = { rounding: 'toward-zero', rounds: 'store' };

/** Linear descent w ← w − h(w − m), one coordinate, s = 2^-f. */
const linear = (h: Q.Rational, m: Q.Rational, mode: Mode, format = F.format('q24.0')): M.QuantizedMap =>
  M.quantize(
    { states: ['u'], decrements: [T.mul(T.num(h), T.sub(u, T.num(m)))], format, rounds: mode.rounds },
    mode.rounding,
  );
const linearStep = (h: Q.Rational, m: Q.Rational, w: Q.Rational): Q.Rational => Q.sub(w, Q.mul(h, Q.sub(w, m)));
const gap = (z: M.State, w: Q.Rational): Q.Rational => Q.abs(Q.sub(q(z[0]!), w));

describe('cycles (D1, D1b)', () => {
  it('3000 instances, d ≤ 3, every mode: the certificate holds, μ + λ within the state count, few evaluations', () => {
    const random = randomness(1);
    const periods = new Set<number>();
    let worst = 0;
    for (let k = 0; k < 3000; k++) {
      const d = 1 + (k % 3);
      const names = Array.from({ length: d }, (_, i) => [`u${i}`, `v${i}`]).flat();
      const term = (i: number) =>
        T.mul(c(random(9) - 4, 2), T.sub(T.pow(T.variable(`u${i}`), 2), T.pow(T.variable(`v${i}`), 2)));
      const f = Array.from({ length: d }, (_, i) => term(i)).reduce(T.add);
      const loss = T.div(T.pow(T.sub(f, c(random(17) - 8, 4)), 2), T.whole(2));
      const bound = 4 + random(12);
      const map = M.quantize(
        {
          states: names,
          decrements: M.descentDecrements(loss, c(1 + random(8), 8), names),
          format: small('q6.2', bound),
          rounds: k % 2 ? 'store' : 'update',
        },
        F.ROUNDINGS[k % 4]!,
      );
      const start = names.map(() => random(2 * bound + 1) - bound);
      const o = orbitOf(map, start);
      expect(D.checkCycle(map.exact, start, o)).toBe(true);
      expect(o.mu + o.lambda).toBeLessThanOrEqual((2 * bound + 1) ** (2 * d));
      worst = Math.max(worst, o.evaluations / (o.mu + o.lambda));
      periods.add(o.lambda);
    }
    expect(worst).toBeLessThanOrEqual(4);
    expect(Math.max(...periods)).toBeGreaterThan(10);
  });
  it('a wrong certificate is refused: too late, too long, shifted', () => {
    const map = oneWeight(one(4, 64, 16, 8, q(1, 3), { rounding: 'floor', rounds: 'store' }));
    const o = orbitOf(map, [31, 5]);
    const check = (change: Partial<D.Cycle>) => D.checkCycle(map.exact, o.start, { ...o, ...change });
    expect(check({})).toBe(true);
    expect(check({ lambda: 2 * o.lambda })).toBe(false);
    expect(check({ mu: o.mu + 1, entry: map.exact(o.entry) })).toBe(false);
    expect(check({ mu: o.mu - 1 })).toBe(false);
    expect(check({ lambda: 0 })).toBe(false);
    expect(o.lambda).toBeGreaterThan(1);
    expect(check({ mu: o.mu + 1, lambda: o.lambda - 1 })).toBe(false);
  });
});

describe('fixed points (D2, D3, D7)', () => {
  it('D3: an interior fixed point under nearest-even updates has |∇L| ≤ s/(2η)', () => {
    for (const Y of [-8, 3, 8, 20]) {
      const s = one(4, 24, 16, Y, q(1, 8), rneUpdate);
      const map = oneWeight(s);
      const slopes = M.descentDecrements(squareLoss(s.data), T.whole(1), ['u', 'v']).map((t) => M.observable(map, t));
      const bound = Q.div(q(1, 16), Q.mul(q(2), s.eta));
      for (const { entry, period } of G.cycles(G.graph(map))) {
        const z = G.stateOf(map, entry);
        if (period !== 1 || z.some((n) => Math.abs(n) === 24)) continue;
        for (const slope of slopes) expect(le(Q.abs(slope(z)), bound)).toBe(true);
      }
    }
  });
  it('D7: the start u = v = n stays ⇔ 2ηn|xy| ≤ 1/2, and its like for each mode', () => {
    let [stayed, moved] = [0, 0];
    for (const mode of MODES.filter((m) => m.rounding !== 'floor' && m.rounding !== 'nearest-away'))
      for (const [X, Y] of [
        [4, 4],
        [3, -5],
        [8, 2],
        [4, 0],
      ] as const)
        for (let n = 1; n <= 20; n++) {
          const eta = q(1, 16);
          const s = one(2, 20, X, Y, eta, mode);
          const t = Q.mul(Q.mul(q(2 * n), eta), Q.abs(q(X * Y, 16)));
          const half = Q.compare(t, q(1, 2));
          const wanted =
            mode.rounding === 'toward-zero'
              ? mode.rounds === 'update'
                ? Q.compare(t, Q.ONE) < 0
                : t.num === 0n
              : mode.rounds === 'update'
                ? half <= 0
                : half < 0 || (half === 0 && n % 2 === 0);
          const z = [n, n];
          const pushed = mode.rounds === 'store' && mode.rounding === 'toward-zero' && n === 20;
          if (pushed) continue;
          expect({ s, n, fixed: D.same(oneWeight(s).exact(z), z) }).toEqual({ s, n, fixed: wanted });
          wanted ? stayed++ : moved++;
        }
    expect(Math.min(stayed, moved)).toBeGreaterThan(50);
  });
  it('never reaches zero loss, for all time, where exact descent converges: the dead start, D6′ and a tiny step', () => {
    const cases: readonly (readonly [Setting, M.State])[] = [
      [one(8, 2047, 256, 256, q(1, 8), rneUpdate), [1, 1]],
      [one(4, 127, 16, 8, q(1, 8), rneUpdate), [1, 1]],
      [one(6, 2000, 64, 32, q(1, 16), { rounding: 'toward-zero', rounds: 'update' }), [7, 7]],
    ];
    for (const [s, start] of cases) {
      const map = oneWeight(s);
      const loss = M.observable(map, squareLoss(s.data));
      const o = orbitOf(map, start);
      expect(D.never(o, (z) => loss(z).num === 0n).answer).toBe('yes');
      expect(D.always(o, (z, next) => D.same(z, next)).answer).toBe('yes');
      let [a, b] = start.map((n) => n / 2 ** s.format.fraction) as [number, number];
      const [x, y, eta] = [
        1,
        Number(s.data[0]!.y.num) / Number(s.data[0]!.y.den),
        Number(s.eta.num) / Number(s.eta.den),
      ];
      for (let t = 0; t < 5000; t++) {
        const g = x * (x * (a * a - b * b) - y);
        [a, b] = [a - 2 * eta * g * a, b + 2 * eta * g * b];
      }
      expect(Math.abs(a * a - b * b - y)).toBeLessThan(1e-9);
    }
  });
  it('the rounding mode alone decides: one settles, another cycles', () => {
    const h = q(33, 32);
    const behaviours = F.ROUNDINGS.map(
      (rounding) => orbitOf(linear(h, q(-11, 2), { rounding, rounds: 'update' }), [-20]).lambda,
    );
    expect(behaviours).toEqual([2, 2, 1, 1]);
  });
  it('D2′ is false: rounding at the update and at the store differ on ties', () => {
    const at = (mode: Mode) => oneWeight(one(1, 31, 2, -6, q(1, 4), mode)).exact([1, 1]);
    expect([at(rneUpdate), at(rneStore)]).toEqual([
      [-1, 3],
      [0, 2],
    ]);
  });
  it('D2″ is false: an update of 33/8192 grid steps moves the state; storing toward zero decays weights', () => {
    const s = one(2, 32, 4, -8, q(1, 1024), rzStore);
    const p = M.prepare({ ...spec(s), rounds: 'update' });
    const [{ num, den }] = M.unrounded(p, [1, 0]) as [{ num: bigint; den: bigint }];
    expect(Q.rational(num, den)).toEqual(q(33, 8192));
    expect(oneWeight(s).exact([1, 0])).toEqual([0, 0]);
    const end = (mode: Mode) => orbitOf(oneWeight(one(6, 128, 64, 64, q(1, 128), mode)), [74, 0]);
    expect([end(rzStore).entry, end(rzStore).lambda]).toEqual([[64, 0], 1]);
    expect([end(rneStore).entry, end(rneStore).mu]).toEqual([[74, 0], 0]);
  });
});

describe('deviation from exact descent (D4, D9)', () => {
  /** The largest deviation over the bound; tells whether the bound held. */
  function linearRun(h: Q.Rational, m: Q.Rational, z0: number, mode: Mode, steps: number, half = q(1, 2)) {
    const map = linear(h, m, mode);
    const contraction = Q.abs(Q.sub(Q.ONE, h));
    let [z, w, bound]: [M.State, Q.Rational, Q.Rational] = [[z0], q(z0), Q.ZERO];
    let [holds, tight] = [true, false];
    for (let t = 0; t <= steps; t++) {
      holds &&= le(gap(z, w), bound);
      tight ||= t > 0 && Q.equal(gap(z, w), bound);
      [z, w, bound] = [map.exact(z), linearStep(h, m, w), Q.add(half, Q.mul(contraction, bound))];
    }
    return { holds, tight };
  }
  it('D4a: |z − w| ≤ (s/2)(1 − qᵗ)/(1 − q) for nearest rounding, attained; limit cycles within s/(2(1 − q))', () => {
    const random = randomness(2);
    let attained = false;
    for (let k = 0; k < 200; k++) {
      const [h, m, z0] = [q(1 + random(63), 32), q(random(401) - 200, 1 + random(8)), random(401) - 200];
      if (h.num === 2n * h.den) continue;
      const mode: Mode = { rounding: k % 2 ? 'nearest-even' : 'nearest-away', rounds: k % 4 < 2 ? 'update' : 'store' };
      const r = linearRun(h, m, z0, mode, 12);
      expect(r.holds).toBe(true);
      attained ||= r.tight;
      const o = orbitOf(linear(h, m, mode), [z0]);
      const limit = Q.div(q(1, 2), Q.sub(Q.ONE, Q.abs(Q.sub(Q.ONE, h))));
      for (const z of [...D.states(o)].slice(o.mu)) expect(le(gap(z, m), limit)).toBe(true);
    }
    expect(attained).toBe(true);
  });
  it('D4a for rounding toward zero holds with s, strictly, and fails with s/2: z = 3 is fixed', () => {
    const mode: Mode = { rounding: 'toward-zero', rounds: 'update' };
    expect(linearRun(q(1, 4), q(0), 3, mode, 40).holds).toBe(false);
    expect(linearRun(q(1, 4), q(0), 3, mode, 40, q(1)).holds).toBe(true);
    expect(orbitOf(linear(q(1, 4), q(0), mode), [3])).toMatchObject({ mu: 0, lambda: 1 });
  });
  it('D4a needs that nothing saturates: M = 4, ηh = 15/8, minimiser 4, from −4: deviation 7 > 1/2', () => {
    const map = linear(q(15, 8), q(4), rneUpdate, small('q5.0', 4));
    expect(gap(map.exact([-4]), linearStep(q(15, 8), q(4), q(-4)))).toEqual(q(7));
  });
  it('D4′ is false: z = 2 stays for ever while w has gone to 0.063 after 12 steps; the true bound is 2', () => {
    const h = q(1, 4);
    expect(orbitOf(linear(h, q(0), rneUpdate), [2])).toMatchObject({ mu: 0, lambda: 1 });
    let w = q(2);
    for (let t = 0; t < 12; t++) w = linearStep(h, q(0), w);
    expect(w).toEqual(Q.mul(q(2), Q.pow(q(3, 4), 12)));
    expect(Number(w.num) / Number(w.den)).toBeCloseTo(0.063, 3);
  });

  /** u ← u − ηu(u² − y), s = 1. */
  const cubic = (eta: Q.Rational, y: Q.Rational, rounds: 'update' | 'store' = 'update'): M.QuantizedMap =>
    M.quantize(
      {
        states: ['u'],
        decrements: [T.mul(T.mul(T.num(eta), u), T.sub(T.mul(u, u), T.num(y)))],
        format: F.format('q30.0'),
        rounds,
      },
      'nearest-even',
    );
  const cubicStep = (eta: Q.Rational, y: Q.Rational, w: Q.Rational) =>
    Q.sub(w, Q.mul(Q.mul(eta, w), Q.sub(Q.mul(w, w), y)));
  function constantK(eta: Q.Rational, y: Q.Rational, points: readonly Q.Rational[]): Q.Rational {
    const sorted = [...points].sort(Q.compare);
    const [lo, hi] = [sorted[0]!, sorted[sorted.length - 1]!];
    const ends = lo.num <= 0n && hi.num >= 0n ? [lo, hi, q(0)] : [lo, hi];
    return ends
      .map((x) => Q.abs(Q.add(Q.ONE, Q.mul(eta, Q.sub(y, Q.mul(q(3), Q.mul(x, x)))))))
      .reduce((a, b) => (Q.compare(a, b) < 0 ? b : a));
  }
  const geometric = (K: Q.Rational, t: number): Q.Rational =>
    Q.equal(K, Q.ONE) ? q(t, 2) : Q.div(Q.sub(Q.pow(K, t), Q.ONE), Q.mul(q(2), Q.sub(K, Q.ONE)));
  it('D4b: deviation ≤ (s/2)(Kᵗ − 1)/(K − 1) with K on the hull of both runs', () => {
    const random = randomness(3);
    let checks = 0;
    for (let k = 0; k < 150; k++) {
      const [eta, y, z0] = [q(1, 8 << random(5)), q(random(41) - 20), random(9) - 4];
      const map = cubic(eta, y, k % 2 ? 'store' : 'update');
      let [z, w]: [M.State, Q.Rational] = [[z0], q(z0)];
      const seen = [w];
      for (let t = 1; t <= 5; t++) {
        [z, w] = [map.exact(z), cubicStep(eta, y, w)];
        seen.push(w, q(z[0]!));
        if (bitLength(w.num) > 3000 || Math.abs(z[0]!) > 1000) break;
        expect(le(gap(z, w), geometric(constantK(eta, y, seen), t))).toBe(true);
        checks++;
      }
    }
    expect(checks).toBeGreaterThan(500);
  });
  it('D4b with the constant of another convention is false: 1.484 > 1.172', () => {
    const [eta, y] = [q(1, 16), q(-19)];
    const doubled = Q.mul(q(2), eta);
    const map = cubic(doubled, y);
    let [z, w]: [M.State, Q.Rational] = [[-1], q(-1)];
    const seen = [w];
    for (let t = 1; t <= 2; t++) {
      [z, w] = [map.exact(z), cubicStep(doubled, y, w)];
      seen.push(w, q(z[0]!));
    }
    const number = (a: Q.Rational) => Number(a.num) / Number(a.den);
    expect(number(gap(z, w))).toBeCloseTo(1.484, 3);
    expect(number(geometric(constantK(eta, y, seen), 2))).toBeCloseTo(1.172, 3);
  });
  it('D9: linear descent with 0 < ηh ≤ 1 settles; the step is monotone; ηh = 33/32 has a 2-cycle', () => {
    const random = randomness(4);
    for (let k = 0; k < 400; k++) {
      const [h, m] = [q(1 + random(32), 32), q(random(81) - 40, 1 + random(6))];
      const map = linear(h, m, rneUpdate, F.format('q9.0'));
      for (let j = 0; j < 5; j++) expect(orbitOf(map, [random(512) - 256]).lambda).toBe(1);
      if (h.num < h.den)
        for (let n = -40; n < 40; n++) expect(map.exact([n])[0]!).toBeLessThanOrEqual(map.exact([n + 1])[0]!);
    }
    expect(orbitOf(linear(q(33, 32), q(-11, 2), rneUpdate), [-20]).lambda).toBe(2);
  });
});

describe('stochastic rounding (D5, D5b)', () => {
  const chain = (decrement: T.Term, format: F.Format) =>
    S.quantizeStochastically({ states: ['u'], decrements: [decrement], format, rounds: 'update' });
  it('D5: on affine steps the mean is exact descent', () => {
    const random = randomness(5);
    for (let k = 0; k < 60; k++) {
      const [h, m, z0] = [q(1 + random(40), 1 + random(30)), q(random(41) - 20, 1 + random(9)), random(41) - 20];
      const map = chain(T.mul(T.num(h), T.sub(u, T.num(m))), F.format('q32.0'));
      let w = q(z0);
      for (let t = 0; t <= 4; t++) {
        expect(S.mean(map, u, [z0], t)).toEqual(w);
        w = linearStep(h, m, w);
      }
    }
  });
  /** u ← u − ηu(u² − T). */
  const cubic = (eta: Q.Rational, target: number) => T.mul(T.mul(T.num(eta), u), T.sub(T.mul(u, u), T.whole(target)));
  it('D5′ is false for u²: 2343/1024 against 4829379/2097152 after two steps, equal after one', () => {
    const map = chain(cubic(q(1, 64), 9), F.format('q32.0'));
    const exact = (w: Q.Rational) => Q.sub(w, Q.mul(Q.mul(q(1, 64), w), Q.sub(Q.mul(w, w), q(9))));
    expect(S.mean(map, u, [2], 1)).toEqual(exact(q(2)));
    expect(S.mean(map, u, [2], 2)).toEqual(q(2343, 1024));
    expect(exact(exact(q(2)))).toEqual(q(4829379, 2097152));
  });
  it('D5b: where it ends with probability one', () => {
    const classes = (eta: Q.Rational, target: number, bound: number) =>
      S.closedClasses(chain(cubic(eta, target), small('q5.0', bound))).map((all) => all.map((z) => z[0]));
    for (const [eta, bound] of [
      [q(1, 64), 8],
      [q(1, 32), 6],
      [q(1, 32), 8],
    ] as const) {
      expect(classes(eta, 9, bound)).toEqual([[-3], [0], [3]]);
      expect(classes(eta, 10, bound)).toEqual([[-4, -3], [0], [3, 4]]);
    }
    expect(classes(q(1, 8), 9, 8)).toEqual([[-8, 8], [-5, 5], [-3], [0], [3]]);
  });
  it('absorption probabilities are exact: they sum to 1 and are invariant under a step', () => {
    const map = chain(cubic(q(1, 8), 9), small('q5.0', 8));
    const at = (z: M.State) => S.absorption(map, z);
    const { classes } = at([1]);
    const full = (a: S.Absorption) =>
      classes.map((k) => a.probabilities[a.classes.findIndex((b) => `${b}` === `${k}`)] ?? Q.ZERO);
    for (let n = 1; n <= 8; n++) {
      const here = at([n]);
      expect(here.probabilities.reduce(Q.add)).toEqual(Q.ONE);
      if (!here.classes.every((k) => classes.some((b) => `${b}` === `${k}`))) continue;
      const next = map.successors([n]).map((m) => ({ p: m.probability, a: at(m.state) }));
      if (next.some(({ a }) => !a.classes.every((k) => classes.some((b) => `${b}` === `${k}`)))) continue;
      const through = classes.map((_, i) => next.reduce((sum, { p, a }) => Q.add(sum, Q.mul(p, full(a)[i]!)), Q.ZERO));
      expect(through).toEqual(full(here));
    }
    expect(at([3])).toEqual({ classes: [[[3]]], probabilities: [Q.ONE] });
  });
});

describe('the best on the grid (D6, D7b)', () => {
  it('D6: no run goes below the brute-force minimum; every start reaches it or never does', () => {
    let [reach, never] = [0, 0];
    for (let k = 0; k < 12; k++) {
      const s = one(2, 8, 1 + (k % 4), (k - 6) * 2, q(1, 2 << (k % 5)), MODES[k % 8]!);
      const map = oneWeight(s);
      const loss = squareLoss(s.data);
      const best = gridMinimum(map, loss);
      const value = M.observable(map, loss);
      for (const z of S.allStates(map)) {
        const hit = D.reaches(orbitOf(map, z), (w) => Q.equal(value(w), best.value));
        for (const w of D.states(orbitOf(map, z))) expect(le(best.value, value(w))).toBe(true);
        hit.answer === 'yes' ? reach++ : never++;
      }
    }
    expect(reach + never).toBe(12 * 289);
    expect(Math.min(reach, never)).toBeGreaterThan(100);
  });
  it('D6′ is false: (1, 1) stays at loss 1/8 although the grid has loss 0', () => {
    const s = one(4, 64, 16, 8, q(1, 8), rneUpdate);
    const map = oneWeight(s);
    expect(orbitOf(map, [1, 1])).toMatchObject({ mu: 0, lambda: 1 });
    expect(M.observable(map, squareLoss(s.data))([1, 1])).toEqual(q(1, 8));
    expect(gridMinimum(map, squareLoss(s.data)).value.num).toBe(0n);
  });
  it('D7b is false: (4, 39) → (8, 0) with 2η|G| = 8165/8192, and 0 is for ever', () => {
    const s = one(4, 64, 16, 8, q(5, 64), rneUpdate);
    const map = oneWeight(s);
    expect(map.exact([4, 39])).toEqual([8, 0]);
    const [{ num, den }] = M.unrounded(map, [4, 39]) as [{ num: bigint; den: bigint }];
    expect(Q.abs(Q.div(Q.rational(num, den), q(4)))).toEqual(q(8165, 8192));
    expect(D.always(orbitOf(map, [8, 0]), (z) => z[1] === 0).answer).toBe('yes');
  });
});

describe('classification (F1, F2, F4)', () => {
  const formats = (d: number, bits: number): ReadonlyMap<string, F.Format> =>
    new Map(
      Array.from({ length: d }, (_, i) =>
        ['u', 'v', 'x'].map((n) => [`${n}${i}`, F.format(`q${bits}.0`)] as const),
      ).flat(),
    );
  it('F1: |Σ| ≤ d·2^(3(b−1)); doubles are exact where that is at most 2⁵³, BigInt elsewhere, and both agree', () => {
    const random = randomness(6);
    for (const bits of [4, 8, 12, 16, 18, 19, 20, 24])
      for (const d of [1, 2, 4]) {
        const k = classifier(diagonalOutput(d), formats(d, bits));
        expect(k.fast).toBe(d * 2 ** (3 * (bits - 1)) <= 2 ** 53);
        for (let j = 0; j < 40; j++) {
          const z = k.names.map(() => random(2 ** bits) - 2 ** (bits - 1));
          if (j % 5 === 0) for (let i = 0; i < d; i++) z[3 * i + 1] = -z[3 * i]! || 0;
          expect(k.sign(z)).toBe(k.exact(z));
          if (j % 5 === 0) expect(k.sign(z)).toBe(0);
        }
      }
  });
  it('F1′ is false: 16 bits are too few, 17²·114 = 32946 wraps to −32590', () => {
    expect(new Int16Array([17 * 17 * 114])[0]).toBe(-32590);
    expect(() => classifier(diagonalOutput(1), formats(1, 8), 16)).toThrow('an accumulator of 23 bits');
    expect(classifier(diagonalOutput(1), formats(1, 8), 23).bits).toBe(23);
  });
  const dot = (a: readonly Q.Rational[], b: readonly Q.Rational[]) =>
    a.reduce((s, x, i) => Q.add(s, Q.mul(x, b[i]!)), Q.ZERO);
  const norm1 = (a: readonly Q.Rational[]) => a.map(Q.abs).reduce(Q.add);
  const onGrid = (a: readonly Q.Rational[], s: Q.Rational) =>
    a.map((x) => Q.mul(q(F.round(Q.div(x, s).num, Q.div(x, s).den, 'nearest-even')), s));
  it('F2 and E3: rounding inputs (weights) moves a linear output by at most ‖w‖₁s/2 (‖x‖₁s/2)', () => {
    const random = randomness(7);
    const number = () => q(random(2001) - 1000, 1 + random(200));
    for (let k = 0; k < 2000; k++) {
      const d = 1 + random(4);
      const [w, x, s] = [Array.from({ length: d }, number), Array.from({ length: d }, number), q(1, 1 << random(6))];
      const moved = (a: Q.Rational, b: Q.Rational, n: readonly Q.Rational[]) => {
        expect(le(Q.abs(Q.sub(a, b)), Q.mul(norm1(n), Q.div(s, q(2))))).toBe(true);
        if (Q.compare(Q.abs(a), Q.mul(norm1(n), Q.div(s, q(2)))) > 0) expect(Q.sign(a)).toBe(Q.sign(b));
      };
      moved(dot(w, x), dot(w, onGrid(x, s)), w);
      moved(dot(w, x), dot(onGrid(w, s), x), x);
    }
  });
  it('F2′ is false: with ‖w‖₂ the band is 0.2798, the output moves by 0.338, the label stays', () => {
    const w = [q(8, 5), q(-18, 5), q(7, 5), q(8, 5)];
    const x = [q(401, 50), q(-143, 100), q(253, 50), q(241, 25)];
    const change = Q.sub(dot(w, x), dot(w, onGrid(x, q(1, 8))));
    expect(Math.abs(Number(change.num) / Number(change.den))).toBeCloseTo(0.338, 3);
    expect(Q.compare(Q.mul(change, change), Q.div(dot(w, w), q(256)))).toBe(1);
    const band = dot(w, w);
    expect(Math.sqrt(Number(band.num) / Number(band.den)) / 16).toBeCloseTo(0.2798, 4);
    expect(Q.sign(dot(w, x))).toBe(Q.sign(dot(w, onGrid(x, q(1, 8)))));
  });
  it('E3 is false for u² − v² with (u, v) rounded: −4.66 becomes 7 outside a band of 1.5', () => {
    const [a, b] = [
      [q(7, 2), q(7, 2), q(0)],
      [q(0), q(0), q(27, 5)],
    ];
    const f = (us: readonly Q.Rational[], vs: readonly Q.Rational[]) => Q.sub(dot(us, us), dot(vs, vs));
    expect(f(a, b)).toEqual(q(-233, 50));
    expect(f(onGrid(a, q(1)), onGrid(b, q(1)))).toEqual(q(7));
  });
  /** Balanced digits of a number in base b. */
  function digits(n: bigint, base: bigint, d: number): number[] {
    const found: number[] = [];
    let rest = n;
    for (let i = 0; i < d; i++) {
      const r = ((rest % base) + base) % base;
      const balanced = 2n * r > base - 1n ? r - base : r;
      found.push(Number(balanced));
      rest = (rest - balanced) / base;
    }
    return found;
  }
  it('F4: one sample xᵢ = (2M + 1)ⁱ identifies weights in {−M, …, M}ᵈ; base 2M does not (F4′)', () => {
    const random = randomness(9);
    for (let k = 0; k < 2000; k++) {
      const [bound, d] = [1 + random(9), 1 + random(6)];
      const w = Array.from({ length: d }, () => random(2 * bound + 1) - bound);
      const base = BigInt(2 * bound + 1);
      const y = w.reduce((s, n, i) => s + BigInt(n) * base ** BigInt(i), 0n);
      expect(digits(y, base, d)).toEqual(w);
    }
    const collide = (w: readonly number[]) => w[0]! + 2 * w[1]!;
    expect(collide([-1, 0])).toBe(collide([1, -1]));
  });
});

describe('generalization of quantized networks (E1, E2, E4)', () => {
  const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
  /** The exact probability that n draws from m equiprobable points have counts for which `bad`. */
  function probability(m: number, n: number, bad: (counts: readonly number[]) => boolean): Q.Rational {
    let ways = 0n;
    const visit = (counts: readonly number[], left: number): void => {
      if (counts.length === m - 1) {
        const all = [...counts, left];
        if (bad(all)) ways += all.reduce((f, k) => f / factorial(k), factorial(n));
        return;
      }
      for (let k = 0; k <= left; k++) visit([...counts, k], left - k);
    };
    visit([], n);
    return Q.rational(ways, BigInt(m) ** BigInt(n));
  }
  const number = (a: Q.Rational) => Number(a.num) / Number(a.den);
  /** Errors of all sign classifiers w·x on points, deduplicated. */
  const hypotheses = (m: number, count: number) =>
    Array.from({ length: count }, (_, h) =>
      Array.from({ length: m }, (_, i) => Math.floor(((h + 1) * 2654435761) / 2 ** i) % 2),
    );
  it('E1: P(sup |R − R̂| > √((ln N + ln 2/δ)/2n)) ≤ δ by exact enumeration, 9 settings', () => {
    for (const [m, n] of [
      [3, 8],
      [4, 7],
      [5, 6],
    ] as const)
      for (const count of [2, 5, 12]) {
        const delta = 0.1;
        const errors = hypotheses(m, count);
        const epsilon = Math.sqrt((Math.log(count) + Math.log(2 / delta)) / (2 * n));
        const p = probability(m, n, (k) =>
          errors.some(
            (e) => Math.abs(e.reduce((s, x) => s + x, 0) / m - e.reduce((s, x, i) => s + x * k[i]!, 0) / n) > epsilon,
          ),
        );
        expect(number(p)).toBeLessThanOrEqual(delta);
      }
  });
  it('E2: with prefix code lengths in place of ln N, simultaneously (Kraft sum 1)', () => {
    const [m, n, delta] = [5, 6, 0.1];
    const lengths = [1, 2, 3, 4, 5, 5];
    expect(lengths.reduce((s, l) => s + 2 ** -l, 0)).toBe(1);
    const errors = hypotheses(m, lengths.length);
    const p = probability(m, n, (k) =>
      errors.some((e, h) => {
        const epsilon = Math.sqrt((lengths[h]! * Math.LN2 + Math.log(2 / delta)) / (2 * n));
        return Math.abs(e.reduce((s, x) => s + x, 0) / m - e.reduce((s, x, i) => s + x * k[i]!, 0) / n) > epsilon;
      }),
    );
    expect(number(p)).toBeLessThanOrEqual(delta);
  });
  it('E1′ is false without ln N: all labelings of 12 points, n = 6: exactly 1 − 12·11·10·9·8·7/12⁶ = 0.777', () => {
    const epsilon = Math.sqrt(Math.log(2 / 0.05) / 12);
    expect(epsilon).toBeCloseTo(0.554, 3);
    const p = probability(12, 6, (k) => k.filter((x) => x === 0).length / 12 > epsilon);
    expect(p).toEqual(Q.sub(Q.ONE, q(12 * 11 * 10 * 9 * 8 * 7, 12 ** 6)));
    expect(number(p)).toBeCloseTo(0.777199, 6);
  });
  it('E4: (u, v) in {−M, …, M}²: 51, 187, 687 distinct u² − v², largest gaps 5, 9, 13', () => {
    for (const [bound, distinct, widest] of [
      [7, 51, 5],
      [15, 187, 9],
      [31, 687, 13],
    ] as const) {
      const reach = new Set<number>();
      for (let a = -bound; a <= bound; a++) for (let b = -bound; b <= bound; b++) reach.add(a * a - b * b);
      const sorted = [...reach].sort((a, b) => a - b);
      expect(reach.size).toBe(distinct);
      expect(Math.max(...sorted.slice(1).map((w, i) => w - sorted[i]!))).toBe(widest);
      expect((2 * bound + 1) ** 2).toBe({ 7: 225, 15: 961, 31: 3969 }[bound]);
    }
  });
  it('E3′ is false: fewer bits raise the best error; (3, −2), (−4, 3) need weights to 7', () => {
    const errors = (bound: number) => {
      let best = 2;
      for (let a = -bound; a <= bound; a++)
        for (let b = -bound; b <= bound; b++) best = Math.min(best, +(3 * a - 2 * b <= 0) + +(-4 * a + 3 * b <= 0));
      return best;
    };
    expect([1, 2, 3, 4, 5, 6, 7].map(errors)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect([3 * 5 - 2 * 7, -4 * 5 + 3 * 7]).toEqual([1, 1]);
  });
});

describe('bad input', () => {
  const format = F.format('q4.4');
  it('formats without room', () => {
    for (const name of ['q0.8', 'q1.0', 'q20.13', 'q4', 'q4x10', '4.8', 'q-1.3'])
      expect(() => F.format(name)).toThrow('is wanted, found');
    expect(() => F.format('q4.4', { bound: 0 })).toThrow('a bound of 1 to 127');
    expect(() => F.format('q4.4', { bound: 128 })).toThrow('a bound of 1 to 127');
    expect(() => F.format('q4.4', { bound: 5, overflow: 'wrap' })).toThrow('saturate');
    expect([F.format('q1.1').lo, F.format('q1.31').hi]).toEqual([-2, 2 ** 31 - 1]);
  });
  it('an accumulator that could overflow', () => {
    const s = spec({ data: [{ x: q(3, 4), y: q(1) }], eta: q(1, 8), format, rounds: 'update' });
    expect(() => M.prepare({ ...s, accumulator: 16 })).toThrow(
      /an accumulator of \d+ bits \(values reach \d+\) is wanted, found one of 16 bits/,
    );
    const bits = F.bitsFor(M.prepare(s).values);
    expect(M.prepare({ ...s, accumulator: bits }).values.hi).toBeGreaterThan(0n);
    expect(() => M.prepare({ ...s, accumulator: bits - 1 })).toThrow(`an accumulator of ${bits} bits`);
    expect(M.prepare({ ...s, accumulator: 40 }).values.hi).toBeGreaterThan(1n << 15n);
  });
  it('maps that are not deterministic, for Brent', () => {
    let k = 0;
    const moody = {
      step: () => {
        k = (k * 7 + 3) % 101;
        return [k];
      },
    };
    expect(() => D.decide(moody, [0])).toThrow('a deterministic map');
    const chain = S.quantizeStochastically({ states: ['u'], decrements: [u], format, rounds: 'update' });
    expect(() => D.decide(chain as never, [0])).toThrow('closed classes');
    expect(() =>
      M.quantize({ states: ['u'], decrements: [u], format, rounds: 'update' }, 'stochastic' as never),
    ).toThrow('a deterministic rounding');
  });
  it('a budget that ends, a step that throws, are undecided', () => {
    expect(D.decide({ step: ([n]) => [n! + 1] }, [0], { budget: 1000 })).toEqual({
      kind: 'undecided',
      reason: 'more than 1000 steps',
    });
    const broken = {
      step: (): never => {
        throw new Error('no');
      },
    };
    expect(D.decide(broken, [0])).toMatchObject({ kind: 'undecided', reason: /failed/ });
  });
  it('steps that are no polynomials, unknown names, π', () => {
    const wrong = (t: T.Term) => () => M.prepare({ states: ['u'], decrements: [t], format, rounds: 'update' });
    expect(wrong(T.div(T.whole(1), u))).toThrow('a division by a formula of the state');
    expect(wrong(T.apply('exp', u))).toThrow('found exp');
    expect(wrong(T.pi)).toThrow('π');
    expect(wrong(T.variable('z'))).toThrow('z, which is neither');
    expect(wrong(T.pow(u, -1))).toThrow('the power -1');
    expect(() => M.prepare({ states: ['u'], decrements: [], format, rounds: 'update' })).toThrow(
      'one decrement for every state',
    );
    expect(() => M.checkState(M.prepare({ states: ['u'], decrements: [u], format, rounds: 'update' }), [200])).toThrow(
      'from -128 to 127',
    );
  });
  it('graphs beyond the memory allowed say how much they need; what they take is announced', () => {
    const map = oneWeight({
      data: [{ x: q(1), y: q(1) }],
      eta: q(1, 8),
      format: F.format('q4.8'),
      rounding: 'floor',
      rounds: 'update',
    });
    expect(() => G.graph(map, { memory: 1000 })).toThrow('201326592 for 16777216 states');
    const eight = oneWeight({
      data: [{ x: q(1), y: q(1) }],
      eta: q(1, 8),
      format,
      rounding: 'floor',
      rounds: 'update',
    });
    const told: number[] = [];
    G.graph(eight, { announce: (...n) => told.push(...n) });
    expect(told).toEqual([65536, 786432]);
  });
});
