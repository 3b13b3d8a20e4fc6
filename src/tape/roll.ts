/**
 * Where straight code repeats itself: stretches that become loops, with addresses that move on at a fixed stride.
 *
 * A roll stands for the very operations of its stretch in their order, so values do not depend on it. Sizes of code then
 * grow with the formula, not with the width. Cost: linear in the operations times a few candidate periods.
 */
import type { Operation, Source, Straight } from './straight.ts';

/** What an argument is in iteration j. */
export type Arg =
  /** The result of an earlier operation of the same iteration. */
  | { readonly kind: 'inner'; readonly of: number }
  /** The result of an operation of the iteration before; `first` in iteration 0. */
  | { readonly kind: 'carried'; readonly of: number; readonly first: Source }
  | { readonly kind: 'fixed'; readonly of: Source }
  /** An input whose vector is `stride` further at each iteration; `of` in iteration 0. */
  | { readonly kind: 'input'; readonly of: Source & { readonly kind: 'input' }; readonly stride: number }
  /** A value that an earlier roll keeps in memory, `stride` iterations further each time. */
  | { readonly kind: 'array'; readonly of: Source & { readonly kind: 'value' }; readonly stride: number };

/** Operations from … from + period·count − 1 are `count` iterations of one body. */
export interface Roll {
  readonly from: number;
  readonly period: number;
  readonly count: number;
  /** Arguments of each operation of the body. */
  readonly args: readonly (readonly Arg[])[];
}

/** Where an input lies: a base and a vector behind it; undefined where it is not in memory. */
export type PlaceOf = (slot: number) => { readonly base: string; readonly vector: number } | undefined;

export const endOf = (r: Roll): number => r.from + r.period * r.count;

const LONGEST = [64, 640] as const;
/** Periods that are tried at one place. */
const TRIES = 6;
const LEAST = 4;
/** A loop has to save that many operations. */
const WORTH = 40;

function signature(o: Operation, place: PlaceOf): string {
  const arg = (a: Source): string => {
    if (a.kind === 'constant') return `c${Object.is(a.value, -0) ? '-0' : a.value}`;
    return a.kind === 'value' ? 'v' : `${place(a.slot)?.base ?? `t${a.slot}`}`;
  };
  const name = o.f === 'unary' ? o.name : o.f === 'power' ? `power${o.exponent}` : o.f;
  return `${name} ${o.args.map(arg).join(' ')}`;
}

class Finder {
  readonly rolls: Roll[] = [];
  readonly #operations: readonly Operation[];
  readonly #place: PlaceOf;
  readonly #signs: Int32Array;
  /** The next operation of the same signature. */
  readonly #next: Int32Array;

