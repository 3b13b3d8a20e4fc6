/** The page of one claim: statement, witness or derivation, plots, repairs, how it was found, what it rests on. */
import type { ValueJson } from '../claim/point.ts';
import type { ClaimResult, Shown } from '../claim/result.ts';
import type { Witness } from '../claim/witness.ts';
import type { Definition, DerivationText, Exhibit, RunText } from './exhibit.ts';
import { code, escaped, items, paragraph, scriptJson, section, table } from './html.ts';
import { type Figure, scientific } from './plot/svg.ts';
import type { Enclosure, PointTables, ValueRow } from './points.ts';
import { agreed, agreedEnds, foundWords, minus, repairWords, restsOn, verdictLine } from './prose.ts';
import { type Formula, LONGEST, nameOf, typeset } from './typeset.ts';

export interface PageOptions {
  readonly version: string;
  readonly node: string;
  readonly seed: number | null;
  /** The way back to the index; '' for a page of its own. */
  readonly index: string;
  /** Where the page of another claim is; undefined when it has none. */
  readonly href: (id: string) => string | undefined;
}

/** How much a page may show: less where it would be too long to load at once. */
interface Thrift {
  /** LaTeX longer than this is shown as text. */
  readonly formula: number;
  /** The same for the steps of a derivation. */
  readonly step: number;
  /** How deep inside lemmas steps are shown. */
  readonly depth: number;
  readonly figures: number;
}
const GENEROUS: Thrift = { formula: LONGEST, step: LONGEST, depth: 99, figures: 8 };
const THRIFTS: readonly Thrift[] = [
  GENEROUS,
  { formula: 700, step: 250, depth: 99, figures: 6 },
  { formula: 300, step: 120, depth: 99, figures: 4 },
  { formula: 150, step: 0, depth: 99, figures: 2 },
  { formula: 150, step: 0, depth: 2, figures: 2 },
  { formula: 150, step: 0, depth: 1, figures: 2 },
  { formula: 150, step: 0, depth: 0, figures: 2 },
];
/** Bytes of a page's body. */
const BUDGET = 39_000;

/** A formula on its own line; a script makes those that are wider than the page reachable by keyboard. */
const formula = (f: Formula, t: Thrift): string => `<div class="formula">${typeset(f, true, t.formula)}</div>`;
const inList = (f: Formula, t: Thrift): string => `<dd><div class="flush">${typeset(f, true, t.formula)}</div></dd>`;
const formulas = (list: readonly Shown[], t: Thrift): string => list.map((f) => formula(f, t)).join('');

const LONGEST_VALUE = 1500;
const flat = (v: ValueJson): string => (typeof v === 'string' ? v : `(${v.map(flat).join(', ')})`);
const cut = (t: string): string =>
  t.length > LONGEST_VALUE ? `${escaped(t.slice(0, LONGEST_VALUE))}… <em>cut</em>` : escaped(t);

function header(r: ClaimResult, o: PageOptions): string {
  const { row, details } = r;
  const s = details.source;
  const arxiv =
    s?.arxiv && /^[\w./-]+$/.test(s.arxiv) ? `, <a href="https://arxiv.org/abs/${s.arxiv}">arXiv ${s.arxiv}</a>` : '';
  const source = s
    ? `${escaped(s.authors)}, <cite>${escaped(s.title)}</cite>${arxiv}${s.where ? ` (${escaped(s.where)})` : ''}`
    : '';
  const back = o.index ? `<nav aria-label="breadcrumb"><a href="${escaped(o.index)}">All claims</a></nav>` : '';
  const unexpected = row.asExpected ? '' : ' <strong class="unexpected">not as expected</strong>';
  return [
    `<header>${back}<h1>${escaped(row.id)}</h1>`,
    `<p class="says">${escaped(details.says)}</p>`,
    `<p class="verdict"><span class="badge ${row.verdict}">${row.verdict}</span> ${escaped(verdictLine(r))}${unexpected}</p>`,
    `<p class="meta">Declared as ${escaped(row.status)}. ${source ? `Source: ${source}.` : ''}</p>`,
    paragraph(details.notes ? escaped(details.notes) : ''),
    '</header>',
  ].join('');
}

