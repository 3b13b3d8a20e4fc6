/** Claims with nothing to choose end: each size and horizon is one point. */
import { expect, it } from 'vitest';
import { certifyPoint } from '../../src/certify/point.ts';
import { claim } from '../../src/claim/claim.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance } from '../../src/claim/program.ts';
import { descent } from '../../src/dynamics/descent.ts';
import { ex } from '../../src/expr/parse.ts';
import { that } from '../../src/expr/statement.ts';
import { search } from '../../src/search/search.ts';

const searched = (bound: number): ReturnType<typeof search> => {
  const c = claim('single', {
    says: 'One run, no choice.',
    status: 'theorem',
    where: () => ({ run: descent({ start: { u: ex`1/2` }, loss: ({ u }) => ex`(${u}^2 - 1)^2/2`, eta: ex`1/8` }) }),
    conclude: ({ run }) => run.always(({ loss }) => that`4*${loss} <= ${bound}`),
  });
  const programs = [compileInstance(adoptInstance(c.instantiate({})))];
  return search({ id: 'single', hash: 'x', programs }, { seed: 1, runs: 20_000, certify: certifyPoint });
};

it('decides them at once', () => {
  expect(searched(2)).toMatchObject({ found: undefined, accepted: 8, runs: 8 });
  expect(searched(1).found?.verdict.kind).toBe('refuted');
});
