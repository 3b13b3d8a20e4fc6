/**
 * The same seed gives the same verdicts and witnesses on 1, 2 and 3 workers, and from 4 shards merged; witnesses are searched from
 * nothing. SHARDS="paths" takes those of the library, otherwise a few claims and runs.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const given = process.env.SHARDS?.split(' ');
const WHAT = given ?? ['theorems/balance/d*.ts', 'theorems/balance/product*.ts', 'theorems/descent/one-step-3-4.ts'];
const RUNS = given ? [] : ['--runs', '3000'];

interface Row {
  readonly id: string;
  readonly verdict: string;
  readonly witness: unknown;
  readonly boundary: unknown;
  readonly runs: number;
  readonly accepted: number;
}

async function json(...args: string[]): Promise<string> {
  const all = [join(ROOT, 'dist/cli.js'), ...args, '--json'];
  return promisify(execFile)(process.execPath, all, { cwd: ROOT, maxBuffer: 1 << 28 }).then(
    (r) => r.stdout,
    (e: { readonly code: number; readonly stdout: string }) => {
      if (e.code !== 1) throw e;
      return e.stdout;
    },
  );
}
const check = (...args: string[]): Promise<string> =>
  json('check', ...WHAT, '--no-witness', '--seed', '5', ...RUNS, ...args);
const rows = (text: string): readonly Row[] =>
  (JSON.parse(text) as { readonly claims: readonly Row[] }).claims
    .map(({ id, verdict, witness, boundary, runs, accepted }) => ({ id, verdict, witness, boundary, runs, accepted }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

test('1, 2 and 3 workers, and 4 shards merged', async () => {
  const one = rows(await check('--workers', '1'));
  expect(one.length).toBeGreaterThan(8);
  expect(one.filter((r) => r.verdict === 'refuted').length).toBeGreaterThan(5);
  expect(rows(await check('--workers', '2'))).toEqual(one);
  expect(rows(await check('--workers', '3'))).toEqual(one);
  const folder = mkdtempSync(join(tmpdir(), 'counterflow-shards-'));
  const files: string[] = [];
  for (const i of [1, 2, 3, 4]) {
    const text = await check('--workers', '1', '--shard', `${i}/4`);
    expect(rows(text).length).toBeLessThan(one.length);
    files.push(join(folder, `${i}.json`));
    writeFileSync(files[i - 1]!, text);
  }
  expect(rows(await json('report', ...files.flatMap((f) => ['--from', f])))).toEqual(one);
}, 7_200_000);
