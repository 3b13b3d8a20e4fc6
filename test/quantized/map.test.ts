import { describe, expect, it, vi } from 'vitest';
import * as T from '../../src/expr/term.ts';
import { exact } from '../../src/number/exact.ts';
import * as F from '../../src/number/fixed.ts';
import * as Q from '../../src/number/rational.ts';
import * as D from '../../src/quantized/decide.ts';
import * as G from '../../src/quantized/graph.ts';
import { compileInteger, evaluateInteger } from '../../src/quantized/integer.ts';
import * as M from '../../src/quantized/map.ts';
import * as S from '../../src/quantized/stochastic.ts';
import { MOST_STATES, walkAll, walkMemory } from '../../src/quantized/walk.ts';
import { evaluate, tape } from '../../src/tape/tape.ts';
import { c, plainRound, q, randomness } from './models.ts';

vi.setConfig({ testTimeout: 60_000 });

const vars = (...names: readonly string[]) => names.map(T.variable);
const half = (t: T.Term) => T.div(T.pow(t, 2), T.whole(2));
const sum = (terms: readonly T.Term[]) => terms.reduce(T.add);

interface Model {
  readonly states: readonly string[];
  readonly loss: T.Term;
}
const names = (letter: string, n: number) => Array.from({ length: n }, (_, i) => `${letter}${i}`);
/** Two samples, x = (1, 2, 3, …)/2 and its reverse. */
function onData(states: readonly string[], weights: readonly T.Term[]): Model {
  const d = weights.length;
  const residual = (order: (i: number) => number, y: T.Term) =>
    T.sub(sum(weights.map((w, i) => T.mul(c(order(i) + 1, 2), w))), y);
  return {
    states,
    loss: T.div(T.add(half(residual((i) => i, c(3, 4))), half(residual((i) => d - 1 - i, c(-1, 3)))), T.whole(2)),
  };
}
const MODELS: { readonly [name: string]: Model } = {
  linear: onData(names('w', 3), vars(...names('w', 3))),
  difference: onData(
    [...names('u', 2), ...names('v', 2)],
    [0, 1].map((i) => T.sub(T.pow(T.variable(`u${i}`), 2), T.pow(T.variable(`v${i}`), 2))),
  ),
  product: onData(
    [...names('u', 2), ...names('v', 2)],
    [0, 1].map((i) => T.mul(T.variable(`u${i}`), T.variable(`v${i}`))),
  ),
  tied: onData(
    names('u', 3),
    names('u', 3).map((n) => T.pow(T.variable(n), 2)),
  ),
  'depth 3': onData(
    names('u', 2),
    names('u', 2).map((n) => T.pow(T.variable(n), 3)),
  ),
  'depth 4, untied': onData(names('a', 4), [
    T.mul(T.mul(T.variable('a0'), T.variable('a1')), T.mul(T.variable('a2'), T.variable('a3'))),
  ]),
};

/** The step by exact rational evaluation of the formula and rounding by definition. */
function byDefinition(spec: M.MapSpec, rounding: F.Rounding, z: M.State, constants: M.Constants = new Map()): M.State {
  const { states, decrements, format, rounds } = spec;
  const s = q(1, 1n << BigInt(format.fraction));
  const all = [...states, ...constants.keys()];
  const values = [...z.map((n) => Q.mul(q(n), s)), ...constants.values()];
  const out = evaluate(
    exact,
    tape(vars(...all), decrements),
    values.map((v) => exact.rational(v)),
  );
  return out.map((v, i) => {
    const d = Q.div(v!.value!, s);
    const old = q(z[i]!);
    const to = rounds === 'store' ? Q.sub(old, d) : d;
    const r = plainRound(to.num, to.den, rounding);
    return F.confine(rounds === 'store' ? r : BigInt(z[i]!) - r, format);
  });
}

