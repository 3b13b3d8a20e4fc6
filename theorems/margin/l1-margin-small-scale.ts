import { claim, descent, ex, exponential, matrix, real, that } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/l1-margin-small-scale', {
  says: 'Exponential loss on w = u² − v² from u = v = α: after equally many steps of one size the smaller α has the larger ℓ1 margin.',
  status: 'refuted',
  source: { ...moroshko2020, where: 'its comparison of scales, made at equal times in place of equal losses' },
  notes: 'L = Σ exp(−m_i), m = Zw, a sum; min m/‖w‖₁ of both runs, once both are positive. Larger scales move first.',
  reals: {
    Z: matrix(2, 3, '[-2, 2]'),
    small: real('[1/100, 1/10]'),
    large: real('[1/10, 1/2]'),
    eta: real('[1/20, 1/5]'),
  },
  where: ({ Z, small, large, eta }) => {
    const run = (alpha: typeof small) =>
      descent({
        start: { u: ex`${alpha}*ones(3)`, v: ex`${alpha}*ones(3)` },
        observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
        loss: ({ w }) => exponential('1', Z)(w),
        eta,
        steps: 12,
      }).at(12).w;
    const [first, second] = [run(small), run(large)];
    return {
      least: ex`min(min(${Z}*${first}), min(${Z}*${second}))`,
      first: ex`min(${Z}*${first})/norm1(${first})`,
      second: ex`min(${Z}*${second})/norm1(${second})`,
    };
  },
  assume: ({ least }) => that`${least} >= 1/10`,
  conclude: ({ first, second }) => that`${first} >= ${second}`,
});
