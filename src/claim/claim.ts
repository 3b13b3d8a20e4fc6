/**
 * `claim(id, {…})`: what an author writes. Checks the form, and makes plain instances, one for each choice of sizes.
 *
 * Untrusted. The author's callbacks run inside `instantiate`, all in the copy of the package that the claim file imported;
 * what leaves it is packed plain data. Throws ClaimError with the author's place.
 */
import { type Derivation, derivationSteps, type Step } from '../derivation/steps.ts';
import { inSession, type RunNode, type Session, symbol } from '../dynamics/run.ts';
import { ClaimError, callSite, type Place } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { guarded } from '../expr/names.ts';
import { notationLatex, notationText } from '../expr/notation.ts';
import { checkStatement, noneDropped, relations, type Statement } from '../expr/statement.ts';
import { didYouMean } from '../expr/suggest.ts';
import { postorder, type Term } from '../expr/term.ts';
import { type Packed, pack } from '../expr/transport.ts';
import type { Rational } from '../number/rational.ts';
import { type Choice, type Constant, type Domain, type OneOf, type Size, shapeOf } from './domains.ts';
import type { Declared, Defined, Region, Said } from './instance.ts';
import { regionOf, type Share } from './region.ts';

type Expr = E.Expr;
export const STATUSES = ['theorem', 'conjecture', 'refuted'] as const;
export type Status = (typeof STATUSES)[number];

export interface Source {
  readonly title: string;
  readonly authors: string;
  readonly arxiv?: string;
  readonly where?: string;
}

type SizeRecord = { readonly [name: string]: Size | OneOf };
type SizeValues<S> = { readonly [K in keyof S]: S[K] extends OneOf<infer T> ? T : number };
type Symbols<R> = { readonly [K in keyof R]: Expr };
type Free<S, R, I, C> = SizeValues<S> & Symbols<R> & Symbols<I> & Symbols<C>;
type Statements = Statement | readonly Statement[];
type Regions = Statement | Share | readonly (Statement | Share)[];

/** Fields in reading order: each sees what stands above it. */
export interface ClaimConfig<S, R, I, W, C = Record<never, never>> {
  /** One sentence for people. */
  readonly says: string;
  /** theorem: believed true. conjecture: open. refuted: known false, the search must find a counterexample. */
  readonly status: Status;
  readonly source?: Source;
  readonly notes?: string;
  /** Of a theorem that only survived: why it is neither proved nor certified. Ends the notes; variants do not inherit it. */
  readonly unproved?: string;
  /** Whole numbers and choices that fix the shape of the formulas. */
  readonly sizes?: S;
  /** Real numbers, vectors, matrices with their domains. */
  readonly reals?: R;
  /** New at every step of a run. */
  readonly inputs?: I;
  /** Constants whose sharpness `probe` is to find out; in formulas they are the numbers they are declared as. */
  readonly constants?: C;
  /** Definitions: runs, solved equalities, abbreviations. Its keys are the names in reports. */
  readonly where?: (free: Free<S, R, I, C>) => W;
  readonly assume?: (all: Free<S, R, I, C> & W) => Statements;
  readonly conclude: (all: Free<S, R, I, C> & W) => Statements;
  /** Known equality cases: the search does not report a touching zero there, certificates leave them out and say so. */
  readonly tight?: (all: Free<S, R, I, C> & W) => Statements;
  /**
   * To be certified on the whole domain by boxes: the conclusions, or statements from which they follow (by `derivation`, with
   * these as further hypotheses), such as a factored margin.
   */
  readonly boxes?: 'conclusions' | ((all: Free<S, R, I, C> & W) => Statements);
  /** Regions that a share of the accepted runs has to be in (a tenth, or `atLeast`); otherwise the claim is vacuous. */
  readonly cover?: (all: Free<S, R, I, C> & W) => Regions;
  /** Further quantities that fall as a violation comes near; they steer the search and decide nothing. */
  readonly guide?: (all: Free<S, R, I, C> & W) => Expr | readonly Expr[];
  /** Why it is true, step by step; `by` has the ways. */
  readonly derivation?: 'ring' | ((all: Free<S, R, I, C> & W) => Derivation);
}
type Names<S> = keyof S & string;

