/**
 * Games against a procedure that claims to decide from finitely many approximations: an adversary answers its questions,
 * then commits to an instance that agrees with every answer given and on which the procedure is wrong.
 *
 * A win says "refuted: this procedure, on this instance", with a transcript that `confirms` re-checks in rationals; it is
 * no statement about all procedures. A procedure that throws, never stops asking, hangs, changes its mind or answers
 * something else is no win and has its own outcome. Procedures run synchronously under limits on questions, bits and time.
 */
import { createContext, runInContext } from 'node:vm';
import * as F from '../number/bigfloat.ts';
import { ofNumber } from '../number/decimal.ts';
import { type Oracle, ofRational } from '../number/oracle.ts';
import * as Q from '../number/rational.ts';
import { recorded, type Transcript } from './oracle.ts';

type Rational = Q.Rational;
export type Answer = '-' | '0' | '+';
/** Tells the sign of a real. */
export type Procedure = (x: Oracle) => Answer;
/** Tells the sign of Σ (uᵢ² − vᵢ²) xᵢ. */
export interface NetworkOracles {
  readonly u: readonly Oracle[];
  readonly v: readonly Oracle[];
  readonly x: readonly Oracle[];
}
export type NetworkProcedure = (net: NetworkOracles) => Answer;
/** Tells whether `answer`, run on the same oracle, is right. */
export interface Flagged {
  readonly answer: Procedure;
  readonly flag: (x: Oracle) => boolean;
}
/** From one sample (x, y), the w with y = wx: a rational or a double. */
export type Learner = (x: Oracle, y: Oracle) => Rational | number;

export interface Limits {
  readonly queries?: number;
  readonly bits?: number;
  readonly milliseconds?: number;
}

export interface Refutation {
  readonly kind: 'refuted';
  /** One sentence: what was answered, and what is true. */
  readonly said: string;
  readonly instance: readonly { readonly name: string; readonly value: Rational }[];
  readonly answered: string;
  readonly truth: string;
  /** Every answer given is within 2⁻ᵖ of the instance's value. */
  readonly transcript: Transcript;
}
export type Outcome =
  | Refutation
  | { readonly kind: 'not beaten'; readonly said: string }
  | { readonly kind: 'no finite query'; readonly reason: string }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'inconsistent'; readonly answers: readonly [string, string] }
  | { readonly kind: 'no answer'; readonly found: string };

interface Played<A> {
  readonly kind: 'played';
  readonly answer: A;
  readonly transcript: Transcript;
}
type Failed = Exclude<Outcome, Refutation | { readonly kind: 'not beaten' }>;

const box: { play: (() => unknown) | undefined } = { play: undefined };
let context: ReturnType<typeof createContext> | undefined;
/** Calls f; a call that takes longer than the limit is ended, even in an endless loop. */
function timed(f: () => unknown, milliseconds: number): unknown {
  context ??= createContext({ box });
  const outer = box.play;
  box.play = f;
  try {
    return runInContext('box.play()', context, { timeout: milliseconds });
  } finally {
    box.play = outer;
  }
}

const shown = (x: unknown): string => {
  try {
    return typeof x === 'string' ? JSON.stringify(x) : String(x);
  } catch {
    return typeof x;
  }
};

