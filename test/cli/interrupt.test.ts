/** Ctrl-C: what has been checked by then is printed and kept. */
import { describe, expect, it } from 'vitest';
import { claimText, project } from './project.ts';

describe('an interrupted check', () => {
  it('prints and keeps what it has found, and says what is left', async () => {
    const p = project('module');
    p.write('theorems/a.ts', claimText('a', { status: "'refuted'", conclude: '({ x }) => that`${x} <= 1/2`' }));
    p.write('theorems/z.ts', claimText('z', { conclude: '() => { for (;;); }' }));
    const child = p.start('check', '--workers', '1', '--load-seconds', '60');
    let [out, err] = ['', ''];
    child.stdout!.on('data', (d) => (out += d));
    child.stderr!.on('data', (d) => (err += d));
    setTimeout(() => child.kill('SIGINT'), 6000);
    const code = await new Promise((done) => child.once('exit', done));
    expect(out).toMatch(/^a +ok +refuted +refuted/m);
    expect(err).toMatch(/interrupted: 1 of 2 claims were not checked/);
    expect(code).toBe(130);
    const { claims } = JSON.parse((await p.run('list', '--json')).out) as {
      claims: { id: string; verdict: string | null }[];
    };
    expect(claims.map((c) => [c.id, c.verdict])).toEqual([
      ['a', 'refuted'],
      ['z', null],
    ]);
  }, 60_000);
});
