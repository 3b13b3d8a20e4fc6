/**
 * Claim files loaded with tsx (TypeScript or JavaScript, any package type, no build).
 *
 * Runs the author's code, so it is called in workers only. Everything that goes wrong becomes a LoadError with a place.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Change, Claim } from './claim/claim.ts';
import type { Choice } from './claim/domains.ts';
import { adoptInstance, hashOf, type Instance } from './claim/instance.ts';
import type { Problem } from './claim/result.ts';
import { callSite, type Place } from './expr/error.ts';
import { didYouMean } from './expr/suggest.ts';

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

/** What a claim file can import from the package (a test compares it with the package). */
export const EXPORTS =
  'ClaimError adversary and atLeast beats by claim constant descent each eq evolve ex exponential flow grid heavyBall iff implies integer iterate le logistic lt matrix nesterov oneOf or orthogonal orthogonalRows pairs procedures product real sgd sign size solve squared sum survives that unit vector'.split(
    ' ',
  );

interface Named {
  readonly name: string;
  readonly said: { readonly wanted: string; readonly found: string };
}

/** JavaScript's messages about names and modules, with what to do. */
function importProblem(message: string): Named | undefined {
  const free = /^(\w+) is not defined$/.exec(message)?.[1];
  if (free !== undefined && EXPORTS.includes(free))
    return {
      name: free,
      said: { wanted: `import { ${free}, … } from 'counterflow'`, found: `${free}, which is not imported` },
    };
  if (free !== undefined)
    return {
      name: free,
      said: { wanted: 'a name that is declared or imported', found: `"${free}"${didYouMean(free, EXPORTS)}` },
    };
  const missing = (/'counterflow' does not provide an export named '(\w+)'/.exec(message) ??
    /import_counterflow\.(\w+)\) is not a function/.exec(message))?.[1];
  if (missing !== undefined)
    return {
      name: missing,
      said: { wanted: 'a name that counterflow exports', found: `"${missing}"${didYouMean(missing, EXPORTS)}` },
    };
  if (/^Cannot find (?:package|module) 'counterflow'/.test(message))
    return {
      name: 'counterflow',
      said: { wanted: 'counterflow installed in this project (npm install)', found: 'no node_modules/counterflow' },
    };
  return undefined;
}

/** Where a word first stands in a file. */
function lineOf(file: string, word: string): { line: number; column: number } | object {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const found = new RegExp(`\\b${word}\\b`);
    const line = lines.findIndex((l) => found.test(l));
    return line < 0 ? {} : { line: line + 1, column: lines[line]!.search(found) + 1 };
  } catch {
    return {};
  }
}

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
  const message = String(e.message ?? error).split('\n')[0] ?? '';
  const named = importProblem(message);
  return named
    ? { ...where, ...(where.line === null ? lineOf(file, named.name) : {}), ...named.said }
    : { ...where, wanted, found: message };
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

interface Importers {
  readonly esm: (specifier: string, parent: string) => Promise<unknown>;
  readonly cjs: (specifier: string, parent: string) => unknown;
}
let shared: Promise<Importers> | undefined;

/** One registration of tsx a thread: the author's copy of the package is loaded once, not for every file. */
function importers(): Promise<Importers> {
  shared ??= (async (): Promise<Importers> => {
    const [esm, cjs] = await Promise.all([import('tsx/esm/api'), import('tsx/cjs/api')]);
    const namespace = `counterflow-${Date.now()}`;
    const required = cjs.register({ namespace });
    const imported = esm.register({ namespace });
    return {
      esm: (specifier, parent) => imported.import(specifier, parent),
      cjs: (specifier, parent) => required.require(specifier, parent),
    };
  })();
  return shared;
}

/** Whether Node takes the file for a CommonJS module: by its ending, or by "type" of the nearest package.json. */
function isCommonJs(file: string): boolean {
  if (/\.[cm][jt]s$/.test(file)) return /\.c[jt]s$/.test(file);
  for (let dir = dirname(file); ; dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json'))) {
      const { type } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as { readonly type?: unknown };
      return type !== 'module';
    }
    if (dirname(dir) === dir) return true;
  }
}

/**
 * Imports a module of the user's, TypeScript or JavaScript. Throws what the module throws. CommonJS is required, not
 * imported: tsx imports it without a source map, and errors would have no line. (Required, a.js would mean an a.ts beside it.)
 */
export async function importModule(file: string): Promise<unknown> {
  const load = await importers();
  const path = resolve(file);
  const twin = /\.c?js$/.test(path) && existsSync(path.replace(/js$/, 'ts'));
  if (!isCommonJs(path) || twin) return load.esm(pathToFileURL(path).href, import.meta.url);
  const module = load.cjs(path, import.meta.url) as { readonly __esModule?: unknown };
  if (module?.__esModule === true) return module;
  return { default: module, ...(typeof module === 'object' && !isClaim(module) ? module : {}) };
}

/** Loads the copy of the package that a claim file imports, and its parser, so that the claim itself loads fast. */
export async function warm(file: string): Promise<undefined> {
  const load = await importers();
  const parent = pathToFileURL(resolve(file)).href;
  try {
    const own = await (isCommonJs(resolve(file)) ? load.cjs('counterflow', parent) : load.esm('counterflow', parent));
    (own as { readonly ex: (text: TemplateStringsArray) => unknown }).ex`0`;
  } catch {
    return undefined;
  }
  return undefined;
}

/** Loads one claim file, or the statement beside it that a change makes. Throws LoadError. */
export async function loadClaim(file: string, change?: Change): Promise<LoadedClaim> {
  let module: unknown;
  try {
    module = await importModule(file);
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
      found: kindOf(claim, module),
    });
  const all = instances(claim, file, change);
  return {
    file,
    claim,
    instances: all,
    hash: hashOf(claim.id, all.length > 1 ? [all[0]!, all[all.length - 1]!] : all),
  };
}

function kindOf(x: unknown, module: unknown): string {
  if (x !== undefined)
    return x === null ? 'null' : `one that is ${typeof x === 'object' ? 'another object' : `a ${typeof x}`}`;
  const named = Object.entries(module as object).find(([, v]) => isClaim(v))?.[0];
  return named === undefined
    ? 'no default export'
    : `no default export, but a claim exported as ${named} (write: export default claim(…))`;
}
