import { by, claim, constant, descent, type Expr, ex, type Run, real, that } from 'counterflow';
import { nguegnang2021 } from '../_papers.ts';

interface Step {
  readonly run: Run<'u' | 'v' | 'loss'>;
  readonly u: Expr;
  readonly v: Expr;
  readonly eta: Expr;
}
/** The step where ηs ≤ c and c is at most the smaller root of c² − 12c + 8. */
export const stepLemma = ({ run, u, v, eta }: Step, c: Expr) => [
  by.ring(
    that`${run.at(1).loss} = ${run.at(0).loss}*(1 - ${eta}*(${u}^2 + ${v}^2) + ${eta}^2*(${u}*${v} - 1)*${u}*${v})^2`,
  ),
  by.positive(that`(${u} - ${v})^2 >= 0`),
  by.positive(that`${u}*${v} >= 0`),
  // With x = ηuv ≤ c/2 and η ≤ 4 the factor is at least 1 − c + x² − 4x, which falls in x: at c/2 it is −1 if c² − 12c + 8 = 0.
  by.lemma(
    { p: ex`${u}*${v}`, s: ex`${u}^2 + ${v}^2`, h: eta, L: run.at(0).loss, M: run.at(1).loss, k: c },
    {
      from: ({ p, s, h, L, M, k }) => [
        that`${k} <= 1`,
        that`2 - 3*${k} + ${k}^2/4 >= 0`,
        that`${L} >= 0`,
        that`0 < ${h}`,
        that`${h} <= 4`,
        that`${p} >= 0`,
        that`2*${p} <= ${s}`,
        that`${h}*${s} <= ${k}`,
        that`${M} = ${L}*(1 - ${h}*${s} + ${h}^2*(${p} - 1)*${p})^2`,
      ],
      shows: ({ L, M }) => that`${M} <= ${L}`,
      steps: ({ p, s, h, L, M, k }) => [
        by.positive(that`0 <= ${h}*${p}`),
        by.positive(that`${h}*${p} <= ${h}*${s}/2`),
        by.positive(that`${h}*${p} <= ${k}/2`),
        by.positive(that`4 - ${k}/2 - ${h}*${p} >= 0`),
        by.positive(that`(${k}/2 - ${h}*${p})*(4 - ${k}/2 - ${h}*${p}) >= 0`),
        by.positive(that`${h}*${p}*(4 - ${h}) >= 0`),
        by.positive(that`2 - ${h}*${s} + ${h}^2*(${p} - 1)*${p} >= 0`),
        by.positive(that`${h}*${p}*(${h}*${s}/2 - ${h}*${p}) >= 0`),
        by.positive(that`${h}*${p}*(1 - ${h}*${s}) >= 0`),
        by.positive(that`${h}^2*${p} >= 0`),
        by.positive(that`${h}*${s} - ${h}^2*(${p} - 1)*${p} >= 0`),
        by.positive(that`${L}*(2 - ${h}*${s} + ${h}^2*(${p} - 1)*${p})*(${h}*${s} - ${h}^2*(${p} - 1)*${p}) >= 0`),
        by.rewrite(
          that`${L} - ${M} = ${L}*(2 - ${h}*${s} + ${h}^2*(${p} - 1)*${p})*(${h}*${s} - ${h}^2*(${p} - 1)*${p})`,
        ),
      ],
    },
  ),
];

export default claim('descent/one-step', {
  says: 'One step on ½(uv − 1)² does not raise the loss when η(u² + v²) ≤ 1/2.',
  status: 'theorem',
  source: { ...nguegnang2021, where: 'step-size conditions for descent; this diagonal form is ours' },
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  constants: { c: constant('1/2', { to: '1' }) },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex`(${u}*${v} - 1)^2/2`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta, c }) => that`${eta}*(${u}^2 + ${v}^2) <= ${c}`,
  conclude: ({ run }) => that`${run.at(1).loss} <= ${run.at(0).loss}`,
  derivation: (all) => stepLemma(all, all.c),
});
