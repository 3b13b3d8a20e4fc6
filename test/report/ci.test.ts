/**
 * What continuous integration reads, from a real run with hostile texts in it: JUnit against its schema, GitHub's workflow
 * commands and step summary, all compared with samples in test/golden (`GOLDEN=write` writes them).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Checked } from '../../src/claim/result.ts';
import { annotations, stepSummary } from '../../src/report/github.ts';
import { junit } from '../../src/report/junit.ts';
import { claimText, type Project, project, type Ran } from '../cli/project.ts';

const golden = (name: string, text: string): void => {
  const path = resolve(import.meta.dirname, '../golden', name);
  if (process.env.GOLDEN === 'write') writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
};
const schema = readFileSync(resolve(import.meta.dirname, 'junit.xsd'), 'utf8');
const invalid = async (xml: string): Promise<readonly unknown[]> =>
  (await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema })).errors;
const timeless = (xml: string): string => xml.replace(/time="[\d.]+"/g, 'time="0.000"');

/** Everything that could break out of XML, a workflow command or a Markdown table. */
const HOSTILE = String.raw`'50%0A::error::no \u0007 ]]> <b>&amp;| \r\n::warning file=x::no'`;

let p: Project;
let ran: Ran;
let quiet: Ran;
let empty: Ran;
beforeAll(async () => {
  p = project('module');
  p.write('theorems/good/square.ts', claimText('good/square'));
  p.write(
    'theorems/good/false.ts',
    claimText('good/false', { status: "'refuted'", conclude: '({ x }) => that`${x} <= 1/2`' }),
  );
  p.write(
    'theorems/bad/false.ts',
    claimText('bad/false', { says: HOSTILE, status: "'theorem'", conclude: '({ x }) => that`${x}^2 < ${x}`' }),
  );
  p.write('theorems/bad/vacuous.ts', claimText('bad/vacuous', { assume: '({ x }) => that`${x} > 2`' }));
  p.write('theorems/bad/a,b:c.ts', claimText('bad/text', { conclude: '({ x }) => that`${x} <= "%0A::error::`' }));
  mkdirSync(join(p.dir, 'empty'));
  process.env.GITHUB_STEP_SUMMARY = join(p.dir, 'summary.md');
  ran = await p.run('check', '--junit', 'out/junit.xml', '--github', '--runs', '4096');
  delete process.env.GITHUB_STEP_SUMMARY;
  quiet = await p.run('check', 'good', '--github', '--json', '--runs', '4096');
  empty = await p.run('check', '--junit');
}, 120_000);

const commands = (text: string): readonly string[] => text.split('\n').filter((l) => l.startsWith('::'));

describe('JUnit', () => {
  it('validates against its schema and is as in the sample', async () => {
    const xml = readFileSync(join(p.dir, 'out/junit.xml'), 'utf8');
    expect(await invalid(xml)).toEqual([]);
    golden('junit.xml', timeless(xml));
  });
  it('counts what is in it', () => {
    const xml = readFileSync(join(p.dir, 'out/junit.xml'), 'utf8');
    const n = (pattern: RegExp): number => [...xml.matchAll(pattern)].length;
    const [tests, failures, errors] = ['tests', 'failures', 'errors'].map((a) =>
      Number(new RegExp(`<testsuites [^>]*${a}="(\\d+)"`).exec(xml)?.[1]),
    );
    expect([tests, failures, errors]).toEqual([n(/<testcase /g), n(/<failure /g), n(/<error /g)]);
    expect([tests, failures, errors]).toEqual([5, 2, 1]);
  });
  it('a wrong document does not validate', async () => {
    const xml = readFileSync(join(p.dir, 'out/junit.xml'), 'utf8');
    expect(await invalid(xml.replace(/tests="\d+"/, 'tests="many"'))).not.toEqual([]);
    expect(await invalid(xml.replace(/<testcase classname="[^"]*"/, '<testcase'))).not.toEqual([]);
  });
  it('an empty run, a contradiction and undecided claims under --strict validate too', async () => {
    const none: Checked = { results: [], problems: [], contradictions: [] };
    expect(await invalid(junit(none, false))).toEqual([]);
    expect(await invalid(junit({ ...none, contradictions: ['a is both \u0000 proved and refuted'] }, true))).toEqual(
      [],
    );
  });
  it('without a file is refused', () => {
    expect(empty.err).toMatch(/--junit <file>: a value is wanted/);
    expect(empty.code).toBe(2);
  });
});

describe('GitHub', () => {
  it('annotates the line of each claim that is not as expected, and nothing else', () => {
    const found = commands(ran.out);
    golden('annotations.txt', `${found.join('\n')}\n`);
    expect(found).toHaveLength(3);
    expect(found.filter((c) => c.startsWith('::error file=theorems/bad/false.ts,line=2,col='))).toHaveLength(1);
    expect(found.some((c) => c.includes('file=theorems/bad/a%2Cb%3Ac.ts,line='))).toBe(true);
    for (const c of found) expect(c).toMatch(/^::(error|warning) [^:]*::[^\r\n]+$/);
  });
  it('adds to the step summary', () => {
    const counts = /\| \d+ \|/g;
    golden('step-summary.md', readFileSync(join(p.dir, 'summary.md'), 'utf8').replace(counts, '| n |'));
  });
  it('leaves standard output to the JSON document', () => {
    expect(() => JSON.parse(quiet.out)).not.toThrow();
    expect(commands(quiet.err)).toEqual([]);
  });
  it('a summary of a thousand claims fits a comment, what is wrong first', () => {
    const [bad] = annotated(1);
    const c: Checked = { results: [...annotated(1000, true), bad!], problems: [], contradictions: [] };
    const text = stepSummary(c);
    expect(text.length).toBeLessThan(65_536);
    expect(text.indexOf('Not as expected')).toBeLessThan(text.indexOf('as expected</summary>'));
    expect(text).toMatch(/… and \d+ more/);
    expect(annotations(c, false)).toHaveLength(1);
  });
});

function annotated(n: number, asExpected = false): Checked['results'] {
  const text = readFileSync(join(p.dir, '.counterflow/last.json'), 'utf8');
  const [one] = (JSON.parse(text) as { results: Checked['results'] }).results.filter((r) => r.row.witness);
  return Array.from({ length: n }, (_, i) => ({ ...one!, row: { ...one!.row, id: `x/claim-${i}`, asExpected } }));
}