function runBlock(r: RunText, t: Thrift): string {
  const rows = r.lines.map(({ role, name, line }) => {
    const word =
      role === name
        ? role
        : role === 'start'
          ? `${name}, at the start`
          : role === 'next'
            ? `next ${name}`
            : role === 'rate'
              ? `rate of ${name}`
              : name === 'eta'
                ? 'step size'
                : name;
    return `<dt>${escaped(word)}</dt>${inList(line, t)}`;
  });
  return `<p>${escaped(r.what)}</p><dl class="run">${rows.join('')}</dl>`;
}

const definition = (d: Definition, t: Thrift): string =>
  d.run
    ? `<dt>${d.name ? nameOf(d.name) : 'a run'}</dt><dd>${runBlock(d.run, t)}</dd>`
    : `<dt>${nameOf(d.name)}</dt>${d.line ? inList(d.line, t) : '<dd></dd>'}`;

function statement(r: ClaimResult, x: Exhibit | null, o: PageOptions, t: Thrift): string {
  const { details } = r;
  const domains = details.domains.map((d) => `<dt>${nameOf(d.name)}</dt><dd>${escaped(minus(d.text))}</dd>`).join('');
  const names = (x?.definitions ?? []).map((d) => definition(d, t)).join('');
  const sizes = Object.entries(x?.sizes ?? {})
    .map(([k, v]) => `${k} = ${v}`)
    .join(', ');
  const parent = x?.variantOf ? o.href(x.variantOf) : undefined;
  const variant = x?.variantOf
    ? `A variant of ${parent ? `<a href="${escaped(parent)}">${escaped(x.variantOf)}</a>` : code(x.variantOf)}.`
    : '';
  return section(
    'The claim',
    [
      paragraph(variant),
      domains ? `<h3>For all</h3><dl>${domains}</dl>` : '',
      names ? `<h3>Where${sizes ? ` <small>(shown at ${escaped(sizes)})</small>` : ''}</h3><dl>${names}</dl>` : '',
      details.assume.length > 0 ? `<h3>Assume</h3>${formulas(details.assume, t)}` : '',
      details.conclude.length > 0 ? `<h3>Conclude</h3>${formulas(details.conclude, t)}` : '',
    ].join(''),
  );
}

const valueRow = (v: ValueRow): readonly string[] => [
  nameOf(v.name),
  `<span class="exact">${cut(flat(v.exact))}</span>`,
  cut(minus(flat(v.decimal))),
  escaped(minus(v.domain)),
  v.edge === null ? '' : v.edge === '0' ? '0, at the edge' : escaped(briefFraction(v.edge)),
];
/** Long fractions are said in decimals. */
const briefFraction = (t: string): string => {
  const [a, b] = t.split('/');
  return t.length <= 9 || b === undefined ? t : `≈ ${Number((Number(a) / Number(b)).toPrecision(4))}`;
};
const VALUES = ['name', 'exact', 'decimal', 'domain', 'distance to its edge'];

function valueTable(w: Witness, t: PointTables | null, caption: string): string {
  const sizes = Object.entries(w.sizes).map(([k, v]) => [nameOf(k), escaped(String(v)), '', 'size', '']);
  if (t) return table(VALUES, [...sizes, ...t.values.map(valueRow)], [1, 2, 4], caption);
  const rows = Object.entries(w.values).map(([k, v]) => [
    nameOf(k),
    `<span class="exact">${cut(flat(v))}</span>`,
    '',
    '',
    '',
  ]);
  return table(VALUES, [...sizes, ...rows], [1], caption);
}

const width = (e: Enclosure | null): string => (e ? (e.width === '0' ? 'exact' : `≤ ${scientific(e.width)}`) : '');

function witnessTables(t: PointTables): string {
  const slack = t.assume.map((a) => [typeset(a, false), a.truth, a.slack ? agreed(a.slack) : '', width(a.slack)]);
  const ladder = t.ladder.map((r) => [
    escaped(r.arithmetic),
    r.says,
    r.margin ? agreed(r.margin) : '',
    r.arithmetic.startsWith('doubles') ? '' : width(r.margin),
  ]);
  const sides =
    t.sides && t.ordered
      ? paragraph(`The side that should be smaller is ${agreed(t.sides[0])}, the other ${agreed(t.sides[1])}.`)
      : t.sides
        ? paragraph(`The sides are ${agreed(t.sides[0])} and ${agreed(t.sides[1])}.`)
        : '';
  return [
    slack.length > 0
      ? `<h3>The assumptions there</h3>${table(['assumption', 'there', 'slack', 'width'], slack, [2, 3], 'Assumptions at the witness')}`
      : '',
    `<h3>The margin of the failing conclusion, by precision</h3>`,
    table(['arithmetic', 'says', 'margin (≥ 0 where it holds)', 'width'], ladder, [2, 3], 'Margin by precision'),
    sides,
  ].join('');
}

