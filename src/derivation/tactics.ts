/**
 * How relations are proved from what is known: equations by normal forms and multiples of known equations, inequalities
 * by shape and by sums of products of known inequalities.
 *
 * Untrusted: it only calls the kernel's rules. An environment is the assumptions and the theorems held under them; side
 * conditions are looked for among these, then by shape, then proved like anything else, to a small depth.
 */
import * as T from '../expr/term.ts';
import { text } from '../expr/text.ts';
import {
  conditions,
  eq,
  le,
  lt,
  normal,
  positive,
  printWith,
  Refused,
  type Relation,
  same,
  type Theorem,
  zero,
} from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import {
  type Cleared,
  clear,
  columnOf,
  type Divisor,
  degree,
  divisorsOf,
  generatorsOf,
  type Monomial,
  monomialTerm,
  polyTerm,
  product,
  quotient,
  simplified,
  single,
  sum,
} from './algebra.ts';
import { type Column, solve, solveNonnegative } from './linear.ts';
import { K } from './recorded.ts';

type Term = T.Term;
type Relations = readonly Relation[];
printWith((t) => text(t, 400));

export interface Env {
  readonly given: Relations;
  /** Theorems under (some of) the assumptions; grows as steps and side conditions are proved. */
  readonly facts: Theorem[];
  readonly depth: number;
}
export class NotProved extends Error {
  readonly wanted: Relation | undefined;
  constructor(step: string, wanted: Relation | undefined, because = '') {
    super(`${step}: ${wanted ? `wanted ${textOf(wanted)}` : ''}${because ? `; ${because}` : ''}`.slice(0, 2900));
    this.name = 'NotProved';
    this.wanted = wanted;
  }
}
export const textOf = (p: Relation): string => `${text(p.left, 600)} ${p.op} ${text(p.right, 600)}`;
export const relationOf = (t: Theorem): Relation => t.statement.shows as Relation;

/** The first way that leads to a theorem; undefined when none does. */
export function first(...ways: readonly (() => Theorem | undefined)[]): Theorem | undefined {
  for (const way of ways)
    try {
      const t = way();
      if (t) return t;
    } catch (e) {
      if (!(e instanceof Refused) && !(e instanceof NotProved)) throw e;
    }
  return undefined;
}
export const shown = (env: Env, p: Relation): boolean => holdsWith(env.given, p, env.facts);

/** A small part of the facts with which it still works, where it works with all of them. */
function fewest(facts: readonly Theorem[], works: (facts: readonly Theorem[]) => boolean): readonly Theorem[] {
  if (works([])) return [];
  if (facts.length <= 1 || !works(facts)) return facts;
  const half = Math.floor(facts.length / 2);
  const [a, b] = [facts.slice(0, half), facts.slice(half)];
  const second = fewest(b, (part) => works([...a, ...part]));
  return [...fewest(a, (part) => works([...part, ...second])), ...second];
}
const holdsWith = (given: Relations, p: Relation, facts: readonly Theorem[]): boolean => {
  try {
    positive(given, p, facts);
    return true;
  } catch {
    return false;
  }
};
/** The facts that make the terms defined under the assumptions, out of those held and `more`. */
export const needed = (given: Relations, facts: readonly Theorem[], ...terms: readonly Term[]): readonly Theorem[] =>
  neededFor(given, facts, conditions(terms));
export function neededFor(given: Relations, facts: readonly Theorem[], wants: Relations): readonly Theorem[] {
  const out = new Set<Theorem>();
  for (const c of wants)
    if (!holdsWith(given, c, [...out]))
      for (const f of fewest(facts, (part) => holdsWith(given, c, [...out, ...part]))) out.add(f);
  return [...out];
}
/** s = t by normal forms. */
export const ring = (given: Relations, s: Term, t: Term, facts: readonly Theorem[]): Theorem =>
  K.ring(given, s, t, needed(given, facts, s, t));
const rewrite = (equal: Theorem, e: Term, facts: readonly Theorem[]): Theorem =>
  K.rewrite(equal, e, needed(equal.statement.given, facts, e));
/** p by its shape. */
export function byForm(given: Relations, p: Relation, facts: readonly Theorem[]): Theorem {
  const defining = needed(given, facts, p.left, p.right);
  const signs = fewest(facts, (part) => holdsWith(given, p, [...defining, ...part]));
  return K.positive(given, p, [...new Set([...defining, ...signs])]);
}

