/**
 * docs/sharp-constants.md: every declared constant of a theorem is on it, every counterexample refutes, and what is said to
 * hold is proved or certified again: a sample here, all of it and the brackets anew with PROBE=all (`npm run probes`).
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answer, outline } from '../../src/probe.ts';
import { declaring, PAGE, page, ROWS, type Row, rowsNow, sharpness } from '../../tools/sharp.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const WHOLE = process.env.PROBE === 'all';
const rows = JSON.parse(readFileSync(ROWS, 'utf8')) as readonly Row[];
const sample = WHOLE ? rows : rows.filter((_, i) => i % 4 === 0);
const silent = { loaded: () => {}, progress: () => {} };
const at = (r: Row, value: string) => ({ constants: { [r.name]: value }, seed: 1, quick: true });

it('the page is made of the rows', () => {
  expect(readFileSync(PAGE, 'utf8')).toBe(page(rows));
});

it('has every declared constant of a theorem that its derivation or boxes cover', async () => {
  const listed = new Set(rows.map((r) => `${r.file} ${r.name}`));
  const missing: string[] = [];
  for (const file of declaring()) {
    const { status, constants } = await outline(join(ROOT, file));
    if (status !== 'theorem') continue;
    for (const c of constants) {
      const row = rows.find((r) => r.file === file && r.name === c.name);
      if (row) expect([row.value, row.to]).toEqual([c.value, c.to]);
      if (!listed.has(`${file} ${c.name}`)) missing.push(`${file} ${c.name}`);
    }
  }
  expect(missing).toEqual(['theorems/potential/depth-bounds.ts c', 'theorems/potential/depth-bounds.ts k']);
}, 60_000);

it('ten constants at least have a closed bracket', () => {
  expect(rows.filter((r) => sharpness(r) !== 'open').length).toBeGreaterThanOrEqual(10);
});

describe('a verified counterexample at the end that fails', () => {
  it.each(rows.map((r) => [`${r.id} ${r.name} = ${r.fails.at}`, r] as const))(
    '%s',
    async (_, r) => {
      const q = { ...at(r, r.fails.at), runs: 1, start: r.fails.witness };
      expect((await answer(join(ROOT, r.file), q, silent)).verdict).toBe('refuted');
    },
    60_000,
  );
});

describe('proved or certified at the end that holds', () => {
  it.each(sample.map((r) => [`${r.id} ${r.name} = ${r.sure.at}`, r] as const))(
    '%s',
    async (_, r) => {
      const q = { ...at(r, r.sure.at), runs: 2000 };
      expect((await answer(join(ROOT, r.file), q, silent)).verdict).toBe(r.sure.verdict);
    },
    300_000,
  );
});

it.runIf(WHOLE)(
  'the brackets come out the same',
  async () => {
    const brackets = (list: readonly Row[]) => list.map((r) => [r.id, r.name, r.sure, r.fails.at, r.guess]);
    expect(brackets(await rowsNow())).toEqual(brackets(rows));
  },
  3_600_000,
);
