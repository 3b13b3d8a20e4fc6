/**
 * Compiled code against the tape evaluated over float64, bit for bit: random tapes at random and at awkward doubles, long
 * ones that fall into pieces, outputs that overwrite what others read, loops with inputs, records and a clock.
 */
import { describe, expect, it } from 'vitest';
import * as T from '../../src/expr/term.ts';
import { float64 } from '../../src/number/float64.ts';
import { compile } from '../../src/tape/javascript.ts';
import { lanes, type Read, reserve, type Stage, VECTOR } from '../../src/tape/lanes.ts';
import { evaluate, type Tape, tape } from '../../src/tape/tape.ts';
import { ALL, ARITHMETIC, type Draw, draws, pick, randomRational, randomTerm, VARIABLES } from './random-terms.ts';

const SCALE = Number(process.env.COUNTERFLOW_FUZZ ?? 1);
const AWKWARD = [0, -0, 1, -1, 5e-324, -5e-324, 2.2e-308, 1e-310, 1.7e308, -1.7e308, Infinity, -Infinity, NaN, 2 ** 53];
const double = (draw: Draw): number =>
  draw(1) < 0.3 ? pick(draw, AWKWARD) : (draw(2) - 1) * 2 ** Math.floor(draw(40) - 20);
const same = (a: number, b: number): boolean => Object.is(a, b);

/** All points through one stage: inputs first, then outputs. Loops are made of more than `unrolled` operations. */
function throughLanes(
  t: Tape,
  points: readonly (readonly number[])[],
  unrolled?: number,
): readonly (readonly number[])[] {
  const read = Array.from({ length: t.inputs }, (_, vector): Read => ({ at: 'pair', vector }));
  const stage: Stage = { name: 'f', tape: t, read, write: { at: 'pair', vector: t.inputs } };
  const made = lanes([stage], [], t.inputs + t.outputs.length, unrolled);
  const stride = VECTOR * (t.inputs + t.outputs.length + made.scratch);
  const pairs = Math.ceil(points.length / 2);
  reserve(made.memory, made.from + pairs * stride);
  const at = new Float64Array(made.memory.buffer);
  const word = (i: number): number => (made.from + (i >> 1) * stride) / 8 + (i & 1);
  points.forEach((p, i) => {
    p.forEach((x, k) => {
      at[word(i) + 2 * k] = x;
    });
  });
  made.stages.f!(made.from, pairs, stride, made.from, made.from, 0);
  return points.map((_, i) => t.outputs.map((_o, k) => at[word(i) + 2 * (t.inputs + k)]!));
}

function differing(t: Tape, points: readonly (readonly number[])[], unrolled?: number): string[] {
  const wrong: string[] = [];
  const found = throughLanes(t, points, unrolled);
  const javascript = compile(t);
  const out = new Float64Array(t.outputs.length);
  points.forEach((p, i) => {
    const wanted = evaluate(float64, t, p);
    javascript(Float64Array.from(p), out);
    wanted.forEach((w, k) => {
      if (!same(w!, found[i]![k]!)) wrong.push(`wasm ${found[i]![k]} for ${w} at ${p}`);
      if (!same(w!, out[k]!)) wrong.push(`js ${out[k]} for ${w} at ${p}`);
    });
  });
  return wrong;
}

