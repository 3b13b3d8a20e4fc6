/** Terminal output: colour only where it belongs, tables as wide as the terminal. */
import { stripVTControlCharacters, styleText } from 'node:util';
import type { Verdict } from '../claim/verdict.ts';

export interface Style {
  readonly color: boolean;
  readonly width: number;
}
type Format = Parameters<typeof styleText>[0];

/** Colour on a terminal, unless NO_COLOR or --no-color says otherwise. */
export const styleFor = (stream: NodeJS.WriteStream, wanted: boolean): Style => ({
  color: wanted && stream.isTTY === true && !process.env.NO_COLOR,
  width: stream.isTTY ? (stream.columns ?? 120) : Number.POSITIVE_INFINITY,
});
export const paint = (s: Style, format: Format, text: string): string =>
  s.color ? styleText(format, text, { validateStream: false }) : text;

const COLOR: { readonly [v in Verdict]: Format } = {
  proved: 'green',
  certified: 'green',
  survived: 'cyan',
  suspect: 'magenta',
  refuted: 'yellow',
  undecided: 'gray',
  vacuous: 'magenta',
};
export const paintVerdict = (s: Style, v: Verdict, text: string): string => paint(s, COLOR[v], text);

const widthOf = (text: string): number => [...stripVTControlCharacters(text)].length;
const pad = (text: string, width: number, right: boolean): string => {
  const gap = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? `${gap}${text}` : `${text}${gap}`;
};
/** Text of at most this width, cut at its end (or its start); what is cut loses its colour. */
export const cut = (text: string, width: number, start = false): string => {
  const plain = [...stripVTControlCharacters(text)];
  if (plain.length <= width) return text;
  const rest = Math.max(0, width - 1);
  return start ? `…${plain.slice(plain.length - rest).join('')}` : `${plain.slice(0, rest).join('')}…`;
};

export interface Column {
  readonly head: string;
  /** Numbers stand to the right. */
  readonly right?: boolean;
  /** Can be cut down to this width. */
  readonly least?: number;
  /** Cut at the start: names whose ends tell them apart. */
  readonly tail?: boolean;
  /** Left out on a narrow terminal, the highest first; without it the column stays. */
  readonly spare?: number;
}

interface Sized {
  readonly column: Column;
  readonly index: number;
  width: number;
}
const GAP = 2;
const total = (columns: readonly Sized[], width: (c: Sized) => number): number =>
  columns.reduce((n, c) => n + width(c) + GAP, -GAP);

/** The columns that fit, as wide as they may be: spare ones go first, then those that can be cut give way, the last first. */
function fitted(all: readonly Sized[], width: number): readonly Sized[] {
  const least = (c: Sized): number => Math.min(c.width, c.column.least ?? c.width);
  let kept = [...all];
  while (total(kept, least) > width) {
    const spare = kept.filter((c) => c.column.spare !== undefined);
    if (spare.length === 0) break;
    const worst = spare.reduce((a, b) => (b.column.spare! > a.column.spare! ? b : a));
    kept = kept.filter((c) => c !== worst);
  }
  for (const c of [...kept].reverse()) {
    const over = total(kept, (x) => x.width) - width;
    if (over > 0) c.width = Math.max(least(c), c.width - over);
  }
  return kept;
}

/** Columns aligned, numbers to the right, no line wider than the terminal if it can be helped. */
export function table(s: Style, columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const sized = columns.map((column, index) => ({
    column,
    index,
    width: Math.max(widthOf(column.head), ...rows.map((r) => widthOf(r[index] ?? ''))),
  }));
  const kept = fitted(sized, s.width);
  const line = (text: (c: Sized) => string): string =>
    kept
      .map((c) => pad(cut(text(c), c.width, c.column.tail), c.width, c.column.right === true))
      .join(' '.repeat(GAP))
      .trimEnd();
  return [
    paint(
      s,
      'bold',
      line((c) => c.column.head),
    ),
    ...rows.map((r) => line((c) => r[c.index] ?? '')),
  ].join('\n');
}
