import { each, ex, pairs, that } from 'counterflow';
import depth from './depth.ts';

export default depth.variant('balance/depth-two-factor', {
  says: 'At every depth the factor is 1 − η²g², as it is at depth 2.',
  status: 'refuted',
  conclude: ({ run, L, g, eta }) =>
    run.always(({ W, next }) =>
      each(pairs(L), ([j, k]) => {
        const factor = ex`1 - ${eta}^2*${g}^2`;
        return that`${next.W.row(j)}^2 - ${next.W.row(k)}^2 = (${W.row(j)}^2 - ${W.row(k)}^2)*${factor}`;
      }),
    ),
});
