/** Terminal output: colour only where it belongs, aligned tables, one status line on a terminal's standard error. */
import { styleText } from 'node:util';
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
export const paint = (s: Style, format: Format, text: string): string => (s.color ? styleText(format, text) : text);

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

// biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are control characters
const bare = (text: string): string => text.replace(/\u001b\[[0-9;]*m/g, '');
const pad = (text: string, width: number, right: boolean): string => {
  const gap = ' '.repeat(Math.max(0, width - bare(text).length));
  return right ? `${gap}${text}` : `${text}${gap}`;
};
const cut = (text: string, width: number): string => {
  const plain = bare(text);
  return plain.length <= width ? text : `${plain.slice(0, Math.max(1, width - 1))}…`;
};

/** Columns aligned, numbers to the right, the first column cut to what the terminal has. */
export function table(
  s: Style,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly boolean[],
): string {
  const widths = head.map((h, i) => Math.max(h.length, ...rows.map((r) => bare(r[i] ?? '').length)));
  const rest = widths.slice(1).reduce((n, w) => n + w + 2, 0);
  widths[0] = Math.min(widths[0]!, Math.max(16, s.width - rest - 1));
  const line = (r: readonly string[]): string =>
    r
      .map((c, i) => pad(i === 0 ? cut(c, widths[0]!) : c, widths[i]!, right[i] ?? false))
      .join('  ')
      .trimEnd();
  return [paint(s, 'bold', line(head)), ...rows.map(line)].join('\n');
}

export interface StatusLine {
  readonly show: (text: string) => void;
  readonly clear: () => void;
}

/** A line on standard error that overwrites itself, after two seconds, on a terminal only. */
export function statusLine(quiet: boolean): StatusLine {
  const stream = process.stderr;
  if (quiet || stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  const start = Date.now();
  let last = 0;
  const clear = (): void => {
    if (last > 0) stream.write('\r\u001b[K');
  };
  return {
    show: (text) => {
      const now = Date.now();
      if (now - start < 2000 || now - last < 100) return;
      last = now;
      stream.write(`\r\u001b[K${cut(text, (stream.columns ?? 80) - 1)}`);
    },
    clear,
  };
}
