/**
 * Is a formula ≥ 0 (or > 0) everywhere on one box? With the way in which it was shown, fit to be checked by others.
 *
 * Trusted for `certified`. Trusts tape.ts, jets.ts and the interval arithmetics.
 *   natural   its interval enclosure has the sign (at a point: by rising precision, exactly for ties);
 *   face      partial derivatives have a sign on the box, so it is least on a face, and is shown there;
 *   mean      e(c) + ∇e(X)·(X − c) has the sign;
 *   taylor    along one variable, Taylor's formula about the middle, with the last coefficient on the whole box;
 *   ladder    along one variable, from one end: all derivatives below the order are ≥ 0 there, the last one everywhere.
 * Cost: an evaluation, a gradient, then for boxes wide in at most two variables k² evaluations, at 212 bits if wide in one.
 */
import { ClaimError } from '../expr/error.ts';
import { gradient } from '../expr/gradient.ts';
import type { Term } from '../expr/term.ts';
import type { Arithmetic, Relation } from '../number/arithmetic.ts';
import { ofNumber } from '../number/decimal.ts';
import { type Dyadic, dyadic, ofDoubles } from '../number/dyadic.ts';
import { exact } from '../number/exact.ts';
import { between, type Interval, interval } from '../number/interval.ts';
import { rational } from '../number/rational.ts';
import { evaluate, type Tape, tape } from '../tape/tape.ts';
import { jet } from './jets.ts';

export interface Box {
  readonly lo: readonly number[];
  readonly hi: readonly number[];
}
export type End = 'lo' | 'hi';
export interface Pin {
  readonly variable: number;
  readonly end: End;
}
export type Proof =
  | { readonly by: 'natural' | 'mean' }
  | { readonly by: 'taylor'; readonly along: number; readonly order: number }
  | { readonly by: 'ladder'; readonly along: number; readonly from: End; readonly order: number }
  | { readonly by: 'face'; readonly pins: readonly Pin[]; readonly there: Proof };

/** Work done so far, in interval operations: the same on every machine, unlike time. */
export interface Meter {
  spent: number;
}
/** 0 ≤ margin, or 0 < margin, over boxes of the variables. */
export interface Aim {
  readonly variables: readonly Term[];
  readonly margin: Term;
  readonly strict: boolean;
  readonly meter: Meter;
}

const tapes = new WeakMap<Term, Tape>();
export function tapeOf(variables: readonly Term[], t: Term): Tape {
  const found = tapes.get(t);
  if (found && found.inputs === variables.length) return found;
  const made = tape(variables, [t]);
  tapes.set(t, made);
  return made;
}
const slopes = new WeakMap<Term, Tape | null>();
/** All partial derivatives, or undefined where the term is not differentiable by rule. */
function slopesOf(variables: readonly Term[], t: Term): Tape | undefined {
  const found = slopes.get(t);
  if (found !== undefined && (found === null || found.inputs === variables.length)) return found ?? undefined;
  let made: Tape | null = null;
  try {
    made = tape(variables, gradient(t, variables));
  } catch (e) {
    if (!(e instanceof ClaimError || e instanceof RangeError)) throw e;
  }
  slopes.set(t, made);
  return made ?? undefined;
}

/** What an operation costs, against one on intervals of doubles. */
const weight = <T>(A: Arithmetic<T>): number => ((A as unknown) === interval ? 1 : 40);
function evaluated<T>(A: Arithmetic<T>, { meter }: Aim, code: Tape, x: readonly T[]): ReturnType<typeof evaluate<T>> {
  meter.spent += weight(A) * (code.inputs + code.code.length);
  return evaluate(A, code, x);
}
function coefficients<T>(
  A: Arithmetic<T>,
  aim: Aim,
  x: readonly T[],
  along: number,
  order: number,
): readonly T[] | undefined {
  const { length } = tapeOf(aim.variables, aim.margin).code;
  aim.meter.spent += 2 * weight(A) * (aim.variables.length + length) * (order + 1) ** 2;
  return jet(A, aim.variables, aim.margin, x, along, order);
}

