/** `counterflow hunt`: an open-ended search on many claims at once; what it finds is pinned beside the claims. */
import type { Checked, ClaimResult, ClaimRow } from '../claim/result.ts';
import { asExpected, metTooRarely, type Verdict } from '../claim/verdict.ts';
import { witnessPath } from '../claim/witness.ts';
import { openPool } from '../pool.ts';
import { progressBar } from '../report/progress.ts';
import { pointWords } from '../report/words.ts';
import { type ChaseInput, chase, type Quarry } from './chase.ts';
import { checkInput, claimsMeant, exitCode, printTable, reports, summaryOf } from './check.ts';
import { type Options, printJson, UsageError, wholeOption } from './common.ts';
import { writeOutputs } from './outputs.ts';
import { pinFound, prepareTrails } from './trail.ts';

/** Errands under way may end after the budget by this much; witnesses being made simple by more. */
const GRACE = 2000;
const FINISH = 30_000;
/** A line of progress where there is no terminal. */
const EVERY = 10_000;

const UNITS = { s: 1000, m: 60_000, h: 3_600_000 } as const;

/** Milliseconds of `60s`, `10m`, `2h`, a bare number being seconds. Throws UsageError. */
export function budgetOf(given: unknown): number {
  const match = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(String(given));
  const milliseconds = Number(match?.[1]) * UNITS[(match?.[2] || 's') as keyof typeof UNITS];
  if (!match || !(milliseconds > 0) || milliseconds > 1e10)
    throw new UsageError(`--budget: a time such as 60s, 10m or 2h is wanted, found ${JSON.stringify(given)}`);
  return milliseconds;
}

interface Verdicts {
  readonly verdict: Verdict;
  readonly reason: string | null;
}

function verdictOf(q: Quarry): Verdicts {
  if (q.found) return { verdict: 'refuted', reason: null };
  if (metTooRarely(q.runs, q.accepted))
    return { verdict: 'vacuous', reason: `${q.accepted} of ${q.runs} points met the assumptions` };
  if (q.certain) return { verdict: 'certified', reason: null };
  if (q.suspicion !== null) return { verdict: 'suspect', reason: q.suspicion };
  return q.margin === null ? { verdict: 'undecided', reason: 'undefined' } : { verdict: 'survived', reason: null };
}

function resultOf(q: Quarry): ClaimResult[] {
  const { last, details } = q;
  if (!last || !details) return [];
  const decided = verdictOf(q);
  const row: ClaimRow = {
    id: last.id,
    file: q.file,
    status: last.status,
    ...decided,
    asExpected: asExpected(last.status, decided.verdict),
    runs: q.runs,
    accepted: q.accepted,
    estimate: q.margin,
    derivation: null,
    witness: q.found?.witness ?? null,
    boundary: q.found?.boundary ?? null,
    evidence: q.resumed ? ['taken up from an earlier hunt'] : [],
    milliseconds: Math.round(q.milliseconds),
  };
  return [{ row, details }];
}

const checkedOf = (all: readonly Quarry[], problems: Checked['problems']): Checked => ({
  results: all.flatMap(resultOf),
  problems: [...problems, ...all.flatMap((q) => q.problem ?? [])],
  contradictions: all.flatMap((q) => q.contradiction ?? []),
});

const scaled = (n: number): string =>
  n >= 1e6 ? `${(n / 1e6).toFixed(1)}M` : n >= 1e4 ? `${Math.round(n / 1e3)}k` : `${n}`;

/** Rate, best margin and how it was found, on a terminal as a bar, elsewhere as a line now and then. */
function reporter(quiet: boolean, budget: number): Pick<ChaseInput, 'news'> & { readonly clear: () => void } {
  const bar = progressBar(quiet);
  const [start, before] = [Date.now(), new Map<Quarry, number>()];
  let [shown, runs] = [start, 0];
  const news = (q: Quarry, all: readonly Quarry[]): void => {
    const now = Date.now();
    runs += q.runs - (before.get(q) ?? (q.resumed ? q.runs : 0));
    before.set(q, q.runs);
    const best = `${q.last!.id}, margin ${q.margin?.toPrecision(3) ?? 'none'} (${q.strategy ?? 'none'})`;
    const done = all.filter((x) => x.over).length;
    const left = Number.isFinite(budget) ? `, ${Math.max(0, Math.round((start + budget - now) / 1000))} s left` : '';
    bar.show({ done, total: all.length, part: 0, runs, at: `${best}${left}` });
    if (quiet || process.stderr.isTTY || now - shown < EVERY) return;
    shown = now;
    const rate = scaled(Math.round((1000 * runs) / (now - start)));
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    process.stderr.write(
      `${Math.round((now - start) / 1000)} s: ${scaled(runs)} runs, ${rate} a second, ${memory} MiB; ${best}${left}\n`,
    );
  };
  return { news, clear: bar.clear };
}