describe('every model', () => {
  const random = randomness(21);
  for (const [name, { states, loss }] of Object.entries(MODELS))
    it(`${name}: generated code, BigInt reference and the formula agree`, () => {
      const decrements = M.descentDecrements(loss, c(3, 16), states);
      let [fast, slow] = [0, 0];
      for (const format of ['q3.2', 'q2.6', 'q4.12'].map((n) => F.format(n)))
        for (const rounding of F.ROUNDINGS)
          for (const rounds of ['update', 'store'] as const) {
            const spec: M.MapSpec = { states, decrements, format, rounds };
            const map = M.quantize(spec, rounding);
            map.fast ? fast++ : slow++;
            for (let k = 0; k < 12; k++) {
              const z = states.map(() => random(format.hi - format.lo + 1) + format.lo);
              const wanted = byDefinition(spec, rounding, z);
              expect(map.exact(z)).toEqual(wanted);
              expect(map.step(z)).toEqual(wanted);
            }
          }
      expect(fast).toBeGreaterThan(0);
      if (name.startsWith('depth')) expect(slow).toBeGreaterThan(0);
    });

  it('values past 2⁵³, and numbers past 2⁵¹ before rounding, are not left to doubles', () => {
    const u = T.variable('u');
    const top = 32767;
    const fourth = T.div(T.add(T.pow(u, 4), c(1)), T.num(q(2n * BigInt(top) ** 4n)));
    const almost: M.MapSpec = { states: ['u'], decrements: [fourth], format: F.format('q16.0'), rounds: 'update' };
    const half = M.quantize(almost, 'nearest-even');
    expect([half.fast, half.step([top]), half.exact([top])]).toEqual([false, [top - 1], [top - 1]]);
    const large = T.mul(T.num(q(2n ** 37n + 1n)), u);
    const far: M.MapSpec = { ...almost, decrements: [large], format: F.format('q16.0', { overflow: 'wrap' }) };
    const wrapping = M.quantize(far, 'nearest-even');
    expect([wrapping.fast, wrapping.step([top]), wrapping.exact([top])]).toEqual([false, [0], [0]]);
    const near = { ...far, decrements: [T.mul(T.num(q(2n ** 35n + 1n)), u)] };
    expect(M.quantize(near, 'floor').fast).toBe(true);
    expect(M.quantize(near, 'floor').step([top])).toEqual([0]);
  });

  it('loss and its minimum over the grid come out exactly', () => {
    const { states, loss } = MODELS.product!;
    const p = M.prepare({
      states,
      decrements: M.descentDecrements(loss, c(1, 8), states),
      format: F.format('q3.2'),
      rounds: 'update',
    });
    const z = [3, -2, 5, 7];
    const values = z.map((n) => exact.rational(q(n, 4)));
    expect(M.observable(p, loss)(z)).toEqual(evaluate(exact, tape(vars(...states), [loss]), values)[0]!.value);
  });

  it('absolute values, minima and maxima are whole-number code too', () => {
    const [a, b] = vars('a', 'b') as [T.Term, T.Term];
    const t = T.binary(
      'max',
      T.apply('abs', T.sub(T.mul(c(2, 3), a), b)),
      T.binary('min', T.div(b, c(5)), T.neg(T.pow(a, 3))),
    );
    const scale = q(1, 8);
    const code = compileInteger(
      [t],
      new Map([
        ['a', { index: 0, factor: scale }],
        ['b', { index: 1, factor: scale }],
      ]),
      2,
    );
    for (let k = 0; k < 500; k++) {
      const z = [random(41) - 20, random(41) - 20];
      const wanted = evaluate(
        exact,
        tape([a, b], [t]),
        z.map((n) => exact.rational(q(n, 8))),
      )[0]!.value;
      expect(evaluateInteger(code, z)[0]).toEqual(wanted);
    }
  });
});

