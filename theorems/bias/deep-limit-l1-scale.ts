import { that } from 'counterflow';
import deep from './deep-limit-l1.ts';

export default deep.variant('bias/deep-limit-l1-scale', {
  says: 'Depth D ≥ 3: the same with α^D in place of α^{D−2}.',
  status: 'refuted',
  conclude: ({ D, d, alpha, w, z }) =>
    that`norm1(${w}) - norm1(${z}) <= ${D}/2*${alpha}^${D}*${d}^(1 - 2/${D})*norm1(${w})^(2/${D})`,
});
