/**
 * Polynomials for the prover, read with the kernel's own normal forms and written back as terms.
 *
 * Untrusted: whatever is written back is checked by the kernel's `ring`.
 */
import * as T from '../expr/term.ts';
import { conditions, normal, one, type Relation } from '../kernel/index.ts';
import * as Q from '../number/rational.ts';

type Term = T.Term;
type Ring = normal.Ring;
type Poly = normal.Poly;
export type Monomial = readonly number[];

export const product = (factors: readonly Term[]): Term =>
  factors.length === 0 ? one : factors.reduce((a, b) => T.mul(a, b));
export const sum = (parts: readonly Term[]): Term =>
  parts.length === 0 ? T.whole(0) : parts.reduce((a, b) => T.add(a, b));

export function monomialTerm(r: Ring, exps: Monomial, c: Q.Rational): Term {
  const factors: Term[] = [];
  for (let i = 0; i < exps.length; i += 2) {
    const g = r.generators[exps[i]!]!.term;
    factors.push(exps[i + 1] === 1 ? g : T.pow(g, exps[i + 1]!));
  }
  return Q.equal(c, Q.ONE) && factors.length > 0 ? product(factors) : product([T.num(c), ...factors]);
}
export const polyTerm = (r: Ring, p: Poly): Term => sum([...p.values()].map((m) => monomialTerm(r, m.exps, m.c)));

/** Total degree. */
export const degree = (p: Poly): number => Math.max(0, ...[...p.values()].map((m) => total(m.exps)));
const total = (exps: Monomial): number => exps.reduce((d, e, i) => d + (i % 2 === 1 ? e : 0), 0);
export const generatorsOf = (p: Poly): ReadonlySet<number> =>
  new Set([...p.values()].flatMap((m) => m.exps.filter((_, i) => i % 2 === 0)));

/** b / a where it is a monomial. */
export function quotient(b: Monomial, a: Monomial): Monomial | undefined {
  const out: number[] = [];
  let j = 0;
  for (let i = 0; i < b.length; i += 2) {
    const same = a[j] === b[i];
    const left = b[i + 1]! - (same ? a[j + 1]! : 0);
    if (left < 0) return undefined;
    if (left > 0) out.push(b[i]!, left);
    if (same) j += 2;
  }
  return j === a.length ? out : undefined;
}
export const single = (exps: Monomial): Poly => new Map([[exps.join(), { exps, c: Q.ONE }]]);
export const columnOf = (p: Poly): ReadonlyMap<string, Q.Rational> => new Map([...p].map(([key, m]) => [key, m.c]));

/** A divisor w of the terms in hand: w = c·∏ pᵏ, and which of these factors it has. */
export interface Divisor {
  readonly term: Term;
  readonly c: Q.Rational;
  readonly factors: ReadonlyMap<string, { readonly p: Poly; readonly k: number }>;
}
/** The divisors that have to be nonzero for the terms to be defined, without those that have divisors themselves. */
export function divisorsOf(r: Ring, terms: readonly Term[]): readonly Divisor[] {
  const nonzero = (p: Relation): readonly Term[] => (p.op === '!=' ? [p.left] : p.op === '<' ? [p.right] : []);
  const found = [...new Set(conditions(terms).flatMap(nonzero))];
  return found.flatMap((term): readonly Divisor[] => {
    const [f] = normal.read(r, term);
    if (f!.d.size > 0 || f!.n.size === 0) return [];
    const { n, d } = normal.inverse(r, f!);
    return [{ term, c: Q.div(Q.ONE, n.get('')!.c), factors: d }];
  });
}

/** t·by = poly; by is a product of divisors, each to an even power unless it is known to be positive. */
export interface Cleared {
  readonly poly: Poly;
  readonly by: readonly Term[];
}
export function clear(r: Ring, t: Term, divisors: readonly Divisor[], positive: (w: Term) => boolean): Cleared {
  const [f] = normal.read(r, t);
  let poly = f!.n;
  const by: Term[] = [];
  const left = new Map([...f!.d].map(([key, { k }]) => [key, k]));
  for (const key of f!.d.keys()) {
    if (left.get(key)! <= 0) continue;
    const w = divisors.find((d) => d.factors.has(key)) ?? itself(r, key, f!.d.get(key)!.p);
    const least = Math.ceil(left.get(key)! / w.factors.get(key)!.k);
    const power = positive(w.term) ? least : least + (least % 2);
    by.push(power === 1 ? w.term : T.pow(w.term, power));
    poly = normal.scale(poly, Q.pow(w.c, power));
    for (const [other, part] of w.factors) {
      const spare = part.k * power - Math.max(0, left.get(other) ?? 0);
      if (spare > 0) poly = normal.times(r, poly, normal.raise(r, part.p, spare));
      left.set(other, Math.max(0, (left.get(other) ?? 0) - part.k * power));
    }
  }
  return { poly: simplified(r, poly), by };
}
const itself = (r: Ring, key: string, p: Poly): Divisor => ({
  term: polyTerm(r, p),
  c: Q.ONE,
  factors: new Map([[key, { p, k: 1 }]]),
});
/** With r^q = N used for the roots whose radicand has no divisor. */
export const simplified = (r: Ring, p: Poly): Poly =>
  r.generators.some((g) => g.root > 0 && g.arg!.d.size > 0) ? p : normal.reduced(r, p);
