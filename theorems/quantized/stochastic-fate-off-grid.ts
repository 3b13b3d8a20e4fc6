import { claim, descent, ex, oneOf } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/stochastic-fate-off-grid', {
  says: 'With target 10, between grid points, it ends at 0 or moves for ever between 3 and 4, or −3 and −4.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'u ← u − ηu(u² − 10), grid step 1, |u| ≤ 8.',
  sizes: { eta: oneOf('1/64', '1/32') },
  where: ({ eta }) => ({
    run: descent({
      start: { u: ex`1` },
      loss: ({ u }) => ex`(${u}^2 - 10)^2/4`,
      eta: eta === '1/64' ? ex`1/64` : ex`1/32`,
    }).quantized({ format: 'q5.0', rounding: 'stochastic', rounds: 'update', bound: 8 }),
  }),
  conclude: ({ run }) => run.closedClasses([[{ u: -4 }, { u: -3 }], [{ u: 0 }], [{ u: 3 }, { u: 4 }]]),
});
