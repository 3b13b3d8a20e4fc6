/**
 * Domains of sizes, reals and inputs, as data: exact rational ends, no JavaScript number is ever a real bound.
 *
 * Untrusted. `coordinates` and `values` say how a point of a domain is made from free rational coordinates, so that
 * equality domains (unit vectors, orthogonal matrices) are hit exactly and never by rejection.
 */

import { ClaimError } from '../expr/error.ts';
import { matrixShape, SCALAR, type Shape, vectorShape } from '../expr/expr.ts';
import { unknownName } from '../expr/names.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import { parseRational } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';

type Rational = Q.Rational;

type Trim<T extends string> = T extends ` ${infer R}` | `${infer R} ` ? Trim<R> : T;
type IsRational<T extends string> = T extends `${bigint}/${bigint}` | `${number}` ? true : false;
type Open = '[' | '(';
type Close = ']' | ')';
/** A rational number; anything else is a compile error that says so. */
export type RationalText<T extends string> = string extends T
  ? T
  : IsRational<T> extends true
    ? T
    : 'a rational number such as 1/2 or 0.5';
/** An interval with rational ends; anything else is a compile error that says so. */
export type IntervalText<T extends string> = string extends T
  ? T
  : T extends `${Open}${infer A},${infer B}${Close}`
    ? [IsRational<Trim<A>>, IsRational<Trim<B>>] extends [true, true]
      ? T
      : 'an interval with rational ends: [-1, 1], (0, 1/2], [0.1, 3)'
    : 'an interval with rational ends: [-1, 1], (0, 1/2], [0.1, 3)';
type Whole<N extends number> = `${N}` extends `${bigint}` ? N : number extends N ? N : 'a whole number';

/** One free number of a domain. With `step`, values are the multiples of it in the interval. */
export interface Coordinate {
  readonly lo: Rational;
  readonly hi: Rational;
  readonly loOpen: boolean;
  readonly hiOpen: boolean;
  readonly step: Rational | undefined;
  readonly log: boolean;
}

type Form = 'entries' | 'unit' | 'orthogonal' | 'orthogonalRows';
/** N: the names of sizes it refers to. */
export interface Domain<N extends string = string> {
  readonly kind: 'domain';
  readonly form: Form;
  readonly rank: 0 | 1 | 2;
  readonly rows: N | number | undefined;
  readonly columns: N | number | undefined;
  readonly of: Coordinate;
}

export interface Size {
  readonly kind: 'size';
  readonly from: number;
  readonly to: number;
}
export interface OneOf<T extends string | number = string | number> {
  readonly kind: 'oneOf';
  readonly options: readonly T[];
}

/** A number of a claim whose sharpness `probe` finds out, between its value and one where the claim should fail. */
export interface Constant {
  readonly kind: 'constant';
  readonly value: Rational;
  readonly to: Rational;
}

/** A declared constant: the claim is about `value`; `to` is where `probe` expects it to fail. Both are exact. */
export function constant<const V extends string, const T extends string>(
  value: RationalText<V>,
  options: { readonly to: RationalText<T> },
): Constant {
  const [at, to] = [parseRational(String(value)), parseRational(String(options?.to))];
  if (!at) throw new ClaimError('a rational number as the value of a constant', `"${value}"`);
  if (!to || Q.equal(at, to)) throw new ClaimError("another rational number in a constant's to", `"${options?.to}"`);
  return { kind: 'constant', value: at, to };
}

/** Every whole number from … to. */
export function size<const A extends number, const B extends number>(from: Whole<A>, to: Whole<B>): Size {
  const [a, b] = [from as unknown, to as unknown] as [number, number];
  if (!Number.isInteger(a) || !Number.isInteger(b) || a < 0 || b < a)
    throw new ClaimError('whole sizes from ≤ to', `size(${a}, ${b})`);
  return { kind: 'size', from: a, to: b };
}
export function oneOf<const T extends string | number>(...options: readonly T[]): OneOf<T> {
  if (options.length === 0) throw new ClaimError('at least one choice in oneOf', 'none');
  return { kind: 'oneOf', options };
}

