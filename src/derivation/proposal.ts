/**
 * What the companion is asked and what it answered, as data. Untrusted: `accepted` is a theorem of the kernel or nothing.
 */
import type { Term } from '../expr/term.ts';
import type { Theorem } from '../kernel/index.ts';

export type Task =
  | { readonly kind: 'derivative' | 'antiderivative'; readonly of: Term; readonly in: Term }
  /** Values of the variable at which the term is 0. */
  | { readonly kind: 'solution'; readonly of: Term; readonly in: Term }
  | { readonly kind: 'simplification' | 'factorisation' | 'expansion' | 'root'; readonly of: Term };

export type Proposer = 'mathjs' | 'nerdamer' | 'content';
export interface Proposal {
  readonly by: Proposer;
  readonly task: Task;
  /** Text where it is no formula of ours. */
  readonly proposal: Term | string;
  readonly accepted: Theorem | undefined;
  readonly why: string;
}
