/**
 * One errand of a hunt: some blocks of one claim, and what they found made simple. Runs in a worker.
 *
 * Claims stay loaded between errands, the last few of them. A witness is told as soon as it is verified, before it is made
 * simple. Nothing is believed unless certify/point.ts says refuted.
 */
import { type Arena, arena } from './arena.ts';
import { candidates, detailsAfter, witnessesOf } from './check.ts';
import type { Status } from './claim/claim.ts';
import type { Program } from './claim/program.ts';
import { proofs } from './claim/proof.ts';
import type { ClaimDetails } from './claim/result.ts';
import { ContradictionError } from './claim/verdict.ts';
import { committedWitness, type Witness } from './claim/witness.ts';
import { decidedByPoints, searchFinite } from './finite.ts';
import { type LoadedClaim, loadClaim } from './load.ts';
import { observationFile } from './report/observation.ts';
import type { StrategyName } from './search/block.ts';
import { merge, NOTHING, replay, runBlock, type SearchResult, search } from './search/search.ts';
import { nothingToChoose } from './search/single.ts';

export interface Errand {
  readonly seed: number;
  /** The numbers of the blocks. */
  readonly first: number;
  readonly blocks: number;
  readonly only: StrategyName | null;
  /** Try the committed witness before anything else. */
  readonly useWitness: boolean;
  /** Say what the claim is. */
  readonly describe: boolean;
  /** A file to which every run is appended. */
  readonly observe: string | undefined;
}

export interface Hunted {
  readonly id: string;
  readonly status: Status;
  readonly hash: string;
  readonly runs: number;
  readonly accepted: number;
  /** Smallest float margin, null where there was none. */
  readonly margin: number | null;
  /** Why there is a suspicion that could be neither confirmed nor excluded; null when there is none. */
  readonly suspicion: string | null;
  readonly witness: Witness | null;
  readonly boundary: Witness | null;
  /** Where asked for, and where a witness was found. */
  readonly details: ClaimDetails | null;
  readonly strategy: string | null;
  /** Nothing is left to search; `certain`: and rigorous arithmetic decided all of it. */
  readonly exhausted: boolean;
  readonly certain: boolean;
  readonly milliseconds: number;
}

export interface HuntEvents {
  readonly loaded: (id: string) => void;
  readonly found: (w: Witness) => void;
}

interface Prepared {
  readonly loaded: LoadedClaim;
  readonly arena: Arena;
}
const KEPT = 16;
const prepared = new Map<string, Prepared>();

async function prepare(file: string): Promise<Prepared> {
  const known = prepared.get(file);
  const p = known ?? (await loaded(file));
  prepared.delete(file);
  prepared.set(file, p);
  for (const old of prepared.keys()) if (prepared.size > KEPT) prepared.delete(old);
  return p;
}

async function loaded(file: string): Promise<Prepared> {
  const claim = await loadClaim(file);
  return { loaded: claim, arena: arena(claim.instances) };
}

interface Searched {
  readonly result: SearchResult;
  /** Of a claim about finite systems: the program at the point that was found. */
  readonly program?: Program | undefined;
  readonly exhausted: boolean;
  readonly certain: boolean;
}

/** Points of a claim about finite systems in place of a block: each costs about a millisecond. */
const FINITE = 200;

function finite({ loaded, arena }: Prepared, e: Errand): Searched {
  const witnesses = e.useWitness ? candidates(arena, committedWitness(loaded.file)) : [];
  const options = { hash: loaded.hash, seed: e.seed + e.first, runs: e.blocks * FINITE, witnesses };
  const { result, whole, program } = searchFinite(loaded.instances, options);
  return { result, program, exhausted: whole, certain: whole };
}

function inBlocks({ loaded, arena }: Prepared, e: Errand): Searched {
  const input = { id: loaded.claim.id, hash: loaded.hash, programs: arena.programs };
  const witnesses = e.useWitness ? candidates(arena, committedWitness(loaded.file)) : [];
  const options = { seed: e.seed, runs: 1, certify: arena.certify, witnesses };
  if (nothingToChoose(input)) return { result: search(input, options), exhausted: true, certain: false };
  let result = witnesses.length > 0 ? replay(input, options) : NOTHING;
  const file = e.observe === undefined ? undefined : observationFile(e.observe, loaded.claim.id);
  const how = {
    certify: arena.certify,
    ...(e.only ? { only: e.only } : {}),
    ...(file ? { observe: file.observe } : {}),
  };
  for (let n = e.first; n < e.first + e.blocks && !result.found; n++)
    result = merge(result, runBlock(input, e.seed, n, how));
  file?.close();
  return { result, exhausted: false, certain: false };
}

/** Throws LoadError, WitnessError, and ContradictionError when a theorem that the kernel proves is refuted. */
export async function hunt(file: string, e: Errand, events: HuntEvents): Promise<Hunted> {
  const p = await prepare(file);
  const { claim, hash, instances } = p.loaded;
  events.loaded(claim.id);
  const start = performance.now();
  const s = decidedByPoints(instances) ? finite(p, e) : inBlocks(p, e);
  const { found } = s.result;
  const tell = (w: Witness): void => events.found(w);
  const committed = found?.strategy === 'committed';
  const w = found && witnessesOf(p.loaded, p.arena, found, s.program, committed ? undefined : tell, committed);
  if (found && claim.status !== 'refuted' && proofs(instances))
    throw new ContradictionError(claim.id, ['proved', 'refuted']);
  return {
    id: claim.id,
    status: claim.status,
    hash,
    runs: s.result.runs,
    accepted: s.result.accepted,
    margin: Number.isFinite(s.result.margin) ? s.result.margin : null,
    suspicion: s.result.suspects[0]?.reason ?? null,
    witness: w?.witness ?? null,
    boundary: w?.boundary ?? null,
    details: found || e.describe ? detailsAfter(p.loaded, s.result, w?.failing ?? null, false) : null,
    strategy: found?.strategy ?? null,
    exhausted: s.exhausted || found !== undefined,
    certain: s.certain,
    milliseconds: performance.now() - start,
  };
}
