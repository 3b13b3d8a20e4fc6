/**
 * A hunt killed at random moments (SIGKILL, workers and all): every witness it has reported is on disk and refutes its claim,
 * every file is whole, and the next run goes on where it was. KILLS=50 for the full count; otherwise three.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { huntDocument } from '../../src/report/schema.ts';
import { stream } from '../../src/search/random.ts';
import { claimText, project } from './project.ts';

const KILLS = Number(process.env.KILLS ?? 3);
const CLI = join(resolve(import.meta.dirname, '../..'), 'dist/cli.js');

function claims(write: (file: string, text: string) => void): void {
  write('claims/right.ts', claimText('right'));
  for (let k = 2; k <= 9; k++)
    write(
      `claims/wrong-${k}.ts`,
      claimText(`wrong-${k}`, {
        status: "'refuted'",
        reals: "{ x: real('[0, 1]'), v: vector(2, '[-1, 1]'), w: vector(3, '[-2, 2]') }",
        conclude: `({ x, v, w }) => that\`\${x}*(sum(\${v}^2) + sum(\${w}^2)/6) <= ${k + 30}/10\``,
      }),
    );
}

/** Runs a hunt in a process group of its own and kills all of it after some time, or at its first witness. */
const killed = (dir: string, milliseconds: number, atFirst = false): Promise<string> =>
  new Promise((done) => {
    const child = spawn(process.execPath, [CLI, 'hunt', '--budget', '60s', '--workers', '2'], {
      cwd: dir,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (d: Buffer) => {
      said += d.toString();
      if (atFirst && said.includes(' in claims/')) process.kill(-child.pid!, 'SIGKILL');
    });
    const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), milliseconds);
    child.on('close', () => {
      clearTimeout(timer);
      done(said);
    });
  });

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function wholeFiles(dir: string): void {
  for (const f of readdirSync(join(dir, 'claims')).filter((n) => n.endsWith('.witness.json')))
    json(join(dir, 'claims', f));
  const folder = join(dir, '.counterflow/hunt');
  for (const f of existsSync(folder) ? readdirSync(folder) : []) {
    if (f.endsWith('.json')) json(join(folder, f));
    if (f.endsWith('.jsonl'))
      for (const line of readFileSync(join(folder, f), 'utf8').trim().split('\n')) JSON.parse(line);
  }
}

const runsOf = (dir: string): number => {
  const trail = join(dir, '.counterflow/hunt/claims%2Fright.ts.json');
  return existsSync(trail) ? (json(trail) as { readonly runs: number }).runs : 0;
};

test(
  `${KILLS} kills`,
  async () => {
    const p = project('module');
    claims(p.write);
    const random = stream({ hash: 'kill', seed: Date.now(), block: 0 });
    let [reported, before] = [0, 0];
    const start = Date.now();
    let first = 0;
    for (let k = 0; k <= KILLS; k++) {
      for (const f of readdirSync(join(p.dir, 'claims')).filter((n) => n.endsWith('.witness.json')))
        rmSync(join(p.dir, 'claims', f));
      const said = await (k === 0 ? killed(p.dir, 50_000, true) : killed(p.dir, 3 * first * random.double()));
      if (k === 0) first = Date.now() - start;
      for (const [, id, path] of said.matchAll(/^(\S+): (?:refuted|made simple) at .*; in (\S+)$/gm)) {
        reported++;
        const w = json(join(p.dir, path!)) as { readonly claim: string; readonly margin: readonly [string, string] };
        expect(w.claim).toBe(id);
        expect(Number(w.margin[1])).toBeLessThan(0);
      }
      wholeFiles(p.dir);
      expect(runsOf(p.dir)).toBeGreaterThanOrEqual(before);
      before = runsOf(p.dir);
    }
    expect(reported).toBeGreaterThan(0);
    for (const f of readdirSync(join(p.dir, 'claims')).filter((n) => n.endsWith('.witness.json')))
      expect((await p.run('replay', `claims/${f}`)).code, f).toBe(0);
    const last = await p.run('hunt', '--runs', `${before + 50_000}`, '--json');
    const d = huntDocument.parse(JSON.parse(last.out));
    expect(d.claims.find((c) => c.id === 'right')).toMatchObject({ resumed: before > 0, verdict: 'survived' });
    expect(d.claims.filter((c) => c.verdict === 'refuted')).toHaveLength(8);
    expect(readdirSync(join(p.dir, 'claims')).filter((n) => n.endsWith('.tmp'))).toEqual([]);
  },
  120_000 + KILLS * 30_000,
);
