import { claim, descent, logistic, matrix, real, size, that, vector } from 'counterflow';

export default claim('catapult/separable-line', {
  says: 'Separable data in one dimension: logistic loss falls at every step, for every step size.',
  status: 'theorem',
  notes: 'Loss Σ ln(1 + e^{−z_iw}) with all z_i > 0.',
  sizes: { n: size(1, 3) },
  reals: { Z: matrix('n', 1, '(0, 2]'), w: vector(1, '[-4, 4]'), eta: real('(0, 20]') },
  where: ({ Z, w, eta }) => ({
    run: descent({ start: { w }, loss: ({ w }) => logistic('1', Z)(w), eta, steps: 1 }),
  }),
  conclude: ({ run }) => that`${run.at(1).loss} < ${run.at(0).loss}`,
});
