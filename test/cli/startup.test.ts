/** What is loaded before anything is done: help is immediate, and the main thread leaves the engine to the workers. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');
const STATIC = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?'([^']+)';/gm;

/** Files and packages that importing a source file loads; types and dynamic imports are none. */
function loaded(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(SRC, file), 'utf8');
  for (const [statement, name] of text.matchAll(STATIC)) {
    if (/^(?:import|export)\s*\{\s*(?:type\s+\w+\s*,?\s*)*\}/.test(statement)) continue;
    if (name!.startsWith('.')) loaded(relative(SRC, resolve(SRC, dirname(file), name!)), seen);
    else seen.add(name!);
  }
  return seen;
}

const HEAVY = /mathjs|fast-check|nerdamer|^zod$|piscina|cli-progress|xmlbuilder2|katex|^d3-|^tsx|^vitest$|tinyglobby/;
const packages = (file: string): readonly string[] =>
  [...loaded(file)].filter((m) => !m.endsWith('.ts') && !m.startsWith('node:'));

describe('what is loaded', () => {
  it('for help: the argument parser', () => {
    expect([...loaded('cli.ts')].sort()).toEqual(['cac', 'cli.ts', 'node:fs', 'version.ts']);
  });
  it.each(['check', 'show', 'derive', 'decide', 'list', 'new', 'next', 'watch', 'replay'])(
    'by %s in the main thread: no heavy package, no engine',
    (command) => {
      expect(packages(`commands/${command}.ts`).filter((p) => HEAVY.test(p))).toEqual([]);
      expect(
        [...loaded(`commands/${command}.ts`)].filter((m) =>
          /^(search|kernel|derivation|dynamics)\/|^expr\/parse/.test(m),
        ),
      ).toEqual([]);
    },
  );
  it('the walk sees what a worker loads', () => {
    const all = loaded('worker.ts');
    expect(all.has('expr/parse.ts') && all.has('kernel/theorem.ts')).toBe(true);
    expect(packages('worker.ts')).toContain('fast-check');
    expect(packages('worker.ts').filter((p) => /mathjs|nerdamer|zod|katex/.test(p))).toEqual([]);
  });
});

describe('help', () => {
  it('takes less than three times as long as node itself, in processor time', () => {
    const median = (args: readonly string[]): number => {
      const times = Array.from({ length: 7 }, () => {
        const out = spawnSync(
          'bash',
          ['-c', `TIMEFORMAT=%U; time '${process.execPath}' ${args.join(' ')} > /dev/null`],
          { encoding: 'utf8' },
        );
        return Number(out.stderr.trim().split('\n').at(-1));
      });
      return times.sort((a, b) => a - b)[3]!;
    };
    expect(median(["'dist/cli.js'", '--help'])).toBeLessThan(3 * median(['-e', '0']));
  });
});
