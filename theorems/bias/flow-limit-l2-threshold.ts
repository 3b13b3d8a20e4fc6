import { by, claim, constant, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('bias/flow-limit-l2-threshold', {
  says: 'If 4α⁴ε(2 + ε) ≥ (1 + ε)‖z‖₂², the bound on the flow limit is ‖w‖₂² ≤ (1 + ε)‖z‖₂²: an explicit α for nearly least ℓ2 norm.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its kernel regime; this threshold is ours' },
  notes: 'B = ‖z‖₂² for any interpolator z; flow-limit-l2 bounds ‖w‖₂² by B exp(asinh(B/(8α⁴))).',
  reals: { B: real('(0, 4]'), alpha: real('[1/4, 4]'), eps: real('(0, 4]') },
  constants: { c: constant('4', { to: '5' }) },
  assume: ({ B, alpha, eps, c }) => that`${c}*${alpha}^4*${eps}*(2 + ${eps}) >= (1 + ${eps})*${B}`,
  conclude: ({ B, alpha, eps }) => that`${B}*exp(asinh(${B}/(8*${alpha}^4))) <= (1 + ${eps})*${B}`,
  derivation: ({ B, alpha, eps }) => {
    const k = ex`${B}/(8*${alpha}^4)`;
    return [
      by.law('sinhAsinh', k),
      by.law('sinhExp', ex`asinh(${k})`),
      by.law('expNeg', ex`asinh(${k})`),
      by.lemma(
        { E: ex`exp(asinh(${k}))`, F: ex`exp(-asinh(${k}))`, B, a: ex`${alpha}^4`, e: eps, k },
        {
          from: ({ E, F, B, a, e, k }) => [
            that`${E} > 0`,
            that`${F} > 0`,
            that`${a} > 0`,
            that`${e} > 0`,
            that`${B} > 0`,
            that`${E}*${F} = 1`,
            that`${k} = (${E} - ${F})/2`,
            that`${k} = ${B}/(8*${a})`,
            that`4*${a}*${e}*(2 + ${e}) >= (1 + ${e})*${B}`,
          ],
          shows: ({ E, B, e }) => that`${B}*${E} <= (1 + ${e})*${B}`,
          steps: ({ E, F, B, a, e }) => [
            by.rewrite(that`${B} = 4*${a}*(${E} - ${F})`),
            by.positive(that`4*${a}*(${e}*(2 + ${e}) - (1 + ${e})*(${E} - ${F})) >= 0`),
            by.positive(that`(${e}*(2 + ${e}) - (1 + ${e})*(${E} - ${F})) >= 0`),
            // (E − 1 − ε)(1 + ε + F) = (1 + ε)(E − F) − ε(2 + ε).
            by.contradiction(that`${E} <= 1 + ${e}`, [
              by.positive(that`(${E} - (1 + ${e}))*(1 + ${e} + ${F}) > 0`),
              by.rewrite(that`(${E} - (1 + ${e}))*(1 + ${e} + ${F}) = (1 + ${e})*(${E} - ${F}) - ${e}*(2 + ${e})`),
            ]),
            by.positive(that`${B}*(1 + ${e} - ${E}) >= 0`),
          ],
        },
      ),
    ];
  },
});
