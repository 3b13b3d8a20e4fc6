/** Which files are claims: paths, folders, globs, ids and families, or the default folders. Loads none of them. */
import { statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { Problem } from './claim/result.ts';

const EXTENSIONS = '{ts,mts,cts,js,mjs,cjs}';
const DEFAULTS = [`theorems/**/*.${EXTENSIONS}`, `claims/**/*.${EXTENSIONS}`, `**/*.claim.${EXTENSIONS}`];
const IGNORE = ['**/node_modules/**', '**/dist/**', '**/reports/**', '**/.counterflow/**'];
/** Declarations, tests, and files beginning with an underscore, which claims import from. */
const LEFT_OUT = /\.d\.[cm]?ts$|\.(test|spec)\.[cm]?[jt]sx?$|(^|\/)_[^/]*$/;
const SOURCE = /\.[cm]?[jt]s$/;

const unix = (p: string): string => p.split(sep).join('/');

async function under(patterns: readonly string[], cwd: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const files = await glob([...patterns], { cwd, ignore: IGNORE, dot: false });
  return files.filter((f) => SOURCE.test(f) && !LEFT_OUT.test(f)).sort();
}

export interface FoundFiles {
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** Files for paths, folders or globs as given on the command line; without any, the default folders. */
export async function findClaims(given: readonly string[], cwd = process.cwd()): Promise<FoundFiles> {
  if (given.length === 0) return { files: await under(DEFAULTS, cwd), problems: [] };
  const files = new Set<string>();
  const problems: Problem[] = [];
  for (const path of given) {
    const found = await expand(path, cwd);
    if (found.length === 0) problems.push(missing(path, 'nothing there'));
    for (const f of found) files.add(f);
  }
  return { files: [...files], problems };
}

const missing = (file: string, found: string): Problem => ({
  file,
  line: null,
  column: null,
  wanted: 'a claim file, a folder of them, a glob, the id of a claim or a family',
  found,
});

async function expand(path: string, cwd: string): Promise<readonly string[]> {
  const stats = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  if (stats?.isFile()) return [unix(path)];
  if (stats?.isDirectory()) return under([`${unix(path).replace(/\/$/, '')}/**/*.${EXTENSIONS}`], cwd);
  if (/[*?{[]/.test(path)) return under([path], cwd);
  const file = `${path}.${EXTENSIONS}`;
  const inside = `${path}/**/*.${EXTENSIONS}`;
  return under(
    [`theorems/${file}`, `claims/${file}`, `**/${path}.claim.${EXTENSIONS}`, `theorems/${inside}`, `claims/${inside}`],
    cwd,
  );
}
