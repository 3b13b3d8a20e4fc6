/** What `probe` found out about one claim, as text for a terminal and as Markdown. */

import type { Status } from '../claim/claim.ts';
import type { Problem } from '../claim/result.ts';
import type { Verdict } from '../claim/verdict.ts';
import type { Witness } from '../claim/witness.ts';
import type { Guess } from '../probe/closed-form.ts';
import { paint, styleFor } from './style.ts';
import { pointWords } from './words.ts';

interface Asked {
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly runs: number;
  readonly accepted: number;
}
interface Hypothesis extends Asked {
  readonly text: string;
  readonly needed: boolean;
  readonly witness: Witness | null;
}
/** `decimal` is rounded down. */
interface Value {
  readonly at: string;
  readonly decimal: string;
}
interface Constant {
  readonly name: string;
  readonly value: string;
  readonly to: string;
  readonly holds: Value & Asked;
  /** The furthest value that is proved or certified. */
  readonly sure: (Value & Asked) | null;
  readonly fails: (Value & { readonly witness: Witness | null }) | null;
  readonly guess: Guess | null;
  readonly asked: number;
}
/** One claim of `probe --json`. */
export interface ProbeFindings extends Asked {
  readonly id: string;
  readonly file: string;
  readonly status: Status;
  readonly asExpected: boolean;
  /** Where the claim fails as it is; nothing else is asked then. */
  readonly witness: Witness | null;
  readonly hypotheses: readonly Hypothesis[];
  readonly constants: readonly Constant[];
}
export interface ProbeReport {
  readonly schema: 'counterflow/probe@1';
  readonly seed: number;
  readonly claims: readonly ProbeFindings[];
  readonly errors: readonly Problem[];
}
type Claim = ProbeFindings;

const judged = (a: { readonly verdict: string; readonly accepted: number; readonly reason: string | null }): string =>
  a.verdict === 'survived' ? `survived ${a.accepted} runs` : `${a.verdict}${a.reason ? ` (${a.reason})` : ''}`;

const at = (w: Hypothesis['witness']): string => (w ? pointWords(w) : 'its only point');

const hypothesisWords = (h: Hypothesis): string =>
  h.needed ? `needed: without it the claim fails at ${at(h.witness)}` : `not shown needed: ${judged(h)} without it`;

/** 0.7085 rather than 0.70850000, and nothing for whole numbers. */
const also = (exact: string, decimal: string): string => (/\//.test(exact) ? `${exact} = ${decimal}…` : exact);

function constantWords(c: Constant): string {
  const said = (v: Value & Asked): string => `holds at ${also(v.at, v.decimal)} (${judged(v)})`;
  const further = c.sure && c.sure.at !== c.holds.at ? `${said(c.sure)}, ` : '';
  const holds = `${further}${said(c.holds)}`;
  if (!c.fails) return `${holds}; no failure was found up to there`;
  const guess = c.guess ? `; a guess, not a result: ${c.guess.text} = ${c.guess.value.toPrecision(10)}` : '';
  return `${holds}, fails at ${also(c.fails.at, c.fails.decimal)} (at ${at(c.fails.witness)})${guess}`;
}

const whole = (c: Claim): string =>
  c.verdict === 'refuted' ? `refuted as it is, at ${at(c.witness)}: nothing else was asked` : judged(c);

/** Text, with colour where the terminal takes it. */
export const probeText =
  (color: boolean) =>
  (c: Claim): string => {
    const s = styleFor(process.stdout, color);
    const mark = (h: Hypothesis): string => paint(s, h.needed ? 'green' : 'gray', hypothesisWords(h));
    return [
      `${paint(s, 'bold', c.id)}: ${c.status}, ${whole(c)}`,
      ...c.hypotheses.map((h) => `  ${h.text}\n    ${mark(h)}`),
      ...c.constants.map((k) => `  ${k.name} = ${k.value}\n    ${constantWords(k)}`),
      ...(c.hypotheses.length + c.constants.length === 0 && c.verdict !== 'refuted'
        ? ['  no hypotheses to leave out, no declared constants']
        : []),
    ].join('\n');
  };

const cell = (t: string): string => t.replace(/\|/g, '\\|');

export function probeMarkdown(c: Claim): string {
  const row = (name: string, says: string): string => `| ${name} | ${cell(says)} |`;
  const code = (t: string): string => `\`${cell(t)}\``;
  return [
    `## ${c.id}`,
    '',
    `${c.status}, ${whole(c)}.`,
    '',
    '| hypothesis or constant | what was found |',
    '|---|---|',
    ...c.hypotheses.map((h) => row(code(h.text), hypothesisWords(h))),
    ...c.constants.map((k) => row(code(`${k.name} = ${k.value}`), constantWords(k))),
  ].join('\n');
}
