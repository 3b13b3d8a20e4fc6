/**
 * Tapes as WebAssembly on pairs of doubles: each vector holds one value of two instances, memory holds pairs one by one.
 *
 * Results are those of the tape over float64, bit for bit (NaN payloads aside): no fused and no re-associated operation;
 * min and max of WebAssembly are Math.min and Math.max; what it lacks is called from Math, lane by lane. A body of more
 * than a cache holds becomes several functions over memory, each going through some pairs before the next, so that
 * neither code nor data leaves the caches. Search tier. Compiling costs some microseconds an operation.
 */

import { type Item, pins } from './pins.ts';
import { scheduled } from './schedule.ts';
import { cut, type Operation, type Source, type Straight, straight } from './straight.ts';
import type { Tape } from './tape.ts';
import { Code, F64, I32, moduleOf, OP, V128, type WasmFunction } from './wasm.ts';

/** Bytes of one vector. */
export const VECTOR = 16;

/** Where a tape reads an input: a vector of the pair, one of this step's inputs, or the number of the step. */
export type Read = { readonly at: 'pair' | 'inputs'; readonly vector: number } | { readonly at: 'clock' };

/** One tape to compile. `write`: the vector (of the pair, or of this step's record) of the first output. */
export interface Stage {
  readonly name: string;
  readonly tape: Tape;
  readonly read: readonly Read[];
  readonly write: { readonly at: 'pair' | 'record'; readonly vector: number };
}

/** Goes on from step to step: the body, if any, then the step. */
export interface Loop {
  readonly name: string;
  readonly body: string | undefined;
  readonly step: string;
  /** Vectors by which inputs and record move on at each step. */
  readonly inputs: number;
  readonly record: number;
}

/** base, pairs, stride, address of the inputs, address of the record, clock; addresses and stride in bytes. */
export type StageFunction = (
  base: number,
  pairs: number,
  stride: number,
  inputs: number,
  record: number,
  clock: number,
) => void;
/** The same from the step `clock` on, `steps` of them. */
export type LoopFunction = (
  base: number,
  pairs: number,
  stride: number,
  inputs: number,
  record: number,
  clock: number,
  steps: number,
) => void;

export interface Lanes {
  readonly memory: WebAssembly.Memory;
  readonly stages: { readonly [name: string]: StageFunction };
  readonly loops: { readonly [name: string]: LoopFunction };
  /** Vectors a pair needs besides those the stages name. */
  readonly scratch: number;
  /** The first address behind the constants. */
  readonly from: number;
}

const P = { base: 0, pairs: 1, stride: 2, inputs: 3, record: 4, clock: 5 } as const;
const PARAMS = [I32, I32, I32, I32, I32, F64];
const ARITHMETIC: { readonly [f: string]: readonly number[] } = OP;
const NATIVE: ReadonlySet<string> = new Set(['abs', 'neg', 'sqrt']);

/** What all functions of a module share: constants in memory, functions called from Math. */
class Shared {
  readonly constants = new Map<string, number>();
  readonly calls = new Map<string, number>();
  readonly values: number[] = [];
  readonly imports: ((x: number) => number)[] = [];

  /** The address of a constant; −0 and 0 are two. */
  constant(value: number): number {
    const key = Object.is(value, -0) ? '-0' : `${value}`;
    const known = this.constants.get(key);
    if (known !== undefined) return known;
    const address = VECTOR * this.values.length;
    this.constants.set(key, address);
    this.values.push(value);
    return address;
  }
  call(key: string, f: (x: number) => number): number {
    const known = this.calls.get(key);
    if (known !== undefined) return known;
    this.calls.set(key, this.imports.length);
    this.imports.push(f);
    return this.imports.length - 1;
  }
  of(o: Operation): number | undefined {
    if (o.f === 'power') {
      const y = o.exponent;
      return this.call(`power ${y}`, (x) => (x < 0 ? NaN : x ** y));
    }
    if (o.f !== 'unary' || NATIVE.has(o.name)) return undefined;
    return this.call(o.name, (Math as unknown as { [f: string]: (x: number) => number })[o.name]!);
  }
}

interface Context {
  readonly shared: Shared;
  readonly stage: Stage;
  readonly operations: readonly Operation[];
  readonly places: Int32Array;
  /** The outputs that may be written as soon as the operation is done. */
  readonly early: ReadonlyMap<number, readonly number[]>;
  readonly outputs: readonly Source[];
  /** The first of the pair's vectors for values between pieces. */
  readonly scratch: number;
  /** A vector nobody reads. */
  readonly idle: number;
}

