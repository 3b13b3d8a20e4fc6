/** The engines with a few words of their source replaced, bundled in a temporary folder: the shipped ones have no switches. */
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import type { compared } from './compare.ts';

/** In src/<file>, `find` (which occurs exactly once) becomes `put`. */
export type Edit = readonly [file: string, find: string, put: string];

const SOURCE = resolve(import.meta.dirname, '../../../src');
const base = mkdtempSync(join(tmpdir(), 'counterflow-engines-'));
symlinkSync(resolve(SOURCE, '../node_modules'), join(base, 'node_modules'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let count = 0;

function edited([file, find, put]: Edit): string {
  const parts = readFileSync(join(SOURCE, file), 'utf8').split(find);
  if (parts.length !== 2) throw new Error(`${file}: found ${parts.length - 1} times: ${find}`);
  return parts.join(put);
}

/** `compared`, before engines of which one has the edit. */
export async function mutant(edit: Edit): Promise<typeof compared> {
  const changed = join(SOURCE, edit[0]);
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'compare.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'edit',
        setup: (b) =>
          b.onLoad({ filter: /\.ts$/ }, (a) =>
            a.path === changed ? { contents: edited(edit), loader: 'ts' as const } : undefined,
          ),
      },
    ],
  });
  const path = join(base, `${count++}.mjs`);
  writeFileSync(path, outputFiles[0]!.text);
  return ((await import(/* @vite-ignore */ path)) as { compared: typeof compared }).compared;
}