/** Beyond, differences of ends are not doubles, and nothing there can be searched or covered by boxes. */
const LARGEST = Q.pow(Q.rational(10), 300);

const INTERVAL = /^\s*([[(])([^,]*),([^,]*)([\])])\s*$/;

function intervalFound(text: unknown): string {
  if (typeof text !== 'string') return text === undefined ? 'none' : `${typeof text}: write it as text, '[0, 1]'`;
  const irrational = /sqrt|pi|exp|[√π]/.test(text) ? ' (for an irrational end take a rational one beside it)' : '';
  return `"${text}"${irrational}`;
}

function interval(text: string, log: boolean): Coordinate {
  const match = INTERVAL.exec(String(text));
  const lo = match && parseRational(match[2]!.trim());
  const hi = match && parseRational(match[3]!.trim());
  if (!match || !lo || !hi)
    throw new ClaimError('an interval with rational ends: [-1, 1], (0, 1/2], [0.1, 3)', intervalFound(text));
  const [loOpen, hiOpen] = [match[1] === '(', match[4] === ')'];
  const order = Q.compare(lo, hi);
  if (order > 0) throw new ClaimError('an interval whose lower end is not above its upper end', `"${text}"`);
  if (order === 0 && (loOpen || hiOpen)) throw new ClaimError('an interval that is not empty', `"${text}"`);
  if ([Q.neg(lo), hi].some((end) => Q.compare(end, LARGEST) > 0))
    throw new ClaimError('an interval whose ends are at most 10^300 in size', `"${text}"`);
  if (log && Q.sign(lo) < 0) throw new ClaimError("an interval of numbers ≥ 0 for scale: 'log'", `"${text}"`);
  return { lo, hi, loOpen, hiOpen, step: undefined, log };
}

interface RealOptions {
  /** 'log': searched by order of magnitude; an end at 0 goes down to 2⁻⁶⁰ of the other end. */
  readonly scale?: 'linear' | 'log';
}

const scalarDomain = (of: Coordinate): Domain<never> => ({
  kind: 'domain',
  form: 'entries',
  rank: 0,
  rows: undefined,
  columns: undefined,
  of,
});

/** A real number in an interval with rational ends, open or closed. */
export function real<const T extends string>(text: IntervalText<T>, options: RealOptions = {}): Domain<never> {
  return scalarDomain(interval(text, options.scale === 'log'));
}
/** A whole number from … to. */
export function integer<const A extends number, const B extends number>(from: Whole<A>, to: Whole<B>): Domain<never> {
  const [a, b] = [from as unknown, to as unknown] as [number, number];
  if (!Number.isInteger(a) || !Number.isInteger(b) || b < a)
    throw new ClaimError('whole numbers from ≤ to', `integer(${a}, ${b})`);
  return scalarDomain(stepped(Q.rational(a), Q.rational(b), Q.ONE));
}
const stepped = (lo: Rational, hi: Rational, step: Rational): Coordinate => ({
  lo,
  hi,
  loOpen: false,
  hiOpen: false,
  step,
  log: false,
});
/** −1 or 1. */
export const sign = (): Domain<never> => scalarDomain(stepped(Q.rational(-1), Q.ONE, Q.rational(2)));
/** A fixed-point number: 'q4.8' has 4 bits before the point (sign included) and 8 after. */
export function grid(format: `q${number}.${number}`): Domain<never> {
  const match = /^q(\d+)\.(\d+)$/.exec(format);
  if (!match) throw new ClaimError("a format such as 'q4.8'", `"${format}"`);
  const scale = 1n << BigInt(match[2]!);
  const top = (1n << (BigInt(match[1]!) + BigInt(match[2]!))) / 2n;
  return scalarDomain(stepped(Q.rational(-top, scale), Q.rational(top - 1n, scale), Q.rational(1n, scale)));
}

