import { claim, ex, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/finite-class-bound-no-count', {
  says: 'The same bound holds without ln N.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'All 2¹² labelings of 12 points, n = 6, δ = 1/20: the probability is exactly 1 − 12·11·10·9·8·7/12⁶ = 0.777. Whenever a point is drawn twice, at least 7 are not drawn, and 7/12 is past the bound.',
  where: () => ({ probability: ex`1 - 12*11*10*9*8*7/12^6`, deviation: ex`7/12`, epsilon: ex`sqrt(ln(40)/12)` }),
  assume: ({ deviation, epsilon }) => that`${deviation} > ${epsilon}`,
  conclude: ({ probability }) => that`${probability} <= 1/20`,
});
