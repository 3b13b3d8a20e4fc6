import { claim, descent, ex, real, that } from 'counterflow';

export default claim('descent/tied-no-overshoot', {
  says: 'GD on ½(u² − y)² from 0 < u₀² ≤ y: if 4ηy ≤ 1, then u² increases to y and never passes it.',
  status: 'theorem',
  notes: 'One sample of input 1, w = u², ½ in the loss.',
  reals: { u: real('(0, 2]'), y: real('[1/8, 4]'), eta: real('(0, 2]') },
  where: ({ u, y, eta }) => ({
    run: descent({
      start: { u },
      observe: ({ u }) => ({ w: ex`${u}^2` }),
      loss: ({ w }) => ex`(${w} - ${y})^2/2`,
      eta,
    }),
  }),
  assume: ({ u, y, eta }) => [that`${u}^2 <= ${y}`, that`4*${eta}*${y} <= 1`],
  conclude: ({ run, y }) => run.always(({ w, next }) => that`${w} <= ${next.w} <= ${y}`),
});
