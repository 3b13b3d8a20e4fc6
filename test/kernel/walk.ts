/**
 * A random walk over the rules: every move gives one of them theorems that were derived before, or something new, and
 * what is derived is looked at with 200-bit arithmetic at points where its assumptions hold. A falsehood that takes
 * several rules to derive is found here and not by the fuzz of single rules. Costs about 50 µs a move.
 */
import * as T from '../../src/expr/term.ts';
import type { Always, Rate, Relation, Theorem } from '../../src/kernel/index.ts';
import { rational } from '../../src/number/rational.ts';
import { A, decide } from './falsehood.ts';
import { type Random, rearranged } from './fuzz.ts';
import { type Kernel, says } from './tools.ts';

type Term = T.Term;
type Relations = readonly Relation[];
type Walker = { readonly k: Kernel; readonly rnd: Random; pool: Theorem[] };
type Move = (w: Walker) => Theorem | undefined;
export interface Walk {
  readonly derived: Record<string, number>;
  compared: number;
  wrong?: string;
}

const below = (w: Walker, n: number): number => Math.floor(w.rnd() * n);
const pick = <X>(w: Walker, xs: readonly X[]): X => xs[below(w, xs.length)]!;
const [x, y, a, ε] = ['x', 'y', 'a', 'ε'].map(T.variable) as [Term, Term, Term, Term];
const NUMBERS = [0, 1, -1, 2].map(T.whole);
const HALF = T.num(rational(1, 2));
const EXPONENTS = [rational(1, 3), rational(-1, 2), rational(2, 3)];
const FUNCTIONS = ['exp', 'log', 'sinh', 'cosh', 'tanh', 'asinh', 'atanh', 'sin', 'cos'] as const;

function term(w: Walker, depth: number): Term {
  if (depth === 0 || below(w, 4) === 0)
    return below(w, 3) === 0 ? pick(w, [...NUMBERS, HALF]) : pick(w, [x, x, y, a, ε]);
  const part = (): Term => term(w, depth - 1);
  const kind = below(w, 12);
  if (kind < 2) return T.add(part(), part());
  if (kind < 3) return T.sub(part(), part());
  if (kind < 5) return T.mul(part(), part());
  if (kind < 6) return T.div(part(), part());
  if (kind < 7) return T.pow(part(), pick(w, [2, 2, 3, 0, -1]));
  if (kind < 8) return T.sqrt(part());
  if (kind < 9) return T.power(part(), pick(w, EXPONENTS));
  return kind < 10 ? T.neg(part()) : T.apply(pick(w, FUNCTIONS), part());
}
const of = (th: Theorem): Relation => th.statement.shows as Relation;
const old = (w: Walker): Theorem => pick(w, w.pool);
const coin = (w: Walker): boolean => w.rnd() < 0.5;
const some = <X>(w: Walker, n: number, make: () => X): readonly X[] => Array.from({ length: below(w, n) }, make);
const facts = (w: Walker): readonly Theorem[] => some(w, 3, () => old(w));
const relation = (w: Walker): Relation =>
  w.k.relation(pick(w, w.k.COMPARISONS), term(w, 1), coin(w) ? w.k.zero : term(w, 1));
/** A part of what was derived, or a new term. */
const known = (w: Walker): Term =>
  below(w, 3) === 0 ? term(w, 2) : pick(w, T.postorder([of(old(w)).left, of(old(w)).right]));
function given(w: Walker, e?: Term): Relations {
  const from = coin(w) ? old(w).statement.given : [];
  const defined = e && coin(w) ? w.k.conditions([e]) : [];
  return [...from, ...some(w, 2, () => relation(w)), ...some(w, 2, () => of(old(w))), ...defined];
}
const sign = (w: Walker, e: Term): Relation => pick(w, [w.k.lt(w.k.zero, e), w.k.le(w.k.zero, e), w.k.ne(e, w.k.zero)]);
/** A derived theorem like this, or any. */
const like = (w: Walker, wanted: (p: Relation) => boolean): Theorem => {
  const found = w.pool.filter((th) => wanted(of(th)));
  return found.length > 0 ? pick(w, found) : old(w);
};

