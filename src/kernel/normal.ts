/**
 * The ring normal form: are two terms equal as fractions of polynomials over ℚ, wherever both are defined?
 *
 * Trusted. Generators are variables, opaque atoms f(arg) (two are one generator iff same head and equal arguments by this
 * same test) and roots r = arg^(1/q), of which only r^q·D = N is used, youngest root first. Denominators are kept as
 * products, so nothing is factored and no gcd is taken. Incomplete by design (dependent roots, laws of exp). Every product
 * of two monomials costs fuel in proportion to the size of its numbers; when the fuel is out the question is refused.
 */
import { postorder, power, sqrt, type Term } from '../expr/term.ts';
import * as Q from '../number/rational.ts';
import { refuse } from './relation.ts';

/** Exponents as [generator, exponent, generator, exponent, …] with rising generators. */
export type Monomial = { readonly exps: readonly number[]; readonly c: Q.Rational };
export type Poly = ReadonlyMap<string, Monomial>;
export type Factors = ReadonlyMap<string, { readonly p: Poly; readonly k: number }>;
/** n / ∏ pᵏ; every p divides the value of a divisor, so is nonzero where the term is defined. */
export type Fraction = { readonly n: Poly; readonly d: Factors };
/** root q ≥ 2: the q-th root of arg; 0: a variable or an opaque atom. */
export type Generator = { readonly head: string; readonly term: Term; readonly root: number; readonly arg?: Fraction };
export type Ring = { readonly generators: Generator[]; fuel: number };

const MAX_FUEL = 4_000_000;
const MAX_EXPONENT = 1e9;
const none = (): Factors => new Map();

const LIMB = 1n << 64n;
const limbs = (x: bigint): number => (x < LIMB && x > -LIMB ? 1 : x.toString(16).length / 16);
/** Fuel used by all questions together, for whoever wants to limit a search; nothing here depends on it. */
export const used = { fuel: 0 };
function spend(r: Ring, a: Q.Rational, b: Q.Rational): void {
  const cost = (limbs(a.num) + limbs(a.den) + limbs(b.num) + limbs(b.den)) ** 2;
  r.fuel -= cost;
  used.fuel += cost;
  if (r.fuel < 0) refuse('an identity with smaller normal forms is wanted (split the step):');
}
const small = (n: number): number => (n <= MAX_EXPONENT ? n : refuse('exponents up to 10⁹ are wanted'));

function addTo(r: Ring, out: Map<string, Monomial>, exps: readonly number[], c: Q.Rational): void {
  const key = exps.join();
  const old = out.get(key)?.c;
  spend(r, old ?? Q.ZERO, c);
  const sum = old ? Q.add(old, c) : c;
  if (Q.sign(sum) === 0) out.delete(key);
  else out.set(key, { exps, c: sum });
}
const constant = (c: Q.Rational): Poly => new Map(Q.sign(c) === 0 ? [] : [['', { exps: [], c }]]);
const monomial = (...exps: readonly number[]): Poly => new Map([[exps.join(), { exps, c: Q.ONE }]]);
const one = (): Poly => constant(Q.ONE);
export const scale = (a: Poly, q: Q.Rational): Poly =>
  Q.equal(q, Q.ONE) ? a : new Map([...a].map(([k, m]) => [k, { exps: m.exps, c: Q.mul(m.c, q) }]));

export function plus(r: Ring, a: Poly, b: Poly): Poly {
  const out = new Map(a);
  for (const { exps, c } of b.values()) addTo(r, out, exps, c);
  return out;
}
function merge(a: readonly number[], b: readonly number[], s: 1 | -1 = 1): readonly number[] {
  const out: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const x = a[i] ?? Infinity;
    const y = b[j] ?? Infinity;
    const e = (x <= y ? a[i + 1]! : 0) + (y <= x ? s * b[j + 1]! : 0);
    if (e !== 0) out.push(Math.min(x, y), small(e));
    if (x <= y) i += 2;
    if (y <= x) j += 2;
  }
  return out;
}
export function times(r: Ring, a: Poly, b: Poly): Poly {
  const out = new Map<string, Monomial>();
  for (const m of a.values())
    for (const n of b.values()) {
      spend(r, m.c, n.c);
      addTo(r, out, merge(m.exps, n.exps), Q.mul(m.c, n.c));
    }
  return out;
}
export function raise(r: Ring, a: Poly, n: number): Poly {
  if (n < 2) return n === 0 ? one() : a;
  const half = raise(r, a, Math.floor(n / 2));
  const square = times(r, half, half);
  return n % 2 === 0 ? square : times(r, square, a);
}

const exponentIn = (m: Monomial, g: number): number => m.exps.find((_, i) => i % 2 === 1 && m.exps[i - 1] === g) ?? 0;
/** p·Dᵐ with rᵠ replaced by N/D for the root r = generators[g]: zero iff p is, where D ≠ 0. */
function eliminate(r: Ring, p: Poly, g: number): Poly {
  const { root: q, arg } = r.generators[g]!;
  if (q === 0) return p;
  const most = Math.floor(Math.max(0, ...[...p.values()].map((m) => exponentIn(m, g))) / q);
  if (most === 0) return p;
  const D = expand(r, one(), arg!.d);
  const out = new Map<string, Monomial>();
  for (const m of p.values()) {
    const j = Math.floor(exponentIn(m, g) / q);
    const rest: Poly = new Map([['', { exps: merge(m.exps, j === 0 ? [] : [g, j * q], -1), c: m.c }]]);
    const put = times(r, rest, times(r, raise(r, arg!.n, j), raise(r, D, most - j)));
    for (const { exps, c } of put.values()) addTo(r, out, exps, c);
  }
  return out;
}
export const reduced = (r: Ring, p: Poly): Poly => r.generators.reduceRight((a, _, g) => eliminate(r, a, g), p);

