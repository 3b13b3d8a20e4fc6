/** Every template, in TypeScript and JavaScript, passes `check` as it is; nothing is overwritten. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/commands/templates.ts';
import { type Project, project, type Ran } from './project.ts';

interface Row {
  readonly id: string;
  readonly status: string;
  readonly verdict: string;
  readonly asExpected: boolean;
  readonly accepted: number;
}
const NAMES = Object.keys(TEMPLATES);
const KINDS = ['ts', 'js'] as const;
const CASES = NAMES.flatMap((n) => KINDS.map((k) => [n, k] as const));

let p: Project;
let checked: Ran;
let rows: readonly Row[];
beforeAll(async () => {
  p = project();
  for (const [name, kind] of CASES)
    await p.run('new', `t/${name}-${kind}`, '--template', name, ...(kind === 'js' ? ['--js'] : []));
  checked = await p.run('check', '--json', '--no-witness');
  rows = (JSON.parse(checked.out) as { claims: Row[] }).claims;
}, 200_000);

describe('templates', () => {
  it('are all found and as expected', () => {
    expect(JSON.parse(checked.out)).toMatchObject({ errors: [] });
    expect(checked.code).toBe(0);
    expect(rows).toHaveLength(CASES.length);
  });
  it.each(CASES)('%s.%s says something', (name, kind) => {
    const row = rows.find((r) => r.id === `t/${name}-${kind}`);
    expect(row).toMatchObject({ asExpected: true, status: name === 'conjecture' ? 'refuted' : 'conjecture' });
    expect(['proved', 'certified', 'survived', 'refuted']).toContain(row!.verdict);
  });
});

describe('new', () => {
  it('overwrites nothing, in either language', async () => {
    const before = readFileSync(join(p.dir, 'theorems/t/quantized-ts.ts'), 'utf8');
    const again = await p.run('new', 't/quantized-ts', '--js');
    expect(again.err).toMatch(/exists already/);
    expect(again.code).toBe(2);
    expect(readFileSync(join(p.dir, 'theorems/t/quantized-ts.ts'), 'utf8')).toBe(before);
  });
  it('suggests a template', async () => {
    const r = await p.run('new', 'x', '--template', 'flow-limits');
    expect(r.err).toMatch(/one of gd-run, .*did you mean "flow-limit"/);
    expect(r.code).toBe(2);
  });
});