/** A statement next to the claim's own: other values of its constants, one of its assumptions left out. */
export interface Change {
  readonly constants?: { readonly [name: string]: Rational };
  /** The number of the assumption, from 0. */
  readonly drop?: number;
}

export interface Claim<S = unknown, R = unknown, I = unknown, W = unknown, C = unknown> {
  readonly kind: 'counterflow claim';
  readonly id: string;
  readonly says: string;
  readonly status: Status;
  readonly source: Source | undefined;
  readonly notes: string | undefined;
  readonly place: Place | undefined;
  /** The id of the claim it is a variant of. */
  readonly variantOf: string | undefined;
  /** Every admissible choice of sizes, smallest first. */
  readonly choices: () => readonly Choice[];
  readonly instantiate: (choice: Choice, change?: Change) => Packed;
  readonly constants: { readonly [name: string]: Constant };
  /** The same setting with something changed: fields given here replace, domains and definitions are merged. */
  readonly variant: <D extends { readonly [name: string]: Constant } = Record<never, never>>(
    id: string,
    change: Variant<S, R, I, W, C & D> & { readonly constants?: D },
  ) => Claim<S, R, I, W, C & D>;
}
export type Variant<S, R, I, W, C = Record<never, never>> = { readonly says: string; readonly status: Status } & {
  readonly source?: Source;
  readonly notes?: string;
  readonly unproved?: string;
  readonly sizes?: { readonly [K in keyof S]?: Size | OneOf };
  readonly reals?: { readonly [K in keyof R]?: Domain<Names<S>> };
  readonly inputs?: { readonly [K in keyof I]?: Domain<Names<S>> };
  readonly constants?: { readonly [K in keyof C]?: Constant };
  /** Sees the definitions it changes. */
  readonly where?: (all: Free<S, R, I, C> & W) => { readonly [K in keyof W]?: W[K] };
  readonly assume?: (all: Free<S, R, I, C> & W) => Statements;
  readonly conclude?: (all: Free<S, R, I, C> & W) => Statements;
  readonly tight?: (all: Free<S, R, I, C> & W) => Statements;
  readonly boxes?: 'conclusions' | ((all: Free<S, R, I, C> & W) => Statements);
  readonly cover?: (all: Free<S, R, I, C> & W) => Regions;
  readonly guide?: (all: Free<S, R, I, C> & W) => Expr | readonly Expr[];
  readonly derivation?: 'ring' | ((all: Free<S, R, I, C> & W) => Derivation);
};

interface AnyConfig {
  readonly says: string;
  readonly status: Status;
  readonly source?: Source;
  readonly notes?: string;
  readonly unproved?: string;
  readonly sizes?: SizeRecord;
  readonly reals?: { readonly [name: string]: Domain };
  readonly inputs?: { readonly [name: string]: Domain };
  readonly constants?: { readonly [name: string]: Constant };
  readonly where?: (v: never) => object;
  readonly assume?: (v: never) => Statements;
  readonly conclude: (v: never) => Statements;
  readonly tight?: (v: never) => Statements;
  readonly boxes?: 'conclusions' | ((v: never) => Statements);
  readonly cover?: (v: never) => Regions;
  readonly guide?: (v: never) => Expr | readonly Expr[];
  readonly derivation?: ((v: never) => Derivation) | 'ring';
}

const FIELDS = [
  'says',
  'status',
  'source',
  'notes',
  'unproved',
  'sizes',
  'reals',
  'inputs',
  'constants',
  'where',
  'assume',
  'conclude',
  'tight',
  'boxes',
  'cover',
  'guide',
  'derivation',
] as const;
const CALLBACKS = ['where', 'assume', 'conclude', 'tight', 'cover', 'guide'] as const;

/** A claim. Throws ClaimError on a malformed one. */
export function claim<
  S extends SizeRecord = Record<never, never>,
  R extends { readonly [name: string]: Domain<Names<S>> } = Record<never, never>,
  I extends { readonly [name: string]: Domain<Names<S>> } = Record<never, never>,
  W extends object = Record<never, never>,
  C extends { readonly [name: string]: Constant } = Record<never, never>,
