/**
 * A tape prepared for machine code: constants and signs taken out, what nobody needs left out, cut into pieces.
 *
 * Every rewriting is exact in IEEE 754 arithmetic, NaN payloads aside: a sign moves through × ÷ and the second argument
 * of + and −, never through a sum of two negatives; 2x is x + x. Values that cross from piece to piece get places in memory.
 */
import { toNumber } from '../number/decimal.ts';
import type { Instruction, Tape } from './tape.ts';

/** Where a value comes from: an input of the tape, a constant, or an operation. */
export type Source =
  | { readonly kind: 'input'; readonly slot: number }
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'value'; readonly index: number };

export type Operation =
  | { readonly f: 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max'; readonly args: readonly [Source, Source] }
  /** abs, sqrt, neg and functions of Math. */
  | { readonly f: 'unary'; readonly name: string; readonly args: readonly [Source] }
  | { readonly f: 'power'; readonly exponent: number; readonly args: readonly [Source] };

export interface Straight {
  readonly operations: readonly Operation[];
  readonly outputs: readonly Source[];
}

interface Signed {
  readonly negative: boolean;
  readonly of: Source;
}
const isTwo = (x: Source): boolean => x.kind === 'constant' && x.value === 2;
const plain = (of: Source): Signed => ({ negative: false, of });

class Builder {
  readonly operations: Operation[] = [];
  readonly #negated = new Map<Source, Source>();

  push(o: Operation): Source {
    this.operations.push(o);
    return { kind: 'value', index: this.operations.length - 1 };
  }
  /** The value itself. */
  settled(x: Signed): Source {
    if (!x.negative) return x.of;
    const known = this.#negated.get(x.of);
    if (known) return known;
    const made = this.push({ f: 'unary', name: 'neg', args: [x.of] });
    this.#negated.set(x.of, made);
    return made;
  }
  binary(f: 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max', a: Signed, b: Signed): Signed {
    const negative = a.negative !== b.negative;
    if (f === 'mul' && isTwo(a.of)) return { negative, of: this.push({ f: 'add', args: [b.of, b.of] }) };
    if (f === 'mul' && isTwo(b.of)) return { negative, of: this.push({ f: 'add', args: [a.of, a.of] }) };
    if (f === 'mul' || f === 'div') return { negative, of: this.push({ f, args: [a.of, b.of] }) };
    if (f === 'min' || f === 'max') return plain(this.push({ f, args: [this.settled(a), this.settled(b)] }));
    const minus = (f === 'sub') !== b.negative;
    if (!a.negative) return plain(this.push({ f: minus ? 'sub' : 'add', args: [a.of, b.of] }));
    if (!minus) return plain(this.push({ f: 'sub', args: [b.of, a.of] }));
    return plain(this.push({ f: 'sub', args: [this.settled(a), b.of] }));
  }
  /** By squaring, from the lowest bit, as doubles are evaluated. */
  pow(a: Signed, n: number): Signed {
    const one = plain({ kind: 'constant', value: 1 });
    let [result, square] = [undefined as Signed | undefined, a];
    for (let k = Math.abs(n); k > 0; k = Math.floor(k / 2)) {
      if (k % 2 === 1) result = result ? this.binary('mul', result, square) : square;
      if (k > 1) square = this.binary('mul', square, square);
    }
    return n < 0 ? this.binary('div', one, result!) : (result ?? one);
  }
  add(i: Instruction, at: (slot: number) => Signed): Signed {
    switch (i.op) {
      case 'const':
        return plain({ kind: 'constant', value: toNumber(i.value) });
      case 'pi':
        return plain({ kind: 'constant', value: Math.PI });
      case 'square':
        return this.binary('mul', at(i.a), at(i.a));
      case 'pow':
        return this.pow(at(i.a), i.n);
      case 'power':
        return plain(this.push({ f: 'power', exponent: toNumber(i.exponent), args: [this.settled(at(i.a))] }));
      case 'unary': {
        const a = at(i.a);
        if (i.f === 'neg') return { negative: !a.negative, of: a.of };
        return plain(this.push({ f: 'unary', name: i.f, args: [i.f === 'abs' ? a.of : this.settled(a)] }));
      }
      case 'binary':
        return this.binary(i.f, at(i.a), at(i.b));
    }
  }
}

/** The operations a tape needs, in its order. */
export function straight(t: Tape): Straight {
  const b = new Builder();
  const slots: Signed[] = Array.from({ length: t.inputs }, (_, slot) => plain({ kind: 'input', slot }));
  for (const i of t.code) slots.push(b.add(i, (slot) => slots[slot]!));
  const outputs = t.outputs.map((slot) => b.settled(slots[slot]!));
  return pruned(b.operations, outputs);
}

function pruned(operations: readonly Operation[], outputs: readonly Source[]): Straight {
  const needed = new Uint8Array(operations.length);
  const want = (s: Source): void => {
    if (s.kind === 'value') needed[s.index] = 1;
  };
  outputs.forEach(want);
  for (let k = operations.length - 1; k >= 0; k--) if (needed[k]) operations[k]!.args.forEach(want);
  const index = new Int32Array(operations.length);
  const moved = (s: Source): Source => (s.kind === 'value' ? { kind: 'value', index: index[s.index]! } : s);
  const kept: Operation[] = [];
  operations.forEach((o, k) => {
    if (!needed[k]) return;
    index[k] = kept.length;
    kept.push({ ...o, args: o.args.map(moved) } as unknown as Operation);
  });
  return { operations: kept, outputs: outputs.map(moved) };
}

/** A stretch of the operations that becomes one function. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  /** Places in memory of values used in later pieces, by index; −1 for others. */
  readonly places: Int32Array;
  readonly size: number;
}

