/**
 * The README's five minutes word for word, in an empty folder with the packed tarball beside it, in TypeScript and in
 * JavaScript. Needs the registry.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Block, blocks, empty, ROOT } from '../docs/pages.ts';
import { inJavaScript, read } from '../docs/read.ts';

const FIVE_MINUTES = 300_000;
const WAYS: readonly (readonly [string, (b: Block) => Block])[] = [
  ['TypeScript', (b) => b],
  ['JavaScript', inJavaScript],
];

describe('the tutorial', () => {
  it.each(WAYS)(
    'works in %s, in less than five minutes',
    async (_, as) => {
      const reader = empty();
      const clone = join(dirname(reader.dir), 'counterflow');
      mkdirSync(clone);
      execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', clone], { cwd: ROOT, stdio: 'ignore' });
      const start = performance.now();
      await read('README.md', reader, blocks('README.md').map(as), (b) => !/in a clone/.test(b.text));
      expect(performance.now() - start).toBeLessThan(FIVE_MINUTES);
    },
    2 * FIVE_MINUTES,
  );
});
