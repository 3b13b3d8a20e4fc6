/**
 * Claims with nothing to choose (no reals, no inputs): each choice of sizes and each horizon is one point, decided at once.
 *
 * Nothing is believed unless `certify` says refuted. Cost: a handful of certifications.
 */
import type { Certify } from '../claim/decision.ts';
import type { Program } from '../claim/program.ts';
import type { Found, SearchInput, Suspect } from './block.ts';
import { fastOf, horizons } from './space.ts';

export interface Single {
  readonly runs: number;
  readonly accepted: number;
  readonly margin: number;
  readonly found: Found | undefined;
  readonly suspects: readonly Suspect[];
}

const isSingle = (p: Program): boolean => fastOf(p).coordinates.length + fastOf(p).stepCoordinates.length === 0;
export const nothingToChoose = (input: SearchInput): boolean => input.programs.every(isSingle);

/** Every point there is, smallest sizes and shortest horizons first. */
export function searchSingle(input: SearchInput, certify: Certify): Single {
  let [runs, accepted, margin] = [0, 0, Number.POSITIVE_INFINITY];
  for (const [program, p] of input.programs.entries())
    for (const horizon of horizons(p)) {
      const point = { choice: p.instance.choice, params: [], inputs: [], horizon };
      const verdict = certify(p, point, {});
      runs++;
      if (verdict.kind === 'inadmissible') continue;
      accepted++;
      margin = Math.min(margin, ...fastOf(p).evaluate(new Float64Array(0), horizon).margins);
      if (verdict.kind !== 'refuted') continue;
      const found = { program, point, verdict, strategy: 'single point', evaluations: runs, block: 0 };
      return { runs, accepted, margin, found, suspects: [] };
    }
  return { runs, accepted, margin, found: undefined, suspects: [] };
}
