/** What a checked claim comes to: the contract's row, and what reports show beyond it. Plain data, the same everywhere. */
import type { Source, Status } from './claim.ts';
import type { Verdict } from './verdict.ts';
import type { Witness } from './witness.ts';

/** The contract's row of `check --json`. */
export interface ClaimRow {
  readonly id: string;
  readonly file: string;
  readonly status: Status;
  readonly verdict: Verdict;
  readonly asExpected: boolean;
  readonly reason: string | null;
  readonly runs: number;
  readonly accepted: number;
  readonly estimate: number | null;
  readonly derivation: {
    readonly statement: string;
    readonly inferences: number;
    readonly rules: object;
    readonly axioms: readonly string[];
  } | null;
  readonly witness: Witness | null;
  readonly boundary: Witness | null;
  readonly evidence: readonly string[];
  readonly milliseconds: number;
}

/** What reports show beyond the contract. */
export interface ClaimDetails {
  readonly says: string;
  readonly notes: string | null;
  readonly source: Source | null;
  readonly hash: string;
  readonly assume: readonly Shown[];
  readonly conclude: readonly Shown[];
  readonly domains: readonly { readonly name: string; readonly text: string }[];
  readonly failing: { readonly conclusion: string; readonly label: string } | null;
  readonly found: { readonly strategy: string; readonly evaluations: number; readonly block: number } | null;
  readonly artefacts: number;
  readonly staleWitness: boolean;
}
export interface Shown {
  readonly text: string;
  readonly latex: string;
}
export interface ClaimResult {
  readonly row: ClaimRow;
  readonly details: ClaimDetails;
}
