import { claim, ex, real, that } from 'counterflow';
import { rammal2022 } from '../_papers.ts';

export default claim('compression/leave-one-out-memoriser', {
  says: 'Two coin flips, one left out, the other predicted for both: the expected gap is at most √(I/2), without the factor (n + 1)/n = 2.',
  status: 'refuted',
  source: { ...rammal2022, where: 'the quantity; the constant is derived here, not quoted' },
  notes:
    'Labels 1 with chance q, 0/1 loss, n = 1. Where the labels differ the gap is 1 and the output tells which point was left out, I = ln 2; else both are 0. Means over the data.',
  reals: { q: real('(0, 1)') },
  where: ({ q }) => {
    const differ = ex`2*${q}*(1 - ${q})`;
    return { gap: differ, information: ex`${differ}*ln(2)` };
  },
  conclude: ({ gap, information }) => that`${gap} <= sqrt(${information}/2)`,
});
