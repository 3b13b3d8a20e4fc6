/** The trusted base stays small enough to be read, and nothing outside it can make a theorem. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const list = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true }).flatMap((f) =>
    f.isFile() && f.name.endsWith('.ts') ? [relative(ROOT, join(f.parentPath, f.name))] : [],
  );
const kernel = list('src/kernel');
const TRUSTED = ['src/number/rational.ts', 'src/expr/term.ts', ...kernel.filter((f) => !f.endsWith('/enclose.ts'))];

/** Lines that are neither blank nor comment. */
function lines(file: string): number {
  const code = readFileSync(join(ROOT, file), 'utf8').replaceAll(/^\s*\/\*\*[\s\S]*?\*\/\s*$/gm, '');
  return code.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//')).length;
}
const imports = (file: string): readonly string[] =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/from '(.*?)'/g)].map(([, path]) =>
    path!.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), path!)) : path!,
  );

test('the trusted base has at most 1000 lines, as Biome formats them', () => {
  expect(TRUSTED.reduce((sum, file) => sum + lines(file), 0)).toBeLessThanOrEqual(1000);
  execFileSync('node', ['node_modules/@biomejs/biome/bin/biome', 'format', ...TRUSTED], { cwd: ROOT, stdio: 'pipe' });
});

test('the kernel imports exact rationals and terms only; enclose alone imports intervals', () => {
  for (const file of kernel) {
    const outside = imports(file).filter((path) => !path.startsWith('src/kernel/'));
    const allowed = ['src/number/rational.ts', 'src/expr/term.ts'];
    if (file.endsWith('/enclose.ts')) allowed.push('src/number/dyadic.ts', 'src/number/arithmetic.ts');
    expect(outside.filter((path) => !allowed.includes(path))).toEqual([]);
  }
  expect(imports('src/expr/term.ts')).toEqual(['src/number/rational.ts']);
  expect(imports('src/number/rational.ts')).toEqual([]);
});

test('everything else sees the kernel through its index, which cannot make a theorem', async () => {
  const others = list('src').filter((file) => !file.startsWith('src/kernel/'));
  const inside = others.flatMap((file) => imports(file).filter((path) => path.startsWith('src/kernel/')));
  expect(inside.filter((path) => path !== 'src/kernel/index.ts')).toEqual([]);
  const seen = Object.keys(await import('../../src/kernel/index.ts'));
  expect(seen.filter((name) => ['rule', 'Theorem', 'SEAL'].includes(name))).toEqual([]);
});
