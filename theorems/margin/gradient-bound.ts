import { claim, ex, exponential, matrix, size, that, unit, vector } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/gradient-bound', {
  says: 'Exponential loss: L(w)·min_i z_i·q ≤ ‖∇L(w)‖ ≤ L(w)·max_i ‖z_i‖ for every unit vector q.',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes: 'L(w) = Σ exp(−(Zw)_i), a sum. So 1/L grows linearly along the flow, with rates between γ² and R².',
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), w: vector('d', '[-2, 2]'), q: unit('d') },
  where: ({ Z, w }) => ({
    loss: exponential('1', Z)(w),
    slope: ex`norm(${exponential('1', Z).gradient(w)})`,
    longest: ex`sqrt(max(diag(${Z}*${Z}')))`,
  }),
  conclude: ({ Z, q, loss, slope, longest }) => that`${loss}*min(${Z}*${q}) <= ${slope} <= ${loss}*${longest}`,
});
