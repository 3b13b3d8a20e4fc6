import { claim, descent, ex, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/store-decays', {
  says: 'From 74 grid steps with target 64, storing toward zero ends exactly on the target, storing to nearest even never moves.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'q9.6, u² − v² from v = 0, target 1, step size 1/128, |n| ≤ 128: only the rounding mode differs.',
  where: () => {
    const run = descent({
      start: { u: ex`74/64`, v: ex`0` },
      loss: ({ u, v }) => ex`(${u}^2 - ${v}^2 - 1)^2/2`,
      eta: ex`1/128`,
    });
    const options = { format: 'q9.6', rounds: 'store', bound: 128 } as const;
    return {
      zero: run.quantized({ ...options, rounding: 'toward-zero' }),
      nearest: run.quantized({ ...options, rounding: 'nearest-even' }),
    };
  },
  conclude: ({ zero, nearest }) => [
    zero.settles(),
    zero.cycle.always(({ u, v }) => that`${u} + ${v} = 1`),
    nearest.always(({ u, next }) => that`${next.u} = ${u}`),
  ],
});
