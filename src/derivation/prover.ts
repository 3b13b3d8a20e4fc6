/**
 * The prover: an author's steps as kernel calls. A prover has assumptions and the theorems held under them; each step is
 * one relation in the author's notation, proved in the named way from what is held, and is held from then on.
 *
 * Untrusted: it can fail to find a proof (NotProved says what was wanted), it can't make a theorem. `under` opens the
 * steps inside an induction, along a flow, or in one of two cases.
 */
import * as T from '../expr/term.ts';
import {
  type Along,
  type Always,
  conditions,
  le,
  lt,
  type Motion,
  normal,
  one,
  type Range,
  type Rate,
  type Relation,
  type Run,
  smoothness,
  type Theorem,
  zero,
} from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import {
  byForm,
  deeper,
  type Env,
  first,
  knownRelations,
  NotProved,
  needed,
  neededFor,
  relationOf,
  ring,
  settle,
  shown,
} from './env.ts';
import { combination, equation } from './equations.ts';
import { instance, instances } from './instances.ts';
import { atMost } from './products.ts';
import type { Proposal } from './proposal.ts';
import { K } from './recorded.ts';
import { inequality, inequation, prove } from './tactics.ts';

type Term = T.Term;
type Relations = readonly Relation[];
type Steps = (inner: Prover) => void;
const DEPTH = 3;

export interface GrowsOptions {
  /** The variable, where the assumptions bound more than one from below. */
  readonly variable?: Term;
  readonly from?: Term;
  /** The derivative as the author writes it, with its sign plain. */
  readonly slope?: Term;
}
export interface BoxOptions {
  readonly bits?: number;
  /** At most so many boxes. */
  readonly boxes?: number;
  /** Ranges of variables that the assumptions do not give. */
  readonly ranges?: readonly Range[];
}
export interface Prover {
  readonly given: Relations;
  readonly facts: readonly Theorem[];
  /** What the companion proposed, here and under more assumptions. */
  readonly notes: Proposal[];
  /** Adds theorems to what is held; they have to be under (some of) the assumptions. */
  hold(...theorems: readonly Theorem[]): void;
  /** By whatever works. */
  prove(p: Relation): Theorem;
  ring(p: Relation): Theorem;
  /** By shape, or as a sum of products of what is known to be nonnegative. */
  positive(p: Relation): Theorem;
  /** By normal forms and known equations. */
  rewrite(p: Relation): Theorem;
  /** r^(1/q) = t, by 0 ≤ t and t^q = r. */
  root(p: Relation): Theorem;
  /** From the laws of the elementary functions in it; or one axiom by name, at terms. */
  axiom(p: Relation): Theorem;
  axiomAt(name: string, terms: readonly Term[], exponent?: Q.Rational): Theorem;
  /** From the sign of the derivative, and the value at the lower bound. */
  grows(p: Relation, options?: GrowsOptions): Theorem;
  /** By rigorous evaluation on the box that the assumptions give. */
  box(p: Relation, options?: BoxOptions): Theorem;
  /** p in both cases a ≤ b and b ≤ a. */
  cases(p: Relation, a: Term, b: Term, below?: Steps, above?: Steps): Theorem;
  /** Steps under more assumptions. */
  under(more: Relations): Prover;

  /** P at every step; the steps prove P at the next step from P and `each`. */
  induction(run: Run, keeps: Relations, steps?: Steps): Theorem;
  /** What follows at every step from what is known there. */
  always(theorem: Theorem, qs: Relations, steps?: Steps): Theorem;

  flow(motion: Motion): Theorem;
  /** e keeps its value at the start. */
  constant(along: Theorem, e: Term, steps?: Steps, slope?: Term): Theorem;
  /** e does not rise. */
  nonincreasing(along: Theorem, e: Term, steps?: Steps, slope?: Term): Theorem;
  /** What follows at every moment from what is known there. */
  along(along: Theorem, qs: Relation | Relations, steps?: Steps): Theorem;
  /** d/dt e = r along the flow. */
  rate(along: Theorem, e: Term, r: Term, steps?: Steps): Theorem;
  /** 0 < e (or 0 ≤ e) stays so: its rate is a multiple of it (Darboux), by the factor given or found. */
  staysPositive(along: Theorem, e: Term, factor?: Term, steps?: Steps): Theorem;
  /** e ≠ 0 keeps the sign that e has at the start. */
  keepsSign(along: Theorem, e: Term, steps?: Steps): Theorem;
}

