import { claim, ex, that } from 'counterflow';
import { draws } from '../_draws.ts';
import { lotfi2022 } from '../_papers.ts';

export default claim('compression/code-length-dropped', {
  says: 'The bound holds without the code length: P(some h has R > R̂ + √(ln(1/δ)/2n)) ≤ δ.',
  status: 'refuted',
  source: { ...lotfi2022, where: 'the finite bound that it starts from, without its code length' },
  notes:
    'All 16 error patterns on 4 equally likely points, n = 6, δ = 3/10: every case counted is certainly above the bound.',
  where: () => {
    const { ways, above } = draws(
      4,
      6,
      () => 0,
      (_, share) => share + Math.sqrt(Math.log(10 / 3) / 12),
    );
    return { probability: ex`${ways}/4^6`, above, bound: ex`sqrt(ln(10/3)/12)` };
  },
  assume: ({ above, bound }) => above.map((c) => that`${c.risk}/4 > ${c.errors}/6 + ${bound}`),
  conclude: ({ probability }) => that`${probability} <= 3/10`,
});
