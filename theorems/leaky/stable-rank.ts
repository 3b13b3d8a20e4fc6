import { and, by, claim, ex, orthogonalRows, real, that } from 'counterflow';
import { kou2023 } from '../_papers.ts';

export default claim('leaky/stable-rank', {
  says: 'Balanced leaky ReLU at the KKT point (‖P‖ = ‖Q‖): the first layer has stable rank 1 + ((1 − γ)/(1 + γ))².',
  status: 'theorem',
  source: { ...kou2023, where: 'its stable-rank statements; the exact value is ours' },
  notes:
    'm₁ = m₂; rows v = P − γQ and u = Q − γP with orthogonal P, Q of one length. Each sign block alone has stable rank 1.',
  reals: { R: orthogonalRows(2, 2, '[1/2, 2]'), gamma: real('(0, 1]') },
  where: ({ R, gamma }) => {
    const P = ex`${R.row(0)}/norm(${R.row(0)})`;
    const Q = ex`${R.row(1)}/norm(${R.row(1)})`;
    const [v, u] = [ex`${P} - ${gamma}*${Q}`, ex`${Q} - ${gamma}*${P}`];
    return { vv: ex`sum(${v}^2)`, uu: ex`sum(${u}^2)`, vu: ex`sum(${v}*${u})`, top: ex`(1 + ${gamma})^2` };
  },
  conclude: ({ vv, uu, vu, top, gamma }) => [
    that`(${vv} - ${top})*(${uu} - ${top}) = ${vu}^2`,
    that`${vv} + ${uu} <= 2*${top}`,
    that`(${vv} + ${uu})/${top} = 1 + ((1 - ${gamma})/(1 + ${gamma}))^2`,
  ],
  derivation: ({ R, vv, uu, vu, gamma }) => [
    by.positive(that`sum(${R.row(0)}^2) > 0`),
    by.positive(that`sum(${R.row(1)}^2) > 0`),
    by.positive(that`norm(${R.row(0)}) > 0`),
    by.positive(that`norm(${R.row(1)}) > 0`),
    by.rewrite(that`${vv} = 1 + ${gamma}^2`),
    by.rewrite(that`${uu} = 1 + ${gamma}^2`),
    by.rewrite(that`${vu} = -2*${gamma}`),
    by.lemma(
      { g: gamma, a: vv, b: uu, c: vu },
      {
        from: ({ g, a, b, c }) => [
          that`${g} > 0`,
          that`${a} = 1 + ${g}^2`,
          that`${b} = 1 + ${g}^2`,
          that`${c} = -2*${g}`,
        ],
        shows: ({ g, a, b, c }) =>
          and(
            that`(${a} - (1 + ${g})^2)*(${b} - (1 + ${g})^2) = ${c}^2`,
            that`${a} + ${b} <= 2*(1 + ${g})^2`,
            that`(${a} + ${b})/(1 + ${g})^2 = 1 + ((1 - ${g})/(1 + ${g}))^2`,
          ),
        steps: ({ g, a, b }) => by.rewrite(that`${a} + ${b} = 2 + 2*${g}^2`),
      },
    ),
  ],
});
