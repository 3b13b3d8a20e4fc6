/** The tests that mutation testing of the kernel runs: its own and the forgeries, in their fast form. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/mutation/*.ts'],
    env: { AXIOM_POINTS: '20' },
    testTimeout: 20_000,
    maxWorkers: 1,
  },
});
