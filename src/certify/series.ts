/**
 * Taylor coefficients of formulas along the solution of an autonomous differential equation, over any arithmetic.
 *
 * Every elementary function f is one rule, (f(a))' = a'·q: its next coefficient follows from those of a and of q, where q
 * is itself a formula (1/a for the logarithm, 1 + t² for t = tan a, …). Trusts term.ts and the arithmetic. An order costs
 * one sum of products per node, so all orders up to k cost O(nodes·k²). |a|, min and max have no series: refused.
 */

import * as T from '../expr/term.ts';
import { postorder, type Term } from '../expr/term.ts';
import type { Arithmetic, Unary } from '../number/arithmetic.ts';
import { type Rational, rational } from '../number/rational.ts';

type Rule =
  | { readonly op: 'constant'; readonly value: Rational | 'pi' }
  | { readonly op: 'neg'; readonly a: number }
  | { readonly op: 'square'; readonly a: number }
  | { readonly op: 'add' | 'sub' | 'mul' | 'div'; readonly a: number; readonly b: number }
  | { readonly op: 'function'; readonly f: Unary | Rational; readonly a: number; q: number };

/** Slots 0 … inputs − 1 are the state, then one slot a rule. */
export interface Series {
  readonly inputs: number;
  readonly rules: readonly Rule[];
  readonly outputs: readonly number[];
}

const ONE = T.whole(1);
const square = (a: Term): Term => T.pow(a, 2);
const inverse = (a: Term): Term => T.div(ONE, a);
/** q with (f(a))' = a'·q, t standing for f(a). */
const RATE: { readonly [f: string]: (a: Term, t: Term) => Term } = {
  sqrt: (_, t) => inverse(T.add(t, t)),
  exp: (_, t) => t,
  log: (a) => inverse(a),
  sinh: (a) => T.apply('cosh', a),
  cosh: (a) => T.apply('sinh', a),
  tanh: (_, t) => T.sub(ONE, square(t)),
  asinh: (a) => inverse(T.sqrt(T.add(square(a), ONE))),
  atanh: (a) => inverse(T.sub(ONE, square(a))),
  sin: (a) => T.apply('cos', a),
  cos: (a) => T.neg(T.apply('sin', a)),
  tan: (_, t) => T.add(ONE, square(t)),
  atan: (a) => inverse(T.add(square(a), ONE)),
};

interface Builder {
  readonly slots: Map<Term, number>;
  readonly rules: Rule[];
  readonly inputs: number;
  /** Functions whose q is still to be entered: it may refer to their own slot. */
  readonly late: { readonly rule: Rule & { op: 'function' }; readonly q: Term }[];
}

/** The rules for the given outputs as functions of the state; throws TypeError on |a|, min, max and free names. */
export function series(state: readonly Term[], outputs: readonly Term[]): Series {
  const b: Builder = { slots: new Map(state.map((t, i) => [t, i])), rules: [], inputs: state.length, late: [] };
  const found = outputs.map((t) => enter(b, t));
  for (let next = b.late.shift(); next; next = b.late.shift()) next.rule.q = enter(b, next.q);
  return { inputs: state.length, rules: b.rules, outputs: found };
}

const put = (b: Builder, rule: Rule): number => b.inputs + b.rules.push(rule) - 1;

function enter(b: Builder, root: Term): number {
  for (const t of postorder([root])) if (!b.slots.has(t)) b.slots.set(t, node(b, t));
  return b.slots.get(root)!;
}

function node(b: Builder, t: Term): number {
  const [a, c] = t.args.map((x) => b.slots.get(x)!) as [number, number];
  if (t.op === 'num') return put(b, { op: 'constant', value: t.value! });
  if (t.op === 'pi') return put(b, { op: 'constant', value: 'pi' });
  if (t.op === 'neg') return put(b, { op: 'neg', a });
  if (t.op === 'mul' && a === c) return put(b, { op: 'square', a });
  if (t.op === 'add' || t.op === 'sub' || t.op === 'mul' || t.op === 'div') return put(b, { op: t.op, a, b: c });
  if (t.op === 'pow') return whole(b, a, Number(t.value!.num));
  const q = t.op === 'power' ? powerRate(t) : RATE[t.op]?.(t.args[0]!, t);
  if (!q) throw new TypeError(`a smooth formula of the state is wanted, found ${t.name ?? t.op}`);
  const rule = { op: 'function' as const, f: t.op === 'power' ? t.value! : (t.op as Unary), a, q: -1 };
  b.late.push({ rule, q });
  return put(b, rule);
}

