/**
 * The least value of a polynomial over every state of a quantized map, by brute force in exact integers.
 * About a microsecond a state.
 */
import { ClaimError } from '../expr/error.ts';
import type { Term } from '../expr/term.ts';
import * as Q from '../number/rational.ts';
import { stateCount } from './graph.ts';
import * as M from './map.ts';
import { allStates } from './stochastic.ts';

export interface Optimum {
  readonly value: Q.Rational;
  /** Where it is attained. */
  readonly states: readonly M.State[];
}

/** Throws ClaimError for more than `limit` states, 2²⁰ unless told. */
export function gridMinimum(p: M.Prepared, term: Term, limit = 1 << 20): Optimum {
  const count = stateCount(p);
  if (count > limit) throw new ClaimError(`a space of at most ${limit} states to search`, `${count}`);
  const value = M.observable(p, term);
  let best: Q.Rational | undefined;
  let states: M.State[] = [];
  for (const z of allStates(p)) {
    const here = value(z);
    const order = best ? Q.compare(here, best) : -1;
    if (order < 0) [best, states] = [here, [z]];
    else if (order === 0) states.push(z);
  }
  return { value: best!, states };
}
