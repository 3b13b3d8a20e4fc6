/**
 * Verdicts: the closed union, what is expected of a status, and how results join. `refuted` together with `proved` or
 * `certified` means the trusted base is broken, and throws.
 */
import type { Status } from './claim.ts';

export const VERDICTS = ['proved', 'certified', 'survived', 'suspect', 'refuted', 'undecided', 'vacuous'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The trusted base contradicts itself: nothing may be concluded from this run. */
export class ContradictionError extends Error {
  constructor(id: string, verdicts: readonly Verdict[]) {
    super(
      `internal contradiction: ${id} is both ${verdicts.join(' and ')}; the trusted base is broken, please report it`,
    );
    this.name = 'ContradictionError';
  }
}

const STRENGTH: readonly Verdict[] = ['proved', 'certified', 'refuted', 'suspect', 'survived', 'vacuous', 'undecided'];

/** The strongest of several verdicts on the same statement over the same domain. Throws ContradictionError. */
export function join(id: string, verdicts: readonly Verdict[]): Verdict {
  const has = (v: Verdict): boolean => verdicts.includes(v);
  if (has('refuted') && (has('proved') || has('certified'))) throw new ContradictionError(id, verdicts);
  return STRENGTH.find(has) ?? 'undecided';
}

/** Assumptions met so rarely that surviving says nothing: less than ten times, or in less than one run of two thousand. */
export const metTooRarely = (runs: number, accepted: number): boolean =>
  accepted < Math.max(Math.min(10, Math.ceil(runs / 100)), runs / 2000);

const FINE: ReadonlySet<Verdict> = new Set(['proved', 'certified', 'survived', 'undecided']);

/** theorem and conjecture: not refuted, not suspect, not vacuous. refuted: refuted. */
export const asExpected = (status: Status, verdict: Verdict): boolean =>
  status === 'refuted' ? verdict === 'refuted' : FINE.has(verdict);
