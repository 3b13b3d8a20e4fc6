import { claim, ex, flow, matrix, that } from 'counterflow';
import { eftekhari2020 } from '../_papers.ts';

export default claim('deep-linear/sensing-volume', {
  says: 'Matrix sensing X = UUᵀ: along gradient flow d/dt det(UᵀU) = −2 tr(adj(UᵀU) UᵀGU), so the rank never changes.',
  status: 'theorem',
  source: { ...eftekhari2020, where: 'why the rank of the initialization matters; the identity is ours' },
  notes:
    'U is 3 × 2, the loss ½⟨G, UUᵀ⟩ stands for any loss with symmetric gradient G = S + Sᵀ; adj M = tr(M)I − M for 2 × 2.',
  reals: { U: matrix(3, 2, '[-2, 2]'), S: matrix(3, 3, '[-1, 1]') },
  where: ({ U, S }) => {
    const G = ex`${S} + ${S}'`;
    const M = ex`${U}'*${U}`;
    const start = flow({
      start: { V: U },
      observe: ({ V }) => ({ volume: ex`det(${V}'*${V})` }),
      loss: ({ V }) => ex`trace(${V}'*${G}*${V})/2`,
    }).at(0);
    return { rate: start.rate.volume, formula: ex`-2*trace((trace(${M})*diag(ones(2)) - ${M})*${U}'*${G}*${U})` };
  },
  conclude: ({ rate, formula }) => that`${rate} = ${formula}`,
});
