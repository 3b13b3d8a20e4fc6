/**
 * Rolls as loops of WebAssembly: addresses move on by strides, sums go from iteration to iteration in locals.
 *
 * Values that are used outside are kept in memory one behind the other, or in a local where only the last one is. A few
 * iterations make one turn of the loop.
 */
import { apply, type Context, INTEGERS, type Locals, outputBase, P, PARAMS, pushSource, VECTOR } from './emit.ts';
import { type Arg, endOf, type Roll } from './roll.ts';
import { type Code, OP } from './wasm.ts';

/** Loads in one turn; V8 unrolls once more, and registers have to hold all. */
const LOADS = 6;
const MOST = 8;
const COUNTER = PARAMS.length;

/** What is done with the results of one operation of the body. */
export interface Kept {
  /** Outputs: the vector in iteration 0, and by how many it moves on. */
  readonly output: { readonly vector: number; readonly stride: number } | undefined;
  readonly outside: 'none' | 'last' | 'all';
}

/** The result of operation p of the body in iteration j. */
export const valueAt = (r: Roll, p: number, j: number): number => r.from + j * r.period + p;

/** What is kept of each operation of a roll; outputs that do not move on evenly are none of its own. */
export function keptOf(r: Roll, early: ReadonlyMap<number, readonly number[]>, outside: Uint8Array): readonly Kept[] {
  return r.args.map((_, p) => {
    const written = Array.from({ length: r.count }, (_x, j) => early.get(valueAt(r, p, j)) ?? []);
    const [first, second] = [written[0]![0], written[1]![0]];
    const stride = first === undefined || second === undefined ? -1 : second - first;
    const even = stride > 0 && written.every((w, j) => w.length === 1 && w[0] === first! + j * stride);
    const used = written.map((_x, j) => outside[valueAt(r, p, j)] === 1);
    const before = used.slice(0, -1).some((x) => x);
    return {
      output: even ? { vector: first!, stride } : undefined,
      outside: before ? 'all' : used.at(-1) ? 'last' : 'none',
    };
  });
}