/** Proves the side conditions of the terms that are neither known nor plain. */
export function settle(env: Env, ...terms: readonly Term[]): void {
  for (const c of conditions(terms)) if (!shown(env, c)) env.facts.push(prove({ ...env, depth: env.depth - 1 }, c));
}
/** Known relations as theorems: the assumptions and the facts. */
export function knownRelations(env: Env): readonly Theorem[] {
  const held = env.facts.filter((f) => f.statement.shows.kind === 'relation');
  return [...env.given.map((p) => K.assume(env.given, p)), ...held];
}

/** p, by whatever works; throws NotProved. */
export function prove(env: Env, p: Relation, step = 'prove'): Theorem {
  if (env.depth < 0) throw new NotProved(step, p, 'side conditions of side conditions of …');
  const held = knownRelations(env).find((t) => same(relationOf(t), p));
  if (held) return held;
  settle(env, p.left, p.right);
  const found = p.op === '=' ? equation(env, p.left, p.right) : p.op === '!=' ? inequation(env, p) : inequality(env, p);
  if (!found) throw new NotProved(step, p);
  return found;
}

// Equations

export function equation(env: Env, a: Term, b: Term): Theorem | undefined {
  settle(env, a, b);
  return first(
    () => ring(env.given, a, b, env.facts),
    () => combination(env, a, b),
    () => rewriting(env, a, b),
  );
}

const [m, n] = [T.variable('m#'), T.variable('n#')];
/** a = b gives a − b = 0. */
function vanishing(env: Env, equal: Theorem): Theorem {
  const { left, right } = relationOf(equal);
  const given = [...env.given, eq(m, n)];
  const step = rewrite(K.assume(given, eq(m, n)), T.sub(m, n), []);
  const lemma = K.replaceRight(step, ring(given, T.sub(n, n), zero, []));
  const pairs = [
    [m, left],
    [n, right],
  ] as const;
  return K.cut(equal, K.instantiate(lemma, pairs, needed(env.given, [equal, ...env.facts], left, right)));
}

interface Multiple {
  readonly of: number;
  readonly by: Monomial;
  readonly poly: normal.Poly;
}
/** Multiples of the equations by monomials, such that some term of the multiple is needed. */
function multiples(r: normal.Ring, target: normal.Poly, equations: readonly normal.Poly[]): readonly Multiple[] {
  const found = new Map<string, Multiple>();
  let needed = [...target.values()].map((x) => x.exps);
  for (let round = 0; round < 3 && found.size < 400; round++) {
    const before = found.size;
    for (const [of, p] of equations.entries())
      for (const term of p.values())
        for (const exps of needed) {
          const by = quotient(exps, term.exps);
          const key = `${of}:${by}`;
          if (!by || found.has(key) || found.size >= 400) continue;
          found.set(key, { of, by, poly: simplified(r, normal.times(r, single(by), p)) });
        }
    needed = [...found.values()].slice(before).flatMap((x) => [...x.poly.values()].map((t) => t.exps));
  }
  return [...found.values()];
}