  constructor(operations: readonly Operation[], place: PlaceOf) {
    this.#operations = operations;
    this.#place = place;
    const known = new Map<string, number>();
    const last = new Map<number, number>();
    this.#signs = Int32Array.from(operations, (o) => {
      const text = signature(o, place);
      if (!known.has(text)) known.set(text, known.size);
      return known.get(text)!;
    });
    this.#next = new Int32Array(operations.length).fill(-1);
    for (let k = operations.length - 1; k >= 0; k--) {
      this.#next[k] = last.get(this.#signs[k]!) ?? -1;
      last.set(this.#signs[k]!, k);
    }
  }

  /** Short periods everywhere before long ones in between: inner loops before outer ones. */
  find(): readonly Roll[] {
    for (const longest of LONGEST) {
      for (let k = 0; k < this.#operations.length; ) {
        const roll = this.rolls.find((r) => k >= r.from && k < endOf(r)) ?? this.#best(k, longest);
        if (roll && !this.rolls.includes(roll)) this.rolls.push(roll);
        k = roll ? endOf(roll) : k + 1;
      }
      this.rolls.sort((a, b) => a.from - b.from);
    }
    return this.rolls;
  }
  #best(from: number, longest: number): Roll | undefined {
    let next = this.#next[from]!;
    for (let t = 0; t < TRIES && next >= 0 && next - from <= longest; t++, next = this.#next[next]!) {
      const roll = this.#rolled(from, next - from);
      if (roll && (roll.count - 2) * roll.period >= WORTH) return roll;
    }
    return undefined;
  }
  #rolled(from: number, period: number): Roll | undefined {
    const args: (readonly Arg[])[] = [];
    for (let p = 0; p < period; p++) {
      const made = this.#argsAt(from, period, p);
      if (!made) return undefined;
      args.push(made);
    }
    const end = Math.min(this.#operations.length, ...this.rolls.map((r) => (r.from > from ? r.from : Infinity)));
    let count = 2;
    while (from + (count + 1) * period <= end && this.#continues(from, period, count, args)) count++;
    if (from + count * period > end) return undefined;
    return count < LEAST ? undefined : { from, period, count, args };
  }
  /** What the arguments of an operation are, from the first two iterations. */
  #argsAt(from: number, period: number, p: number): readonly Arg[] | undefined {
    const [a, b] = [this.#operations[from + p], this.#operations[from + period + p]];
    if (!a || !b || this.#signs[from + p] !== this.#signs[from + period + p]) return undefined;
    const out: Arg[] = [];
    for (let i = 0; i < a.args.length; i++) {
      const arg = this.#arg(from, period, a.args[i]!, b.args[i]!);
      if (!arg) return undefined;
      out.push(arg);
    }
    return out;
  }
  #arg(from: number, period: number, a: Source, b: Source): Arg | undefined {
    if (b.kind === 'constant') return { kind: 'fixed', of: b };
    if (b.kind === 'input') {
      if (a.kind !== 'input') return undefined;
      if (a.slot === b.slot) return { kind: 'fixed', of: a };
      const stride = this.#place(b.slot)!.vector - this.#place(a.slot)!.vector;
      return stride > 0 ? { kind: 'input', of: a, stride } : undefined;
    }
    if (a.kind !== 'value') return undefined;
    if (b.index >= from + period)
      return a.index === b.index - period ? { kind: 'inner', of: a.index - from } : undefined;
    if (b.index >= from) return a.index < from ? { kind: 'carried', of: b.index - from, first: a } : undefined;
    if (a.index === b.index) return { kind: 'fixed', of: a };
    const roll = this.rolls.find((r) => a.index >= r.from && b.index < endOf(r));
    const stride = roll ? (b.index - a.index) / roll.period : -1;
    return stride > 0 && Number.isInteger(stride) ? { kind: 'array', of: a, stride } : undefined;
  }
  /** Iteration j does what the arguments say. */
  #continues(from: number, period: number, j: number, args: readonly (readonly Arg[])[]): boolean {
    const at = from + j * period;
    for (let p = 0; p < period; p++) {
      if (this.#signs[at + p] !== this.#signs[from + p]) return false;
      const { args: found } = this.#operations[at + p]!;
      for (let i = 0; i < found.length; i++) if (!this.#agrees(from, period, j, args[p]![i]!, found[i]!)) return false;
    }
    return true;
  }
  #agrees(from: number, period: number, j: number, arg: Arg, found: Source): boolean {
    if (arg.kind === 'input') {
      const [first, here] = [this.#place(arg.of.slot)!, found.kind === 'input' ? this.#place(found.slot) : undefined];
      return here?.vector === first.vector + j * arg.stride;
    }
    if (arg.kind === 'fixed' && arg.of.kind === 'constant') return true;
    if (arg.kind === 'fixed' && arg.of.kind === 'input') return found.kind === 'input' && found.slot === arg.of.slot;
    if (found.kind !== 'value') return false;
    if (arg.kind === 'inner') return found.index === from + j * period + arg.of;
    if (arg.kind === 'carried') return found.index === from + (j - 1) * period + arg.of;
    if (arg.kind === 'fixed') return arg.of.kind === 'value' && found.index === arg.of.index;
    const roll = this.rolls.find((r) => arg.of.index >= r.from && arg.of.index < endOf(r))!;
    const index = arg.of.index + j * arg.stride * roll.period;
    return found.index === index && index < endOf(roll);
  }
}

/** The loops of a program, in order and apart from each other. */
export const rolls = (s: Straight, place: PlaceOf): readonly Roll[] => new Finder(s.operations, place).find();
