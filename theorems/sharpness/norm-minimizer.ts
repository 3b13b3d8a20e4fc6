import { claim, ex, size, that, vector } from 'counterflow';

export default claim('sharpness/norm-minimizer', {
  says: 'Every interpolator has ‖u‖₂² = ‖w‖₁ ≥ y/max x, and ‖u‖₁ ≥ √(y/max x).',
  status: 'theorem',
  source: {
    title: 'Conflicting Biases at the Edge of Stability: Norm versus Sharpness Regularization',
    authors: 'Fojtik, Matveev, Chou, Kutyniok, Maly',
    arxiv: '2505.21423',
    where: 'the norm minimizer on the zero-loss set; rederived',
  },
  notes: 'w = u², one sample, y = ⟨x, u²⟩ > 0 (then max x > 0). Equality at √(y/max x) times the best unit vector.',
  sizes: { d: size(1, 5) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[-3/2, 3/2]') },
  where: ({ x, u }) => {
    const y = ex`sum(${x}*${u}^2)`;
    return { y, least: ex`${y}/max(${x})` };
  },
  assume: ({ y }) => that`${y} > 0`,
  conclude: ({ u, least }) => [that`sum(${u}^2) >= ${least}`, that`norm1(${u}) >= sqrt(${least})`],
});