>(id: string, config: ClaimConfig<S, R, I, W, C>): Claim<S, R, I, W, C> {
  return make(id, config as unknown as AnyConfig, callSite()) as Claim<S, R, I, W, C>;
}

function make(id: string, config: AnyConfig, place: Place | undefined, variantOf?: string): Claim {
  checkConfig(id, config, place);
  return Object.freeze({
    kind: 'counterflow claim',
    id,
    says: config.says,
    status: config.status,
    source: config.source,
    notes: notesOf(config),
    place,
    variantOf,
    choices: () => choices(config.sizes ?? {}),
    constants: config.constants ?? {},
    instantiate: (choice: Choice, change?: Change) => instantiate(config, choice, change ?? {}),
    variant: (variantId: string, change: object) => make(variantId, merged(config, change), callSite(), id),
  } as const) as unknown as Claim;
}

const notesOf = ({ notes, unproved }: AnyConfig): string | undefined =>
  unproved === undefined ? notes : [notes, `Not proved: ${unproved}`].filter(Boolean).join(' ');

function merged(config: AnyConfig, change: object): AnyConfig {
  const c = change as Partial<AnyConfig>;
  const { where: inner } = config;
  const outer = c.where;
  const both = (v: never): object => {
    const base = inner?.(v) ?? {};
    return { ...base, ...outer?.(guarded({ ...(v as object), ...base }, 'of the claim') as never) };
  };
  const where = inner && outer ? both : (outer ?? inner);
  const { derivation: _, boxes: __, unproved: ___, ...rest } = config;
  return {
    ...rest,
    ...c,
    ...(config.sizes || c.sizes ? { sizes: { ...config.sizes, ...c.sizes } } : {}),
    ...(config.reals || c.reals ? { reals: { ...config.reals, ...c.reals } } : {}),
    ...(config.inputs || c.inputs ? { inputs: { ...config.inputs, ...c.inputs } } : {}),
    ...(config.constants || c.constants ? { constants: { ...config.constants, ...c.constants } } : {}),
    ...(where ? { where } : {}),
  };
}

function checkConfig(id: string, config: AnyConfig, place: Place | undefined): void {
  const wrong = (wanted: string, found: string): never => {
    throw new ClaimError(wanted, found, place);
  };
  if (!/^[a-z0-9]+(?:[-/.][a-z0-9]+)*$/.test(String(id)))
    wrong("a claim id of small letters, digits and - . / such as 'descent/one-step'", `"${id}"`);
  if (typeof config !== 'object' || config === null) wrong('the fields of a claim', typeof config);
  for (const key of Object.keys(config))
    if (!(FIELDS as readonly string[]).includes(key))
      wrong(`one of the fields ${FIELDS.join(', ')}`, `"${key}"${didYouMean(key, FIELDS)}`);
  if (typeof config.says !== 'string' || config.says.trim() === '') wrong('a sentence in says', typeof config.says);
  if (!STATUSES.includes(config.status)) wrong(`a status, one of ${STATUSES.join(', ')}`, `"${config.status}"`);
  if (typeof config.conclude !== 'function') wrong('a function conclude', typeof config.conclude);
  for (const key of CALLBACKS)
    if (config[key] !== undefined && typeof config[key] !== 'function') wrong(`a function ${key}`, typeof config[key]);
  checkNames(config, wrong);
}

const KINDS = { sizes: ['size', 'oneOf'], reals: ['domain'], inputs: ['domain'], constants: ['constant'] } as const;
const WANTED = {
  sizes: 'a size(…) or oneOf(…)',
  reals: 'a domain',
  inputs: 'a domain',
  constants: "constant('2', { to: '3' }), its value and one where the claim should fail,",
} as const;

