/**
 * Many points of a program at once, on pairs of doubles in WebAssembly: states, sides of all relations, guides.
 *
 * The doubles are those of the compiled tapes one point at a time, bit for bit. Points go through in strips that stay in
 * the first-level cache for the whole run. Programs with flows have no batch. Search tier.
 */
import type { Program, RunProgram } from '../claim/program.ts';
import type { Term } from '../expr/term.ts';
import { type Lanes, type Loop, lanes, type Read, reserve, type Stage, VECTOR } from '../tape/lanes.ts';
import { tape } from '../tape/tape.ts';
import { withScales } from './margins.ts';

/** Where things lie in a pair, in vectors. */
interface Layout {
  readonly states: readonly number[];
  readonly top: number;
  readonly guide: number;
  /** Scratch of the compiled code begins here; then inputs, then the records of run after run. */
  readonly scratch: number;
}

/** One point among those of a strip: reads vectors of its pair. */
export interface View {
  /** Copies `out.length` values from vector `from` on. */
  readonly read: (from: number, out: Float64Array) => Float64Array;
}

export interface Points {
  readonly count: number;
  readonly horizon: number;
  /** Writes the parameters of point i. */
  readonly params: (i: number, out: Float64Array) => void;
  /** Writes the inputs of all steps of point i, one after the other. */
  readonly inputs?: (i: number, out: Float64Array) => void;
}

export interface Batch {
  /** Evaluates points in order; after each strip `visit` is told each of its points, in order. */
  readonly run: (points: Points, visit: (i: number, at: Evaluated) => void) => void;
  /** Bytes of memory held, and of the compiled module. */
  readonly bytes: () => number;
  readonly size: number;
}

/** What is known of one point. The arrays are reused. */
export interface Evaluated {
  readonly env: () => Float64Array;
  /** The state a run ends with. */
  readonly state: (run: number) => Float64Array;
  /** Sides and scale of each relation of a run at a step. */
  readonly sides: (run: number, step: number) => Float64Array;
  readonly top: () => Float64Array;
  readonly guide: () => Float64Array;
}

interface BatchRun {
  readonly program: RunProgram;
  readonly relations: readonly Term[];
  readonly moments: readonly number[];
}

const at = (vector: number): Read => ({ at: 'pair', vector });
const range = <A>(n: number, f: (i: number) => A): A[] => Array.from({ length: n }, (_, i) => f(i));

function layoutOf(p: Program, tops: number): Layout {
  let free = p.env.length;
  const states = p.runs.map((r) => {
    free += r.node.variables.length;
    return free - r.node.variables.length;
  });
  const top = free;
  const guide = top + tops;
  return { states, top, guide, scratch: guide + p.guide.outputs.length };
}

function stagesOf(p: Program, runs: readonly BatchRun[], l: Layout): { stages: Stage[]; loops: Loop[] } {
  const env = range(p.env.length, at);
  const stages: Stage[] = [];
  const loops: Loop[] = [];
  for (const [i, r] of runs.entries()) {
    const { node, start, step } = r.program;
    const first = l.states[i]!;
    const inputs = p.inputs.map((_, vector): Read => ({ at: 'inputs', vector }));
    const read: Read[] = [...env, ...node.variables.map((_, k) => at(first + k)), { at: 'clock' }, ...inputs];
    const state = { at: 'pair', vector: first } as const;
    stages.push({ name: `start ${i}`, tape: start, read: env, write: state });
    stages.push({ name: `step ${i}`, tape: step, read, write: state });
    const watched = r.relations.length > 0;
    const here = [...p.env, ...node.variables, node.clock, ...p.inputs];
    if (watched)
      stages.push({ name: `body ${i}`, tape: tape(here, r.relations), read, write: { at: 'record', vector: 0 } });
    const move = { inputs: p.inputs.length, record: r.relations.length };
    loops.push({ name: `loop ${i}`, body: watched ? `body ${i}` : undefined, step: `step ${i}`, ...move });
  }
  const top = tape(p.env, withScales(p.relations));
  stages.push({ name: 'top', tape: top, read: env, write: { at: 'pair', vector: l.top } });
  stages.push({ name: 'guide', tape: p.guide, read: env, write: { at: 'pair', vector: l.guide } });
  return { stages, loops };
}

/** A strip of pairs and its hot data stay in the first-level cache where a few pairs fit there. */
const STRIP_BYTES = 24 * 1024;
const STRIP = 64;

class BatchProgram implements Batch {
  readonly #p: Program;
  readonly #runs: readonly BatchRun[];
  readonly #layout: Layout;
  readonly #lanes: Lanes;
  readonly #tops: number;
  #doubles = new Float64Array(0);