const element = (of: string | Domain<never>): Coordinate => {
  if (typeof of === 'string') return interval(of, false);
  if (of?.kind !== 'domain' || of.rank !== 0) throw new ClaimError('an interval or a domain of numbers', `${of}`);
  return of.of;
};
type Element<T extends string> = IntervalText<T> | Domain<never>;

const shaped = <N extends string>(
  form: Form,
  rows: N | number,
  columns: N | number | undefined,
  of: Coordinate,
): Domain<N> => ({
  kind: 'domain',
  form,
  rank: columns === undefined ? 1 : 2,
  rows,
  columns,
  of,
});
/** A size's name, or a whole number. */
type Length = string | number;
type Named<N extends Length> = Extract<N, string>;
/** A vector in ℝⁿ with entries in the interval or domain; n is the name of a size or a whole number. */
export const vector = <const N extends Length, const T extends string>(n: N, of: Element<T>): Domain<Named<N>> =>
  shaped('entries', n as Named<N>, undefined, element(of));
/** A matrix in ℝⁿˣᵈ. */
export const matrix = <const N extends Length, const M extends Length, const T extends string>(
  n: N,
  d: M,
  of: Element<T>,
): Domain<Named<N> | Named<M>> => shaped<Named<N> | Named<M>>('entries', n as Named<N>, d as Named<M>, element(of));
const FREE: Coordinate = { lo: Q.rational(-1), hi: Q.ONE, loOpen: false, hiOpen: false, step: undefined, log: false };
/** A vector of Euclidean length 1. */
export const unit = <const N extends Length>(n: N): Domain<Named<N>> => shaped('unit', n as Named<N>, undefined, FREE);
/** A square matrix with QᵀQ = I. */
export const orthogonal = <const N extends Length>(n: N): Domain<Named<N>> =>
  shaped('orthogonal', n as Named<N>, n as Named<N>, FREE);
/** n ≤ d mutually orthogonal rows whose lengths are in the interval. */
export const orthogonalRows = <const N extends Length, const M extends Length, const T extends string>(
  n: N,
  d: M,
  lengths: IntervalText<T>,
): Domain<Named<N> | Named<M>> => {
  const of = interval(lengths, false);
  if (Q.sign(of.lo) < 0) throw new ClaimError('lengths of rows that are ≥ 0', `"${lengths}"`);
  return shaped<Named<N> | Named<M>>('orthogonalRows', n as Named<N>, d as Named<M>, of);
};

export type Choice = { readonly [name: string]: number | string };

const resolve = (n: string | number | undefined, choice: Choice, name: string): number => {
  if (typeof n === 'string' && !Object.hasOwn(choice, n))
    throw unknownName(n, Object.keys(choice), `of a size, for the shape of ${name}`);
  const value = typeof n === 'string' ? choice[n] : n;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    throw new ClaimError(`a size ≥ 1 for ${name}`, `${n} = ${value}`);
  return value;
};

export function shapeOf(domain: Domain, choice: Choice, name: string): Shape {
  if (domain.rank === 0) return SCALAR;
  const rows = resolve(domain.rows, choice, name);
  if (domain.rank === 1) return vectorShape(rows);
  const columns = resolve(domain.columns, choice, name);
  if (domain.form === 'orthogonalRows' && rows > columns)
    throw new ClaimError(`at most as many rows as columns for ${name}`, `${rows} × ${columns}`);
  return matrixShape(rows, columns);
}

const SIGN: Coordinate = stepped(Q.rational(-1), Q.ONE, Q.rational(2));
const many = (n: number, c: Coordinate): Coordinate[] => new Array<Coordinate>(n).fill(c);

/** The free coordinates of a domain at a shape. */
export function coordinates(domain: Domain, shape: Shape): readonly Coordinate[] {
  const { rows, columns } = shape;
  if (domain.form === 'unit') return [SIGN, ...many(rows - 1, FREE)];
  if (domain.form === 'orthogonal') return [SIGN, ...many((rows - 1) * rows, FREE)];
  if (domain.form === 'orthogonalRows') return [SIGN, ...many((columns - 1) * columns, FREE), ...many(rows, domain.of)];
  return many(rows * columns, domain.of);
}

