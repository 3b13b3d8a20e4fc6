/**
 * How long a search for a proof goes on: a budget counted in the work of normal forms and linear systems, not in time, so
 * that it ends at the same place on every machine.
 *
 * Untrusted. Some 300 million units to a second.
 */
import { normal } from '../kernel/index.ts';

/** Passes through every "try the next way". */
export class OutOfEffort extends Error {
  constructor() {
    super('the search for a proof was given up (a derivation, or smaller steps, may help)');
    this.name = 'OutOfEffort';
  }
}

let own = 0;
let limit = Number.POSITIVE_INFINITY;
export const effort = (): number => own + normal.used.fuel;
/** Work outside of the normal forms. */
export function spend(units: number): void {
  own += units;
  goOn();
}
/** Throws OutOfEffort when the budget is used up. */
export function goOn(): void {
  if (effort() > limit) throw new OutOfEffort();
}
/** f, within so much work; a budget inside another can only be smaller. */
export function within<T>(most: number, f: () => T): T {
  const outer = limit;
  limit = Math.min(outer, effort() + most);
  try {
    return f();
  } finally {
    limit = outer;
  }
}