/** a = b + Σ qᵢ·(lᵢ − rᵢ) by ring, for known equations lᵢ = rᵢ. */
export function combination(env: Env, a: Term, b: Term): Theorem | undefined {
  const equations = knownRelations(env).filter((t) => relationOf(t).op === '=');
  if (equations.length === 0) return undefined;
  const r = normal.newRing();
  const gaps = equations.map((t) => T.sub(relationOf(t).left, relationOf(t).right));
  const divisors = divisorsOf(r, [a, b, ...gaps]);
  const nonzero = (): boolean => true;
  const target = clear(r, T.sub(a, b), divisors, nonzero);
  const cleared = gaps.map((g) => clear(r, g, divisors, nonzero));
  if (!target || cleared.some((c) => !c)) return undefined;
  const columns = multiples(
    r,
    target.poly,
    cleared.map((c) => c!.poly),
  );
  const x = solve(
    columns.map((c) => columnOf(c.poly)),
    columnOf(target.poly),
  );
  if (!x) return undefined;
  const parts = columns.flatMap((c, j) =>
    Q.sign(x[j]!) === 0
      ? []
      : [{ of: c.of, q: T.div(product([monomialTerm(r, c.by, x[j]!), ...cleared[c.of]!.by]), product(target.by)) }],
  );
  return summed(env, a, b, equations, parts);
}
function summed(
  env: Env,
  a: Term,
  b: Term,
  equations: readonly Theorem[],
  parts: readonly { readonly of: number; readonly q: Term }[],
): Theorem {
  const used = [...new Set(parts.map((p) => p.of))];
  const δ = new Map(used.map((i) => [i, T.variable(`δ${i}#`)]));
  const shape = sum([b, ...parts.map((p) => T.mul(p.q, δ.get(p.of)!))]);
  const given = [...env.given, ...used.map((i) => eq(δ.get(i)!, zero))];
  let th: Theorem = ring(given, shape, shape, env.facts);
  for (const i of used)
    th = K.replaceRight(th, rewrite(K.assume(given, eq(δ.get(i)!, zero)), relationOf(th).right, [th, ...env.facts]));
  th = K.replaceRight(th, ring(given, relationOf(th).right, b, [th, ...env.facts]));
  const zeros = used.map((i) => vanishing(env, equations[i]!));
  const pairs = used.map((i, j) => [δ.get(i)!, relationOf(zeros[j]!).left] as const);
  th = zeros.reduce(
    (t, z) => K.cut(z, t),
    K.instantiate(th, pairs, needed(env.given, [...zeros, ...env.facts], ...pairs.map(([, e]) => e))),
  );
  return K.replaceRight(ring(env.given, a, relationOf(th).left, [...env.facts, th]), th);
}

/** Known equations used in place, from either side, before normal forms are compared. */
function rewriting(env: Env, a: Term, b: Term): Theorem | undefined {
  const known = knownRelations(env).filter((t) => relationOf(t).op === '=');
  const oriented = known.flatMap((t) => [t, K.symmetric(t)]).filter((t) => relationOf(t).left.args.length > 0);
  const reached = new Map<Term, Theorem>([[a, ring(env.given, a, a, env.facts)]]);
  for (const [e, chain] of reached) {
    const direct = first(() => K.replaceRight(chain, ring(env.given, e, b, [chain, ...env.facts])));
    if (direct) return direct;
    for (const t of oriented) {
      if (reached.size > 40) break;
      const step = rewrite(K.weaken(t, env.given), e, [chain, ...env.facts]);
      const next = relationOf(step).right;
      if (!reached.has(next)) reached.set(next, K.replaceRight(chain, step));
    }
  }
  for (const [e, chain] of reached) {
    const through = e === a ? undefined : first(() => combination(env, e, b));
    if (through) return K.replaceRight(chain, through);
  }
  return undefined;
}

// Inequalities

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
const gapOf = ({ left, right }: Relation): Term => (left === zero ? right : T.sub(right, left));
/** 0 R gap. */
const asGap = (t: Theorem): Theorem => (relationOf(t).left === zero ? t : K.difference(t));

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
/** Generators of known sign, and squares. */
function plain(env: Env, r: normal.Ring, used: ReadonlySet<number>): readonly Base[] {
  const none = (): undefined => undefined;
  const gs = [...used].map((g) => r.generators[g]!.term);
  const signed = gs.filter((g) => shown(env, le(zero, g)));
  const free = gs.filter((g) => !signed.includes(g)).slice(0, 6);
  const pairs = free.flatMap((g, i) => free.slice(i + 1).flatMap((h) => [T.add(g, h), T.sub(g, h)]));
  return [
    ...signed.map((g) => ({ term: g, strict: shown(env, lt(zero, g)), show: none })),
    ...[...free, ...pairs].map((e) => ({ term: T.pow(e, 2), strict: false, show: none })),
  ];
}
interface Product {
  readonly bases: readonly Base[];
  readonly poly: normal.Poly;
  readonly by: readonly Term[];
}
const MAX_PRODUCTS = 1500;
const MAX_BASES = 40;
/** Products of up to three bases whose degree does not exceed the goal's. */
function products(r: normal.Ring, bases: readonly Base[], polys: readonly Cleared[], most: number): readonly Product[] {
  const units: Product[] = [{ bases: [], poly: new Map([['', { exps: [], c: Q.ONE }]]), by: [] }];
  const out = [...units];
  let last: readonly (Product & { readonly from: number })[] = [{ ...units[0]!, from: 0 }];
  for (let size = 1; size <= 3; size++) {
    const next: (Product & { readonly from: number })[] = [];
    for (const p of last)
      for (let i = p.from; i < bases.length && out.length + next.length < MAX_PRODUCTS; i++) {
        const c = polys[i]!;
        if (degree(p.poly) + degree(c.poly) > most) continue;
        const poly = simplified(r, normal.times(r, p.poly, c.poly));
        next.push({ bases: [...p.bases, bases[i]!], poly, by: [...p.by, ...c.by], from: i });
      }
    out.push(...next);
    last = next;
  }
  return out;
}

