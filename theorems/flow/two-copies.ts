import { by, claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('flow/two-copies', {
  says: 'Gradient flow on w = u₊v₊ − u₋v₋ from two equal copies (a, b): w(t) = (a² + b²) sinh(−2G).',
  status: 'theorem',
  source: azulay2021,
  notes: 'G = ∫Xᵀr, loss ½‖Xw − y‖². So a∘b → 0 alone does not give the rich regime.',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    a: vector('d', '[-1, 1]'),
    b: vector('d', '[-1, 1]'),
  },
  where: ({ X, y, a, b }) => ({
    run: flow({
      start: { uPlus: a, vPlus: b, uMinus: a, vMinus: b },
      observe: ({ uPlus, vPlus, uMinus, vMinus }) => {
        const w = ex`${uPlus}*${vPlus} - ${uMinus}*${vMinus}`;
        return { w, g: ex`${X}'*(${X}*${w} - ${y})` };
      },
      integrals: ({ g }) => ({ G: g }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }),
  }),
  conclude: ({ run, a, b }) => run.always(({ w, G }) => that`${w} = (${a}^2 + ${b}^2)*sinh(-2*${G})`),
  derivation: ({ run, a, b }) => [
    by.constant(run, ({ uPlus, vPlus, G }) => ex`(${uPlus} + ${vPlus})*exp(${G})`),
    by.constant(run, ({ uPlus, vPlus, G }) => ex`(${uPlus} - ${vPlus})*exp(-${G})`),
    by.constant(run, ({ uMinus, vMinus, G }) => ex`(${uMinus} + ${vMinus})*exp(-${G})`),
    by.constant(run, ({ uMinus, vMinus, G }) => ex`(${uMinus} - ${vMinus})*exp(${G})`),
    by.law('expZero'),
    by.along(
      run,
      ({ w, G }) => that`${w} = (${a}^2 + ${b}^2)*sinh(-2*${G})`,
      ({ uPlus, vPlus, uMinus, vMinus, G }) =>
        by.lemma(
          { a, b, p: uPlus, q: vPlus, r: uMinus, s: vMinus, G },
          {
            entries: true,
            from: ({ a, b, p, q, r, s, G }) => [
              that`(${p} + ${q})*exp(${G}) = ${a} + ${b}`,
              that`(${p} - ${q})*exp(-${G}) = ${a} - ${b}`,
              that`(${r} + ${s})*exp(-${G}) = ${a} + ${b}`,
              that`(${r} - ${s})*exp(${G}) = ${a} - ${b}`,
            ],
            shows: ({ a, b, p, q, r, s, G }) => that`${p}*${q} - ${r}*${s} = (${a}^2 + ${b}^2)*sinh(-2*${G})`,
            steps: ({ a, b, p, q, r, s, G }) => [
              by.law('expNeg', G),
              by.rewrite(that`${p} + ${q} = (${a} + ${b})*exp(-${G})`),
              by.rewrite(that`${p} - ${q} = (${a} - ${b})*exp(${G})`),
              by.rewrite(that`${r} + ${s} = (${a} + ${b})*exp(${G})`),
              by.rewrite(that`${r} - ${s} = (${a} - ${b})*exp(-${G})`),
              by.ring(that`4*${p}*${q} = (${p} + ${q})^2 - (${p} - ${q})^2`),
              by.ring(that`4*${r}*${s} = (${r} + ${s})^2 - (${r} - ${s})^2`),
              by.law('expAdd', G, G),
              by.law('expAdd', ex`-${G}`, ex`-${G}`),
              by.law('sinhExp', ex`-2*${G}`),
            ],
          },
        ),
    ),
  ],
});
