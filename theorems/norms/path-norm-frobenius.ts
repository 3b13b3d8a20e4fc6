import { that } from 'counterflow';
import pathNorm from './path-norm.ts';

export default pathNorm.variant('norms/path-norm-frobenius', {
  says: 'Two layers: the Frobenius norm does not change when units are rescaled.',
  status: 'refuted',
  conclude: ({ size, sizeAfter }) => that`${sizeAfter} = ${size}`,
});
