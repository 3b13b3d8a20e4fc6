/**
 * What a strategy is given: a space, a stream, and an evaluation that counts and lets nothing suspicious pass unseen.
 */
import type { FastOutcome } from './fast.ts';
import type { Stream } from './random.ts';
import type { Space } from './space.ts';

export interface Ground {
  readonly space: Space;
  readonly stream: Stream;
  /** Number of the block, for strategies that go through a list. */
  readonly block: number;
  /** False when the share of evaluations is used up or a witness is found. */
  readonly left: () => boolean;
  /** The claim at decoded coordinates. Valid until the next call. */
  readonly evaluate: (x: Float64Array) => FastOutcome;
  /** The best admissible places of this space in this block, in the unit cube. */
  readonly memory: Memory;
  /** Whether a part is still worth steering at: it has not turned out to be undecidable here. */
  readonly alive: (part: number) => boolean;
}

/** Learns inside one block only. */
export interface Memory {
  place: Float64Array | undefined;
  value: number;
  /** Per assumption: how often in a row a climb did not get to its edge. */
  readonly missed: Int32Array;
}

export type Strategy = (g: Ground) => void;
