/**
 * WebAssembly modules as bytes: the few parts of the binary format that straight-line code on pairs of doubles needs.
 *
 * WebAssembly core specification 2.0, section 5 (binary format), with fixed-width SIMD and no relaxed operations, so that
 * every result is the one IEEE 754 prescribes. Search tier: what is emitted is validated by the engine, never trusted.
 */

/** Opcodes, as bytes. */
export const OP = {
  block: [0x02, 0x40],
  loop: [0x03, 0x40],
  br: [0x0c],
  brIf: [0x0d],
  end: [0x0b],
  call: [0x10],
  get: [0x20],
  set: [0x21],
  tee: [0x22],
  i32: [0x41],
  i32Eqz: [0x45],
  i32GeS: [0x4e],
  i32Add: [0x6a],
  i32Sub: [0x6b],
  toF64: [0xb7],
  load: [0xfd, 0x00],
  store: [0xfd, 0x0b],
  splat: [0xfd, 0x14],
  lane: [0xfd, 0x21],
  withLane: [0xfd, 0x22],
  abs: [0xfd, 0xec, 0x01],
  neg: [0xfd, 0xed, 0x01],
  sqrt: [0xfd, 0xef, 0x01],
  add: [0xfd, 0xf0, 0x01],
  sub: [0xfd, 0xf1, 0x01],
  mul: [0xfd, 0xf2, 0x01],
  div: [0xfd, 0xf3, 0x01],
  min: [0xfd, 0xf4, 0x01],
  max: [0xfd, 0xf5, 0x01],
} as const;

export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** A whole number in the variable-length form of the format (LEB128). */
export function unsigned(n: number): number[] {
  const out: number[] = [];
  let rest = n >>> 0;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    out.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return out;
}
export function signed(n: number): number[] {
  const out: number[] = [];
  for (let rest = n | 0; ; rest >>= 7) {
    const low = rest & 0x7f;
    const last = (rest >> 7 === 0 && (low & 0x40) === 0) || (rest >> 7 === -1 && (low & 0x40) !== 0);
    out.push(last ? low : low | 0x80);
    if (last) return out;
  }
}

/** The instructions of one function. */
export class Code {
  readonly bytes: number[] = [];
  op(code: readonly number[], ...immediates: number[]): this {
    for (const b of code) this.bytes.push(b);
    for (const n of immediates) for (const b of unsigned(n)) this.bytes.push(b);
    return this;
  }
  get(local: number): this {
    return this.op(OP.get, local);
  }
  set(local: number): this {
    return this.op(OP.set, local);
  }
  i32(value: number): this {
    this.op(OP.i32);
    this.bytes.push(...signed(value));
    return this;
  }
  /** Pushes the vector at the address in `base` plus `offset` bytes, a multiple of 16. */
  load(base: number, offset: number): this {
    return this.get(base).op(OP.load, 4, offset);
  }
  /** Stores the vector on the stack; the address has to lie below it. */
  store(offset: number): this {
    return this.op(OP.store, 4, offset);
  }
}

export interface Signature {
  readonly params: readonly number[];
  readonly results: readonly number[];
}
export interface WasmFunction extends Signature {
  readonly name: string;
  readonly locals: readonly { readonly type: number; readonly count: number }[];
  readonly body: Code;
}
/** A function of the module `m`. Imports are numbered before functions. */
export interface WasmImport extends Signature {
  readonly name: string;
}

const text = (s: string): number[] => [...unsigned(s.length), ...[...s].map((c) => c.charCodeAt(0))];
const list = (items: readonly (readonly number[])[]): number[] => [...unsigned(items.length), ...items.flat()];

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content];
}

const typeOf = (s: Signature): number[] => [
  0x60,
  ...list(s.params.map((p) => [p])),
  ...list(s.results.map((r) => [r])),
];

function codeOf(f: WasmFunction): readonly number[] {
  const locals = list(f.locals.map((l) => [...unsigned(l.count), l.type]));
  const size = unsigned(locals.length + f.body.bytes.length + 1);
  const out: number[] = [...size, ...locals];
  for (const b of f.body.bytes) out.push(b);
  out.push(OP.end[0]);
  return out;
}

/** A module that imports the memory `m.memory` and exports all its functions. */
export function moduleOf(imports: readonly WasmImport[], functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const signatures = [...imports, ...functions];
  const memory = [...text('m'), ...text('memory'), 0x02, 0x00, ...unsigned(1)];
  const imported = imports.map((i, k) => [...text('m'), ...text(i.name), 0x00, ...unsigned(k)]);
  const exported = functions.map((f, k) => [...text(f.name), 0x00, ...unsigned(imports.length + k)]);
  const codes = functions.map(codeOf);
  const parts: (readonly number[])[] = [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    section(1, list(signatures.map(typeOf))),
    section(2, list([memory, ...imported])),
    section(3, list(functions.map((_, k) => unsigned(imports.length + k)))),
    section(7, list(exported)),
    section(10, list(codes)),
  ];
  return Uint8Array.from(parts.flat());
}
