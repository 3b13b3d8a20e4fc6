/**
 * Statements about every step of a run and every moment of a flow.
 *
 * Trusted. In all of these H = Γ, each, holds: what is assumed and known at one step or moment. Names of states and inputs
 * are bound; Γ is checked to be free of them at every rule, because weaken may have added to it. Existence of solutions is
 * never claimed.
 */
import { substitute, type Term } from '../expr/term.ts';
import { rateOf, requireDistinct } from './calculus.ts';
import { conditions, known, requireDefined } from './conditions.ts';
import * as copy from './copy.ts';
import type { Along, Always, Assignment, Motion, Rate, Run } from './proposition.ts';
import { assign, distinct, occurs, put, putAll, same, sides, within } from './proposition.ts';
import { eq, le, lt, type Relation, type Relations, refuse, relation, type Terms, zero } from './relation.ts';
import { relationOf, rule, type Theorem, under } from './theorem.ts';

type Facts = readonly Theorem[];

/** One start and one step for each state; Γ and the start free of the bound names, which are different. */
function requireShape(Γ: Relations, { state, inputs, start }: Run | Motion, next: Terms): void {
  requireDistinct([...state, ...inputs]);
  if (start.length !== state.length || next.length !== state.length)
    refuse('a start and a step for each state are wanted');
  requireFree(Γ, state, inputs, start);
}
function requireFree(Γ: Relations, state: Terms, inputs: Terms, start: Terms = []): void {
  const bound = [...state, ...inputs];
  if (occurs(bound, [...sides(Γ), ...start])) refuse('assumptions and a start are wanted that are free of', ...bound);
}
/** The theorems show the relations, one by one, with the terms in place of the state. */
function requireShow(ts: Facts, ps: Relations, at: Assignment): void {
  if (ts.length !== ps.length) refuse(`${ps.length} theorems are wanted, one for each invariant`);
  const other = ps.map((p) => put(at, p)).find((p, j) => !same(relationOf(ts[j]!), p));
  if (other) refuse('a theorem is wanted that', other);
}

/** Γ ⊢ P[start] and Γ, each, P ⊢ P[step], for all of the list P, give: P at every step. */
export const induct = rule(
  'induct',
  (given: Relations, run: Run, kept: Relations, base: Facts, next: Facts, facts: Facts = []) => {
    const [Γ, holds, more] = [copy.relations(given), copy.list(kept, copy.aRelation), copy.theorems(facts)];
    const p = copy.run(run);
    requireShape(Γ, p, p.step);
    if (occurs(p.inputs, sides(holds))) refuse('invariants are wanted that are free of', ...p.inputs);
    const H = [...Γ, ...p.each, ...holds];
    requireDefined(p.start, known(Γ, more));
    requireDefined(p.step, known(H, more));
    const [first, then] = [copy.theorems(base).map((t) => under(Γ, t)), copy.theorems(next).map((t) => under(H, t))];
    requireShow(first, holds, assign(p.state, p.start));
    requireShow(then, holds, assign(p.state, p.step));
    return { given: Γ, shows: { kind: 'always', ...p, holds, stage: 'state' }, from: [...first, ...then, ...more] };
  },
);

function alwaysOf(t: Theorem): Always {
  const p = t.statement.shows;
  return p.kind === 'always' ? p : refuse('a theorem about every step of a run is wanted');
}
/** What follows at one step from what is known there, at every step. */
export const alwaysThen = rule('alwaysThen', (theorem: Theorem, consequences: Facts) => {
  const t = copy.theorem(theorem);
  const [Γ, p] = [t.statement.given, alwaysOf(t)];
  requireFree(Γ, p.state, p.inputs);
  const qs = copy.theorems(consequences).map((q) => under([...Γ, ...p.each, ...p.holds], q));
  const holds = qs.map((q) => relationOf(q));
  const apart = qs.every((q) => within(q.statement.given, [...Γ, ...p.holds])) && !occurs(p.inputs, sides(holds));
  return { given: Γ, shows: { ...p, holds, stage: apart ? p.stage : 'step' }, from: [t, ...qs] };
});

/** Step n of the run: invariant number `which`, with rows of terms for the inputs of steps 0, 1, … */
export const atStep = rule(
  'atStep',
  (theorem: Theorem, n: number, rows: readonly Terms[], which: number, facts: Facts = []) => {
    const [t, inputs, more] = [copy.theorem(theorem), copy.list(rows, copy.terms), copy.theorems(facts)];
    const p = alwaysOf(t);
    if (!Number.isInteger(n) || n < 0 || n > 1000) refuse('a step number from 0 to 1000 is wanted');
    const holds = p.holds[which] ?? refuse('the number of an invariant is wanted');
    const last = p.stage === 'step' ? n + 1 : n;
    if (inputs.length !== last || inputs.some((row) => row.length !== p.inputs.length))
      refuse(`inputs of ${last} steps are wanted, ${p.inputs.length} each`);
    const given = [...t.statement.given];
    let at = assign(p.state, p.start);
    for (let k = 0; k <= n; k++) {
      if (k > 0) at = assign(p.state, putAll(at, p.step));
      if (k < last) at = new Map([...at, ...assign(p.inputs, inputs[k]!)]);
      if (k < last) given.push(...p.each.map((q) => put(at, q)));
    }
    requireDefined(inputs.flat(), known(given, more));
    return { given, shows: put(at, holds), from: [t, ...more] };
  },
);

