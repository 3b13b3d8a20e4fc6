/**
 * docs/coverage.md: every claim of the library is on it, every paper has a claim believed true and a false one, the summary counts
 * what stands below, the theorems that only survived are those that say why (`unproved`). That its verdicts are those of a check
 * is compared where every claim is checked, in properties/library.test.ts.
 */
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

it('counts in its summary what stands below', () => {
  const [head = '', , ...lines] = /^\| paper \|[\s\S]*?\n\n/m.exec(page)![0].trim().split('\n');
  const cells = (line: string): readonly string[] => line.split(' | ').map((c) => c.replace(/^\| | \|$/g, ''));
  const verdicts = cells(head).slice(3);
  const counted = (text: string): readonly number[] => {
    const all = [...text.matchAll(/^\| \[[^\]]+\]\([^)]+\) \| (\w+) \| (\w+) \|/gm)];
    const falsehoods = all.filter((m) => m[1] === 'refuted').length;
    return [all.length - falsehoods, falsehoods, ...verdicts.map((v) => all.filter((m) => m[2] === v).length)];
  };
  const section = (name: string): string => sections.find((x) => x.startsWith(name)) ?? '';
  for (const [name, ...numbers] of lines.map(cells))
    expect([name, ...counted(name === 'all' ? page : section(name!))]).toEqual([name, ...numbers.map(Number)]);
});

it('has a reason in every theorem that only survived, and in no other claim', () => {
  const all = [...page.matchAll(/^\| \[[^\]]+\]\(\.\.\/([^)]+)\) \| (\w+) \| (\w+) \|/gm)];
  const wanted = all.filter((m) => m[2] === 'theorem' && m[3] === 'survived').map((m) => m[1]);
  const says = (file: string): boolean => /^ {2}unproved:\s+['"`]\S/m.test(readFileSync(`${ROOT}/${file}`, 'utf8'));
  expect(wanted.length).toBeGreaterThan(0);
  expect(all.map((m) => m[1]!).filter(says)).toEqual(wanted);
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
