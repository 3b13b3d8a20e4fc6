/**
 * The one interface that every number system implements: what a tape can be evaluated over.
 *
 * A carrier value says for itself whether it is defined on the whole set it stands for (`defined`). An operation on an
 * undefined value is undefined; nothing here throws on mathematical grounds, and nothing is ever silently NaN.
 */
import type { Rational } from './rational.ts';

/** yes and no hold at every point of the set a value stands for; undecided otherwise (mixed, or not known). */
export type Three = 'yes' | 'no' | 'undecided';
export type Relation = '<' | '<=' | '=' | '!=';

export const UNARY = [
  'neg',
  'sqrt',
  'exp',
  'log',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'atanh',
  'sin',
  'cos',
  'tan',
  'atan',
  'abs',
] as const;
export type Unary = (typeof UNARY)[number];
export const BINARY = ['add', 'sub', 'mul', 'div', 'min', 'max'] as const;
export type Binary = (typeof BINARY)[number];

export type Arithmetic<T> = { readonly [op in Unary]: (a: T) => T } & { readonly [op in Binary]: (a: T, b: T) => T } & {
  readonly name: string;
  /** The (tightest) value containing q. */
  readonly rational: (q: Rational) => T;
  readonly pi: () => T;
  /** a·a, where both factors are the same quantity (decided on the tape, never by comparing values). */
  readonly square: (a: T) => T;
  /** aⁿ for a whole n; a⁰ = 1 wherever a is defined; negative n needs a ≠ 0. */
  readonly pow: (a: T, n: number) => T;
  /** a^(p/q), exponent in lowest terms with q ≥ 2: needs a ≥ 0, and a > 0 for a negative exponent. */
  readonly power: (a: T, exponent: Rational) => T;
  readonly defined: (a: T) => Three;
  /** yes: a R b for every pair of points; no: for none; undecided also wherever a side is not `defined: yes`. */
  readonly compare: (relation: Relation, a: T, b: T) => Three;
};

export const both = (a: Three, b: Three): Three =>
  a === 'no' || b === 'no' ? 'no' : a === 'yes' && b === 'yes' ? 'yes' : 'undecided';
export const either = (a: Three, b: Three): Three =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'no' && b === 'no' ? 'no' : 'undecided';
export const not = (a: Three): Three => (a === 'yes' ? 'no' : a === 'no' ? 'yes' : 'undecided');
