/** `hunt` end to end: pins what it finds, is taken up again, ends claims that hang, counts its runs. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { huntDocument } from '../../src/report/schema.ts';
import { claimText, project } from './project.ts';

vi.setConfig({ testTimeout: 300_000 });

const FALSE = claimText('wrong', { status: "'refuted'", conclude: '({ x }) => that`${x}*(1 - ${x}) <= 1/5`' });
const TRUE = claimText('right');

test('a witness is pinned beside its claim, the document is as published, the rest survives', async () => {
  const p = project('module');
  p.write('claims/right.ts', TRUE);
  p.write('claims/wrong.ts', FALSE);
  const r = await p.run('hunt', '--runs', '20000', '--json');
  expect(r.code, r.err).toBe(0);
  const d = huntDocument.parse(JSON.parse(r.out));
  const rows = new Map(d.claims.map((c) => [c.id, c]));
  expect([rows.get('wrong')!.verdict, rows.get('right')!.verdict]).toEqual(['refuted', 'survived']);
  expect(rows.get('right')!.runs).toBeGreaterThanOrEqual(20_000);
  expect(r.err).toContain('wrong: refuted at');
  expect(JSON.parse(readFileSync(join(p.dir, 'claims/wrong.witness.json'), 'utf8'))).toEqual(
    rows.get('wrong')!.witness,
  );
  expect((await p.run('replay', 'claims/wrong.witness.json')).code).toBe(0);

  const again = huntDocument.parse(JSON.parse((await p.run('hunt', '--runs', '60000', '--json')).out));
  const next = new Map(again.claims.map((c) => [c.id, c]));
  expect(next.get('wrong')!.strategy).toBe('committed');
  expect([next.get('right')!.resumed, next.get('right')!.runs >= 60_000]).toEqual([true, true]);
  expect(next.get('right')!.blocks).toBeLessThan(15);
});

test('a simpler witness that lies there stays, a stale one is replaced', async () => {
  const p = project('module');
  p.write('claims/wrong.ts', FALSE);
  await p.run('hunt', '--runs', '5000');
  const path = join(p.dir, 'claims/wrong.witness.json');
  const pinned = readFileSync(path, 'utf8');
  await p.run('hunt', '--runs', '5000', '--no-witness', '--seed', '7');
  expect(readFileSync(path, 'utf8')).toBe(pinned);
  const simplest = pinned.replace('"1/2"', '"1"');
  writeFileSync(path, simplest);
  await p.run('hunt', '--runs', '5000', '--no-witness', '--seed', '9');
  expect(readFileSync(path, 'utf8')).toBe(simplest);
  writeFileSync(path, pinned.replace(/"hash": "[0-9a-f]+"/, '"hash": "0"').replace('"1/2"', '"9/10"'));
  await p.run('hunt', '--runs', '5000', '--seed', '8');
  expect(readFileSync(path, 'utf8')).toBe(pinned);
});

test('a claim that hangs is ended and named, others go on', async () => {
  const p = project('module');
  p.write('claims/right.ts', TRUE);
  p.write('claims/wrong.ts', FALSE);
  p.write('claims/a-hangs.ts', claimText('a-hangs', { conclude: '() => { for (;;); }' }));
  const r = await p.run('hunt', '--runs', '9000', '--load-seconds', '6', '--json');
  const d = huntDocument.parse(JSON.parse(r.out));
  expect(r.code).toBe(2);
  expect(d.claims.map((c) => c.id)).toEqual(['right', 'wrong']);
  expect(d.errors.map((e) => [e.file, e.wanted])).toEqual([['claims/a-hangs.ts', 'a claim that loads within 6 s']]);
  expect(existsSync(join(p.dir, 'claims/wrong.witness.json'))).toBe(true);
});

test.each([
  ['--budget', 'soon'],
  ['--budget', '0s'],
  ['--runs', 'many'],
  ['--claim-seconds', '0'],
  ['--shard', '5/4'],
])('%s %s is refused', async (option, value) => {
  const p = project('module');
  p.write('claims/right.ts', TRUE);
  const r = await p.run('hunt', option, value);
  expect(r.code).toBe(2);
  expect(r.err).toContain(`${option}: `);
});

test('a claim that nothing meets is vacuous, though nothing is left to choose', async () => {
  const p = project('module');
  p.write('claims/v.ts', claimText('v', { reals: '{}', assume: '() => that`1 >= 3`', conclude: '() => that`2 >= 0`' }));
  const d = huntDocument.parse(JSON.parse((await p.run('hunt', '--runs', '2000', '--json')).out));
  expect(d.claims.map((c) => c.verdict)).toEqual(['vacuous']);
});

test('a time budget is kept', async () => {
  const p = project('module');
  p.write('claims/right.ts', TRUE);
  const r = await p.run('hunt', '--budget', '3s', '--json');
  const d = huntDocument.parse(JSON.parse(r.out));
  expect(d.seconds).toBeGreaterThan(2.9);
  expect(d.seconds).toBeLessThan(8);
  expect(d.claims[0]!.runs).toBeGreaterThan(4096);
});