export function createProver(given: Relations, held: readonly Theorem[] = [], notes: Proposal[] = []): Prover {
  const env: Env = { given, facts: [...held], depth: DEPTH, prove };
  const holding = (step: string, p: Relation, way: () => Theorem | undefined): Theorem => {
    const held = knownRelations(env).find((t) => sameRelation(relationOf(t), p));
    if (!held) settle(env, p.left, p.right);
    const th = held ?? first(way);
    if (!th) throw new NotProved(step, p, hint(env, p));
    env.facts.push(th);
    return th;
  };
  const inner = (more: Relations, steps: Steps | undefined, facts = env.facts): Env => {
    const prover = createProver(distinct([...given, ...more]), facts, notes);
    steps?.(prover);
    return { given: prover.given, facts: [...prover.facts], depth: DEPTH, prove };
  };
  return {
    given,
    facts: env.facts,
    notes,
    hold: (...ts) => void env.facts.push(...ts),
    prove: (p) => holding('prove', p, () => prove(env, p)),
    ring: (p) => holding('ring', p, () => ring(given, p.left, p.right, env.facts)),
    positive: (p) => holding('positive', p, () => (p.op === '!=' ? inequation(env, p) : inequality(env, p))),
    rewrite: (p) => holding('rewrite', p, () => (p.op === '=' ? equation(env, p.left, p.right) : prove(env, p))),
    root: (p) => holding('root', p, () => root(env, p)),
    axiom: (p) => holding('axiom', p, () => byLaws(env, p)),
    axiomAt: (name, terms, exponent) => {
      const th = instance(env, name, terms, exponent);
      env.facts.push(th);
      return th;
    },
    grows: (p, options = {}) => holding('grows', p, () => growing(env, p, options)),
    box: (p, options = {}) => holding('box', p, () => boxed(env, p, options)),
    cases: (p, a, b, below, above) => {
      settle(env, a, b);
      const [low, high] = [prove(inner([le(a, b)], below), p, 'cases'), prove(inner([le(b, a)], above), p, 'cases')];
      const th = K.cases(low, high, a, b, needed(given, env.facts, a, b));
      env.facts.push(th);
      return th;
    },
    under: (more) => createProver(distinct([...given, ...more]), env.facts, notes),
    induction: (run, keeps, steps) => induction(env, run, keeps, (more) => inner(more, steps)),
    always: (th, qs, steps) => always(th, qs, (more) => inner(more, steps)),
    flow: (motion) => {
      settle(env, ...motion.start);
      return K.flow(given, motion, needed(given, env.facts, ...motion.start));
    },
    constant: (th, e, steps, slope) => monotone(th, e, '=', inner(alongH(th), steps), slope),
    nonincreasing: (th, e, steps, slope) => monotone(th, e, '<=', inner(alongH(th), steps), slope),
    along: (th, qs, steps) => {
      const H = inner(alongH(th), steps);
      return [qs].flat().reduce((t, q) => {
        const holds = prove(H, q);
        H.facts.push(holds);
        return K.alongThen(t, holds);
      }, th);
    },
    rate: (th, e, r, steps) => K.alongThen(th, rateAs(inner(alongH(th), steps), th, e, r)),
    staysPositive: (th, e, factor, steps) => darboux(env, th, e, factor, inner(alongH(th), steps)),
    keepsSign: (th, e, steps) => {
      const nonzero = prove(inner(alongH(th), steps), { kind: 'relation', op: '!=', left: e, right: zero });
      return K.keepsSign(th, nonzero, prove(env, lt(zero, atStart(th, e))));
    },
  };
}

const sameRelation = (p: Relation, q: Relation): boolean => p.op === q.op && p.left === q.left && p.right === q.right;
const distinct = (ps: Relations): Relations => ps.filter((p, i) => ps.findIndex((q) => sameRelation(p, q)) === i);
function hint(env: Env, p: Relation): string {
  if (p.op !== '=') return 'the side conditions, or a product of known inequalities, were not found';
  const equations = knownRelations(env).filter((t) => relationOf(t).op === '=').length;
  return `the normal forms differ, also up to multiples of ${equations} known equations`;
}

/** √r = t or r^(1/q) = t, either way round. */
function root(env: Env, p: Relation): Theorem | undefined {
  const isRoot = (t: Term): boolean => t.op === 'sqrt' || (t.op === 'power' && t.value!.num === 1n);
  if (p.op !== '=') return undefined;
  if (!isRoot(p.left)) return isRoot(p.right) ? flipped(root(env, { ...p, left: p.right, right: p.left })) : undefined;
  const [r, t] = [p.left.args[0]!, p.right];
  const q = p.left.op === 'sqrt' ? 2 : Number(p.left.value!.den);
  const equal = prove(env, { kind: 'relation', op: '=', left: T.pow(t, q), right: r }, 'root');
  return K.rootUnique(prove(env, le(zero, t), 'root'), equal);
}
const flipped = (t: Theorem | undefined): Theorem | undefined => t && K.symmetric(t);

