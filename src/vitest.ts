/**
 * Claims as vitest tests: `describeClaims('theorems/**')` makes one test for each claim file, failing when the verdict is
 * not what the claim's status promises. Claims run in the package's own workers, not in vitest's transformed modules.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { ClaimResult } from './claim/result.ts';
import { findClaims } from './load.ts';
import { openPool, type Pool } from './pool.ts';

export interface DescribeOptions {
  /** Seed of the search; default 1. */
  readonly seed?: number;
  /** Evaluations a claim; default as in `counterflow check`. */
  readonly runs?: number;
  /** Time limit a claim, in milliseconds; default 120 000. */
  readonly timeout?: number;
}

/** One test per claim file matched by the glob (or folder, or path). Call at top level of a test file with `await`. */
export async function describeClaims(glob: string | readonly string[], options: DescribeOptions = {}): Promise<void> {
  const given = typeof glob === 'string' ? [glob] : glob;
  const { files, problems } = await findClaims(given);
  const timeout = options.timeout ?? 120_000;
  describe(`claims in ${given.join(', ')}`, () => {
    let pool: Promise<Pool> | undefined;
    const opened = (): Promise<Pool> => {
      pool ??= openPool(1, { loadMilliseconds: 20_000, taskMilliseconds: timeout });
      return pool;
    };
    afterAll(async () => (await pool)?.close());
    for (const p of problems)
      it(p.file, () => {
        throw new Error(`${p.wanted} is wanted, found ${p.found}`);
      });
    for (const file of files) it(file, async () => checkOne(await opened(), file, options), timeout + 30_000);
  });
}

async function checkOne(pool: Pool, file: string, options: DescribeOptions): Promise<void> {
  const settings = { seed: options.seed ?? 1, runs: options.runs, useWitness: true };
  const answer = await pool.run<ClaimResult>({ kind: 'check', file, options: settings });
  if (answer.kind === 'contradiction') throw new Error(answer.message);
  if (answer.kind === 'problem') {
    const { line, column, wanted, found } = answer.problem;
    throw new Error(
      `${answer.problem.file}${line === null ? '' : `:${line}:${column}`}: ${wanted} is wanted, found ${found}`,
    );
  }
  const { row } = answer.value;
  const seen = `${row.id}: ${row.status} and ${row.verdict}${row.witness ? ` ${JSON.stringify(row.witness.values)}` : ''}`;
  expect(row.asExpected, seen).toBe(true);
}
