import { describe, expect, it } from 'vitest';
import { series, solution } from '../../src/certify/series.ts';
import { enclose, type Flow, type Tube, withParameters } from '../../src/certify/taylor.ts';
import * as T from '../../src/expr/term.ts';
import { ofNumber } from '../../src/number/decimal.ts';
import { type Dyadic, dyadic, toDoubles } from '../../src/number/dyadic.ts';
import { between, interval as I, type Interval, point } from '../../src/number/interval.ts';
import * as Q from '../../src/number/rational.ts';

/** BOXES=100 for the full run. */
const BOXES = Number(process.env.BOXES ?? 8);
let state = 3;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};
/** Corners as often as inner points. */
const place = () => [0, 1, random(), random()][Math.floor(4 * random())]!;
const inside = (a: Interval, s: number) => Math.min(a.hi, Math.max(a.lo, a.lo + s * (a.hi - a.lo)));
const box = (lo: number, width: number) => between(lo, lo + width);
const overlaps = (a: Interval, b: Dyadic) => {
  const [lo, hi] = toDoubles(b);
  return a.lo <= hi && lo <= a.hi;
};
const widest = (b: readonly Interval[]) => Math.max(...b.map((x) => x.hi - x.lo));
const [u, v, y, G] = ['u', 'v', 'y', 'G'].map(T.variable) as [T.Term, T.Term, T.Term, T.Term];
const two = T.whole(2);
const { add, sub, mul, neg, pow } = T;
const D = dyadic(160);
const exactly = (x: number) => D.rational(ofNumber(x));

describe('series of formulas', () => {
  it('every function: the polynomial at a + h is the function there, to the order', () => {
    const x = T.variable('x');
    const A = dyadic(300);
    const h = A.rational(Q.rational(1, 1000));
    const functions = [
      'sqrt',
      'exp',
      'log',
      'sinh',
      'cosh',
      'tanh',
      'asinh',
      'atanh',
      'sin',
      'cos',
      'tan',
      'atan',
    ] as const;
    const formulas = [
      ...functions.map((f) => T.apply(f, x)),
      T.power(x, Q.rational(-2, 3)),
      pow(x, 5),
      pow(x, -3),
      T.div(T.apply('exp', mul(x, x)), add(x, T.whole(1))),
    ];
    const s = series([x], [T.whole(1), ...formulas]);
    const start = A.rational(Q.rational(2, 7));
    const { outputs } = solution(A, s, [start], 13);
    const there = solution(A, s, [A.add(start, h)], 1).outputs;
    formulas.forEach((f, i) => {
      const sum = outputs[i + 1]!.reduceRight((t, c) => A.add(A.mul(t, h), c));
      const gap = toDoubles(A.abs(A.sub(sum, there[i + 1]![0]!)))[1];
      const next = Math.abs(toDoubles(outputs[i + 1]![12]!)[1]);
      expect([f.op, gap < 1e-36 * 20 * (1 + next)]).toEqual([f.op, true]);
    });
  });
  it('refuses what has no series', () => {
    expect(() => series([u], [T.apply('abs', u)])).toThrow(TypeError);
    expect(() => series([u], [T.binary('max', u, u)])).toThrow(TypeError);
    expect(() => series([u], [v])).toThrow(TypeError);
  });
});

const residual = (w: T.Term) => sub(w, y);
/** ½(u² − v² − y)², y a parameter. */
const squares: Flow = withParameters(
  {
    state: [u, v],
    rate: [
      neg(mul(mul(two, residual(sub(pow(u, 2), pow(v, 2)))), u)),
      mul(mul(two, residual(sub(pow(u, 2), pow(v, 2)))), v),
    ],
  },
  [y],
);
const report = (name: string, tubes: readonly Tube[]) =>
  console.log(
    name,
    `steps ${Math.min(...tubes.map((t) => t.steps))}–${Math.max(...tubes.map((t) => t.steps))}, end widths up to ${Math.max(...tubes.map((t) => widest(t.end))).toExponential(1)}`,
  );