/** With the instances of axioms that its atoms call for among the facts; then those of the known relations too. */
function byLaws(env: Env, p: Relation): Theorem | undefined {
  const near = [p.left, p.right];
  const far = [...near, ...sides(knownRelations(env))];
  return first(
    () => prove(withLaws(env, p, near), p),
    () => prove(withLaws(env, p, far), p),
    () => throughExp(withLaws(env, p, near), p),
  );
}
const sides = (ts: readonly Theorem[]): readonly Term[] => ts.flatMap((t) => [relationOf(t).left, relationOf(t).right]);
function withLaws(env: Env, p: Relation, terms: readonly Term[]): Env {
  const laws = instances(env, terms);
  const exps = p.op === '=' ? [] : T.postorder([...terms, ...sides(laws)]).filter((t) => t.op === 'exp');
  const tangents = exps.slice(0, 8).flatMap((t) => first(() => instance(env, 'expTangent', t.args)) ?? []);
  return { ...env, facts: [...env.facts, ...laws, ...tangents] };
}
/** a = b because e^a = e^b. */
function throughExp(env: Env, p: Relation): Theorem | undefined {
  if (p.op !== '=') return undefined;
  const logs = [p.left, p.right].map((e) => K.symmetric(instance(env, 'logExp', [e])));
  const exps = [p.left, p.right].map((e) => T.apply('exp', e)) as [Term, Term];
  const facts = [...env.facts, ...instances(env, exps, 3)];
  const equal = combination({ ...env, facts }, ...exps);
  if (!equal) return undefined;
  const inside = K.rewrite(equal, T.apply('log', exps[0]), needed(env.given, facts, exps[0]));
  return K.replaceRight(K.replaceRight(logs[0]!, inside), K.symmetric(logs[1]!));
}

// Growth

function growing(env: Env, p: Relation, options: GrowsOptions): Theorem | undefined {
  const bounds = env.given.filter(
    (q) => q.op === '<=' && q.right.op === 'var' && (!options.variable || q.right === options.variable),
  );
  const ways = bounds
    .filter((q) => !options.from || q.left === options.from)
    .map((q) => (): Theorem | undefined => growingFrom(env, p, q.right, q.left, options.slope));
  return first(...ways);
}
/** Only what says nothing of x but bounds may be assumed. */
function growingFrom(env: Env, p: Relation, x: Term, lo: Term, slope: Term | undefined): Theorem | undefined {
  const e = p.left === zero ? p.right : T.sub(p.right, p.left);
  const given = env.given.filter(
    (q) =>
      !T.variables(q.left, q.right).has(x.name!) ||
      (q.right === x && q.left === lo) ||
      (q.left === x && (q.op === '<=' || q.op === '<') && !T.variables(q.right).has(x.name!)),
  );
  const inner: Env = {
    ...env,
    given,
    facts: env.facts.filter((f) => f.statement.given.every((q) => given.some((g) => sameRelation(g, q)))),
  };
  settle(inner, e);
  const rate = rateOf(inner, [x], [one], e, slope);
  const rises = K.grows(given, x, lo, rate, prove(inner, le(zero, (rate.statement.shows as Rate).is), 'grows'));
  const start = relationOf(rises).left;
  const origin = first(() => byLaws(inner, le(zero, start))) ?? prove(inner, le(zero, start), 'grows');
  const more: Env = { ...env, facts: [...env.facts, K.weaken(rises, env.given), K.weaken(origin, env.given)] };
  return first(() => fromStart(more, p, e, start));
}
/** 0 ≤ e₀ ≤ e. */
function fromStart(env: Env, p: Relation, e: Term, start: Term): Theorem | undefined {
  const shape = T.add(T.sub(e, start), start);
  const gap = K.difference(env.facts.find((f) => sameRelation(relationOf(f), le(start, e)))!);
  const sign = byForm(env.given, le(zero, shape), [gap, ...env.facts]);
  const whole = K.replaceRight(sign, ring(env.given, shape, e, [gap, ...env.facts]));
  return p.left === zero ? whole : K.difference(whole);
}
/** rate{x' = f; e = r}, with r brought to the wanted form where one is given. */
export function rateOf(
  env: Env,
  state: readonly Term[],
  field: readonly Term[],
  e: Term,
  wanted: Term | undefined,
): Theorem {
  const wants = [...smoothness([e]), ...conditions(field)];
  for (const c of wants) if (!shown(env, c)) env.facts.push(deeper(env, c));
  const th = K.rate(env.given, state, field, e, neededFor(env.given, env.facts, wants));
  const { is } = th.statement.shows as Rate;
  if (!wanted || is === wanted) return th;
  const withRate: Env = { ...env, facts: [...env.facts, th] };
  return K.rateIs(th, prove(withRate, { kind: 'relation', op: '=', left: is, right: wanted }, 'rate'));
}
// Boxes

