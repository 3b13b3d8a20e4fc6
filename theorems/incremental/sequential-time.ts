import { by, claim, evolve, ex, real, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/sequential-time', {
  says: 'A balanced scalar mode follows w(t) = σ/(1 + (σ/α − 1)e^{−2σt}) under gradient flow.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its modes, learned one after another' },
  notes: 'w = uv, u = v, w(0) = α, loss ½(uv − σ)²: ẇ = −2w(w − σ). A tied w = u² has 4σ in the exponent.',
  reals: { sigma: real('(0, 3]'), alpha: real('(0, 3]'), t: real('[0, 4]') },
  where: ({ sigma, alpha, t }) => {
    const at = (start: typeof t) =>
      evolve({
        start: { z: start },
        observe: ({ z }) => ({ w: ex`${sigma}/(1 + (${sigma}/${alpha} - 1)*exp(-2*${sigma}*${z}))` }),
        field: () => ({ z: ex`1` }),
      }).at(0);
    return { w: at(t).w, rate: at(t).rate.w, w0: at(ex`0`).w };
  },
  conclude: ({ sigma, alpha, w, rate, w0 }) => [that`${rate} = -2*${w}*(${w} - ${sigma})`, that`${w0} = ${alpha}`],
  derivation: ({ sigma, alpha, t }) => [
    by.law('expZero'),
    by.rewrite(that`exp(-2*${sigma}*0) = 1`),
    by.lemma(
      { s: sigma, r: ex`${sigma}/${alpha}`, t0: t },
      {
        from: ({ s, r, t0 }) => [that`${s} > 0`, that`${r} > 0`, that`${t0} >= 0`],
        shows: ({ s, r, t0 }) => that`1 + (${r} - 1)*exp(-2*${s}*${t0}) > 0`,
        steps: ({ s, r, t0 }) => [
          by.law('expTangent', ex`2*${s}*${t0}`),
          by.law('expNeg', ex`2*${s}*${t0}`),
          by.positive(that`exp(2*${s}*${t0}) - 1 >= 0`),
          by.positive(that`exp(-2*${s}*${t0})*((exp(2*${s}*${t0}) - 1) + ${r}) > 0`),
          by.rewrite(that`1 + (${r} - 1)*exp(-2*${s}*${t0}) = exp(-2*${s}*${t0})*((exp(2*${s}*${t0}) - 1) + ${r})`),
        ],
      },
    ),
  ],
});
