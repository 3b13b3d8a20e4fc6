/** `counterflow probe`: each hypothesis left out in turn, each declared constant moved until the claim fails. */

import type { Problem } from '../claim/result.ts';
import type { Verdict } from '../claim/verdict.ts';
import type { Witness } from '../claim/witness.ts';
import { findClaims } from '../find.ts';
import { decimalDown, parseRational, toNumber } from '../number/decimal.ts';
import { type Rational, text } from '../number/rational.ts';
import { openPool, type Pool } from '../pool.ts';
import { type Bracket, bisect } from '../probe/bisect.ts';
import { closedForm, type Guess } from '../probe/closed-form.ts';
import type { Answered, Outline, Question } from '../probe.ts';
import { type ProbeFindings, type ProbeReport, probeMarkdown, probeText } from '../report/probe.ts';
import { progressBar } from '../report/progress.ts';
import type { Answer } from '../worker.ts';
import { type Options, printJson, printProblems, UsageError, wholeOption, workerCount } from './common.ts';

const LIMITS = { loadMilliseconds: 20_000, taskMilliseconds: 600_000 };
const RUNS = 100_000;

type Claim = ProbeFindings;

class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.found);
    this.problem = problem;
  }
}

function value<T>(file: string, a: Answer<T>): T {
  if (a.kind === 'ok') return a.value;
  const wanted = 'a consistent verdict';
  throw new Refusal(a.kind === 'problem' ? a.problem : { file, line: null, column: null, wanted, found: a.message });
}

interface Probe {
  readonly file: string;
  readonly pool: Pool;
  readonly base: Pick<Question, 'seed' | 'runs'>;
  readonly halvings: number;
  readonly step: (what: string) => void;
}

async function ask(p: Probe, what: string, q: Omit<Question, 'seed' | 'runs'>): Promise<Answered> {
  p.step(what);
  return value(p.file, await p.pool.run<Answered>({ kind: 'probe', file: p.file, question: { ...p.base, ...q } }));
}

const summary = ({
  verdict,
  reason,
  runs,
  accepted,
}: Answered): Pick<Answered, 'verdict' | 'reason' | 'runs' | 'accepted'> => ({
  verdict,
  reason,
  runs,
  accepted,
});

async function hypothesis(p: Probe, o: Outline, drop: number): Promise<Claim['hypotheses'][number]> {
  const a = await ask(p, `without ${o.assume[drop]!.text}`, { drop, quick: false });
  return { text: o.assume[drop]!.text, needed: a.verdict === 'refuted', ...summary(a), witness: a.witness };
}

type Judged = Answered & { readonly fails: boolean; readonly open: boolean; readonly sure: boolean };

const HELD: ReadonlySet<Verdict> = new Set(['proved', 'certified', 'survived']);
const held = (a: Answered): boolean => HELD.has(a.verdict);
const sure = (a: Answered): boolean => a.verdict === 'proved' || a.verdict === 'certified';
const judged = (a: Answered): Judged => {
  const fails = a.verdict === 'refuted';
  return { ...a, fails, open: !fails && !held(a), sure: sure(a) };
};

async function constant(
  p: Probe,
  c: Outline['constants'][number],
  whole: Answered,
): Promise<Claim['constants'][number]> {
  const at = (x: Rational): { readonly constants: { readonly [name: string]: string } } => ({
    constants: { [c.name]: text(x) },
  });
  const judge = async (x: Rational, nearest: Judged | undefined): Promise<Judged> => {
    const start: Witness | null | undefined = nearest?.nearest ?? nearest?.witness;
    const a = await ask(p, `${c.name} = ${text(x)}`, { ...at(x), quick: true, ...(start ? { start } : {}) });
    return judged(a);
  };
  const [from, to] = [parseRational(c.value)!, parseRational(c.to)!];
  const bracket = await bisect<Judged>(from, to, judged(whole), p.halvings, judge);
  return described(c, bracket, [from, to], await shownWitness(p, c, bracket));
}

/** A short witness at the value that fails; the nearest one where there is none. */
async function shownWitness(p: Probe, c: Outline['constants'][number], b: Bracket<Judged>): Promise<Witness | null> {
  if (!b.fails) return null;
  const { at, judged } = b.fails;
  const start = judged.witness;
  const q = { constants: { [c.name]: text(at) }, quick: false, ...(start ? { start } : {}) };
  const a = await ask(p, `${c.name} = ${text(at)}, simplest`, q);
  return a.witness ?? start;
}