/** Operations over which a loaded vector is kept for its next use. */
const WINDOW = 16;

/** A value by its number, what is loaded by a name. */
function keyOf(s: Source): number | string {
  if (s.kind === 'value') return s.index;
  return s.kind === 'input' ? `x${s.slot}` : `c${Object.is(s.value, -0) ? '-0' : s.value}`;
}

/** Locals of one piece, used again once what they hold is dead. */
class Locals {
  readonly #of = new Map<number | string, number>();
  readonly #free: number[] = [];
  readonly #uses = new Map<number | string, number[]>();
  readonly #first: number;
  count = 0;

  constructor(first: number, operations: readonly Operation[], from: number, to: number, kept: readonly Source[]) {
    this.#first = first;
    for (let k = from; k < to; k++) for (const a of operations[k]!.args) this.#use(a, k);
    for (const s of kept) if (s.kind === 'value') this.#use(s, to);
  }
  #use(s: Source, k: number): void {
    const key = keyOf(s);
    const known = this.#uses.get(key);
    if (known) known.push(k);
    else this.#uses.set(key, [k]);
  }
  has(key: number | string): number | undefined {
    return this.#of.get(key);
  }
  #take(): number {
    return this.#free.pop() ?? this.#first + this.count++;
  }
  #drop(key: number | string): void {
    const local = this.#of.get(key);
    if (local !== undefined) this.#free.push(local);
    this.#of.delete(key);
  }
  /** The operation has used its arguments: those without a further use (soon, for loads) go. */
  release(o: Operation, k: number): void {
    for (const a of o.args) {
      const key = keyOf(a);
      const next = this.#uses.get(key)!.find((u) => u > k);
      if (next === undefined || (a.kind !== 'value' && next > k + WINDOW)) this.#drop(key);
    }
  }
  /** A local for the result of the operation. */
  result(value: number): number {
    const local = this.#take();
    if (this.#uses.has(value)) this.#of.set(value, local);
    else this.#free.push(local);
    return local;
  }
  /** A local for what is loaded for the operation k, when it is wanted again soon. */
  keep(key: string, k: number): number | undefined {
    const uses = this.#uses.get(key) ?? [];
    while (uses.length > 0 && uses[0]! < k) uses.shift();
    if (uses[1] === undefined || uses[1] > k + WINDOW) return undefined;
    const local = this.#take();
    this.#of.set(key, local);
    return local;
  }
}

/** The source at operation k on the stack. */
function pushSource(c: Context, code: Code, locals: Locals, s: Source, k: number): void {
  const key = keyOf(s);
  const local = locals.has(key);
  if (local !== undefined) {
    code.get(local);
    return;
  }
  if (s.kind === 'constant') code.i32(0).op(OP.load, 4, c.shared.constant(s.value));
  else if (s.kind === 'value') code.load(P.base, VECTOR * (c.scratch + c.places[s.index]!));
  else {
    const read = c.stage.read[s.slot]!;
    if (read.at === 'clock') code.get(P.clock).op(OP.splat);
    else code.load(read.at === 'pair' ? P.base : P.inputs, VECTOR * read.vector);
  }
  const kept = typeof key === 'string' ? locals.keep(key, k) : undefined;
  if (kept !== undefined) code.op(OP.tee, kept);
}

function pushOperation(c: Context, code: Code, locals: Locals, k: number): void {
  const o = c.operations[k]!;
  const call = c.shared.of(o);
  if (call === undefined) {
    for (const a of o.args) pushSource(c, code, locals, a, k);
    code.op(ARITHMETIC[o.f === 'unary' ? o.name : o.f]!);
    return;
  }
  const lane = (i: number): void => {
    pushSource(c, code, locals, o.args[0], k);
    code.op(OP.lane);
    code.bytes.push(i);
    code.op(OP.call, call);
  };
  lane(0);
  code.op(OP.splat);
  lane(1);
  code.op(OP.withLane);
  code.bytes.push(1);
}

/** Outputs whose place nobody reads after they are computed. */
function earlyOutputs(stage: Stage, s: Straight): ReadonlyMap<number, readonly number[]> {
  const lastRead = new Map<number, number>();
  const read = (x: Source, k: number): void => {
    if (x.kind !== 'input') return;
    const r = stage.read[x.slot]!;
    if (r.at === 'pair') lastRead.set(r.vector, k);
  };
  s.operations.forEach((o, k) => {
    for (const a of o.args) read(a, k);
  });
  for (const o of s.outputs) read(o, Infinity);
  const early = new Map<number, number[]>();
  s.outputs.forEach((o, i) => {
    if (o.kind !== 'value') return;
    if (stage.write.at === 'pair' && (lastRead.get(stage.write.vector + i) ?? -1) > o.index) return;
    early.set(o.index, [...(early.get(o.index) ?? []), i]);
  });
  return early;
}