  constructor(p: Program) {
    this.#p = p;
    this.#runs = p.runs.map((r) => ({
      program: r,
      relations: r.relations.length > 0 ? withScales(r.relations) : [],
      moments: r.node.moments.map((t) => Number(t.value?.num ?? -1)),
    }));
    this.#tops = withScales(p.relations).length;
    this.#layout = layoutOf(p, this.#tops);
    const { stages, loops } = stagesOf(p, this.#runs, this.#layout);
    this.#lanes = lanes(stages, loops, this.#layout.scratch);
  }

  get size(): number {
    return this.#lanes.size;
  }
  bytes(): number {
    return this.#lanes.memory.buffer.byteLength;
  }

  run(points: Points, visit: (i: number, at: Evaluated) => void): void {
    const frame = this.#frame(points.horizon);
    const most = Math.min(STRIP, Math.ceil(points.count / 2));
    const strip = Math.max(1, Math.min(most, Math.floor(STRIP_BYTES / (VECTOR * frame.hot))));
    reserve(this.#lanes.memory, this.#lanes.from + strip * frame.stride);
    this.#doubles = new Float64Array(this.#lanes.memory.buffer);
    for (let from = 0; from < points.count; from += 2 * strip) {
      const count = Math.min(2 * strip, points.count - from);
      this.#fill(points, from, count, frame);
      this.#compute(Math.ceil(count / 2), points.horizon, frame);
      this.#show(from, count, frame, visit);
    }
  }

  #steps(r: BatchRun, horizon: number): number {
    return r.program.node.steps ?? horizon;
  }

  #frame(horizon: number): Frame {
    const inputs = this.#layout.scratch + this.#lanes.scratch;
    let free = inputs + horizon * this.#p.inputs.length;
    const records = this.#runs.map((r) => {
      const from = free;
      free += r.relations.length * (this.#steps(r, horizon) + 1);
      return from;
    });
    return { inputs, records, hot: inputs, stride: VECTOR * free };
  }

  /** The last point fills up an odd strip. */
  #fill(points: Points, from: number, count: number, f: Frame): void {
    const params = new Float64Array(this.#p.params.length);
    const inputs = new Float64Array(points.inputs ? points.horizon * this.#p.inputs.length : 0);
    const [doubles, known, all] = [this.#doubles, params.length, this.#p.env.length];
    for (let i = 0; i < count + (count % 2); i++) {
      const which = from + Math.min(i, count - 1);
      points.params(which, params);
      points.inputs?.(which, inputs);
      const word = this.#word(i, f);
      for (let k = 0; k < known; k++) doubles[word + 2 * k] = params[k]!;
      for (let k = known; k < all; k++) doubles[word + 2 * k] = NaN;
      for (let k = 0; k < inputs.length; k++) doubles[word + 2 * (f.inputs + k)] = inputs[k]!;
    }
  }

  /** The first double of the i-th point of a strip. */
  #word(i: number, f: Frame): number {
    return (this.#lanes.from + (i >> 1) * f.stride) / 8 + (i & 1);
  }

  #compute(pairs: number, horizon: number, f: Frame): void {
    const { stages, from } = this.#lanes;
    const plain = [from, pairs, f.stride, from, from] as const;
    this.#runs.forEach((r, i) => {
      stages[`start ${i}`]!(...plain, 0);
      this.#loop(i, r, pairs, horizon, f);
    });
    stages.top!(...plain, 0);
    stages.guide!(...plain, 0);
  }

  #loop(i: number, r: BatchRun, pairs: number, horizon: number, f: Frame): void {
    const { stages, loops, from } = this.#lanes;
    const last = this.#steps(r, horizon);
    const watched = r.relations.length > 0;
    const end = Math.max(watched ? last : 0, ...r.moments);
    const address = (step: number): readonly [number, number] => [
      from + VECTOR * (f.inputs + step * this.#p.inputs.length),
      from + VECTOR * (f.records[i]! + step * r.relations.length),
    ];
    const stops = [...new Set([...r.moments.filter((m) => m >= 0), end])].sort((a, b) => a - b);
    let k = 0;
    for (const stop of stops) {
      loops[`loop ${i}`]!(from, pairs, f.stride, ...address(k), k, stop - k);
      k = stop;
      r.moments.forEach((m, j) => {
        if (m === k) this.#keep(i, r, j, pairs, f);
      });
    }
    if (watched) stages[`body ${i}`]!(from, pairs, f.stride, ...address(k), k);
  }

  /** The state becomes the quantities of moment j. */
  #keep(i: number, r: BatchRun, j: number, pairs: number, f: Frame): void {
    const size = r.program.node.variables.length;
    const state = 2 * this.#layout.states[i]!;
    for (let pair = 0; pair < pairs; pair++) {
      const word = this.#word(2 * pair, f);
      const to = word + 2 * (r.program.offset + j * size);
      this.#doubles.copyWithin(to, word + state, word + state + 2 * size);
    }
  }

  #show(from: number, count: number, f: Frame, visit: (i: number, at: Evaluated) => void): void {
    let word = 0;
    const [p, doubles] = [this.#p, this.#doubles];
    const reader = (length: number): ((vector: number) => Float64Array) => {
      const out = new Float64Array(length);
      return (vector) => {
        for (let k = 0; k < length; k++) out[k] = doubles[word + 2 * (vector + k)]!;
        return out;
      };
    };
    const states = this.#runs.map((r) => reader(r.program.node.variables.length));
    const sides = this.#runs.map((r) => reader(r.relations.length));
    const [env, top, guide] = [reader(p.env.length), reader(this.#tops), reader(p.guide.outputs.length)];
    const shown: Evaluated = {
      env: () => env(0),
      state: (run) => states[run]!(this.#layout.states[run]!),
      sides: (run, step) => sides[run]!(f.records[run]! + step * this.#runs[run]!.relations.length),
      top: () => top(this.#layout.top),
      guide: () => guide(this.#layout.guide),
    };
    for (let i = 0; i < count; i++) {
      word = this.#word(i, f);
      visit(from + i, shown);
    }
  }
}

interface Frame {
  readonly inputs: number;
  readonly records: readonly number[];
  /** Vectors that every step touches. */
  readonly hot: number;
  /** Bytes from pair to pair. */
  readonly stride: number;
}

const batches = new WeakMap<Program, Batch>();

/** The batch of a program (one claim at one choice of sizes), compiled once; undefined where it has flows. */
export function batchOf(p: Program): Batch | undefined {
  if (p.runs.some((r) => r.node.kind !== 'map')) return undefined;
  const known = batches.get(p);
  if (known) return known;
  const made = new BatchProgram(p);
  batches.set(p, made);
  return made;
}
