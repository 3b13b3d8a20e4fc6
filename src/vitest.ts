/**
 * Claims as vitest tests: `describeClaims('theorems/**')` makes one test for each claim file, failing when the verdict is
 * not what the claim's status promises. Claims run in the package's own workers, not in vitest's transformed modules.
 */
import { afterAll, describe, expect, it } from 'vitest';
import type { ClaimResult, ClaimRow } from './claim/result.ts';
import { findClaims } from './find.ts';
import { openPool, type Pool } from './pool.ts';
import { evidenceWords, problemWords, resultWords } from './report/words.ts';

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
        throw new Error(problemWords(p));
      });
    for (const file of files)
      it(file, async ({ task }) => checkOne(await opened(), file, options, task.meta as Meta), timeout + 30_000);
  });
}

/** What the reporter reads of a test that checked a claim. */
export interface Meta {
  counterflow?: Pick<ClaimRow, 'id' | 'status' | 'verdict' | 'asExpected' | 'runs' | 'accepted'> & {
    readonly said: string;
    /** What the verdict rests on. */
    readonly evidence: string;
    readonly file: string;
  };
}

async function checkOne(pool: Pool, file: string, options: DescribeOptions, meta: Meta): Promise<void> {
  const settings = { seed: options.seed ?? 1, runs: options.runs, useWitness: true };
  const answer = await pool.run<ClaimResult>({ kind: 'check', file, options: settings });
  if (answer.kind === 'contradiction') throw new Error(answer.message);
  if (answer.kind === 'problem') throw new Error(problemWords(answer.problem));
  const { id, status, verdict, asExpected, runs, accepted } = answer.value.row;
  const said = resultWords(answer.value);
  const evidence = evidenceWords(answer.value.row);
  meta.counterflow = { id, file, status, verdict, asExpected, runs, accepted, said, evidence };
  expect(asExpected, `${id}: ${said}`).toBe(true);
}