const EQUATIONS: { readonly [name: string]: Move } = {
  assume: (w) => {
    const Γ = [...given(w), relation(w)];
    return w.k.assume(Γ, pick(w, Γ));
  },
  weaken: (w) => {
    const th = old(w);
    return w.k.weaken(th, [...th.statement.given, relation(w)]);
  },
  cut: (w) => {
    const th = old(w);
    const p = pick(w, th.statement.given);
    return w.k.cut(p && coin(w) ? like(w, (q) => w.k.same(p, q)) : old(w), th);
  },
  ring: (w) => {
    const e = known(w);
    return w.k.ring(given(w, e), e, rearranged(w.rnd, e), facts(w));
  },
  symmetric: (w) => w.k.symmetric(old(w)),
  rewrite: (w) => {
    const equation = old(w);
    const { left } = of(equation);
    const around = [left, T.add(left, x), T.pow(left, 2), T.div(known(w), left), T.apply(pick(w, FUNCTIONS), left)];
    return w.k.rewrite(equation, pick(w, around), facts(w));
  },
  replaceRight: (w) => {
    const th = old(w);
    return w.k.replaceRight(th, coin(w) ? like(w, (q) => q.op === '=' && q.left === of(th).right) : old(w));
  },
  replaceLeft: (w) => {
    const th = old(w);
    return w.k.replaceLeft(th, coin(w) ? like(w, (q) => q.op === '=' && q.left === of(th).left) : old(w));
  },
  rootUnique: (w) => {
    const e = known(w);
    const power = T.pow(e, 2 + below(w, 2));
    const nonnegative = w.k.positive(given(w, e), w.k.le(w.k.zero, e), facts(w));
    const equation = w.k.ring(nonnegative.statement.given, power, rearranged(w.rnd, power), [nonnegative]);
    return w.k.rootUnique(coin(w) ? nonnegative : old(w), coin(w) ? equation : old(w));
  },
  instantiate: (w) => {
    const pairs = some(w, 3, () => [pick(w, [x, y, a, ε, ...w.k.AXIOM_VARIABLES]), known(w)] as const);
    return w.k.instantiate(old(w), pairs, facts(w));
  },
  axiom: (w) => w.k.axiom(pick(w, w.k.AXIOM_NAMES), pick(w, [...EXPONENTS, rational(2)])),
};
const ORDER: { readonly [name: string]: Move } = {
  difference: (w) => w.k.difference(old(w)),
  positive: (w) => {
    const e = known(w);
    return w.k.positive(given(w, e), sign(w, e), facts(w));
  },
  absurd: (w) => {
    const th = old(w);
    const { left, right } = of(th);
    const back = w.k.assume([...th.statement.given, w.k.eq(right, left)], w.k.eq(right, left));
    return w.k.replaceRight(th, back);
  },
  contradiction: (w) => {
    const th = like(w, (p) => p.op === '<' && p.left === p.right);
    return w.k.contradiction(th, pick(w, [...th.statement.given, relation(w)]), facts(w));
  },
  cases: (w) => {
    const th = old(w);
    const split = th.statement.given.find((p) => p.op === '<=');
    const [left, right] = split && coin(w) ? [split.left, split.right] : [term(w, 1), term(w, 1)];
    const other = like(w, (q) => w.k.same(of(th), q));
    const under = (t: Theorem, p: Relation): Theorem => w.k.weaken(t, [...t.statement.given, p]);
    return w.k.cases(under(th, w.k.le(left, right)), under(other, w.k.le(right, left)), left, right, facts(w));
  },
  closure: (w) => {
    if (coin(w)) return w.k.closure(old(w), ε, facts(w));
    const Γ = [w.k.lt(w.k.zero, ε), ...some(w, 2, () => relation(w))];
    return w.k.closure(w.k.positive(Γ, sign(w, term(w, 2)), facts(w)), ε, facts(w));
  },
  enclose: (w) => {
    const claim = w.k.relation(pick(w, ['<', '<=']), term(w, 2), term(w, 1));
    const box = [...T.variables(claim.left, claim.right)].map((name) => {
      const lo = below(w, 4) - 2;
      return { variable: T.variable(name), lo: rational(lo), hi: rational(lo + below(w, 3)) };
    });
    return w.k.enclose(box, claim, 53);
  },
};
const MOTION: { readonly [name: string]: Move } = {
  grows: (w) => {
    const lo = pick(w, [w.k.zero, w.k.one, a, T.neg(w.k.one)]);
    const bounds = [w.k.le(x, y), w.k.lt(x, w.k.one), w.k.lt(w.k.zero, a), relation(w)];
    const e = term(w, 3);
    const smooth = w.k.smoothness([e]).filter((p) => !T.variables(p.left, p.right).has('x'));
    const Γ = [w.k.le(lo, x), ...some(w, 3, () => pick(w, bounds)), ...(coin(w) ? smooth : [])];
    const slope = w.k.rate(Γ, [x], [w.k.one], e, facts(w));
    const { is } = slope.statement.shows as Rate;
    const other = rearranged(w.rnd, is);
    const better = coin(w) ? slope : w.k.rateIs(slope, w.k.ring(Γ, is, other, facts(w)));
    const shown = (better.statement.shows as Rate).is;
    return w.k.grows(Γ, x, lo, better, w.k.positive(Γ, w.k.le(w.k.zero, shown), facts(w)));
  },
  induct: (w) => {
    const start = T.substitute(term(w, 1), new Map([x, y].map((bound) => [bound, a])));
    const [inputs, step] = [coin(w) ? [y] : [], term(w, 2)];
    const each = coin(w) ? [pick(w, [w.k.le(w.k.zero, y), w.k.lt(y, w.k.one), w.k.ne(y, w.k.zero)])] : [];
    const p = pick(w, [sign(w, x), w.k.le(w.k.zero, T.sub(w.k.one, x))]);
    const Γ = coin(w) ? [sign(w, a)] : [];
    const at = (e: Term): Relation => {
      const [left, right] = [p.left, p.right].map((side) => T.substitute(side, new Map([[x, e]]))) as [Term, Term];
      return w.k.relation(p.op, left, right);
    };
    const H = [...Γ, ...each, p];
    const run = { state: [x], inputs, start: [start], step: [step], each };
    const kept = w.k.induct(Γ, run, [p], [w.k.positive(Γ, at(start))], [w.k.positive(H, at(step))]);
    const then = coin(w) ? kept : w.k.alwaysThen(kept, [w.k.positive(coin(w) ? H : [...Γ, p], sign(w, term(w, 2)))]);
    const last = below(w, 3) + ((then.statement.shows as Always).stage === 'step' ? 1 : 0);
    const rows = Array.from({ length: last }, () => inputs.map(() => term(w, 1)));
    return w.k.atStep(then, last - ((then.statement.shows as Always).stage === 'step' ? 1 : 0), rows, 0, facts(w));
  },
};
export const MOVES: { readonly [name: string]: Move } = { ...EQUATIONS, ...ORDER, ...MOTION };

