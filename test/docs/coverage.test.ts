/** docs/coverage.md: every claim of the library is on it, every paper has a claim believed true and a false one. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findClaims } from '../../src/find.ts';
import { notReproduced } from '../../theorems/_papers.ts';

const ROOT = new URL('../..', import.meta.url).pathname;
const page = readFileSync(`${ROOT}/docs/coverage.md`, 'utf8');
const sections = page.split(/^## /m).slice(1);
const rows = (text: string): readonly { file: string; status: string }[] =>
  [...text.matchAll(/^\| \[[^\]]+\]\(\.\.\/([^)]+)\) \| (\w+) \|/gm)].map((m) => ({ file: m[1]!, status: m[2]! }));

it('lists every claim of the library once', async () => {
  const { files } = await findClaims(['theorems'], ROOT);
  expect(
    rows(page)
      .map((r) => r.file)
      .sort(),
  ).toEqual([...files]);
});

it('has a claim believed true and a false one for every paper', () => {
  for (const s of notReproduced.keys()) {
    const section = sections.find((x) => x.startsWith(`${s.authors}: ${s.title}`));
    const found = new Set(rows(section ?? '').map((r) => r.status));
    expect([s.authors, found.has('refuted'), found.has('theorem') || found.has('conjecture')]).toEqual([
      s.authors,
      true,
      true,
    ]);
  }
});
