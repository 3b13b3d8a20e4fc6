/**
 * Inequalities as sums of products of known ones: b − a = Σ cⱼ·(product of terms known to be nonnegative), cⱼ ≥ 0, found
 * by linear programming over the monomials.
 *
 * Untrusted: the kernel checks the sum by `ring` and its sign by shape. Tries few and short products first.
 */
import * as T from '../expr/term.ts';
import { le, lt, normal, type Relation, type Theorem, zero } from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import {
  type Cleared,
  clear,
  columnOf,
  type Divisor,
  degree,
  divisorsOf,
  generatorsOf,
  product,
  simplified,
  sum,
} from './algebra.ts';
import { byForm, type Env, knownRelations, relationOf, ring, shown } from './env.ts';
import { type Column, solveNonnegative } from './linear.ts';
import { K } from './recorded.ts';

type Term = T.Term;

/** a = b gives a ≤ b. */
export function atMost(env: Env, equal: Theorem): Theorem {
  const b = relationOf(equal).right;
  const zeros = byForm(env.given, le(zero, zero), []);
  const itself = K.difference(K.replaceRight(zeros, ring(env.given, zero, T.sub(b, b), [equal, ...env.facts])));
  return K.replaceLeft(itself, K.symmetric(equal));
}
/** A term known to be nonnegative, and how to show it where that is not plain. */
interface Base {
  readonly term: Term;
  readonly strict: boolean;
  readonly show: () => Theorem | undefined;
}
export const gapOf = ({ left, right }: Relation): Term => (left === zero ? right : T.sub(right, left));
/** 0 R gap. */
export const asGap = (t: Theorem): Theorem => (relationOf(t).left === zero ? t : K.difference(t));

function slacks(env: Env): readonly Base[] {
  return knownRelations(env).flatMap((t): readonly Base[] => {
    const p = relationOf(t);
    if (p.op === '<' || p.op === '<=') return [{ term: gapOf(p), strict: p.op === '<', show: () => asGap(t) }];
    if (p.op !== '=') return [];
    const back = (): Theorem => K.symmetric(t);
    return [
      { term: T.sub(p.right, p.left), strict: false, show: () => K.difference(atMost(env, t)) },
      { term: T.sub(p.left, p.right), strict: false, show: () => K.difference(atMost(env, back())) },
    ];
  });
}
const plainly = (): undefined => undefined;
const square = (e: Term): Base => ({ term: T.pow(e, 2), strict: false, show: plainly });
/** Generators of known sign. */
const signed = (env: Env, gs: readonly Term[]): readonly Base[] =>
  gs.filter((g) => shown(env, le(zero, g))).map((g) => ({ term: g, strict: shown(env, lt(zero, g)), show: plainly }));
/** Squares of sums and differences of generators, and of the sums inside the goal. */
function squares(gs: readonly Term[], goal: Term): readonly Base[] {
  const pairs = gs.flatMap((g, i) => gs.slice(i + 1).flatMap((h) => [T.add(g, h), T.sub(g, h)]));
  const inside = T.postorder([goal]).filter((t) => t !== goal && (t.op === 'add' || t.op === 'sub'));
  return [...pairs.slice(0, 12), ...inside.slice(0, 12)].map(square);
}
interface Product {
  readonly bases: readonly Base[];
  readonly poly: normal.Poly;
  readonly by: readonly Term[];
}
const MAX_PRODUCTS = 700;
const MAX_BASES = 40;
const unit: Product = { bases: [], poly: new Map([['', { exps: [], c: Q.ONE }]]), by: [] };
const extended = (r: normal.Ring, p: Product, { base, cleared }: Known): Product => ({
  bases: [...p.bases, base],
  poly: simplified(r, normal.times(r, p.poly, cleared.poly)),
  by: [...p.by, ...cleared.by],
});
/** Products of at most so many bases, one of them at most a square, whose degree does not exceed that of goal and bases. */
function products(
  r: normal.Ring,
  bases: readonly Known[],
  squared: readonly Known[],
  target: Cleared,
  factors: number,
): readonly Product[] {
  const most = Math.max(1, degree(target.poly), ...[...bases, ...squared].map((x) => degree(x.cleared.poly)));
  const fits = (p: Product, x: Known): boolean => degree(p.poly) + degree(x.cleared.poly) <= most;
  const out: Product[] = [unit];
  let last: readonly (readonly [Product, number])[] = [[unit, 0]];
  for (let size = 1; size <= factors; size++) {
    const next: [Product, number][] = [];
    for (const [p, from] of last)
      for (let i = from; i < bases.length && out.length + next.length < MAX_PRODUCTS; i++)
        if (fits(p, bases[i]!)) next.push([extended(r, p, bases[i]!), i]);
    out.push(...next.map(([p]) => p));
    last = next;
  }
  const short = out.filter((p) => p.bases.length < factors);
  const withSquares = squared.flatMap((x) => short.filter((p) => fits(p, x)).map((p) => [p, x] as const));
  return [...out, ...withSquares.slice(0, MAX_PRODUCTS).map(([p, x]) => extended(r, p, x))];
}

