/**
 * Random questions for the kernel, and what they are checked against: 200-bit interval arithmetic and exact iteration.
 * Questions are built so that a good part is accepted: the second side is the first, rearranged or spoilt.
 */
import * as T from '../../src/expr/term.ts';
import type { Rate, Relation } from '../../src/kernel/index.ts';
import type { Dyadic } from '../../src/number/dyadic.ts';
import { type Rational, rational } from '../../src/number/rational.ts';
import { A, decide, value } from './falsehood.ts';
import type { Kernel } from './tools.ts';

export type Random = () => number;
/** A small deterministic generator (mulberry32). */
export function seeded(seed: number): Random {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
const below = (rnd: Random, n: number): number => Math.floor(rnd() * n);
const pick = <X>(rnd: Random, xs: readonly X[]): X => xs[below(rnd, xs.length)]!;
const NAMES = ['x', 'y'].map(T.variable);
const fraction = (rnd: Random): Rational => rational(below(rnd, 9) - 4, 1 + below(rnd, 3));
const OPAQUE = ['exp', 'sinh', 'cosh', 'tanh', 'asinh', 'sin', 'cos'] as const;

const root = (rnd: Random, e: T.Term): T.Term =>
  T.pow(
    pick(rnd, [T.sqrt(e), T.power(e, rational(2, 3)), T.power(e, rational(1, 3)), T.power(e, rational(-1, 3))]),
    1 + below(rnd, 3),
  );

/** A random term that is defined everywhere it looks defined: roots and divisors are of 1 + e². */
export function term(rnd: Random, depth: number): T.Term {
  if (depth === 0) return rnd() < 0.7 ? pick(rnd, NAMES) : T.num(fraction(rnd));
  const sub = (): T.Term => term(rnd, below(rnd, depth));
  const above = (): T.Term => T.add(T.whole(1), T.pow(sub(), 2));
  const kind = below(rnd, 12);
  if (kind < 3) return T.add(sub(), sub());
  if (kind < 4) return T.sub(sub(), sub());
  if (kind < 7) return T.mul(sub(), sub());
  if (kind < 8) return T.pow(sub(), below(rnd, 4));
  if (kind < 9) return T.div(sub(), above());
  if (kind < 10) return root(rnd, above());
  if (kind < 11) return T.apply(pick(rnd, OPAQUE), sub());
  return pick(rnd, [T.neg(sub()), T.apply('log', above()), T.pow(above(), -2)]);
}

/** Another term that a careless rule might take for this one. */
function spoilt(rnd: Random, t: T.Term): T.Term {
  const [a, b] = t.args as [T.Term, T.Term];
  if (t.op === 'sqrt' || t.op === 'power')
    return pick(rnd, [a, T.pow(t, 2), T.pow(t, 3), T.power(a, rational(1, 3)), T.sqrt(a)]);
  if (t.op === 'pow' && (a.op === 'sqrt' || a.op === 'power')) return pick(rnd, [a.args[0]!, a, T.pow(a, 2)]);
  if (t.op === 'div') return pick(rnd, [a, T.div(b, t), T.mul(a, b)]);
  if (t.op === 'pow') return pick(rnd, [a, T.pow(a, 1), T.pow(a, 2)]);
  return pick(rnd, [T.neg(t), T.add(t, NAMES[0]!), T.mul(t, T.whole(2)), T.pow(t, 2), T.whole(0)]);
}

/** The same term written differently; or, now and then, spoilt. */
export function rearranged(rnd: Random, t: T.Term): T.Term {
  if (rnd() < 0.03) return spoilt(rnd, t);
  const args = t.args.map((a) => rearranged(rnd, a));
  const [a, b] = args as [T.Term, T.Term];
  if (t.op === 'add' && rnd() < 0.5) return T.add(b, a);
  if (t.op === 'mul' && rnd() < 0.5) return T.mul(b, a);
  if (t.op === 'sub' && rnd() < 0.5) return T.neg(T.sub(b, a));
  if (t.op === 'mul' && b.op === 'add' && rnd() < 0.7) return T.add(T.mul(a, b.args[0]!), T.mul(b.args[1]!, a));
  if (t.op === 'pow' && t.value!.num === 2n && rnd() < 0.5) return T.mul(a, a);
  if (t.op === 'pow' && t.value!.num === 3n && rnd() < 0.5) return T.mul(T.pow(a, 2), a);
  if (t.op === 'sqrt' && rnd() < 0.4) return T.div(a, t);
  if (t.op === 'div' && rnd() < 0.4) return T.mul(a, T.pow(b, -1));
  if (t.op === 'power' && t.value!.den === 3n && t.value!.num === 2n && rnd() < 0.5) {
    const cube = T.power(a, rational(1, 3));
    return rnd() < 0.5 ? T.mul(cube, cube) : T.div(a, cube);
  }
  return args.length === 0 ? t : T.rebuild(t, args);
}

export type Point = ReadonlyMap<string, Dyadic>;
export const point = (rnd: Random, scale = 1): Point =>
  new Map(
    NAMES.map((x) => [x.name!, A.rational(rational(below(rnd, 4001) - 2000, Math.ceil(1000 / scale) + below(rnd, 7)))]),
  );

export interface Found {
  accepted: number;
  compared: number;
  readonly wrong: string[];
}
const attempt = <X>(f: () => X): X | undefined => {
  try {
    return f();
  } catch {
    return undefined;
  }
};
const fresh = (): Found => ({ accepted: 0, compared: 0, wrong: [] });
function compare(found: Found, p: Relation, rnd: Random, say: string): void {
  found.accepted++;
  for (let i = 0; i < 2; i++) {
    const verdict = decide(p, point(rnd));
    if (verdict !== 'undecided' || p.op === '=') found.compared++;
    if (verdict === 'no') found.wrong.push(say);
  }
}

export function equalities(k: Kernel, rnd: Random, n: number): Found {
  const found = fresh();
  for (let i = 0; i < n && found.wrong.length === 0; i++) {
    const a = term(rnd, 3);
    const b = rearranged(rnd, a);
    const th = attempt(() => k.ring([], a, b));
    if (th) compare(found, th.statement.shows as Relation, rnd, `equality ${i}`);
  }
  return found;
}

/** Signs by shape, and instances of order rules on them. */
export function inequalities(k: Kernel, rnd: Random, n: number): Found {
  const found = fresh();
  for (let i = 0; i < n && found.wrong.length === 0; i++) {
    const e = term(rnd, 3);
    const claim = pick(rnd, [k.lt(k.zero, e), k.le(k.zero, e), k.ne(e, k.zero)]);
    const th = attempt(() => k.positive([], claim));
    if (th) compare(found, th.statement.shows as Relation, rnd, `sign ${i}`);
    const square = attempt(() =>
      k.difference(
        k.replaceRight(k.positive([], k.le(k.zero, T.pow(e, 2))), k.ring([], T.pow(e, 2), T.sub(T.mul(e, e), k.zero))),
      ),
    );
    if (square && i % 4 === 0) compare(found, square.statement.shows as Relation, rnd, `order ${i}`);
  }
  return found;
}

const STEP = rational(1n, 2n ** 40n);
/** The rate of e along a field against the central difference with step 2⁻⁴⁰. */
export function rates(k: Kernel, rnd: Random, n: number): Found {
  const found = fresh();
  for (let i = 0; i < n && found.wrong.length === 0; i++) {
    const e = term(rnd, 2);
    const field = [term(rnd, 1), term(rnd, 1)];
    const th = attempt(() => k.rate([], NAMES, field, e));
    if (!th) continue;
    found.accepted++;
    const at = point(rnd, 1);
    const is = value((th.statement.shows as Rate).is, at);
    const move = (s: Rational): Point =>
      new Map(NAMES.map((x, j) => [x.name!, A.add(at.get(x.name!)!, A.mul(A.rational(s), value(field[j]!, at)))]));
    const [up, down] = [value(e, move(STEP)), value(e, move(rational(-STEP.num, STEP.den)))];
    const slope = A.div(A.sub(up, down), A.rational(rational(2n, 2n ** 40n)));
    const gap = A.abs(A.sub(slope, is));
    const room = A.mul(
      A.rational(rational(1n, 2n ** 20n)),
      A.add(A.rational(rational(1)), A.square(A.square(A.add(A.abs(is), A.rational(rational(4)))))),
    );
    found.compared++;
    if (A.compare('<=', gap, room) === 'no') found.wrong.push(`rate ${i}`);
  }
  return found;
}

/** Random affine runs with inputs and a linear invariant, by induction, against iteration. */
export function inductions(k: Kernel, rnd: Random, n: number): Found {
  const found = fresh();
  for (let i = 0; i < n && found.wrong.length === 0; i++) {
    const [x, y, g] = ['x', 'y', 'g'].map(T.variable) as [T.Term, T.Term, T.Term];
    const c = T.num(fraction(rnd));
    const d = T.num(fraction(rnd));
    const start = [T.num(fraction(rnd)), T.num(fraction(rnd))];
    const step = [T.add(x, T.mul(c, g)), T.sub(y, T.mul(d, g))];
    const kept = T.add(T.mul(d, x), T.mul(pick(rnd, [c, c, c, d]), y));
    const put = (e: T.Term, v: readonly T.Term[]): T.Term =>
      T.substitute(
        e,
        new Map([
          [x, v[0]!],
          [y, v[1]!],
        ]),
      );
    const from = put(kept, start);
    const th = attempt(() => {
      const H = [k.eq(kept, from)];
      const next = attempt(() => k.replaceRight(k.ring(H, put(kept, step), kept), k.assume(H, H[0]!)));
      const run = { state: [x, y], inputs: [g], start, step, each: [] };
      return k.induct([], run, [k.eq(kept, from)], [k.ring([], from, from)], [next ?? k.ring([], from, from)]);
    });
    const horizon = 1 + below(rnd, 6);
    const inputs = Array.from({ length: horizon }, () => [T.num(fraction(rnd))]);
    const at = th && attempt(() => k.atStep(th, horizon, inputs, 0));
    if (!at) continue;
    found.accepted++;
    let [u, v] = start.map((e) => value(e, new Map())) as [Dyadic, Dyadic];
    for (const [input] of inputs) {
      const w = value(input!, new Map());
      [u, v] = [A.add(u, A.mul(value(c, new Map()), w)), A.sub(v, A.mul(value(d, new Map()), w))];
    }
    found.compared++;
    const end = new Map([
      ['x', u],
      ['y', v],
    ]);
    if (A.compare('=', value(kept, end), value(from, new Map())) === 'no') found.wrong.push(`run ${i}`);
    if (decide(at.statement.shows as Relation, new Map()) === 'no') found.wrong.push(`run ${i} at step ${horizon}`);
  }
  return found;
}
