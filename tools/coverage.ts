/**
 * `npm run coverage`: writes docs/coverage.md, paper by paper, from the last check of the whole library.
 *
 * With `--check` it writes nothing and exits 1 when the page is not what the last check says. Trusts .counterflow/last.json;
 * `npm test` compares verdicts and evidence on the page with its own check of every claim (properties/library.test.ts).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Source } from '../src/claim/claim.ts';
import type { ClaimResult } from '../src/claim/result.ts';
import { evidenceWords } from '../src/report/words.ts';
import { notReproduced } from '../theorems/_papers.ts';

const PAGE = new URL('../docs/coverage.md', import.meta.url);
const LAST = new URL('../.counterflow/last.json', import.meta.url);

const VERDICTS = ['proved', 'certified', 'survived', 'undecided', 'refuted', 'suspect', 'vacuous'] as const;

const title = (s: Source): string => `${s.authors}: ${s.title}${s.arxiv ? ` (arXiv ${s.arxiv})` : ''}`;
const keyOf = (s: Source): string => `${s.authors}: ${s.title}`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function claimTable(rows: readonly ClaimResult[]): string {
  const lines = [...rows]
    .sort((a, b) => (a.row.id < b.row.id ? -1 : 1))
    .map(({ row, details }) =>
      [`[${row.id}](../${row.file})`, row.status, row.verdict, evidenceWords(row), details.source?.where ?? ''].map(
        cell,
      ),
    );
  return [
    '| claim | status | verdict | evidence | what of the paper |',
    '|---|---|---|---|---|',
    ...lines.map((c) => `| ${c.join(' | ')} |`),
  ].join('\n');
}

const count = (rows: readonly ClaimResult[], verdict: string): number =>
  rows.filter((r) => r.row.verdict === verdict).length;

function summary(groups: readonly (readonly [string, readonly ClaimResult[]])[]): string {
  const seen = VERDICTS.filter((v) => groups.some(([, rows]) => count(rows, v) > 0));
  const line = (name: string, rows: readonly ClaimResult[]): string =>
    `| ${cell(name)} | ${rows.filter((r) => r.row.status !== 'refuted').length} | ${rows.filter((r) => r.row.status === 'refuted').length} | ${seen.map((v) => count(rows, v)).join(' | ')} |`;
  return [
    `| paper | true or open | false | ${seen.join(' | ')} |`,
    `|---|---|---|${seen.map(() => '---|').join('')}`,
    ...groups.map(([name, rows]) => line(name, rows)),
    line(
      'all',
      groups.flatMap(([, rows]) => rows),
    ),
  ].join('\n');
}

/** Claims grouped by the paper they cite, papers by name, those without a paper last. */
function grouped(results: readonly ClaimResult[]): readonly (readonly [string, readonly ClaimResult[]])[] {
  const papers = [...notReproduced.keys()].map(keyOf);
  const of = (name: string): readonly ClaimResult[] =>
    results.filter((r) => r.details.source && keyOf(r.details.source) === name);
  const none = results.filter((r) => !r.details.source);
  return [
    ...papers.sort().map((p) => [p, of(p)] as const),
    ...(none.length > 0 ? [['folklore and our own', none] as const] : []),
  ];
}

export function page(results: readonly ClaimResult[]): string {
  const groups = grouped(results);
  const open = new Map([...notReproduced].map(([s, text]) => [keyOf(s), { title: title(s), text }]));
  const sections = groups.map(([name, rows]) =>
    [
      `## ${open.get(name)?.title ?? name}`,
      open.has(name) ? `Not reproduced: ${open.get(name)!.text}` : '',
      claimTable(rows),
    ]
      .filter(Boolean)
      .join('\n\n'),
  );
  return [
    '# Coverage: paper by paper',
    '`npm run coverage` makes this page from a check of the whole library. Most statements were rederived in the form that can be\nchecked; a false variant names what was changed. What is not reproduced of a paper, and why, stands above its claims.',
    summary(groups),
    ...sections,
    '',
  ].join('\n\n');
}

function main(): void {
  const { results } = JSON.parse(readFileSync(LAST, 'utf8')) as { results: readonly ClaimResult[] };
  const library = results.filter((r) => r.row.file.startsWith('theorems/'));
  const wanted = page(library);
  if (!process.argv.includes('--check')) {
    writeFileSync(PAGE, wanted);
    return;
  }
  if (readFileSync(PAGE, 'utf8') === wanted) return;
  process.stderr.write('docs/coverage.md is not what the last check says; npm run coverage writes it\n');
  process.exitCode = 1;
}

if (process.argv[1]?.endsWith('coverage.ts')) main();
