/**
 * What `probe` asks about a claim, as data: its hypotheses, its constants, and one changed statement at a time.
 *
 * Runs in a worker; each answer is a full check of the changed statement, so it is as rigorous as `check`.
 */
import { checkFile, type Events } from './check.ts';
import type { Status } from './claim/claim.ts';
import type { Constant } from './claim/domains.ts';
import type { Shown } from './claim/result.ts';
import type { Verdict } from './claim/verdict.ts';
import type { Witness } from './claim/witness.ts';
import { type LoadedClaim, loadClaim } from './load.ts';
import { parseRational } from './number/decimal.ts';
import { text } from './number/rational.ts';

export interface Outline {
  readonly id: string;
  readonly status: Status;
  readonly assume: readonly Shown[];
  readonly constants: readonly { readonly name: string; readonly value: string; readonly to: string }[];
}

export interface Question {
  readonly seed: number;
  readonly runs: number;
  /** Left out: the number of an assumption. */
  readonly drop?: number;
  /** Exact values as text. */
  readonly constants?: { readonly [name: string]: string };
  /** A point that may still refute the changed statement. */
  readonly start?: Witness;
  readonly quick: boolean;
}

export interface Answered {
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly asExpected: boolean;
  readonly runs: number;
  readonly accepted: number;
  readonly estimate: number | null;
  readonly witness: Witness | null;
  readonly nearest: Witness | null;
}

/** A variant inherits constants that its own statement may not have: those are not asked about. */
async function constantsOf(file: string, { claim, hash }: LoadedClaim): Promise<readonly [string, Constant][]> {
  const moved = await Promise.all(
    Object.entries(claim.constants).map(async ([name, c]) => {
      const other = await loadClaim(file, { constants: { [name]: c.to } });
      return other.hash === hash ? [] : [[name, c] as [string, Constant]];
    }),
  );
  return moved.flat();
}

/** What can be asked. Throws LoadError. */
export async function outline(file: string): Promise<Outline> {
  const loaded = await loadClaim(file);
  const { claim, instances } = loaded;
  const constants = await constantsOf(file, loaded);
  return {
    id: claim.id,
    status: claim.status,
    assume: instances[instances.length - 1]!.assume.map((s) => ({ text: s.text, latex: s.latex })),
    constants: constants.map(([name, c]) => ({ name, value: text(c.value), to: text(c.to) })),
  };
}

/** The verdict on one changed statement. Throws LoadError where it can't be made. */
export async function answer(file: string, q: Question, events: Events): Promise<Answered> {
  const constants = Object.fromEntries(Object.entries(q.constants ?? {}).map(([k, v]) => [k, parseRational(v)!]));
  const change = { constants, ...(q.drop === undefined ? {} : { drop: q.drop }) };
  const options = { seed: q.seed, runs: q.runs, useWitness: false, quick: q.quick };
  const { row } = await checkFile(file, q.start ? { ...options, start: q.start } : options, events, change);
  const { verdict, reason, asExpected, runs, accepted, estimate, witness, boundary } = row;
  return { verdict, reason, asExpected, runs, accepted, estimate, witness, nearest: boundary };
}
