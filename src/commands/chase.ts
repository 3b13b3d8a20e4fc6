/**
 * The hunt itself: workers take errands (some blocks of one claim, one way of searching) from two bandits, one across the
 * claims, one across the ways, until the budget ends or nothing is left.
 *
 * Every answer is written down before the next errand is chosen. A claim that hangs is ended and left out, others go on.
 */
import type { Status } from '../claim/claim.ts';
import type { ClaimDetails, Problem } from '../claim/result.ts';
import type { Witness } from '../claim/witness.ts';
import type { Errand, Hunted } from '../hunt.ts';
import type { Pool } from '../pool.ts';
import { type Arm, choose, learn, newArm } from '../search/bandit.ts';
import { BLOCK, type StrategyName } from '../search/block.ts';
import type { Answer, Event } from '../worker.ts';
import { readTrail, type Trail, writeTrail } from './trail.ts';

/** Ways of searching a block: by its own schedule, or by one strategy alone. */
export const MODES: readonly (StrategyName | null)[] = [null, 'evolution', 'sampled', 'grid', 'corners'];
const MODE_PRIORS = [0.9, 0.7, 0.2, 0.3, 0.3] as const;
const PRIOR: { readonly [s in Status]: number } = { refuted: 0.9, conjecture: 0.6, theorem: 0.3 };
/** What one errand should take, in milliseconds. */
const ERRAND = 400;
const MOST_BLOCKS = 256;

/** One claim that is hunted. */
export interface Quarry {
  readonly file: string;
  readonly arm: Arm;
  readonly modes: readonly Arm[];
  readonly underWay: { readonly first: number; readonly blocks: number; readonly mode: number }[];
  /** Taken up from an earlier hunt. */
  readonly resumed: boolean;
  hash: string | undefined;
  last: Hunted | undefined;
  details: ClaimDetails | undefined;
  next: number;
  runs: number;
  accepted: number;
  margin: number | null;
  suspicion: string | null;
  milliseconds: number;
  blocks: number;
  strategy: string | null;
  over: boolean;
  found: Hunted | undefined;
  certain: boolean;
  problem: Problem | undefined;
  contradiction: string | undefined;
}

export interface ChaseInput {
  readonly seed: number;
  readonly workers: number;
  /** Evaluations a claim; undefined: no limit. */
  readonly runs: number | undefined;
  readonly useWitness: boolean;
  /** A file to which every run is appended. */
  readonly observe?: string | undefined;
  /** Asked before every errand. */
  readonly over: () => boolean;
  /** A witness was verified: it has to be on disk when this returns. */
  readonly found: (q: Quarry, w: Witness, simple: boolean) => void;
  readonly news: (q: Quarry, all: readonly Quarry[]) => void;
}

function quarry(file: string, t: Trail | undefined): Quarry {
  return {
    file,
    arm: t ? { ...t.arm } : newArm(),
    modes: t ? t.modes.map((a) => ({ ...a })) : MODES.map(newArm),
    underWay: [],
    resumed: t !== undefined,
    hash: t?.hash,
    last: undefined,
    details: undefined,
    next: t?.next ?? 0,
    runs: t?.runs ?? 0,
    accepted: t?.accepted ?? 0,
    margin: t?.margin ?? null,
    suspicion: t?.suspicion ?? null,
    milliseconds: 0,
    blocks: 0,
    strategy: null,
    over: false,
    found: undefined,
    certain: false,
    problem: undefined,
    contradiction: undefined,
  };
}

/** Runs granted so far, errands under way included. */
const granted = (q: Quarry): number => q.runs + BLOCK * q.underWay.reduce((n, e) => n + e.blocks, 0);

function pick(all: readonly Quarry[], input: ChaseInput): Quarry | undefined {
  const more = (q: Quarry): boolean => input.runs === undefined || granted(q) < input.runs;
  const free = all.filter((q) => !q.over && (q.last === undefined ? q.underWay.length === 0 : more(q)));
  const best = choose(
    free.map((q) => q.arm),
    free.map((q) => q.underWay.length),
    free.map((q) => PRIOR[q.last?.status ?? 'refuted']),
  );
  return free[best];
}

