/** The simplest witnesses of false claims of the library, from two seeds each: short enough to check by hand. */
import { expect, test } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance } from '../../src/claim/program.ts';
import { text } from '../../src/number/rational.ts';
import { search } from '../../src/search/search.ts';
import { simplest } from '../../src/search/shrink.ts';

const PINNED: readonly (readonly [string, string])[] = [
  ['descent/one-step-3-4', '3/10 3/10 4'],
  ['balance/difference-conserved', '1 1; 1 1'],
  ['balance/difference-without-four', '1 1; 1 1'],
  ['balance/product-conserved', '1 0; 1 1'],
  ['balance/product-factor-sign', '1 0; 1 1'],
  ['balance/matrix-conserved', '1 0; 1 1'],
  ['bias/discrete-hyperbolic-frozen', '1 1; 1 1'],
  ['bias/effective-initialization-fixed', '1 1 1; 1 1/2'],
  ['catapult/recursion-2f', '1 1; 1 1'],
  ['catapult/recursion-plus', '1 1; 1 1'],
  ['catapult/squared-monotone-4', '1 1/3 3'],
  ['catapult/squared-rises-first', '1 1 3/2'],
  ['catapult/squared-sum-loose', '1 1 1'],
  ['catapult/sector-sum-8', '1 1 1 1; 1'],
  ['descent/kernel-condition-2', '1 2 1 1 1'],
  ['factorization/difference-keeps-sign', '2 0 2 1'],
  ['incremental/identical-layers-1-5', '1 6/5 1/2'],
  ['potential/hyperbolic-subadditive', '1 1'],
  ['sharpness/constant-product', '1 2 1 1'],
  ['sharpness/flattest-is-least-norm', '1 2 1 0'],
  ['sharpness/norm-minimizer-l4', '1 1 1 1'],
];

test.each(PINNED)('%s: %s', async (id, expected) => {
  const file = new URL(`../../theorems/${id}.ts`, import.meta.url).pathname;
  const module = (await import(file)) as { readonly default: Claim };
  const claim = module.default;
  const programs = claim.choices().map((c) => compileInstance(adoptInstance(claim.instantiate(c))));
  for (const seed of [1, 2]) {
    const { found } = search({ id, hash: id, programs }, { seed, runs: 200_000, certify: certifyPoint });
    const f = simplest(programs, found!, certifyPoint);
    const values = [f.point.params, ...f.point.inputs].map((list) => list.map(text).join(' ')).join('; ');
    expect(values, `seed ${seed}`).toBe(expected);
  }
});