/** aⁿ by squarings, which needs no division where n > 0. */
function whole(b: Builder, a: number, n: number): number {
  if (n <= 0) {
    const one = put(b, { op: 'constant', value: rational(1) });
    return n === 0 ? one : put(b, { op: 'div', a: one, b: whole(b, a, -n) });
  }
  if (n === 1) return a;
  const even = put(b, { op: 'square', a: whole(b, a, Math.floor(n / 2)) });
  return n % 2 === 0 ? even : put(b, { op: 'mul', a: even, b: a });
}
const powerRate = (t: Term): Term => T.div(T.mul(T.num(t.value!), t), t.args[0]!);

/** Coefficients found so far: one list a slot. */
export type Coefficients<T> = readonly T[][];

function product<T>(A: Arithmetic<T>, a: readonly T[], b: readonly T[], k: number): T {
  let sum: T = A.mul(a[0]!, b[k]!);
  for (let j = 1; j <= k; j++) sum = A.add(sum, A.mul(a[j]!, b[k - j]!));
  return sum;
}

function squared<T>(A: Arithmetic<T>, a: readonly T[], k: number): T {
  if (k === 0) return A.square(a[0]!);
  let sum: T = A.mul(a[0]!, a[k]!);
  for (let j = 1; 2 * j < k; j++) sum = A.add(sum, A.mul(a[j]!, a[k - j]!));
  const twice = A.add(sum, sum);
  return k % 2 === 1 ? twice : A.add(twice, A.square(a[k / 2]!));
}

function quotient<T>(A: Arithmetic<T>, c: readonly T[], a: readonly T[], b: readonly T[], k: number): T {
  let rest: T = a[k]!;
  for (let j = 0; j < k; j++) rest = A.sub(rest, A.mul(c[j]!, b[k - j]!));
  return A.div(rest, b[0]!);
}

/** Of t with t' = a'·q, for k ≥ 1. */
function integrated<T>(A: Arithmetic<T>, a: readonly T[], q: readonly T[], k: number): T {
  let sum: T = A.mul(a[1]!, q[k - 1]!);
  for (let j = 2; j <= k; j++) sum = A.add(sum, A.mul(A.mul(A.rational(rational(j)), a[j]!), q[k - j]!));
  return A.div(sum, A.rational(rational(k)));
}

function next<T>(A: Arithmetic<T>, r: Rule, own: readonly T[], at: Coefficients<T>, k: number): T {
  if (r.op === 'constant') {
    if (k > 0) return A.rational(rational(0));
    return r.value === 'pi' ? A.pi() : A.rational(r.value);
  }
  const a = at[r.a]!;
  if (r.op === 'neg') return A.neg(a[k]!);
  if (r.op === 'square') return squared(A, a, k);
  if (r.op === 'function') {
    if (k > 0) return integrated(A, a, at[r.q]!, k);
    return typeof r.f === 'string' ? A[r.f](a[0]!) : A.power(a[0]!, r.f);
  }
  const b = at[r.b]!;
  if (r.op === 'mul') return product(A, a, b, k);
  return r.op === 'div' ? quotient(A, own, a, b, k) : A[r.op](a[k]!, b[k]!);
}

/** Finds coefficient k of every slot from the inputs' coefficients 0 … k and all lower ones. */
export function extend<T>(A: Arithmetic<T>, s: Series, at: Coefficients<T>, k: number): void {
  s.rules.forEach((r, i) => {
    const own = at[s.inputs + i]!;
    own[k] = next(A, r, own, at, k);
  });
}

/** Coefficients 0 … order of the solution of x' = the first x.length outputs of s, x(0) = x, and those of all outputs. */
export function solution<T>(
  A: Arithmetic<T>,
  s: Series,
  x: readonly T[],
  order: number,
): { readonly x: Coefficients<T>; readonly outputs: Coefficients<T> } {
  const at: T[][] = Array.from({ length: s.inputs + s.rules.length }, () => []);
  for (const [i, value] of x.entries()) at[i]!.push(value);
  for (let k = 0; k < order; k++) {
    extend(A, s, at, k);
    const share = A.rational(rational(1, k + 1));
    for (let i = 0; i < x.length; i++) at[i]!.push(A.mul(at[s.outputs[i]!]![k]!, share));
  }
  return { x: at.slice(0, x.length), outputs: s.outputs.map((o) => at[o]!) };
}
