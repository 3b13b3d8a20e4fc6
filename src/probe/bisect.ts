/**
 * How far a constant can go: from a value at which the claim holds towards one at which it fails, by halving.
 *
 * Trusts its judge. "Holds" is no more than what the judge says (proved, certified, or survived that many runs); "fails" is
 * a verified witness. A value of which the judge can say neither ends the halving: it is no end of the bracket.
 * Where the last value only survived, a second halving finds how far the judge is sure.
 * Exact rationals throughout, the simplest in the middle of each bracket.
 */
import * as Q from '../number/rational.ts';

type Rational = Q.Rational;

export interface Judged {
  readonly fails: boolean;
  /** Neither: undecided, vacuous, suspect. */
  readonly open?: boolean;
  /** Holds beyond doubt: proved or certified. */
  readonly sure?: boolean;
}
interface Value<J> {
  readonly at: Rational;
  readonly judged: J;
}
export interface Bracket<J> {
  readonly holds: Value<J>;
  /** The furthest value of which the judge is sure; undefined: of none. */
  readonly sure: Value<J> | undefined;
  /** undefined: no failure was found up to the other end. */
  readonly fails: Value<J> | undefined;
  readonly asked: number;
}

const floor = (q: Rational): bigint => (q.num >= 0n ? q.num / q.den : -((-q.num + q.den - 1n) / q.den));

/** The rational of least denominator in [a, b], a < b. */
export function simplestIn(a: Rational, b: Rational): Rational {
  if (Q.sign(a) <= 0 && Q.sign(b) >= 0) return Q.ZERO;
  if (Q.sign(b) < 0) return Q.neg(simplestIn(Q.neg(b), Q.neg(a)));
  const whole = Q.rational(floor(a));
  if (Q.equal(whole, a)) return a;
  if (Q.compare(Q.add(whole, Q.ONE), b) <= 0) return Q.add(whole, Q.ONE);
  const inverse = simplestIn(Q.div(Q.ONE, Q.sub(b, whole)), Q.div(Q.ONE, Q.sub(a, whole)));
  return Q.add(whole, Q.div(Q.ONE, inverse));
}

/** A short number in the middle half between two. */
export function middle(a: Rational, b: Rational): Rational {
  const [low, high] = Q.compare(a, b) < 0 ? [a, b] : [b, a];
  const quarter = Q.div(Q.sub(high, low), Q.rational(4));
  return simplestIn(Q.add(low, quarter), Q.sub(high, quarter));
}

const apart = (a: Rational, b: Rational): Rational => Q.abs(Q.sub(a, b));
type Judge<J> = (at: Rational, nearest: J | undefined) => Promise<J>;

/**
 * Halves the way from `from`, where `first` was judged to hold, to `to` that many times at most, and again to be sure.
 * The judge is asked at `to` first; it may look at the last failure, which is the nearest.
 */
export async function bisect<J extends Judged>(
  from: Rational,
  to: Rational,
  first: J,
  halvings: number,
  judge: Judge<J>,
): Promise<Bracket<J>> {
  const start = { at: from, judged: first };
  const end = await judge(to, undefined);
  const wanted = Q.div(apart(to, from), Q.rational(1n << BigInt(halvings)));
  if (end.open) return { holds: start, sure: first.sure ? start : undefined, fails: undefined, asked: 1 };
  if (!end.fails) return surely(start, { at: to, judged: end }, undefined, wanted, judge, 1);
  let [holds, sure] = [start, start];
  let fails = { at: to, judged: end };
  let asked = 1;
  while (Q.compare(apart(fails.at, holds.at), wanted) > 0) {
    const at = middle(holds.at, fails.at);
    const judged = await judge(at, fails.judged);
    asked++;
    if (judged.open) break;
    if (judged.fails) fails = { at, judged };
    else holds = { at, judged };
    if (judged.sure) sure = holds;
  }
  return surely(sure, holds, fails, wanted, judge, asked);
}

/** Between a value of which the judge is sure and one that it lets pass: how far it is sure. A failure found there counts. */
async function surely<J extends Judged>(
  start: Value<J>,
  holds: Value<J>,
  fails: Value<J> | undefined,
  wanted: Rational,
  judge: Judge<J>,
  before: number,
): Promise<Bracket<J>> {
  if (holds.judged.sure) return { holds, sure: holds, fails, asked: before };
  if (!start.judged.sure) return { holds, sure: undefined, fails, asked: before };
  let [sure, passed, failed, asked] = [start, holds, fails, before];
  while (Q.compare(apart(passed.at, sure.at), wanted) > 0) {
    const at = middle(sure.at, passed.at);
    const judged = await judge(at, failed?.judged);
    asked++;
    if (judged.sure) sure = { at, judged };
    else passed = { at, judged };
    if (judged.fails) failed = { at, judged };
  }
  return { holds: failed === fails ? holds : sure, sure, fails: failed, asked };
}
