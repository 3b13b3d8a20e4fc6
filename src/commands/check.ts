/** `counterflow check`: claims to workers, verdicts to a table, JSON, reports, witness files and an exit code. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Checked, ClaimResult, ClaimRow, Problem } from '../claim/result.ts';
import { VERDICTS, type Verdict } from '../claim/verdict.ts';
import { writeWitness } from '../claim/witness.ts';
import { type FoundFiles, findClaims } from '../find.ts';
import { openPool, type Pool } from '../pool.ts';
import { progressBar } from '../report/progress.ts';
import { cut, paint, paintVerdict, type Style, styleFor, table } from '../report/style.ts';
import type { Event } from '../worker.ts';
import { type Options, printJson, printProblems, saveLastRun, UsageError, wholeOption, workerCount } from './common.ts';
import { checkOutputs, writeOutputs } from './outputs.ts';

const TASK_MILLISECONDS = 600_000;
/** What the bar takes for one claim where --runs says nothing. */
const USUAL_RUNS = 20_000;

export interface CheckInput {
  readonly seed: number;
  readonly runs: number | undefined;
  readonly workers: number;
  readonly useWitness: boolean;
  /** A file to which every run is appended. */
  readonly observe?: string | undefined;
  readonly quiet: boolean;
  readonly loadSeconds: number;
}

const short = (n: number): string => (n >= 10_000 ? `${Math.round(n / 1000)}k` : `${n}`);

/** Workers for so many files. */
export const openCheckPool = (files: number, input: CheckInput): Promise<Pool> =>
  openPool(Math.max(1, Math.min(input.workers, files)), {
    loadMilliseconds: input.loadSeconds * 1000,
    taskMilliseconds: TASK_MILLISECONDS,
  });

/** Checks files in workers; results come in the order of the files, whatever the number of workers. Closes the pool. */
export async function checkFiles(files: readonly string[], input: CheckInput, open?: Pool): Promise<Checked> {
  const pool = open ?? (await openCheckPool(files.length, input));
  const progress = progressBar(input.quiet);
  const busy = new Map<string, number>();
  const each = input.runs ?? USUAL_RUNS;
  let [done, past] = [0, 0];
  const show = (at: string): void => {
    const now = [...busy.values()];
    const part = now.reduce((s, n) => s + Math.min(0.95, n / each), 0);
    progress.show({ done, total: files.length, part, runs: past + now.reduce((s, n) => s + n, 0), at });
  };
  const one = async (file: string): Promise<Awaited<ReturnType<typeof pool.run<ClaimResult>>>> => {
    const onEvent = (e: Event): void => {
      if (e.kind === 'progress') busy.set(file, e.runs);
      show(e.kind === 'progress' ? `${file}: ${e.strategy}, margin ${e.margin.toPrecision(3)}` : file);
    };
    const options = {
      seed: input.seed,
      runs: input.runs,
      useWitness: input.useWitness,
      ...(input.observe === undefined ? {} : { observe: input.observe }),
    };
    const answer = await pool.run<ClaimResult>({ kind: 'check', file, options }, onEvent);
    past += busy.get(file) ?? 0;
    busy.delete(file);
    done++;
    show(file);
    return answer;
  };
  const { promise: interrupted, off } = interruption();
  const answers = await Promise.all(files.map((file) => Promise.race([one(file), interrupted])));
  off();
  progress.clear();
  await pool.close();
  return sorted(files, answers);
}

const INTERRUPTED = { kind: 'interrupted' } as const;

/** Settles at the first Ctrl-C, so that what has been found by then is kept; the second one ends the process. */
function interruption(): { readonly promise: Promise<typeof INTERRUPTED>; readonly off: () => void } {
  let stop = (): void => {};
  const promise = new Promise<typeof INTERRUPTED>((settle) => {
    stop = (): void => settle(INTERRUPTED);
  });
  process.once('SIGINT', stop);
  return { promise, off: () => process.off('SIGINT', stop) };
}

const UNPLACED = { line: null, column: null } as const;

function sorted(files: readonly string[], answers: readonly { kind: string }[]): Checked {
  const results: ClaimResult[] = [];
  const problems: Problem[] = [];
  const contradictions: string[] = [];
  const ids = new Map<string, string>();
  answers.forEach((a, i) => {
    const answer = a as { kind: string; value: ClaimResult; problem: Problem; message: string };
    if (answer.kind === 'problem') problems.push(answer.problem);
    if (answer.kind === 'contradiction') contradictions.push(answer.message);
    if (answer.kind !== 'ok') return;
    const { id } = answer.value.row;
    const other = ids.get(id);
    ids.set(id, files[i]!);
    if (other === undefined) results.push(answer.value);
    else
      problems.push({
        ...UNPLACED,
        file: files[i]!,
        wanted: 'a claim id of its own',
        found: `"${id}", the id in ${other} too`,
      });
  });
  const left = files.filter((_, i) => answers[i] === INTERRUPTED);
  return { results, problems, contradictions, ...(left.length > 0 ? { left } : {}) };
}

function shardOf(files: readonly string[], shard: unknown): readonly string[] {
  if (shard === undefined) return files;
  const match = /^(\d+)\/(\d+)$/.exec(String(shard));
  const [i, n] = [Number(match?.[1]), Number(match?.[2])];
  if (!match || i < 1 || i > n) throw new UsageError(`--shard: i/n with 1 ≤ i ≤ n is wanted, found "${shard}"`);
  return files.filter((f) => createHash('sha256').update(f).digest().readUInt32BE(0) % n === i - 1);
}

