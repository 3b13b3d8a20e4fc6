/**
 * `counterflow check --watch`: a claim is checked again when it, or a file it imports, is saved.
 *
 * Modules stay loaded in a thread for ever, so every check gets a new one; the next is made ready (package loaded) while
 * the author types.
 */
import { type FSWatcher, readFileSync, statSync, watch } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Checked } from '../claim/result.ts';
import { findClaims } from '../find.ts';
import type { Pool } from '../pool.ts';
import { resultWords } from '../report/words.ts';
import { type CheckInput, checkFiles, checkInput, claimsMeant, openCheckPool, printTable } from './check.ts';
import { lastRun, type Options, saveLastRun } from './common.ts';

/** Editors write a file in several steps. */
const SETTLE_MILLISECONDS = 40;
const SOURCE = /\.[cm]?[jt]s$/;
const IMPORT = /(?:from|import|require)\s*\(?\s*['"](\.[^'"]+)['"]/g;

function importsOf(file: string): readonly string[] {
  try {
    return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((m) => resolve(dirname(file), m[1]!));
  } catch {
    return [];
  }
}

/** The claims that are one of these files, or import one, directly or not. */
export function affected(claims: readonly string[], changed: ReadonlySet<string>): readonly string[] {
  const bare = (f: string): string => f.replace(SOURCE, '');
  const wanted = new Set([...changed].map((f) => bare(resolve(f))));
  const reaches = (file: string, seen: Set<string>): boolean => {
    if (wanted.has(bare(file))) return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return importsOf(file).some((f) => reaches(f, seen));
  };
  return claims.filter((c) => reaches(resolve(c), new Set()));
}

function places(args: readonly string[], claims: readonly string[]): readonly { dir: string; deep: boolean }[] {
  const roots = args.length > 0 ? args : ['theorems', 'claims'];
  const folders = roots.filter((a) => statSync(a, { throwIfNoEntry: false })?.isDirectory());
  const covered = (d: string): boolean => folders.some((f) => !relative(f, d).startsWith('..'));
  const flat = [...new Set(claims.map((c) => dirname(c)))].filter((d) => !covered(d));
  return [...folders.map((dir) => ({ dir, deep: true })), ...flat.map((dir) => ({ dir, deep: false }))];
}

/** A worker that is ready before it is needed. */
function readied(claim: string | undefined, input: CheckInput): Promise<Pool> {
  return openCheckPool(1, input).then((pool) => {
    if (claim !== undefined) void pool.run({ kind: 'warm', file: claim });
    return pool;
  });
}

function printChecked(c: Checked, options: Options): void {
  printTable(c, options, 0);
  for (const r of c.results)
    if (r.row.witness || r.row.reason) process.stdout.write(`${r.row.id}: ${resultWords(r)}\n`);
}

function remember(c: Checked, seed: number): void {
  const again = new Set(c.results.map((r) => r.row.file));
  const others = (lastRun()?.results ?? []).filter((r) => !again.has(r.row.file));
  saveLastRun({ seed, results: [...others, ...c.results] });
}

/** Collects what is saved in the folders of the claims; `news` is called when it has settled. */
function watching(args: readonly string[], claims: readonly string[], news: () => void): Watching {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const onEvent = (dir: string, name: string | null): void => {
    if (name === null || !SOURCE.test(name)) return;
    changed.add(join(dir, name));
    clearTimeout(timer);
    timer = setTimeout(news, SETTLE_MILLISECONDS);
  };
  const watchers = places(args, claims).map(
    ({ dir, deep }): FSWatcher => watch(dir, { recursive: deep }, (_, name) => onEvent(dir, name)),
  );
  const taken = (): ReadonlySet<string> => {
    const now = new Set(changed);
    changed.clear();
    return now;
  };
  const close = (): void => {
    for (const w of watchers) w.close();
  };
  return { taken, close };
}
interface Watching {
  /** What has been saved since it was last asked. */
  readonly taken: () => ReadonlySet<string>;
  readonly close: () => void;
}

/** Watches until interrupted; then exit code 0. What is saved during a check is checked after it. */
export async function run(args: readonly string[], options: Options): Promise<number> {
  const input = checkInput(options);
  const interrupted = new Promise<void>((done) => process.once('SIGINT', done));
  const { files: claims, problems } = await claimsMeant(args, options);
  let busy = true;
  let ready: Promise<Pool>;
  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      for (let now = watched.taken(); now.size > 0; now = watched.taken()) await again(now);
    } finally {
      busy = false;
    }
  };
  const again = async (now: ReadonlySet<string>): Promise<void> => {
    const files = affected((await findClaims(args)).files, now);
    if (files.length === 0) return;
    const started = performance.now();
    const checked = await checkFiles(files, input, await ready);
    ready = readied(files[0], input);
    remember(checked, input.seed);
    const saved = [...now].map((f) => relative('.', f)).join(', ');
    process.stdout.write(`\n${new Date().toTimeString().slice(0, 8)}  ${saved}\n`);
    printChecked(checked, options);
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    process.stdout.write(`${seconds} s; saving a claim checks it again, Ctrl-C ends\n`);
  };
  const watched = watching(args, claims, () => void work());
  const first = await checkFiles(claims, input);
  remember(first, input.seed);
  printChecked({ ...first, problems: [...problems, ...first.problems] }, options);
  ready = readied(claims[0], input);
  const count = `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`;
  process.stdout.write(`\nwatching ${count}; saving one checks it again, Ctrl-C ends\n`);
  busy = false;
  void work();
  await interrupted;
  watched.close();
  await (await ready).close();
  return 0;
}