export function inequality(env: Env, p: Relation): Theorem | undefined {
  settle(env, p.left, p.right);
  return first(
    () => byForm(env.given, p, env.facts),
    () => byShape(env, p),
    () => byProducts(env, p),
    () => throughEquation(env, p),
  );
}
/** 0 R shape by shape, shape = gap by ring. */
function fromShape(env: Env, p: Relation, shape: Term, facts: readonly Theorem[] = []): Theorem {
  const all = [...env.facts, ...facts];
  const sign = byForm(env.given, p.op === '<' ? lt(zero, shape) : le(zero, shape), all);
  const gap = T.sub(p.right, p.left);
  const equal = ring(env.given, shape, p.left === zero ? p.right : gap, [sign, ...all]);
  const out = K.replaceRight(sign, equal);
  return p.left === zero ? out : K.difference(out);
}
function byShape(env: Env, p: Relation): Theorem | undefined {
  const r = normal.newRing();
  const [f] = normal.read(r, T.sub(p.right, p.left));
  const expanded = (): Theorem => fromShape(env, p, polyTerm(r, f!.n));
  return first(() => fromShape(env, p, positivePart(T.sub(p.right, p.left))), ...(f!.d.size === 0 ? [expanded] : []));
}
/** The summands that are added, without those that are taken away (they may cancel). */
function positivePart(gap: Term): Term {
  const kept: Term[] = [];
  const flatten = (t: Term, added: boolean): void => {
    const [a, b] = t.args as [Term, Term];
    if (t.op === 'add' || t.op === 'sub') {
      flatten(a, added);
      flatten(b, t.op === 'add' ? added : !added);
    } else if (t.op === 'neg') flatten(a, !added);
    else if (added) kept.push(t);
  };
  flatten(gap, true);
  return sum(kept);
}