const decimal = (q: Rational): string => decimalDown(q, 12);

/** Surviving proves nothing: the place may lie somewhat before a value that survived, never behind one that fails. */
function guessed({ holds, sure, fails }: Bracket<Judged>, from: Rational, to: Rational): Guess | undefined {
  if (!fails) return undefined;
  const [start, held, broken] = [sure?.at ?? from, holds.at, fails.at].map(toNumber) as [number, number, number];
  const doubted = holds === sure ? start : 2 * held - broken;
  const near = start < broken ? Math.max(start, doubted) : Math.min(start, doubted);
  return closedForm(Math.min(near, broken), Math.max(near, broken), toNumber(from), toNumber(to));
}

function described(
  c: Outline['constants'][number],
  b: Bracket<Judged>,
  [from, to]: readonly [Rational, Rational],
  witness: Witness | null,
): Claim['constants'][number] {
  const guess = guessed(b, from, to);
  return {
    name: c.name,
    value: c.value,
    to: c.to,
    holds: { at: text(b.holds.at), decimal: decimal(b.holds.at), ...summary(b.holds.judged) },
    sure: b.sure ? { at: text(b.sure.at), decimal: decimal(b.sure.at), ...summary(b.sure.judged) } : null,
    fails: b.fails ? { at: text(b.fails.at), decimal: decimal(b.fails.at), witness } : null,
    guess: guess ? { text: guess.text, value: guess.value, chance: guess.chance } : null,
    asked: b.asked,
  };
}

/** All questions about one claim: hypotheses at once, then each constant. Throws Refusal. */
async function probed(p: Probe): Promise<Claim> {
  const o = value(p.file, await p.pool.run<Outline>({ kind: 'outline', file: p.file }));
  const whole = await ask(p, 'as it is', { quick: false });
  const head = { id: o.id, file: p.file, status: o.status, asExpected: whole.asExpected, ...summary(whole) };
  if (whole.verdict === 'refuted') return { ...head, witness: whole.witness, hypotheses: [], constants: [] };
  const hypotheses = await Promise.all(o.assume.map((_, i) => hypothesis(p, o, i)));
  const constants = held(whole) ? await Promise.all(o.constants.map((c) => constant(p, c, whole))) : [];
  return { ...head, witness: null, hypotheses, constants };
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const seed = wholeOption(options, 'seed', 1, 0, Number.MAX_SAFE_INTEGER)!;
  const runs = wholeOption(options, 'runs', RUNS, 1, 1e12)!;
  const halvings = wholeOption(options, 'halvings', 14, 1, 60)!;
  const workers = workerCount(options);
  if (options.json === true && options.markdown === true)
    throw new UsageError('--json or --markdown is wanted, found both');
  const { files, problems } = await findClaims(args);
  const errors: Problem[] = [...problems];
  const claims: Claim[] = [];
  const progress = progressBar(options.quiet === true || options.json === true);
  const pool = await openPool(workers, LIMITS);
  const one = async (file: string, done: number): Promise<void> => {
    const step = (at: string): void =>
      progress.show({ done, total: files.length, part: 0, runs: 0, at: `${file}: ${at}` });
    try {
      claims.push(await probed({ file, pool, base: { seed, runs }, halvings, step }));
    } catch (e) {
      if (!(e instanceof Refusal)) throw e;
      errors.push(e.problem);
    }
  };
  try {
    for (const [done, file] of files.entries()) await one(file, done);
  } finally {
    progress.clear();
    await pool.close();
  }
  print({ schema: 'counterflow/probe@1', seed, claims, errors }, options);
  if (errors.length > 0) return 2;
  return claims.every((c) => c.asExpected) ? 0 : 1;
}

function print(document: ProbeReport, options: Options): void {
  if (options.json === true) {
    printJson(document);
    return;
  }
  printProblems(document.errors);
  const shown = options.markdown === true ? probeMarkdown : probeText(options.color !== false);
  process.stdout.write(document.claims.map((c) => `${shown(c)}\n`).join('\n'));
}