const VALUES = [0, 1, -1, 2, -3, [1, 2], [-1, 2], [3, 2], [1, 10]].map((q) =>
  A.rational(Array.isArray(q) ? rational(q[0]!, q[1]!) : rational(q as number)),
);
const sides = (ps: Relations): readonly Term[] => ps.flatMap((p) => [p.left, p.right]);
/** At how many of six random points the assumptions certainly hold; undefined if the conclusion certainly fails at one. */
function holds(w: Walker, { statement: { given: Γ, shows } }: Theorem): number | undefined {
  const names = [...T.variables(...sides([...Γ, shows as Relation]))];
  let compared = 0;
  for (let i = 0; i < 6; i++) {
    const at = new Map(names.map((name) => [name, pick(w, VALUES)]));
    if (!Γ.every((p) => decide(p, at) === 'yes')) continue;
    compared++;
    if (decide(shows as Relation, at) === 'no') return undefined;
  }
  return compared;
}
function attempt(w: Walker, move: Move): Theorem | undefined {
  try {
    const th = move(w);
    const { given: Γ } = th?.statement ?? { given: [] };
    return th && Γ.length <= 6 && T.postorder(sides([...Γ, of(th)])).length <= 40 ? th : undefined;
  } catch (e) {
    if (e instanceof w.k.Refused || e instanceof RangeError) return undefined;
    throw e;
  }
}
export function walk(k: Kernel, rnd: Random, moves: number): Walk {
  const w: Walker = { k, rnd, pool: [] };
  const out: Walk = { derived: {}, compared: 0 };
  const names = Object.keys(MOVES);
  for (let i = 0; i < moves && out.wrong === undefined; i++) {
    if (i % 400 === 0) w.pool = [k.ring([], x, x), k.axiom('expTangent')];
    const name = pick(w, names);
    const th = attempt(w, MOVES[name]!);
    if (!th) continue;
    out.derived[name] = (out.derived[name] ?? 0) + 1;
    const compared = holds(w, th);
    if (compared === undefined) out.wrong = `${name}: ${says(th)}`;
    out.compared += compared ?? 0;
    w.pool.push(th);
    if (w.pool.length > 60) w.pool.splice(below(w, 30), 1);
  }
  return out;
}
