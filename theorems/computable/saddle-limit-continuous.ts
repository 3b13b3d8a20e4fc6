import { claim, descent, ex, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/saddle-limit-continuous', {
  says: 'Where u² converges for every target, the trained u depends continuously on the target: |u(1/4 + h) − u(1/4 − h)| ≤ 1000h at every step.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes: 'u² tends to y on both sides, u to √y and −√y. Runs from 3/2 with η = 1/2, compared at every step.',
  reals: { h: real('(0, 1/8]', { scale: 'log' }) },
  where: ({ h }) => ({
    run: descent({
      start: { u: ex`3/2`, v: ex`3/2` },
      loss: ({ u, v }) => ex`(${u}^2 - 1/4 - ${h})^2/4 + (${v}^2 - 1/4 + ${h})^2/4`,
      eta: ex`1/2`,
    }),
  }),
  conclude: ({ run, h }) => run.always(({ u, v }) => that`${u} - ${v} <= 1000*${h}`),
});
