import { and, that } from 'counterflow';
import kkt from './orthogonal-kkt.ts';

export default kkt.variant('leaky/orthogonal-kkt-plain', {
  says: 'The same with λ_i = 1/‖x_i‖²: all margins are at least 1.',
  status: 'refuted',
  conclude: ({ plain }) => and(...plain.map((f) => that`${f} >= 1`)),
});
