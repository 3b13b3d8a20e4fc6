/** One result in one sentence of plain words, the same in JUnit, annotations, summaries and test failures. */
import type { ValueJson } from '../claim/point.ts';
import type { ClaimResult, ClaimRow, Problem } from '../claim/result.ts';
import type { Witness } from '../claim/witness.ts';

const flat = (v: ValueJson): string => (typeof v === 'string' ? v : `(${v.map(flat).join(', ')})`);

/** `n = 2, u = 1/2, w = (0, 1)`: the sizes and values of a witness. */
export const pointWords = (w: Witness): string =>
  [
    ...Object.entries(w.sizes).map(([k, v]) => `${k} = ${v}`),
    ...Object.entries(w.values).map(([k, v]) => `${k} = ${flat(v)}`),
  ].join(', ');

function refutedWords({ row, details }: ClaimResult, w: Witness): string {
  const what = details.failing ? `"${details.failing.conclusion}"${details.failing.label}` : 'a conclusion';
  const fate = w.undefined ? 'is undefined' : 'fails';
  const point = pointWords(w);
  return `status ${row.status}, verdict refuted: ${what} ${fate}${w.step === null ? '' : ` at step ${w.step}`}${point === '' ? '' : ` at ${point}`}`;
}

const because = (reason: string | null): string => (reason === null ? '' : ` (${reason})`);

/** What was claimed, what came out, and where it fails. */
export function resultWords(r: ClaimResult): string {
  const { row } = r;
  if (row.witness) return refutedWords(r, row.witness);
  const counted = row.verdict === 'survived' ? ` ${row.accepted} runs` : '';
  return `status ${row.status}, verdict ${row.verdict}${counted}${because(row.reason)}`;
}

/** What a verdict rests on, without numbers that differ from machine to machine. */
export function evidenceWords(row: ClaimRow): string {
  if (row.verdict === 'proved') {
    const { axioms } = row.derivation!;
    return axioms.length === 0 ? 'kernel' : `kernel; axioms ${axioms.join(', ')}`;
  }
  if (row.verdict === 'refuted') return row.witness ? `witness, ${row.witness.certificate} arithmetic` : 'witness';
  if (row.verdict === 'certified')
    return (row.evidence.find((e) => !e.startsWith('survived')) ?? 'every point decided exactly').replace(
      /, [\d.]+ s of CPU/,
      '',
    );
  return row.verdict === 'survived' ? 'search' : (row.reason ?? '');
}

/** Where, what was wanted, what was found. */
export const problemWords = (p: Problem): string => {
  const at = p.line === null ? p.file : `${p.file}:${p.line}${p.column === null ? '' : `:${p.column}`}`;
  return `${at}: ${p.wanted} is wanted, found ${p.found}`;
};
