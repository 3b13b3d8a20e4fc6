import { by, claim, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/training-jump', {
  says: 'Training is discontinuous in the data: samples (h, h) and (h, −h) are 2h apart, their only exact predictors 2.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  reals: { h: real('(0, 1]', { scale: 'log' }), w: real('[-2, 2]'), v: real('[-2, 2]') },
  assume: ({ h, w, v }) => [that`${h}*${w} = ${h}`, that`${h}*${v} = -${h}`],
  conclude: ({ h, w, v }) => [that`${w} - ${v} = 2`, that`${h} - (-${h}) = 2*${h}`],
  derivation: ({ h, w, v }) => [
    by.rewrite(that`(${h}*${w})/${h} - (${h}*${v})/${h} = 2`),
    by.ring(that`${w} - ${v} = (${h}*${w})/${h} - (${h}*${v})/${h}`),
  ],
});