/** One run of a procedure against oracles. */
function play<A>(
  procedure: (oracles: readonly Oracle[]) => unknown,
  of: readonly Oracle[],
  accept: (x: unknown) => x is A,
  { queries = 10_000, bits = 2 ** 16, milliseconds = 2000 }: Limits,
): Played<A> | Failed {
  const record = recorded(of, queries, bits);
  let answer: unknown;
  try {
    answer = timed(() => procedure(record.oracles), milliseconds);
  } catch (e) {
    const reached = record.reached();
    if (reached) return { kind: 'no finite query', reason: reached };
    if ((e as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT')
      return { kind: 'no finite query', reason: `no answer in ${milliseconds} ms` };
    return { kind: 'threw', message: e instanceof Error ? e.message : shown(e) };
  }
  const reached = record.reached();
  if (reached) return { kind: 'no finite query', reason: reached };
  return accept(answer)
    ? { kind: 'played', answer, transcript: record.transcript() }
    : { kind: 'no answer', found: shown(answer) };
}

const isAnswer = (x: unknown): x is Answer => x === '-' || x === '0' || x === '+';
const isBoolean = (x: unknown): x is boolean => typeof x === 'boolean';
const isRational = (x: unknown): x is Rational =>
  typeof x === 'object' &&
  x !== null &&
  typeof (x as Rational).num === 'bigint' &&
  typeof (x as Rational).den === 'bigint' &&
  (x as Rational).den > 0n;
const isWeight = (x: unknown): x is Rational | number => isRational(x) || (typeof x === 'number' && Number.isFinite(x));

export const signOf = (a: Rational): Answer => (a.num > 0n ? '+' : a.num < 0n ? '-' : '0');
const ZERO: Oracle = () => F.ZERO;
const twoTo = (e: number): Rational => Q.pow(Q.rational(2), e);
const dyadicText = (k: number, negative: boolean): string => `${negative ? '−' : ''}2^−${k}`;

/** Answers 0 as long as that is within 2⁻ᵖ of the value up to precision `until`, then the truth. */
const committed = (value: Rational, until: number): Oracle => {
  const truth = ofRational(value);
  return (p) => (p <= until ? F.ZERO : truth(p));
};

/** Whether every recorded answer was within 2⁻ᵖ of the instance's values, exactly. */
export const confirms = (r: Refutation): boolean =>
  r.answered !== r.truth &&
  r.transcript.questions.every(({ p, answer, oracle }) => {
    const given = F.toRational(answer);
    const value = r.instance[oracle]?.value;
    return given !== undefined && value !== undefined && Q.compare(Q.abs(Q.sub(given, value)), twoTo(-p)) <= 0;
  });

/** Plays the commitment again: a deterministic procedure can't tell the difference. */
function settle<A>(
  procedure: (oracles: readonly Oracle[]) => unknown,
  first: Played<A>,
  accept: (x: unknown) => x is A,
  limits: Limits,
  instance: Refutation['instance'],
  until: number,
  truth: string,
  said: string,
): Outcome {
  const second = play(
    procedure,
    instance.map(({ value }) => committed(value, until)),
    accept,
    limits,
  );
  if (second.kind !== 'played') return second;
  const answers = [answerText(first.answer), answerText(second.answer)] as const;
  if (answers[0] !== answers[1]) return { kind: 'inconsistent', answers };
  const refutation: Refutation = {
    kind: 'refuted',
    said,
    instance,
    answered: answers[0],
    truth,
    transcript: second.transcript,
  };
  return confirms(refutation) ? refutation : { kind: 'not beaten', said: 'the answers given exclude the instance' };
}
const answerText = (x: unknown): string => (isRational(x) ? Q.text(x) : shown(x).replaceAll('"', ''));

/** Every question is answered 0; then x is 2^−(P+1) away from 0 on the other side, P the largest precision asked. */
export function signGame(procedure: Procedure, limits: Limits = {}): Outcome {
  const run = ([x]: readonly Oracle[]): unknown => procedure(x!);
  const first = play(run, [ZERO], isAnswer, limits);
  if (first.kind !== 'played') return first;
  const until = first.transcript.precision;
  const value = first.answer === '+' ? Q.neg(twoTo(-until - 1)) : twoTo(-until - 1);
  const said = `answered ${first.answer} on x = ${dyadicText(until + 1, value.num < 0n)}`;
  return settle(run, first, isAnswer, limits, [{ name: 'x', value }], until, signOf(value), said);
}

/** An answer with a flag that says whether it is right: the instance makes the flag wrong. */
export function exitFlagGame({ answer, flag }: Flagged, limits: Limits = {}): Outcome {
  const ask = ([x]: readonly Oracle[]): unknown => answer(x!);
  const check = ([x]: readonly Oracle[]): unknown => flag(x!);
  const a = play(ask, [ZERO], isAnswer, limits);
  if (a.kind !== 'played') return a;
  const e = play(check, [ZERO], isBoolean, limits);
  if (e.kind !== 'played') return e;
  const until = Math.max(a.transcript.precision, e.transcript.precision);
  const value = flagInstance(a.answer, e.answer, until);
  const truth = String(signOf(value) === a.answer);
  const said = `flagged ${e.answer ? 'right' : 'wrong'} the answer ${a.answer} on x = ${Q.text(value).length < 40 ? Q.text(value) : dyadicText(until + 1, value.num < 0n)}`;
  const again = play(ask, [committed(value, until)], isAnswer, limits);
  if (again.kind !== 'played') return again;
  if (again.answer !== a.answer) return { kind: 'inconsistent', answers: [a.answer, again.answer] };
  return settle(check, e, isBoolean, limits, [{ name: 'x', value }], until, truth, said);
}

/** Against a trusted answer, or for a distrusted one. */
function flagInstance(answer: Answer, trusted: boolean, until: number): Rational {
  const small = twoTo(-until - 1);
  if (trusted) return answer === '+' ? Q.neg(small) : small;
  return answer === '+' ? small : answer === '-' ? Q.neg(small) : Q.ZERO;
}

/** The samples (2⁻ᵏ, ±2⁻ᵏ), k = P + 1, have w = ±1 alone; what is learnt from P bits is wrong by 1 or more on one. */
export function learnerGame(learner: Learner, limits: Limits = {}): Outcome {
  const run = ([x, y]: readonly Oracle[]): unknown => learner(x!, y!);
  const first = play(run, [ZERO, ZERO], isWeight, limits);
  if (first.kind !== 'played') return first;
  const until = first.transcript.precision;
  const w = isRational(first.answer) ? Q.rational(first.answer.num, first.answer.den) : ofNumber(first.answer);
  const truth = w.num > 0n ? Q.rational(-1) : Q.ONE;
  const small = twoTo(-until - 1);
  const instance = [
    { name: 'x', value: small },
    { name: 'y', value: Q.mul(truth, small) },
  ];
  const said = `learnt ${answerText(first.answer)} where w = ${Q.text(truth)}, from the sample (2^−${until + 1}, ${dyadicText(until + 1, truth.num < 0n)})`;
  return settle(run, first, isWeight, limits, instance, until, Q.text(truth), said);
}

export interface NetworkInstance {
  readonly u: readonly Rational[];
  readonly v: readonly Rational[];
  readonly x: readonly Rational[];
}
export const networkOutput = ({ u, v, x }: NetworkInstance): Rational =>
  u.reduce((s, a, i) => Q.add(s, Q.mul(Q.sub(Q.mul(a, a), Q.mul(v[i]!, v[i]!)), x[i]!)), Q.ZERO);

/**
 * Inputs exact in p-bit floating point on which p-bit evaluation from left to right, to nearest even, has the wrong sign:
 * u = (1 + 2^(1−p), 1, 1), v = 0, x = (1, −(1 + 2^(2−p)), −2^(1−2p)). The output is 2^(1−2p). For p ≥ 3.
 */
export function cancellation(p: number): NetworkInstance {
  if (!Number.isInteger(p) || p < 3) throw new RangeError(`a precision of at least 3 bits is wanted, found ${p}`);
  const plus = (e: number): Rational => Q.add(Q.ONE, twoTo(e));
  return {
    u: [plus(1 - p), Q.ONE, Q.ONE],
    v: [Q.ZERO, Q.ZERO, Q.ZERO],
    x: [Q.ONE, Q.neg(plus(2 - p)), Q.neg(twoTo(1 - 2 * p))],
  };
}

/** One fixed instance, all of whose inputs are exact p-bit floating-point numbers. */
export function floatGame(procedure: NetworkProcedure, p: number, limits: Limits = {}): Outcome {
  const net = cancellation(p);
  const instance = (['u', 'v', 'x'] as const).flatMap((name) =>
    net[name].map((value, i) => ({ name: `${name}${i}`, value })),
  );
  const run = (o: readonly Oracle[]): unknown => procedure({ u: o.slice(0, 3), v: o.slice(3, 6), x: o.slice(6, 9) });
  const first = play(
    run,
    instance.map(({ value }) => ofRational(value)),
    isAnswer,
    limits,
  );
  if (first.kind !== 'played') return first;
  const truth = signOf(networkOutput(net));
  if (first.answer === truth) return { kind: 'not beaten', said: `right on the instance for ${p} bits` };
  const said = `answered ${first.answer} on u = (1 + 2^${1 - p}, 1, 1), v = 0, x = (1, −(1 + 2^${2 - p}), −2^${1 - 2 * p})`;
  return { kind: 'refuted', said, instance, answered: first.answer, truth, transcript: first.transcript };
}
