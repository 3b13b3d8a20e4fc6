/**
 * One block of 4 096 evaluations: its own random stream, its own choice of sizes and horizons, its own strategies.
 *
 * A block learns only inside itself, so blocks may run anywhere and in any order. Deterministic from (hash, seed, number)
 * and the number of evaluations granted. Ends at the first witness that rigorous arithmetic verifies.
 */
import type { Certify, Refuted } from '../claim/decision.ts';
import type { ExactPoint } from '../claim/point.ts';
import type { Program } from '../claim/program.ts';
import { type Candidate, confirm, type Finding, type Trace } from './confirm.ts';
import type { FastOutcome, Part } from './fast.ts';
import type { Ground, Strategy } from './ground.ts';
import { type Stream, stream } from './random.ts';
import { horizons, type Place, type Space, spaceOf } from './space.ts';
import { corners } from './strategies/corners.ts';
import { evolution } from './strategies/evolution.ts';
import { grid } from './strategies/grid.ts';
import { pattern } from './strategies/pattern.ts';
import { repaired } from './strategies/polish.ts';
import { sampled } from './strategies/sampled.ts';
import { slide } from './strategies/slide.ts';
import { uniform } from './strategies/uniform.ts';
import type { Observer } from './survey.ts';

export interface SearchInput {
  readonly id: string;
  readonly hash: string;
  /** One per choice of sizes, smallest first. */
  readonly programs: readonly Program[];
}

export interface Found {
  readonly program: number;
  readonly point: ExactPoint;
  readonly verdict: Refuted;
  readonly strategy: string;
  readonly evaluations: number;
  readonly block: number;
  /** The free coordinates of the point, where it was found by them. */
  readonly place?: Place;
}

export interface Suspect {
  readonly program: number;
  readonly point: ExactPoint;
  readonly conclusion: number;
  /** In doubles. */
  readonly margin: number;
  readonly reason: string;
  readonly strategy: string;
}

export interface Acceptance {
  readonly runs: number;
  readonly accepted: number;
}

export interface BlockResult {
  readonly number: number;
  readonly runs: number;
  readonly accepted: number;
  /** Smallest float margin over accepted points. */
  readonly margin: number;
  readonly found: Found | undefined;
  readonly suspects: readonly Suspect[];
  readonly artefacts: number;
  readonly acceptanceByStrategy: { readonly [strategy: string]: Acceptance };
}

export interface BlockOptions {
  readonly certify: Certify;
  readonly maxBits?: number;
  /** Evaluations granted, BLOCK at most. */
  readonly budget?: number;
  /** Only this strategy, for comparisons. */
  readonly only?: StrategyName;
  readonly observe?: Observer;
}

export const BLOCK = 4096;
const STRATEGIES = { corners, grid, sampled, evolution, pattern, slide, uniform } as const satisfies {
  readonly [name: string]: Strategy;
};
export type StrategyName = keyof typeof STRATEGIES;
const GUIDED = ['evolution', 'slide', 'pattern'] as const;

/**
 * A violation must exceed the artefacts of its conclusion by a factor to be looked at again: relative to the terms compared,
 * or in absolute size (where both sides are rounding, the relative one is large). The latter factor grows with their number.
 */
const RAISE = 8;
const RAISE_SIZE = 64;
const CERTIFICATIONS = 48;
const REPAIRS = 3;
const SUSPECTS = 4;
/** How often in one space of a block a side that is not a number is taken for a candidate. */
const UNCLEAR = 3;

/** What a block knows about one space. */
interface Known {
  /** Per conclusion: violations that are neither relatively nor in size larger than these are not looked at. */
  readonly gates: Float64Array;
  readonly sizes: Float64Array;
  readonly artefacts: Int32Array;
  /** How often a side was not a number for no exact reason. */
  unclear: number;
}

/** A ground and the evaluation at which its present share ends. */
interface Open {
  readonly ground: Ground;
  end: number;
}

interface State {
  readonly input: SearchInput;
  readonly number: number;
  readonly stream: Stream;
  readonly options: Required<Pick<BlockOptions, 'certify' | 'maxBits' | 'budget'>> & Pick<BlockOptions, 'observe'>;
  readonly known: Map<Space, Known>;
  readonly grounds: Map<string, Open>;
  readonly trace: Trace;
  readonly strategies: { [strategy: string]: { runs: number; accepted: number } };
  readonly suspects: Suspect[];
  strategy: string;
  accepted: number;
  margin: number;
  artefacts: number;
  repairs: number;
  found: Found | undefined;
}

function begin(input: SearchInput, seed: number, number: number, o: BlockOptions): State {
  return {
    input,
    number,
    stream: stream({ hash: input.hash, seed, block: number }),
    options: {
      certify: o.certify,
      maxBits: o.maxBits ?? 848,
      budget: Math.min(o.budget ?? BLOCK, BLOCK),
      ...(o.observe ? { observe: o.observe } : {}),
    },
    known: new Map(),
    grounds: new Map(),
    trace: { evaluations: 0, certifications: 0, escalations: 0 },
    strategies: {},
    suspects: [],
    strategy: '',
    accepted: 0,
    margin: Infinity,
    artefacts: 0,
    repairs: 0,
    found: undefined,
  };
}