/** n·∏ pᵏ */
export const expand = (r: Ring, n: Poly, d: Factors): Poly =>
  [...d.values()].reduce((out, { p, k }) => (k === 0 ? out : times(r, out, raise(r, p, k))), n);
function combine(a: Factors, b: Factors, f: (k: number, l: number) => number): Factors {
  const all = new Map([...a, ...b]);
  return new Map([...all].map(([key, { p }]) => [key, { p, k: small(f(a.get(key)?.k ?? 0, b.get(key)?.k ?? 0)) }]));
}
const over = (d: Factors, e: Factors): Factors => combine(d, e, (k, l) => k - l);
function sum(r: Ring, f: Fraction, g: Fraction, s: Q.Rational): Fraction {
  if (f.d.size === 0 && g.d.size === 0) return { n: plus(r, f.n, scale(g.n, s)), d: none() };
  const d = combine(f.d, g.d, Math.max);
  const lift = (h: Fraction): Poly => expand(r, h.n, over(d, h.d));
  return { n: plus(r, lift(f), scale(lift(g), s)), d };
}
function product(r: Ring, f: Fraction, g: Fraction): Fraction {
  return { n: times(r, f.n, g.n), d: combine(f.d, g.d, (k, l) => k + l) };
}
/** 1/f: the numerator is split into its number, its common monomial and the rest. */
export function inverse(r: Ring, f: Fraction): Fraction {
  const terms = [...f.n.values()].sort((a, b) => (a.exps.join() < b.exps.join() ? -1 : 1));
  const first = terms[0] ?? refuse('a divisor that is not identically 0 is wanted');
  const common = first.exps.flatMap((g, i) => {
    const e = i % 2 === 0 ? Math.min(...terms.map((m) => exponentIn(m, g))) : 0;
    return e === 0 ? [] : [g, e];
  });
  const unit = Q.div(Q.ONE, first.c);
  const rest = terms.map((m): Monomial => ({ exps: merge(m.exps, common, -1), c: Q.mul(m.c, unit) }));
  const d = new Map<string, { p: Poly; k: number }>();
  for (let i = 0; i < common.length; i += 2) d.set(`${common[i]}`, { p: monomial(common[i]!, 1), k: common[i + 1]! });
  const key = rest.map((m) => `${m.exps}*${Q.text(m.c)}`).join('+');
  if (rest.length > 1) d.set(key, { p: new Map(rest.map((m) => [m.exps.join(), m])), k: 1 });
  return { n: scale(expand(r, one(), f.d), unit), d };
}
function raised(r: Ring, f: Fraction, n: number): Fraction {
  if (n < 0) return raised(r, inverse(r, f), -n);
  return { n: raise(r, f.n, n), d: new Map([...f.d].map(([key, { p, k }]) => [key, { p, k: small(k * n) }])) };
}
const agree = (r: Ring, f: Fraction, g: Fraction): boolean => reduced(r, sum(r, f, g, Q.rational(-1)).n).size === 0;

function generator(r: Ring, head: string, term: Term, root = 0, arg?: Fraction): Fraction {
  const known = r.generators.findIndex(
    (g) => g.term === term || (arg !== undefined && g.head === head && agree(r, g.arg!, arg)),
  );
  const at = known >= 0 ? known : r.generators.push(arg ? { head, term, root, arg } : { head, term, root }) - 1;
  return { n: monomial(at, 1), d: none() };
}
function fraction(r: Ring, t: Term, [a, b]: readonly Fraction[]): Fraction {
  const { op, value, name } = t;
  if (op === 'num') return { n: constant(value!), d: none() };
  if (op === 'var') return generator(r, `var ${name}`, t);
  if (op === 'neg') return { n: scale(a!.n, Q.rational(-1)), d: a!.d };
  if (op === 'add') return sum(r, a!, b!, Q.ONE);
  if (op === 'sub') return sum(r, a!, b!, Q.rational(-1));
  if (op === 'mul') return product(r, a!, b!);
  if (op === 'div') return product(r, a!, inverse(r, b!));
  if (op === 'pow') return raised(r, a!, Number(value!.num));
  if (op !== 'power' && op !== 'sqrt') return generator(r, op, t, 0, a!);
  const { num: p, den: q } = op === 'sqrt' ? Q.rational(1n, 2n) : value!;
  if (p > 1_000_000n || p < -1_000_000n || q > 1_000_000n) refuse('an exponent p/q up to 10⁶ is wanted in', t);
  const root = q === 2n ? sqrt(t.args[0]!) : power(t.args[0]!, Q.rational(1n, q));
  return raised(r, generator(r, `root ${q}`, root, Number(q), a!), Number(p));
}

export const newRing = (): Ring => ({ generators: [], fuel: MAX_FUEL });
/** The terms as fractions in the generators of r, which grows. */
export function read(r: Ring, ...terms: readonly Term[]): readonly Fraction[] {
  const done = new Map<Term, Fraction>();
  for (const node of postorder(terms)) {
    const parts = node.args.map((a) => done.get(a)!);
    done.set(node, fraction(r, node, parts));
  }
  return terms.map((t) => done.get(t)!);
}
/** Equal wherever both are defined; refuses when the fuel is out. */
export function equalNormal(s: Term, t: Term): boolean {
  const r = newRing();
  const [f, g] = read(r, s, t) as [Fraction, Fraction];
  return agree(r, f, g);
}
