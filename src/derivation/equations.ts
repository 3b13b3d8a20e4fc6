/**
 * Equations by normal forms, by multiples of known equations (found by linear algebra), and by known equations used in place.
 *
 * Untrusted: it only calls the kernel's rules.
 */
import * as T from '../expr/term.ts';
import { eq, le, lt, ne, normal, type Relation, same, type Theorem, zero } from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import {
  clear,
  columnOf,
  divisorsOf,
  type Monomial,
  monomialTerm,
  product,
  quotient,
  simplified,
  single,
  sum,
} from './algebra.ts';
import { type Env, first, knownRelations, needed, relationOf, rewrite, ring, settle } from './env.ts';
import { solve } from './linear.ts';
import { K } from './recorded.ts';
import { differ } from './sample.ts';

type Term = T.Term;

export function equation(env: Env, a: Term, b: Term): Theorem | undefined {
  settle(env, a, b);
  return first(
    () => ring(env.given, a, b, env.facts),
    () => asKnown(env, a, b),
    () => eliminating(env, a, b),
    () => combination(env, a, b),
    () => rewriting(env, a, b),
    () => antisymmetric(env, a, b),
  );
}
/** a = b from a ≤ b and b ≤ a, both known: with b − a ≠ 0 their sum would be 0 < 0. */
function antisymmetric(env: Env, a: Term, b: Term): Theorem | undefined {
  const [up, down] = [T.sub(b, a), T.sub(a, b)];
  const known = knownRelations(env);
  const below = (x: Term, y: Term): Theorem | undefined =>
    known.find((t) => [le(x, y), le(zero, T.sub(y, x))].some((p) => same(relationOf(t), p)));
  const [low, high] = [below(a, b), below(b, a)];
  if (!low || !high) return undefined;
  const given = [...env.given, ne(up, zero)];
  const gaps = [low, high].map((t) => (relationOf(t).left === zero ? t : K.difference(t)));
  const sum = K.positive(given, lt(zero, T.add(up, down)), [...gaps, ...env.facts]);
  const absurd = K.replaceRight(sum, K.ring(given, T.add(up, down), zero, [sum]));
  const equal = K.contradiction(absurd, ne(up, zero), needed(env.given, env.facts, a, b));
  return combination({ ...env, facts: [...env.facts, equal] }, a, b);
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

const likely = (s: Term, t: Term): boolean => {
  try {
    return s === t || (!differ(s, t) && normal.equalNormal(s, t));
  } catch {
    return false;
  }
};
/** A known equation, either way round, up to normal forms of its sides. */
export function asKnown(env: Env, a: Term, b: Term): Theorem | undefined {
  for (const t of knownRelations(env)) {
    const { op, left, right } = relationOf(t);
    if (op !== '=') continue;
    const way =
      likely(left, a) && likely(right, b) ? t : likely(left, b) && likely(right, a) ? K.symmetric(t) : undefined;
    if (!way) continue;
    const [from, to] = [relationOf(way).left, relationOf(way).right];
    return K.replaceRight(
      K.replaceRight(ring(env.given, a, from, [way, ...env.facts]), way),
      ring(env.given, to, b, [way, ...env.facts]),
    );
  }
  return undefined;
}

const solved = ({ left, right }: Relation): boolean => left.op === 'var' && !T.variables(right).has(left.name!);
/** Known equations x = … of variables put into both sides, one variable after another. */
function eliminating(env: Env, a: Term, b: Term): Theorem | undefined {
  const values = knownRelations(env).filter((t) => relationOf(t).op === '=' && solved(relationOf(t)));
  const gone = new Set<string>();
  const sides = [a, b].map((e) => ({ e, chain: undefined as Theorem | undefined }));
  for (let more = true; more; ) {
    const t = values.find((v) => {
      const { left, right } = relationOf(v);
      const fresh = !gone.has(left.name!) && ![...T.variables(right)].some((x) => gone.has(x));
      return fresh && T.variables(...sides.map((s) => s.e)).has(left.name!);
    });
    more = t !== undefined;
    if (!t) break;
    gone.add(relationOf(t).left.name!);
    for (const s of sides) {
      if (!T.variables(s.e).has(relationOf(t).left.name!)) continue;
      const step = rewrite(K.weaken(t, env.given), s.e, [...(s.chain ? [s.chain] : []), ...env.facts]);
      s.chain = s.chain ? K.replaceRight(s.chain, step) : step;
      s.e = relationOf(step).right;
    }
  }
  const [left, right] = sides as [(typeof sides)[0], (typeof sides)[0]];
  if (!left.chain && !right.chain) return undefined;
  const chains = sides.flatMap((s) => s.chain ?? []);
  const equal = ring(env.given, left.e, right.e, [...chains, ...env.facts]);
  const first = left.chain ? K.replaceRight(left.chain, equal) : equal;
  return right.chain ? K.replaceRight(first, K.symmetric(right.chain)) : first;
}

/** Known equations used in place, from either side, before normal forms are compared. */
function rewriting(env: Env, a: Term, b: Term): Theorem | undefined {
  const known = knownRelations(env).filter((t) => relationOf(t).op === '=');
  const both = known.flatMap((t) => [t, K.symmetric(t)]);
  const oriented = [
    ...both.filter((t) => relationOf(t).left.args.length > 0),
    ...both.filter((t) => solved(relationOf(t))),
  ];
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
