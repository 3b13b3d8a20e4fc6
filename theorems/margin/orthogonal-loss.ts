import { by, claim, ex, real, that } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/orthogonal-loss', {
  says: 'Two orthogonal samples of lengths a, b, from 0: 1/(L₀⁻¹ + R²t) ≤ L(t) ≤ 1/(L₀⁻¹ + γ²t), R the longer length, γ the margin.',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  notes:
    'Exponential loss, a sum: L(t) = 1/(1 + a²t) + 1/(1 + b²t), L₀ = 2 (the path is in orthogonal-path). The largest margin of a unit vector has γ² = a²b²/(a² + b²).',
  reals: { a: real('[1/10, 4]'), b: real('[1/10, 4]'), t: real('[0, 1000000]', { scale: 'log' }) },
  where: ({ a, b, t }) => ({
    L: ex`1/(1 + ${a}^2*${t}) + 1/(1 + ${b}^2*${t})`,
    slow: ex`1/(1/2 + ${a}^2*${b}^2/(${a}^2 + ${b}^2)*${t})`,
    fast: ex`1/(1/2 + max(${a}^2, ${b}^2)*${t})`,
  }),
  conclude: ({ L, slow, fast }) => [that`${fast} <= ${L}`, that`${L} <= ${slow}`],
  derivation: ({ a, b, t, L, slow, fast }) => {
    const [A, B, M] = [ex`${a}^2`, ex`${b}^2`, ex`max(${a}^2, ${b}^2)`];
    return [
      by.positive(that`${A} > 0`),
      by.positive(that`${B} > 0`),
      by.lemma(
        { A, B, t0: t, L, slow },
        {
          from: ({ A, B, t0, L, slow }) => [
            that`${A} > 0`,
            that`${B} > 0`,
            that`${t0} >= 0`,
            that`${L} = 1/(1 + ${A}*${t0}) + 1/(1 + ${B}*${t0})`,
            that`${slow} = 1/(1/2 + ${A}*${B}/(${A} + ${B})*${t0})`,
          ],
          shows: ({ L, slow }) => that`${L} <= ${slow}`,
          steps: ({ A, B, t0, L, slow }) => {
            const [p, q, s] = [ex`1 + ${A}*${t0}`, ex`1 + ${B}*${t0}`, ex`${A} + ${B} + 2*${A}*${B}*${t0}`];
            const gap = ex`${t0}*(${A} - ${B})^2/((${p})*(${q})*(${s}))`;
            return [
              by.positive(that`${p} > 0`),
              by.positive(that`${q} > 0`),
              by.positive(that`${A} + ${B} > 0`),
              by.positive(that`${s} > 0`),
              by.positive(that`1/2 + ${A}*${B}/(${A} + ${B})*${t0} > 0`),
              by.positive(that`${gap} >= 0`),
              by.rewrite(that`${slow} - ${L} = ${gap}`),
            ];
          },
        },
      ),
      ...[A, B].map((x) =>
        by.cases(that`${x} <= ${M}`, {
          between: [A, B],
          below: by.root(that`abs(${A} - ${B}) = ${B} - ${A}`),
          above: by.root(that`abs(${A} - ${B}) = ${A} - ${B}`),
        }),
      ),
      by.lemma(
        { A, B, M, t0: t, L, fast },
        {
          from: ({ A, B, M, t0, L, fast }) => [
            that`${A} > 0`,
            that`${B} > 0`,
            that`${A} <= ${M}`,
            that`${B} <= ${M}`,
            that`${t0} >= 0`,
            that`${L} = 1/(1 + ${A}*${t0}) + 1/(1 + ${B}*${t0})`,
            that`${fast} = 1/(1/2 + ${M}*${t0})`,
          ],
          shows: ({ L, fast }) => that`${fast} <= ${L}`,
          steps: ({ A, B, M, t0, L, fast }) => {
            const late = (x: typeof A) => ex`(${M} - ${x})*${t0}/((1 + ${x}*${t0})*(1 + ${M}*${t0}))`;
            const slack = ex`${M}*${t0}/((1 + ${M}*${t0})*(1/2 + ${M}*${t0})) + ${late(A)} + ${late(B)}`;
            return [
              by.positive(that`${M} > 0`),
              by.positive(that`1 + ${A}*${t0} > 0`),
              by.positive(that`1 + ${B}*${t0} > 0`),
              by.positive(that`1 + ${M}*${t0} > 0`),
              by.positive(that`1/2 + ${M}*${t0} > 0`),
              by.positive(that`${late(A)} >= 0`),
              by.positive(that`${late(B)} >= 0`),
              by.positive(that`${slack} >= 0`),
              by.rewrite(that`${L} - ${fast} = ${slack}`),
            ];
          },
        },
      ),
    ];
  },
});
