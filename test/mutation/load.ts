/** For mutants that keep the kernel from loading, or from making any theorem: nothing happens outside of the tests. */
import { expect, test } from 'vitest';
import golden from '../golden/leaves.json' with { type: 'json' };

test('the kernel loads, and small derivations show what they should', async () => {
  const kernel = await import('../../src/kernel/index.ts');
  const { SMALL } = await import('../kernel/leaves.ts');
  const { says } = await import('../kernel/tools.ts');
  const shown = Object.entries(SMALL).map(([name, derive]) => [name, says(derive(kernel))]);
  expect(shown).toEqual(Object.entries(golden).map(([name, { says }]) => [name, says]));
});