function counterexample({ row, details }: ClaimResult, x: Exhibit | null, t: Thrift): string {
  const w = row.witness;
  if (!w) return '';
  const failing = x?.witness ? details.conclude[x.witness.conclusion] : undefined;
  const quantities = Object.entries(w.quantities).map(([k, e]) => [escaped(k), agreedEnds(e)]);
  return section(
    'The counterexample',
    [
      x?.stale ? paragraph('<strong>The claim has changed since this was found.</strong>') : '',
      valueTable(w, x?.witness ?? null, 'The witness'),
      failing ? `<h3>Fails</h3>${formula(failing, t)}` : '',
      w.undefined ? paragraph(`Undefined there: ${code(w.undefined)}`) : '',
      x?.witness ? witnessTables(x.witness) : '',
      quantities.length > 0
        ? `<details><summary>Quantities there${w.step === null ? '' : ` (step ${w.step})`}</summary>${table(['quantity', 'enclosure'], quantities, [1], 'Quantities at the witness')}</details>`
        : '',
    ].join(''),
    'witness',
  );
}

const figure = (f: Figure): string => `<figure>${f.svg}<figcaption>${escaped(f.caption)}</figcaption></figure>`;
const pictures = (x: Exhibit | null, t: Thrift): string =>
  section(
    'Pictures',
    x && x.figures.length > 0 ? `<div class="figures">${x.figures.slice(0, t.figures).map(figure).join('')}</div>` : '',
    x?.replay && x.boxes === null ? 'pictures' : '',
  );

/** Programs longer than this would make the page too long: it has its pictures only. */
const LARGEST_REPLAY = 25_000;

/** A script makes this live; without one the pictures above are what there is. */
function replay(x: Exhibit | null): string {
  const data = x?.replay ? scriptJson(x.replay) : '';
  return data === '' || data.length > LARGEST_REPLAY
    ? ''
    : `<section id="replay"><h2>Replay</h2><p class="fallback">With scripts, this re-runs the witness in the browser.</p><script type="application/json" id="replay-data">${data}</script></section>`;
}

function repair(x: Exhibit | null): string {
  const lines = (x?.repair ?? []).map((r) => {
    const { before, after } = repairWords(r);
    return `${before} ${typeset(r.line, false)} ${escaped(after)}`;
  });
  return section('What to repair', items(lines));
}

function nearest({ row }: ClaimResult, x: Exhibit | null): string {
  if (!row.boundary || !x?.boundary) return '';
  const margin = row.boundary.margin ? paragraph(`Its margin is ${agreedEnds(row.boundary.margin)}.`) : '';
  return section(
    'The witness nearest the boundary found',
    `${valueTable(row.boundary, x.boundary, 'Nearest the boundary')}${margin}`,
  );
}

