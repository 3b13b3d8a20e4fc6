import { claim, ex, size, that, vector } from 'counterflow';

export default claim('margin/entropy-identity', {
  says: 'Exponential loss: Σ e^{−m_i} m_i = L·(H(p) − ln L) with p_i = e^{−m_i}/L and H its entropy.',
  status: 'theorem',
  notes: 'Half the growth of ‖θ‖² along the flow of a K-homogeneous network is K times this.',
  sizes: { n: size(1, 4) },
  reals: { m: vector('n', '[-3, 3]') },
  where: ({ m }) => {
    const L = ex`sum(exp(-${m}))`;
    const p = ex`exp(-${m})/${L}`;
    return { L, nu: ex`sum(exp(-${m})*${m})`, H: ex`-sum(${p}*ln(${p}))` };
  },
  conclude: ({ L, nu, H }) => that`${nu} = ${L}*(${H} - ln(${L}))`,
});