function errandFor(q: Quarry, input: ChaseInput): { readonly errand: Errand; readonly mode: number } {
  const counts = MODES.map((_, i) => q.underWay.filter((e) => e.mode === i).length);
  const fresh = q.last === undefined;
  const mode = fresh ? 0 : choose(q.modes, counts, MODE_PRIORS);
  const fitting = fresh ? 1 : Math.floor((ERRAND * q.blocks) / Math.max(1, q.milliseconds));
  const left = input.runs === undefined ? MOST_BLOCKS : Math.ceil((input.runs - granted(q)) / BLOCK);
  const blocks = Math.max(1, Math.min(MOST_BLOCKS, fitting, left));
  const useWitness = fresh && input.useWitness;
  return {
    mode,
    errand: {
      seed: input.seed,
      first: q.next,
      blocks,
      only: MODES[mode]!,
      useWitness,
      describe: fresh,
      observe: input.observe,
    },
  };
}

/** A smaller margin by more than rounding, a suspicion, or a witness. */
function reward(q: Quarry, h: Hunted): number {
  if (h.witness || (h.suspicion !== null && q.suspicion === null)) return 1;
  if (h.margin === null) return 0;
  return q.margin === null || h.margin < q.margin - 1e-3 * Math.abs(q.margin) ? 1 : 0;
}

function absorb(q: Quarry, h: Hunted, blocks: number, mode: number, all: readonly Quarry[]): void {
  if (q.hash !== undefined && q.hash !== h.hash)
    Object.assign(q, { runs: 0, accepted: 0, margin: null, suspicion: null });
  const paid = reward(q, h);
  learn(q.modes, mode, paid);
  learn(
    all.map((x) => x.arm),
    all.indexOf(q),
    paid,
  );
  if (h.margin !== null && (q.margin === null || h.margin < q.margin)) {
    q.margin = h.margin;
    q.strategy = MODES[mode] ?? 'schedule';
  }
  q.hash = h.hash;
  q.last = h;
  q.details = h.details ?? q.details;
  q.runs += h.runs;
  q.accepted += h.accepted;
  q.suspicion ??= h.suspicion;
  q.milliseconds += h.milliseconds;
  q.blocks += blocks;
  q.over ||= h.exhausted;
  q.certain ||= h.certain;
  if (h.witness) q.found = h;
}

/** Blocks that errands under way are at would be lost with a kill: they are searched again. */
const trailOf = (q: Quarry, seed: number): Trail => ({
  seed,
  hash: q.hash!,
  next: Math.min(q.next, ...q.underWay.map((e) => e.first)),
  runs: q.runs,
  accepted: q.accepted,
  margin: q.margin,
  suspicion: q.suspicion,
  arm: q.arm,
  modes: q.modes,
});

async function errands(all: readonly Quarry[], pool: Pool, input: ChaseInput): Promise<void> {
  for (;;) {
    const q = input.over() ? undefined : pick(all, input);
    if (!q) return;
    const { errand, mode } = errandFor(q, input);
    const entry = { first: errand.first, blocks: errand.blocks, mode };
    q.underWay.push(entry);
    q.next += errand.blocks;
    const onEvent = (e: Event): void => {
      if (e.kind === 'found' && !q.found) input.found(q, e.witness, false);
    };
    const answer = await pool.run<Hunted>({ kind: 'hunt', file: q.file, errand }, onEvent);
    q.underWay.splice(q.underWay.indexOf(entry), 1);
    settle(q, answer, errand.blocks, mode, all, input);
  }
}

function settle(
  q: Quarry,
  answer: Answer<Hunted>,
  blocks: number,
  mode: number,
  all: readonly Quarry[],
  input: ChaseInput,
): void {
  if (answer.kind !== 'ok') {
    if (answer.kind === 'problem') q.problem ??= answer.problem;
    else q.contradiction ??= answer.message;
    q.over = true;
    return;
  }
  const before = q.found;
  absorb(q, answer.value, blocks, mode, all);
  if (before) q.found = before;
  else if (answer.value.witness && answer.value.strategy !== 'committed') input.found(q, answer.value.witness, true);
  writeTrail(q.file, trailOf(q, input.seed));
  input.news(q, all);
}

/** Hunts until nothing is left or the budget ends. The quarries, in the order of the files; errands may still be under way. */
export function chase(
  files: readonly string[],
  pool: Pool,
  input: ChaseInput,
): { readonly all: readonly Quarry[]; readonly done: Promise<unknown> } {
  const all = files.map((f) => quarry(f, readTrail(f, input.seed, MODES.length)));
  const done = Promise.all(Array.from({ length: input.workers }, () => errands(all, pool, input)));
  return { all, done };
}
