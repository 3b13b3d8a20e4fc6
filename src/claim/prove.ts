/**
 * Proofs that need no derivation: identities by `ring`, inequalities by shape, conserved quantities of runs and flows.
 *
 * Untrusted: it only calls the kernel's rules, and what comes out is compared with the goal term by term. Cost: a few
 * normal forms a relation, each with the kernel's fuel.
 */

import { K } from '../derivation/recorded.ts';
import * as T from '../expr/term.ts';
import { le, lt, type Motion, Refused, type Relation, type Run, type Theorem } from '../kernel/index.ts';
import { type Goal, proves } from './goals.ts';

const { alongMore, alongThen, alwaysThen, assume, difference, flow, induct, positive, rate } = K;
const { replaceLeft, replaceRight, rewrite, ring } = K;

type Relations = readonly Relation[];
type Term = T.Term;
const zero = T.whole(0);

/** The first of several ways that the kernel accepts. */
function first(...ways: readonly (() => Theorem | undefined)[]): Theorem | undefined {
  for (const way of ways)
    try {
      const t = way();
      if (t) return t;
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
    }
  return undefined;
}

/** l = r by normal forms, or with one equation of Γ used from left to right first. */
function equation(given: Relations, l: Term, r: Term): Theorem | undefined {
  const direct = (): Theorem => ring(given, l, r);
  const through = given
    .filter((p) => p.op === '=')
    .map((p) => (): Theorem => {
      const step = rewrite(assume(given, p), T.sub(l, r));
      const vanishes = replaceRight(step, ring(given, (step.statement.shows as Relation).right, zero));
      return fromDifference(given, l, r, vanishes);
    });
  return first(direct, ...through);
}

/** l − r = 0 gives l = r. */
function fromDifference(given: Relations, l: Term, r: Term, vanishes: Theorem): Theorem {
  const split = ring(given, l, T.add(T.sub(l, r), r));
  const used = replaceRight(split, rewrite(vanishes, T.add(T.sub(l, r), r)));
  return replaceRight(used, ring(given, (used.statement.shows as Relation).right, r));
}

/** 0 ≤ r − l (or <) by shape, as it stands or after a rearrangement the kernel checks. */
function inequality(given: Relations, p: Relation): Theorem | undefined {
  const relate = p.op === '<' ? lt : le;
  const gap = T.sub(p.right, p.left);
  const shapes = [...(p.left === zero ? [p.right] : []), ...rearranged(gap)];
  return first(
    () => assume(given, p),
    () => positive(given, p),
    ...shapes.map((shape) => (): Theorem => {
      const sign = positive(given, relate(zero, shape));
      return difference(replaceRight(sign, ring(given, shape, gap)));
    }),
  );
}

/** Sums of like signs: a − b·c over its terms, products of differences left whole. */
function rearranged(gap: Term): readonly Term[] {
  const terms: { readonly sign: number; readonly t: Term }[] = [];
  const flatten = (t: Term, sign: number): void => {
    const [a, b] = t.args as [Term, Term];
    if (t.op === 'add' || t.op === 'sub') {
      flatten(a, sign);
      flatten(b, t.op === 'add' ? sign : -sign);
    } else if (t.op === 'neg') flatten(a, -sign);
    else terms.push({ sign, t });
  };
  flatten(gap, 1);
  const kept = terms.filter(({ sign }) => sign > 0).map(({ t }) => t);
  return kept.length === 0 ? [] : [kept.reduce((a, b) => T.add(a, b))];
}

/** Any relation under Γ. */
export function relation(given: Relations, p: Relation): Theorem | undefined {
  if (p.op === '=') return equation(given, p.left, p.right);
  if (p.op === '!=') return first(() => positive(given, p));
  return inequality(given, p);
}

const at = (names: readonly Term[], terms: readonly Term[]): ReadonlyMap<Term, Term> =>
  new Map(names.map((x, i) => [x, terms[i]!]));
const put = (p: Relation, map: ReadonlyMap<Term, Term>): Relation => ({
  ...p,
  left: T.substitute(p.left, map),
  right: T.substitute(p.right, map),
});

/** p at the next step: outright, or because both sides keep their values. */
function kept(H: Relations, p: Relation, map: ReadonlyMap<Term, Term>): Theorem | undefined {
  const next = put(p, map);
  return first(
    () => relation(H, next),
    () => {
      const [l, r] = [ring(H, p.left, next.left), ring(H, p.right, next.right)];
      return replaceRight(replaceLeft(assume(H, p), l), r);
    },
  );
}

function everyStep(given: Relations, run: Run, holds: Relations): Theorem | undefined {
  const H = [...given, ...run.each];
  const consequences = (): Theorem | undefined => {
    const each = holds.map((p) => relation(H, p));
    return each.every((t) => t !== undefined) ? alwaysThen(induct(given, run, [], [], []), each) : undefined;
  };
  const invariants = (): Theorem | undefined => {
    const base = holds.map((p) => relation(given, put(p, at(run.state, run.start))));
    if (!base.every((t) => t !== undefined)) return undefined;
    const next = holds.map((p) => kept([...H, ...holds], p, at(run.state, run.step)));
    return next.every((t) => t !== undefined) ? induct(given, run, holds, base, next) : undefined;
  };
  return first(consequences, invariants);
}

/** e keeps its value: adds e = e[start] to what is known along the flow. */
function conserved(along: Theorem, given: Relations, m: Motion, e: Term): Theorem {
  const held = along.statement.shows.kind === 'along' ? along.statement.shows.holds : [];
  const H = [...given, ...m.each, ...held.filter((q): q is Relation => q.kind === 'relation')];
  const slope = rate(H, m.state, m.field, e);
  const { shows } = slope.statement;
  return alongMore(along, slope, ring(H, shows.kind === 'rate' ? shows.is : zero, zero));
}

/** One relation along the flow: true of every state, or because a side (or the difference) is conserved. */
function alongOne(along: Theorem, given: Relations, m: Motion, p: Relation): Theorem | undefined {
  const known = (t: Theorem): Relations => {
    const held = t.statement.shows.kind === 'along' ? t.statement.shows.holds : [];
    return [...given, ...m.each, ...held.filter((q): q is Relation => q.kind === 'relation')];
  };
  const byConservation = (e: Term) => (): Theorem | undefined => {
    const more = conserved(along, given, m, e);
    const consequence = equation(known(more), p.left, p.right);
    return consequence && alongThen(more, consequence);
  };
  return first(
    () => {
      const t = relation(known(along), p);
      return t && alongThen(along, t);
    },
    ...(p.op === '=' ? [byConservation(p.left), byConservation(T.sub(p.left, p.right))] : []),
  );
}

function everyMoment(given: Relations, m: Motion, holds: Relations): Theorem | undefined {
  let t: Theorem | undefined = first(() => flow(given, m));
  for (const p of holds) t = t && alongOne(t, given, m, p);
  return t;
}

/** A theorem for the goal, without the author's help. */
export function automatic(goal: Goal): Theorem | undefined {
  const t = first(() => {
    if (goal.kind === 'relation') return relation(goal.given, goal.shows);
    if (goal.kind === 'always') return everyStep(goal.given, goal.run, goal.holds);
    return everyMoment(goal.given, goal.motion, goal.holds);
  });
  return t && proves(t, goal) ? t : undefined;
}
