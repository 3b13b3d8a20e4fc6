/**
 * What rigorous arithmetic can say about a claim at one exact point, as types shared by those who ask and who answer.
 *
 * `refuted` is believed only from certify/point.ts. Types only; costs nothing.
 */
import type { Three } from '../number/arithmetic.ts';
import type { Rational } from '../number/rational.ts';
import type { ExactPoint } from './point.ts';
import type { Program } from './program.ts';

export type Certificate = 'exact' | 'interval' | 'dyadic' | 'box';
export type Bounds = readonly [Rational | undefined, Rational | undefined];
export type Reason = 'precision' | 'flow' | 'quantity' | 'time' | 'error';

/** The outcome of one statement, with outward bounds. */
export interface Decided {
  readonly truth: Three;
  readonly margin: Bounds | undefined;
  readonly step: number | null;
  readonly label: string;
  readonly undefinedSide: boolean;
  readonly sides: readonly [Bounds, Bounds] | undefined;
}

export type PointVerdict =
  | {
      readonly kind: 'refuted';
      readonly conclusion: number;
      readonly said: Decided;
      readonly certificate: Certificate;
      readonly bits: number;
    }
  | { readonly kind: 'holds'; readonly certificate: Certificate; readonly bits: number }
  | { readonly kind: 'inadmissible'; readonly why: string }
  | {
      readonly kind: 'undecided';
      readonly reason: Reason;
      /** What is missing, where the reason is a quantity that is not proved. */
      readonly why?: string;
      readonly margins: readonly (Bounds | undefined)[];
      readonly bits: number;
    };
export type Refuted = Extract<PointVerdict, { kind: 'refuted' }>;

/** Decides a claim at a point, rigorously, up to a precision. */
export type Certify = (p: Program, x: ExactPoint, options?: { readonly maxBits?: number }) => PointVerdict;
