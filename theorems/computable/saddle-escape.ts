import { and, by, claim, descent, ex, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/saddle-escape', {
  says: 'From there it moves away from the saddle on its side for ever, |u| growing and below √y: the limits are ±√y.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'h stands for |y − 1/4|, s = √y; by symmetry the positive side. The step is increasing on (0, s) since 1 − 2ηy ≥ 0.',
  reals: { s: real('[1/2, 1]'), r: real('(0, 1)') },
  where: ({ s, r }) => ({
    run: descent({
      start: { u: ex`${r}*${s}` },
      loss: ({ u }) => ex`(${u}^2 - ${s}^2)^2/4`,
      eta: ex`1/2`,
    }),
  }),
  conclude: ({ run, s, r }) =>
    and(
      run.always(({ u, next }) => that`${r}*${s} <= ${u} <= ${next.u}`),
      run.always(({ u }) => that`${u} <= ${s}`),
    ),
  derivation: ({ run, s, r }) => [
    by.positive(that`${r}*${s} <= ${s}`),
    by.induction(run, {
      keeps: ({ u }) => and(that`${r}*${s} <= ${u}`, that`0 < ${u}`, that`${u} <= ${s}`),
      step: ({ u, next }) => [
        by.positive(that`${u}*(${s} - ${u})*(${s} + ${u})/2 >= 0`),
        by.ring(that`${next.u} = ${u} + ${u}*(${s} - ${u})*(${s} + ${u})/2`),
        by.positive(that`(${s} - ${u})*(2 - ${u}*(${s} + ${u}))/2 >= 0`),
        by.ring(that`${s} - ${next.u} = (${s} - ${u})*(2 - ${u}*(${s} + ${u}))/2`),
      ],
    }),
    by.always(run, ({ u, next }) => [
      by.positive(that`${u}*(${s} - ${u})*(${s} + ${u})/2 >= 0`),
      by.ring(that`${next.u} = ${u} + ${u}*(${s} - ${u})*(${s} + ${u})/2`),
    ]),
  ],
});