const sides = (b: Box): Interval[] => b.lo.map((lo, i) => between(lo, b.hi[i]!));
export const enclosure = (aim: Aim, t: Term, b: Box): Interval =>
  evaluated(interval, aim, tapeOf(aim.variables, t), sides(b))[0]!;

const fine: Arithmetic<Dyadic> = dyadic(212);
const fineSides = (b: Box): Dyadic[] => b.lo.map((lo, i) => ofDoubles(lo, b.hi[i]!));
const relationOf = (strict: boolean): Relation => (strict ? '<' : '<=');
/** 0 ≤ v (or <) for certain. */
const signed = <T>(A: Arithmetic<T>, v: T, strict: boolean): boolean =>
  A.compare(relationOf(strict), A.rational(rational(0)), v) === 'yes';

export const free = (b: Box): readonly number[] => b.lo.flatMap((lo, i) => (lo < b.hi[i]! ? [i] : []));
const pinned = (b: Box, { variable, end }: Pin): Box => {
  const at = b[end][variable]!;
  const put = (all: readonly number[]): readonly number[] => all.map((v, k) => (k === variable ? at : v));
  return { lo: put(b.lo), hi: put(b.hi) };
};

/** At one point: rising precision, then exact rationals. */
function atPoint(aim: Aim, x: readonly number[]): boolean {
  const { variables, margin, strict } = aim;
  const at = x.map(ofNumber);
  const sure = <T>(A: Arithmetic<T>): boolean =>
    signed(A, evaluated(A, aim, tapeOf(variables, margin), at.map(A.rational))[0]!, strict);
  return sure(interval) || sure(dyadic(106)) || sure(dyadic(424)) || sure(exact);
}

const NARROW = 1e-9;
function natural(aim: Aim, b: Box): boolean {
  if (free(b).length === 0) return atPoint(aim, b.lo);
  const v = enclosure(aim, aim.margin, b);
  if (signed(interval, v, aim.strict)) return true;
  if (v.defined !== 'yes' || v.hi < 0 || v.hi - v.lo > NARROW) return false;
  return signed(fine, evaluated(fine, aim, tapeOf(aim.variables, aim.margin), fineSides(b))[0]!, aim.strict);
}

/** Faces on which the formula is least, as far as enclosures of its slopes say. */
function leastFace(aim: Aim, b: Box): readonly Pin[] {
  const code = slopesOf(aim.variables, aim.margin);
  if (!code) return [];
  const d = evaluated(interval, aim, code, sides(b));
  return free(b).flatMap((variable): Pin[] => {
    const s = d[variable]!;
    if (s.defined !== 'yes') return [];
    return s.lo >= 0 ? [{ variable, end: 'lo' }] : s.hi <= 0 ? [{ variable, end: 'hi' }] : [];
  });
}

const middle = (lo: number, hi: number): number => (lo === hi ? lo : lo + (hi - lo) / 2);

/** e(c) + ∇e(X)·(X − c). */
function mean(aim: Aim, b: Box): boolean {
  const code = slopesOf(aim.variables, aim.margin);
  if (!code) return false;
  const x = sides(b);
  const c = b.lo.map((lo, i) => middle(lo, b.hi[i]!));
  const d = evaluated(interval, aim, code, x);
  let sum = enclosure(aim, aim.margin, { lo: c, hi: c });
  for (const i of free(b)) sum = interval.add(sum, interval.mul(d[i]!, interval.sub(x[i]!, between(c[i]!, c[i]!))));
  return signed(interval, sum, aim.strict);
}

/** Σ aₖHᵏ with the last coefficient from the whole box. */
function taylor<T>(A: Arithmetic<T>, aim: Aim, x: readonly T[], c: T, along: number, order: number): boolean {
  const at = x.map((v, i) => (i === along ? c : v));
  const low = coefficients(A, aim, at, along, order - 1);
  const high = low && coefficients(A, aim, x, along, order);
  if (!high) return false;
  const h = A.sub(x[along]!, c);
  let sum: T = low[0] as T;
  for (let k = 1; k <= order; k++) sum = A.add(sum, A.mul(k < order ? low[k]! : high[order]!, A.pow(h, k)));
  return signed(A, sum, aim.strict);
}