function checkNames(config: AnyConfig, wrong: (wanted: string, found: string) => never): void {
  const seen = new Set<string>();
  for (const field of ['sizes', 'reals', 'inputs', 'constants'] as const)
    for (const [name, domain] of Object.entries(config[field] ?? {})) {
      if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) wrong(`a name of letters and digits in ${field}`, `"${name}"`);
      if (seen.has(name)) wrong('each name declared once', `${name} twice`);
      seen.add(name);
      const kind: unknown = (domain as { kind?: unknown } | undefined)?.kind;
      if (!(KINDS[field] as readonly string[]).includes(String(kind)))
        wrong(`${WANTED[field]} for ${name} in ${field}`, found(field, name, domain, kind));
    }
}

const found = (field: keyof typeof KINDS, name: string, domain: unknown, kind: unknown): string =>
  typeof domain === 'string' && (field === 'reals' || field === 'inputs')
    ? `text: write ${name}: real('${domain}')`
    : String(kind ?? typeof domain);

function choices(sizes: SizeRecord): readonly Choice[] {
  let all: Choice[] = [{}];
  for (const [name, s] of Object.entries(sizes)) {
    const options = s.kind === 'oneOf' ? s.options : Array.from({ length: s.to - s.from + 1 }, (_, i) => s.from + i);
    if (all.length * options.length > 4096) throw new ClaimError('at most 4096 choices of sizes', `more, at ${name}`);
    all = all.flatMap((c) => options.map((o) => ({ ...c, [name]: o })));
  }
  const weight = (c: Choice): number =>
    Object.values(c).reduce<number>((n, v) => n + (typeof v === 'number' ? v : 0), 0);
  return all
    .map((c, i) => ({ c, i }))
    .sort((a, b) => weight(a.c) - weight(b.c) || a.i - b.i)
    .map(({ c }) => c);
}

function declare(record: { readonly [name: string]: Domain } | undefined, choice: Choice): Declared[] {
  return Object.entries(record ?? {}).map(([name, domain]) => {
    const shape = shapeOf(domain, choice, name);
    return { name, shape, domain, variables: symbol('', name, shape).entries };
  });
}

function statements(f: ((v: never) => Statements) | undefined, v: object, where: string): Said[] {
  if (!f) return [];
  const listed = (x: Statements): readonly unknown[] => (Array.isArray(x) ? x : [x]);
  const given = noneDropped(() => f(v as never), listed);
  return listed(given).map((x: unknown): Said => {
    const s = checkStatement(x, `from ${where}`);
    return { logic: s.logic, text: s.text, latex: s.latex, place: s.place };
  });
}

function instantiate(config: AnyConfig, choice: Choice, change: Change): Packed {
  const reals = declare(config.reals, choice);
  const inputs = declare(config.inputs, choice);
  const runs: RunNode[] = [];
  const flat = (all: readonly Declared[]): Term[] => all.flatMap((r) => r.variables);
  const scope: Session = {
    runs,
    inputs: new Set(flat(inputs)),
    symbols: new Map(reals.map((r) => [r.name, r.variables])),
    fixed: new Set(),
    finite: [],
    solved: [],
  };
  return inSession(scope, () => {
    const free = guarded(
      { ...choice, ...symbols(reals), ...symbols(inputs), ...numbers(config, change) },
      'declared in sizes, reals or inputs',
    );
    const where = config.where?.(free as never) ?? {};
    const all = guarded({ ...free, ...named(where, free) }, 'of the claim');
    const body = {
      assume: statements(config.assume, all, 'assume').filter((_, i) => i !== change.drop),
      conclude: statements(config.conclude, all, 'conclude'),
      tight: statements(config.tight, all, 'tight'),
      derivation: steps(config.derivation, all),
      guide: guides(config.guide?.(all as never)),
      definitions: definitions(where),
    };
    if (body.conclude.length === 0) throw new ClaimError('at least one conclusion', 'none');
    const cover = regions(config.cover, all);
    refuseLooseInputs([...body.assume, ...body.conclude, ...cover], scope);
    refuseEndless(body.assume, body.conclude, scope);
    const finite = scope.finite.length > 0 ? { finite: scope.finite } : {};
    const solved = scope.solved.length > 0 ? { solved: scope.solved } : {};
    const boxes = config.boxes
      ? { boxes: config.boxes === 'conclusions' ? [] : statements(config.boxes, all, 'boxes') }
      : {};
    const covered = cover.length > 0 ? { cover } : {};
    return pack({ choice, reals, inputs, runs, ...body, ...finite, ...solved, ...boxes, ...covered });
  });
}

