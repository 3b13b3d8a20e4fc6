import { by, claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('flow/difference-unbalanced', {
  says: 'Gradient flow on w = u² − v² from u₀, v₀ > 0: w(t) = 2P sinh(ln(u₀/v₀) − 4G) with P = u₀v₀.',
  status: 'theorem',
  source: azulay2021,
  notes: 'G = ∫Xᵀr, loss ½‖Xw − y‖².',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    u: vector('d', '[1/10, 1]'),
    v: vector('d', '[1/10, 1]'),
  },
  where: ({ X, y, u, v }) => {
    const run = flow({
      start: { u, v },
      observe: ({ u, v }) => {
        const w = ex`${u}^2 - ${v}^2`;
        return { w, g: ex`${X}'*(${X}*${w} - ${y})` };
      },
      integrals: ({ g }) => ({ G: g }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    });
    return { run, P: ex`${run.at(0).u}*${run.at(0).v}`, l0: ex`ln(${run.at(0).u}/${run.at(0).v})` };
  },
  conclude: ({ run, P, l0 }) => run.always(({ w, G }) => that`${w} = 2*${P}*sinh(${l0} - 4*${G})`),
  derivation: ({ run, P, l0 }) => [
    by.constant(run, ({ u, G }) => ex`${u}*exp(2*${G})`),
    by.constant(run, ({ v, G }) => ex`${v}*exp(-2*${G})`),
    by.law('expZero'),
    by.law('expLog', ex`${run.at(0).u}/${run.at(0).v}`),
    by.along(
      run,
      ({ w, G }) => that`${w} = 2*${P}*sinh(${l0} - 4*${G})`,
      ({ u, v, G }) =>
        by.lemma(
          { u, v, p: run.at(0).u, q: run.at(0).v, l: l0, G },
          {
            entries: true,
            from: ({ u, v, p, q, l, G }) => [
              that`${u}*exp(2*${G}) = ${p}`,
              that`${v}*exp(-2*${G}) = ${q}`,
              that`${p} > 0`,
              that`${q} > 0`,
              that`exp(${l}) = ${p}/${q}`,
            ],
            shows: ({ u, v, p, q, l, G }) => that`${u}^2 - ${v}^2 = 2*(${p}*${q})*sinh(${l} - 4*${G})`,
            steps: ({ u, v, p, q, l, G }) => [
              by.law('expNeg', ex`2*${G}`),
              by.rewrite(that`${u} = ${p}*exp(-2*${G})`),
              by.rewrite(that`${v} = ${q}*exp(2*${G})`),
              by.law('expAdd', ex`2*${G}`, ex`2*${G}`),
              by.law('expAdd', ex`-2*${G}`, ex`-2*${G}`),
              by.law('expNeg', l),
              by.rewrite(that`exp(-${l}) = ${q}/${p}`),
              by.law('expAdd', l, ex`-4*${G}`),
              by.law('expAdd', ex`-${l}`, ex`4*${G}`),
              by.law('sinhExp', ex`${l} - 4*${G}`),
              by.ring(that`exp(-(${l} - 4*${G})) = exp(-${l} + 4*${G})`),
              by.rewrite(
                that`2*(${p}*${q})*sinh(${l} - 4*${G}) = ${p}*${q}*(${p}/${q}*exp(-4*${G}) - ${q}/${p}*exp(4*${G}))`,
              ),
            ],
          },
        ),
    ),
  ],
});
