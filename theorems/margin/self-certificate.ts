import { claim, ex, exponential, flow, matrix, real, size, that, vector } from 'counterflow';

export default claim('margin/self-certificate', {
  says: 'The run itself bounds every ℓ1-margin: min(Zq)/‖q‖₁ ≤ asinh(‖w‖∞/(2α²))/(4‖ν‖₁) for every q and every time.',
  status: 'theorem',
  notes: 'Exponential loss (a sum) on w = u² − v² from u = v = α, ν_i = ∫e^{−m_i}. Checked numerically.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    Z: matrix('n', 'd', '[-1, 1]'),
    alpha: real('[1/10, 1]'),
    q: vector('d', '[-1, 1]'),
    t: real('[1/10, 20]'),
  },
  where: ({ d, Z, alpha, t }) => {
    const a = ex`${alpha}*ones(${d})`;
    const { w, nu } = flow({
      start: { u: a, v: a },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
      integrals: ({ w }) => ({ nu: ex`exp(-${Z}*${w})` }),
      loss: ({ w }) => exponential('1', Z)(w),
    }).at(t);
    return { w, nu };
  },
  conclude: ({ Z, alpha, q, w, nu }) =>
    that`4*sum(${nu})*min(${Z}*${q}) <= norm1(${q})*asinh(normInf(${w})/(2*${alpha}^2))`,
});