const witnessText = (r: ClaimRow): string => {
  if (!r.witness) return r.reason ?? '';
  const parts = [...Object.entries(r.witness.sizes), ...Object.entries(r.witness.values)];
  const flat = (v: unknown): string => (Array.isArray(v) ? `(${v.map(flat).join(',')})` : String(v));
  const all = parts.map(([k, v]) => `${k}=${flat(v)}`).join(' ');
  return cut(all, 60);
};

const COLUMNS = [
  { head: 'claim', least: 28, tail: true },
  { head: '' },
  { head: 'status', spare: 3 },
  { head: 'verdict' },
  { head: 'runs', right: true, spare: 6 },
  { head: 'accepted', right: true, spare: 2 },
  { head: 'margin', right: true, spare: 4 },
  { head: 'seconds', right: true, spare: 5 },
  { head: 'witness or reason', least: 17, spare: 1 },
];

function verdictTable(results: readonly ClaimResult[], s: Style): string {
  const rows = results.map(({ row }) => [
    row.id,
    row.asExpected ? 'ok' : paint(s, 'red', 'NOT AS EXPECTED'),
    row.status,
    paintVerdict(s, row.verdict, row.verdict),
    short(row.runs),
    short(row.accepted),
    row.estimate === null ? '' : row.estimate.toPrecision(2),
    `${(row.milliseconds / 1000).toFixed(1)}`,
    witnessText(row),
  ]);
  return table(s, COLUMNS, rows);
}

export const summaryOf = (results: readonly ClaimResult[]): { readonly [v in Verdict]?: number } =>
  Object.fromEntries(
    VERDICTS.map((v) => [v, results.filter((r) => r.row.verdict === v).length] as const).filter(([, n]) => n > 0),
  );

/** The exit code of a finished check. */
export function exitCode(c: Checked, strict: boolean): number {
  if (c.contradictions.length > 0) return 4;
  if (c.problems.length > 0) return 2;
  if (c.results.some((r) => !r.row.asExpected)) return 1;
  return strict && c.results.some((r) => r.row.verdict === 'undecided') ? 3 : 0;
}

export /** Witnesses are pinned where there is none, or where the claim has changed since. */
function pin(results: readonly ClaimResult[]): void {
  for (const { row } of results) if (row.witness) writeWitness(row.file, row.witness);
}

/** The options of a check, read strictly. Throws UsageError. */
export function checkInput(options: Options): CheckInput {
  checkOutputs(options);
  return {
    seed: wholeOption(options, 'seed', 1, 0, Number.MAX_SAFE_INTEGER)!,
    runs: wholeOption(options, 'runs', undefined, 1, 1e12),
    workers: workerCount(options),
    quiet: options.quiet === true || options.json === true,
    loadSeconds: wholeOption(options, 'loadSeconds', 20, 1, 3600)!,
    useWitness: options.witness !== false,
    observe: typeof options.observe === 'string' ? resolve(options.observe) : undefined,
  };
}

/** The claims meant, of this shard. Throws UsageError where there are none at all. */
export async function claimsMeant(args: readonly string[], options: Options): Promise<FoundFiles> {
  const { files, problems } = await findClaims(args);
  if (files.length === 0 && problems.length === 0)
    throw new UsageError(
      'claims in theorems/, claims/ or *.claim.ts are wanted, found none (counterflow new my-claim writes one)',
    );
  return { files: shardOf(files, options.shard), problems };
}

export async function run(args: readonly string[], options: Options): Promise<number> {
  const input = checkInput(options);
  const { seed } = input;
  const found = await claimsMeant(args, options);
  const checked = await checkFiles(found.files, input);
  const all: Checked = { ...checked, problems: [...found.problems, ...checked.problems] };
  saveLastRun({ seed, results: all.results });
  await writeOutputs(all, options);
  if (options.pin === true) pin(all.results);
  const written = await reports(all, options, seed);
  print(all, options, seed, written);
  if (!all.left) return exitCode(all, options.strict === true);
  process.stderr.write(`interrupted: ${all.left.length} of ${found.files.length} claims were not checked\n`);
  return 130;
}

/** Markdown, Python and HTML, where --report asks for them; how many counterexamples there were. */
export async function reports(c: Checked, options: Options, seed: number): Promise<number> {
  if (typeof options.report !== 'string') return 0;
  const { writeReports } = await import('./pages.ts');
  const quiet = options.quiet === true || options.json === true;
  return writeReports(c, { dir: options.report, seed, workers: workerCount(options), quiet });
}

function print(c: Checked, options: Options, seed: number, written: number): void {
  for (const message of c.contradictions) process.stderr.write(`${message}\n`);
  if (options.json !== true) {
    printTable(c, options, written);
    return;
  }
  const claims = c.results.map((r) => r.row);
  printJson({ schema: 'counterflow/check@1', seed, claims, errors: c.problems, summary: summaryOf(c.results) });
}

export function printTable(c: Checked, options: Options, written: number): void {
  printProblems(c.problems);
  const s = styleFor(process.stdout, options.color !== false);
  const shown = options.quiet === true ? c.results.filter((r) => !r.row.asExpected) : c.results;
  if (shown.length > 0) process.stdout.write(`${verdictTable(shown, s)}\n`);
  for (const r of c.results.filter((x) => x.details.staleWitness))
    process.stdout.write(
      `${r.row.file}: the committed witness is stale (the claim has changed); --pin writes a new one\n`,
    );
  if (options.quiet === true || c.results.length === 0) return;
  const counts = Object.entries(summaryOf(c.results)).map(([v, n]) => `${n} ${v}`);
  process.stdout.write(
    `\n${c.results.length} ${c.results.length === 1 ? 'claim' : 'claims'}: ${counts.join(', ')}${c.problems.length > 0 ? `; ${c.problems.length} did not load` : ''}\n`,
  );
  if (typeof options.report === 'string')
    process.stdout.write(`reports in ${options.report}/index.html, ${written} of counterexamples as Markdown\n`);
}
