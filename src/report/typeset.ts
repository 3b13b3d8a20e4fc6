/**
 * Formulas as MathML: readable without scripts, small, and set by the browser. KaTeX reads the LaTeX.
 *
 * Untrusted input: a formula KaTeX refuses, or one that is too long to be read, is shown as escaped text.
 */
import katex from 'katex';
import { escaped } from './html.ts';
import { plainName } from './plot/svg.ts';

/** LaTeX longer than this is nobody's reading matter, and MathML is five times as long. */
export const LONGEST = 1500;

const bare = (html: string): string =>
  html
    .replace(/^<span class="katex">|<\/span>$/g, '')
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(/<\/?semantics>/g, '')
    .replace(/ xmlns="[^"]*"/, '')
    .replace(/<mrow>(<m[inos](?: [^>]*)?>[^<]*<\/m[inos]>)<\/mrow>/g, '$1')
    .replace(/<mo separator="true">/g, '<mo>')
    .replace(/<mspace width="0\.1667em"\s*(?:\/>|><\/mspace>)/g, '<mspace width=".17em"/>');

const MACROS = { '\\top': '\\intercal' } as const;

export interface Formula {
  readonly text: string;
  readonly latex: string | null;
}

/** A formula; `display` sets it on a line of its own. LaTeX longer than `longest` is shown as text. */
export function typeset({ text, latex }: Formula, display = true, longest = LONGEST): string {
  const plain = `<code>${escaped(text)}</code>`;
  if (latex === null || latex === '' || latex.length > longest) return plain;
  try {
    const math = katex.renderToString(latex, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 100,
      maxSize: 10,
      macros: { ...MACROS },
    });
    return bare(math);
  } catch {
    return plain;
  }
}

/** A name such as lambda[0] as text: λ₁ in italics, words upright. */
export const nameOf = (name: string): string => {
  const plain = plainName(name);
  return /^\p{L}[₀-₉,]*$/u.test(plain) ? `<i>${escaped(plain)}</i>` : escaped(plain);
};