/** Operations in a piece at most: about as much code as a first-level cache holds. */
const LONG = 1200;

/** How many values are computed before each operation and used from there on. */
function crossings(s: Straight, late: readonly Source[]): Int32Array {
  const n = s.operations.length;
  const last = new Int32Array(n);
  s.operations.forEach((o, k) => {
    for (const a of o.args) if (a.kind === 'value') last[a.index] = k;
  });
  for (const o of late) if (o.kind === 'value') last[o.index] = n;
  const change = new Int32Array(n + 2);
  last.forEach((end, k) => {
    if (end <= k) return;
    change[k + 1]!++;
    change[end + 1]!--;
  });
  for (let k = 1; k <= n; k++) change[k]! += change[k - 1]!;
  return change;
}

/** A stretch that is emitted once for all its iterations, a few times over. */
type Repeated = { readonly from: number; readonly period: number; readonly count: number };
const COPIES = 4;

/**
 * What comes after a point that few values cross waits for all of them: a processor looks ahead some 150 operations, so a
 * function of its own for each side lets other pairs go on meanwhile. −1 where there is no such point.
 */
function halved(n: number, crossing: Int32Array, inside: Uint8Array): number {
  let best = -1;
  for (let k = HALF; k <= n - HALF; k++)
    if (!inside[k] && crossing[k]! <= FEW && (best < 0 || crossing[k]! < crossing[best]!)) best = k;
  return best;
}
const HALF = 80;
const FEW = 6;

/** Where pieces begin, and the end: as few values cross as can be, and no loop is cut. */
function boundaries(s: Straight, late: readonly Source[], loops: readonly Repeated[]): readonly number[] {
  const n = s.operations.length;
  const crossing = crossings(s, late);
  const emitted = new Int32Array(n + 1).fill(1);
  const inside = new Uint8Array(n + 1);
  for (const { from, period, count } of loops) {
    emitted.fill(0, from + 1 + period * Math.min(count, COPIES), from + 1 + period * count);
    inside.fill(1, from + 1, from + period * count);
  }
  emitted[0] = 0;
  for (let k = 1; k <= n; k++) emitted[k]! += emitted[k - 1]!;
  const out = [0];
  const half = halved(n, crossing, inside);
  if (half > 0 && emitted[n]! <= LONG) out.push(half);
  for (let from = out.at(-1)!; emitted[n]! - emitted[from]! > LONG; from = out.at(-1)!) {
    let best = -1;
    for (let k = from + 1; k <= n; k++) {
      const length = emitted[k]! - emitted[from]!;
      if (length > LONG && best >= 0) break;
      if (!inside[k] && length >= LONG / 2 && (best < 0 || crossing[k]! < crossing[best]!)) best = k;
    }
    out.push(best);
    if (best === n) return out;
  }
  return [...out, n];
}

/** Cuts into pieces; places are used again once their value is not needed any more. `late` are written at the end. */
export function cut(s: Straight, late: readonly Source[], loops: readonly Repeated[]): Pieces {
  const n = s.operations.length;
  const ends = boundaries(s, late, loops);
  const count = ends.length - 1;
  const of = new Int32Array(n);
  for (let p = 0; p < count; p++) of.fill(p, ends[p]!, ends[p + 1]!);
  const last = Int32Array.from(of);
  const use = (x: Source, piece: number): void => {
    if (x.kind === 'value') last[x.index] = Math.max(last[x.index]!, piece);
  };
  s.operations.forEach((o, k) => {
    for (const a of o.args) use(a, of[k]!);
  });
  for (const o of late) use(o, count - 1);
  const places = new Int32Array(n).fill(-1);
  const free: number[] = [];
  const ending: number[][] = Array.from({ length: count }, () => []);
  let size = 0;
  for (let k = 0; k < n; k++) {
    if (k > 0 && of[k] !== of[k - 1]) free.push(...ending[of[k - 1]!]!);
    if (last[k] === of[k]) continue;
    places[k] = free.pop() ?? size++;
    ending[last[k]!]!.push(places[k]!);
  }
  const pieces = Array.from({ length: count }, (_, p) => ({ from: ends[p]!, to: ends[p + 1]! }));
  return { pieces, places, size };
}
