import { by, claim, constant, descent, each, ex, real, size, that, vector } from 'counterflow';
import { pesme2021 } from '../_papers.ts';

export default claim('bias/stochastic-product', {
  says: 'Along any noisy descent on w = u² − v² with |2ηg| < 1, uv falls at least like exp(−4 Σ η²g²): noise shrinks the effective initialization.',
  status: 'theorem',
  source: { ...pesme2021, where: 'its shrinking α along the stochastic flow; this exact discrete counterpart is ours' },
  notes:
    'The slope g of each step is arbitrary: batches, label noise. On the stochastic flow uv = α² exp(−4 ∫ d[ηg]); a step of GD multiplies uv by 1 − 4η²g².',
  sizes: { d: size(1, 2) },
  reals: { alpha: vector('d', '[1/10, 1]') },
  inputs: { g: vector('d', '[-3, 3]'), eta: real('(0, 1/2]') },
  constants: { c: constant('4', { to: '6' }) },
  where: ({ alpha, g, eta, c }) => ({
    run: descent({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => ({ p: ex`${u}*${v}` }),
      sums: () => ({ Q: ex`${c}*${eta}^2*${g}^2` }),
      loss: ({ u, v }) => ex`sum(${g}*(${u}^2 - ${v}^2))`,
      eta,
    }),
  }),
  assume: ({ run, d, g, eta }) => run.always(() => each(d, (i) => that`4*${eta}^2*${g.at(i)}^2 < 1`)),
  conclude: ({ run, alpha }) => run.always(({ p, Q }) => that`${p} <= ${alpha}^2*exp(-${Q})`),
  derivation: ({ run, alpha, g, eta }) => [
    by.law('expZero'),
    by.induction(run, {
      keeps: ({ p, Q }) => that`${p} <= ${alpha}^2*exp(-${Q})`,
      step: ({ p, Q, next }) =>
        by.lemma(
          { a: p, b: next.p, c: ex`${alpha}^2`, Q, x: ex`4*${eta}^2*${g}^2` },
          {
            entries: true,
            from: ({ a, b, c, Q, x }) => [
              that`${a} <= ${c}*exp(-${Q})`,
              that`${c} >= 0`,
              that`${b} = ${a}*(1 - ${x})`,
              that`${x} < 1`,
            ],
            shows: ({ b, c, Q, x }) => that`${b} <= ${c}*exp(-(${Q} + ${x}))`,
            steps: ({ a, c, Q, x }) => [
              by.law('expTangent', ex`-${x}`),
              by.law('expAdd', ex`-${Q}`, ex`-${x}`),
              by.positive(that`(${c}*exp(-${Q}) - ${a})*(1 - ${x}) >= 0`),
              by.positive(that`${c}*exp(-${Q})*(exp(-${x}) - (1 + -${x})) >= 0`),
              by.rewrite(that`exp(-(${Q} + ${x})) = exp(-${Q})*exp(-${x})`),
            ],
          },
        ),
    }),
  ],
});
