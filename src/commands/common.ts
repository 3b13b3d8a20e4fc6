/** What the commands share: options read strictly, problems as lines, the last run on disk, exit codes. */
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ClaimResult, Problem } from '../claim/result.ts';
import { writeWhole } from '../claim/witness.ts';
import { findClaims } from '../find.ts';
import { type Limits, openPool } from '../pool.ts';
import { progressBar } from '../report/progress.ts';
import { problemWords } from '../report/words.ts';
import type { Answer, Task } from '../worker.ts';

export type Options = { readonly [name: string]: unknown };

/** Bad usage: exit 2 with this message. */
export class UsageError extends Error {}

/** A whole number option within bounds, or the default. Throws UsageError. */
export function wholeOption(
  options: Options,
  name: string,
  fallback: number | undefined,
  least: number,
  most: number,
): number | undefined {
  const given = options[name];
  if (given === undefined) return fallback;
  const n = Number(given);
  if (!Number.isInteger(n) || n < least || n > most || typeof given === 'boolean')
    throw new UsageError(
      `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}: a whole number from ${least} to ${most} is wanted, found ${JSON.stringify(given)}`,
    );
  return n;
}

export const workerCount = (options: Options): number =>
  wholeOption(options, 'workers', Math.min(8, availableParallelism()), 1, 256)!;

export const printProblems = (problems: readonly Problem[]): void => {
  for (const p of problems) process.stderr.write(`${problemWords(p)}\n`);
};

export const printJson = (document: unknown): void => {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
};

export interface LastRun {
  readonly seed: number;
  readonly results: readonly ClaimResult[];
}
const FOLDER = '.counterflow';

export function saveLastRun(run: LastRun): void {
  mkdirSync(FOLDER, { recursive: true });
  writeWhole(`${FOLDER}/last.json`, JSON.stringify(run));
}

/** The last run of `check` in this folder, if there was one that can be read. */
export function lastRun(): LastRun | undefined {
  try {
    const run = JSON.parse(readFileSync(`${FOLDER}/last.json`, 'utf8')) as LastRun;
    return Array.isArray(run.results) ? run : undefined;
  } catch {
    return undefined;
  }
}

/** One task for each claim named, in order, in one worker, with a progress bar. What did not load comes as problems. */
export async function performAll<T>(
  args: readonly string[],
  taskOf: (file: string) => Task,
  limits: Limits,
  options: Options,
): Promise<{ readonly values: readonly T[]; readonly errors: readonly Problem[] }> {
  const { files, problems } = await findClaims(args);
  const errors: Problem[] = [...problems];
  const values: T[] = [];
  const progress = progressBar(options.quiet === true || options.json === true);
  const pool = await openPool(1, limits);
  for (const [done, file] of files.entries()) {
    progress.show({ done, total: files.length, part: 0, runs: 0, at: file });
    const answer = await pool.run<T>(taskOf(file));
    if (answer.kind === 'ok') values.push(answer.value);
    else if (answer.kind === 'problem') errors.push(answer.problem);
    else errors.push({ file, line: null, column: null, wanted: 'a consistent verdict', found: answer.message });
  }
  progress.clear();
  await pool.close();
  return { values, errors };
}

/** One task in a worker of its own, with a progress bar. */
export async function performOne<T>(task: Task, limits: Limits, options: Options): Promise<Answer<T>> {
  const progress = progressBar(options.quiet === true || options.json === true);
  progress.show({ done: 0, total: 1, part: 0, runs: 0, at: task.file });
  const pool = await openPool(1, limits);
  const answer = await pool.run<T>(task);
  progress.clear();
  await pool.close();
  return answer;
}
