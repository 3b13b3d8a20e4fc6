import { defineConfig } from 'vitest/config';

const built = (name: string): string => new URL(`./dist/${name}.js`, import.meta.url).pathname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^counterflow\/vitest$/, replacement: built('vitest') },
      { find: /^counterflow\/vitest-reporter$/, replacement: built('vitest-reporter') },
      { find: /^counterflow$/, replacement: built('index') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts', 'properties/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
    typecheck: { enabled: false },
  },
});
