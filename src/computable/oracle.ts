/**
 * Oracles for closed formulas, and oracles that keep a record of what they were asked: what the games are played with.
 */
import { ClaimError } from '../expr/error.ts';
import { type Term, variables } from '../expr/term.ts';
import * as F from '../number/bigfloat.ts';
import { dyadic } from '../number/dyadic.ts';
import { MOST_BITS, type Oracle } from '../number/oracle.ts';
import { evaluate, tape } from '../tape/tape.ts';

/** The real that a formula without variables stands for; undefined formulas never answer but throw. */
export function ofTerm(t: Term): Oracle {
  if (variables(t).size > 0) throw new ClaimError('a formula without variables', [...variables(t)].join(', '));
  const program = tape([], [t]);
  return (p) => {
    for (let bits = p + 32; bits <= 2 * MOST_BITS; bits *= 2) {
      const value = evaluate(dyadic(bits), program, [])[0]!;
      if (value.defined === 'no') break;
      const wide = F.isInfinite(value.lo) || F.isInfinite(value.hi);
      if (!wide && F.top(F.sub(value.hi, value.lo, 8, true)) <= -p) return value.lo;
    }
    throw new ClaimError('a formula with a value', 'one without');
  };
}

export interface Question {
  readonly p: number;
  readonly answer: F.Float;
}
/** What was asked of one or several oracles, in order. */
export interface Transcript {
  readonly questions: readonly (Question & { readonly oracle: number })[];
  /** The largest precision asked for; 0 if none. */
  readonly precision: number;
}

/** Thrown through a procedure that asks too much; `reached` stays true even if the procedure catches it. */
class Enough extends Error {}
export interface Recorder {
  readonly oracles: readonly Oracle[];
  readonly transcript: () => Transcript;
  readonly reached: () => string | undefined;
}

/** The oracles, with a record and limits. A precision that is no whole number ≥ 0 throws TypeError to the asker. */
export function recorded(of: readonly Oracle[], queries: number, most: number): Recorder {
  const questions: (Question & { oracle: number })[] = [];
  let limit: string | undefined;
  const enough = (reason: string): never => {
    limit = reason;
    throw new Enough(reason);
  };
  const oracles = of.map((x, oracle) => (p: number) => {
    if (!Number.isInteger(p) || p < 0) throw new TypeError(`a precision 0, 1, 2, … is wanted, found ${p}`);
    if (p > most) enough(`asked for ${p} bits, more than ${most}`);
    if (questions.length >= queries) enough(`asked more than ${queries} questions`);
    const answer = x(p);
    questions.push({ oracle, p, answer });
    return answer;
  });
  const transcript = (): Transcript => ({
    questions,
    precision: questions.reduce((m, { p }) => Math.max(m, p), 0),
  });
  return { oracles, transcript, reached: () => limit };
}
