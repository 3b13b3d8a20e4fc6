import { claim, each, ex, real, size, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/flow-rate', {
  says: 'Along the flow w_i = α e^{4x_i z}; at an interpolator w_i ≤ α^{1−x_i/x₊}(y/x₊)^{x_i/x₊}, x₊ = max x.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'its flow bias towards the least norm; the rate in α is ours' },
  notes:
    'w = u², one sample, all x_i > 0, all u_i(0)² = α; z = −∫r ≥ 0 is the one unknown, y = Σ x_iw_i. In logarithms.',
  sizes: { d: size(2, 3) },
  reals: { x: vector('d', '[1/4, 2]'), alpha: real('(0, 1]', { scale: 'log' }), z: real('[0, 4]') },
  where: ({ x, alpha, z }) => ({
    w: ex`${alpha}*exp(4*${z}*${x})`,
    y: ex`sum(${x}*(${alpha}*exp(4*${z}*${x})))`,
    top: ex`max(${x})`,
  }),
  conclude: ({ d, x, alpha, w, y, top }) =>
    each(d, (i) => {
      const share = ex`${x.at(i)}/${top}`;
      return that`ln(${w.at(i)}) <= (1 - ${share})*ln(${alpha}) + ${share}*ln(${y}/${top})`;
    }),
});
