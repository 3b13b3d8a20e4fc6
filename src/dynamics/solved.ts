/**
 * The questions that need a solver, as data: what is asked, and how the entries of its answer are called. Types only.
 */
import type { Term } from '../expr/term.ts';

export type Norm = 'l1' | 'l2';
export type Sign = 'any sign' | 'nonnegative';

/** What is asked; matrices are flat, row after row. Entry i of the answer is the quantity `name#i`. */
export type SolvedQuestion = { readonly name: string; readonly labels: readonly string[] } & (
  | {
      /** min ‖w‖ over Xw = y: the value, then w. */
      readonly kind: 'least';
      readonly norm: Norm;
      readonly sign: Sign;
      readonly x: readonly Term[];
      readonly y: readonly Term[];
      readonly columns: number;
    }
  /** max minᵢ (Zw)ᵢ / ‖w‖, where that is positive: the value, then a w of norm 1. */
  | { readonly kind: 'margin'; readonly norm: Norm; readonly z: readonly Term[]; readonly columns: number }
  /** λ_max of a symmetric matrix. */
  | { readonly kind: 'eigenvalue'; readonly k: readonly Term[]; readonly columns: number }
  /** The state entries of a flow at its limit. */
  | { readonly kind: 'flow limit'; readonly run: number }
  /** 1 if the run converges, 0 if not; then the state entries and sums at its limit. */
  | { readonly kind: 'descent limit'; readonly run: number }
);
export const solvedName = (q: SolvedQuestion, entry: number): string => `${q.name}#${entry}`;
