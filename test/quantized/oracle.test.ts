import { describe, expect, it, vi } from 'vitest';
import * as T from '../../src/expr/term.ts';
import * as B from '../../src/number/bigfloat.ts';
import * as F from '../../src/number/fixed.ts';
import { euler, type Oracle, ofRational, quarterPi, squareRoot } from '../../src/number/oracle.ts';
import * as Q from '../../src/number/rational.ts';
import { decide } from '../../src/quantized/decide.ts';
import * as M from '../../src/quantized/map.ts';
import * as O from '../../src/quantized/oracle.ts';
import { q, randomness } from './models.ts';

vi.setConfig({ testTimeout: 60_000 });

const names = ['u', 'v'];
const [u, v, x, y, eta] = ['u', 'v', 'x', 'y', 'eta'].map(T.variable) as [T.Term, T.Term, T.Term, T.Term, T.Term];
const loss = T.div(T.pow(T.sub(T.mul(x, T.sub(T.mul(u, u), T.mul(v, v))), y), 2), T.whole(2));
const decrements = M.descentDecrements(loss, eta, names);

const REALS: readonly [string, Oracle][] = [
  ['√2', squareRoot(q(2))],
  ['e', euler],
  ['π/4', quarterPi],
  ['1/3', ofRational(q(1, 3))],
  ['−5/7', ofRational(q(-5, 7))],
  ['√(1/5)', squareRoot(q(1, 5))],
];
interface Instance {
  readonly oracles: ReadonlyMap<string, Oracle>;
  readonly format: F.Format;
  readonly rounding: F.Rounding;
  readonly rounds: 'update' | 'store';
  readonly start: readonly number[];
}
const formats = ['q3.3', 'q3.6', 'q4.8', 'q2.12'].map((n) => F.format(n));

function instance(k: number): Instance {
  const random = randomness(k + 100);
  const pick = (): Oracle => REALS[random(REALS.length)]![1];
  const format = formats[random(4)]!;
  const size = 1 << format.fraction;
  return {
    oracles: new Map<string, Oracle>([
      ['x', pick()],
      ['y', pick()],
      ['eta', k % 4 === 0 ? (p) => ({ m: quarterPi(p).m, e: quarterPi(p).e - 3 }) : ofRational(q(1, 3 << random(5)))],
    ]),
    format,
    rounding: F.ROUNDINGS[k % 4]!,
    rounds: k % 3 === 0 ? 'store' : 'update',
    start: [random(2 * size) - size, random(2 * size) - size],
  };
}

/** The engine's integer map with each oracle replaced by its answer at 2000 bits. */
function integerMap(i: Instance): M.QuantizedMap {
  const constants = new Map([...i.oracles].map(([n, o]) => [n, B.toRational(o(2000))!]));
  return M.quantize({ states: names, decrements, constants, format: i.format, rounds: i.rounds }, i.rounding);
}
const spec = (i: Instance): O.OracleSpec => ({
  states: names,
  decrements,
  reals: i.oracles,
  format: i.format,
  rounds: i.rounds,
});

/** Instances with u = 2k, v = 0, x = 1 and y such that the first step is exactly on a tie of the mode. */
function onTie(k: number): { readonly i: Instance; readonly y: Q.Rational } {
  const random = randomness(k);
  const format = F.format('q5.3');
  const a = 2 + random(20);
  const nearest = k % 2 === 0;
  const wanted = q(nearest ? 2 * random(4) + 1 : 2 + 2 * random(3), 2);
  const w = q(a, 8);
  const y = Q.sub(Q.mul(w, w), Q.div(Q.mul(wanted, q(4, 8)), w));
  const oracles = new Map<string, Oracle>([
    ['x', ofRational(q(1))],
    ['y', ofRational(y)],
    ['eta', ofRational(q(1, 8))],
  ]);
  const rounding = nearest
    ? (['nearest-even', 'nearest-away'] as const)[random(2)]!
    : (['floor', 'toward-zero'] as const)[random(2)]!;
  return { i: { oracles, format, rounding, rounds: 'update', start: [a, 0] }, y };
}

