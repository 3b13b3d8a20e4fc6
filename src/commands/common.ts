/** What the commands share: options read strictly, problems as lines, the last run on disk, exit codes. */
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ClaimResult, Problem } from '../claim/result.ts';
import { writeWhole } from '../claim/witness.ts';
import { problemWords } from '../report/words.ts';

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
      `--${name}: a whole number from ${least} to ${most} is wanted, found ${JSON.stringify(given)}`,
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
