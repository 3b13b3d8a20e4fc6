import { claim, descent, ex, oneOf } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/stochastic-fate', {
  says: 'Stochastic rounding on u² with target 9 ends at −3, 0 or 3 with probability one.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'u ← u − ηu(u² − 9), grid step 1, |u| ≤ 8. The closed communicating classes of the chain, from any start.',
  sizes: { eta: oneOf('1/64', '1/32') },
  where: ({ eta }) => ({
    run: descent({
      start: { u: ex`1` },
      loss: ({ u }) => ex`(${u}^2 - 9)^2/4`,
      eta: eta === '1/64' ? ex`1/64` : ex`1/32`,
    }).quantized({ format: 'q5.0', rounding: 'stochastic', rounds: 'update', bound: 8 }),
  }),
  conclude: ({ run }) => run.closedClasses([[{ u: -3 }], [{ u: 0 }], [{ u: 3 }]]),
});