describe('a fixed batch cycle', () => {
  const [w, b] = vars('w', 'b') as [T.Term, T.Term];
  const batches = [q(1), q(-1), q(3, 2)].map((value) => new Map([['b', value]]));
  const spec: M.MapSpec = {
    states: ['w'],
    decrements: [T.mul(c(1, 4), T.sub(w, b))],
    batches,
    format: F.format('q3.4'),
    rounds: 'update',
  };
  it('the phase is part of the state', () => {
    const map = M.quantize(spec, 'nearest-even');
    let z: M.State = [5, 0];
    for (let t = 0; t < 30; t++) {
      const next = map.step(z);
      expect(next).toEqual(map.exact(z));
      expect(next).toEqual([...byDefinition(spec, 'nearest-even', [z[0]!], batches[t % 3]!), (t + 1) % 3]);
      z = next;
    }
    const d = D.decide(map, [5, 0]);
    expect(d.kind === 'orbit' && d.orbit.lambda % 3).toBe(0);
  });
  it('its graph has the same successors and cycles', () => {
    const map = M.quantize(spec, 'floor');
    const table = new Int32Array(G.stateCount(map));
    expect(table.length).toBe(3 * 128);
    G.successors(map, table);
    table.forEach((next, i) => {
      expect(G.stateIndex(map, G.stateOf(map, i))).toBe(i);
      expect(G.stateOf(map, next)).toEqual(map.exact(G.stateOf(map, i)));
    });
    const g = G.graph(map, { depths: true });
    for (let i = 0; i < g.states; i++) {
      const d = D.decide(map, G.stateOf(map, i));
      expect(d.kind === 'orbit' && [d.orbit.mu, d.orbit.lambda]).toEqual([
        g.depth![i],
        G.cycleStates(g, G.cycleOf(g, i)).length,
      ]);
    }
  });
  it('one batch is no phase', () => {
    expect(M.prepare({ ...spec, batches: batches.slice(0, 1) }).coordinates.map((x) => x.name)).toEqual(['w']);
    expect(() => M.prepare({ ...spec, batches: [] })).toThrow('at least one batch');
  });
});

describe('questions about a run', () => {
  /** 0 → 1 → 2 → 3 → 4 → 2 … */
  const o = (() => {
    const d = D.decide({ step: ([n]) => [n === 4 ? 2 : n! + 1] }, [0]);
    if (d.kind !== 'orbit') throw new Error();
    return d.orbit;
  })();
  it('μ, λ, entry, states, any step', () => {
    expect(o).toMatchObject({ mu: 2, lambda: 3, entry: [2] });
    expect([...D.states(o)].flat()).toEqual([0, 1, 2, 3, 4]);
    expect([0, 1, 2, 4, 5, 1_000_000_000].map((t) => D.stateAt(o, t)[0])).toEqual([0, 1, 2, 4, 2, 4]);
    expect(D.settles(o)).toBe(false);
  });
  it('reaches, never, always, on the cycle; each names the step that decides', () => {
    const is = (n: number) => (z: M.State) => z[0] === n;
    expect(D.reaches(o, is(4))).toEqual({ answer: 'yes', step: 4, state: [4] });
    expect(D.reaches(o, is(7)).answer).toBe('no');
    expect(D.never(o, is(7)).answer).toBe('yes');
    expect(D.never(o, is(1))).toMatchObject({ answer: 'no', step: 1 });
    expect(D.always(o, (z) => z[0]! < 4)).toMatchObject({ answer: 'no', step: 4 });
    expect(D.always(o, (z, next) => next[0] !== z[0]).answer).toBe('yes');
    expect(D.cycleAlways(o, (z) => z[0]! >= 2).answer).toBe('yes');
    expect(D.always(o, (z) => z[0]! >= 2)).toMatchObject({ answer: 'no', step: 0 });
    expect(D.cycleAlways(o, (z) => z[0]! >= 3)).toMatchObject({ answer: 'no', step: 2 });
  });
  it('an undecided predicate leaves it undecided, unless a state decides', () => {
    const open = (n: number) => (z: M.State) =>
      (z[0] === n ? 'undecided' : z[0] === 3 ? 'yes' : 'no') as 'yes' | 'no' | 'undecided';
    expect(D.reaches(o, open(1)).answer).toBe('yes');
    expect(D.reaches(o, (z) => (z[0] === 1 ? 'undecided' : 'no')).answer).toBe('undecided');
    expect(D.always(o, (z) => (z[0] === 1 ? 'undecided' : 'yes')).answer).toBe('undecided');
    expect(D.cycleAlways(o, (z) => (z[0] === 1 ? 'undecided' : 'yes')).answer).toBe('yes');
  });
  it('long cycles are checked without a table: all wrong periods and entries are refused', () => {
    const n = 1_200_000;
    const step = ([x]: M.State): M.State => [x === n ? 50 : x! + 1];
    const right = { mu: 50, lambda: n - 49, entry: [50] };
    expect(D.checkCycle(step, [0], right)).toBe(true);
    expect(D.checkCycle(step, [0], { ...right, lambda: 2 * right.lambda })).toBe(false);
    expect(D.checkCycle(step, [0], { ...right, mu: 51, entry: [51] })).toBe(false);
    expect(D.checkCycle(step, [0], { ...right, mu: 49, entry: [49] })).toBe(false);
    expect(D.checkCycle(step, [0], { ...right, entry: [51] })).toBe(false);
  });
});

