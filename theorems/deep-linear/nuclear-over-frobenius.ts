import { by, claim, each, ex, flow, pairs, size, sum, that, vector } from 'counterflow';
import { zhao2022 } from '../_papers.ts';

export default claim('deep-linear/nuclear-over-frobenius', {
  says: 'The flow of ‖W‖_*/‖W‖_F in the singular values: those below σ* = ‖W‖_F²/‖W‖_* shrink, those above grow.',
  status: 'theorem',
  source: { ...zhao2022, where: 'its penalty; the threshold is ours' },
  notes:
    'R = Σσ/√(Σσ²), 1 ≤ R ≤ √d; the rate at arbitrary σ > 0. Only the statement about the penalty alone, not about Adam.',
  sizes: { d: size(1, 4) },
  reals: { sigma: vector('d', '(0, 2]') },
  where: ({ sigma }) => {
    const start = flow({ start: { s: sigma }, loss: ({ s }) => ex`sum(${s})/norm(${s})` }).at(0);
    return { R: start.loss, rate: start.rate.s, threshold: ex`sum(${sigma}^2)/sum(${sigma})` };
  },
  conclude: ({ d, sigma, R, rate, threshold }) => [
    that`1 <= ${R} <= sqrt(${d})`,
    each(d, (i) => that`${rate.at(i)}*(${sigma.at(i)} - ${threshold}) >= 0`),
  ],
  derivation: ({ d, sigma: σ, rate }) => {
    const [S, N, Q] = [ex`sum(${σ})`, ex`norm(${σ})`, ex`sum(${σ}^2)`];
    const apart = sum(pairs(d), ([i, j]) => ex`(${σ.at(i)} - ${σ.at(j)})^2`);
    const mixed = sum(pairs(d), ([i, j]) => ex`2*${σ.at(i)}*${σ.at(j)}`);
    return [
      by.positive(that`${S} > 0`),
      by.positive(that`${Q} > 0`),
      by.positive(that`${N} > 0`),
      by.ring(that`${N}^2 = ${Q}`),
      ...(d === 1
        ? []
        : [
            by.positive(that`${apart} >= 0`),
            by.positive(that`${mixed} >= 0`),
            by.ring(that`${d}*${Q} - ${S}^2 = ${apart}`),
            by.ring(that`${S}^2 - ${Q} = ${mixed}`),
          ]),
      ...(d === 1 ? [by.ring(that`${d}*${Q} - ${S}^2 = 0`), by.ring(that`${S}^2 - ${Q} = 0`)] : []),
      by.lemma(
        { S, N, Q, p: d === 1 ? ex`0` : apart, q: d === 1 ? ex`0` : mixed, r: ex`sqrt(${d})` },
        {
          from: ({ S, N, Q, p, q, r }) => [
            that`${S} > 0`,
            that`${N} > 0`,
            that`${r} > 0`,
            that`${p} >= 0`,
            that`${q} >= 0`,
            that`${N}^2 = ${Q}`,
            that`${r}^2 = ${d}`,
            that`${d}*${Q} - ${S}^2 = ${p}`,
            that`${S}^2 - ${Q} = ${q}`,
          ],
          shows: ({ S, N, r }) => that`1 <= ${S}/${N} <= ${r}`,
          steps: ({ S, N, r }) => [
            by.positive(that`${N}^2 <= ${S}^2`),
            by.contradiction(that`${N} <= ${S}`),
            by.positive(that`${S}^2 <= (${r}*${N})^2`),
            by.contradiction(that`${S} <= ${r}*${N}`),
          ],
        },
      ),
      ...[...Array(d).keys()].map((i) =>
        by.lemma(
          { x: σ.at(i), S, N, Q, v: rate.at(i) },
          {
            from: ({ x, S, N, Q, v }) => [
              that`${S} > 0`,
              that`${N} > 0`,
              that`${N}^2 = ${Q}`,
              that`${v} = (${x}*${S} - ${N}^2)/${N}^3`,
            ],
            shows: ({ x, S, Q, v }) => that`${v}*(${x} - ${Q}/${S}) >= 0`,
            steps: ({ x, S, N, Q, v }) => [
              by.positive(that`(${x}*${S} - ${N}^2)^2/(${N}^3*${S}) >= 0`),
              by.ring(that`(${x}*${S} - ${N}^2)/${N}^3*(${x} - ${N}^2/${S}) = (${x}*${S} - ${N}^2)^2/(${N}^3*${S})`),
              by.rewrite(that`${Q} = ${N}^2`),
              by.rewrite(that`${v}*(${x} - ${Q}/${S}) = (${x}*${S} - ${N}^2)^2/(${N}^3*${S})`),
            ],
          },
        ),
      ),
    ];
  },
});
