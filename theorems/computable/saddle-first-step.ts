import { claim, descent, ex, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/saddle-first-step', {
  says: 'GD on (u² − y)²/4 from 3/2 with η = 1/2 and y = 1/4 + h is at ¾h after one step: on the saddle for h = 0, on either side of it for h ≠ 0.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  reals: { h: real('[-1/8, 1/8]') },
  where: ({ h }) => ({
    run: descent({ start: { u: ex`3/2` }, loss: ({ u }) => ex`(${u}^2 - 1/4 - ${h})^2/4`, eta: ex`1/2`, steps: 3 }),
  }),
  conclude: ({ run, h }) => that`${run.at(1).u} = 3/4*${h}`,
});
