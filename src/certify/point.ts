/**
 * A claim at one exact rational point, decided rigorously: intervals first, then dyadic intervals at rising precision,
 * exact rationals for ties.
 *
 * Trusted: `refuted` is said only here. Trusts judge.ts and the arithmetics. Exceptions and exhausted precision give
 * `undecided`. Cost: the run once per rung of the ladder.
 */

import type { Bounds, Certificate, Decided, PointVerdict, Reason } from '../claim/decision.ts';
import { type Judged, judge, type Outcome, type Point } from '../claim/judge.ts';
import { type ExactPoint, outside } from '../claim/point.ts';
import type { Program } from '../claim/program.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import { ofNumber } from '../number/decimal.ts';
import { type Dyadic, dyadic, hull as dyadicHull, toRationals } from '../number/dyadic.ts';
import { type Exact, exact } from '../number/exact.ts';
import { type Interval, interval } from '../number/interval.ts';
import { equal, type Rational } from '../number/rational.ts';
import { hull } from '../number/sets.ts';
import { missing, solvedAt } from './solved.ts';

export type { Certificate, PointVerdict, Reason };

/** One number system of the ladder, its carrier hidden. */
interface Rung {
  readonly certificate: Certificate;
  readonly bits: number;
  readonly decide: (p: Program, x: ExactPoint) => Reading;
}

/** Every statement of a claim at a point, in one number system. */
export interface Reading {
  /** Why a solved quantity is not known here. */
  readonly missing: string | undefined;
  readonly assume: readonly Decided[];
  readonly conclude: readonly Decided[];
}

/** `spanned`: the narrowest value that holds both ends; undefined where there is none. */
function rung<T>(
  certificate: Certificate,
  bits: number,
  A: Arithmetic<T>,
  bounds: (t: T) => Bounds,
  spanned: (lo: Rational, hi: Rational) => T | undefined,
): Rung {
  const said = (o: Outcome<T>): Decided => ({
    ...o,
    margin: o.margin === undefined ? undefined : bounds(o.margin),
    sides: o.sides && [bounds(o.sides[0]), bounds(o.sides[1])],
  });
  return {
    certificate,
    bits,
    decide: (p, x) => {
      const cache = x.inputs.map((step) => step.map(A.rational));
      const answers = solvedAt(p, x.params, Math.max(bits, 53));
      const point: Point<T> = {
        params: x.params.map(A.rational),
        inputs: (k) => cache[k] ?? [],
        horizon: x.horizon,
        solved: answers.flatMap((a) => a.values.map((v) => v && spanned(...v))),
      };
      const r: Judged<T> = judge(A, p, point);
      return { missing: missing(p, answers), assume: r.assume.map(said), conclude: r.conclude.map(said) };
    },
  };
}

const finite = (x: number): Rational | undefined => (Number.isFinite(x) ? ofNumber(x) : undefined);
const INTERVAL = rung<Interval>(
  'interval',
  53,
  interval,
  (t) => [finite(t.lo), finite(t.hi)],
  (lo, hi) => hull(interval.rational(lo), interval.rational(hi)),
);
const EXACT = rung<Exact>(
  'exact',
  0,
  exact,
  (t) => [t.value, t.value],
  (lo, hi) => (equal(lo, hi) ? exact.rational(lo) : undefined),
);
const atBits = (bits: number): Rung => {
  const A = dyadic(bits);
  return rung<Dyadic>('dyadic', bits, A, toRationals, (lo, hi) => dyadicHull(A.rational(lo), A.rational(hi)));
};

export const REASONS: readonly Reason[] = ['precision', 'flow', 'quantity', 'time', 'error'];

export interface PointOptions {
  /** The last precision tried, in bits. */
  readonly maxBits?: number;
  readonly milliseconds?: number;
}

/** What is known of a statement, and from which number system. */
interface Fact {
  readonly said: Decided;
  readonly at: Rung;
}
interface Facts {
  readonly assume: readonly Fact[];
  readonly conclude: readonly Fact[];
}

/** One more reading. What a number system has decided stays: a tie is exact, what stands beside it may need intervals. */
function learned(known: Facts | undefined, r: Reading, at: Rung): Facts {
  const fresh = (said: Decided, before: Fact | undefined): Fact =>
    before && before.said.truth !== 'undecided' ? before : { said, at };
  return {
    assume: r.assume.map((d, i) => fresh(d, known?.assume[i])),
    conclude: r.conclude.map((d, i) => fresh(d, known?.conclude[i])),
  };
}

function read({ assume, conclude }: Facts, at: Rung): PointVerdict | undefined {
  const failed = assume.findIndex((a) => a.said.truth === 'no');
  if (failed >= 0) return { kind: 'inadmissible', why: `assumption ${failed + 1}` };
  const conclusion = conclude.findIndex((c) => c.said.truth === 'no');
  if (conclusion >= 0 && assume.every((a) => a.said.truth === 'yes')) {
    const { said, at: by } = conclude[conclusion]!;
    return { kind: 'refuted', conclusion, said, certificate: by.certificate, bits: by.bits };
  }
  if (conclude.every((c) => c.said.truth === 'yes'))
    return { kind: 'holds', certificate: at.certificate, bits: at.bits };
  return undefined;
}

function* ladder(maxBits: number, exactToo: boolean): Generator<Rung> {
  yield INTERVAL;
  if (maxBits >= 106) yield atBits(106);
  if (exactToo) yield EXACT;
  for (let bits = 212; bits <= maxBits; bits *= 2) yield atBits(bits);
}

const steps = (p: Program, x: ExactPoint): number =>
  Math.max(
    0,
    ...p.runs.map(({ node }) => (node.kind === 'map' ? (node.steps ?? Math.max(x.horizon, p.assumedTo)) : 0)),
  );
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
  let lacking: string | undefined;
  let facts: Facts | undefined;
  for (const at of ladder(maxBits, steps(p, x) <= 4 && size(p) < 4000)) {
    try {
      const reading = at.decide(p, x);
      facts = learned(facts, reading, at);
      const verdict = read(facts, at);
      if (verdict) return verdict;
      if (at.certificate !== 'exact') {
        margins = reading.conclude.map((c) => c.margin);
        known = reading.conclude.every((c) => c.truth === 'yes' || c.margin !== undefined);
      }
      bits = Math.max(bits, at.bits);
      lacking = reading.missing;
    } catch {
      return { kind: 'undecided', reason: 'error', margins, bits };
    }
    if (!known && lacking !== undefined) return { kind: 'undecided', reason: 'quantity', why: lacking, margins, bits };
    if (!known && p.runs.some((r) => r.node.kind === 'flow'))
      return { kind: 'undecided', reason: 'flow', margins, bits };
    if (performance.now() - start > milliseconds) return { kind: 'undecided', reason: 'time', margins, bits };
  }
  return { kind: 'undecided', reason: 'precision', margins, bits };
}
