/**
 * A given sequence of batches, taken in turn and again from the first: a one-hot `phase` beside the trained states says whose
 * turn it is, and `batch` is the batch of the step. Builds terms, evaluates nothing.
 *
 * Arbitrary batches need none of this: they are inputs of a claim, new at every step.
 */
import { ClaimError } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { atom } from '../expr/notation.ts';
import * as T from '../expr/term.ts';

type Expr = E.Expr;

export const PHASE = 'phase';
export const BATCH = 'batch';

/** The first batch is first. */
export function firstPhase(count: number): Expr {
  const entries = Array.from({ length: count }, (_, i) => T.whole(i === 0 ? 1 : 0));
  return new E.Expr(E.vectorShape(count), entries, atom(PHASE));
}

/** The batch whose turn it is. */
export function batchAt(phase: Expr, batches: readonly Expr[]): Expr {
  const { shape } = batches[0]!;
  const entries = batches[0]!.entries.map((_, i) =>
    batches
      .map((b, k) => E.combine('mul', phase.entries[k]!, b.entries[i]!))
      .reduce((sum, t) => E.combine('add', sum, t)),
  );
  return new E.Expr(shape, entries, atom(BATCH));
}

/** The turn after this one. */
export const nextPhase = (phase: readonly T.Term[]): readonly T.Term[] =>
  phase.map((_, i) => phase[(i + phase.length - 1) % phase.length]!);

/** At least one batch, all of one shape. Throws ClaimError. */
export function checkBatches(batches: unknown): readonly Expr[] {
  if (!Array.isArray(batches) || batches.length === 0)
    throw new ClaimError('a list of batches in sgd', Array.isArray(batches) ? 'none' : typeof batches);
  for (const b of batches as readonly unknown[])
    if (!E.isExpr(b)) throw new ClaimError('formulas as batches of sgd', typeof b);
  const [first, ...others] = batches as readonly Expr[];
  for (const b of others)
    if (!E.sameShape(b.shape, first!.shape))
      throw new ClaimError(`batches of one shape, ${E.describe(first!.shape)}`, E.describe(b.shape));
  return batches as readonly Expr[];
}
