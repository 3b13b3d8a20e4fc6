/**
 * GitHub Actions: workflow commands that annotate the claim's own line, and the Markdown step summary.
 *
 * Text of claims is data: it is escaped so that it can neither start another command nor another table cell.
 */
import type { Checked, ClaimResult, Problem } from '../claim/result.ts';
import { VERDICTS } from '../claim/verdict.ts';
import { pointWords, problemWords, resultWords } from './words.ts';

const data = (t: string): string => t.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (t: string): string => data(t).replace(/:/g, '%3A').replace(/,/g, '%2C');

type Level = 'error' | 'warning';
interface At {
  readonly file?: string;
  readonly line?: number | null;
  readonly col?: number | null;
  readonly title: string;
}

function command(level: Level, at: At, message: string): string {
  const properties = Object.entries(at).filter(([, v]) => v !== null && v !== undefined);
  return `::${level} ${properties.map(([k, v]) => `${k}=${property(String(v))}`).join(',')}::${data(message)}`;
}

const ofProblem = (p: Problem): string =>
  command(
    'error',
    { file: p.file, line: p.line, col: p.column, title: 'does not load' },
    `${p.wanted} is wanted, found ${p.found}`,
  );

function ofResult(r: ClaimResult, strict: boolean): readonly string[] {
  const { row, details } = r;
  const at = { file: row.file, line: details.place?.line ?? 1, col: details.place?.column ?? null };
  const wrong = !row.asExpected || (strict && row.verdict === 'undecided');
  const title = `${row.id}: ${row.verdict}`;
  if (wrong) return [command('error', { ...at, title }, resultWords(r))];
  if (row.verdict === 'undecided') return [command('warning', { ...at, title }, resultWords(r))];
  if (details.staleWitness)
    return [
      command(
        'warning',
        { ...at, title: `${row.id}: stale witness` },
        'the claim has changed since the committed witness was written; check --pin writes a new one',
      ),
    ];
  return [];
}

/** One workflow command a line: errors for what is not as expected or does not load, warnings for undecided and stale. */
export const annotations = (c: Checked, strict: boolean): readonly string[] => [
  ...c.contradictions.map((m) => command('error', { title: 'internal contradiction' }, m)),
  ...c.problems.map(ofProblem),
  ...c.results.flatMap((r) => ofResult(r, strict)),
];

/** Text of a Markdown table cell. */
const cell = (t: string): string =>
  t
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~&@]/g, (ch) =>
      ch === '<' ? '&lt;' : ch === '>' ? '&gt;' : ch === '&' ? '&amp;' : `\\${ch}`,
    );
const shortened = (t: string, n: number): string => (t.length > n ? `${t.slice(0, n - 1)}…` : t);

const rowOf = (r: ClaimResult): string =>
  `| ${cell(r.row.id)} | ${r.row.status} | ${r.row.verdict} | ${r.row.accepted} | ${cell(shortened(r.row.witness ? pointWords(r.row.witness) : (r.row.reason ?? ''), 120))} |`;
const HEAD = '| claim | status | verdict | accepted runs | counterexample or reason |\n|---|---|---|---:|---|';

/** What fits a step summary (1 MiB) and a comment (65 536 characters). */
const MOST = 60_000;

function rows(results: readonly ClaimResult[], room: number): string {
  const lines: string[] = [];
  let left = room;
  for (const r of results) {
    const line = rowOf(r);
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  const more = results.length - lines.length;
  return `${HEAD}\n${lines.join('\n')}${more > 0 ? `\n\n… and ${more} more` : ''}`;
}

/** The summary of a finished check as Markdown: what needs attention first, everything else folded. */
export function stepSummary(c: Checked): string {
  const bad = c.results.filter((r) => !r.row.asExpected);
  const good = c.results.filter((r) => r.row.asExpected);
  const counted = VERDICTS.map((v) => [v, c.results.filter((r) => r.row.verdict === v).length] as const).filter(
    ([, n]) => n > 0,
  );
  const problems = c.problems.map((p) => `- ${cell(shortened(problemWords(p), 400))}`);
  const fine = c.contradictions.length + problems.length + bad.length === 0;
  const parts = [
    `### counterflow: ${fine ? 'as expected' : 'not as expected'}`,
    `${c.results.length} ${c.results.length === 1 ? 'claim' : 'claims'}: ${counted.map(([v, n]) => `${n} ${v}`).join(', ') || 'none checked'}${problems.length > 0 ? `; ${problems.length} did not load` : ''}`,
    ...c.contradictions.map((m) => `> **${cell(m)}**`),
    ...(problems.length > 0 ? [`#### Did not load\n\n${problems.slice(0, 50).join('\n')}`] : []),
    ...(bad.length > 0 ? [`#### Not as expected\n\n${rows(bad, MOST / 2)}`] : []),
    ...(good.length > 0
      ? [`<details><summary>${good.length} as expected</summary>\n\n${rows(good, MOST / 4)}\n\n</details>`]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
