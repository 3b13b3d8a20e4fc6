import { size, that } from 'counterflow';
import volume from './volume.ts';

export default volume.variant('deep-linear/volume-exponent', {
  says: 'The same with the exponents 1/N in place of 2/N.',
  status: 'refuted',
  sizes: { d: size(2, 3) },
  conclude: ({ det, volume2Half }) => that`${det} = ${volume2Half}`,
});