describe('the tube holds the closed form', () => {
  it(
    'the explicit flow of one weight on random boxes of (α, y), at and between the steps',
    () => {
      const tubes: Tube[] = [];
      for (let k = 0; k < BOXES; k++) {
        const alpha = box(0.2 + random(), 1e-3 * random());
        const target = box(k % 2 ? 0.3 + random() : -0.5 - random(), 1e-3 * random());
        const tube = enclose(squares, [alpha, alpha, target], 1 + random());
        tubes.push(tube);
        expect(tube.kind).toBe('reached');
        for (let j = 0; j < 8; j++) {
          const [a, b, t] = [inside(alpha, place()), inside(target, place()), tube.time * (j / 7)].map(exactly) as [
            Dyadic,
            Dyadic,
            Dyadic,
          ];
          const s = D.sqrt(D.add(D.square(b), D.mul(D.rational(Q.rational(4)), D.pow(a, 4))));
          const twice = D.mul(exactly(2), D.square(a));
          const [plus, minus] = [D.div(D.add(b, s), twice), D.div(D.sub(b, s), twice)];
          const one = exactly(1);
          const grown = D.exp(D.mul(D.mul(exactly(4), s), t));
          const kk = D.mul(D.div(D.sub(one, minus), D.sub(plus, one)), grown);
          const p = D.div(D.add(minus, D.mul(kk, plus)), D.add(one, kk));
          const at = tube.over(Math.min(tube.time, tube.time * (j / 7)))!;
          expect(overlaps(at[0]!, D.mul(a, D.sqrt(p)))).toBe(true);
          expect(overlaps(at[1]!, D.div(a, D.sqrt(p)))).toBe(true);
        }
      }
      report('the explicit flow of one weight:', tubes);
    },
    60_000 + 5000 * BOXES,
  );

  it(
    'the balanced logistic flow on random boxes',
    () => {
      const r = sub(mul(u, v), y);
      const flow = withParameters({ state: [u, v], rate: [neg(mul(r, v)), neg(mul(r, u))] }, [y]);
      const tubes: Tube[] = [];
      for (let k = 0; k < BOXES; k++) {
        const [start, target] = [box(0.1 + random(), 1e-3), box(0.5 + random(), 1e-3)];
        const tube = enclose(flow, [start, start, target], 2);
        tubes.push(tube);
        for (let j = 0; j < 6; j++) {
          const t = 2 * random();
          const [a, b, time] = [inside(start, place()), inside(target, place()), t].map(exactly) as [
            Dyadic,
            Dyadic,
            Dyadic,
          ];
          const first = D.square(a);
          const decay = D.exp(D.neg(D.mul(D.mul(exactly(2), b), time)));
          const beta = D.div(D.mul(b, first), D.add(first, D.mul(D.sub(b, first), decay)));
          expect(overlaps(tube.over(t)![0]!, D.sqrt(beta))).toBe(true);
        }
      }
      report('the balanced logistic flow:', tubes);
    },
    60_000 + 5000 * BOXES,
  );

  it(
    'the product flow in closed form with the gradient integrated alongside, at random points of random boxes',
    () => {
      const r = sub(mul(u, v), y);
      const flow = withParameters({ state: [u, v, G], rate: [neg(mul(r, v)), neg(mul(r, u)), r] }, [y]);
      const tubes: Tube[] = [];
      for (let k = 0; k < BOXES; k++) {
        const [a, b, target] = [box(1 + random(), 1e-3), box(-0.5 + random(), 1e-3), box(-1 + 2 * random(), 1e-3)];
        const wide = enclose(flow, [a, b, point(0), target], 1.5);
        const point0 = [a, b, target].map((x) => inside(x, place())) as [number, number, number];
        const thin = enclose(flow, [point(point0[0]), point(point0[1]), point(0), point(point0[2])], 1.5);
        tubes.push(wide);
        const [u0, v0] = point0.map(point) as [Interval, Interval];
        const delta = I.sub(I.square(u0), I.square(v0));
        for (const t of [0.2, 0.77, 1.5]) {
          const at = thin.over(t)!;
          const angle = I.sub(I.asinh(I.div(I.mul(point(2), I.mul(u0, v0)), delta)), I.mul(point(2), at[2]!));
          const w = I.mul(I.div(delta, point(2)), I.sinh(angle));
          const product = I.mul(at[0]!, at[1]!);
          expect(product.lo <= w.hi && w.lo <= product.hi).toBe(true);
          expect(widest([w, product])).toBeLessThan(1e-11);
          wide.over(t)!.forEach((x, i) => {
            expect(x.lo <= at[i]!.lo && at[i]!.hi <= x.hi).toBe(true);
          });
        }
      }
      report('the product flow in closed form:', tubes);
    },
    60_000 + 5000 * BOXES,
  );
});

