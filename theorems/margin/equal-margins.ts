import { claim, ex, matrix, size, solve, that } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/equal-margins', {
  says: 'In the direction of largest ℓ2 margin all normalised margins are equal.',
  status: 'refuted',
  source: { ...soudry2018, where: 'the direction that descent tends to' },
  notes: 'Only those of the support vectors are.',
  sizes: { n: size(2, 3), d: size(1, 2) },
  reals: { Z: matrix('n', 'd', '[-2, 2]') },
  where: ({ Z }) => {
    const best = solve.margin('l2', Z);
    return { gamma: best.value, w: best.w, margins: ex`${Z}*${best.w}` };
  },
  assume: ({ gamma }) => that`${gamma} > 0`,
  conclude: ({ gamma, margins }) => that`max(${margins}) <= ${gamma}`,
});
