/**
 * Everything that mutation testing of the kernel runs, in one file: one process, one import of the kernel a mutant. A
 * mutant that keeps a file from loading is killed by the last test, which is there without it too.
 */
import { expect, test } from 'vitest';

const failed: unknown[] = [];
for (const load of [
  () => import('./attacks.ts'),
  () => import('../kernel/basics.test.ts'),
  () => import('../kernel/derivations.test.ts'),
  () => import('../kernel/refuse.test.ts'),
  () => import('../kernel/signs.test.ts'),
  () => import('../kernel/axioms.test.ts'),
  () => import('../forge/forge.test.ts'),
])
  await load().catch((e: unknown) => failed.push(e));
test('all of them load', () => {
  expect(failed).toEqual([]);
});