describe('wrapping and time', () => {
  it('twenty turns of a rotation do not blow a box up', () => {
    const turn: Flow = { state: [u, v], rate: [neg(v), u] };
    const tube = enclose(turn, [box(1, 0.05), box(0, 0.05)], 40 * Math.PI);
    expect(tube.kind).toBe('reached');
    expect(widest(tube.end)).toBeLessThan(0.08);
  });
  it('over a span of time it holds every moment of it', () => {
    const grow: Flow = { state: [u], rate: [u] };
    const tube = enclose(grow, [point(1)], 2);
    const all = tube.over(0.3, 1.7)![0]!;
    for (const t of [0.3, 0.5, 1, 1.7]) {
      expect(overlaps(all, D.exp(exactly(t)))).toBe(true);
      const one = tube.over(t)![0]!;
      expect(overlaps(one, D.exp(exactly(t)))).toBe(true);
      expect(one.hi - one.lo).toBeLessThan(1e-13);
    }
    expect(all.hi - all.lo).toBeLessThan(6);
    expect([tube.over(2.1), tube.over(-0.1), tube.over(1, 0)]).toEqual([undefined, undefined, undefined]);
  });
  it('a coarse remainder is wide, never left out', () => {
    for (const order of [3, 5, 8]) {
      const tube = enclose({ state: [u], rate: [u] }, [point(1)], 2, { order, tolerance: 1e-3 });
      expect(tube.end[0]!.hi - tube.end[0]!.lo).toBeGreaterThan(1e-9);
      for (const t of [0.1, 0.9, 2]) expect(overlaps(tube.over(t)![0]!, D.exp(exactly(t)))).toBe(true);
    }
  });
  it('an attracting end narrows the tube; elementary rates work', () => {
    const wave: Flow = { state: [u], rate: [sub(T.apply('cos', u), T.div(T.apply('tanh', u), two))] };
    const tube = enclose(wave, [box(-0.2, 0.2)], 12);
    expect(tube.kind).toBe('reached');
    expect(widest(tube.end)).toBeLessThan(1e-4);
  });
});

describe('what can not be enclosed is undecided', () => {
  const why = (t: Tube) => [t.kind, t.reason];
  it('a blow-up in finite time', () => {
    const tube = enclose({ state: [u], rate: [pow(u, 2)] }, [point(1)], 2);
    expect(tube.kind).toBe('undecided');
    expect(tube.time).toBeLessThan(1);
    expect(tube.time).toBeGreaterThan(0.9);
    expect(tube.over(1.5)).toBeUndefined();
  });
  it('a blow-up is not stepped over by long steps either', () => {
    for (const order of [3, 6]) {
      const tube = enclose({ state: [u], rate: [pow(u, 2)] }, [point(1)], 2, {
        order,
        tolerance: 1e6,
        maxWidth: 1e300,
      });
      expect(tube.time).toBeLessThan(1);
    }
  });
  it('formulas without a series, starts out of the domain, too few steps, too wide', () => {
    expect(why(enclose({ state: [u], rate: [T.apply('abs', u)] }, [point(1)], 1))).toEqual([
      'undecided',
      'no Taylor series',
    ]);
    expect(enclose({ state: [u], rate: [T.apply('log', u)] }, [between(-1, 1)], 1).kind).toBe('undecided');
    expect(enclose({ state: [u], rate: [T.sqrt(u)] }, [between(0, 1)], 1).kind).toBe('undecided');
    expect(why(enclose({ state: [u], rate: [u] }, [point(1)], 50, { maxSteps: 2 }))).toEqual([
      'undecided',
      'too many steps',
    ]);
    expect(why(enclose({ state: [u], rate: [u] }, [box(1, 1)], 50, { maxWidth: 10 }))).toEqual([
      'undecided',
      'enclosure too wide',
    ]);
    expect(enclose({ state: [u], rate: [u] }, [between(0, Infinity)], 1).kind).toBe('undecided');
  });
});
