/** What a checked claim comes to: the contract's row, and what reports show beyond it. Plain data, the same everywhere. */
import type { Proposer } from '../derivation/proposal.ts';
import type { Source, Status } from './claim.ts';
import type { Choice } from './domains.ts';
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

/** Something of the author's that is not as it has to be: where, what was wanted, what was found. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly wanted: string;
  readonly found: string;
}

/** What was proposed where a derivation asked, and what became of it. */
export interface ProposalLine {
  readonly by: Proposer;
  readonly task: string;
  readonly proposal: string;
  readonly accepted: boolean;
  readonly why: string;
}
export interface ProofDetails {
  readonly sizes: readonly { readonly sizes: Choice; readonly inferences: number }[];
  readonly proposals: readonly ProposalLine[];
  readonly enclosures: readonly string[];
}

/** A witness that can be checked without counterflow, or why not. */
export type PythonText = { readonly script: string } | { readonly why: string };

/** What reports show beyond the contract. */
export interface ClaimDetails {
  /** Where the claim is written in its file; null where it was made in another file. */
  readonly place: { readonly line: number; readonly column: number } | null;
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
  readonly proof: ProofDetails | null;
}
export interface Shown {
  readonly text: string;
  readonly latex: string;
}
export interface ClaimResult {
  readonly row: ClaimRow;
  readonly details: ClaimDetails;
}

/** All that a run of `check` or `hunt` came to, in the order of the files. */
export interface Checked {
  readonly results: readonly ClaimResult[];
  readonly problems: readonly Problem[];
  readonly contradictions: readonly string[];
  /** Files that were left when the run was interrupted. */
  readonly left?: readonly string[];
}