const RULE: { readonly [by: string]: string } = {
  law: 'axiom',
};
function derivation({ row }: ClaimResult, d: DerivationText | null, t: Thrift): string {
  if (!row.derivation) return '';
  const rules = Object.entries(row.derivation.rules as { readonly [rule: string]: number })
    .sort((a, b) => b[1] - a[1])
    .map(([r, n]) => `${code(r)} ${n}`)
    .join(', ');
  const all = d?.steps ?? [];
  const near = all.filter((s) => s.depth <= t.depth);
  const left = all.length - near.length;
  const steps = near.map(
    (s) =>
      `<li class="d${Math.min(4, s.depth)}"><span class="rule">${escaped(RULE[s.by] ?? s.by)}</span><div class="formula">${typeset(s, true, t.step)}</div></li>`,
  );
  const refused = (d?.refused ?? []).map((p) => [escaped(p.by), escaped(p.task), code(p.proposal), escaped(p.why)]);
  const sizes = (d?.sizes ?? [])
    .filter((s) => Object.keys(s.sizes).length > 0)
    .map(
      (s) =>
        `${Object.entries(s.sizes)
          .map(([k, v]) => `${k} = ${v}`)
          .join(', ')}: ${s.inferences}`,
    );
  return section(
    'The derivation',
    [
      steps.length > 0
        ? `<ol class="steps">${steps.join('')}</ol>`
        : paragraph(d ? 'The kernel’s prover found it without the author’s help.' : ''),
      left > 0
        ? paragraph(`${left} steps inside lemmas are left out here; ${code('counterflow derive')} prints them.`)
        : '',
      paragraph(`${row.derivation.inferences} inferences of the kernel: ${rules}.`),
      paragraph(`Axioms: ${row.derivation.axioms.length > 0 ? row.derivation.axioms.map(code).join(', ') : 'none'}.`),
      d && d.enclosures.length > 0
        ? `<details><summary>${d.enclosures.length} enclosures by interval arithmetic</summary>${items(d.enclosures.slice(0, 30).map(code))}</details>`
        : '',
      sizes.length > 0
        ? `<details><summary>Inferences by size</summary>${paragraph(escaped(sizes.join('; ')))}</details>`
        : '',
      d?.flow ? paragraph('A theorem about a flow speaks of every solution; that one exists is not claimed.') : '',
      refused.length > 0
        ? `<h3>Proposals the kernel refused</h3>${table(['by', 'asked for', 'proposed', 'refused because'], refused, [], 'Refused proposals')}`
        : '',
    ].join(''),
  );
}

function found(r: ClaimResult, o: PageOptions): string {
  const { row } = r;
  const margin =
    row.estimate === null ? '' : ` Smallest margin seen: ${minus(`${Number(row.estimate.toPrecision(3))}`)}.`;
  const seed = o.seed === null ? '' : ` Seed ${o.seed}.`;
  return section(
    'The search',
    [
      paragraph(escaped(`${foundWords(r)}${seed}${margin}`)),
      row.evidence.length > 0 ? items(row.evidence.map(escaped)) : '',
    ].join(''),
  );
}

const witnessFile = (file: string): string => file.replace(/\.[cm]?[jt]s$/, '.witness.json');
function again({ row }: ClaimResult, x: Exhibit | null, o: PageOptions): string {
  const seed = o.seed === null ? '' : ` --seed ${o.seed}`;
  const commands = [
    `counterflow check ${row.file}${seed}`,
    ...(row.witness ? [`counterflow replay ${witnessFile(row.file)}`] : []),
    ...(row.verdict === 'proved'
      ? [`counterflow derive ${row.file} --proof proof.json`, 'counterflow recheck proof.json']
      : []),
  ];
  const python = x?.python;
  const script = !python
    ? ''
    : 'script' in python
      ? `<details><summary>Without counterflow: the witness checked again in plain Python</summary><pre><code>${escaped(python.script)}</code></pre></details>`
      : paragraph(`No Python script: ${escaped(python.why)}`);
  return section('Check it yourself', `<pre><code>${escaped(commands.join('\n'))}</code></pre>${script}`);
}

function trust({ row, details }: ClaimResult, o: PageOptions): string {
  const facts = [
    ['claim', code(row.file)],
    ['hash', code(details.hash)],
    ['counterflow', escaped(o.version)],
    ['Node', escaped(o.node)],
  ];
  return section(
    'What this rests on',
    `${items(restsOn(row).map(escaped))}<dl class="facts">${facts.map(([k, v]) => `<dt>${k}</dt><dd>${v}</dd>`).join('')}</dl>`,
  );
}

function rendered(r: ClaimResult, x: Exhibit | null, o: PageOptions, t: Thrift): string {
  return [
    header(r, o),
    '<main>',
    statement(r, x, o, t),
    counterexample(r, x, t),
    derivation(r, x?.derivation ?? null, t),
    pictures(x, t),
    replay(x),
    repair(x),
    nearest(r, x),
    found(r, o),
    again(r, x, o),
    trust(r, o),
    x
      ? ''
      : '<p class="meta">The claim’s file was not here when this page was made: its formulas and plots are left out.</p>',
    '</main>',
  ].join('\n');
}

/** The body of a claim's page. `x` is null where the claim's file is not here: then the row says what it can. */
export function claimPage(r: ClaimResult, x: Exhibit | null, o: PageOptions): string {
  let page = '';
  for (const t of THRIFTS) {
    page = rendered(r, x, o, t);
    if (Buffer.byteLength(page) <= BUDGET) break;
  }
  return page;
}
