import { claim, descent, type Expr, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/grid-optimum', {
  says: 'At no time is the loss of quantized training below the least loss of the grid, found by brute force.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'u² − v² with |u|, |v| ≤ 3, grid step 1: every loss of the 19 reachable weights is compared.',
  unproved:
    'data are real numbers and rounding is no continuous function; quantized/grid-optimum-all decides a finite domain, every point.',
  reals: { u: integer(-3, 3), v: integer(-3, 3), x: real('[-2, 2]'), y: real('[-8, 8]'), eta: real('(0, 1]') },
  where: ({ u, v, x, y, eta }) => {
    const weights = new Set<number>();
    for (let a = 0; a <= 3; a++) for (let b = 0; b <= 3; b++) weights.add(a * a - b * b);
    const losses = [...weights].map((w) => ex`(${x}*${w} - ${y})^2/2`);
    return {
      least: losses.reduce((a: Expr, b: Expr) => ex`min(${a}, ${b})`),
      run: descent({
        start: { u, v },
        loss: ({ u, v }) => ex`(${x}*(${u}^2 - ${v}^2) - ${y})^2/2`,
        eta,
      }).quantized({ format: 'q5.0', rounding: 'nearest-even', rounds: 'update', bound: 3 }),
    };
  },
  conclude: ({ run, least }) => run.always(({ loss }) => that`${loss} >= ${least}`),
});
