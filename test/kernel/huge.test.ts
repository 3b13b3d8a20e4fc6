/** In a process of their own: CPU time and memory of these, whatever else the machine does. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

interface Asked {
  readonly answers: readonly { readonly name: string; readonly length: number; readonly ms: number }[];
  readonly megabytes: number;
}
const asked = (): Asked =>
  JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', resolve(import.meta.dirname, 'huge.ts')], { encoding: 'utf8' }),
  );

test('huge and deep questions are refused in under 1 s, 300 MB and 3 000 characters each', () => {
  const { answers, megabytes } = asked();
  expect(answers.length).toBeGreaterThan(10);
  for (const { name, length, ms } of answers) {
    expect(length, name).toBeGreaterThan(0);
    expect(length, name).toBeLessThan(3000);
    expect(ms, name).toBeLessThan(1000);
  }
  expect(megabytes).toBeLessThan(300);
});
