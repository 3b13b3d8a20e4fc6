/**
 * Mutants of the kernel: the kernel's own source with a few words replaced, built in a temporary folder. The shipped
 * kernel has no switches; a clause is turned off only here.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Kernel } from './tools.ts';

/** In src/kernel/<file>, `find` (which occurs exactly once) becomes `put`. */
export type Edit = readonly [file: string, find: string, put: string];

const SOURCE = resolve(import.meta.dirname, '../../src/kernel');
const base = mkdtempSync(join(tmpdir(), 'counterflow-mutants-'));
let count = 0;

function edited(name: string, edits: readonly Edit[]): string {
  let out = readFileSync(join(SOURCE, name), 'utf8');
  for (const [, find, put] of edits.filter(([file]) => file === name)) {
    const parts = out.split(find);
    if (parts.length !== 2) throw new Error(`${name}: found ${parts.length - 1} times: ${find}`);
    out = parts.join(put);
  }
  return out.replaceAll(/'\.\.\/(expr|number)\//g, (_, folder) => `'${resolve(SOURCE, '..', folder)}/`);
}

export async function mutant(edits: readonly Edit[]): Promise<Kernel> {
  const folder = join(base, `m${count++}`);
  mkdirSync(folder);
  for (const name of readdirSync(SOURCE)) writeFileSync(join(folder, name), edited(name, edits));
  return (await import(/* @vite-ignore */ join(folder, 'index.ts'))) as Kernel;
}
