/** Where both sides of a claim vanish, doubles see violations of relative size 1 that are rounding: they must not hide real ones. */
import { expect, test } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance } from '../../src/claim/program.ts';
import { BLOCK, search } from '../../src/search/search.ts';

test('guided descent alone refutes a claim with such places within half a block, from 20 seeds', async () => {
  const id = 'compression/leave-one-out-no-factor';
  const file = new URL(`../../theorems/${id}.ts`, import.meta.url).pathname;
  const { default: claim } = (await import(file)) as { readonly default: Claim };
  const programs = claim.choices().map((c) => compileInstance(adoptInstance(claim.instantiate(c))));
  for (let seed = 1; seed <= 20; seed++) {
    const r = search({ id, hash: id, programs }, { seed, runs: 20_000, certify: certifyPoint, only: 'evolution' });
    expect(r.found, `seed ${seed}`).toBeDefined();
    expect(r.runs).toBeLessThan(BLOCK / 2);
  }
});