function knownOf(s: State, space: Space): Known {
  const known = s.known.get(space);
  if (known) return known;
  const n = space.fast.program.conclude.length;
  const made = { gates: new Float64Array(n), sizes: new Float64Array(n), artefacts: new Int32Array(n), unclear: 0 };
  s.known.set(space, made);
  return made;
}

/** The part that fails worst, −1 where none is worth a look. */
function suspicious(o: FastOutcome, k: Known, parts: readonly Part[]): number {
  let [worst, part] = [0, -1];
  for (let i = 0; i < o.margins.length; i++) {
    if (o.unclear[i]! >= 0) {
      if (k.unclear < UNCLEAR) return i;
    } else if (o.margins[i]! < 0 && o.relative[i]! < worst) {
      const { conclusion } = parts[i]!;
      if (o.relative[i]! >= -k.gates[conclusion]! && o.margins[i]! >= -k.sizes[conclusion]!) continue;
      worst = o.relative[i]!;
      part = i;
    }
  }
  return part;
}

function lookAt(s: State, space: Space, x: Float64Array, part: number, size: Size): void {
  const known = knownOf(s, space);
  const rigor = { certify: s.options.certify, maxBits: s.options.maxBits };
  let finding = confirm(space, x, part, rigor, s.trace);
  if (finding.kind === 'inadmissible' && s.repairs++ < REPAIRS) {
    const inner = repaired(space, x, part, s.stream, s.trace);
    finding = inner ? confirm(space, inner, part, rigor, s.trace) : finding;
  }
  if (finding.kind === 'refuted') {
    const { place, point, verdict } = finding;
    const evaluations = s.trace.evaluations;
    s.found = { program: space.program, point, verdict, strategy: s.strategy, evaluations, block: s.number, place };
    return;
  }
  settle(s, space, known, part, size, finding);
}

/** How large a violation is in doubles; NaN where a side is not a number. */
interface Size {
  readonly margin: number;
  readonly relative: number;
}

/** Raises the gates so that the like is not looked at again in this block. */
function settle(s: State, space: Space, k: Known, part: number, size: Size, f: Finding): void {
  if (f.kind === 'artefact') s.artefacts++;
  if (!Number.isFinite(size.relative) || !Number.isFinite(size.margin)) {
    k.unclear++;
    return;
  }
  const { conclusion: c } = space.fast.parts[part]!;
  const raise = s.trace.certifications > CERTIFICATIONS ? RAISE ** 4 : RAISE;
  const count = k.artefacts[c]! + 1;
  k.artefacts[c] = count;
  k.gates[c] = Math.max(k.gates[c]!, raise * Math.abs(size.relative));
  k.sizes[c] = Math.max(k.sizes[c]!, raise * RAISE_SIZE ** (count - 1) * Math.abs(size.margin));
  if (f.kind === 'open') suspect(s, space, f.candidate, f.reason);
}

function suspect(s: State, space: Space, c: Candidate, reason: string): void {
  if (s.suspects.length >= SUSPECTS) return;
  const { conclusion } = space.fast.parts[c.part]!;
  const { point, margin } = c;
  s.suspects.push({ program: space.program, point, conclusion, margin, reason, strategy: s.strategy });
}

function evaluate(s: State, space: Space, x: Float64Array): FastOutcome {
  s.trace.evaluations++;
  const o = space.fast.evaluate(x, space.horizon);
  s.options.observe?.(space, x, o, s.strategy);
  const count = s.strategies[s.strategy]!;
  count.runs++;
  if (!o.accepted) return o;
  count.accepted++;
  s.accepted++;
  for (let i = 0; i < o.margins.length; i++) if (o.margins[i]! < s.margin) s.margin = o.margins[i]!;
  const part = suspicious(o, knownOf(s, space), space.fast.parts);
  if (part < 0) return o;
  if (o.tight && o.relative[part]! > -TOUCHING) return o;
  const unclear = o.unclear[part]! >= 0;
  lookAt(s, space, x, part, unclear ? NOWHERE : { margin: o.margins[part]!, relative: o.relative[part]! });
  return space.fast.evaluate(x, space.horizon);
}
const NOWHERE: Size = { margin: NaN, relative: NaN };
/** At a declared equality case, smaller violations than this are rounding. */
const TOUCHING = 1e-9;

/** Part of a block: one strategy in one space. */
interface Share {
  readonly strategy: StrategyName;
  readonly space: Space;
  readonly evaluations: number;
}

/** The ground of a space, the same in all shares of a block. */
function groundOf(s: State, space: Space): Open {
  const key = `${space.program}/${space.horizon}`;
  const open = s.grounds.get(key);
  if (open) return open;
  const known = knownOf(s, space);
  const made: Open = {
    end: 0,
    ground: {
      space,
      stream: s.stream,
      block: s.number,
      memory: { place: undefined, value: Infinity, missed: new Int32Array(space.fast.assumptions) },
      left: () => s.trace.evaluations < made.end && s.found === undefined,
      evaluate: (x) => evaluate(s, space, x),
      alive: (part) => {
        const { conclusion } = space.fast.parts[part]!;
        return known.gates[conclusion]! < 1e-3 || known.sizes[conclusion]! < 1e-3;
      },
    },
  };
  s.grounds.set(key, made);
  return made;
}