/** Addresses that move on, by base and stride. */
class Pointers {
  readonly #of = new Map<string, { readonly local: number; readonly base: number; readonly stride: number }>();
  local(base: number, stride: number): number {
    const key = `${base} ${stride}`;
    const known = this.#of.get(key);
    if (known) return known.local;
    const local = COUNTER + 1 + this.#of.size;
    this.#of.set(key, { local, base, stride });
    return local;
  }
  get size(): number {
    return this.#of.size;
  }
  start(code: Code): void {
    for (const { local, base } of this.#of.values()) code.get(base).set(local);
  }
  move(code: Code, turns: number): void {
    for (const { local, stride } of this.#of.values())
      code
        .get(local)
        .i32(VECTOR * stride * turns)
        .op(OP.i32Add)
        .set(local);
  }
}

type Moving = Extract<Arg, { kind: 'input' | 'array' }>;

interface Body {
  readonly c: Context;
  readonly roll: Roll;
  readonly kept: readonly Kept[];
  readonly pointers: Pointers;
  /** Locals of results, of loaded vectors, of fixed and of carried arguments. */
  readonly results: readonly number[];
  readonly loads: readonly number[];
  readonly held: readonly (readonly number[])[];
}

const inputBase = (c: Context, slot: number): number => (c.stage.read[slot]!.at === 'inputs' ? P.inputs : P.base);

/** Everything a body addresses gets its pointer. */
function pointed(c: Context, roll: Roll, kept: readonly Kept[]): Pointers {
  const pointers = new Pointers();
  for (const a of roll.args.flat()) {
    if (a.kind === 'input') pointers.local(inputBase(c, a.of.slot), a.stride);
    if (a.kind === 'array') pointers.local(P.base, a.stride);
  }
  for (const k of kept) {
    if (k.output) pointers.local(outputBase(c), k.output.stride);
    if (k.outside === 'all') pointers.local(P.base, 1);
  }
  return pointers;
}

/** Whether there are locals for all its addresses. */
export const fits = (c: Context, roll: Roll, kept: readonly Kept[]): boolean => pointed(c, roll, kept).size < INTEGERS;

/** Pointer and vector of a moving argument in iteration 0 of a turn, and by how much it moves on. */
function addressOf(b: Body, arg: Moving): { readonly pointer: number; readonly vector: number } {
  const { c, pointers } = b;
  if (arg.kind === 'array')
    return { pointer: pointers.local(P.base, arg.stride), vector: c.scratch + c.places[arg.of.index]! };
  const read = c.stage.read[arg.of.slot]!;
  const vector = read.at === 'clock' ? 0 : read.vector;
  return { pointer: pointers.local(inputBase(c, arg.of.slot), arg.stride), vector };
}

/** Each vector is loaded once: what an iteration writes, it does not read any more. */
function pushMoving(b: Body, code: Code, arg: Moving, turn: number, loaded: Map<string, number>): void {
  const { pointer, vector } = addressOf(b, arg);
  const key = `${pointer} ${vector}`;
  const known = loaded.get(key);
  if (known !== undefined) {
    code.get(known);
    return;
  }
  const local = b.loads[loaded.size]!;
  code.load(pointer, VECTOR * (vector + turn * arg.stride)).op(OP.tee, local);
  loaded.set(key, local);
}

function iteration(b: Body, code: Code, turn: number): void {
  const { c, roll, pointers } = b;
  const loaded = new Map<string, number>();
  const push = (p: number, i: number): void => {
    const arg = roll.args[p]![i]!;
    if (arg.kind === 'inner') code.get(b.results[arg.of]!);
    else if (arg.kind === 'fixed' || arg.kind === 'carried') code.get(b.held[p]![i]!);
    else pushMoving(b, code, arg, turn, loaded);
  };
  for (let p = 0; p < roll.period; p++) {
    apply(c, code, c.operations[roll.from + p]!, (i) => push(p, i));
    code.set(b.results[p]!);
    const { output, outside } = b.kept[p]!;
    const store = (base: number, stride: number, vector: number): void => {
      code
        .get(pointers.local(base, stride))
        .get(b.results[p]!)
        .store(VECTOR * (vector + turn * stride));
    };
    if (output) store(outputBase(c), output.stride, c.stage.write.vector + output.vector);
    if (outside === 'all') store(P.base, 1, c.scratch + c.places[roll.from + p]!);
  }
  eachArg(roll, (arg, p, i) => {
    if (arg.kind === 'carried') code.get(b.results[arg.of]!).set(b.held[p]![i]!);
  });
}

function eachArg(roll: Roll, f: (arg: Arg, p: number, i: number) => void): void {
  roll.args.forEach((args, p) => {
    args.forEach((arg, i) => {
      f(arg, p, i);
    });
  });
}

/** The whole roll. Afterwards the locals know the last values. */
export function emitLoop(c: Context, code: Code, locals: Locals, roll: Roll, kept: readonly Kept[]): void {
  const held = roll.args.map((args) =>
    args.map((a) => (a.kind === 'fixed' || a.kind === 'carried' ? locals.fresh() : -1)),
  );
  const results = roll.args.map(() => locals.fresh());
  const moving = roll.args.flat().filter((a): a is Moving => a.kind === 'input' || a.kind === 'array');
  const draft: Body = { c, roll, kept, pointers: pointed(c, roll, kept), results, held, loads: [] };
  const loads = new Set(moving.map((a) => Object.values(addressOf(draft, a)).join(' '))).size;
  const b: Body = { ...draft, loads: Array.from({ length: loads }, () => locals.fresh()) };
  eachArg(roll, (arg, p, i) => {
    if (arg.kind !== 'fixed' && arg.kind !== 'carried') return;
    pushSource(c, code, locals, arg.kind === 'fixed' ? arg.of : arg.first, roll.from);
    code.set(held[p]![i]!);
  });
  const turns = Math.max(1, Math.min(MOST, roll.count, Math.floor(LOADS / Math.max(1, loads))));
  b.pointers.start(code);
  code
    .i32(Math.floor(roll.count / turns))
    .set(COUNTER)
    .op(OP.loop);
  for (let turn = 0; turn < turns; turn++) iteration(b, code, turn);
  b.pointers.move(code, turns);
  code.get(COUNTER).i32(1).op(OP.i32Sub).op(OP.tee, COUNTER).op(OP.brIf, 0).op(OP.end);
  for (let turn = 0; turn < roll.count % turns; turn++) iteration(b, code, turn);
  for (let k = roll.from; k < endOf(roll); k++) locals.release(c.operations[k]!, k);
  kept.forEach(({ outside }, p) => {
    if (outside === 'last') keepLast(c, code, locals, valueAt(roll, p, roll.count - 1), results[p]!);
  });
}

function keepLast(c: Context, code: Code, locals: Locals, value: number, local: number): void {
  const place = c.places[value]!;
  if (place >= 0)
    code
      .get(P.base)
      .get(local)
      .store(VECTOR * (c.scratch + place));
  locals.adopt(value, local);
}