/** The entries made from coordinates, in any arithmetic; the identity for plain domains. */
export function values<T>(A: Arithmetic<T>, domain: Domain, shape: Shape, x: readonly T[]): readonly T[] {
  if (domain.form === 'unit') return unitVector(A, x);
  if (domain.form === 'orthogonal') return orthogonalMatrix(A, shape.rows, x);
  if (domain.form !== 'orthogonalRows') return x;
  const d = shape.columns;
  const q = orthogonalMatrix(A, d, x);
  const lengths = x.slice(1 + (d - 1) * d);
  return Array.from({ length: shape.rows * d }, (_, e) => A.mul(lengths[Math.floor(e / d)]!, q[e]!));
}

/** Stereographic: (σ(1 − |s|²), 2s)/(1 + |s|²). */
function unitVector<T>(A: Arithmetic<T>, [sigma, ...s]: readonly T[]): readonly T[] {
  const one = A.rational(Q.ONE);
  const square = s.reduce((sum, v) => A.add(sum, A.square(v)), A.rational(Q.ZERO));
  const below = A.add(one, square);
  const first = A.mul(sigma!, A.div(A.sub(one, square), below));
  return [first, ...s.map((v) => A.div(A.add(v, v), below))];
}

/** A product of d − 1 Householder reflections, with the last row's sign free. */
function orthogonalMatrix<T>(A: Arithmetic<T>, d: number, x: readonly T[]): readonly T[] {
  const [zero, one] = [A.rational(Q.ZERO), A.rational(Q.ONE)];
  let q: T[] = Array.from({ length: d * d }, (_, e) => (e % (d + 1) === 0 ? one : zero));
  for (let k = 0; k < d - 1; k++) {
    const v = x.slice(1 + k * d, 1 + (k + 1) * d);
    const norm = v.reduce((sum, t) => A.add(sum, A.square(t)), zero);
    const project = (j: number): T => v.reduce((sum, t, i) => A.add(sum, A.mul(t, q[i * d + j]!)), zero);
    const along = Array.from({ length: d }, (_, j) => A.div(A.add(project(j), project(j)), norm));
    q = q.map((t, e) => A.sub(t, A.mul(v[Math.floor(e / d)]!, along[e % d]!)));
  }
  return q.map((t, e) => (e >= (d - 1) * d ? A.mul(x[0]!, t) : t));
}

/** Is an exact number inside one coordinate's interval and on its grid? */
export function inside(c: Coordinate, q: Rational): boolean {
  const low = Q.compare(q, c.lo);
  const high = Q.compare(q, c.hi);
  if (low < 0 || high > 0 || (low === 0 && c.loOpen) || (high === 0 && c.hiOpen)) return false;
  return c.step === undefined || Q.div(Q.sub(q, c.lo), c.step).den === 1n;
}

/** Does the domain contain these exact entries? Decided exactly. */
export function contains(domain: Domain, shape: Shape, entries: readonly Rational[]): boolean {
  const { rows, columns } = shape;
  if (entries.length !== rows * columns) return false;
  if (domain.form === 'entries') return entries.every((q) => inside(domain.of, q));
  const dot = (a: number, b: number, width: number): Rational =>
    Array.from({ length: width }, (_, k) => Q.mul(entries[a * width + k]!, entries[b * width + k]!)).reduce(Q.add);
  if (domain.form === 'unit') return Q.equal(dot(0, 0, rows), Q.ONE);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < i; j++) if (Q.sign(dot(i, j, columns)) !== 0) return false;
    const length = dot(i, i, columns);
    const c = domain.form === 'orthogonal' ? { ...FREE, lo: Q.ONE } : domain.of;
    const [lo, hi] = [Q.mul(c.lo, c.lo), Q.mul(c.hi, c.hi)];
    if (!inside({ ...c, lo, hi, step: undefined }, length)) return false;
  }
  return true;
}