describe('training on oracles', () => {
  it('200 instances: the certified prefix is the integer run at 2000 bits', () => {
    const kinds = { done: 0, cycle: 0, tie: 0, undefined: 0 };
    for (let k = 0; k < 200; k++) {
      const i = instance(k);
      const run = O.certifiedRun(spec(i), i.rounding, i.start, { steps: 25, most: 1024 });
      kinds[run.kind]++;
      const map = integerMap(i);
      let z: M.State = i.start;
      run.prefix.forEach((s) => {
        expect(s).toEqual(z);
        z = map.exact(z);
      });
      if (run.kind === 'cycle') {
        const d = decide(map, i.start);
        expect(d.kind === 'orbit' && [d.orbit.mu, d.orbit.lambda]).toEqual([run.mu, run.lambda]);
      }
      const relaxed = O.relaxedRun(spec(i), 20, i.start, { steps: 25 });
      expect([relaxed.kind, relaxed.states.length]).toEqual(['done', 26]);
    }
    expect(kinds.cycle).toBeGreaterThan(100);
    expect(kinds.undefined).toBe(0);
  });

  it('exactly on a tie: undecided at every precision up to 4096, and relaxed rounding finishes', () => {
    for (let k = 0; k < 24; k++) {
      const { i } = onTie(k);
      for (const most of [32, 100, 500, 4096]) {
        const run = O.certifiedRun(spec(i), i.rounding, i.start, { steps: 5, most });
        expect(run).toMatchObject({ kind: 'tie', prefix: [i.start], precision: most });
        expect(run.tie).toMatchObject({ step: 1, coordinate: 'u', precision: most });
        expect(run.tie!.within).toBeGreaterThan(most - 16);
        expect(run.tie!.said).toMatch(/^step 1, coordinate u: within 2\^-\d+ grid steps of a tie/);
      }
      expect(O.relaxedRun(spec(i), 30, i.start, { steps: 50 }).states).toHaveLength(51);
    }
  });

  it('2⁻³⁰⁰⁰ beside the tie it is decided, at 4096 bits and not at 1024', () => {
    for (let k = 0; k < 6; k++) {
      const { i, y: tie } = onTie(2 * k);
      const beside = ofRational(Q.add(tie, Q.pow(q(2), -3000)));
      const near = { ...i, oracles: new Map([...i.oracles, ['y', beside] as const]) };
      expect(O.certifiedRun(spec(near), i.rounding, i.start, { steps: 1, most: 1024 }).kind).toBe('tie');
      const run = O.certifiedRun(spec(near), i.rounding, i.start, { steps: 1, most: 4096 });
      expect([run.tie, run.precision]).toEqual([undefined, 4096]);
    }
  });

  it('a start that is a real is rounded to the grid, or stands on a tie', () => {
    const i = instance(5);
    const run = O.certifiedRun(spec(i), 'nearest-even', [squareRoot(q(2)), 0], { steps: 0 });
    expect(run.prefix).toEqual([[Math.round(Math.SQRT2 * 2 ** i.format.fraction), 0]]);
    const tie = ofRational(q(3, 2 << i.format.fraction));
    expect(O.certifiedRun(spec(i), 'nearest-even', [tie, 0], { steps: 3 })).toMatchObject({ kind: 'tie', prefix: [] });
  });

  it('relaxed steps are within 1/2 + ε of exact ones', () => {
    const { i, y: exactY } = onTie(4);
    const run = O.relaxedRun(spec(i), 10, i.start, { steps: 30 });
    const constants = new Map([
      ['x', q(1)],
      ['y', exactY],
      ['eta', q(1, 8)],
    ]);
    const exact = M.prepare({ states: names, decrements, constants, format: i.format, rounds: 'update' });
    run.states.slice(0, -1).forEach((z, t) => {
      M.unrounded(exact, z).forEach(({ num, den }, c) => {
        const taken = q(z[c]! - run.states[t + 1]![c]!);
        const off = Q.abs(Q.sub(taken, Q.rational(num, den)));
        expect(Q.compare(off, Q.add(q(1, 2), Q.pow(q(2), -10)))).not.toBe(1);
      });
    });
  });

  it('formulas that are no polynomials: logistic loss, the same run at 2000 bits more', () => {
    const z = T.mul(y, T.sub(T.mul(u, u), T.mul(v, v)));
    const logistic = T.apply('log', T.add(T.whole(1), T.apply('exp', T.neg(z))));
    const s: O.OracleSpec = { ...spec(instance(3)), decrements: M.descentDecrements(logistic, eta, names) };
    const run = O.certifiedRun(s, 'nearest-even', [9, 7], { steps: 200 });
    expect(['cycle', 'done']).toContain(run.kind);
    const pole: O.OracleSpec = { ...s, decrements: [T.div(T.whole(1), u), v] };
    expect(O.certifiedRun(pole, 'nearest-even', [0, 1], { steps: 3, most: 64 }).kind).toBe('undefined');
  });

  it('wrong use is an error that says what is wanted', () => {
    const i = instance(1);
    expect(() => O.certifiedRun(spec(i), i.rounding, [1], { steps: 1 })).toThrow('a start of 2 coordinates');
    const missing = { ...spec(i), reals: new Map<string, Oracle>() };
    expect(() => O.certifiedRun(missing, i.rounding, i.start, { steps: 1 })).toThrow('a state or a real');
    const broken = { ...spec(i), reals: new Map([...i.oracles, ['x', (() => 1) as unknown as Oracle] as const]) };
    expect(() => O.certifiedRun(broken, i.rounding, i.start, { steps: 1 })).toThrow('an answer m·2ᵉ');
  });
});
