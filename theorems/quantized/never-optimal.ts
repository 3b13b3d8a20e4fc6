import { and, claim, descent, ex, oneOf, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/never-optimal', {
  says: 'Three trainings that converge in exact arithmetic and never reach loss 0 in fixed point, for all time.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'u² − v² = y from u = v = k grid steps: q4.8 k = 1 y = 1; q4.4 k = 1 y = 1/2 (a zero is on the grid); q6.6 toward zero, k = 7, y = 1/2.',
  sizes: { which: oneOf('dead start', 'grid zero', 'toward zero') },
  where: ({ which }) => {
    const [k, y, eta] =
      which === 'dead start'
        ? [ex`1/256`, ex`1`, ex`1/8`]
        : which === 'grid zero'
          ? [ex`1/16`, ex`1/2`, ex`1/8`]
          : [ex`7/64`, ex`1/2`, ex`1/16`];
    const run = descent({ start: { u: k, v: k }, loss: ({ u, v }) => ex`(${u}^2 - ${v}^2 - ${y})^2/2`, eta });
    const format = which === 'dead start' ? 'q4.8' : which === 'grid zero' ? 'q4.4' : 'q6.6';
    const rounding = which === 'toward zero' ? 'toward-zero' : 'nearest-even';
    return { run: run.quantized({ format, rounding, rounds: 'update' }) };
  },
  conclude: ({ run }) =>
    and(
      run.never(({ loss }) => that`${loss} = 0`),
      run.settles(),
    ),
});
