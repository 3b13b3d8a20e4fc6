/**
 * The sign of a formula of reals known by oracles, three-valued: −, 0, + or undecided, never wrong.
 *
 * Enclosures at rising precision decide everything but equality; equality is decided only where all data are rational and
 * the formula is evaluated exactly. The report names the tier that decided. `precisionBound` says beforehand at which
 * precision the output Σ (uᵢ² − vᵢ²) xᵢ of a diagonal network is decided. Trusts dyadic.ts and tape.ts.
 */
import * as T from '../expr/term.ts';
import * as F from '../number/bigfloat.ts';
import * as D from '../number/dyadic.ts';
import * as E from '../number/exact.ts';
import { enclose, type Oracle, type Refined, refined } from '../number/oracle.ts';
import * as Q from '../number/rational.ts';
import { evaluate, type Tape, tape } from '../tape/tape.ts';

type Rational = Q.Rational;
export type Sign = '-' | '0' | '+';
/** A rational that is known exactly, or a real that is not. */
export type Real = Rational | Oracle;
export type Reals = ReadonlyMap<string, Real>;

export interface SignReport {
  readonly verdict: Sign | 'undecided';
  /** exact: rational arithmetic; intervals: enclosures that exclude 0. */
  readonly tier: 'exact' | 'intervals';
  /** The precision that decided, or the highest tried; 0 for the exact tier. */
  readonly precision: number;
  readonly enclosure: D.Dyadic | undefined;
}

/** Σ (uᵢ² − vᵢ²) xᵢ, left to right, over variables u0, v0, x0, … */
export function diagonalOutput(d: number): T.Term {
  const term = (i: number): T.Term => {
    const [u, v, x] = ['u', 'v', 'x'].map((n) => T.variable(`${n}${i}`)) as [T.Term, T.Term, T.Term];
    return T.mul(T.sub(T.mul(u, u), T.mul(v, v)), x);
  };
  return Array.from({ length: d }, (_, i) => term(i)).reduce(T.add);
}

const isRational = (r: Real): r is Rational => typeof r !== 'function';
const signOf = (a: Rational): Sign => (a.num > 0n ? '+' : a.num < 0n ? '-' : '0');

interface Program {
  readonly names: readonly string[];
  readonly tape: Tape;
}
function program(t: T.Term, reals: Reals): Program {
  const names = [...T.variables(t)];
  for (const n of names) if (!reals.has(n)) throw new TypeError(`a value for ${n} is wanted, found none`);
  return { names, tape: tape(names.map(T.variable), [t]) };
}

function exactReport(p: Program, reals: Reals): SignReport {
  const inputs = p.names.map((n) => E.exact.rational(reals.get(n) as Rational));
  const value = E.valueOf(evaluate(E.exact, p.tape, inputs)[0]!);
  return { verdict: value ? signOf(value) : 'undecided', tier: 'exact', precision: 0, enclosure: undefined };
}

/** Bits in which products of a few enclosures at precision p are exact. */
const working = (p: number): number => 8 * p + 256;

function report(value: D.Dyadic, precision: number): SignReport {
  const known = value.defined === 'yes';
  const verdict = known && F.sign(value.lo) > 0 ? '+' : known && F.sign(value.hi) < 0 ? '-' : 'undecided';
  return { verdict, tier: 'intervals', precision, enclosure: value };
}

/** The verdict of one precision, from one answer of each oracle. */
export function signAt(t: T.Term, reals: Reals, precision: number): SignReport {
  const p = program(t, reals);
  const A = D.dyadic(working(precision));
  const value = (r: Real): D.Dyadic => (isRational(r) ? A.rational(r) : enclose(r, precision));
  return report(
    evaluate(
      A,
      p.tape,
      p.names.map((n) => value(reals.get(n)!)),
    )[0]!,
    precision,
  );
}

interface Ladder {
  /** The highest precision to try; 4096 unless told. */
  readonly most?: number;
  /** The precisions tried; by doubling from 16 unless told. */
  readonly steps?: readonly number[];
}
const doubling = (most: number): readonly number[] => {
  const steps: number[] = [];
  for (let p = 16; p < most; p *= 2) steps.push(p);
  return [...steps, most];
};

/**
 * The verdict at rising precision. Each real keeps the intersection of all its enclosures, so that what is decided at
 * one precision stays decided at every later one. With rationals only, exact and total.
 */
export function decideSign(t: T.Term, reals: Reals, { most = 4096, steps = doubling(most) }: Ladder = {}): SignReport {
  const p = program(t, reals);
  if (p.names.every((n) => isRational(reals.get(n)!))) return exactReport(p, reals);
  const known = new Map<string, Refined>();
  for (const n of p.names) {
    const r = reals.get(n)!;
    if (!isRational(r)) known.set(n, refined(r));
  }
  let last: SignReport = { verdict: 'undecided', tier: 'intervals', precision: 0, enclosure: undefined };
  for (const precision of steps) {
    const A = D.dyadic(working(precision));
    const inputs = p.names.map((n) => known.get(n)?.at(precision) ?? A.rational(reals.get(n) as Rational));
    last = report(evaluate(A, p.tape, inputs)[0]!, precision);
    if (last.verdict !== 'undecided') return last;
  }
  return last;
}

/**
 * The least p ≥ 1 with 2ᵖ > 10·d·(B + 1)²/|f|: for |uᵢ|, |vᵢ|, |xᵢ| ≤ B and output f ≠ 0 the sign is decided at every
 * precision from there on, whatever the oracles answer.
 */
export function precisionBound(d: number, B: Rational, f: Rational): number {
  const wide = Q.add(B, Q.ONE);
  const ratio = Q.div(Q.mul(Q.rational(10 * d), Q.mul(wide, wide)), Q.abs(f));
  let p = Math.max(1, F.bitLength(ratio.num) - F.bitLength(ratio.den) - 1);
  while (ratio.den << BigInt(p) <= ratio.num) p++;
  return p;
}
