/**
 * What the kernel states: relations, rates, and statements about every step of a run or every moment of a flow. Plain
 * frozen data, and what can be done to it.
 *
 * Trusted. docs/trust.md says what each proposition means. Linear in what is looked at.
 */
import { substitute, type Term, variables } from '../expr/term.ts';
import { type Relation, type Relations, relation, type Terms } from './relation.ts';

/** The derivative of `of` along the field is `is`; ∂/∂x is the field with state [x] and field [1]. Pointwise. */
export type Rate = {
  readonly kind: 'rate';
  readonly state: Terms;
  readonly field: Terms;
  readonly of: Term;
  readonly is: Term;
};
export type Moving = { readonly state: Terms; readonly inputs: Terms; readonly start: Terms; readonly each: Relations };
export type Run = Moving & { readonly step: Terms };
export type Motion = Moving & { readonly field: Terms };
/** At every step of x₀ = start, xₙ₊₁ = step(xₙ, iₙ); stage says whether `each` is assumed of the last input too. */
export type Always = Run & { readonly kind: 'always'; readonly holds: Relations; readonly stage: 'state' | 'step' };
/** At every moment of every solution of x' = field(x, i), x(0) = start, throughout which `each` holds. */
export type Along = Motion & { readonly kind: 'along'; readonly holds: readonly (Relation | Rate)[] };
export type Proposition = Relation | Rate | Always | Along;

export const same = (p: Relation, q: Relation): boolean => p.op === q.op && p.left === q.left && p.right === q.right;
export const distinct = (ps: Relations): Relations => [...new Set(ps)];
export const without = (ps: Relations, p: Relation): Relations => ps.filter((q) => !same(p, q));
export function within(inner: Relations, outer: Relations): boolean {
  const known = new Set(outer);
  return inner.every((p) => known.has(p));
}
export const sides = (ps: Relations): Terms => ps.flatMap((p) => [p.left, p.right]);

export type Assignment = ReadonlyMap<Term, Term>;
export const put = (map: Assignment, p: Relation): Relation =>
  relation(p.op, substitute(p.left, map), substitute(p.right, map));
export const putAll = (map: Assignment, ts: Terms): Terms => ts.map((t) => substitute(t, map));
export const assign = (names: Terms, terms: Terms): Assignment => new Map(names.map((x, i) => [x, terms[i]!]));
/** Do any of the variables occur in the terms? */
export function occurs(names: Terms, terms: Terms): boolean {
  const used = variables(...terms);
  return names.some((x) => used.has(x.name!));
}
