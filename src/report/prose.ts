/** Verdicts in plain words, and what each of them rests on. */
import type { ClaimResult, ClaimRow } from '../claim/result.ts';
import type { Verdict } from '../claim/verdict.ts';
import type { Ends, Witness } from '../claim/witness.ts';
import type { Repair } from './exhibit.ts';
import type { Enclosure } from './points.ts';
import { pointWords } from './words.ts';

/** Text whose numbers have a true minus sign. */
export const minus = (t: string): string => t.replace(/(?<![A-Za-z])-(?=[\d.])|(?<=\de)-(?=\d)/g, '−');

/** What two decimals agree on, with an ellipsis; both ends where that is little. */
export function agreed({ lo, hi }: Pick<Enclosure, 'lo' | 'hi'>): string {
  if (lo === hi) return minus(lo);
  let k = 0;
  while (k < lo.length && lo[k] === hi[k]) k++;
  const digits = lo
    .slice(0, k)
    .replace(/^[-0.]*/, '')
    .replace('.', '').length;
  if (digits >= 6 && !/e/.test(lo) && lo.includes('.') && lo.indexOf('.') < k) return `${minus(lo.slice(0, k))}…`;
  return `[${minus(brief(lo, false))}, ${minus(brief(hi, true))}]`;
}

/** Seven digits of a decimal, rounded outwards. */
export function brief(t: string, up: boolean): string {
  const n = Number(t);
  if (!Number.isFinite(n) || t.length <= 9) return t;
  const p = n.toPrecision(7);
  const outward = up ? Number(p) >= n : Number(p) <= n;
  if (outward) return `${Number(p)}`;
  const [, e] = n.toExponential().split('e') as [string, string];
  return `${Number((Number(p) + (up ? 1 : -1) * 10 ** (Number(e) - 6)).toPrecision(7))}`;
}
export const agreedEnds = ([lo, hi]: Ends): string => agreed({ lo, hi });

const CERTIFIED: { readonly [k in Witness['certificate']]: string } = {
  exact: 'in exact rational arithmetic',
  interval: 'in interval arithmetic with outward rounding',
  dyadic: 'in dyadic interval arithmetic with outward rounding',
  box: 'by a box in which an exact solution is proved to exist',
};
export const verifiedBy = (w: Witness): string => `${CERTIFIED[w.certificate]}${w.bits > 0 ? ` (${w.bits} bits)` : ''}`;

const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** Certified by boxes; claims about finite systems are certified point by point. */
const byBoxes = (row: ClaimRow): boolean => row.evidence.some((e) => / covered by \d+ box/.test(e));

/** One sentence that says what was found. */
export function verdictLine({ row }: ClaimResult): string {
  const runs = count(row.accepted, 'run', 'runs');
  switch (row.verdict) {
    case 'proved':
      return 'The kernel accepts a derivation of every conclusion at every declared choice of sizes.';
    case 'certified':
      return byBoxes(row)
        ? `Rigorous arithmetic covers the declared domain by boxes${row.reason === null ? '' : `, ${row.reason} (around an equality case nothing is shown)`}, and shows every conclusion on each.`
        : 'Every point of the declared domain was decided exactly, and every conclusion holds there.';
    case 'refuted':
      return refutedLine(row);
    case 'survived':
      return `${runs} met the assumptions and none violated a conclusion. This is evidence, not a proof.`;
    case 'suspect':
      return `A violation in doubles that rigorous arithmetic did not confirm (${row.reason ?? 'no reason given'}).`;
    case 'vacuous':
      return `${row.reason ?? 'The assumptions are almost never met'}: surviving says nothing.`;
    case 'undecided':
      return `${row.reason ?? 'no reason given'}.`;
  }
}

function refutedLine(row: ClaimRow): string {
  const w = row.witness!;
  const where = w.step === null ? '' : ` at step ${w.step}`;
  const how = w.undefined
    ? 'a conclusion is undefined'
    : `a conclusion fails${w.margin ? ` by at least ${deficit(w.margin)}` : ''}`;
  const point = minus(pointWords(w));
  const at = point.length > 0 && point.length <= 70 ? point : 'the point below';
  return `At ${at} every assumption holds and ${how}${where}, verified ${verifiedBy(w)}.`;
}
/** How far below zero the margin certainly is. */
function deficit([, hi]: Ends): string {
  const n = -Number(hi);
  return n > 0 ? `${Number((n * (1 - 1e-4)).toPrecision(4))}` : '0';
}

const RESTS: { readonly [v in Verdict]: readonly string[] } = {
  proved: [
    'the kernel: its rules, its arithmetic of exact rationals, its normal forms',
    'that the goals handed to it are the claim (claim/goals.ts)',
    'the axioms listed here, theorems of real analysis with their side conditions',
  ],
  certified: [
    'interval arithmetic with outward rounding, and certify/box.ts',
    'that the tapes compute what the statement says (tape/tape.ts)',
  ],
  refuted: [
    'that the witness lies in its domains: decided in exact rationals (claim/point.ts)',
    'that the tapes compute what the statement says (tape/tape.ts, claim/judge.ts)',
    'the arithmetic that decided it: every assumption certainly true, one conclusion certainly false',
  ],
  survived: ['nothing: it is a search in doubles that found no violation'],
  suspect: ['nothing: it is a violation in doubles that could not be confirmed'],
  undecided: ['nothing'],
  vacuous: ['nothing: the assumptions are met too rarely for surviving to mean anything'],
};

const FINITE = [
  'that every point of the domain was gone through (finite.ts)',
  'integer arithmetic and exact rationals: each quantized run decided for all time (quantized/), each game played out',
  'that the tapes compute what the statement says (tape/tape.ts)',
] as const;
/** What believing the verdict takes. */
export const restsOn = (row: ClaimRow): readonly string[] =>
  row.verdict === 'certified' && !byBoxes(row) ? FINITE : RESTS[row.verdict];

/** A repair as a sentence around its formula. */
export function repairWords(r: Repair): { readonly before: string; readonly after: string } {
  const value = minus(r.value);
  if (r.kind === 'factor')
    return {
      before: 'The conclusion',
      after: `fails here even with the side that should be larger multiplied by anything below ${value}: a factor that survives is at least that.`,
    };
  if (r.kind === 'slack')
    return {
      before: 'The assumption',
      after: `has slack ${value} at the witness nearest the boundary: to exclude it, it has to be strengthened by more.`,
    };
  if (r.where === 'conclude')
    return {
      before: 'The conclusion',
      after: `fails here with every constant ${r.up ? 'above' : 'below'} ${value} in place of ${minus(r.now)}: one that survives is at ${r.up ? 'most' : 'least'} that.`,
    };
  return {
    before: 'The assumption',
    after: `lets a counterexample in with every constant from ${value} ${r.up ? 'upwards' : 'downwards'} in place of ${minus(r.now)}: the ${r.up ? 'largest' : 'smallest'} that survives is ${r.up ? 'below' : 'above'} that.`,
  };
}

/** How a counterexample was found. */
export function foundWords({ row, details }: ClaimResult): string {
  const f = details.found;
  const first = !f
    ? ''
    : f.strategy === 'committed'
      ? 'The committed witness, decided again before any search. '
      : `Found by the strategy ${f.strategy} after ${count(f.evaluations, 'evaluation', 'evaluations')}, in block ${f.block}. `;
  const rate = row.runs > 1 ? ` (${((100 * row.accepted) / row.runs).toPrecision(3)} %)` : '';
  return `${first}${count(row.runs, 'run', 'runs')} in all, ${row.accepted.toLocaleString('en')} met the assumptions${rate}.`;
}
