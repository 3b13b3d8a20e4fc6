/**
 * Where a claim is searched: its programs with equations solved, and how points there are points of the claim.
 *
 * `certify` decides every point on the claim as it was written, so a solved equation can cost points but never truth.
 */
import { certifyPoint } from './certify/point.ts';
import type { Certify } from './claim/decision.ts';
import { type Freed, freed } from './claim/equalities.ts';
import type { Instance } from './claim/instance.ts';
import type { ExactPoint } from './claim/point.ts';
import { compileInstance, type Program } from './claim/program.ts';

export interface Arena {
  /** What is searched, and the claim itself, choice by choice. */
  readonly programs: readonly Program[];
  readonly originals: readonly Program[];
  readonly certify: Certify;
  /** A point of the arena as one of the claim; undefined where an equation has no solution. */
  readonly lift: (program: number, x: ExactPoint) => ExactPoint | undefined;
  readonly restrict: (program: number, x: ExactPoint) => ExactPoint;
}

export function arena(instances: readonly Instance[]): Arena {
  const originals = instances.map(compileInstance);
  const solved: readonly (Freed | undefined)[] = instances.map(freed);
  const programs = originals.map((p, i) => (solved[i] ? compileInstance(solved[i].instance) : p));
  const index = new Map(programs.map((p, i) => [p, i]));
  const lift = (i: number, x: ExactPoint): ExactPoint | undefined => {
    const f = solved[i];
    const params = f ? f.lift(x.params) : x.params;
    return params && { ...x, params };
  };
  return {
    programs,
    originals,
    lift,
    restrict: (i, x) => (solved[i] ? { ...x, params: solved[i].restrict(x.params) } : x),
    certify: (p, x, options) => {
      const i = index.get(p);
      if (i === undefined) return certifyPoint(p, x, options);
      const whole = lift(i, x);
      if (!whole) return { kind: 'inadmissible', why: 'an equation has no solution there' };
      return certifyPoint(originals[i]!, whole, options);
    },
  };
}

/** The claim as it was written, no equation solved. */
const unsolved = (a: Arena): Arena => ({
  programs: a.originals,
  originals: a.originals,
  certify: certifyPoint,
  lift: (_, x) => x,
  restrict: (_, x) => x,
});

/** A refuted point of the claim as one of the arena; where solving would lose it, the arena is the unsolved one. */
export function placed(a: Arena, { program, point }: At): { readonly arena: Arena; readonly point: ExactPoint } {
  const inside = a.restrict(program, point);
  const kept = a.certify(a.programs[program]!, inside).kind === 'refuted';
  return kept ? { arena: a, point: inside } : { arena: unsolved(a), point };
}
interface At {
  readonly program: number;
  readonly point: ExactPoint;
}
