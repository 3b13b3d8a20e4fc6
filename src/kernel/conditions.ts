/**
 * Definedness and sign. When is a term defined, when is it smooth, what does a proposition mention, and what follows about
 * the sign of a term from its shape.
 *
 * Trusted. Trusts expr/term.ts. A condition is discharged only by a relation known under the same assumptions: a member
 * of Γ, a theorem, something one of those mentions, or the shape of the term over such leaves. Linear in the terms.
 */
import { postorder, pow, type Term } from '../expr/term.ts';
import { sign as signOf } from '../number/rational.ts';
import type { Proposition } from './proposition.ts';
import { le, lt, ne, one, type Relation, type Relations, refuse, type Terms, zero } from './relation.ts';
import type { Theorem } from './theorem.ts';

function needs(t: Term, smooth: boolean): Relations {
  const [a, b] = t.args as [Term, Term];
  const down = t.value !== undefined && signOf(t.value) < 0;
  if (t.op === 'div') return [ne(b, zero)];
  if (t.op === 'pow') return down ? [ne(a, zero)] : [];
  if (t.op === 'sqrt' || t.op === 'power') return [smooth || down ? lt(zero, a) : le(zero, a)];
  if (t.op === 'log') return [lt(zero, a)];
  return t.op === 'atanh' ? [lt(pow(a, 2), one)] : [];
}
const collect = (smooth: boolean): ((ts: Terms) => Relations) => {
  const memo = new WeakMap<Term, Relations>();
  const of = (t: Term): Relations => memo.get(t) ?? postorder([t]).flatMap((s) => needs(s, smooth));
  return (ts) => ts.flatMap((t) => memo.set(t, of(t)).get(t)!);
};
/** The terms are defined exactly where all of these hold. */
export const conditions = collect(false);
/** Where these hold the terms are differentiable in their variables. */
export const smoothness = collect(true);

/** What is true wherever the proposition is: a statement about a run or a flow speaks for its start only. */
export function mentions(p: Proposition): Relations {
  if (p.kind === 'relation') return conditions([p.left, p.right]);
  if (p.kind === 'rate') return [...smoothness([p.of]), ...conditions([p.is, ...p.field])];
  return conditions(p.start);
}

type Sign = { readonly nonneg: boolean; readonly nonzero: boolean };
/** What is true under given assumptions: relations, and the signs that follow. */
export type Known = {
  readonly relations: ReadonlySet<Relation>;
  readonly leaves: Map<Term, Sign>;
  readonly signs: Map<Term, Sign>;
};
export function known(given: Relations, facts: readonly Theorem[]): Known {
  const Γ = new Set(given);
  const shown = facts.filter((f) => f.statement.given.every((p) => Γ.has(p))).map((f) => f.statement.shows);
  const all = [...given, ...shown].flatMap((p) => (p.kind === 'relation' ? [p, ...mentions(p)] : mentions(p)));
  const leaves = new Map<Term, Sign>();
  for (const p of all) note(leaves, p);
  return { relations: new Set(all), leaves, signs: new Map() };
}
/** Records what a comparison with a number says about the sign of the other side. */
function note(leaves: Map<Term, Sign>, { op, left, right }: Relation): void {
  const [t, c, below] = left.op === 'num' ? [right, left, true] : [left, right, false];
  if (c.op !== 'num') return;
  const s = signOf(c.value!);
  const strict = s !== 0 || op === '<';
  const ordered = op === '<' || op === '<=';
  const nonneg = s >= 0 && (op === '=' || (ordered && below));
  const nonzero = op === '=' ? s !== 0 : op === '!=' ? s === 0 : strict && (below ? s >= 0 : s <= 0);
  leaves.set(t, either(leaves.get(t), { nonneg, nonzero }));
}
const either = (a: Sign | undefined, b: Sign): Sign =>
  a ? { nonneg: a.nonneg || b.nonneg, nonzero: a.nonzero || b.nonzero } : b;

const sign = (nonneg: boolean, nonzero: boolean): Sign => ({ nonneg, nonzero });
/** What the signs a, b of the children say of t, where t is defined. Odd increasing functions keep the sign. */
function byShape(t: Term, a: Sign, b: Sign): Sign {
  const { op, value, args } = t;
  const n = value === undefined ? 1 : Number(value.num);
  if (op === 'num') return sign(n >= 0, n !== 0);
  if (op === 'add') return sign(a.nonneg && b.nonneg, a.nonneg && b.nonneg && (a.nonzero || b.nonzero));
  if (op === 'mul') return sign((a.nonneg && b.nonneg) || args[0] === args[1], a.nonzero && b.nonzero);
  if (op === 'div') return sign(a.nonneg && b.nonneg, a.nonzero);
  if (op === 'neg') return sign(false, a.nonzero);
  if (op === 'pow') return sign(a.nonneg || n % 2 === 0, a.nonzero || n <= 0);
  if (op === 'power' || op === 'sqrt') return sign(true, a.nonzero || n < 0);
  if (op === 'exp' || op === 'cosh') return sign(true, true);
  return op === 'sinh' || op === 'tanh' || op === 'asinh' || op === 'atanh' ? a : sign(false, false);
}
function signIn(t: Term, k: Known): Sign {
  const found = k.signs.get(t);
  if (found) return found;
  const [a, b] = t.args.map((x) => signIn(x, k)) as [Sign, Sign];
  const out = either(k.leaves.get(t), byShape(t, a, b));
  k.signs.set(t, out);
  return out;
}

/** Is the relation known, or plain from the shape of its side (0 < e, 0 ≤ e, e ≠ 0)? Its sides have to be defined. */
export function holds(p: Relation, k: Known): boolean {
  if (k.relations.has(p)) return true;
  if (p.op === '!=') return p.right === zero && signIn(p.left, k).nonzero;
  const e = signIn(p.right, k);
  return p.left === zero && p.op !== '=' && e.nonneg && (p.op === '<=' || e.nonzero);
}
export function requireAll(ps: Relations, k: Known, t: Term): void {
  const open = ps.find((p) => !holds(p, k));
  if (open) refuse('a theorem is wanted under the assumptions that', open, 'because it has to be defined:', t);
}
export const requireDefined = (ts: Terms, k: Known): void => {
  for (const t of ts) requireAll(conditions([t]), k, t);
};
