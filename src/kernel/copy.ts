/**
 * Snapshots of arguments: a rule copies whatever it is given, once, and looks at the copy only. So an array, map or object
 * that answers differently the second time, or lies about its members, gains nothing.
 *
 * Trusted. Each function reads each member of its argument once, checks it, and returns frozen data of our own.
 */
import type { Term } from '../expr/term.ts';
import { type Assignment, distinct, type Motion, type Moving, type Run } from './proposition.ts';
import { admit, type Relation, type Relations, refuse, relation, type Terms } from './relation.ts';
import { Theorem } from './theorem.ts';

export const term = admit;
export function variable(x: unknown): Term {
  const t = admit(x);
  return t.op === 'var' ? t : refuse('a variable is wanted, found', t);
}
export function list<T>(xs: unknown, member: (x: unknown) => T): readonly T[] {
  const n: unknown = Array.isArray(xs) ? xs.length : refuse('a list is wanted');
  if (typeof n !== 'number' || !(n <= 10_000)) refuse('a list of at most 10 000 members is wanted');
  const out: T[] = [];
  for (let i = 0; i < n; i++) out.push(member((xs as readonly unknown[])[i]));
  return Object.freeze(out);
}
export const terms = (xs: unknown): Terms => list(xs, admit);
export const variables = (xs: unknown): Terms => list(xs, variable);
export function aRelation(x: unknown): Relation {
  const { kind, op, left, right } = x as Relation;
  if (kind !== 'relation') refuse('a relation is wanted, not a statement about rates, runs or flows');
  return relation(op, left, right);
}
export const relations = (xs: unknown): Relations => distinct(list(xs, aRelation));
export const theorem = (x: unknown): Theorem => (Theorem.is(x) ? x : refuse('a theorem of this kernel is wanted'));
export const theorems = (xs: unknown): readonly Theorem[] => list(xs, theorem);
export function assignment(xs: unknown): Assignment {
  return new Map(
    list(xs instanceof Map ? [...xs] : xs, (entry) => {
      const [from, to] = entry as readonly unknown[];
      return [variable(from), admit(to)] as const;
    }),
  );
}
function moving(x: Run | Motion): Moving {
  const { state, inputs, start, each } = x;
  return { state: variables(state), inputs: variables(inputs), start: terms(start), each: relations(each) };
}
export const run = (x: Run): Run => ({ ...moving(x), step: terms(x.step) });
export const motion = (x: Motion): Motion => ({ ...moving(x), field: terms(x.field) });
