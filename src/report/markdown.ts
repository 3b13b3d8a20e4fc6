/**
 * A counterexample as Markdown: what is claimed, where it fails, by how much, how to replay it. Fits a comment.
 */

import type { ValueJson } from '../claim/point.ts';
import type { ClaimResult, Shown } from '../claim/result.ts';
import type { Witness } from '../claim/witness.ts';
import { parseRational, toNumber } from '../number/decimal.ts';
import type { Exhibit, Repair } from './exhibit.ts';
import type { Enclosure, PointTables } from './points.ts';
import { agreed, foundWords, repairWords } from './prose.ts';

const code = (t: string): string => `\`${t.replace(/`/g, "'")}\``;
const list = (items: readonly string[]): string => items.map((i) => `- ${i}`).join('\n');

function decimals(v: ValueJson): string {
  if (typeof v !== 'string') return `(${v.map(decimals).join(', ')})`;
  const q = parseRational(v);
  return q ? `${Number(toNumber(q).toPrecision(8))}` : v;
}
const exactText = (v: ValueJson): string => (typeof v === 'string' ? v : `(${v.map(exactText).join(', ')})`);
const short = (t: string, n = 160): string => (t.length > n ? `${t.slice(0, n)}…` : t);

function valueTable(w: Witness): string {
  const sizes = Object.entries(w.sizes).map(([name, v]) => `| ${name} | ${v} | |`);
  const rows = Object.entries(w.values).map(
    ([name, v]) => `| ${name} | ${short(exactText(v))} | ${short(decimals(v))} |`,
  );
  return ['| name | exact | decimal |', '|---|---|---|', ...sizes, ...rows].join('\n');
}

function quantityTable(w: Witness): string {
  const rows = Object.entries(w.quantities).map(
    ([name, [lo, hi]]) => `| ${name} | ${lo === hi ? lo : `[${lo}, ${hi}]`} |`,
  );
  return rows.length === 0 ? '' : ['| quantity | enclosure |', '|---|---|', ...rows].join('\n');
}

const statements = (s: readonly Shown[]): string => list(s.map((x) => code(x.text)));

function failure({ row, details }: ClaimResult): string {
  const w = row.witness!;
  const where = w.step === null ? '' : ` at step ${w.step}`;
  const which = details.failing ? `${code(details.failing.conclusion)}${details.failing.label}` : 'a conclusion';
  if (w.undefined) return `${which} is undefined${where}.`;
  const [lo, hi] = w.margin ?? ['?', '?'];
  return `${which} fails${where}: its margin (≥ 0 where it holds) is in [${lo}, ${hi}].`;
}

const CERTIFIED = {
  exact: 'in exact rational arithmetic',
  interval: 'in interval arithmetic with outward rounding (53 bits)',
  dyadic: 'in dyadic interval arithmetic with outward rounding',
  box: 'by a box in which an exact solution is proved to exist',
} as const;

const said = (e: Enclosure | null): string => (e === null ? '' : agreed(e));
function slackTable({ assume }: PointTables): string {
  const rows = assume.map((a) => `| ${code(a.text).replace(/\|/g, '\\|')} | ${said(a.slack)} |`);
  return rows.length === 0 ? '' : ['| assumption | slack |', '|---|---|', ...rows].join('\n');
}
function ladderTable({ ladder }: PointTables): string {
  const rows = ladder.map((r) => `| ${r.arithmetic} | ${r.says} | ${said(r.margin)} |`);
  return ['| arithmetic | the conclusion | margin |', '|---|---|---|', ...rows].join('\n');
}
function repairText(r: Repair): string {
  const { before, after } = repairWords(r);
  return `${before} ${code(r.line.text)} ${after}`;
}

/** The report of one refuted claim; with its exhibit also slacks, margins by precision, and what to repair. */
export function counterexampleReport(r: ClaimResult, version: string, x: Exhibit | null = null): string {
  const { row, details } = r;
  const w = row.witness!;
  const bits = w.certificate === 'dyadic' ? ` at ${w.bits} bits` : '';
  const source = details.source;
  const parts = [
    `# ${row.id}: refuted`,
    details.says,
    source ? `Source: ${source.authors}, *${source.title}*${source.arxiv ? `, arXiv ${source.arxiv}` : ''}.` : '',
    details.notes ?? '',
    `Status of the claim: ${row.status}. ${row.asExpected ? 'A counterexample is expected.' : '**No counterexample was expected.**'}`,
    '## The claim',
    list(details.domains.map((d) => `${d.name} in ${d.text}`)),
    details.assume.length > 0 ? `Assumed:\n\n${statements(details.assume)}` : '',
    `Concluded:\n\n${statements(details.conclude)}`,
    '## The counterexample',
    valueTable(w),
    failure(r),
    `All assumptions hold there. Verified ${CERTIFIED[w.certificate]}${bits}.`,
    x?.witness ? `${slackTable(x.witness)}\n\n${ladderTable(x.witness)}`.trim() : '',
    quantityTable(w),
    x && x.repair.length > 0 ? `## What to repair\n\n${list(x.repair.map(repairText))}` : '',
    row.boundary ? `## Nearest to the boundary found\n\n${valueTable(row.boundary)}` : '',
    ...withoutCounterflow(r, x),
    '## How it was found',
    foundWords(r),
    `Replay: ${code(`counterflow replay ${row.file.replace(/\.[cm]?[jt]s$/, '.witness.json')}`)} (after pinning), or ${code(`counterflow check ${row.file}`)}. Claim hash ${details.hash}, counterflow ${version}, Node ${process.versions.node}.`,
  ];
  return `${parts.filter((p) => p !== '').join('\n\n')}\n`;
}

function withoutCounterflow({ row }: ClaimResult, x: Exhibit | null): readonly string[] {
  const python = x?.python;
  if (!python) return [];
  const name = row.id.replace(/.*\//, '');
  return 'script' in python
    ? [`Without counterflow: ${code(`python3 ${name}.py`)} beside this report checks the witness again.`]
    : [`There is no Python script of this witness: ${python.why}`];
}
