/**
 * What mutation testing of the kernel runs besides the attacks, in one file: one process, one import of the kernel a
 * mutant. A mutant that keeps a file from being collected fails the test for that; one that keeps this file from being
 * collected is left to the files beside it.
 */
import { expect, test } from 'vitest';

const FILES: readonly (() => Promise<unknown>)[] = [
  () => import('../expr/term.test.ts'),
  () => import('../number/rational.test.ts'),
  () => import('../forge/forge.test.ts'),
  () => import('../kernel/axioms.test.ts'),
  () => import('../kernel/basics.test.ts'),
  () => import('../kernel/derivations.test.ts'),
  () => import('../kernel/derivatives.test.ts'),
  () => import('../kernel/doors.test.ts'),
  () => import('../kernel/enclose.test.ts'),
  () => import('../kernel/leaves.test.ts'),
  () => import('../kernel/messages.test.ts'),
  () => import('../kernel/normal.test.ts'),
  () => import('../kernel/refuse.test.ts'),
  () => import('../kernel/signs.test.ts'),
];
const failures: unknown[] = [];
for (const file of FILES) await file().catch((e) => failures.push(e));

test('every file is collected', () => {
  expect(failures).toEqual([]);
});