/** gap = Σ cⱼ·(product of known nonnegative terms) / (positive divisors), cⱼ ≥ 0, by linear programming. */
export function byProducts(env: Env, p: Relation): Theorem | undefined {
  const r = normal.newRing();
  const known = slacks(env);
  const gap = T.sub(p.right, p.left);
  const divisors: readonly Divisor[] = divisorsOf(r, [gap, ...known.map((b) => b.term)]);
  const isPositive = (w: Term): boolean => shown(env, lt(zero, w));
  const target = clear(r, gap, divisors, isPositive);
  if (!target) return undefined;
  const near = generatorsOf(target.poly);
  const used = new Set(near);
  const read = (b: Base) => ({ b, c: clear(r, b.term, divisors, isPositive) });
  const slack = known.map(read);
  for (const { c } of slack) for (const g of c ? generatorsOf(c.poly) : []) used.add(g);
  const all = [...slack, ...plain(env, r, used).map(read)]
    .flatMap(({ b, c }) => (c && c.poly.size > 0 ? [{ b, c }] : []))
    .map((x) => ({ ...x, far: [...generatorsOf(x.c.poly)].filter((g) => !near.has(g)).length }))
    .sort((x, y) => x.far - y.far || x.c.poly.size - y.c.poly.size)
    .slice(0, MAX_BASES);
  const most = Math.max(degree(target.poly), ...all.map((x) => degree(x.c.poly)), 1);
  const columns = products(
    r,
    all.map((x) => x.b),
    all.map((x) => x.c),
    most,
  );
  const weights = weigh(columns, target.poly, p.op === '<');
  if (!weights) return undefined;
  return fromProducts(env, p, columns, weights, target.by);
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
  const x = solveNonnegative(matrix, goal);
  if (!x || !strict || x.some((q, j) => Q.sign(q) > 0 && isStrict(j))) return x;
  for (const [j, column] of matrix.entries()) {
    if (!isStrict(j)) continue;
    for (const ε of [Q.ONE, Q.rational(1, 16), Q.rational(1, 1024)]) {
      const less = new Map(goal);
      for (const [key, q] of column) less.set(key, Q.sub(less.get(key) ?? Q.ZERO, Q.mul(ε, q)));
      const y = solveNonnegative(matrix, less);
      if (y) return y.map((q, i) => (i === j ? Q.add(q, ε) : q));
    }
  }
  return undefined;
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
/** The gap is, by known equations, the gap of a known inequality. */
function throughEquation(env: Env, p: Relation): Theorem | undefined {
  if (
    !env.given.some((q) => q.op === '=') &&
    !env.facts.some((f) => f.statement.shows.kind === 'relation' && f.statement.shows.op === '=')
  )
    return undefined;
  const gap = T.sub(p.right, p.left);
  const ways = knownRelations(env).flatMap((t) => {
    const q = relationOf(t);
    if (q.op !== p.op && !(q.op === '<' && p.op === '<=')) return [];
    return [
      (): Theorem | undefined => {
        const equal = combination(env, gapOf(q), gap);
        return equal && K.difference(weakly(env, p, K.replaceRight(asGap(t), equal)));
      },
    ];
  });
  return first(...ways);
}
/** 0 < e as 0 ≤ e, where that is what is wanted. */
const weakly = (env: Env, p: Relation, t: Theorem): Theorem =>
  relationOf(t).op === p.op ? t : byForm(env.given, le(zero, relationOf(t).right), [...env.facts, t]);

export function inequation(env: Env, p: Relation): Theorem | undefined {
  settle(env, p.left, p.right);
  const e = p.right === zero ? p.left : T.sub(p.left, p.right);
  const signed = (q: Relation) => (): Theorem | undefined => {
    const sign = inequality(env, q);
    return sign && byForm(env.given, p, [...env.facts, sign]);
  };
  return first(
    () => byForm(env.given, p, env.facts),
    ...(p.right === zero ? [() => proportional(env, p), signed(lt(zero, e)), signed(lt(e, zero))] : []),
  );
}
/** e ≠ 0 because e is, by ring, a multiple of something known not to be 0. */
function proportional(env: Env, p: Relation): Theorem | undefined {
  const nonzero = [
    ...env.given,
    ...env.facts.flatMap((f) => (f.statement.shows.kind === 'relation' ? [f.statement.shows] : [])),
  ].flatMap((q) => [
    ...(q.op === '!=' && q.right === zero ? [q.left] : []),
    ...conditions([q.left, q.right]).flatMap((c) => (c.op === '!=' ? [c.left] : [])),
  ]);
  const r = normal.newRing();
  const [f] = normal.read(r, p.left);
  const factors = f!.n.size === 0 ? [] : [...normal.inverse(r, f!).d.values()];
  const shape = factors.flatMap(({ p: part }) => nonzero.filter((w) => sameFactor(r, w, part)).slice(0, 1));
  for (const w of [...nonzero, product(shape)]) {
    const [g] = normal.read(r, w);
    const ratio = [...f!.n.values()][0] && [...g!.n.values()][0];
    if (!ratio) continue;
    const c = Q.div(f!.n.values().next().value!.c, g!.n.get(f!.n.keys().next().value!)?.c ?? Q.ONE);
    const scaled = T.mul(T.num(c), w);
    const out = first(() =>
      K.replaceLeft(byForm(env.given, { ...p, left: scaled }, env.facts), ring(env.given, scaled, p.left, env.facts)),
    );
    if (out) return out;
  }
  return undefined;
}
function sameFactor(r: normal.Ring, w: Term, part: normal.Poly): boolean {
  const [f] = normal.read(r, w);
  if (f!.n.size !== part.size) return false;
  const keys = [...normal.inverse(r, f!).d.values()].map((x) => [...x.p.keys()].sort().join('+'));
  return keys.includes([...part.keys()].sort().join('+'));
}
