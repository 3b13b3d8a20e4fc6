/**
 * What the parts of compiled code share: parameters, constants, locals, values on the stack.
 */

import type { Roll } from './roll.ts';
import type { Operation, Source } from './straight.ts';
import type { Tape } from './tape.ts';
import { type Code, F64, I32, OP } from './wasm.ts';

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

export const P = { base: 0, pairs: 1, stride: 2, inputs: 3, record: 4, clock: 5 } as const;
/** Whole-number locals behind the parameters: a counter and addresses. */
export const INTEGERS = 12;
export const PARAMS = [I32, I32, I32, I32, I32, F64];
export const ARITHMETIC: { readonly [f: string]: readonly number[] } = OP;
const NATIVE: ReadonlySet<string> = new Set(['abs', 'neg', 'sqrt']);

/** What all functions of a module share: constants in memory, functions called from Math. */
export class Shared {
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

export interface Context {
  readonly shared: Shared;
  readonly stage: Stage;
  readonly operations: readonly Operation[];
  readonly places: Int32Array;
  readonly rolls: readonly Roll[];
  /** Values that are used outside the roll that computes them. */
  readonly outside: Uint8Array;
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
export function keyOf(s: Source): number | string {
  if (s.kind === 'value') return s.index;
  return s.kind === 'input' ? `x${s.slot}` : `c${Object.is(s.value, -0) ? '-0' : s.value}`;
}

/** Locals of one piece, used again once what they hold is dead. */
export class Locals {
  readonly #of: Map<number | string, number>;
  readonly #free: number[];
  readonly #uses: Map<number | string, number[]>;
  readonly #first: number;
  count = 0;

  constructor(first: number, like?: Locals) {
    this.#first = first;
    this.#of = new Map(like ? like.#of : []);
    this.#free = like ? [...like.#free] : [];
    this.#uses = like ? like.#uses : new Map();
    this.count = like ? like.count : 0;
  }
  /** The locals of a function of the operations from … to that writes `kept` at its end. */
  static of(operations: readonly Operation[], from: number, to: number, kept: readonly Source[]): Locals {
    const made = new Locals(PARAMS.length + INTEGERS);
    for (let k = from; k < to; k++) for (const a of operations[k]!.args) made.#use(a, k);
    for (const s of kept) if (s.kind === 'value') made.#use(s, to);
    return made;
  }
  /** The same state, to try what comes. */
  copy(): Locals {
    return new Locals(this.#first, this);
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
  fresh(): number {
    return this.#first + this.count++;
  }
  /** A local holds the value from now on. */
  adopt(value: number, local: number): void {
    this.#of.set(value, local);
  }
  /** Values in locals that are used from operation k on. */
  wanted(k: number): readonly number[] {
    return [...this.#of.keys()].filter(
      (x) => typeof x === 'number' && this.#uses.get(x)?.some((u) => u >= k),
    ) as number[];
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
  keep(key: number | string, k: number): number | undefined {
    const uses = this.#uses.get(key) ?? [];
    const at = uses.findIndex((u) => u >= k);
    const next = at < 0 ? undefined : uses[at + 1];
    if (next === undefined || next > k + WINDOW) return undefined;
    const local = this.#take();
    this.#of.set(key, local);
    return local;
  }
}

/** The source at operation k on the stack. */
export function pushSource(c: Context, code: Code, locals: Locals, s: Source, k: number): void {
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
  const kept = locals.keep(key, k);
  if (kept !== undefined) code.op(OP.tee, kept);
}

export function pushOperation(c: Context, code: Code, locals: Locals, k: number): void {
  const o = c.operations[k]!;
  apply(c, code, o, (i) => pushSource(c, code, locals, o.args[i]!, k));
}

/** The operation on the stack; `push` pushes an argument. */
export function apply(c: Context, code: Code, o: Operation, push: (i: number) => void): void {
  const call = c.shared.of(o);
  if (call === undefined) {
    for (let i = 0; i < o.args.length; i++) push(i);
    code.op(ARITHMETIC[o.f === 'unary' ? o.name : o.f]!);
    return;
  }
  const lane = (i: number): void => {
    push(0);
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

/** Where the value of operation k goes: base and vector. */
export function placesOf(c: Context, k: number): (readonly [number, number])[] {
  const between = c.places[k]! >= 0 ? [[P.base, c.scratch + c.places[k]!] as const] : [];
  return [...between, ...(c.early.get(k) ?? []).map((i) => [outputBase(c), c.stage.write.vector + i] as const)];
}

export const outputBase = (c: Context): number => (c.stage.write.at === 'pair' ? P.base : P.record);
