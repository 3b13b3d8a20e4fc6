/** Tables as wide as the terminal; colour and bars on a terminal only. */
import { spawnSync } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/report/progress.ts';
import { cut, paint, styleFor, table } from '../../src/report/style.ts';
import { claimText, project } from '../cli/project.ts';

const COLUMNS = [
  { head: 'claim', least: 10, tail: true },
  { head: 'verdict' },
  { head: 'runs', right: true, spare: 2 },
  { head: 'witness', least: 12, spare: 1 },
];
const ROWS = [
  ['potential/hyperbolic-entropy', 'proved', '20k', ''],
  ['½', 'refuted', '1', 'x = 1/2, w = (0, 0, 0), eta = 3/4'],
];
const lines = (width: number, color = false): readonly string[] => table({ color, width }, COLUMNS, ROWS).split('\n');

describe('table', () => {
  it.each([24, 30, 40, 60, 80, 200])('is no wider than %i', (width) => {
    for (const line of lines(width)) expect([...line].length).toBeLessThanOrEqual(width);
  });
  it('leaves out spare columns first, then cuts, and keeps what names a row', () => {
    expect(lines(200)[0]).toMatch(/claim +verdict +runs +witness/);
    expect(lines(36)[0]).toMatch(/claim +verdict +witness/);
    expect(lines(24)[0]).toMatch(/^claim +verdict$/);
    expect(lines(24)[1]).toMatch(/^….*entropy +proved$/);
  });
  it('aligns numbers to the right', () => {
    const [, a, b] = lines(200);
    expect(a!.indexOf('20k') + 3).toBe(b!.indexOf('1 ') + 1);
  });
  it('colour takes no room', () => {
    expect(lines(60, true).map((l) => stripVTControlCharacters(l))).toEqual(lines(60));
    expect(cut('\u001b[31mred\u001b[39m', 3)).toContain('\u001b[31m');
  });
});

describe('colour', () => {
  const stream = (isTTY: boolean): NodeJS.WriteStream =>
    Object.assign(new PassThrough(), { isTTY, columns: 80 }) as never;
  it('is for terminals, unless NO_COLOR or --no-color is said', () => {
    const { NO_COLOR } = process.env;
    delete process.env.NO_COLOR;
    expect(styleFor(stream(true), true).color).toBe(true);
    expect(styleFor(stream(true), false).color).toBe(false);
    expect(styleFor(stream(false), true).color).toBe(false);
    process.env.NO_COLOR = '1';
    expect(styleFor(stream(true), true).color).toBe(false);
    if (NO_COLOR === undefined) delete process.env.NO_COLOR;
    expect(paint({ color: false, width: 80 }, 'red', 'x')).toBe('x');
  });
});

describe('the progress bar', () => {
  const shown = async (isTTY: boolean, quiet: boolean, milliseconds: number): Promise<string> => {
    const stream = Object.assign(new PassThrough(), { isTTY, columns: 100, cursorTo: () => {}, clearLine: () => {} });
    let text = '';
    stream.on('data', (d) => (text += d));
    const bar = progressBar(quiet, stream as never);
    const end = Date.now() + milliseconds;
    for (let runs = 0; Date.now() < end; runs += 5000) {
      bar.show({ done: 1, total: 3, part: 0.5, runs, at: 'theorems/a.ts' });
      await new Promise((next) => setTimeout(next, 100));
    }
    bar.clear();
    return text;
  };
  it('comes after two seconds, with claims done and rate', async () => {
    const text = await shown(true, false, 2800);
    expect(text).toMatch(/1\/3 claims {2}\d+k runs\/s {2}theorems\/a\.ts/);
  });
  it('does not come before, nor when quiet, nor in a pipe', async () => {
    expect(await shown(true, false, 1000)).toBe('');
    expect((await Promise.all([shown(true, true, 2500), shown(false, false, 2500)])).join('')).toBe('');
  });
});

describe('on a terminal and in a pipe', () => {
  it.skipIf(spawnSync('script', ['--version']).error)('the same table, with colour or without', () => {
    const p = project('module');
    p.write('theorems/f.ts', claimText('f', { status: "'refuted'", conclude: '({ x }) => that`${x} <= 1/2`' }));
    const cli = `${process.execPath} node_modules/counterflow/dist/cli.js check`;
    const inTerminal = (command: string): string =>
      spawnSync('script', ['-qec', `stty cols 100; ${command}`, '/dev/null'], {
        cwd: p.dir,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '', TERM: 'xterm' },
      }).stdout;
    const piped = spawnSync('sh', ['-c', cli], { cwd: p.dir, encoding: 'utf8' });
    expect(piped.stderr).toBe('');
    expect(piped.stdout).toMatch(/^f +ok +refuted +refuted/m);
    expect(piped.stdout).not.toContain('\u001b');
    expect(inTerminal(cli)).toContain('\u001b[33mrefuted');
    expect(inTerminal(`${cli} --no-color`)).not.toContain('\u001b[33m');
  });
});