/** 0 R shape by shape, shape = gap by ring. */
export function fromShape(env: Env, p: Relation, shape: Term, facts: readonly Theorem[] = []): Theorem {
  const all = [...env.facts, ...facts];
  const sign = byForm(env.given, p.op === '<' ? lt(zero, shape) : le(zero, shape), all);
  const gap = T.sub(p.right, p.left);
  const equal = ring(env.given, shape, p.left === zero ? p.right : gap, [sign, ...all]);
  const out = K.replaceRight(sign, equal);
  return p.left === zero ? out : K.difference(out);
}
/** What the search for products knows: the goal without divisors, and terms known to be nonnegative. */
interface Search {
  readonly r: normal.Ring;
  readonly target: Cleared;
  readonly near: ReadonlySet<number>;
  readonly read: (b: Base) => readonly Known[];
}
interface Known {
  readonly base: Base;
  readonly cleared: Cleared;
  /** How many generators the goal does not have. */
  readonly far: number;
}
function search(env: Env, gap: Term, known: readonly Base[]): Search {
  const r = normal.newRing();
  const divisors: readonly Divisor[] = divisorsOf(r, [gap, ...known.map((b) => b.term)]);
  const isPositive = (w: Term): boolean => shown(env, lt(zero, w));
  const target = clear(r, gap, divisors, isPositive);
  const near = generatorsOf(target.poly);
  const read = (base: Base): readonly Known[] => {
    const cleared = clear(r, base.term, divisors, isPositive);
    const far = [...generatorsOf(cleared.poly)].filter((g) => !near.has(g)).length;
    return cleared.poly.size === 0 ? [] : [{ base, cleared, far }];
  };
  return { r, target, near, read };
}
const nearest = (known: readonly Known[], most = MAX_BASES): readonly Known[] =>
  [...known].sort((x, y) => x.far - y.far || x.cleared.poly.size - y.cleared.poly.size).slice(0, most);

/** gap = Σ cⱼ·(product of known nonnegative terms) / (positive divisors), cⱼ ≥ 0, by linear programming. */
export function byProducts(env: Env, p: Relation): Theorem | undefined {
  const gap = T.sub(p.right, p.left);
  const known = slacks(env);
  const s = search(env, gap, known);
  const slack = known.flatMap(s.read);
  const used = new Set([...s.near, ...slack.flatMap((x) => [...generatorsOf(x.cleared.poly)])]);
  const terms = (gs: Iterable<number>): readonly Term[] => [...gs].map((g) => s.r.generators[g]!.term);
  const usable = [...slack, ...signed(env, terms(used)).flatMap(s.read)];
  const bases = nearest(usable);
  const single = nearest(terms(used).map(square).flatMap(s.read)).slice(0, 10);
  const all = [...single, ...squares(terms(s.near).slice(0, 6), gap).flatMap(s.read)];
  const rounds = [
    [nearest(usable, MAX_PRODUCTS), [], 1],
    [bases, single, 1],
    [bases, single, 2],
    [bases.slice(0, 20), single, 3],
    [bases, all, 3],
  ] as const;
  const targets = multiplied(s, bases);
  for (const [from, squared, factors] of rounds) {
    const columns = products(s.r, from, squared, s.target, factors);
    for (const target of targets) {
      const weights = weigh(columns, target.poly, p.op === '<');
      if (weights) return fromProducts(env, p, columns, weights, target.by);
    }
  }
  return undefined;
}
/** The goal, and the goal times the divisors of the known inequalities. */
function multiplied(s: Search, known: readonly Known[]): readonly Cleared[] {
  const divisors = new Map(
    known.filter((x) => x.cleared.by.length > 0).map((x) => [product(x.cleared.by), x.cleared.by]),
  );
  const times = ([w, by]: readonly [Term, readonly Term[]]): Cleared => {
    const [f] = normal.read(s.r, w);
    return { poly: simplified(s.r, normal.times(s.r, s.target.poly, f!.n)), by: [...s.target.by, ...by] };
  };
  return [s.target, ...[...divisors].slice(0, 3).map(times)];
}
function weigh(columns: readonly Product[], target: normal.Poly, strict: boolean): readonly Q.Rational[] | undefined {
  const goal = columnOf(target);
  const useful = pruned(columns, target);
  const chosen = weighUseful(useful, goal, strict);
  const at = new Map(useful.map((c, i) => [c, chosen?.[i]]));
  return chosen && columns.map((c) => at.get(c) ?? Q.ZERO);
}
/** Without the products that have a monomial that nothing could cancel. */
function pruned(columns: readonly Product[], target: normal.Poly): readonly Product[] {
  let left = columns;
  for (;;) {
    const signs = new Map<string, Set<number>>();
    const note = (key: string, c: Q.Rational): unknown => signs.set(key, (signs.get(key) ?? new Set()).add(Q.sign(c)));
    for (const c of left) for (const [key, m] of c.poly) note(key, m.c);
    for (const [key, m] of target) note(key, Q.neg(m.c));
    const next = left.filter((c) => [...c.poly.keys()].every((key) => signs.get(key)!.size > 1));
    if (next.length === left.length) return left;
    left = next;
  }
}
function weighUseful(columns: readonly Product[], goal: Column, strict: boolean): readonly Q.Rational[] | undefined {
  const matrix = columns.map((c) => columnOf(c.poly));
  const isStrict = (j: number): boolean => columns[j]!.bases.every((b) => b.strict);
  const x = solveNonnegative(matrix, goal, strict ? isStrict : undefined);
  return strict && !x?.some((q, j) => Q.sign(q) > 0 && isStrict(j)) ? undefined : x;
}
function fromProducts(
  env: Env,
  p: Relation,
  columns: readonly Product[],
  weights: readonly Q.Rational[],
  by: readonly Term[],
): Theorem {
  const chosen = columns.flatMap((c, j) => (Q.sign(weights[j]!) === 0 ? [] : [{ c, w: weights[j]! }]));
  const facts = [...new Set(chosen.flatMap(({ c }) => c.bases))].flatMap((b) => b.show() ?? []);
  const parts = chosen.map(({ c, w }) =>
    product([...(Q.equal(w, Q.ONE) && c.bases.length > 0 ? [] : [T.num(w)]), ...c.bases.map((b) => b.term), ...c.by]),
  );
  const total = sum(parts);
  return fromShape(env, p, by.length === 0 ? total : T.div(total, product(by)), facts);
}
