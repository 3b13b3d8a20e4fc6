/**
 * The rules of equations and order. Each copies its arguments, checks the copies, and says what follows.
 *
 * Trusted. docs/trust.md draws every rule in one line and says why it is sound. `facts` are theorems that discharge
 * definedness; a fact whose assumptions are not among those of the conclusion is not used.
 */
import { power, sqrt, sub, substitute, type Term } from '../expr/term.ts';
import { rational } from '../number/rational.ts';
import { holds, known, requireDefined } from './conditions.ts';
import * as copy from './copy.ts';
import { equalNormal } from './normal.ts';
import type { Assignment, Proposition, Rate } from './proposition.ts';
import { occurs, put, putAll, same, sides, within, without } from './proposition.ts';
import { eq, le, lt, ne, type Relation, type Relations, refuse, relation, zero } from './relation.ts';
import { givenOf, relationOf, rule, type Theorem } from './theorem.ts';

type Facts = readonly Theorem[];
type Pairs = Assignment | readonly (readonly [Term, Term])[];

export const assume = rule('assume', (given: Relations, p: Relation) => {
  const [Γ, shows] = [copy.relations(given), copy.aRelation(p)];
  if (!within([shows], Γ)) refuse('a member of the assumptions is wanted, found', shows);
  return { given: Γ, shows, from: [] };
});

export const weaken = rule('weaken', (theorem: Theorem, given: Relations) => {
  const [t, Γ] = [copy.theorem(theorem), copy.relations(given)];
  if (!within(givenOf(t), Γ)) refuse('more assumptions, not fewer, are wanted:', ...givenOf(t));
  return { given: Γ, shows: t.statement.shows, from: [t] };
});

/** Γ ⊢ A and Γ', A ⊢ B give Γ, Γ' ⊢ B. */
export const cut = rule('cut', (lemma: Theorem, theorem: Theorem) => {
  const [a, b] = [copy.theorem(lemma), copy.theorem(theorem)];
  const given = [...givenOf(a), ...without(givenOf(b), relationOf(a))];
  return { given, shows: b.statement.shows, from: [a, b] };
});

export const ring = rule('ring', (given: Relations, left: Term, right: Term, facts: Facts = []) => {
  const [Γ, s, t, from] = [copy.relations(given), copy.term(left), copy.term(right), copy.theorems(facts)];
  requireDefined([s, t], known(Γ, from));
  if (!equalNormal(s, t)) refuse('equal normal forms are wanted:', eq(s, t));
  return { given: Γ, shows: eq(s, t), from };
});

export const symmetric = rule('symmetric', (theorem: Theorem) => {
  const t = copy.theorem(theorem);
  const { op, left, right } = relationOf(t, '=', '!=');
  return { given: givenOf(t), shows: relation(op, right, left), from: [t] };
});

/** s = t gives e = e[s := t], in terms only. */
export const rewrite = rule('rewrite', (equation: Theorem, term: Term, facts: Facts = []) => {
  const [t, e, more] = [copy.theorem(equation), copy.term(term), copy.theorems(facts)];
  const { left, right } = relationOf(t, '=');
  requireDefined([e], known(givenOf(t), [t, ...more]));
  return { given: givenOf(t), shows: eq(e, substitute(e, new Map([[left, right]]))), from: [t, ...more] };
});

/** a R b and b = c give a R c. */
export const replaceRight = rule('replaceRight', (theorem: Theorem, equation: Theorem) => {
  const [t, u] = [copy.theorem(theorem), copy.theorem(equation)];
  const [p, q] = [relationOf(t), relationOf(u, '=')];
  if (p.right !== q.left) refuse('an equation for the right side is wanted:', p, 'by', q);
  return { given: givenOf(t, u), shows: relation(p.op, p.left, q.right), from: [t, u] };
});
/** a R b and a = c give c R b. */
export const replaceLeft = rule('replaceLeft', (theorem: Theorem, equation: Theorem) => {
  const [t, u] = [copy.theorem(theorem), copy.theorem(equation)];
  const [p, q] = [relationOf(t), relationOf(u, '=')];
  if (p.left !== q.left) refuse('an equation for the left side is wanted:', p, 'by', q);
  return { given: givenOf(t, u), shows: relation(p.op, q.right, p.right), from: [t, u] };
});

/** 0 ≤ t and t^q = r give r^(1/q) = t; for q = 2 it reads √r = t. */
export const rootUnique = rule('rootUnique', (nonnegative: Theorem, equation: Theorem) => {
  const [t, u] = [copy.theorem(nonnegative), copy.theorem(equation)];
  const { left, right: root } = relationOf(t, '<=', '<');
  const { left: raised, right: r } = relationOf(u, '=');
  const q = raised.op === 'pow' ? raised.value!.num : 0n;
  if (left !== zero || q < 2n || raised.args[0] !== root)
    refuse('0 ≤ t is wanted, and t to a whole power in', eq(raised, r));
  return { given: givenOf(t, u), shows: eq(q === 2n ? sqrt(r) : power(r, rational(1n, q)), root), from: [t, u] };
});

