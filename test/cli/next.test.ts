/** `counterflow` alone says what to do next, for what is in the folder; mistyped words get a suggestion. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { didYouMean, nearest } from '../../src/expr/suggest.ts';
import { claimText, project } from './project.ts';

describe('counterflow alone', () => {
  it('follows an author from an empty folder to a pinned counterexample', async () => {
    const p = project('module');
    const next = async (): Promise<string> => (await p.run()).out;
    expect(await next()).toMatch(/No claims here yet.[\s\S]*counterflow new my-claim/);
    p.write('theorems/f.ts', claimText('f', { conclude: '({ x }) => that`${x} <= 1/2`' }));
    expect(await next()).toMatch(/1 claim here, not checked yet[\s\S]*counterflow check +checks them all/);
    await p.run('check', '--runs', '4096');
    expect(await next()).toMatch(/1 refuted[\s\S]*counterflow show theorems\/f\.ts +not as expected/);
    p.write('theorems/f.ts', claimText('f', { status: "'refuted'", conclude: '({ x }) => that`${x} <= 1/2`' }));
    expect(await next()).toMatch(/1 not in it or changed since[\s\S]*counterflow check theorems\/f\.ts /);
    await p.run('check', '--runs', '4096');
    expect(await next()).toMatch(/counterflow check theorems\/f\.ts --pin/);
    await p.run('check', '--runs', '4096', '--pin');
    expect(await next()).not.toMatch(/--pin/);
    rmSync(join(p.dir, 'node_modules'), { recursive: true });
    expect(await next()).toMatch(/npm install/);
  }, 60_000);
});

describe('suggestions', () => {
  it.each([
    ['chekc', ['check', 'show'], 'check'],
    ['asihn', ['sinh', 'asinh', 'atanh'], 'asinh'],
    ['conlude', ['conclude', 'where'], 'conclude'],
    ['Eta', ['eta', 'beta'], 'eta'],
    ['frobnicate', ['check', 'show'], undefined],
    ['x', ['eta', 'n'], undefined],
  ])('%s', (word, known, wanted) => {
    expect(nearest(word, known)).toBe(wanted);
    expect(didYouMean(word, known)).toBe(wanted ? ` (did you mean "${wanted}"?)` : '');
  });
});
