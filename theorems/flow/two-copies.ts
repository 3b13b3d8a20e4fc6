import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('flow/two-copies', {
  says: 'Gradient flow on w = u₊v₊ − u₋v₋ from two equal copies (a, b): w(t) = (a² + b²) sinh(−2G).',
  status: 'theorem',
  source: {
    title: 'On the Implicit Bias of Initialization Shape: Beyond Infinitesimal Mirror Descent',
    authors: 'Azulay, Moroshko, Nacson, Woodworth, Srebro, Globerson, Soudry',
  },
  notes: 'G = ∫Xᵀr, loss ½‖Xw − y‖². So a∘b → 0 alone does not give the rich regime. Checked numerically.',
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
});