/** Every solution of state' = field from the start, while `each` holds; the field is defined along it. */
export const flow = rule('flow', (given: Relations, motion: Motion, facts: Facts = []) => {
  const [Γ, p, from] = [copy.relations(given), copy.motion(motion), copy.theorems(facts)];
  requireShape(Γ, p, p.field);
  requireDefined(p.start, known(Γ, from));
  return { given: Γ, shows: { kind: 'along', ...p, holds: distinct(conditions(p.field)) }, from };
});

type Parts = { readonly t: Theorem; readonly Γ: Relations; readonly p: Along; readonly H: Relations };
function alongOf(theorem: Theorem): Parts {
  const t = copy.theorem(theorem);
  const [Γ, p] = [t.statement.given, t.statement.shows];
  if (p.kind !== 'along') refuse('a theorem about every moment of a flow is wanted');
  requireFree(Γ, p.state, p.inputs);
  return { t, Γ, p, H: [...Γ, ...p.each, ...p.holds.filter((q) => q.kind === 'relation')] };
}
const and = (p: Along, q: Relation | Rate): Along => ({ ...p, holds: [...p.holds, q] });
const atStart = (p: Along, e: Term): Term => substitute(e, assign(p.state, p.start));
const list = (a: Terms, b: Terms): boolean => a.length === b.length && a.every((t, i) => t === b[i]);
/** A rate along exactly this flow, of a quantity free of the inputs. */
function rateIn(p: Along, t: Theorem): Rate {
  const { state, field, of } = rateOf(t);
  if (!list(state, p.state) || !list(field, p.field)) refuse('a rate along the same field is wanted, for', of);
  if (occurs(p.inputs, [of])) refuse('a quantity free of the inputs is wanted, found', of);
  return rateOf(t);
}
/** The sign of e at the start, 0 < e or 0 ≤ e, shown under Γ alone; as a relation of e itself. */
function startSign({ Γ, p }: Parts, t: Theorem, e: Term): Relation {
  const { op, left, right } = relationOf(under(Γ, t), '<', '<=');
  if (left !== zero || right !== atStart(p, e)) refuse('the sign at the start is wanted:', lt(zero, atStart(p, e)));
  return relation(op, zero, e);
}

/** H ⊢ rate{F; e = r} and H ⊢ r ≤ 0 (r = 0): along the flow e ≤ e[start] (e = e[start]). */
export const alongMore = rule('alongMore', (theorem: Theorem, derivative: Theorem, sign: Theorem) => {
  const { t, Γ, p, H } = alongOf(theorem);
  const [u, v] = [under(H, derivative), under(H, sign)];
  const [{ of, is }, { op, left, right }] = [rateIn(p, u), relationOf(v, '=', '<=')];
  if (left !== is || right !== zero) refuse('the sign of the rate is wanted:', le(is, zero), 'or', eq(is, zero));
  return { given: Γ, shows: and(p, relation(op, of, atStart(p, of))), from: [t, u, v] };
});

/** What follows at one moment from what is known there, at every moment. */
export const alongThen = rule('alongThen', (theorem: Theorem, consequence: Theorem) => {
  const { t, Γ, p, H } = alongOf(theorem);
  const u = under(H, consequence);
  const q = u.statement.shows.kind === 'rate' ? rateIn(p, u) : relationOf(u);
  return { given: Γ, shows: and(p, q), from: [t, u] };
});

/** Darboux: H ⊢ rate{F; e = r}, H ⊢ c·e ≤ r and Γ ⊢ 0 < e[start] (0 ≤): along the flow 0 < e (0 ≤ e). */
export const frozen = rule('frozen', (theorem: Theorem, derivative: Theorem, bound: Theorem, start: Theorem) => {
  const parts = alongOf(theorem);
  const { t, Γ, p, H } = parts;
  const [u, v, w] = [under(H, derivative), under(H, bound), copy.theorem(start)];
  const [{ of, is }, { left, right }] = [rateIn(p, u), relationOf(v, '<=')];
  if (left.op !== 'mul' || left.args[1] !== of || right !== is)
    refuse('c·e ≤ r is wanted, from e and r in', le(of, is));
  return { given: Γ, shows: and(p, startSign(parts, w, of)), from: [t, u, v, w] };
});

/** H ⊢ e ≠ 0 and Γ ⊢ 0 < e[start]: along the flow 0 < e. */
export const keepsSign = rule('keepsSign', (theorem: Theorem, nonzero: Theorem, start: Theorem) => {
  const parts = alongOf(theorem);
  const { t, Γ, p, H } = parts;
  const [u, v] = [under(H, nonzero), copy.theorem(start)];
  const { left: e, right } = relationOf(u, '!=');
  if (right !== zero) refuse('e ≠ 0 is wanted, found', relationOf(u));
  if (occurs(p.inputs, [e])) refuse('a quantity free of the inputs is wanted, found', e);
  if (startSign(parts, v, e).op !== '<') refuse('a start is wanted where', lt(zero, atStart(p, e)));
  return { given: Γ, shows: and(p, lt(zero, e)), from: [t, u, v] };
});
