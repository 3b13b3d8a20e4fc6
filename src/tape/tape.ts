/**
 * Straight-line programs from terms: the one form in which formulas are computed, over any number system.
 *
 * A tape never re-associates and never merges more than equal terms. A square is decided here (the same slot twice, or
 * an exponent 2), never by comparing values. Trusted by certificates; trusts term.ts. Linear in the number of nodes.
 */

import { postorder, type Term } from '../expr/term.ts';
import type { Arithmetic, Binary, Unary } from '../number/arithmetic.ts';
import type { Rational } from '../number/rational.ts';

export type Instruction =
  | { readonly op: 'const'; readonly value: Rational }
  | { readonly op: 'pi' }
  | { readonly op: 'unary'; readonly f: Unary; readonly a: number }
  | { readonly op: 'binary'; readonly f: Binary; readonly a: number; readonly b: number }
  | { readonly op: 'square'; readonly a: number }
  | { readonly op: 'pow'; readonly a: number; readonly n: number }
  | { readonly op: 'power'; readonly a: number; readonly exponent: Rational };

/** Slots 0 … inputs − 1 hold the inputs, slot inputs + k the result of instruction k. */
export interface Tape {
  readonly inputs: number;
  readonly code: readonly Instruction[];
  readonly outputs: readonly number[];
}

const BINARY: ReadonlySet<string> = new Set(['add', 'sub', 'mul', 'div', 'min', 'max']);

function instruction(t: Term, slot: (t: Term) => number): Instruction {
  const [x, y] = t.args;
  if (t.op === 'num') return { op: 'const', value: t.value! };
  if (t.op === 'pi') return { op: 'pi' };
  if (!x) throw new TypeError(`a value for ${t.name} is wanted, found none`);
  const a = slot(x);
  if (t.op === 'pow')
    return Number(t.value!.num) === 2 ? { op: 'square', a } : { op: 'pow', a, n: Number(t.value!.num) };
  if (t.op === 'power') return { op: 'power', a, exponent: t.value! };
  if (t.op === 'mul' && x === y) return { op: 'square', a };
  if (BINARY.has(t.op)) return { op: 'binary', f: t.op as Binary, a, b: slot(y!) };
  return { op: 'unary', f: t.op as Unary, a };
}

/** The program that computes `outputs` from the values of `inputs` (variables or quantities). Throws on other free ones. */
export function tape(inputs: readonly Term[], outputs: readonly Term[]): Tape {
  const slots = new Map<Term, number>(inputs.map((t, i) => [t, i]));
  const code: Instruction[] = [];
  for (const t of postorder(outputs)) {
    if (slots.has(t)) continue;
    code.push(instruction(t, (a) => slots.get(a)!));
    slots.set(t, inputs.length + code.length - 1);
  }
  return { inputs: inputs.length, code, outputs: outputs.map((t) => slots.get(t)!) };
}

function run<T>(A: Arithmetic<T>, i: Instruction, at: (slot: number) => T | undefined): T | undefined {
  if (i.op === 'const') return A.rational(i.value);
  if (i.op === 'pi') return A.pi();
  const a = at(i.a);
  if (a === undefined) return undefined;
  if (i.op === 'square') return A.square(a);
  if (i.op === 'pow') return A.pow(a, i.n);
  if (i.op === 'power') return A.power(a, i.exponent);
  if (i.op === 'unary') return A[i.f](a);
  const b = at(i.b);
  return b === undefined ? undefined : A[i.f](a, b);
}

/** The outputs in any arithmetic. An input that is not known (undefined) makes what depends on it undefined. */
export function evaluate<T>(A: Arithmetic<T>, t: Tape, inputs: readonly (T | undefined)[]): readonly (T | undefined)[] {
  const slots: (T | undefined)[] = inputs.slice(0, t.inputs);
  slots.length = t.inputs;
  const at = (slot: number): T | undefined => slots[slot];
  for (const i of t.code) slots.push(run(A, i, at));
  return t.outputs.map(at);
}
