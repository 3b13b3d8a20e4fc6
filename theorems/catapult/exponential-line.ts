import { claim, descent, ex, iff, real, that } from 'counterflow';
import { huang2020 } from '../_papers.ts';

export default claim('catapult/exponential-line', {
  says: 'Loss cosh w, η = 2z/sinh z: |w| falls in a step exactly inside |w| < z and grows outside.',
  status: 'theorem',
  source: { ...huang2020, where: 'its separable and degenerate data; rederived' },
  notes: 'Exponential loss on one input with both labels, w ↦ w − η sinh w; every η < 2 is of this form.',
  reals: { z: real('(0, 5]'), w: real('[-8, 8]') },
  where: ({ z, w }) => ({
    run: descent({ start: { s: w }, loss: ({ s }) => ex`cosh(${s})`, eta: ex`2*${z}/sinh(${z})`, steps: 1 }),
  }),
  assume: ({ z, w }) => [that`${w} != 0`, that`${w}^2 != ${z}^2`],
  conclude: ({ run, z, w }) => iff(that`abs(${run.at(1).s}) < abs(${w})`, that`abs(${w}) < ${z}`),
});