function boxed(env: Env, p: Relation, { bits = 106, boxes = 512, ranges = [] }: BoxOptions): Theorem | undefined {
  const names = [...T.variables(p.left, p.right)].map(T.variable);
  const box = names.map((x) => ranges.find((r) => r.variable === x) ?? rangeOf(env, x));
  if (box.some((r) => !r)) return undefined;
  const th = subdivided(box as readonly Range[], p, bits, { left: boxes });
  const bounds = th.statement.given;
  return bounds.reduce((t, q) => K.cut(prove(env, q, 'box'), t), th);
}
function rangeOf(env: Env, x: Term): Range | undefined {
  const known = knownRelations(env)
    .map(relationOf)
    .filter((p) => p.op === '<' || p.op === '<=');
  const lows = known.filter((p) => p.right === x && p.left.op === 'num').map((p) => p.left.value!);
  const highs = known.filter((p) => p.left === x && p.right.op === 'num').map((p) => p.right.value!);
  if (lows.length === 0 || highs.length === 0) return undefined;
  const [lo, hi] = [
    lows.reduce((a, b) => (Q.compare(a, b) > 0 ? a : b)),
    highs.reduce((a, b) => (Q.compare(a, b) < 0 ? a : b)),
  ];
  return { variable: x, lo, hi };
}
function subdivided(box: readonly Range[], p: Relation, bits: number, budget: { left: number }): Theorem {
  const whole = first(() => K.enclose(box, p, bits));
  if (whole) return whole;
  const width = (r: Range): Q.Rational => Q.sub(r.hi, r.lo);
  const widest = box.reduce((a: Range | undefined, b) => (a && Q.compare(width(a), width(b)) >= 0 ? a : b), undefined);
  if (!widest || budget.left-- <= 0 || Q.sign(width(widest)) === 0)
    throw new NotProved('box', p, 'smaller boxes or more bits are wanted');
  const middle = Q.div(Q.add(widest.lo, widest.hi), Q.rational(2));
  const put = (change: Partial<Range>): readonly Range[] => box.map((r) => (r === widest ? { ...r, ...change } : r));
  const [low, high] = [
    subdivided(put({ hi: middle }), p, bits, budget),
    subdivided(put({ lo: middle }), p, bits, budget),
  ];
  return K.cases(low, high, widest.variable, T.num(middle));
}

// Runs

const assignment = (xs: readonly Term[], ts: readonly Term[]): ReadonlyMap<Term, Term> =>
  new Map(xs.map((x, i) => [x, ts[i]!]));
const put = (p: Relation, map: ReadonlyMap<Term, Term>): Relation => ({
  kind: 'relation',
  op: p.op,
  left: T.substitute(p.left, map),
  right: T.substitute(p.right, map),
});

function induction(env: Env, run: Run, keeps: Relations, inner: (more: Relations) => Env): Theorem {
  settle(env, ...run.start);
  const base = keeps.map((p) => prove(env, put(p, assignment(run.state, run.start)), 'the start of the induction'));
  const H = inner([...run.each, ...keeps]);
  settle(H, ...run.step);
  const next = keeps.map((p) => prove(H, put(p, assignment(run.state, run.step)), 'the step of the induction'));
  return K.induct(env.given, run, keeps, base, next, [
    ...needed(env.given, env.facts, ...run.start),
    ...needed(H.given, H.facts, ...run.step),
  ]);
}
const usesAny = (qs: Relations, xs: readonly Term[]): boolean => {
  const used = T.variables(...qs.flatMap((q) => [q.left, q.right]));
  return xs.some((x) => used.has(x.name!));
};
function always(th: Theorem, qs: Relations, inner: (more: Relations) => Env): Theorem {
  const { each, holds, inputs } = th.statement.shows as Always;
  const after = (more: Relations): Theorem => {
    const H = inner(more);
    return K.alwaysThen(
      th,
      qs.map((q) => prove(H, q, 'at every step')),
    );
  };
  // What rests on nothing assumed of a step holds after the last one too.
  const ofState = each.length > 0 && !usesAny(qs, inputs) ? first(() => after(holds)) : undefined;
  return ofState ?? after([...each, ...holds]);
}

