/**
 * Derivatives: the chain rule along a field (∂/∂x is the field x' = 1), and inequalities from the sign of a derivative.
 *
 * Trusted. The table of derivatives is the mathematics; each entry is defined wherever the term is smooth. Linear in the
 * number of nodes. Equations are used after differentiating (rateIs), never before.
 */
import type { Term } from '../expr/term.ts';
import { add, apply, div, mul, neg, num, postorder, pow, power, sqrt, sub, substitute, whole } from '../expr/term.ts';
import { sub as minus, ONE } from '../number/rational.ts';
import { known, requireAll, requireDefined, smoothness } from './conditions.ts';
import * as copy from './copy.ts';
import { assign, occurs, type Rate, same, sides } from './proposition.ts';
import { le, one, type Relation, type Relations, refuse, type Terms, zero } from './relation.ts';
import { givenOf, relationOf, rule, type Theorem, under } from './theorem.ts';

const plus = (a: Term, b: Term): Term => (a === zero ? b : b === zero ? a : add(a, b));
const less = (a: Term, b: Term): Term => (b === zero ? a : a === zero ? neg(b) : sub(a, b));
const times = (a: Term, b: Term): Term => (a === zero || b === zero ? zero : a === one ? b : b === one ? a : mul(a, b));
const over = (a: Term, b: Term): Term => (a === zero ? zero : div(a, b));
const square = (a: Term): Term => pow(a, 2);

/** The derivative of t = op(a, b) from da and db, with factors 0 and 1 left out. */
type Derivative = (t: Term, a: Term, da: Term, b: Term, db: Term) => Term;
const DERIVATIVES: ReadonlyMap<string, Derivative> = new Map<string, Derivative>([
  ['neg', (_, _a, da) => less(zero, da)],
  ['add', (_, _a, da, _b, db) => plus(da, db)],
  ['sub', (_, _a, da, _b, db) => less(da, db)],
  ['mul', (_, a, da, b, db) => plus(times(da, b), times(a, db))],
  ['div', (_, a, da, b, db) => (db === zero ? over(da, b) : over(less(times(da, b), times(a, db)), square(b)))],
  ['pow', (t, a, da) => (t.value!.num === 0n ? zero : times(mul(num(t.value!), pow(a, Number(t.value!.num) - 1)), da))],
  ['power', (t, a, da) => times(mul(num(t.value!), power(a, minus(t.value!, ONE))), da)],
  ['sqrt', (t, _a, da) => over(da, mul(whole(2), t))],
  ['exp', (t, _a, da) => times(t, da)],
  ['log', (_, a, da) => over(da, a)],
  ['sinh', (_, a, da) => times(apply('cosh', a), da)],
  ['cosh', (_, a, da) => times(apply('sinh', a), da)],
  ['tanh', (t, _a, da) => times(sub(one, square(t)), da)],
  ['asinh', (_, a, da) => over(da, sqrt(add(one, square(a))))],
  ['atanh', (_, a, da) => over(da, sub(one, square(a)))],
  ['sin', (_, a, da) => times(apply('cos', a), da)],
  ['cos', (_, a, da) => times(neg(apply('sin', a)), da)],
]);
function derivative(e: Term, field: ReadonlyMap<Term, Term>): Term {
  const d = new Map<Term, Term>();
  for (const t of postorder([e])) {
    const [a, b] = t.args as [Term, Term];
    const leaf = t.op === 'num' ? zero : t.op === 'var' ? (field.get(t) ?? zero) : undefined;
    d.set(t, leaf ?? DERIVATIVES.get(t.op)!(t, a, d.get(a)!, b, d.get(b)!));
  }
  return d.get(e)!;
}

export function requireDistinct(names: Terms): void {
  if (new Set(names).size !== names.length) refuse('pairwise different names are wanted:', ...names);
}
type Facts = readonly Theorem[];
/** rate{field; e = its chain-rule derivative}, where e is smooth and the field defined. */
export const rate = rule('rate', (given: Relations, names: Terms, rates: Terms, term: Term, facts: Facts = []) => {
  const [Γ, state, field, of] = [copy.relations(given), copy.variables(names), copy.terms(rates), copy.term(term)];
  const from = copy.theorems(facts);
  requireDistinct(state);
  if (state.length !== field.length) refuse('one rate for each variable is wanted');
  const k = known(Γ, from);
  requireAll(smoothness([of]), k, of);
  requireDefined(field, k);
  return { given: Γ, shows: { kind: 'rate', state, field, of, is: derivative(of, assign(state, field)) }, from };
});

export function rateOf(t: Theorem): Rate {
  const p = t.statement.shows;
  return p.kind === 'rate' ? p : refuse('a theorem that shows a rate is wanted');
}
/** rate{F; e = r} and r = r' give rate{F; e = r'}. */
export const rateIs = rule('rateIs', (theorem: Theorem, equation: Theorem) => {
  const [t, u] = [copy.theorem(theorem), copy.theorem(equation)];
  const [p, { left, right }] = [rateOf(t), relationOf(u, '=')];
  if (left !== p.is) refuse('an equation is wanted for the rate', p.is);
  return { given: givenOf(t, u), shows: { ...p, is: right }, from: [t, u] };
});

/** Of x, an assumption may say only x ≤ hi or x < hi: with two points it then holds between them. */
function upper(q: Relation, x: Term): boolean {
  const bound = (q.op === '<=' || q.op === '<') && q.left === x && !occurs([x], [q.right]);
  return bound || !occurs([x], sides([q]));
}
/** Γ, lo ≤ x ⊢ ∂e/∂x = r and 0 ≤ r give Γ, lo ≤ x ⊢ e[x := lo] ≤ e. */
export const grows = rule('grows', (given: Relations, name: Term, from: Term, slope: Theorem, sign: Theorem) => {
  const [Γ, x, lo] = [copy.relations(given), copy.variable(name), copy.term(from)];
  const [t, u] = [under(Γ, slope), under(Γ, sign)];
  const [{ state, field, of, is }, lowest] = [rateOf(t), le(lo, x)];
  if (state.length !== 1 || state[0] !== x || field[0] !== one) refuse('the derivative in one variable is wanted:', x);
  if (!same(relationOf(u), le(zero, is))) refuse('the sign of the derivative is wanted:', le(zero, is));
  if (!Γ.some((q) => same(q, lowest))) refuse('among the assumptions is wanted', lowest);
  if (occurs([x], [lo])) refuse('a bound free of the variable is wanted, found', lo);
  const other = Γ.find((q) => !same(q, lowest) && !upper(q, x));
  if (other) refuse('of the variable only an upper bound may be assumed, found', other);
  return { given: Γ, shows: le(substitute(of, assign([x], [lo])), of), from: [t, u] };
});
