/** The packed tarball in empty folders: any package type, TypeScript and JavaScript claims, vitest. Needs the registry. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const TYPES = ['module', 'commonjs', undefined] as const;
let home: string;

const run = (cwd: string, command: string, ...args: string[]): { code: number; out: string } => {
  const r = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: r.status ?? -1, out: `${r.stdout}${r.stderr}` };
};
const counterflow = (cwd: string, ...args: string[]): { code: number; out: string } =>
  run(cwd, join(home, 'node_modules/.bin/counterflow'), ...args);

const CLAIM = `import { claim, ex, real, that } from 'counterflow';
export default claim('ID', {
  says: 'x² ≤ x on [0, 1].',
  status: 'theorem',
  reals: { x: real('[0, 1]') },
  where: ({ x }) => ({ square: ex\`\${x}^2\` }),
  conclude: ({ x, square }) => that\`\${square} <= \${x}\`,
});
`;
const REQUIRED = CLAIM.replace(
  "import { claim, ex, real, that } from 'counterflow';",
  "const { claim, ex, real, that } = require('counterflow');",
).replace('export default', 'module.exports =');
const TEST =
  "import { describeClaims } from 'counterflow/vitest';\nawait describeClaims('theorems/**/*.{ts,mts,js,cjs}', { runs: 4096 });\n";

const CONFIG = "export default { test: { reporters: ['default', 'counterflow/vitest-reporter'] } };\n";

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'counterflow-packed-'));
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', home], { cwd: ROOT, stdio: 'ignore' });
  const tarball = readdirSync(home).find((f) => f.endsWith('.tgz'))!;
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', join(home, tarball)], {
    cwd: home,
    stdio: 'ignore',
  });
  symlinkSync(join(ROOT, 'node_modules/vitest'), join(home, 'node_modules/vitest'), 'dir');
  for (const type of TYPES) {
    const dir = join(home, `${type}`);
    mkdirSync(join(dir, 'theorems'), { recursive: true });
    writeFileSync(
      join(dir, 'package.json'),
      JSON.stringify({ name: 'stranger', private: true, ...(type ? { type } : {}) }),
    );
  }
}, 180_000);

describe.each(TYPES)('package type %s', (type) => {
  const dir = (): string => join(home, `${type}`);

  it('new and check work', () => {
    const made = counterflow(dir(), 'new', 'my-claim');
    expect(made.out).toMatch(/theorems\/my-claim\.ts/);
    expect(made.code).toBe(0);
    expect(counterflow(dir(), 'new', 'my-js', '--js').code).toBe(0);
    const checked = counterflow(dir(), 'check', '--runs', '4096');
    expect(checked.out).toMatch(/2 claims: 2 (survived|certified|proved)/);
    expect(checked.code).toBe(0);
  });

  it('claims in .ts, .mts, .js and .cjs load', () => {
    for (const ending of ['ts', 'mts', 'js', 'mjs'])
      writeFileSync(join(dir(), `theorems/as-${ending}.${ending}`), CLAIM.replace('ID', `as-${ending}`));
    writeFileSync(join(dir(), 'theorems/as-cjs.cjs'), REQUIRED.replace('ID', 'as-cjs'));
    const checked = counterflow(dir(), 'check', '--json', '--runs', '4096');
    const document = JSON.parse(checked.out) as { claims: { id: string; asExpected: boolean }[]; errors: unknown[] };
    expect(document.errors).toEqual([]);
    expect(document.claims.map((c) => c.id).sort()).toEqual([
      'as-cjs',
      'as-js',
      'as-mjs',
      'as-mts',
      'as-ts',
      'my-claim',
      'my-js',
    ]);
    expect(document.claims.every((c) => c.asExpected)).toBe(true);
  });

  it('a vitest file with describeClaims works', () => {
    writeFileSync(join(dir(), 'claims.test.ts'), TEST);
    writeFileSync(join(dir(), 'vitest.config.mjs'), CONFIG);
    const tested = run(dir(), process.execPath, join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', dir());
    expect(tested.out).toMatch(/Tests {2}6 passed/);
    expect(tested.out).toMatch(/as-cjs +ok +theorem +proved/);
    expect(tested.code).toBe(0);
  });
});

describe('a false conjecture in vitest', () => {
  it('fails and shows the counterexample', () => {
    const dir = join(home, 'false');
    mkdirSync(join(dir, 'theorems'), { recursive: true });
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
    writeFileSync(join(dir, 'theorems/false.ts'), CLAIM.replace('ID', 'false').replace('<=', '>='));
    writeFileSync(join(dir, 'claims.test.ts'), TEST);
    const tested = run(dir, process.execPath, join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', dir);
    expect(tested.out).toMatch(/false: status theorem, verdict refuted: .* at x = 1\/2/);
    expect(tested.code).toBe(1);
  });
});

describe('a report from the package', () => {
  it('has the live replay, a Python script, and a page that asks for both files beside it', () => {
    const dir = join(home, 'reported');
    mkdirSync(join(dir, 'theorems'), { recursive: true });
    writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
    writeFileSync(join(dir, 'theorems/false.ts'), CLAIM.replace('ID', 'false').replace('<=', '>='));
    expect(counterflow(dir, 'check', '--runs', '4096', '--report', 'reports').code).toBe(1);
    const file = (name: string): string => readFileSync(join(dir, 'reports', name), 'utf8');
    expect(file('counterflow.js')).toContain('replay-data');
    expect(file('counterflow.js').length).toBeGreaterThan(100_000);
    const page = file('claims/false.html');
    expect(page).toContain('id="replay-data"');
    expect(page).toContain('src="../counterflow.js"');
    expect(file('false.py')).toMatch(/^#!\/usr\/bin\/env python3/);
  });
});