/** Simultaneous replacement of variables; bound names are never replaced, and capture is refused. */
export const instantiate = rule('instantiate', (theorem: Theorem, assignment: Pairs, facts: Facts = []) => {
  const [t, σ, more] = [copy.theorem(theorem), copy.assignment(assignment), copy.theorems(facts)];
  const given = givenOf(t).map((p) => put(σ, p));
  requireDefined([...σ.values()], known(given, more));
  return { given, shows: putInside(σ, t.statement.shows), from: [t, ...more] };
});
function putInside(σ: Assignment, p: Proposition): Proposition {
  if (p.kind === 'relation') return put(σ, p);
  const bound = p.kind === 'rate' ? p.state : [...p.state, ...p.inputs];
  if (occurs(bound, [...σ.values()])) refuse('terms free of the bound names are wanted, free of', ...bound);
  if (p.kind === 'rate')
    return bound.some((x) => σ.has(x)) ? refuse('a rate in', ...bound, 'is wanted') : putRate(σ, p);
  const free = new Map([...σ].filter(([x]) => !bound.includes(x)));
  const [start, each] = [putAll(free, p.start), p.each.map((q) => put(free, q))];
  if (p.kind === 'always')
    return { ...p, start, each, step: putAll(free, p.step), holds: p.holds.map((q) => put(free, q)) };
  const holds = p.holds.map((q) => (q.kind === 'rate' ? putRate(free, q) : put(free, q)));
  return { ...p, start, each, field: putAll(free, p.field), holds };
}
const putRate = (σ: Assignment, p: Rate): Rate => ({
  ...p,
  field: putAll(σ, p.field),
  of: substitute(p.of, σ),
  is: substitute(p.is, σ),
});

/** a ≤ b gives 0 ≤ b − a, and 0 ≤ b − a gives a ≤ b; the same for <. */
export const difference = rule('difference', (theorem: Theorem) => {
  const t = copy.theorem(theorem);
  const { op, left, right } = relationOf(t, '<=', '<');
  const back = left === zero && right.op === 'sub';
  const shows = back ? relation(op, right.args[1]!, right.args[0]!) : relation(op, zero, sub(right, left));
  return { given: givenOf(t), shows, from: [t] };
});

/** 0 < e, 0 ≤ e or e ≠ 0 by the shape of e, with facts and assumptions as leaves. */
export const positive = rule('positive', (given: Relations, claim: Relation, facts: Facts = []) => {
  const [Γ, shows, from] = [copy.relations(given), copy.aRelation(claim), copy.theorems(facts)];
  const k = known(Γ, from);
  requireDefined([shows.left, shows.right], k);
  if (!holds(shows, k)) refuse('a sum, product, quotient or power of terms known to be positive is wanted:', shows);
  return { given: Γ, shows, from };
});

const negation = ({ op, left, right }: Relation): Relation =>
  op === '=' ? ne(left, right) : op === '!=' ? eq(left, right) : op === '<' ? le(right, left) : lt(right, left);

/** Γ, p ⊢ a < a gives Γ ⊢ not p. */
export const contradiction = rule('contradiction', (absurd: Theorem, assumption: Relation, facts: Facts = []) => {
  const [t, p, more] = [copy.theorem(absurd), copy.aRelation(assumption), copy.theorems(facts)];
  const { left, right } = relationOf(t, '<');
  if (left !== right) refuse('a < a is wanted, found', lt(left, right));
  const given = without(givenOf(t), p);
  requireDefined([p.left, p.right], known(given, more));
  return { given, shows: negation(p), from: [t, ...more] };
});

/** Γ, a ≤ b ⊢ A and Γ, b ≤ a ⊢ A give Γ ⊢ A. */
export const cases = rule('cases', (below: Theorem, above: Theorem, left: Term, right: Term, facts: Facts = []) => {
  const [t, u, more] = [copy.theorem(below), copy.theorem(above), copy.theorems(facts)];
  const [a, b, shows] = [copy.term(left), copy.term(right), relationOf(t)];
  if (!same(shows, relationOf(u))) refuse('the same relation in both cases is wanted:', shows, 'and', relationOf(u));
  const given = [...without(givenOf(t), le(a, b)), ...without(givenOf(u), le(b, a))];
  requireDefined([a, b], known(given, more));
  return { given, shows, from: [t, u, ...more] };
});

/** Γ, 0 < ε ⊢ a ≤ b (or <) gives Γ ⊢ (a ≤ b)[ε := 0]. */
export const closure = rule('closure', (theorem: Theorem, epsilon: Term, facts: Facts = []) => {
  const [t, ε, more] = [copy.theorem(theorem), copy.variable(epsilon), copy.theorems(facts)];
  const { left, right } = relationOf(t, '<=', '<');
  const given = without(givenOf(t), lt(zero, ε));
  if (occurs([ε], sides(given))) refuse('a variable that occurs in no other assumption is wanted, found', ε);
  const shows = put(new Map([[ε, zero]]), le(left, right));
  requireDefined([shows.left, shows.right], known(given, more));
  return { given, shows, from: [t, ...more] };
});