// Flows

function alongH(th: Theorem): Relations {
  const { each, holds } = th.statement.shows as Along;
  return [...each, ...holds.filter((q): q is Relation => q.kind === 'relation')];
}
const atStart = (th: Theorem, e: Term): Term => {
  const { state, start } = th.statement.shows as Along;
  return T.substitute(e, assignment(state, start));
};
function rateAs(env: Env, th: Theorem, e: Term, r: Term | undefined): Theorem {
  const { state, field } = th.statement.shows as Along;
  return rateOf(env, state, field, e, r);
}
function monotone(th: Theorem, e: Term, op: '=' | '<=', H: Env, slope: Term | undefined): Theorem {
  const rate = rateAs(H, th, e, slope);
  const { is } = rate.statement.shows as Rate;
  const withRate: Env = { ...H, facts: [...H.facts, rate] };
  return K.alongMore(th, rate, prove(withRate, { kind: 'relation', op, left: is, right: zero }, 'the rate'));
}
function darboux(env: Env, th: Theorem, e: Term, factor: Term | undefined, H: Env): Theorem {
  const rate = rateAs(H, th, e, undefined);
  const { is } = rate.statement.shows as Rate;
  const withRate: Env = { ...H, facts: [...H.facts, rate] };
  const start = aboveZero(env, atStart(th, e));
  const factors = factor ? [factor] : candidates(is, e);
  const ways = factors.map((c) => (): Theorem => {
    const product = T.mul(c, e);
    settle(withRate, product);
    const equal = first(() => equation(withRate, product, is));
    const bound = equal ? atMost(withRate, equal) : prove(withRate, le(product, is), 'the factor');
    return K.frozen(th, rate, bound, start);
  });
  const found = first(...ways);
  if (!found) throw new NotProved('staysPositive', le(T.mul(T.variable('c'), e), is), 'a factor c that works');
  return found;
}
/** 0 < e, or 0 ≤ e; an e that is 0 by ring is not searched for a sign. */
function aboveZero(env: Env, e: Term): Theorem {
  const vanishes = first(() => ring(env.given, zero, e, env.facts));
  if (vanishes) return K.replaceRight(byForm(env.given, le(zero, zero), []), vanishes);
  return first(() => prove(env, lt(zero, e))) ?? prove(env, le(zero, e), 'the start');
}
/** Factors c with c·e = r: each summand divided by e, as a power of a variable where e is one. */
function candidates(r: Term, e: Term): readonly Term[] {
  const ring = normal.newRing();
  const [f] = normal.read(ring, r);
  const g = ring.generators.findIndex((x) => x.term === e);
  const lowered = T.substitute(r, new Map([[e, one]]));
  const divided = f!.d.size > 0 || g < 0 ? [] : [dividedBy(ring, f!.n, g)].flatMap((t) => t ?? []);
  return [...divided, ...lowerPowers(r, e), lowered, zero];
}
function dividedBy(ring: normal.Ring, p: normal.Poly, g: number): Term | undefined {
  const parts = [...p.values()].map(({ exps, c }) => {
    const at = exps.findIndex((x, i) => i % 2 === 0 && x === g);
    if (at < 0) return undefined;
    const left = exps.flatMap((x, i) =>
      i === at || i === at + 1 ? (i === at && exps[at + 1]! > 1 ? [x, exps[at + 1]! - 1] : []) : [x],
    );
    return left.reduce(
      (t, x, i) => (i % 2 === 0 ? T.mul(t, T.pow(ring.generators[x]!.term, left[i + 1]!)) : t),
      T.num(c),
    );
  });
  return parts.some((x) => !x) ? undefined : (parts as Term[]).reduce((a, b) => T.add(a, b));
}
/** r with each power of e lowered by one: e^(4/3) becomes e^(1/3). */
function lowerPowers(r: Term, e: Term): readonly Term[] {
  const powers = T.postorder([r]).filter((t) => (t.op === 'power' || t.op === 'pow') && t.args[0] === e);
  return powers.map((t) => T.substitute(r, new Map([[t, T.power(e, Q.sub(t.value!, Q.ONE))]])));
}
