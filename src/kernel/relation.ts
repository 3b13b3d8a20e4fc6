/**
 * Relations between terms, and the refusal, which says what relation was wanted.
 *
 * Trusted. Trusts expr/term.ts. Linear in the terms.
 */
import { isTerm, postorder, type Term, whole } from '../expr/term.ts';

export const COMPARISONS = Object.freeze(['=', '<', '<=', '!='] as const);
export type Comparison = (typeof COMPARISONS)[number];
export type Terms = readonly Term[];
export type Relations = readonly Relation[];

export type Relation = {
  readonly kind: 'relation';
  readonly op: Comparison;
  readonly left: Term;
  readonly right: Term;
};
export type Part = string | Term | Relation;
let print = (t: Term): string => t.name ?? `(${t.op} …)`;
/** Installs the printer of refusals; nothing but the text of error messages depends on it. */
export const printWith = (printer: (t: Term) => string): void => {
  print = printer;
};
const show = (p: Part): string =>
  typeof p === 'string' ? p : 'kind' in p ? `${print(p.left)} ${p.op} ${print(p.right)}` : print(p);

/** The kernel declines; `wanted` is the missing relation where there is one. */
export class Refused extends Error {
  readonly rule: string;
  readonly parts: readonly Part[];
  constructor(rule: string, parts: readonly Part[]) {
    super();
    this.name = 'Refused';
    this.rule = rule;
    this.parts = parts;
  }
  override get message(): string {
    return `${this.rule}: ${this.parts.map(show).join(' ')}`.slice(0, 2900);
  }
  get wanted(): Relation | undefined {
    return this.parts.find((p): p is Relation => typeof p !== 'string' && 'kind' in p);
  }
}
export function refuse(...parts: readonly Part[]): never {
  throw new Refused('', parts);
}

const KNOWN = 'num var neg add sub mul div pow power sqrt exp log sinh cosh tanh asinh atanh sin cos'.split(' ');
const admitted = new WeakSet<Term>();
/** The formula itself, after a look at every node of it. */
export function admit(x: unknown): Term {
  if (!isTerm(x)) refuse('a formula is wanted; this one comes from another copy of counterflow or was not made by it');
  for (const t of admitted.has(x) ? [] : postorder([x])) {
    if (!KNOWN.includes(t.op)) refuse(`a formula without ${t.op} is wanted`);
    admitted.add(t);
  }
  return x;
}
export const zero = whole(0);
export const one = whole(1);
/** Interned, weakly: op → left → right. */
const table = new Map(COMPARISONS.map((op) => [op, new WeakMap<Term, WeakMap<Term, Relation>>()]));
export function relation(op: Comparison, left: Term, right: Term): Relation {
  const of = table.get(op) ?? refuse('one of = < <= != is wanted');
  const known = of.get(left)?.get(right);
  if (known) return known;
  const p: Relation = Object.freeze({ kind: 'relation', op, left: admit(left), right: admit(right) });
  of.set(left, (of.get(left) ?? new WeakMap<Term, Relation>()).set(right, p));
  return p;
}
export const eq = (a: Term, b: Term): Relation => relation('=', a, b);
export const lt = (a: Term, b: Term): Relation => relation('<', a, b);
export const le = (a: Term, b: Term): Relation => relation('<=', a, b);
export const ne = (a: Term, b: Term): Relation => relation('!=', a, b);