function run(s: State, share: Share): void {
  s.strategy = share.strategy;
  s.strategies[s.strategy] ??= { runs: 0, accepted: 0 };
  const open = groundOf(s, share.space);
  open.end = Math.min(s.trace.evaluations + share.evaluations, s.options.budget);
  STRATEGIES[share.strategy](open.ground);
}

/** Programs and horizons, small ones first; a longer horizon counts like a larger size. */
export function spaces(input: SearchInput): readonly Space[] {
  const all = input.programs.flatMap((p, i) => horizons(p).map((h, k) => ({ i, k, h, p })));
  return all.sort((a, b) => a.i + 2 * a.k - b.i - 2 * b.k || a.i - b.i).map(({ i, h, p }) => spaceOf(i, p, h));
}

const planned = new WeakMap<SearchInput, readonly Space[]>();
function plan(input: SearchInput): readonly Space[] {
  const known = planned.get(input);
  if (known) return known;
  const made = spaces(input);
  planned.set(input, made);
  return made;
}

/** The strategies of a block: the first goes through the small spaces, later ones go round and dig deeper. */
function schedule(s: State, all: readonly Space[], only: StrategyName | undefined): readonly Share[] {
  const pick = (): Space => all[Math.floor(all.length * s.stream.double() ** 1.5)]!;
  const turn = all[s.number % all.length]!;
  if (only) {
    const shares = only === 'uniform' ? BLOCK : GUIDED.some((name) => name === only) ? 8 : 256;
    return Array.from({ length: shares }, () => ({ strategy: only, space: pick(), evaluations: BLOCK / shares }));
  }
  if (s.number === 0) return first(all, pick);
  const broad = (['grid', 'corners'] as const)[s.number % 2]!;
  return [
    { strategy: broad, space: pick(), evaluations: BLOCK / 8 },
    { strategy: 'sampled', space: pick(), evaluations: BLOCK / 16 },
    { strategy: 'uniform', space: pick(), evaluations: BLOCK / 16 },
    { strategy: 'evolution', space: turn, evaluations: BLOCK / 4 },
    { strategy: 'pattern', space: turn, evaluations: BLOCK / 8 },
    { strategy: 'slide', space: turn, evaluations: BLOCK / 8 },
    { strategy: 'pattern', space: pick(), evaluations: BLOCK / 8 },
    { strategy: 'slide', space: pick(), evaluations: BLOCK / 8 },
    { strategy: 'evolution', space: pick(), evaluations: BLOCK },
  ];
}

/** Some of a list from its first to its last. */
function among<T>(all: readonly T[], count: number): readonly T[] {
  const n = Math.min(count, all.length);
  return Array.from({ length: n }, (_, i) => all[n === 1 ? 0 : Math.round((i * (all.length - 1)) / (n - 1))]!);
}

/** Plain failures are found by a few looks everywhere; then rounds of climbs and looks, longer and longer ones. */
function first(all: readonly Space[], pick: () => Space): readonly Share[] {
  const wide = among(all, 8);
  const each = (strategy: StrategyName, evaluations: number): Share[] =>
    wide.map((space) => ({ strategy, space, evaluations: Math.ceil(evaluations / wide.length) }));
  let turn = 0;
  const shares: Share[] = LOOKS.flatMap((strategy) => each(strategy, 8));
  for (let length = 32, total = 0; total < BLOCK; length *= 1.5, total += 3 * length) {
    if (length > 100 && length < 150) shares.push({ strategy: 'grid', space: all[0]!, evaluations: BLOCK / 16 });
    for (const strategy of [GUIDED[turn++ % GUIDED.length]!, GUIDED[turn++ % GUIDED.length]!])
      shares.push({ strategy, space: pick(), evaluations: Math.ceil(length) });
    for (const strategy of LOOKS) shares.push(...each(strategy, length / 4));
  }
  return [...shares, { strategy: 'evolution', space: pick(), evaluations: BLOCK }];
}
const LOOKS = ['uniform', 'corners', 'sampled'] as const;

/** Runs block `number`. The same arguments give the same result, wherever and whenever it runs. */
export function runBlock(input: SearchInput, seed: number, number: number, options: BlockOptions): BlockResult {
  const s = begin(input, seed, number, options);
  const all = plan(input);
  for (const share of schedule(s, all, options.only)) {
    if (s.found || s.trace.evaluations >= s.options.budget) break;
    run(s, share);
  }
  return {
    number,
    runs: s.trace.evaluations,
    accepted: s.accepted,
    margin: s.margin,
    found: s.found,
    suspects: s.suspects,
    artefacts: s.artefacts,
    acceptanceByStrategy: s.strategies,
  };
}