/** The operations from … to of a stage. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Outputs written at the end. */
  readonly late: readonly { readonly o: Source; readonly i: number }[];
}

const localsOf = (c: Context, s: Stretch): Locals =>
  new Locals(
    PARAMS.length,
    c.operations,
    s.from,
    s.to,
    s.late.map(({ o }) => o),
  );

/** What the stretch does, in order, and the place of each operation in it. */
function itemsOf(c: Context, s: Stretch): { readonly items: readonly Item[]; readonly at: Int32Array } {
  const items: Item[] = [];
  const at = new Int32Array(s.to - s.from);
  const locals = localsOf(c, s);
  const loaded = new Map<string | number, number>();
  const itemOf = (x: Source, k: number): number => {
    const key = keyOf(x);
    const local = locals.has(key);
    if (local !== undefined && x.kind === 'value') return at[x.index - s.from]!;
    if (local !== undefined) return loaded.get(key)!;
    items.push({ kind: 'load', args: [] });
    loaded.set(key, items.length - 1);
    if (typeof key === 'string') locals.keep(key, k);
    return items.length - 1;
  };
  for (let k = s.from; k < s.to; k++) {
    const o = c.operations[k]!;
    const args = o.args.map((a) => itemOf(a, k));
    at[k - s.from] = items.length;
    items.push({ kind: c.shared.of(o) === undefined ? 'operation' : 'call', args });
    locals.release(o, k);
    locals.result(k);
    for (const _ of placesOf(c, k)) items.push({ kind: 'store', args: [at[k - s.from]!] });
  }
  for (const { o } of s.late) items.push({ kind: 'store', args: [itemOf(o, s.to)] });
  return { items, at };
}

/** One function: the operations from … to for every pair. */
function pieceFunction(c: Context, name: string, from: number, to: number, last: boolean): WasmFunction {
  const late = last ? c.outputs.map((o, i) => ({ o, i })).filter(({ o, i }) => !isEarly(c, o, i)) : [];
  const stretch = { from, to, late };
  const { items, at } = itemsOf(c, stretch);
  const pinned = pins(items);
  const locals = localsOf(c, stretch);
  const code = new Code().op(OP.loop);
  for (let k = from; k < to; k++) {
    const o = c.operations[k]!;
    pushOperation(c, code, locals, k);
    locals.release(o, k);
    const local = locals.result(k);
    code.set(local);
    const places = placesOf(c, k);
    if (pinned.has(at[k - from]!)) places.push([P.base, c.idle]);
    for (const [base, vector] of places)
      code
        .get(base)
        .get(local)
        .store(VECTOR * vector);
  }
  writeLate(c, code, locals, late);
  for (const p of [P.base, P.inputs, P.record]) code.get(p).get(P.stride).op(OP.i32Add).set(p);
  code.get(P.pairs).i32(1).op(OP.i32Sub).op(OP.tee, P.pairs).op(OP.brIf, 0).op(OP.end);
  return { name, params: PARAMS, results: [], locals: [{ type: V128, count: locals.count }], body: code };
}

/** Where the value of operation k goes: base and vector. */
function placesOf(c: Context, k: number): (readonly [number, number])[] {
  const between = c.places[k]! >= 0 ? [[P.base, c.scratch + c.places[k]!] as const] : [];
  return [...between, ...(c.early.get(k) ?? []).map((i) => [outputBase(c), c.stage.write.vector + i] as const)];
}

const outputBase = (c: Context): number => (c.stage.write.at === 'pair' ? P.base : P.record);
const isEarly = (c: Context, o: Source, i: number): boolean =>
  o.kind === 'value' && (c.early.get(o.index)?.includes(i) ?? false);

/** All values first, then all stores: an output may overwrite what another one reads. */
function writeLate(
  c: Context,
  code: Code,
  locals: Locals,
  late: readonly { readonly o: Source; readonly i: number }[],
): void {
  for (const { o } of late) {
    code.get(outputBase(c));
    pushSource(c, code, locals, o, c.operations.length);
  }
  for (const { i } of [...late].reverse()) code.store(VECTOR * (c.stage.write.vector + i));
}

interface Draft {
  readonly functions: WasmFunction[];
  scratch: number;
}

