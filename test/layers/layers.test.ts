/** Each layer imports only from layers above it in this list, and nothing imports in a circle. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../src');
/** Names in one string are one layer; siblings in `CLOSED` never import one another. */
const LAYERS = [
  'number',
  'expr',
  'kernel',
  'tape',
  'model',
  'dynamics',
  'derivation',
  'claim',
  'search certify quantized computable',
  'probe',
  'report',
  'version.ts find.ts finite.ts',
  'load.ts',
  'arena.ts',
  'check.ts',
  'show.ts derive.ts game.ts decide.ts probe.ts hunt.ts exhibit.ts',
  'worker.ts',
  'pool.ts',
  'commands vitest.ts vitest-reporter.ts',
  'cli.ts index.ts',
].map((l) => l.split(' '));
const CLOSED = ['search', 'certify', 'quantized', 'computable'];

const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('.d.ts'),
);
const part = (file: string): string => file.split('/')[0]!;
const level = (file: string): number => LAYERS.findIndex((l) => l.includes(part(file)));
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g;
const imports = (file: string): string[] => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((m) => relative(ROOT, resolve(ROOT, dirname(file), m[1]!)));
};
const graph = new Map(files.map((f) => [f, imports(f)]));

describe('layers', () => {
  it('every file belongs to one', () => {
    expect(files.filter((f) => level(f) < 0)).toEqual([]);
  });
  it('imports go upwards only', () => {
    const wrong = files.flatMap((f) =>
      graph
        .get(f)!
        .filter(
          (g) => level(g) > level(f) || (level(g) === level(f) && part(g) !== part(f) && CLOSED.includes(part(f))),
        )
        .map((g) => `${f} imports ${g}`),
    );
    expect(wrong).toEqual([]);
  });
  it('there are no circles', () => {
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (f: string, path: readonly string[]): void => {
      if (state.get(f) === 'done') return;
      if (state.get(f) === 'open') {
        circles.push([...path.slice(path.indexOf(f)), f].join(' → '));
        return;
      }
      state.set(f, 'open');
      for (const g of graph.get(f) ?? []) visit(g, [...path, f]);
      state.set(f, 'done');
    };
    for (const f of files) visit(f, []);
    expect(circles).toEqual([]);
  });
  it.each([
    ['fast-check', /^search\/arbitraries\.ts$|^search\/strategies\//],
    ['nerdamer', /^derivation\/companion/],
    ['vitest', /^vitest(-reporter)?\.ts$/],
  ])('%s is imported where it belongs only', (name, where) => {
    const users = files.filter((f) => new RegExp(`from '${name}`).test(readFileSync(join(ROOT, f), 'utf8')));
    expect(users.filter((f) => !where.test(f))).toEqual([]);
  });
});
