import { by, claim, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/rounding-relaxed', {
  says: 'Relaxed rounding always answers: the whole number nearest to an approximation within ε is within 1/2 + ε of the real.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes: 'Approximation k + r with |r| ≤ 1/2, real k + r + εt with |t| ≤ 1; ⌈log₂ 1/ε⌉ bits suffice.',
  reals: { k: integer(-100, 100), r: real('[-1/2, 1/2]'), t: real('[-1, 1]'), e: real('(0, 1]', { scale: 'log' }) },
  conclude: ({ k, r, t, e }) => that`abs(${k} - (${k} + ${r} + ${e}*${t})) <= 1/2 + ${e}`,
  derivation: ({ k, r, t, e }) => [
    by.positive(that`${e}*(1 - ${t}) >= 0`),
    by.positive(that`${e}*(1 + ${t}) >= 0`),
    by.positive(that`${r} + ${e}*${t} <= 1/2 + ${e}`),
    by.positive(that`-(${r} + ${e}*${t}) <= 1/2 + ${e}`),
    by.cases(that`abs(${k} - (${k} + ${r} + ${e}*${t})) <= 1/2 + ${e}`, {
      between: [ex`${k} - (${k} + ${r} + ${e}*${t})`, 0],
      below: by.root(that`abs(${k} - (${k} + ${r} + ${e}*${t})) = ${r} + ${e}*${t}`),
      above: by.root(that`abs(${k} - (${k} + ${r} + ${e}*${t})) = -(${r} + ${e}*${t})`),
    }),
  ],
});
