/** A stranger's project in an empty folder, and the built command line run in it. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
export interface Project {
  readonly dir: string;
  readonly write: (file: string, text: string) => void;
  readonly run: (...args: string[]) => Promise<Ran>;
  /** Started and left running; the caller ends it. */
  readonly start: (...args: string[]) => ChildProcess;
}

/** `type` is package.json's "type"; undefined: no such field. */
export function project(type?: 'module' | 'commonjs'): Project {
  const dir = mkdtempSync(join(tmpdir(), 'counterflow-'));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  write('package.json', JSON.stringify({ name: 'stranger', private: true, ...(type ? { type } : {}) }));
  mkdirSync(join(dir, 'node_modules'));
  symlinkSync(ROOT, join(dir, 'node_modules/counterflow'), 'dir');
  const run = (...args: string[]): Promise<Ran> =>
    new Promise((done) => {
      const cli = join(ROOT, 'dist/cli.js');
      execFile(process.execPath, [cli, ...args], { cwd: dir, maxBuffer: 1 << 26, timeout: 110_000 }, (e, out, err) => {
        done({ code: e ? Number(e.code ?? -1) : 0, out, err });
      });
    });
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], { cwd: dir });
  return { dir, write, run, start };
}

/** A pointwise claim as text, with parts replaced. */
export const claimText = (id: string, parts: { readonly [field: string]: string } = {}): string => {
  const fields = {
    says: "'A test.'",
    status: "'conjecture'",
    reals: "{ x: real('[0, 1]'), v: vector(2, '[-1, 1]') }",
    conclude: '({ x }) => that`${x}^2 <= ${x}`',
    ...parts,
  };
  const body = Object.entries(fields).map(([k, t]) => (t === '' ? '' : `  ${k}: ${t},\n`));
  return [
    "import { and, claim, descent, evolve, ex, flow, implies, integer, matrix, or, real, size, squared, that, vector } from 'counterflow';",
    `export default claim('${id}', {\n${body.join('')}});\n`,
  ].join('\n');
};
