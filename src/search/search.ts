/**
 * The search for a counterexample: committed witnesses first, then blocks in order until one verifies a witness.
 *
 * Deterministic from the seed: `merge` of any prefix of blocks, run by whom and in what order ever, gives the same result.
 * Nothing is believed unless `certify` says refuted.
 */
import type { Certify } from '../claim/decision.ts';
import type { ExactPoint } from '../claim/point.ts';
import {
  type Acceptance,
  BLOCK,
  type BlockResult,
  type Found,
  runBlock,
  type SearchInput,
  type StrategyName,
  type Suspect,
} from './block.ts';
import { nothingToChoose, searchSingle } from './single.ts';
import type { Observer } from './survey.ts';

export { BLOCK, type BlockResult, type Found, runBlock, type SearchInput, type Suspect } from './block.ts';

export interface Progress {
  readonly runs: number;
  readonly accepted: number;
  readonly margin: number;
  readonly strategy: string;
}

export interface SearchOptions {
  readonly seed: number;
  readonly runs: number;
  readonly certify: Certify;
  readonly witnesses?: readonly { readonly programIndex: number; readonly point: ExactPoint }[];
  readonly maxBits?: number;
  /** Only this strategy, for comparisons. */
  readonly only?: StrategyName;
  readonly onProgress?: (p: Progress) => void;
  readonly observe?: Observer;
  /** Asked between blocks. */
  readonly stop?: () => boolean;
}

export interface SearchResult {
  readonly runs: number;
  readonly accepted: number;
  /** Smallest float margin over accepted points, ∞ where there was none. */
  readonly margin: number;
  readonly found: Found | undefined;
  /** Violations in doubles beyond rounding that rigorous arithmetic could neither confirm nor exclude, worst first. */
  readonly suspects: readonly Suspect[];
  /** Violations in doubles that rigorous arithmetic excluded. */
  readonly artefacts: number;
  readonly acceptanceByStrategy: { readonly [strategy: string]: Acceptance };
}

export const NOTHING: SearchResult = {
  runs: 0,
  accepted: 0,
  margin: Infinity,
  found: undefined,
  suspects: [],
  artefacts: 0,
  acceptanceByStrategy: {},
};
const SUSPECTS = 8;

/** What is known after one more block; blocks after the one with a witness change nothing. */
export function merge(r: SearchResult, b: BlockResult): SearchResult {
  if (r.found) return r;
  const found = b.found && { ...b.found, evaluations: r.runs + b.found.evaluations };
  return {
    runs: r.runs + b.runs,
    accepted: r.accepted + b.accepted,
    margin: Math.min(r.margin, b.margin),
    found,
    suspects: [...r.suspects, ...b.suspects].sort((x, y) => x.margin - y.margin).slice(0, SUSPECTS),
    artefacts: r.artefacts + b.artefacts,
    acceptanceByStrategy: added(r.acceptanceByStrategy, b.acceptanceByStrategy),
  };
}

type Counts = { readonly [strategy: string]: Acceptance };
function added(a: Counts, b: Counts): Counts {
  const out: { [strategy: string]: Acceptance } = { ...a };
  for (const [name, { runs, accepted }] of Object.entries(b)) {
    const before = out[name] ?? { runs: 0, accepted: 0 };
    out[name] = { runs: before.runs + runs, accepted: before.accepted + accepted };
  }
  return out;
}

/** Known witnesses, decided again. */
export function replay(input: SearchInput, o: SearchOptions): SearchResult {
  let runs = 0;
  for (const { programIndex: program, point } of o.witnesses ?? []) {
    const p = input.programs[program];
    if (!p) continue;
    runs++;
    const verdict = o.certify(p, point, o.maxBits === undefined ? {} : { maxBits: o.maxBits });
    if (verdict.kind !== 'refuted') continue;
    const found = { program, point, verdict, strategy: 'committed', evaluations: runs, block: -1 };
    return { ...NOTHING, runs, accepted: 1, found };
  }
  return { ...NOTHING, runs };
}

/** How many blocks a number of evaluations makes, and how many the block `number` may use. */
export const blocksOf = (runs: number): number => Math.ceil(runs / BLOCK);
export const budgetOf = (runs: number, number: number): number => Math.min(BLOCK, runs - number * BLOCK);

/** Searches until a witness is verified or the evaluations are used up. */
export function search(input: SearchInput, options: SearchOptions): SearchResult {
  const { seed, runs, certify, maxBits, only, observe } = options;
  let result = replay(input, options);
  if (!result.found && nothingToChoose(input)) return { ...result, ...searchSingle(input, certify) };
  for (let number = 0; number < blocksOf(runs) && !result.found; number++) {
    if (options.stop?.()) break;
    const budget = budgetOf(runs, number);
    const block = runBlock(input, seed, number, {
      certify,
      budget,
      ...(maxBits === undefined ? {} : { maxBits }),
      ...(only === undefined ? {} : { only }),
      ...(observe === undefined ? {} : { observe }),
    });
    result = merge(result, block);
    const strategy = result.found?.strategy ?? 'evolution';
    options.onProgress?.({ runs: result.runs, accepted: result.accepted, margin: result.margin, strategy });
  }
  return result;
}
