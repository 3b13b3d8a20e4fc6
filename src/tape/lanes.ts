/**
 * Tapes as WebAssembly on pairs of doubles: each vector holds one value of two instances, memory holds pairs one by one.
 *
 * Results are those of the tape over float64, bit for bit (NaN payloads aside): no fused and no re-associated operation;
 * min and max of WebAssembly are Math.min and Math.max; what it lacks is called from Math, lane by lane. Short
 * bodies are straight code; of longer ones what repeats itself becomes loops, and what is then still more than a cache
 * holds becomes several functions over memory, each going through some pairs before the next. Search tier. Compiling costs some microseconds an operation.
 */

import {
  type Context,
  INTEGERS,
  keyOf,
  Locals,
  outputBase,
  P,
  PARAMS,
  placesOf,
  pushOperation,
  pushSource,
  Shared,
  type Stage,
  VECTOR,
} from './emit.ts';
import { emitLoop, fits, keptOf, valueAt } from './loop.ts';
import { type Item, pins } from './pins.ts';
import { endOf, type PlaceOf, type Roll, rolls } from './roll.ts';
import { scheduled } from './schedule.ts';
import { cut, type Source, type Straight, straight } from './straight.ts';
import { Code, F64, I32, moduleOf, OP, V128, type WasmFunction } from './wasm.ts';

export { type Read, type Stage, VECTOR } from './emit.ts';

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
  /** Bytes of the module. */
  readonly size: number;
}

/** Outputs whose place nobody reads after they are computed. */
function earlyOutputs(stage: Stage, s: Straight): Map<number, readonly number[]> {
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
  const early = new Map<number, readonly number[]>();
  s.outputs.forEach((o, i) => {
    if (o.kind !== 'value') return;
    if (stage.write.at === 'pair' && (lastRead.get(stage.write.vector + i) ?? -1) > o.index) return;
    early.set(o.index, [...(early.get(o.index) ?? []), i]);
  });
  return early;
}

/** What straight operations do, in order, and the place of each in it. Values from before are in registers. */
function itemsOf(
  c: Context,
  before: Locals,
  from: number,
  to: number,
  late: readonly Late[],
): { readonly items: readonly Item[]; readonly at: Int32Array } {
  const items: Item[] = [];
  const at = new Int32Array(to - from);
  const locals = before.copy();
  const loaded = new Map<string | number, number>();
  const itemOf = (x: Source, k: number): readonly number[] => {
    const key = keyOf(x);
    if (locals.has(key) !== undefined) {
      if (x.kind === 'value' && !loaded.has(key)) return x.index >= from ? [at[x.index - from]!] : [];
      const known = loaded.get(key);
      return known === undefined ? [] : [known];
    }
    items.push({ kind: 'load', args: [] });
    loaded.set(key, items.length - 1);
    locals.keep(key, k);
    return [items.length - 1];
  };
  for (let k = from; k < to; k++) {
    const o = c.operations[k]!;
    const args = o.args.flatMap((a) => itemOf(a, k));
    at[k - from] = items.length;
    items.push({ kind: c.shared.of(o) === undefined ? 'operation' : 'call', args });
    locals.release(o, k);
    locals.result(k);
    for (const _ of placesOf(c, k)) items.push({ kind: 'store', args: [at[k - from]!] });
  }
  for (const { o } of late) items.push({ kind: 'store', args: itemOf(o, to) });
  const kept = locals.wanted(to).filter((x) => x >= from);
  if (late.length === 0 && kept.length > 0) items.push({ kind: 'call', args: kept.map((x) => at[x - from]!) });
  return { items, at };
}

/** An output written at the end. */
interface Late {
  readonly o: Source;
  readonly i: number;
}

/** The operations from … to, one after the other. */
function emitStraight(c: Context, code: Code, locals: Locals, from: number, to: number, late: readonly Late[]): void {
  const { items, at } = itemsOf(c, locals, from, to, late);
  const pinned = pins(items);
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
}

/** One function: the operations from … to for every pair. */
function pieceFunction(c: Context, name: string, from: number, to: number, last: boolean): WasmFunction {
  const late = last ? c.outputs.map((o, i) => ({ o, i })).filter(({ o, i }) => !isEarly(c, o, i)) : [];
  const locals = Locals.of(
    c.operations,
    from,
    to,
    late.map(({ o }) => o),
  );
  const code = new Code().op(OP.loop);
  let at = from;
  for (const roll of c.rolls) {
    if (roll.from < from || roll.from >= to) continue;
    emitStraight(c, code, locals, at, roll.from, []);
    emitLoop(c, code, locals, roll, keptOf(roll, c.early, c.outside));
    at = endOf(roll);
  }
  emitStraight(c, code, locals, at, to, late);
  writeLate(c, code, locals, late);
  for (const p of [P.base, P.inputs, P.record]) code.get(p).get(P.stride).op(OP.i32Add).set(p);
  code.get(P.pairs).i32(1).op(OP.i32Sub).op(OP.tee, P.pairs).op(OP.brIf, 0).op(OP.end);
  const types = [
    { type: I32, count: INTEGERS },
    { type: V128, count: locals.count },
  ];
  return { name, params: PARAMS, results: [], locals: types, body: code };
}

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