describe('the WebAssembly walk', () => {
  it('agrees with the plain one on random maps, permutations, one long cycle and one long tail', () => {
    const random = randomness(3);
    const n = 5000;
    const tables: Int32Array[] = Array.from({ length: 30 }, () => Int32Array.from({ length: n }, () => random(n)));
    const shuffled = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = random(i + 1);
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
    tables.push(
      shuffled,
      Int32Array.from({ length: n }, (_, i) => (i + 1) % n),
      Int32Array.from({ length: n }, (_, i) => Math.min(i + 1, n - 1)),
    );
    tables.push(
      Int32Array.from({ length: n }, (_, i) => i),
      Int32Array.of(0),
      Int32Array.of(1, 0),
    );
    for (const t of tables) {
      const memory = walkMemory(t.length);
      memory.table.set(t);
      const periods = walkAll(memory);
      const plain = Int32Array.from(t);
      const r = G.resolve(plain, true);
      expect(periods).toEqual(r.periods);
      expect(memory.table).toEqual(plain);
      expect(memory.basin).toEqual(r.basin);
      const wrong = Array.from(t).findIndex((next, i) => r.depth![i] !== 0 && r.depth![i] !== r.depth![next]! + 1);
      expect(wrong).toBe(-1);
    }
    expect(MOST_STATES).toBe(2 ** 28);
  });
});

describe('classes and laws', () => {
  it('strongly connected components on random graphs: mutual reachability', () => {
    const random = randomness(31);
    for (let k = 0; k < 60; k++) {
      const n = 2 + random(12);
      const edges = Array.from({ length: n }, () => Array.from({ length: random(3) }, () => random(n)));
      const reach = Array.from({ length: n }, (_, i) => {
        const seen = new Set([i]);
        const open = [i];
        for (let j = open.pop(); j !== undefined; j = open.pop())
          for (const to of edges[j]!)
            if (!seen.has(to)) {
              seen.add(to);
              open.push(to);
            }
        return seen;
      });
      const component = S.components(edges);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          expect(component[i] === component[j]).toBe(reach[i]!.has(j) && reach[j]!.has(i));
          if (reach[i]!.has(j)) expect(component[j]!).toBeLessThanOrEqual(component[i]!);
        }
    }
  });
  it("gambler's ruin: absorption i/n at the ends", () => {
    const n = 6;
    const ruin: S.StochasticMap = {
      ...S.quantizeStochastically({ states: ['u'], decrements: [c(0)], format: F.format('q5.0'), rounds: 'update' }),
      successors: ([i]) =>
        i === 0 || i === n
          ? [{ state: [i], probability: Q.ONE }]
          : [
              { state: [i! - 1], probability: q(1, 2) },
              { state: [i! + 1], probability: q(1, 2) },
            ],
    };
    for (let i = 1; i < n; i++)
      expect(S.absorption(ruin, [i])).toEqual({ classes: [[[0]], [[n]]], probabilities: [q(n - i, n), q(i, n)] });
  });
  it('a law sums to 1, keeps the mean of a martingale, and its limits are errors', () => {
    const spec: M.MapSpec = {
      states: ['u', 'v'],
      decrements: [c(1, 3), c(-1, 5)],
      format: F.format('q8.0'),
      rounds: 'update',
    };
    const map = S.quantizeStochastically(spec);
    const law = S.law(map, [0, 0], 6);
    expect(law.map((m) => m.probability).reduce(Q.add)).toEqual(Q.ONE);
    expect(S.mean(map, T.variable('v'), [0, 0], 6)).toEqual(q(6, 5));
    expect(() => S.law(map, [0, 0], 6, { limit: 5 })).toThrow('at most 5 states');
    expect(() => S.closedClasses(map, { limit: 100 })).toThrow('at most 100 states');
    expect(() => S.law(map, [0, 500], 1)).toThrow('from -128 to 127');
  });
});