const sleep = (milliseconds: number): Promise<void> => new Promise((r) => setTimeout(r, milliseconds).unref());

/** Waits for errands to end: a little after the budget, longer where a witness is being made simple. */
async function awaited(done: Promise<unknown>, deadline: () => number, finishing: () => boolean): Promise<void> {
  let over = false;
  const ended = done.then(() => {
    over = true;
  });
  for (;;) {
    await Promise.race([ended, sleep(200)]);
    const late = Date.now() - deadline();
    if (over || late > FINISH || (late > GRACE && !finishing())) return;
  }
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const input = checkInput(options);
  const counted = input.runs !== undefined && options.budget === undefined;
  const budget = counted ? Infinity : budgetOf(options.budget ?? '60s');
  const seconds = wholeOption(options, 'claimSeconds', 120, 1, 86_400)!;
  const meant = await claimsMeant(args, options);
  prepareTrails(meant.files);
  const limits = { loadMilliseconds: input.loadSeconds * 1000, taskMilliseconds: seconds * 1000 };
  const pool = await openPool(input.workers, limits);
  const report = reporter(input.quiet, budget);
  const start = Date.now();
  let deadline = start + budget;
  const stop = (): void => {
    deadline = Math.min(deadline, Date.now());
  };
  process.once('SIGINT', stop);
  /** Witnesses that are being made simple, and whether they lie beside their claims. */
  const simplifying = new Map<Quarry, boolean>();
  const { all, done } = chase(meant.files, pool, {
    ...input,
    over: () => Date.now() >= deadline,
    news: report.news,
    found: (q, w, simple) => {
      const keep = simplifying.has(q) ? simplifying.get(q) === false : !input.useWitness;
      const pinned = pinFound(q.file, w, keep);
      if (simple) simplifying.delete(q);
      else simplifying.set(q, pinned);
      const what = simple ? 'made simple' : 'refuted';
      if (options.quiet !== true)
        process.stderr.write(`${w.claim}: ${what} at ${pointWords(w)}; in ${witnessPath(q.file)}\n`);
    },
  });
  let checked: Checked;
  try {
    await awaited(
      done,
      () => deadline,
      () => simplifying.size > 0,
    );
  } finally {
    process.off('SIGINT', stop);
    report.clear();
    checked = checkedOf(all, meant.problems);
    await pool.close();
  }
  await writeOutputs(checked, options);
  const written = await reports(checked, options, input.seed);
  print(checked, all, options, { seed: input.seed, seconds: (Date.now() - start) / 1000, written });
  const code = exitCode(checked, options.strict === true);
  return code === 0 && options.strict === true && unreached(all).length > 0 ? 3 : code;
}

/** Claims whose first errand had not ended when the budget did. */
const unreached = (all: readonly Quarry[]): readonly string[] =>
  all.filter((q) => !q.last && !q.problem && q.contradiction === undefined).map((q) => q.file);

interface Totals {
  readonly seed: number;
  readonly seconds: number;
  readonly written: number;
}

function print(c: Checked, all: readonly Quarry[], options: Options, t: Totals): void {
  for (const message of c.contradictions) process.stderr.write(`${message}\n`);
  if (options.json !== true) {
    printTable(c, options, t.written);
    const left = unreached(all);
    if (left.length > 0) process.stderr.write(`${left.length} claims were not reached before the budget ended\n`);
    return;
  }
  const by = new Map(all.map((q) => [q.file, q]));
  const claims = c.results.map(({ row }) => {
    const q = by.get(row.file)!;
    return { ...row, blocks: q.blocks, strategy: q.found?.strategy ?? q.strategy, resumed: q.resumed };
  });
  const summary = summaryOf(c.results);
  printJson({
    schema: 'counterflow/hunt@1',
    seed: t.seed,
    seconds: t.seconds,
    claims,
    unreached: unreached(all),
    errors: c.problems,
    summary,
  });
}
