import { claim, descent, ex, grid, implies, that } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/settles-flat', {
  says: 'GD that ends at an interpolator ends where ηS ≤ 2, from every start.',
  status: 'refuted',
  source: {
    ...fojtik2025,
    where: 'sharpness near 2/η beyond the critical learning rate; false without an exception for exact hits',
  },
  notes:
    'A step may hit r = 0 exactly at an unstable minimum. Values on a grid of quarters. w = u², one sample of input 1, loss ½(u² − y)², S = 4u².',
  reals: { u: grid('q3.2'), y: grid('q3.2'), eta: grid('q3.2') },
  where: ({ u, y, eta }) => ({
    run: descent({
      start: { u },
      observe: ({ u }) => ({ r: ex`${u}^2 - ${y}`, S: ex`4*${u}^2` }),
      loss: ({ r }) => ex`${r}^2/2`,
      eta,
    }),
    r0: ex`${u}^2 - ${y}`,
  }),
  assume: ({ u, y, eta, r0 }) => [that`${eta} > 0`, that`${y} > 0`, that`${u} != 0`, that`${r0} != 0`],
  conclude: ({ run, eta }) => run.always(({ r, S }) => implies(that`${r} = 0`, that`${eta}*${S} <= 2`)),
});
