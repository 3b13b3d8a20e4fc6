/**
 * A claim at one exact rational point, decided rigorously: intervals first, then dyadic intervals at rising precision,
 * exact rationals for ties.
 *
 * Trusted: `refuted` is said only here. Trusts judge.ts and the arithmetics. Exceptions and exhausted precision give
 * `undecided`. Cost: the run once per rung of the ladder.
 */
import { type Judged, judge, type Outcome, type Point } from '../claim/judge.ts';
import { type ExactPoint, outside } from '../claim/point.ts';
import type { Program } from '../claim/program.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import { ofNumber } from '../number/decimal.ts';
import { type Dyadic, dyadic, toRationals } from '../number/dyadic.ts';
import { type Exact, exact } from '../number/exact.ts';
import { type Interval, interval } from '../number/interval.ts';
import type { Rational } from '../number/rational.ts';

export type Certificate = 'exact' | 'interval' | 'dyadic' | 'box';
export type Bounds = readonly [Rational | undefined, Rational | undefined];

/** One number system of the ladder, its carrier hidden. */
interface Rung {
  readonly certificate: Certificate;
  readonly bits: number;
  readonly decide: (p: Program, x: ExactPoint) => Reading;
}

export interface Said {
  readonly truth: Outcome<unknown>['truth'];
  readonly margin: Bounds | undefined;
  readonly step: number | null;
  readonly label: string;
  readonly undefinedSide: boolean;
  readonly sides: readonly [Bounds, Bounds] | undefined;
}
/** Every statement of a claim at a point, in one number system. */
export interface Reading {
  readonly assume: readonly Said[];
  readonly conclude: readonly Said[];
}

function rung<T>(certificate: Certificate, bits: number, A: Arithmetic<T>, bounds: (t: T) => Bounds): Rung {
  const said = (o: Outcome<T>): Said => ({
    ...o,
    margin: o.margin === undefined ? undefined : bounds(o.margin),
    sides: o.sides && [bounds(o.sides[0]), bounds(o.sides[1])],
  });
  return {
    certificate,
    bits,
    decide: (p, x) => {
      const cache = x.inputs.map((step) => step.map(A.rational));
      const point: Point<T> = { params: x.params.map(A.rational), inputs: (k) => cache[k] ?? [], horizon: x.horizon };
      const r: Judged<T> = judge(A, p, point);
      return { assume: r.assume.map(said), conclude: r.conclude.map(said) };
    },
  };
}

const finite = (x: number): Rational | undefined => (Number.isFinite(x) ? ofNumber(x) : undefined);
const INTERVAL = rung<Interval>('interval', 53, interval, (t) => [finite(t.lo), finite(t.hi)]);
const EXACT = rung<Exact>('exact', 0, exact, (t) => [t.value, t.value]);
const atBits = (bits: number): Rung => rung<Dyadic>('dyadic', bits, dyadic(bits), toRationals);

export const REASONS = ['precision', 'flow', 'time', 'error'] as const;
export type Reason = (typeof REASONS)[number];

export type PointVerdict =
  | {
      readonly kind: 'refuted';
      readonly conclusion: number;
      readonly said: Said;
      readonly certificate: Certificate;
      readonly bits: number;
    }
  | { readonly kind: 'holds'; readonly certificate: Certificate; readonly bits: number }
  | { readonly kind: 'inadmissible'; readonly why: string }
  | {
      readonly kind: 'undecided';
      readonly reason: Reason;
      readonly margins: readonly (Bounds | undefined)[];
      readonly bits: number;
    };

export interface PointOptions {
  /** The last precision tried, in bits. */
  readonly maxBits?: number;
  readonly milliseconds?: number;
}

function read(r: Reading, at: Rung): PointVerdict | undefined {
  const failed = r.assume.findIndex((a) => a.truth === 'no');
  if (failed >= 0) return { kind: 'inadmissible', why: `assumption ${failed + 1}` };
  const conclusion = r.conclude.findIndex((c) => c.truth === 'no');
  const admissible = r.assume.every((a) => a.truth === 'yes');
  const { certificate, bits } = at;
  if (admissible && conclusion >= 0)
    return { kind: 'refuted', conclusion, said: r.conclude[conclusion]!, certificate, bits };
  if (r.conclude.every((c) => c.truth === 'yes')) return { kind: 'holds', certificate, bits };
  return undefined;
}

function* ladder(maxBits: number, exactToo: boolean): Generator<Rung> {
  yield INTERVAL;
  if (maxBits >= 106) yield atBits(106);
  if (exactToo) yield EXACT;
  for (let bits = 212; bits <= maxBits; bits *= 2) yield atBits(bits);
}

const steps = (p: Program, x: ExactPoint): number =>
  Math.max(0, ...p.runs.map((r) => (r.node.kind === 'map' ? (r.node.steps ?? x.horizon) : 0)));
const size = (p: Program): number =>
  p.top.code.length + p.runs.reduce((n, r) => n + r.step.code.length + r.body.code.length, 0);

/** What one number system says at a point; undefined where it throws. Bits: 0 exact, 53 intervals, more dyadic. */
export function readingAt(p: Program, x: ExactPoint, bits: number): Reading | undefined {
  try {
    return (bits === 0 ? EXACT : bits <= 53 ? INTERVAL : atBits(bits)).decide(p, x);
  } catch {
    return undefined;
  }
}

/** Decides the claim at a point. Never throws. */
export function certifyPoint(p: Program, x: ExactPoint, options: PointOptions = {}): PointVerdict {
  const { maxBits = 848, milliseconds = 20_000 } = options;
  const name = outside(p.instance, x);
  if (name !== undefined) return { kind: 'inadmissible', why: `${name} is outside its domain` };
  const start = performance.now();
  let margins: readonly (Bounds | undefined)[] = [];
  let [bits, known] = [0, false];
  for (const at of ladder(maxBits, steps(p, x) <= 4 && size(p) < 4000)) {
    try {
      const reading = at.decide(p, x);
      const verdict = read(reading, at);
      if (verdict) return verdict;
      if (at.certificate !== 'exact') margins = reading.conclude.map((c) => c.margin);
      known = reading.conclude.every((c) => c.truth === 'yes' || c.margin !== undefined);
      bits = Math.max(bits, at.bits);
    } catch {
      return { kind: 'undecided', reason: 'error', margins, bits };
    }
    if (!known && p.runs.some((r) => r.node.kind === 'flow'))
      return { kind: 'undecided', reason: 'flow', margins, bits };
    if (performance.now() - start > milliseconds) return { kind: 'undecided', reason: 'time', margins, bits };
  }
  return { kind: 'undecided', reason: 'precision', margins, bits };
}
