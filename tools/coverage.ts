/**
 * `npm run coverage`: writes docs/coverage.md, paper by paper, from the last check; rows of claims that it did not check stay.
 *
 * With `--check` it writes nothing and exits 1 when the page is not what the last check says. Trusts .counterflow/last.json;
 * `npm test` compares verdicts and evidence on the page with its own check of every claim (properties/library.test.ts).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Source } from '../src/claim/claim.ts';
import type { ClaimResult } from '../src/claim/result.ts';
import { evidenceWords } from '../src/report/words.ts';
import { notReproduced } from '../theorems/_papers.ts';

const ROOT = new URL('..', import.meta.url);
const PAGE = new URL('docs/coverage.md', ROOT);
const LAST = new URL('.counterflow/last.json', ROOT);

const VERDICTS = ['proved', 'certified', 'survived', 'undecided', 'refuted', 'suspect', 'vacuous'] as const;
const OURS = 'folklore and our own';

const title = (s: Source): string => `${s.authors}: ${s.title}${s.arxiv ? ` (arXiv ${s.arxiv})` : ''}`;
const keyOf = (s: Source): string => `${s.authors}: ${s.title}`;

/** One claim: the heading it stands under, and its line. */
interface Row {
  readonly paper: string;
  readonly file: string;
  readonly id: string;
  readonly status: string;
  readonly verdict: string;
  readonly evidence: string;
  readonly where: string;
}

const rowOf = ({ row, details }: ClaimResult): Row => ({
  paper: details.source ? keyOf(details.source) : OURS,
  ...{ file: row.file, id: row.id, status: row.status, verdict: row.verdict },
  evidence: evidenceWords(row),
  where: details.source?.where ?? '',
});

/** The rows of the page as it is. */
function onPage(text: string): readonly Row[] {
  const headings = new Map([...notReproduced.keys()].map((s) => [title(s), keyOf(s)]));
  return text.split(/^## /m).flatMap((section) => {
    const heading = section.slice(0, section.indexOf('\n'));
    const lines = section.matchAll(/^\| \[(.+?)\]\(\.\.\/(.+?)\) \| (.*) \|$/gm);
    return [...lines].map(([, id, file, rest]): Row => {
      const [status, verdict, evidence, where] = rest!
        .split(/(?<!\\) \| ?/)
        .map((c) => c.replaceAll('\\|', '|').trim());
      const paper = headings.get(heading) ?? OURS;
      return { paper, id: id!, file: file!, status: status!, verdict: verdict!, evidence: evidence!, where: where! };
    });
  });
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function claimTable(rows: readonly Row[]): string {
  const lines = [...rows]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((r) => [`[${r.id}](../${r.file})`, r.status, r.verdict, r.evidence, r.where].map(cell));
  return [
    '| claim | status | verdict | evidence | what of the paper |',
    '|---|---|---|---|---|',
    ...lines.map((c) => `| ${c.join(' | ')} |`),
  ].join('\n');
}

const count = (rows: readonly Row[], verdict: string): number => rows.filter((r) => r.verdict === verdict).length;

function summary(groups: readonly (readonly [string, readonly Row[]])[]): string {
  const seen = VERDICTS.filter((v) => groups.some(([, rows]) => count(rows, v) > 0));
  const line = (name: string, rows: readonly Row[]): string =>
    `| ${cell(name)} | ${rows.filter((r) => r.status !== 'refuted').length} | ${rows.filter((r) => r.status === 'refuted').length} | ${seen.map((v) => count(rows, v)).join(' | ')} |`;
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
function grouped(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
  const papers = [...notReproduced.keys()].map(keyOf);
  const of = (name: string): readonly Row[] => rows.filter((r) => r.paper === name);
  return [...papers.sort(), ...(of(OURS).length > 0 ? [OURS] : [])].map((p) => [p, of(p)] as const);
}

function page(rows: readonly Row[]): string {
  const groups = grouped(rows);
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
    '`npm run coverage` makes this page from a check of the library, `npm test` checks that it is current. Most statements were rederived in\nthe form that can be checked; a false variant names what was changed. What is not reproduced of a paper, and why, stands above its claims.',
    summary(groups),
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

function main(): void {
  const { results } = JSON.parse(readFileSync(LAST, 'utf8')) as { results: readonly ClaimResult[] };
  const before = readFileSync(PAGE, 'utf8');
  const checked = results.filter((r) => r.row.file.startsWith('theorems/')).map(rowOf);
  const rows = new Map([...onPage(before), ...checked].map((r) => [r.file, r]));
  const wanted = page([...rows.values()].filter((r) => existsSync(new URL(r.file, ROOT))));
  if (!process.argv.includes('--check')) {
    writeFileSync(PAGE, wanted);
    return;
  }
  if (before === wanted) return;
  process.stderr.write('docs/coverage.md is not what the last check says; npm run coverage writes it\n');
  process.exitCode = 1;
}

main();
