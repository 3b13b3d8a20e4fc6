/**
 * How a relation is proved from what is known: `prove` tries what there is, cheapest first.
 *
 * Untrusted: it only calls the kernel's rules. Side conditions are looked for among what is held, then by shape, then
 * proved like anything else, to a small depth.
 */
import * as T from '../expr/term.ts';
import { conditions, eq, le, lt, ne, normal, type Relation, same, type Theorem, zero } from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import { polyTerm, product, sum } from './algebra.ts';
import { byForm, type Env, first, knownRelations, NotProved, needed, relationOf, ring, settle } from './env.ts';
import { asKnown, combination, equation } from './equations.ts';
import { asGap, byProducts, fromShape, gapOf } from './products.ts';
import { K } from './recorded.ts';

export { NotProved } from './env.ts';

type Term = T.Term;

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

export function inequality(env: Env, p: Relation): Theorem | undefined {
  settle(env, p.left, p.right);
  return first(
    () => byForm(env.given, p, env.facts),
    () => byShape(env, p),
    () => byBase(env, p),
    () => replaced(env, p),
    () => byProducts(env, p),
    () => throughEquation(env, p),
  );
}
/** A known inequality with one side, or the gap 0 ≤ right − left, put for the other side of a known equation. */
function replaced(env: Env, p: Relation): Theorem | undefined {
  const gap = T.sub(p.right, p.left);
  const ways = knownRelations(env)
    .filter((t) => relationOf(t).op === p.op || (relationOf(t).op === '<' && p.op === '<='))
    .map((t) => (): Theorem | undefined => {
      const { op, left, right } = relationOf(t);
      if (left === zero && p.left !== zero) {
        const whole = asKnown(env, right, gap);
        return whole && K.difference(weakly(env, p, K.replaceRight(t, whole)));
      }
      if (op !== p.op || (left !== p.left && right !== p.right)) return undefined;
      const equal = left === p.left ? asKnown(env, right, p.right) : asKnown(env, left, p.left);
      return equal && (left === p.left ? K.replaceRight(t, equal) : K.replaceLeft(t, equal));
    });
  return first(...ways);
}
/** 0 < |a| (or another even power, or root of one) from a ≠ 0, where that is near. */
function byBase(env: Env, p: Relation): Theorem | undefined {
  const inside = p.right.op === 'sqrt' ? p.right.args[0]! : p.right;
  if (p.op !== '<' || p.left !== zero || inside.op !== 'pow' || Number(inside.value!.num) % 2 !== 0) return undefined;
  const nonzero = ne(inside.args[0]!, zero);
  const base = first(
    () => proportional(env, nonzero),
    () => divides(env, nonzero),
  );
  return base && byForm(env.given, p, [...env.facts, base]);
}
function byShape(env: Env, p: Relation): Theorem | undefined {
  const gap = T.sub(p.right, p.left);
  const r = normal.newRing();
  const [f] = normal.read(r, gap);
  const shapes = [
    regrouped(p.left === zero ? p.right : gap),
    positivePart(gap),
    ...(f!.d.size === 0 ? [polyTerm(r, f!.n)] : []),
  ];
  return first(...shapes.map((shape) => (): Theorem => fromShape(env, p, shape)));
}
/** With equal factors of a product gathered into powers. */
function regrouped(t: Term): Term {
  if (t.op !== 'mul') return t.op === 'add' ? T.rebuild(t, t.args.map(regrouped)) : t;
  const powers = new Map<Term, number>();
  const flatten = (e: Term, n: number): void => {
    if (e.op === 'mul') for (const a of e.args) flatten(a, n);
    else if (e.op === 'pow' && e.value!.num > 0n) flatten(e.args[0]!, n * Number(e.value!.num));
    else powers.set(e, (powers.get(e) ?? 0) + n);
  };
  flatten(t, 1);
  return product([...powers].map(([e, n]) => (n === 1 ? e : T.pow(e, n))));
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
    ...(p.right === zero
      ? [() => proportional(env, p), () => divides(env, p), signed(lt(zero, e)), signed(lt(e, zero))]
      : []),
  );
}
/** e ≠ 0 because with e = 0 something known not to be 0 would be 0. */
function divides(env: Env, p: Relation): Theorem | undefined {
  const given = [...env.given, eq(p.left, zero)];
  const absurd = vanished({ ...env, given });
  return absurd && K.contradiction(absurd, eq(p.left, zero), needed(env.given, env.facts, p.left));
}
/** 0 < 0, because something known not to be 0 is 0 by known equations. */
export function vanished(env: Env): Theorem | undefined {
  const nonzero = knownRelations(env).filter((t) => relationOf(t).op === '!=' && relationOf(t).right === zero);
  const ways = nonzero.map((t) => (): Theorem | undefined => {
    const equal = combination(env, relationOf(t).left, zero);
    return equal && byForm(env.given, lt(zero, zero), [K.replaceLeft(t, equal)]);
  });
  return first(...ways);
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
