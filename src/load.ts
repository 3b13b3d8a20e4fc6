/**
 * Claim files loaded with tsx (TypeScript or JavaScript, any package type, no build).
 *
 * Runs the author's code, so it is called in workers only. Everything that goes wrong becomes a LoadError with a place.
 */
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Change, Claim } from './claim/claim.ts';
import type { Choice } from './claim/domains.ts';
import { adoptInstance, hashOf, type Instance } from './claim/instance.ts';
import type { Problem } from './claim/result.ts';
import { callSite, type Place } from './expr/error.ts';

export type { Problem } from './claim/result.ts';

export class LoadError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.file}: ${problem.wanted} is wanted, found ${problem.found}`);
    this.problem = problem;
  }
}

export interface LoadedClaim {
  readonly file: string;
  readonly claim: Claim;
  readonly instances: readonly Instance[];
  readonly hash: string;
}

interface Shaped {
  readonly wanted?: unknown;
  readonly found?: unknown;
  readonly place?: Place;
  readonly message?: unknown;
  readonly stack?: unknown;
}

/** esbuild's report of a syntax error. */
const TRANSFORM = /:(\d+):(\d+): ERROR: (.*)/;

/** Any error of the author's file as one problem with a place, as good as can be found. */
export function problemOf(file: string, error: unknown, wanted = 'a claim file that loads'): Problem {
  const e = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as Shaped;
  const transform = TRANSFORM.exec(String(e.message ?? ''));
  if (transform)
    return { file, line: Number(transform[1]), column: Number(transform[2]) + 1, wanted, found: transform[3]! };
  const place = e.place ?? callSite(`\n${String(e.stack ?? '')}`);
  const here = place && resolve(place.file) === resolve(file) ? place : undefined;
  const at = { file: place && !here ? relative(process.cwd(), place.file) : file };
  const where = { ...at, line: place?.line ?? null, column: place?.column ?? null };
  if (typeof e.wanted === 'string' && typeof e.found === 'string')
    return { ...where, wanted: e.wanted, found: e.found };
  return { ...where, wanted, found: String(e.message ?? error).split('\n')[0] ?? '' };
}

const isClaim = (x: unknown): x is Claim =>
  typeof x === 'object' && x !== null && (x as { kind?: unknown }).kind === 'counterflow claim';

function defaultExport(module: unknown): unknown {
  let x = module;
  for (let i = 0; i < 4 && !isClaim(x); i++) x = (x as { default?: unknown } | undefined)?.default;
  return x;
}

/** Sizes that differ pairwise come first: a transposed matrix shows there. */
function byDistinctness(choices: readonly Choice[]): readonly Choice[] {
  const distinct = (c: Choice): boolean => {
    const n = Object.values(c).filter((v) => typeof v === 'number');
    return new Set(n).size === n.length;
  };
  return [...choices].sort((a, b) => Number(distinct(b)) - Number(distinct(a)));
}

const showChoice = (c: Choice): string =>
  Object.entries(c)
    .map(([k, v]) => `${k} = ${v}`)
    .join(', ');

const placed = (p: Problem, place: Place | undefined): Problem =>
  p.line === null && place ? { ...p, line: place.line, column: place.column } : p;

/** All instances of a claim, in the order of its choices. */
export function instances(claim: Claim, file: string, change?: Change): readonly Instance[] {
  const made = new Map<string, Instance>();
  const choices = claim.choices();
  for (const choice of byDistinctness(choices))
    try {
      made.set(JSON.stringify(choice), adoptInstance(claim.instantiate(choice, change)));
    } catch (e) {
      const p = placed(problemOf(file, e, 'a claim that can be built'), claim.place);
      const at = showChoice(choice);
      throw new LoadError(at === '' ? p : { ...p, found: `${p.found} (at ${at})` });
    }
  return choices.map((c) => made.get(JSON.stringify(c))!);
}

type Importer = (specifier: string, parent?: string) => Promise<unknown>;
let shared: Promise<Importer> | undefined;

/** One registration of tsx a thread: the author's copy of the package is loaded once, not for every file. */
function importer(): Promise<Importer> {
  shared ??= (async (): Promise<Importer> => {
    const [esm, cjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
    const namespace = `counterflow-${Date.now()}`;
    cjs.register({ namespace });
    const api = esm.register({ namespace });
    return (specifier, parent = import.meta.url) => api.import(specifier, parent);
  })();
  return shared;
}

/** Imports a module of the user's, TypeScript or JavaScript. Throws what the module throws. */
export const importModule = async (url: string): Promise<unknown> => (await importer())(url);

/** Loads the copy of the package that a claim file imports, so that the claim itself loads fast. */
export async function warm(file: string): Promise<undefined> {
  const api = await importer();
  await api('counterflow', pathToFileURL(resolve(file)).href).catch(() => undefined);
  return undefined;
}

/** Loads one claim file, or the statement beside it that a change makes. Throws LoadError. */
export async function loadClaim(file: string, change?: Change): Promise<LoadedClaim> {
  let module: unknown;
  try {
    module = await importModule(pathToFileURL(resolve(file)).href);
  } catch (e) {
    throw new LoadError(problemOf(file, e));
  }
  const claim = defaultExport(module);
  if (!isClaim(claim))
    throw new LoadError({
      file,
      line: null,
      column: null,
      wanted: 'a default export made by claim(…)',
      found: kindOf(claim),
    });
  const all = instances(claim, file, change);
  return {
    file,
    claim,
    instances: all,
    hash: hashOf(claim.id, all.length > 1 ? [all[0]!, all[all.length - 1]!] : all),
  };
}

const kindOf = (x: unknown): string => (x === undefined ? 'no default export' : typeof x);
