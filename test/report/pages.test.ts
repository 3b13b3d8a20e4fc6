/**
 * The HTML report from real runs in a stranger's folder, hostile texts included: every claim has its page, nothing of a
 * claim becomes markup, nothing is loaded from elsewhere, sizes keep their budgets, documents are merged or refused.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Exhibit } from '../../src/report/exhibit.ts';
import { claimPage } from '../../src/report/page.ts';
import { reportDocument } from '../../src/report/schema.ts';
import { claimText, type Project, project, type Ran } from '../cli/project.ts';

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(2)> "' onload=x & <!-- \${x} --> ]]>`;
const quoted = JSON.stringify(HOSTILE);

let p: Project;
let checked: Ran;
let made: Ran;
const read = (file: string): string => readFileSync(join(p.dir, file), 'utf8');
const page = (id: string, dir = 'site'): string => read(`${dir}/claims/${id}.html`);

beforeAll(async () => {
  p = project('module');
  p.write(
    'theorems/good/square.ts',
    claimText('good/square', {
      derivation: "'ring'",
      status: "'theorem'",
      conclude: '({ x }) => that`(${x} + 1)^2 = ${x}^2 + 2*${x} + 1`',
    }),
  );
  p.write(
    'theorems/good/false.ts',
    claimText('good/false', {
      says: quoted,
      notes: quoted,
      source: `{ title: ${quoted}, authors: ${quoted}, arxiv: '"><script>', where: ${quoted} }`,
      status: "'refuted'",
      assume: '({ x }) => that`${x} <= 3/4`',
      conclude: '({ x, v }) => that`${x} + ${v.at(0)} <= 1/2`',
    }),
  );
  p.write(
    'theorems/run.ts',
    claimText('run', {
      status: "'refuted'",
      reals: "{ u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') }",
      where:
        '({ u, v, eta }) => ({ gd: descent({ start: { u, v }, loss: ({ u, v }) => ex`(${u}*${v} - 1)^2/2`, eta, steps: 1 }) })',
      conclude: '({ gd }) => that`${gd.at(1).loss} <= ${gd.at(0).loss}`',
    }).replace('import { and,', 'import { ex, and,'),
  );
  p.write(
    'theorems/strip.ts',
    claimText('strip', {
      reals: "{ x: real('[0, 1]'), y: real('[-1, 2]') }",
      conclude: '({ x, y }) => that`sin(3*${x} + ${y})*exp(-${y}^2) + ${x}*${y}/4 <= 1.04`',
    }),
  );
  checked = await p.run('check', '--runs', '4096', '--report', 'reports');
  made = await p.run('report', '--html', 'site', '--json');
}, 120_000);

const files = (dir: string): readonly string[] =>
  readdirSync(join(p.dir, dir), { recursive: true, encoding: 'utf8' }).filter((f) =>
    statSync(join(p.dir, dir, f)).isFile(),
  );

describe('the folder', () => {
  it('has an index, a page a claim, one script and one style sheet', () => {
    expect(checked.code).toBe(0);
    expect(made.code).toBe(0);
    expect([...files('site')].sort()).toEqual([
      'claims/good/false.html',
      'claims/good/square.html',
      'claims/run.html',
      'claims/strip.html',
      'counterflow.css',
      'counterflow.js',
      'index.html',
    ]);
  });
  it('is what check --report writes, beside Markdown and scripts', () => {
    expect(files('reports')).toEqual(
      expect.arrayContaining(['index.html', 'claims/run.html', 'run.md', 'run.py', 'good/false.md']),
    );
    expect(read('reports/run.md')).toContain('| arithmetic | the conclusion | margin |');
  });
  it('is described by a document that fits its schema', () => {
    const document = reportDocument.parse(JSON.parse(made.out));
    expect(document.claims.map((c) => c.id).sort()).toEqual(['good/false', 'good/square', 'run', 'strip']);
    expect(document.written.every((f) => existsSync(join(p.dir, f)))).toBe(true);
  });
  it('has links that lead to files', () => {
    for (const f of files('site').filter((f) => f.endsWith('.html')))
      for (const [, href] of read(`site/${f}`).matchAll(/(?:href|src)="([^"#]+)"/g)) {
        if (/^(data:|https:\/\/arxiv\.org\/)/.test(href!)) continue;
        expect(existsSync(resolve(p.dir, 'site', dirname(f), href!)), `${f} → ${href}`).toBe(true);
      }
  });
});

describe('pages', () => {
  const all = (): readonly string[] => [
    ...['good/false', 'good/square', 'run', 'strip'].map((id) => page(id)),
    read('site/index.html'),
  ];
  it('show texts of a claim as text', () => {
    for (const html of all()) {
      expect(html).not.toContain('<img');
      expect(html.match(/<script(?! type="application\/json" id="replay-data")/g)).toHaveLength(1);
      expect(html.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]* onerror/);
    }
    expect(page('good/false')).toContain('&lt;/script&gt;&lt;script&gt;alert(1)');
    expect(page('good/false')).not.toContain('href="https://arxiv.org/abs/"');
  });
  it('load nothing from anywhere else', () => {
    for (const html of [...all(), read('site/counterflow.css')]) {
      expect(html).not.toMatch(/\bsrc="(?!\.\.|counterflow)/);
      expect(html).not.toMatch(/url\((?!data:)/);
      expect(html).not.toMatch(/@import|<link[^>]+href="(?:https?:)?\/\//);
    }
  });
  it('keep their budgets', () => {
    for (const html of all()) expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    expect(
      statSync(join(p.dir, 'site/counterflow.css')).size + statSync(join(p.dir, 'site/counterflow.js')).size,
    ).toBeLessThan(2_000_000);
  });
  it('of a counterexample have all its parts', () => {
    const html = page('run');
    for (const part of [
      'The claim',
      'The counterexample',
      'distance to its edge',
      'by precision',
      'exact rationals',
      'Pictures',
      'What to repair',
      'The search',
      'Check it yourself',
      'What this rests on',
      'counterflow replay theorems/run.witness.json',
      'Sharpness times step size against 2',
    ])
      expect(html, part).toContain(part);
    expect(html).toMatch(/<td>fails<\/td>/);
    expect(html.match(/<svg viewBox="0 0/g)!.length).toBeGreaterThanOrEqual(4);
    expect(html).toContain('gradient descent, 1 step');
  });
  it('of a proof have the derivation, its rules and axioms', () => {
    const html = page('good/square');
    for (const part of [
      'The derivation',
      '<code>ring</code> 1',
      'Axioms: none',
      'counterflow recheck proof.json',
      'proof-independent'.slice(0, 5),
    ])
      expect(html, part).toContain(part);
    expect(html).not.toContain('The counterexample');
  });
  it('of a certificate draw its boxes', () => {
    const html = page('strip');
    expect(html).toContain('certified</span> Rigorous arithmetic covers the declared domain by boxes, and shows');
    expect(html).toContain('certify/box.ts');
    expect(html).toMatch(/\d+ boxes of the certificate in x and y: \d+ by/);
    expect(html).toContain('class="cell boxes');
  });
  it('are the same when they are made again', async () => {
    await p.run('report', '--html', 'again');
    for (const f of files('site')) expect(read(`again/${f}`), f).toBe(read(`site/${f}`));
  }, 60_000);
});

describe('a page that would be too long', () => {
  it('shows formulas as text, fewer plots and only the outer steps, and stays within its budget', () => {
    const latex = `\\frac{${'x + '.repeat(60)}1}{2}`;
    const steps = Array.from({ length: 60 }, (_, k) => ({ depth: 0, by: 'ring', text: `step ${k}`, latex }));
    const figure = { title: 'A plot', caption: 'A plot', svg: `<svg>${'<path d="M0 0"/>'.repeat(400)}</svg>` };
    const { row } = JSON.parse(read('.counterflow/last.json')).results.find(
      (r: { row: { id: string } }) => r.row.id === 'good/square',
    );
    const details = JSON.parse(read('.counterflow/last.json')).results[0].details;
    const nothing = {
      stale: false,
      variantOf: null,
      sizes: {},
      definitions: [],
      witness: null,
      boundary: null,
      repair: [],
    };
    const derivation = { steps, refused: [], accepted: 0, enclosures: [], sizes: [], flow: false };
    const rest = { id: row.id, details, boxes: null, python: null, replay: null, milliseconds: 0 };
    const x: Exhibit = { ...nothing, ...rest, derivation, figures: Array.from({ length: 8 }, () => figure) };
    const options = { version: '0', node: '0', seed: 1, index: '', href: () => undefined };
    const html = claimPage({ row, details }, x, options);
    expect(Buffer.byteLength(html)).toBeLessThan(40_000);
    expect(html).toContain('step 59');
    expect(html).toContain('A plot');

    const inside = Array.from({ length: 600 }, (_, k) => ({
      depth: k % 20 === 0 ? 0 : 3,
      by: 'ring',
      text: `step ${k}, ${'x + '.repeat(12)}1`,
      latex,
    }));
    const short = claimPage({ row, details }, { ...x, derivation: { ...derivation, steps: inside } }, options);
    expect(Buffer.byteLength(short)).toBeLessThan(40_000);
    expect(short).toContain('step 580');
    expect(short).toContain('570 steps inside lemmas are left out');

    const replaying = (length: number): string =>
      claimPage(
        { row, details },
        { ...x, derivation: null, replay: { formulas: 'x'.repeat(length) } as never },
        options,
      );
    expect(replaying(10_000)).toContain('id="replay"');
    expect(replaying(38_000)).not.toContain('id="replay"');
    expect(Buffer.byteLength(replaying(38_000))).toBeLessThan(40_000);
  });
});

describe('standalone pages', () => {
  beforeAll(async () => {
    expect((await p.run('report', 'run', '--html', 'alone', '--standalone')).code).toBe(0);
  }, 60_000);
  it('are single files under 600 KB that name no other', () => {
    expect([...files('alone')].sort()).toEqual(['claims/run.html', 'index.html']);
    const html = page('run', 'alone');
    expect(Buffer.byteLength(html)).toBeLessThan(600_000);
    expect(html).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="(?!data:)/);
    expect(html).toContain('@font-face');
  });
});

describe('documents', () => {
  const document = (claims: string): Promise<Ran> => p.run('check', claims, '--json', '--runs', '4096');
  it('of shards are put together as one run', async () => {
    p.write('a.json', (await document('theorems/good')).out);
    p.write('b.json', (await document('theorems/run.ts')).out);
    const r = await p.run('report', '--from', 'a.json', 'b.json', '--json');
    expect(reportDocument.parse(JSON.parse(r.out)).summary).toEqual({ proved: 1, refuted: 2 });
    expect(r.code).toBe(0);
    expect((await p.run('report', '--from', 'a.json', 'a.json')).out).toContain('2 claims');
    const strip = (await document('theorems/strip.ts')).out;
    expect(strip).toMatch(/"whole domain covered by \d+ boxes.* s of CPU/);
    p.write('s.json', strip);
    p.write('t.json', strip.replace(/[\d.]+ s of CPU/, '7.77 s of CPU'));
    expect((await p.run('report', '--from', 's.json', 't.json')).code).toBe(0);
  }, 60_000);
  it('that contradict one another are refused, with both their names', async () => {
    const other = read('b.json').replace(/"runs": \d+/, '"runs": 2000');
    expect(other).not.toBe(read('b.json'));
    p.write('c.json', other);
    const r = await p.run('report', '--from', 'b.json', 'c.json');
    expect(r.code).toBe(2);
    expect(r.err).toMatch(
      /b\.json and c\.json: one result for run is wanted, found refuted after \d+ runs and refuted after 2000 runs/,
    );
  });
  it('by which a claim is proved and refuted end with 4', async () => {
    p.write('d.json', read('b.json').replace('"verdict": "refuted"', '"verdict": "proved"'));
    const r = await p.run('report', '--from', 'b.json', 'd.json');
    expect(r.code).toBe(4);
    expect(r.err).toContain('internal contradiction: run');
  });
  it.each([
    ['nothing there', 'none.json', /none\.json: a document of counterflow check --json is wanted, found nothing/],
    ['no JSON', 'package.ts', /package\.ts: a JSON document is wanted/],
    [
      'another document',
      'package.json',
      /package\.json: a document of counterflow check --json is wanted, found schema/,
    ],
  ])('%s is refused', async (_, path, message) => {
    p.write('package.ts', 'export {}');
    const r = await p.run('report', '--from', path);
    expect(r.code).toBe(2);
    expect(r.err).toMatch(message);
  });
  it('of claims whose files are not here still make pages', async () => {
    p.write('far.json', read('b.json').replaceAll('theorems/run.ts', 'theorems/elsewhere.ts'));
    expect((await p.run('report', '--from', 'far.json', '--html', 'far')).code).toBe(0);
    expect(page('run', 'far')).toContain('The claim’s file was not here');
    expect(page('run', 'far')).toContain('The counterexample');
  });
  it('do not write outside the folder', async () => {
    p.write('evil.json', read('b.json').replaceAll('"run"', '"../../../evil"'));
    const r = await p.run('report', '--from', 'evil.json', '--html', 'evil');
    expect(r.code).toBe(2);
    expect(existsSync(join(p.dir, '..', 'evil.html'))).toBe(false);
  });
});

it('without a run says what makes one', async () => {
  const r = await project('module').run('report');
  expect(r.code).toBe(2);
  expect(r.err).toContain('counterflow check makes one');
});
