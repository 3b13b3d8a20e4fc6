import { that } from 'counterflow';
import gronwall from './gronwall.ts';

export default gronwall.variant('discretization/gronwall-adds', {
  says: 'The errors of the steps only add up: descent stays within E·t of such a sequence.',
  status: 'refuted',
  conclude: ({ run, E }) => run.always(({ t, a, b }) => that`abs(${a} - ${b}) <= ${E}*${t}`),
});
