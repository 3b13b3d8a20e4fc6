/** Reverse gradients against exact difference quotients in dyadic arithmetic. */
import { describe, expect, it } from 'vitest';
import { gradient } from '../../src/expr/gradient.ts';
import * as T from '../../src/expr/term.ts';
import { text } from '../../src/expr/text.ts';
import { toNumber } from '../../src/number/decimal.ts';
import { dyadic, toRationals } from '../../src/number/dyadic.ts';
import * as Q from '../../src/number/rational.ts';
import { evaluate, tape } from '../../src/tape/tape.ts';
import { ALL, draws, type OpName, randomRational, randomTerm, VARIABLES } from '../tape/random-terms.ts';

const A = dyadic(400);
const H = Q.rational(1n, 1n << 120n);
const SMOOTH: readonly OpName[] = ALL.filter((op) => op !== 'min' && op !== 'max');

function value(t: T.Term, at: readonly Q.Rational[]): number | undefined {
  const [v] = evaluate(A, tape(VARIABLES, [t]), at.map(A.rational));
  const [lo, hi] = toRationals(v!);
  return A.defined(v!) === 'yes' && lo && hi ? toNumber(lo) : undefined;
}

function slope(t: T.Term, at: readonly Q.Rational[], i: number): number | undefined {
  const moved = (d: Q.Rational): readonly Q.Rational[] => at.map((q, j) => (j === i ? Q.add(q, d) : q));
  const p = tape(VARIABLES, [t]);
  const [up] = evaluate(A, p, moved(H).map(A.rational));
  const [down] = evaluate(A, p, moved(Q.neg(H)).map(A.rational));
  const quotient = A.div(A.sub(up!, down!), A.rational(Q.mul(H, Q.rational(2))));
  const [lo, hi] = toRationals(quotient);
  if (A.defined(quotient) !== 'yes' || !lo || !hi) return undefined;
  const middle = toNumber(lo);
  return toNumber(Q.sub(hi, lo)) <= 1e-12 * (1 + Math.abs(middle)) ? middle : undefined;
}

describe('gradient', () => {
  it('agrees with central differences at 400 bits', () => {
    let compared = 0;
    const wrong: string[] = [];
    for (let seed = 0; seed < 1500; seed++) {
      const draw = draws(seed + 5e6);
      const t = randomTerm(draw, SMOOTH, 3);
      const at = VARIABLES.map(() => randomRational(draw));
      const g = gradient(t, VARIABLES);
      VARIABLES.forEach((_, i) => {
        const [a, b] = [value(g[i]!, at), slope(t, at, i)];
        if (a === undefined || b === undefined || !Number.isFinite(a) || Math.abs(b) > 1e12) return;
        compared++;
        if (Math.abs(a - b) > 1e-9 * (1 + Math.abs(a) + Math.abs(b)))
          wrong.push(`d/d${VARIABLES[i]!.name} ${text(t)} at ${at.map(Q.text)}: ${a} ${b}`);
      });
    }
    expect(compared).toBeGreaterThan(2000);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
  it('refuses min', () => {
    expect(() => gradient(T.binary('min', VARIABLES[0]!, VARIABLES[1]!), VARIABLES)).toThrow(/differentiable/);
  });
});