describe('bit for bit', () => {
  it.each([
    ['arithmetic', ARITHMETIC, 1500],
    ['all operations', ALL, 600],
  ] as const)('%s', (_, ops, count) => {
    const wrong: string[] = [];
    for (let seed = 0; seed < count * SCALE; seed++) {
      const draw = draws(seed + 4e6);
      const terms = Array.from({ length: 3 }, () => randomTerm(draw, ops, 5));
      if (draw(1) < 0.5) terms.push(T.pow(terms[0]!, Math.floor(draw(24)) - 10));
      const points = Array.from({ length: 7 }, () => VARIABLES.map(() => double(draw)));
      wrong.push(...differing(tape(VARIABLES, terms), points));
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('tapes of many pieces', () => {
    const draw = draws(77);
    for (let seed = 0; seed < 4; seed++) {
      const pool: T.Term[] = [...VARIABLES, T.num(randomRational(draw))];
      for (let k = 0; k < 6000; k++) {
        const [a, b] = [pick(draw, pool), pool[pool.length - 1 - Math.floor(draw(Math.min(pool.length, 40)))]!];
        pool.push(T.binary(pick(draw, ['add', 'sub', 'mul', 'min', 'max'] as const), a, b));
      }
      const outputs = [...VARIABLES, ...pool.slice(-30), ...Array.from({ length: 30 }, () => pick(draw, pool))];
      const t = tape(VARIABLES, outputs);
      expect(t.code.length).toBeGreaterThan(3000);
      const points = Array.from({ length: 5 }, () => VARIABLES.map(() => draw(2) - 1));
      expect(differing(t, points).slice(0, 3)).toEqual([]);
    }
  });
});

/** One loop of a random body over numbered inputs, values of earlier loops, sums that go on and what stays. */
function randomLoop(draw: Draw, inputs: readonly T.Term[], arrays: readonly T.Term[][], count: number): T.Term[][] {
  const size = 1 + Math.floor(draw(6));
  const body = Array.from({ length: size }, (_, p) => ({
    f: pick(draw, ['add', 'sub', 'mul', 'div', 'min', 'max', 'sqrt', 'abs', 'exp'] as const),
    kinds: [Math.floor(draw(5)), Math.floor(draw(5))],
    at: [Math.floor(draw(inputs.length / 3)), Math.floor(draw(p))],
    stride: Math.floor(draw(3)),
    array: Math.floor(draw(arrays.length)),
    sum: Math.floor(draw(size)),
  }));
  const fixed = pick(draw, [...inputs, T.num(randomRational(draw))]);
  const results: T.Term[][] = body.map(() => []);
  for (let j = 0; j < count; j++)
    body.forEach((b, p) => {
      const argument = (i: number): T.Term => {
        const kind = b.kinds[i]!;
        if (kind === 1 && p > 0) return results[b.at[1]! % p]![j]!;
        if (kind === 2) return j > 0 ? results[b.sum]![j - 1]! : (inputs[b.at[0]!] as T.Term);
        if (kind === 3 && arrays.length > 0) return arrays[b.array]![b.stride > 0 ? j : 0]!;
        if (kind === 4) return fixed;
        return inputs[b.at[0]! + j * b.stride]!;
      };
      const [x, y] = [argument(0), argument(1)];
      const f = b.f;
      results[p]!.push(f === 'sqrt' || f === 'abs' || f === 'exp' ? T.apply(f, x) : T.binary(f, x, y));
    });
  return results;
}

it('loops: random bodies, what they leave behind, what they write', { timeout: 120_000 }, () => {
  const wrong: string[] = [];
  const inputs = Array.from({ length: 120 }, (_, k) => T.variable(`x${k}`));
  let [smaller, all] = [0, 0];
  for (let seed = 0; seed < 200 * SCALE; seed++) {
    const draw = draws(seed + 9e6);
    const [arrays, count] = [[] as T.Term[][], 6 + Math.floor(draw(30))];
    for (let k = 0; k < 4; k++) arrays.push(...randomLoop(draw, inputs, arrays, count));
    const chosen = arrays.flatMap((a) => (draw(1) < 0.4 ? a : draw(1) < 0.5 ? [a.at(-1)!] : [pick(draw, a)]));
    // Some come with straight code of several pieces around them.
    const pool = [...arrays.flat(), ...inputs];
    for (let k = 0; seed % 10 === 0 && k < 2500; k++)
      pool.push(
        T.binary(pick(draw, ['add', 'sub', 'min'] as const), pick(draw, pool), pool.at(-1 - Math.floor(draw(40)))!),
      );
    const t = tape(inputs, [...chosen, inputs[3]!, ...pool.slice(-30)]);
    const points = Array.from({ length: 5 }, () => inputs.map(() => double(draw)));
    wrong.push(...differing(t, points, 0));
    const read = inputs.map((_, vector): Read => ({ at: 'pair', vector }));
    const stage: Stage = { name: 'f', tape: t, read, write: { at: 'pair', vector: t.inputs } };
    const sizes = [0, 1e9].map((unrolled) => lanes([stage], [], t.inputs + t.outputs.length, unrolled).size);
    all++;
    if (sizes[0]! < sizes[1]!) smaller++;
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  // Loops were made, or this says nothing.
  expect(smaller / all).toBeGreaterThan(0.15);
});

it('a loop over more strides than there are locals for is left as it is', () => {
  const inputs = Array.from({ length: 200 }, (_, k) => T.variable(`x${k}`));
  const row = (j: number): T.Term =>
    Array.from({ length: 14 }, (_, s) => inputs[(s + 1) * j + s]!).reduce((a, b) => T.add(a, b));
  const t = tape(
    inputs,
    Array.from({ length: 12 }, (_, j) => row(j)),
  );
  const draw = draws(5);
  const points = Array.from({ length: 3 }, () => inputs.map(() => draw(2) - 1));
  expect(differing(t, points, 0)).toEqual([]);
});

it('an output may overwrite what others read', () => {
  const [x, y, z] = VARIABLES as [T.Term, T.Term, T.Term];
  const t = tape(VARIABLES, [y, T.add(x, z), T.mul(x, y)]);
  const read = VARIABLES.map((_, vector): Read => ({ at: 'pair', vector }));
  const made = lanes([{ name: 'f', tape: t, read, write: { at: 'pair', vector: 0 } }], [], 3);
  const at = new Float64Array(made.memory.buffer, made.from);
  at.set([2, 3, 5, 7, 11, 13]);
  made.stages.f!(made.from, 1, VECTOR * 4, 0, 0, 0);
  expect([...at.slice(0, 6)]).toEqual([5, 7, 13, 16, 10, 21]);
});

it('loops: inputs and records move on from step to step, the clock counts', () => {
  const [x, y] = VARIABLES as [T.Term, T.Term];
  const clock = T.variable('t');
  const step = tape([x, clock, y], [T.add(T.mul(x, clock), y)]);
  const body = tape([x, clock, y], [T.sub(x, y), clock]);
  const read: Read[] = [{ at: 'pair', vector: 0 }, { at: 'clock' }, { at: 'inputs', vector: 0 }];
  const stages: Stage[] = [
    { name: 'step', tape: step, read, write: { at: 'pair', vector: 0 } },
    { name: 'body', tape: body, read, write: { at: 'record', vector: 0 } },
  ];
  const made = lanes(stages, [{ name: 'go', body: 'body', step: 'step', inputs: 1, record: 2 }], 1);
  const frame = 1 + made.scratch;
  const [steps, stride] = [4, VECTOR * (frame + 4 + 8)];
  const at = new Float64Array(made.memory.buffer, made.from);
  const inputs = (i: number, k: number): number => 10 * i + k + 0.5;
  for (let i = 0; i < 4; i++) {
    const word = (i >> 1) * (stride / 8) + (i & 1);
    at[word] = i;
    for (let k = 0; k < steps; k++) at[word + 2 * (frame + k)] = inputs(i, k);
  }
  const first = made.from + VECTOR * frame;
  made.loops.go!(made.from, 2, stride, first, first + VECTOR * 4, 3, steps);
  for (let i = 0; i < 4; i++) {
    const word = (i >> 1) * (stride / 8) + (i & 1);
    let state = i;
    for (let k = 0; k < steps; k++) {
      expect(at[word + 2 * (frame + 4 + 2 * k)]).toBe(state - inputs(i, k));
      expect(at[word + 2 * (frame + 5 + 2 * k)]).toBe(k + 3);
      state = state * (k + 3) + inputs(i, k);
    }
    expect(at[word]).toBe(state);
  }
});
