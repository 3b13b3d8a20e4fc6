/** The JSON contract: documents validate against the published schemas, nothing else on stdout, the same for any workers. */

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DOCUMENTS } from '../../src/report/schema.ts';
import { claimText, project, type Ran } from './project.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const SOME = ['theorems/descent/one-step.ts', 'theorems/descent/one-step-3-4.ts', 'theorems/balance'];

const counterflow = (...args: string[]): Promise<Ran> =>
  new Promise((done) => {
    execFile(process.execPath, ['dist/cli.js', ...args], { cwd: ROOT, maxBuffer: 1 << 26 }, (e, out, err) => {
      done({ code: e ? Number(e.code ?? -1) : 0, out, err });
    });
  });
const published = (name: string): object =>
  JSON.parse(readFileSync(resolve(ROOT, `schemas/${name}.json`), 'utf8')) as object;
const ajv = new Ajv2020.default({ strict: false });
const problems = (name: string, document: unknown): unknown =>
  ajv.validate(published(name), document) ? [] : ajv.errors;

interface CheckDocument {
  readonly seed: number;
  readonly claims: {
    milliseconds: number;
    readonly id: string;
    readonly status: string;
    readonly verdict: string;
    readonly asExpected: boolean;
    readonly witness: object | null;
  }[];
  readonly summary: { readonly [verdict: string]: number };
}
const withoutTimes = (text: string): CheckDocument => {
  const d = JSON.parse(text) as CheckDocument;
  for (const c of d.claims) c.milliseconds = 0;
  return d;
};

let one: Ran;
let two: Ran;
beforeAll(async () => {
  one = await counterflow('check', ...SOME, '--json', '--workers', '1', '--runs', '8192', '--no-witness');
  two = await counterflow('check', ...SOME, '--json', '--workers', '2', '--runs', '8192', '--no-witness');
}, 120_000);

describe('the published schemas', () => {
  it.each(Object.keys(DOCUMENTS))('%s is what the sources say (npm run schemas)', (name) => {
    expect(published(name)).toEqual(
      JSON.parse(JSON.stringify(z.toJSONSchema(DOCUMENTS[name as keyof typeof DOCUMENTS]))),
    );
  });
});

describe('check --json', () => {
  it('validates, and a document with a field changed does not', () => {
    expect(problems('check', JSON.parse(one.out))).toEqual([]);
    const broken = JSON.parse(one.out) as { claims: { verdict: string }[] };
    broken.claims[0]!.verdict = 'true';
    expect(problems('check', broken)).not.toEqual([]);
  });
  it('is the same for 1 and 2 workers but for times', () => {
    expect(withoutTimes(one.out)).toEqual(withoutTimes(two.out));
    expect(withoutTimes(one.out).claims.length).toBeGreaterThan(10);
  });
  it('is not the same for another seed', async () => {
    const other = await counterflow('check', SOME[0]!, '--json', '--seed', '2', '--runs', '8192');
    const row = withoutTimes(one.out).claims.find((c) => c.id === 'descent/one-step');
    expect(withoutTimes(other.out).claims[0]).not.toEqual(row);
  });
  it('says what is expected, and its witnesses are verified', () => {
    const { claims, summary } = withoutTimes(one.out);
    expect(one.code).toBe(0);
    expect(one.err).toBe('');
    for (const c of claims) {
      expect(c.asExpected).toBe(true);
      expect(c.witness !== null).toBe(c.verdict === 'refuted');
      expect(c.verdict === 'refuted').toBe(c.status === 'refuted');
    }
    expect(Object.values(summary).reduce((a, b) => a + b)).toBe(claims.length);
  });
});

describe('show, replay and list --json', () => {
  it('validate', async () => {
    const p = project('module');
    p.write('theorems/f.ts', claimText('f', { status: "'refuted'", conclude: '({ x }) => that`${x} <= 1/2`' }));
    const shown = await p.run('show', 'theorems/f.ts', '--json');
    expect(problems('show', JSON.parse(shown.out))).toEqual([]);
    expect((await p.run('check', '--pin', '--runs', '4096')).code).toBe(0);
    const replayed = await p.run('replay', 'theorems/f.witness.json', '--json');
    expect(problems('replay', JSON.parse(replayed.out))).toEqual([]);
    expect(JSON.parse(replayed.out)).toMatchObject({ verdict: 'refuted', stale: false });
    expect(replayed.code).toBe(0);
    const listed = await p.run('list', '--json');
    expect(problems('list', JSON.parse(listed.out))).toEqual([]);
    expect(JSON.parse(listed.out)).toMatchObject({ claims: [{ id: 'f', verdict: 'refuted' }] });
  });
  it('a pinned witness is replayed first, and stale when the claim changes', async () => {
    const p = project('module');
    const write = (bound: string): void =>
      p.write(
        'theorems/f.ts',
        claimText('f', { status: "'refuted'", conclude: `({ x }) => that\`\${x} <= ${bound}\`` }),
      );
    write('1/2');
    await p.run('check', '--pin', '--runs', '4096');
    const again = JSON.parse((await p.run('check', '--json')).out) as { claims: { runs: number }[] };
    expect(again.claims[0]!.runs).toBeLessThanOrEqual(2);
    write('1/3');
    expect((await p.run('check')).out).toMatch(/stale/);
    expect(JSON.parse((await p.run('replay', 'theorems/f.witness.json', '--json')).out)).toMatchObject({
      stale: true,
      verdict: 'refuted',
    });
  });
});
