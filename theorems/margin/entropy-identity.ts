import { by, claim, ex, size, that, vector } from 'counterflow';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/entropy-identity', {
  says: 'Exponential loss: Σ e^{−m_i} m_i = L·(H(p) − ln L) with p_i = e^{−m_i}/L and H its entropy.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'Half the growth of ‖θ‖² along the flow of a K-homogeneous network is K times this.',
  sizes: { n: size(1, 4) },
  reals: { m: vector('n', '[-3, 3]') },
  where: ({ m }) => {
    const L = ex`sum(exp(-${m}))`;
    const p = ex`exp(-${m})/${L}`;
    return { L, nu: ex`sum(exp(-${m})*${m})`, H: ex`-sum(${p}*ln(${p}))` };
  },
  conclude: ({ L, nu, H }) => that`${nu} = ${L}*(${H} - ln(${L}))`,
  derivation: ({ m, L }) => [
    by.positive(that`${L} > 0`),
    by.law('expLog', L),
    by.lemma(
      { x: m, l: ex`ln(${L})`, S: L },
      {
        entries: true,
        from: ({ l, S }) => [that`${S} > 0`, that`exp(${l}) = ${S}`],
        shows: ({ x, l, S }) => that`ln(exp(-${x})/${S}) = -${x} - ${l}`,
        steps: ({ x, l, S }) => [
          by.law('expAdd', ex`-${x}`, ex`-${l}`),
          by.law('expNeg', l),
          by.rewrite(that`exp(-${x} - ${l}) = exp(-${x})/${S}`),
          by.law('logExp', ex`-${x} - ${l}`),
        ],
      },
    ),
  ],
});
