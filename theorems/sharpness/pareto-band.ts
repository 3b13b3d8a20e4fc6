import { claim, ex, size, that, vector } from 'counterflow';

export default claim('sharpness/pareto-band', {
  says: 'Norm N against sharpness S of interpolators: 4y² ≤ SN ≤ y²(x₋ + x₊)²/(x₋x₊) and S/4 + x₋x₊N ≤ (x₋ + x₊)y.',
  status: 'theorem',
  source: {
    title: 'Conflicting Biases at the Edge of Stability: Norm versus Sharpness Regularization',
    authors: 'Fojtik, Matveev, Chou, Kutyniok, Maly',
    arxiv: '2505.21423',
    where: 'its trade-off; this exact band is ours',
  },
  notes: 'w = u², one sample with all x_i > 0, loss ½(⟨x, u²⟩ − y)², y = ⟨x, u²⟩; N = ‖u‖₂², x₋ = min x, x₊ = max x.',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '[1/100, 2]'), u: vector('d', '[-3/2, 3/2]') },
  where: ({ x, u }) => ({
    y: ex`sum(${x}*${u}^2)`,
    N: ex`sum(${u}^2)`,
    S: ex`4*sum(${x}^2*${u}^2)`,
    lo: ex`min(${x})`,
    hi: ex`max(${x})`,
  }),
  conclude: ({ y, N, S, lo, hi }) => [
    that`${S}*${N} >= 4*${y}^2`,
    that`${S}/4 + ${lo}*${hi}*${N} <= (${lo} + ${hi})*${y}`,
    that`${S}*${N} <= ${y}^2*(${lo} + ${hi})^2/(${lo}*${hi})`,
  ],
});
