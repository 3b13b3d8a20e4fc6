import { claim, ex, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/training-jump', {
  says: 'Training is discontinuous in the data: samples (h, h) and (h, −h) are 2h apart, their only exact predictors 2.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  reals: { h: real('(0, 1]', { scale: 'log' }) },
  where: ({ h }) => ({ up: ex`${h}/${h}`, down: ex`(-${h})/${h}` }),
  conclude: ({ h, up, down }) => [that`${up} - ${down} = 2`, that`${h} - (-${h}) = 2*${h}`],
});
