/**
 * The frame of a page, and the files that all pages share: one style sheet (fonts inside), one script.
 *
 * Pages load nothing from anywhere else; standalone pages carry both inside.
 */
import { existsSync, readFileSync } from 'node:fs';
import { escaped } from './html.ts';

const ASSETS = new URL('../../assets/', import.meta.url);
/** The live replay's bundle, where the package was built with one. */
const BUNDLES = [new URL('live.js', import.meta.url), new URL('../../dist/report/live.js', import.meta.url)];

const font = (name: string): string => readFileSync(new URL(`fonts/${name}.woff2`, ASSETS)).toString('base64');
const FACES = [
  ['STIX Two Text', 'text', 'normal', 400],
  ['STIX Two Text', 'text-italic', 'italic', 400],
  ['STIX Two Text', 'text-bold', 'normal', 600],
  ['STIX Two Math', 'math', 'normal', 400],
] as const;

function styleSheet(): string {
  const faces = FACES.map(
    ([family, file, style, weight]) =>
      `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:swap;src:url(data:font/woff2;base64,${font(file)}) format("woff2")}`,
  );
  return `${faces.join('\n')}\n${readFileSync(new URL('report.css', ASSETS), 'utf8')}`;
}

function script(): string {
  const live = BUNDLES.find((b) => existsSync(b));
  const own = readFileSync(new URL('report.js', ASSETS), 'utf8');
  return live ? `${own}\n${readFileSync(live, 'utf8')}` : own;
}

export interface Shared {
  readonly css: string;
  readonly js: string;
}
export const shared = (): Shared => ({ css: styleSheet(), js: script() });

export const STYLE = 'counterflow.css';
export const SCRIPT = 'counterflow.js';

/** Where a page finds what is shared: beside it, `up` folders above, or inside itself. */
export type Placement = { readonly up: number } | { readonly inside: Shared };

function links(p: Placement): string {
  if ('up' in p) {
    const to = '../'.repeat(p.up);
    return `<link rel="stylesheet" href="${to}${STYLE}"><script defer src="${to}${SCRIPT}"></script>`;
  }
  const js = p.inside.js.replace(/<\/script/gi, '<\\/script');
  return `<style>${p.inside.css}</style><script type="module">${js}</script>`;
}

/** A whole document. */
export const documentOf = (title: string, body: string, p: Placement): string =>
  `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title><link rel="icon" href="data:,">
${links(p)}</head>
<body>
${body}
</body></html>
`;
