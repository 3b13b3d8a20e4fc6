/**
 * How far a constant can go: from a value at which the claim holds towards one at which it fails, by halving.
 *
 * Trusts its judge. "Holds" is no more than what the judge says (proved, certified, or survived that many runs); "fails" is
 * a verified witness. A value of which the judge can say neither ends the halving: it is no end of the bracket.
 * Exact rationals throughout, the simplest in the middle of each bracket.
 */
import * as Q from '../number/rational.ts';

type Rational = Q.Rational;

export interface Judged {
  readonly fails: boolean;
  /** Neither: undecided, vacuous, suspect. */
  readonly open?: boolean;
}
export interface Bracket<J> {
  readonly holds: { readonly at: Rational; readonly judged: J };
  /** undefined: no failure was found up to the other end. */
  readonly fails: { readonly at: Rational; readonly judged: J } | undefined;
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

/**
 * Halves the way from `from`, where `first` was judged to hold, to `to` that many times at most.
 * The judge is asked at `to` first; it may look at the last failure, which is the nearest.
 */
export async function bisect<J extends Judged>(
  from: Rational,
  to: Rational,
  first: J,
  halvings: number,
  judge: (at: Rational, nearest: J | undefined) => Promise<J>,
): Promise<Bracket<J>> {
  const end = await judge(to, undefined);
  if (end.open) return { holds: { at: from, judged: first }, fails: undefined, asked: 1 };
  if (!end.fails) return { holds: { at: to, judged: end }, fails: undefined, asked: 1 };
  let holds = { at: from, judged: first };
  let fails = { at: to, judged: end };
  let asked = 1;
  const wanted = Q.div(Q.abs(Q.sub(to, from)), Q.rational(1n << BigInt(halvings)));
  while (Q.compare(Q.abs(Q.sub(fails.at, holds.at)), wanted) > 0) {
    const at = middle(holds.at, fails.at);
    const judged = await judge(at, fails.judged);
    asked++;
    if (judged.open) break;
    if (judged.fails) fails = { at, judged };
    else holds = { at, judged };
  }
  return { holds, fails, asked };
}
