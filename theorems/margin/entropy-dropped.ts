import { size, that } from 'counterflow';
import identity from './entropy-identity.ts';

export default identity.variant('margin/entropy-dropped', {
  says: 'Exponential loss: Σ e^{−m_i} m_i = −L ln L.',
  status: 'refuted',
  sizes: { n: size(2, 4) },
  conclude: ({ L, nu }) => that`${nu} = -${L}*ln(${L})`,
});
