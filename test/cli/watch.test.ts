/** `check --watch`: what is saved is checked again, with what it imports; how long that takes, as a multiple of a cold check. */
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { affected } from '../../src/commands/watch.ts';
import { claimText, type Project, project } from './project.ts';

let p: Project;
let child: ChildProcess;
let text = '';

/** Waits until what was printed after `from` matches. */
async function printed(pattern: RegExp, from: number): Promise<string> {
  const end = Date.now() + 40_000;
  while (Date.now() < end) {
    if (pattern.test(text.slice(from))) return text.slice(from);
    await new Promise((next) => setTimeout(next, 20));
  }
  throw new Error(`${pattern} did not come: ${text.slice(from)}`);
}
const save = async (file: string, content: string, pattern: RegExp): Promise<string> => {
  const from = text.length;
  p.write(file, content);
  return printed(pattern, from);
};

beforeAll(async () => {
  p = project('module');
  p.write('theorems/a.ts', claimText('a'));
  p.write('theorems/b.ts', claimText('b'));
  p.write('theorems/_bound.ts', 'export const bound = 1;\n');
  const importing = `import { bound } from './_bound.ts';\n${claimText('c', { conclude: '({ x }) => that`${x} <= ${bound}`' })}`;
  p.write('theorems/c.ts', importing);
  child = p.start('check', '--watch', '--runs', '4096');
  child.stdout!.on('data', (d) => (text += d));
  await printed(/watching 3 claims/, 0);
}, 60_000);
afterAll(() => child.kill());

describe('a saved file', () => {
  it('is checked again, alone', async () => {
    const said = await save(
      'theorems/a.ts',
      claimText('a', { conclude: '({ x }) => that`${x} <= 1/2`' }),
      /Ctrl-C ends/,
    );
    expect(said).toMatch(/^a +NOT AS EXPECTED +conjecture +refuted/m);
    expect(said).toMatch(/1 claim: 1 refuted/);
    expect(said).toMatch(/fails at x = 1/);
  });
  it('that claims import is followed to them', async () => {
    const said = await save('theorems/_bound.ts', 'export const bound = 0;\n', /Ctrl-C ends/);
    expect(said).toMatch(/^c +NOT AS EXPECTED/m);
    expect(said).not.toMatch(/^b /m);
  });
  it('with a mistake gives its message, and the next save is checked', async () => {
    const wrong = await save(
      'theorems/b.ts',
      claimText('b', { conclude: '({ x }) => that`y <= ${x}`' }),
      /Ctrl-C ends/,
    );
    expect(wrong).not.toMatch(/^b +ok/m);
    expect(await save('theorems/b.ts', claimText('b'), /Ctrl-C ends/)).toMatch(/^b +ok +conjecture +proved/m);
  });
  it('that is new is found', async () => {
    expect(await save('theorems/new/d.ts', claimText('new/d'), /Ctrl-C ends/)).toMatch(/^new\/d +ok/m);
  });
  it('all of them are in the last run', async () => {
    const { claims } = JSON.parse((await p.run('list', '--json')).out) as { claims: { id: string; verdict: string }[] };
    expect(claims.map((c) => [c.id, c.verdict])).toEqual([
      ['a', 'refuted'],
      ['b', 'proved'],
      ['c', 'refuted'],
      ['new/d', 'proved'],
    ]);
  });
  it('is checked in less time than by a new process', async () => {
    await new Promise((next) => setTimeout(next, 2000));
    const start = performance.now();
    await save('theorems/b.ts', claimText('b', { says: "'Again.'" }), /Ctrl-C ends/);
    const warm = performance.now() - start;
    const cold = performance.now();
    await p.run('check', 'theorems/b.ts', '--runs', '4096');
    expect(warm).toBeLessThan(performance.now() - cold);
  });
  it('Ctrl-C ends with 0', async () => {
    child.kill('SIGINT');
    expect(await new Promise((done) => child.once('exit', done))).toBe(0);
  });
});

describe('which claims a file affects', () => {
  it('those that are it or import it, through others too', () => {
    const f = (name: string): string => `${p.dir}/theorems/${name}`;
    p.write('theorems/_deep.ts', "export * from './_bound.ts';\n");
    p.write('theorems/e.js', "import './_deep.js';\n");
    const all = ['a.ts', 'c.ts', 'e.js'].map(f);
    expect(affected(all, new Set([f('_bound.ts')]))).toEqual([f('c.ts')]);
    expect(affected(all, new Set([f('_deep.ts')]))).toEqual([f('e.js')]);
    expect(affected(all, new Set([f('a.ts')]))).toEqual([f('a.ts')]);
  });
});

describe('a file saved during the first check', () => {
  it('is checked after it', async () => {
    const q = project('module');
    q.write('theorems/a.ts', claimText('a'));
    const started = q.start('check', '--watch', '--runs', '400000');
    let said = '';
    started.stdout!.on('data', (d) => (said += d));
    await new Promise((next) => setTimeout(next, 700));
    q.write('theorems/a.ts', claimText('a', { conclude: '({ x }) => that`${x} <= 1/3`' }));
    const end = Date.now() + 40_000;
    while (
      !/watching[\s\S]*Ctrl-C ends\n[\s\S]*refuted/.test(said) &&
      !/refuted[\s\S]*watching/.test(said) &&
      Date.now() < end
    )
      await new Promise((next) => setTimeout(next, 50));
    started.kill();
    expect(said).toMatch(/refuted/);
  });
});

describe('--watch', () => {
  it.each([['--json'], ['--github'], ['--pin']])('is refused with %s', async (option) => {
    const r = await p.run('check', '--watch', option);
    expect(r.err).toMatch(new RegExp(`--watch: .*${option}`));
    expect(r.code).toBe(2);
  });
});
