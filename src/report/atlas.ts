/** The index of a report: every claim with its verdict, family and paper; a plain table that a script makes filterable. */
import type { ClaimResult } from '../claim/result.ts';
import { VERDICTS } from '../claim/verdict.ts';
import { escaped } from './html.ts';

const family = (id: string): string => (id.includes('/') ? id.slice(0, id.indexOf('/')) : '');
const rest = (id: string): string => (id.includes('/') ? id.slice(id.indexOf('/') + 1) : id);
const attribute = (name: string, value: string): string => (value === '' ? '' : ` data-${name}="${escaped(value)}"`);

/** Authors and title, as the filter lists them. */
const paperOf = (r: ClaimResult): string =>
  r.details.source ? `${r.details.source.authors}: ${r.details.source.title}` : '';

function line(r: ClaimResult, href: string): string {
  const { row, details } = r;
  const s = details.source;
  const paper = s ? `<cite title="${escaped(s.title)}">${escaped(s.authors)}</cite>` : '';
  const unexpected = row.asExpected ? '' : '<strong class="unexpected">not as expected</strong>';
  return [
    `<tr${attribute('verdict', row.verdict)}${attribute('paper', paperOf(r))}>`,
    `<th scope="row"><a href="${escaped(href)}">${escaped(rest(row.id))}</a></th>`,
    `<td>${escaped(details.says)}</td>`,
    `<td><span class="badge ${row.verdict}">${row.verdict}</span>${unexpected}</td>`,
    `<td class="paper">${paper}</td></tr>`,
  ].join('');
}

export interface AtlasOptions {
  readonly version: string;
  readonly href: (id: string) => string;
  readonly problems: readonly string[];
}

/** The body of the index. */
export function atlas(results: readonly ClaimResult[], o: AtlasOptions): string {
  const sorted = [...results].sort((a, b) => (a.row.id < b.row.id ? -1 : 1));
  const families = [...new Set(sorted.map((r) => family(r.row.id)))];
  const counts = VERDICTS.map((v) => ({ v, n: sorted.filter((r) => r.row.verdict === v).length })).filter(
    ({ n }) => n > 0,
  );
  const groups = families.map((f) => {
    const own = sorted.filter((r) => family(r.row.id) === f);
    return [
      `<tbody${attribute('family', f)}>`,
      `<tr class="family"><th colspan="4" scope="rowgroup">${escaped(f === '' ? 'no family' : f)} <small>${own.length}</small></th></tr>`,
      ...own.map((r) => line(r, o.href(r.row.id))),
      '</tbody>',
    ].join('\n');
  });
  const unexpected = sorted.filter((r) => !r.row.asExpected);
  return [
    '<header><h1>Claims</h1>',
    `<p class="meta">${sorted.length} claims about gradient descent and gradient flow, checked by counterflow ${escaped(o.version)}.</p>`,
    `<ul class="counts">${counts.map(({ v, n }) => `<li><span class="badge ${v}">${v}</span> ${n}</li>`).join('')}</ul>`,
    unexpected.length > 0
      ? `<p><strong class="unexpected">Not as expected:</strong> ${unexpected.map((r) => `<a href="${escaped(o.href(r.row.id))}">${escaped(r.row.id)}</a>`).join(', ')}.</p>`
      : '',
    o.problems.length > 0
      ? `<h2>Did not load</h2><ul>${o.problems.map((p) => `<li>${escaped(p)}</li>`).join('')}</ul>`
      : '',
    '</header>',
    '<main><div id="filter"></div>',
    '<table class="atlas"><thead><tr><th scope="col">claim</th><th scope="col">says</th><th scope="col">verdict</th><th scope="col" class="paper">paper</th></tr></thead>',
    ...groups,
    '</table></main>',
  ].join('\n');
}
