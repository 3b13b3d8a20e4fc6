/**
 * Every claim of the library as a property: the verdict is what the claim's status promises, and docs/coverage.md has it,
 * with what it rests on. Budget: COUNTERFLOW_RUNS.
 */
import { readFileSync } from 'node:fs';
import { describeClaims, type Meta } from 'counterflow/vitest';
import { expect, it, type RunnerTask } from 'vitest';

await describeClaims('theorems/**/*.ts', { runs: Number(process.env.COUNTERFLOW_RUNS ?? 2048) });

type Tested = Pick<RunnerTask, 'mode' | 'meta'> & { readonly tasks?: readonly Tested[] };
const leaves = (t: Tested): readonly Tested[] => t.tasks?.flatMap(leaves) ?? [t];

/** Status, verdict and evidence of each file on the page. */
function onPage(): ReadonlyMap<string, string> {
  const page = readFileSync(new URL('../docs/coverage.md', import.meta.url), 'utf8');
  const rows = page.matchAll(/^\| \[[^\]]+\]\(\.\.\/([^)]+)\) \| (.*? \| .*? \| .*?) \|/gm);
  return new Map([...rows].map((m) => [m[1]!, m[2]!]));
}

it('docs/coverage.md has these verdicts (npm run coverage writes it)', ({ task }) => {
  const page = onPage();
  const checked = leaves(task.file as Tested).flatMap((t) => (t.meta as Meta).counterflow ?? []);
  const ran = leaves(task.file as Tested).filter((t) => t.mode === 'run').length - 1;
  expect(checked.length, 'claims that gave a verdict').toBe(ran);
  const now = checked.map((c) => `${c.file}: ${c.status} | ${c.verdict} | ${c.evidence}`);
  expect(checked.map((c) => `${c.file}: ${page.get(c.file)}`)).toEqual(now);
});
