/**
 * Cuts the reports' fonts down to the characters of formulas and English text: STIX Two, SIL Open Font License.
 * `npm run fonts` writes assets/fonts; the result is committed.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const subset = require('subset-font') as (font: Buffer, text: string, o: { targetFormat: 'woff2' }) => Promise<Buffer>;

const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x300, 0x30f],
  [0x370, 0x3ff],
  [0x2010, 0x2044],
  [0x2070, 0x209c],
  [0x20d0, 0x20e1],
  [0x2102, 0x211d],
  [0x2190, 0x21d5],
  [0x2200, 0x22ff],
  [0x2308, 0x230b],
  [0x239b, 0x23b1],
  [0x27e6, 0x27ef],
  [0x2a7d, 0x2a7e],
  [0x1d400, 0x1d467],
  [0x1d6a4, 0x1d71b],
];
const TEXT = RANGES.map(([a, b]) => String.fromCodePoint(...Array.from({ length: b - a + 1 }, (_, i) => a + i))).join(
  '',
);

const FONTS = {
  math: '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2',
  text: '@fontsource/stix-two-text/files/stix-two-text-latin-400-normal.woff2',
  'text-italic': '@fontsource/stix-two-text/files/stix-two-text-latin-400-italic.woff2',
  'text-bold': '@fontsource/stix-two-text/files/stix-two-text-latin-600-normal.woff2',
} as const;

const folder = new URL('../assets/fonts/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, path] of Object.entries(FONTS)) {
  const font = readFileSync(require.resolve(path));
  writeFileSync(new URL(`${name}.woff2`, folder), await subset(font, TEXT, { targetFormat: 'woff2' }));
}
copyFileSync(require.resolve('@fontsource/stix-two-math/LICENSE'), new URL('OFL.txt', folder));
