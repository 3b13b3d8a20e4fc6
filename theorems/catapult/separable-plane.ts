import { claim, descent, logistic, matrix, real, size, that, vector } from 'counterflow';
import { huang2020 } from '../_papers.ts';

export default claim('catapult/separable-plane', {
  says: 'Separable data in the plane: logistic loss falls at every step, for every step size.',
  status: 'refuted',
  source: { ...huang2020, where: 'its separable and degenerate data; rederived' },
  notes: 'Loss Σ ln(1 + e^{−(Zw)_i}); s separates: Zs > 0.',
  sizes: { n: size(2, 3) },
  reals: {
    Z: matrix('n', 2, '[-4, 4]'),
    s: vector(2, '[-1, 1]'),
    w: vector(2, '[-2, 2]'),
    eta: real('(0, 20]'),
  },
  where: ({ Z, w, eta }) => ({
    run: descent({ start: { w }, loss: ({ w }) => logistic('1', Z)(w), eta, steps: 1 }),
  }),
  assume: ({ Z, s }) => that`${Z}*${s} > 0`,
  conclude: ({ run }) => that`${run.at(1).loss} < ${run.at(0).loss}`,
});
