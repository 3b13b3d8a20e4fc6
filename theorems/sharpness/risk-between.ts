import { by, claim, ex, real, that } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/risk-between', {
  says: 'Two features: between the flattest (s = 0) and the least-norm (s = 1) interpolator, N falls, S rises, the risk is a parabola.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'the statement that neither bias alone minimises the risk; this form is ours' },
  notes:
    'w(s) = ((1−s)y/x₁, s y/x₂) with 0 < x₁ < x₂; the truth is w(s*), the risk E⟨ξ, w − w*⟩² with Eξξᵀ = I; N = ‖w‖₁, S = 4 Σ x_i²w_i (w = u², loss ½r²).',
  reals: {
    x1: real('(0, 2]'),
    x2: real('(0, 2]'),
    y: real('(0, 2]'),
    s: real('[0, 1]'),
    t: real('[0, 1]'),
    truth: real('[0, 1]'),
  },
  where: ({ x1, x2, y, s, t, truth }) => {
    const w = (r: typeof s) => [ex`(1 - ${r})*${y}/${x1}`, ex`${r}*${y}/${x2}`] as const;
    const [a, b] = w(s);
    const [c, d] = w(t);
    const [p, q] = w(truth);
    return {
      risk: ex`(${a} - ${p})^2 + (${b} - ${q})^2`,
      riskT: ex`(${c} - ${p})^2 + (${d} - ${q})^2`,
      N: ex`${a} + ${b}`,
      NT: ex`${c} + ${d}`,
      S: ex`4*(${x1}^2*${a} + ${x2}^2*${b})`,
      ST: ex`4*(${x1}^2*${c} + ${x2}^2*${d})`,
    };
  },
  assume: ({ x1, x2, s, t }) => [that`${x1} < ${x2}`, that`${s} < ${t}`],
  conclude: ({ x1, x2, y, s, truth, risk, N, NT, S, ST }) => [
    that`${risk} = (${s} - ${truth})^2*${y}^2*(1/${x1}^2 + 1/${x2}^2)`,
    that`${NT} < ${N}`,
    that`${S} < ${ST}`,
  ],
  derivation: ({ x1, x2, y, s, t, N, NT, S, ST }) => [
    by.positive(that`${t} - ${s} > 0`),
    by.positive(that`${x2} - ${x1} > 0`),
    by.positive(that`${y}*(${t} - ${s})*(${x2} - ${x1}) > 0`),
    by.ring(that`${N} - ${NT} = ${y}*(${t} - ${s})*(${x2} - ${x1})/(${x1}*${x2})`),
    by.ring(that`${ST} - ${S} = 4*(${y}*(${t} - ${s})*(${x2} - ${x1}))`),
    by.lemma(
      { a: S, b: ST, c: ex`${y}*(${t} - ${s})*(${x2} - ${x1})` },
      {
        from: ({ a, b, c }) => [that`${c} > 0`, that`${b} - ${a} = 4*${c}`],
        shows: ({ a, b }) => that`${a} < ${b}`,
      },
    ),
  ],
});
