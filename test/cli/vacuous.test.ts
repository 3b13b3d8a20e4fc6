/** What a search says about itself: coverage of a true claim, vacuous claims as errors, every run as an observation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { claimText, project } from './project.ts';

interface Row {
  readonly verdict: string;
  readonly reason: string | null;
  readonly runs: number;
  readonly accepted: number;
  readonly estimate: number | null;
  readonly evidence: readonly string[];
}
const rowOf = (out: string): Row => (JSON.parse(out) as { readonly claims: readonly Row[] }).claims[0]!;

/** No derivation finds it, and it touches zero: it survives. */
const TRUE = claimText('right', {
  reals: "{ x: real('[0, 1]'), y: real('[1/4, 2]') }",
  assume: '({ x, y }) => that`${x}*${y} <= 1`',
  conclude: '({ x, y }) => that`sin(${x}*${y})*sin(${x}*${y}) <= ${x}*${y} + tan(${x}/9)^2`',
  cover: '({ x, y }) => that`${x}*${y} > 1/2`',
});

const RUNS = process.env.MILLION ? 1_000_000 : 50_000;

test(`a true claim at ${RUNS} runs reports acceptance, coverage and its smallest margin`, async () => {
  const p = project('module');
  p.write('claims/right.ts', TRUE);
  const r = await p.run('check', '--runs', `${RUNS}`, '--json');
  expect(r.code, r.err).toBe(0);
  const row = rowOf(r.out);
  expect(['survived', 'certified']).toContain(row.verdict);
  expect(row.runs).toBeGreaterThanOrEqual(RUNS);
  expect(row.accepted).toBeGreaterThan(RUNS / 10);
  expect(row.estimate).toBeGreaterThan(-1e-15);
  const evidence = row.evidence.join('\n');
  expect(evidence).toMatch(/\d+ % of \d+ runs met the assumptions/);
  expect(evidence).toContain('parts of each range met: x 16/16, y 16/16');
  expect(evidence).toMatch(/\d+ % of the accepted runs had x\*y > 1\/2/);
  expect(evidence).not.toContain('health');
});

test.each([
  ['hypotheses that contradict one another', { assume: '({ x }) => [that`${x} < 0`]' }, /^0 of \d+ points met/],
  [
    'a region that is left out',
    {
      cover: '({ v }) => that`sum(${v}^2) > 199/100`',
      reals: "{ x: real('[0, 1]'), v: vector(2, '[-1, 1]'), w: vector(6, '[-1, 1]') }",
    },
    /of the accepted runs had .*, 10 % are wanted/,
  ],
])('vacuous: %s', async (_, parts, reason) => {
  const p = project('module');
  p.write('claims/empty.ts', claimText('empty', { conclude: '({ x, v }) => that`${x} + sum(${v}^2) >= 0`', ...parts }));
  const r = await p.run('check', '--json');
  expect(r.code).toBe(1);
  expect(rowOf(r.out).verdict).toBe('vacuous');
  expect(rowOf(r.out).reason).toMatch(reason);
});

/** The schema that Hypothesis publishes for test cases, required keys and types. */
const observation = z.strictObject({
  type: z.literal('test_case'),
  run_start: z.number(),
  property: z.string(),
  status: z.enum(['passed', 'failed', 'gave_up']),
  status_reason: z.string(),
  representation: z.string(),
  arguments: z.record(z.string(), z.unknown()),
  how_generated: z.string().nullable(),
  features: z.record(z.string(), z.unknown()),
  coverage: z.record(z.string(), z.array(z.number().int())).nullable(),
  timing: z.record(z.string(), z.number().min(0)),
  metadata: z.record(z.string(), z.unknown()),
});

test('--observe writes one line for each run in doubles, passed, failed and given up', async () => {
  const p = project('module');
  p.write(
    'claims/a.ts',
    claimText('a', { assume: '({ x }) => that`${x} <= 3/4`', conclude: '({ x }) => that`${x} <= 3/4`' }),
  );
  p.write(
    'claims/b.ts',
    claimText('b', { status: "'refuted'", conclude: '({ x, v }) => that`${x} + ${v.at(0)} <= 19/10`' }),
  );
  const r = await p.run('check', '--runs', '5000', '--observe', 'runs.jsonl', '--json');
  const rows = (JSON.parse(r.out) as { readonly claims: readonly (Row & { readonly id: string })[] }).claims;
  const lines = readFileSync(join(p.dir, 'runs.jsonl'), 'utf8').trim().split('\n');
  const all = lines.map((l) => observation.parse(JSON.parse(l)));
  const a = all.filter((o) => o.property === 'a');
  expect(a.length).toBe(5000);
  expect(a.filter((o) => o.status === 'passed').length).toBe(rows.find((x) => x.id === 'a')!.accepted);
  expect(a.filter((o) => o.status === 'gave_up').length).toBe(5000 - rows.find((x) => x.id === 'a')!.accepted);
  const failed = all.filter((o) => o.property === 'b' && o.status === 'failed');
  expect(failed.length).toBeGreaterThan(0);
  for (const o of failed) {
    const { x, v } = o.arguments as { readonly x: number; readonly v: readonly number[] };
    expect(x + v[0]!).toBeGreaterThan(1.9);
    expect(o.status_reason).toContain('x + v[0] <= 19/10 fails by');
  }
});