const symbols = (all: readonly Declared[]): { [name: string]: Expr } =>
  Object.fromEntries(all.map((r) => [r.name, symbol('', r.name, r.shape)]));

/** Constants are numbers: a claim at their declared values is the claim with the literals written out. */
const numbers = ({ constants = {} }: AnyConfig, change: Change): { [name: string]: Expr } =>
  Object.fromEntries(
    Object.entries(constants).map(([name, c]) => [name, E.constant(change.constants?.[name] ?? c.value)]),
  );

function regions(f: AnyConfig['cover'], all: object): readonly Region[] {
  if (!f) return [];
  const given = f(all as never);
  return (Array.isArray(given) ? given : [given]).map(regionOf);
}

/** Definitions print under their own names. */
function named(where: object, taken: object): object {
  const out: { [name: string]: unknown } = {};
  for (const [name, value] of Object.entries(where)) {
    if (Object.hasOwn(taken, name)) throw new ClaimError('each name declared once', `${name} in where again`);
    out[name] = E.isExpr(value) ? E.renamed(value, name) : value;
  }
  return out;
}

function definitions(where: object): readonly Defined[] {
  return Object.entries(where).flatMap(([name, value]: [string, unknown]): Defined[] => {
    if (E.isExpr(value))
      return [{ name, run: null, text: notationText(value.notation), latex: notationLatex(value.notation) }];
    const node = typeof value === 'object' && value !== null && 'node' in value ? (value.node as RunNode) : undefined;
    return typeof node?.id === 'number' ? [{ name, run: node.id, text: '', latex: '' }] : [];
  });
}

function steps(d: AnyConfig['derivation'], all: object): readonly Step[] {
  return derivationSteps(typeof d === 'function' ? d(all as never) : d);
}

const guides = (given: Expr | readonly Expr[] | undefined): readonly Term[] =>
  given === undefined ? [] : (E.isExpr(given) ? [given] : given).flatMap((e) => e.entries);

/** Only finitely many steps are looked at: too few where a limit, or a conclusion about no step, needs all of them. */
function refuseEndless(assumed: readonly Said[], concluded: readonly Said[], { runs, solved }: Session): void {
  const endless = (l: Said['logic']): readonly RunNode[] =>
    l.kind === 'always'
      ? [runs[l.run]!].filter((r) => r.steps === undefined)
      : l.kind === 'relation'
        ? []
        : l.parts.flatMap(endless);
  const limit = solved.some((q) => q.kind === 'descent limit');
  const found = assumed.find((s) => endless(s.logic).some((r) => limit || r.kind === 'map'));
  if (!found) return;
  if (limit)
    throw new ClaimError(
      'beside ifConverges, hypotheses that are not about every step',
      `"${found.text}"`,
      found.place,
    );
  const once = concluded.find((s) => s.logic.kind !== 'always');
  if (once)
    throw new ClaimError(
      `conclusions about every step beside "${found.text}", or a run with steps`,
      `"${once.text}"`,
      once.place,
    );
}

/** Inputs belong to steps: outside `always` they mean nothing. */
function refuseLooseInputs(said: readonly Said[], scope: Session): void {
  const outside = (l: Said['logic']): Term[] =>
    l.kind === 'always' ? [] : l.kind === 'relation' ? [l.lhs, l.rhs] : l.parts.flatMap(outside);
  for (const s of said) {
    const loose = postorder(outside(s.logic)).find((t) => scope.inputs.has(t));
    if (loose)
      throw new ClaimError('inputs inside a step or an always', `the input ${loose.name} in "${s.text}"`, s.place);
    for (const r of relations(s.logic)) if (!r.lhs || !r.rhs) throw new ClaimError('two sides', 'one', s.place);
  }
}
