/**
 * Square roots by content: √r as a product of what leaves the root and what stays, from the normal form of r. So
 * √(1 + w²/(4a⁴)) is √(w² + 4a⁴)/(2a²), the same root as √(w² + 4a⁴); √((u−v)² + 4uv) is u + v, or −(u + v).
 *
 * Untrusted: each candidate t goes to the kernel as 0 ≤ t, t² = r.
 */
import * as T from '../expr/term.ts';
import { normal, one } from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import { monomialTerm, polyTerm, product, single } from './algebra.ts';

type Term = T.Term;
type Poly = normal.Poly;
type Ring = normal.Ring;

/** n = s²·f with f as free of squares as small primes tell. */
function squarePart(n: bigint): readonly [s: bigint, f: bigint] {
  let [s, f] = [1n, n];
  for (let p = 2n; p <= 1000n && p * p <= f; p++)
    while (f % (p * p) === 0n) {
      f /= p * p;
      s *= p;
    }
  return [s, f];
}
/** q = (num/den of s)²·f. */
function rationalPart(q: Q.Rational): readonly [s: Q.Rational, f: Q.Rational] {
  const [s, f] = squarePart(q.num * q.den);
  return [Q.rational(s, q.den), Q.rational(f)];
}

/** The numbers and the powers that all terms of p share. */
function content(p: Poly): { readonly c: Q.Rational; readonly exps: readonly number[] } {
  const terms = [...p.values()];
  const den = terms.reduce((d, m) => (d / gcd(d, m.c.den)) * m.c.den, 1n);
  const num = terms.reduce((g, m) => gcd(g, m.c.num * (den / m.c.den)), 0n);
  const least = new Map<number, number>();
  for (const g of terms[0]!.exps.filter((_, i) => i % 2 === 0))
    least.set(g, Math.min(...terms.map((m) => exponent(m.exps, g))));
  return { c: Q.rational(num, den), exps: [...least].filter(([, e]) => e > 0).flat() };
}
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
const exponent = (exps: readonly number[], g: number): number => {
  const at = exps.findIndex((x, i) => i % 2 === 0 && x === g);
  return at < 0 ? 0 : exps[at + 1]!;
};
const minus = (r: Ring, a: Poly, b: Poly): Poly => normal.plus(r, a, normal.scale(b, Q.rational(-1)));

const dense = (exps: readonly number[], n: number): readonly number[] =>
  Array.from({ length: n }, (_, g) => exponent(exps, g));
/** The leading term in the order of the generators. */
function leading(p: Poly, n: number): normal.Monomial {
  const after = (a: readonly number[], b: readonly number[]): number => {
    const i = a.findIndex((x, k) => x !== b[k]);
    return i < 0 ? 0 : b[i]! - a[i]!;
  };
  return [...p.values()].sort((a, b) => after(dense(a.exps, n), dense(b.exps, n)))[0]!;
}
function quotient(a: normal.Monomial, b: normal.Monomial, n: number): normal.Monomial | undefined {
  const e = dense(a.exps, n).map((x, g) => x - exponent(b.exps, g));
  const exps = e.flatMap((x, g) => (x === 0 ? [] : [g, x]));
  return e.some((x) => x < 0) ? undefined : { exps, c: Q.div(a.c, b.c) };
}
/** s with s² = p, by its terms in falling order. */
function polynomialRoot(r: Ring, p: Poly): Poly | undefined {
  const n = r.generators.length;
  const top = leading(p, n);
  const [s, f] = rationalPart(top.c);
  if (!Q.equal(f, Q.ONE) || top.exps.some((x, i) => i % 2 === 1 && x % 2 === 1)) return undefined;
  const half = top.exps.map((x, i) => (i % 2 === 1 ? x / 2 : x));
  const first = normal.scale(single(half), s);
  let [root, left] = [first, minus(r, p, normal.times(r, first, first))];
  for (let round = 0; left.size > 0 && round < 30; round++) {
    const next = quotient(leading(left, n), { exps: half, c: Q.add(s, s) }, n);
    if (!next) return undefined;
    const term = normal.scale(single(next.exps), next.c);
    left = minus(r, left, normal.times(r, term, normal.plus(r, normal.plus(r, root, root), term)));
    root = normal.plus(r, root, term);
  }
  return left.size === 0 ? root : undefined;
}

/** What leaves the root and what stays, of a polynomial. */
function parts(r: Ring, p: Poly): { readonly out: readonly Term[]; readonly stays: Term } {
  const { c, exps } = content(p);
  const [s, f] = rationalPart(c);
  const outside = exps.flatMap((x, i) => (i % 2 === 1 || exps[i + 1]! < 2 ? [] : [x, Math.floor(exps[i + 1]! / 2)]));
  const twice = outside.map((x, i) => (i % 2 === 1 ? 2 * x : x));
  const n = r.generators.length;
  const divisor = { exps: twice, c: Q.div(c, f) };
  const rest = new Map([...p.values()].map((m) => quotient(m, divisor, n)!).map((m) => [m.exps.join(), m]));
  const root = polynomialRoot(r, rest);
  const out = monomialTerm(r, outside, s);
  return root ? { out: [out, polyTerm(r, root)], stays: one } : { out: [out], stays: polyTerm(r, rest) };
}
/** Candidates for √of, of either sign. */
export function rootsByContent(of: Term): readonly Term[] {
  const r = normal.newRing();
  const [f] = normal.read(r, of);
  if (f!.n.size === 0) return [T.whole(0)];
  const odd = [...f!.d.values()].filter(({ k }) => k % 2 === 1);
  const above = odd.reduce((n, { p }) => normal.times(r, n, p), f!.n);
  const below = [...f!.d.values()].map(({ p, k }) => T.pow(polyTerm(r, p), Math.ceil(k / 2)));
  const { out, stays } = parts(r, normal.reduced(r, above));
  const factors = [...out, ...(stays === one ? [] : [T.sqrt(stays)])].filter((t) => t !== one);
  const above1 = product(factors);
  const t = below.length === 0 ? above1 : T.div(above1, product(below));
  return t === T.sqrt(of) ? [] : [t, T.neg(t)];
}
