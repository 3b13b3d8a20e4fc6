import { and, claim, descent, ex, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/rounding-decides', {
  says: 'The rounding mode alone decides between rest and oscillation: to nearest even a cycle of period 2, toward zero rest.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'One linear weight, ηh = 33/32, minimiser −11/2, from −20, grid step 1.',
  where: () => {
    const run = descent({ start: { w: ex`-20` }, loss: ({ w }) => ex`(${w} + 11/2)^2/2`, eta: ex`33/32` });
    const options = { format: 'q9.0', rounds: 'update' } as const;
    return {
      nearest: run.quantized({ ...options, rounding: 'nearest-even' }),
      zero: run.quantized({ ...options, rounding: 'toward-zero' }),
    };
  },
  conclude: ({ nearest, zero }) => and(that`${nearest.cycle.period} = 2`, zero.settles()),
});