/** The pieces of a stage; a caller runs them one after the other. */
function stageFunctions(shared: Shared, stage: Stage, scratch: number): Draft {
  const s = scheduled(straight(stage.tape));
  const early = earlyOutputs(stage, s);
  const { operations, outputs } = s;
  const late = outputs.filter((o, i) => !(o.kind === 'value' && early.get(o.index)?.includes(i)));
  const { pieces, places, size } = cut(s, late);
  const c: Context = { shared, stage, operations, outputs, early, places, scratch: scratch + 1, idle: scratch };
  const functions = pieces.map((p, k) => pieceFunction(c, `${stage.name} ${k}`, p.from, p.to, k === pieces.length - 1));
  return { functions, scratch: size + 1 };
}

const callAll = (code: Code, functions: readonly number[], clock: (c: Code) => void): void => {
  for (const f of functions) {
    for (const p of [P.base, P.pairs, P.stride, P.inputs, P.record]) code.get(p);
    clock(code);
    code.op(OP.call, f);
  }
};

function stageDriver(name: string, pieces: readonly number[]): WasmFunction {
  const body = new Code();
  callAll(body, pieces, (c) => c.get(P.clock));
  return { name, params: PARAMS, results: [], locals: [], body };
}

/** Parameters base … record, clock (a whole number here), steps. */
function loopDriver(l: Loop, body: readonly number[], step: readonly number[]): WasmFunction {
  const [k, steps] = [5, 6];
  const clock = (c: Code): Code => c.get(k).op(OP.toF64);
  const code = new Code().op(OP.block).op(OP.loop).get(steps).op(OP.i32Eqz).op(OP.brIf, 1);
  callAll(code, body, clock);
  callAll(code, step, clock);
  code
    .get(P.inputs)
    .i32(VECTOR * l.inputs)
    .op(OP.i32Add)
    .set(P.inputs);
  code
    .get(P.record)
    .i32(VECTOR * l.record)
    .op(OP.i32Add)
    .set(P.record);
  code.get(k).i32(1).op(OP.i32Add).set(k);
  code.get(steps).i32(1).op(OP.i32Sub).set(steps);
  code.op(OP.br, 0).op(OP.end).op(OP.end);
  return { name: l.name, params: new Array(7).fill(I32), results: [], locals: [], body: code };
}

/** Compiles stages and loops over them. `scratch`: the first vector of a pair that no stage uses. */
export function lanes(stages: readonly Stage[], loops: readonly Loop[], scratch: number): Lanes {
  const shared = new Shared();
  for (const s of stages) for (const o of straight(s.tape).operations) shared.of(o);
  const functions: WasmFunction[] = [];
  const numbers = new Map<string, readonly number[]>();
  let size = 0;
  for (const s of stages) {
    const made = stageFunctions(shared, s, scratch);
    numbers.set(
      s.name,
      made.functions.map((_, k) => shared.imports.length + functions.length + k),
    );
    functions.push(...made.functions);
    size = Math.max(size, made.scratch);
  }
  for (const s of stages) functions.push(stageDriver(s.name, numbers.get(s.name)!));
  for (const l of loops) functions.push(loopDriver(l, l.body ? numbers.get(l.body)! : [], numbers.get(l.step)!));
  return instantiated(shared, functions, stages, loops, size);
}

const PAGE = 65536;

function instantiated(
  shared: Shared,
  functions: readonly WasmFunction[],
  stages: readonly Stage[],
  loops: readonly Loop[],
  scratch: number,
): Lanes {
  const imports = shared.imports.map((_, k) => ({ name: `f${k}`, params: [F64], results: [F64] }));
  const from = VECTOR * shared.values.length;
  const memory = new WebAssembly.Memory({ initial: 1 + Math.ceil(from / PAGE) });
  const doubles = new Float64Array(memory.buffer);
  for (const [k, v] of shared.values.entries()) doubles.fill(v, 2 * k, 2 * k + 2);
  const given = Object.fromEntries(shared.imports.map((f, k) => [`f${k}`, f]));
  const module = new WebAssembly.Module(moduleOf(imports, functions));
  const { exports } = new WebAssembly.Instance(module, { m: { memory, ...given } });
  const named = <F>(list: readonly { readonly name: string }[]): { readonly [name: string]: F } =>
    Object.fromEntries(list.map((x) => [x.name, exports[x.name] as F]));
  return { memory, stages: named(stages), loops: named(loops), scratch, from };
}

/** Grows a memory to hold `bytes`. Throws RangeError when the engine has no more. */
export function reserve(memory: WebAssembly.Memory, bytes: number): void {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
}
