/**
 * Procedures to play the games with: what people do in practice to tell a sign or to learn a weight from approximations.
 * Each is a total program; each loses its game. Nothing is trusted here.
 */
import * as F from '../number/bigfloat.ts';
import { toNumber } from '../number/decimal.ts';
import { round } from '../number/fixed.ts';
import { enclose, type Oracle } from '../number/oracle.ts';
import * as Q from '../number/rational.ts';
import type { Answer, Flagged, Learner, NetworkOracles, NetworkProcedure, Procedure } from './adversary.ts';

type Rational = Q.Rational;
const answerOf = (s: number): Answer => (s > 0 ? '+' : s < 0 ? '-' : '0');
const centre = (x: Oracle, p: number): Rational => F.toRational(x(p))!;

/** Looks at p bits; what it can't tell from 0 it calls 0. */
export const fixedPrecision =
  (p: number): Procedure =>
  (x) => {
    const a = enclose(x, p);
    return F.sign(a.lo) > 0 ? '+' : F.sign(a.hi) < 0 ? '-' : '0';
  };

/** Doubles the precision until the sign shows, and gives up with 0 past `most` bits. */
export const adaptive =
  (most: number): Procedure =>
  (x) => {
    for (let p = 1; ; p = Math.min(2 * p, most)) {
      const answer = fixedPrecision(p)(x);
      if (answer !== '0' || p >= most) return answer;
    }
  };

/** Doubles the precision for ever. */
export const patient: Procedure = (x) => {
  for (let p = 1; ; p *= 2) {
    const answer = fixedPrecision(p)(x);
    if (answer !== '0') return answer;
  }
};

/** p bits of a real, floating: asks until they show, or for 4p + 64 places. */
function significant(x: Oracle, p: number): Rational {
  const most = 4 * p + 64;
  for (let places = p; ; places = Math.min(2 * places, most)) {
    const a = centre(x, places);
    if (places >= most || F.bitLength(a.num << BigInt(places)) - F.bitLength(a.den) > p + 1) return roundBits(a, p);
  }
}

/** a rounded to p significant bits, nearest even. */
export function roundBits(a: Rational, p: number): Rational {
  if (a.num === 0n) return a;
  let shift = F.bitLength(a.num) - F.bitLength(a.den) - p;
  if (ofScale(a, shift) >= 1n << BigInt(p)) shift++;
  const scale = Q.pow(Q.rational(2), -shift);
  const { num, den } = Q.mul(a, scale);
  return Q.div(Q.rational(round(num, den, 'nearest-even')), scale);
}
/** ⌊|a|·2^−shift⌋. */
const ofScale = (a: Rational, shift: number): bigint => {
  const { num, den } = Q.mul(Q.abs(a), Q.pow(Q.rational(2), -shift));
  return num / den;
};

/** Σ (uᵢ² − vᵢ²) xᵢ from left to right with every operation rounded to p bits. */
export const roundedEvaluation =
  (p: number): NetworkProcedure =>
  ({ u, v, x }: NetworkOracles) => {
    const read = (o: Oracle): Rational => significant(o, p);
    const fl = (a: Rational): Rational => roundBits(a, p);
    let sum = Q.ZERO;
    u.forEach((o, i) => {
      const [a, b] = [read(o), read(v[i]!)];
      const w = fl(Q.sub(fl(Q.mul(a, a)), fl(Q.mul(b, b))));
      sum = fl(Q.add(sum, fl(Q.mul(w, read(x[i]!)))));
    });
    return answerOf(Q.sign(sum));
  };

/** The same in the machine's own doubles. */
export const binary64: NetworkProcedure = ({ u, v, x }) => {
  const read = (o: Oracle): number => toNumber(significant(o, 53));
  let sum = 0;
  u.forEach((o, i) => {
    const [a, b] = [read(o), read(v[i]!)];
    sum += (a * a - b * b) * read(x[i]!);
  });
  return answerOf(sum);
};

/** Answers at p bits, and trusts the answer when twice the bits give the same. */
export const selfChecking = (p: number): Flagged => ({
  answer: fixedPrecision(p),
  flag: (x) => fixedPrecision(2 * p)(x) === fixedPrecision(p)(x),
});
/** Trusts an answer only when the interval excludes 0. */
export const cautious = (p: number): Flagged => ({
  answer: fixedPrecision(p),
  flag: (x) => fixedPrecision(p)(x) !== '0',
});

/** Knows the answers for samples (2⁻ʲ, ±2⁻ʲ), j ≤ p, and gives that of the nearest. */
export const nearestNeighbour =
  (p: number): Learner =>
  (x, y) => {
    const [a, b] = [centre(x, p), centre(y, p)];
    let best: { readonly distance: Rational; readonly w: number } | undefined;
    for (let j = 1; j <= p; j++)
      for (const w of [1, -1]) {
        const side = Q.pow(Q.rational(2), -j);
        const distance = Q.add(Q.abs(Q.sub(a, side)), Q.abs(Q.sub(b, Q.mul(Q.rational(w), side))));
        if (!best || Q.compare(distance, best.distance) < 0) best = { distance, w };
      }
    return best!.w;
  };

/** y/x from p bits of both, 0 where x looks like 0. */
export const quotient =
  (p: number): Learner =>
  (x, y) => {
    const [a, b] = [centre(x, p), centre(y, p)];
    return a.num === 0n ? 0 : Q.div(b, a);
  };