const placeOf =
  (stage: Stage): PlaceOf =>
  (slot) => {
    const read = stage.read[slot]!;
    return read.at === 'clock' ? undefined : { base: read.at, vector: read.vector };
  };

/** Values that are used by others than operations of the roll that computes them. */
function usedOutside(s: Straight, loops: readonly Roll[], late: readonly Source[]): Uint8Array {
  const roll = new Int32Array(s.operations.length).fill(-1);
  loops.forEach((r, i) => {
    roll.fill(i, r.from, endOf(r));
  });
  const outside = new Uint8Array(s.operations.length);
  s.operations.forEach((o, k) => {
    for (const a of o.args) if (a.kind === 'value' && (roll[k]! < 0 || roll[a.index] !== roll[k])) outside[a.index] = 1;
  });
  for (const o of late) if (o.kind === 'value') outside[o.index] = 1;
  return outside;
}

/** Outputs of rolls that do not move on evenly are written at the end, but for the last ones. */
function evenly(early: Map<number, readonly number[]>, loops: readonly Roll[], outside: Uint8Array): void {
  for (const r of loops)
    keptOf(r, early, outside).forEach(({ output }, p) => {
      if (!output) for (let j = 0; j < r.count; j++) early.delete(valueAt(r, p, j));
    });
}

/** The pieces of a stage; a caller runs them one after the other. */
function stageFunctions(shared: Shared, stage: Stage, scratch: number, unrolled: number): Draft {
  const s = scheduled(straight(stage.tape));
  const { operations, outputs } = s;
  const early = earlyOutputs(stage, s);
  const found = operations.length > unrolled ? rolls(s, placeOf(stage)) : [];
  evenly(early, found, new Uint8Array(operations.length));
  const late = outputs.filter((o, i) => !(o.kind === 'value' && early.get(o.index)?.includes(i)));
  const outside = usedOutside(s, found, late);
  const { pieces, places, size } = cut(s, late, found);
  const c: Context = {
    shared,
    stage,
    operations,
    outputs,
    early,
    places,
    scratch: scratch + 1,
    idle: scratch,
    rolls: found,
    outside,
  };
  if (!found.every((r) => fits(c, r, keptOf(r, early, outside))))
    return stageFunctions(shared, stage, scratch, Number.POSITIVE_INFINITY);
  const used = arrays(c, size);
  const functions = pieces.map((p, k) => pieceFunction(c, `${stage.name} ${k}`, p.from, p.to, k === pieces.length - 1));
  return { functions, scratch: used + 1 };
}

/** Memory for the results of rolls that are used outside. */
function arrays(c: Context, from: number): number {
  let size = from;
  for (const r of c.rolls)
    keptOf(r, c.early, c.outside).forEach(({ outside }, p) => {
      if (outside !== 'all') return;
      for (let j = 0; j < r.count; j++) c.places[valueAt(r, p, j)] = size++;
    });
  return size;
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

/** Operations of a stage up to which it is not worth looking for loops in it. */
const UNROLLED = 1200;

/** Compiles stages and loops over them. `scratch`: the first vector of a pair that no stage uses. */
export function lanes(
  stages: readonly Stage[],
  loops: readonly Loop[],
  scratch: number,
  unrolled: number = UNROLLED,
): Lanes {
  const shared = new Shared();
  for (const s of stages) for (const o of straight(s.tape).operations) shared.of(o);
  const functions: WasmFunction[] = [];
  const numbers = new Map<string, readonly number[]>();
  let size = 0;
  for (const s of stages) {
    const made = stageFunctions(shared, s, scratch, unrolled);
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
  const bytes = moduleOf(imports, functions);
  const module = new WebAssembly.Module(bytes);
  const { exports } = new WebAssembly.Instance(module, { m: { memory, ...given } });
  const named = <F>(list: readonly { readonly name: string }[]): { readonly [name: string]: F } =>
    Object.fromEntries(list.map((x) => [x.name, exports[x.name] as F]));
  return { memory, stages: named(stages), loops: named(loops), scratch, from, size: bytes.length };
}

/** Grows a memory to hold `bytes`. Throws RangeError when the engine has no more. */
export function reserve(memory: WebAssembly.Memory, bytes: number): void {
  const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
  if (missing > 0) memory.grow(missing);
}
