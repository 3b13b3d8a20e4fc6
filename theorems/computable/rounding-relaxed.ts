import { claim, integer, real, that } from 'counterflow';

export default claim('computable/rounding-relaxed', {
  says: 'Relaxed rounding always answers: the whole number nearest to an approximation within ε is within 1/2 + ε of the real.',
  status: 'theorem',
  notes: 'Approximation k + r with |r| ≤ 1/2, real k + r + εt with |t| ≤ 1; ⌈log₂ 1/ε⌉ bits suffice.',
  reals: { k: integer(-100, 100), r: real('[-1/2, 1/2]'), t: real('[-1, 1]'), e: real('(0, 1]', { scale: 'log' }) },
  conclude: ({ k, r, t, e }) => that`abs(${k} - (${k} + ${r} + ${e}*${t})) <= 1/2 + ${e}`,
});