interface Step {
  readonly along: number;
  readonly from: End;
  readonly order: number;
}
const signOf = <T>(A: Arithmetic<T>, s: Step, k: number, v: T): T => (s.from === 'hi' && k % 2 === 1 ? A.neg(v) : v);

/** All coefficients below the order, at the end, with signs turned from the right, are ≥ 0; the value as strict as asked. */
function foot<T>(A: Arithmetic<T>, aim: Aim, x: readonly T[], end: T, step: Step): boolean {
  const at = x.map((v, i) => (i === step.along ? end : v));
  const low = coefficients(A, aim, at, step.along, step.order - 1);
  return low?.every((v, k) => signed(A, signOf(A, step, k, v), aim.strict && k === 0)) === true;
}
function top<T>(A: Arithmetic<T>, aim: Aim, x: readonly T[], step: Step): boolean {
  const high = coefficients(A, aim, x, step.along, step.order);
  return high !== undefined && signed(A, signOf(A, step, step.order, high[step.order] as T), false);
}

/** e(a + h) = Σ e⁽ᵏ⁾(a)hᵏ/k! + e⁽ᴷ⁾(ξ)hᴷ/K! with every term ≥ 0; from the right end with signs turned. */
function ladder(aim: Aim, b: Box, step: Step): boolean {
  const end = b[step.from][step.along]!;
  const [x, z] = [sides(b), fineSides(b)];
  const others = free(b).every((i) => i === step.along);
  if (!top(interval, aim, x, step) && !(others && top(fine, aim, z, step))) return false;
  if (foot(interval, aim, x, between(end, end), step)) return true;
  if (others && foot(fine, aim, z, ofDoubles(end, end), step)) return true;
  const at = b.lo.map((v, i) => exact.rational(ofNumber(i === step.along ? end : v)));
  return others && foot(exact, aim, at, at[step.along]!, step);
}

export const TAYLOR_ORDER = 6;
const LADDER_ORDERS = [2, 3, 4] as const;
/** Boxes free in more variables than this are not tried along one of them. */
const FEW = 2;

function along(aim: Aim, b: Box): Proof | undefined {
  const open = free(b);
  if (open.length > FEW) return undefined;
  const x = sides(b);
  const z = fineSides(b);
  for (const i of open) {
    const [lo, hi] = [b.lo[i]!, b.hi[i]!];
    const c = middle(lo, hi);
    const centre = [between(c, c), ofDoubles(c, c)] as const;
    const precise = (): boolean => open.length === 1 && taylor(fine, aim, z, centre[1], i, TAYLOR_ORDER);
    if (taylor(interval, aim, x, centre[0], i, TAYLOR_ORDER) || precise())
      return { by: 'taylor', along: i, order: TAYLOR_ORDER };
    for (const from of ['lo', 'hi'] as const)
      for (const order of LADDER_ORDERS)
        if (ladder(aim, b, { along: i, from, order })) return { by: 'ladder', along: i, from, order };
  }
  return undefined;
}

/** How the sign is certain everywhere on the box; undefined where it is not shown. */
export function shown(aim: Aim, b: Box): Proof | undefined {
  if (natural(aim, b)) return { by: 'natural' };
  if (free(b).length === 0 || enclosure(aim, aim.margin, b).defined !== 'yes') return undefined;
  const pins = leastFace(aim, b);
  const face = pins.reduce(pinned, b);
  const direct = pins.length > 0 && natural(aim, face) ? ({ by: 'natural' } as const) : undefined;
  const proof =
    direct ?? (free(face).length === 0 ? undefined : mean(aim, face) ? { by: 'mean' as const } : along(aim, face));
  return proof && (pins.length > 0 ? { by: 'face', pins, there: proof } : proof);
}

/** The formula certainly fails at the middle of the box: no way of showing it can work. */
export function failsInside(aim: Aim, b: Box): boolean {
  const c = b.lo.map((lo, i) => middle(lo, b.hi[i]!));
  const v = enclosure(aim, aim.margin, { lo: c, hi: c });
  return v.defined === 'yes' && (aim.strict ? v.hi <= 0 : v.hi < 0);
}
