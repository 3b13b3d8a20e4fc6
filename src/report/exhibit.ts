/** What a page shows of a claim beyond its row: plain data, made in a worker from the claim's file and its verdict. */
import type { Choice } from '../claim/domains.ts';
import type { ClaimDetails, PythonText } from '../claim/result.ts';
import type { ReplayPayload } from './live/payload.ts';
import type { Figure } from './plot/svg.ts';
import type { PointTables } from './points.ts';

export interface Line {
  readonly text: string;
  readonly latex: string | null;
}
/** A name of the claim: a formula, or a run with how it was written. */
export interface Definition {
  readonly name: string;
  readonly line: Line | null;
  readonly run: RunText | null;
}
export interface RunText {
  readonly what: string;
  readonly lines: readonly { readonly role: string; readonly name: string; readonly line: Line }[];
}
export interface DerivationText {
  readonly steps: readonly {
    readonly depth: number;
    readonly by: string;
    readonly text: string;
    readonly latex: string | null;
  }[];
  readonly refused: readonly {
    readonly by: string;
    readonly task: string;
    readonly proposal: string;
    readonly why: string;
  }[];
  readonly accepted: number;
  readonly enclosures: readonly string[];
  readonly sizes: readonly { readonly sizes: Choice; readonly inferences: number }[];
  readonly flow: boolean;
}
export interface Exhibit {
  readonly id: string;
  readonly details: ClaimDetails;
  /** The claim's hash is not the one its witness was found for. */
  readonly stale: boolean;
  readonly variantOf: string | null;
  readonly sizes: Choice;
  readonly definitions: readonly Definition[];
  readonly witness: PointTables | null;
  readonly boundary: PointTables | null;
  readonly repair: readonly Repair[];
  readonly figures: readonly Figure[];
  readonly derivation: DerivationText | null;
  readonly boxes: number | null;
  readonly python: PythonText | null;
  /** For the live replay: data of its own, put into the page as it is. */
  readonly replay: ReplayPayload | null;
  readonly milliseconds: number;
}

/** What would have to change for a witness not to be one. */
export type Repair =
  /** A relation with a number on one side: it fails (or lets the witness in) up to this value of that number. */
  | {
      readonly kind: 'constant';
      readonly where: 'assume' | 'conclude';
      readonly line: Line;
      readonly now: string;
      readonly value: string;
      readonly up: boolean;
    }
  | { readonly kind: 'slack'; readonly line: Line; readonly value: string }
  | { readonly kind: 'factor'; readonly line: Line; readonly value: string };
