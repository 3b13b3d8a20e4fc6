/** Wide runs go over to WebAssembly after some evaluations: nothing of an outcome changes. */
import { expect, it, vi } from 'vitest';
import { claim } from '../../src/claim/claim.ts';
import { matrix, real, vector } from '../../src/claim/domains.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import { descent } from '../../src/dynamics/descent.ts';
import { ex } from '../../src/expr/parse.ts';
import { that } from '../../src/expr/statement.ts';
import { squared } from '../../src/model/losses.ts';
import { type FastOutcome, fastInstance } from '../../src/search/fast.ts';
import { stream } from '../../src/search/random.ts';

const used = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../src/search/batch.ts', async (original) => {
  const real = await original<typeof import('../../src/search/batch.ts')>();
  return {
    ...real,
    batchOf: (p: Program) => {
      used.count++;
      return real.batchOf(p);
    },
  };
});

const D = 12;
const N = 4;
/** Steps so large that many runs overflow; a fresh step size at every step. */
function program(): Program {
  const c = claim('test/wide', {
    says: 'The loss falls, and by the end it is small.',
    status: 'conjecture',
    reals: {
      X: matrix(N, D, '[-1, 1]'),
      y: vector(N, '[-1, 1]'),
      u: vector(D, '[0, 1]'),
      v: vector(D, '[0, 1]'),
    },
    inputs: { eta: real('[0, 2]') },
    where: ({ X, y, u, v, eta }) => ({
      run: descent({
        start: { u, v },
        observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
        loss: ({ w }) => squared('1/2', X, y)(w),
        eta: () => eta,
      }),
    }),
    assume: ({ y }) => that`${y.at(0)} >= -1/2`,
    conclude: ({ run }) => [
      run.always(({ loss }) => that`${loss} <= 10`),
      that`${run.at(3).loss} <= ${run.at(1).loss}`,
    ],
  });
  return compileInstance(adoptInstance(c.instantiate({})));
}

const copy = (o: FastOutcome): unknown => JSON.parse(JSON.stringify(o, (_, x) => (typeof x === 'number' ? `${x}` : x)));

it('outcomes of the same points before and after', () => {
  const fast = fastInstance(program());
  const horizon = 40;
  const size = fast.coordinates.length + horizon * fast.stepCoordinates.length;
  const random = stream({ hash: '0', seed: 1, block: 0 });
  const points = Array.from({ length: 40 }, () => Float64Array.from({ length: size }, () => 2 * random.double() - 0.8));
  const plain = points.map((x) => copy(fast.evaluate(x, horizon)));
  expect(used.count).toBe(0);
  for (let k = 0; k < 2000 && used.count === 0; k++) fast.evaluate(points[k % points.length]!, horizon);
  expect(used.count).toBe(1);
  const swift = points.map((x) => copy(fast.evaluate(x, horizon)));
  expect(used.count).toBe(points.length + 1);
  expect(swift).toEqual(plain);
  const accepted = plain.filter((o) => (o as { accepted: boolean }).accepted).length;
  expect(accepted).toBeGreaterThan(5);
  expect(accepted).toBeLessThan(points.length);
  // Some runs overflow.
  expect(JSON.stringify(plain)).toMatch(/"unclear":\{"0":"[1-9]/);
});
