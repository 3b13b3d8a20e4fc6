import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('flow/product-sinh', {
  says: 'Gradient flow on w = u∘v with δ = |u₀² − v₀²| > 0: w(t) = (δ/2) sinh(asinh(2w₀/δ) − 2G), up to the sign of u₀² − v₀².',
  status: 'theorem',
  source: {
    title: 'On the Implicit Bias of Initialization Shape: Beyond Infinitesimal Mirror Descent',
    authors: 'Azulay, Moroshko, Nacson, Woodworth, Srebro, Globerson, Soudry',
  },
  notes: 'G = ∫Xᵀr, loss ½‖Xw − y‖². Checked numerically.',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    u: vector('d', '[3/4, 3/2]'),
    v: vector('d', '[-1/2, 1/2]'),
  },
  where: ({ X, y, u, v }) => {
    const run = flow({
      start: { u, v },
      observe: ({ u, v }) => {
        const w = ex`${u}*${v}`;
        return { w, g: ex`${X}'*(${X}*${w} - ${y})` };
      },
      integrals: ({ g }) => ({ G: g }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    });
    return { run, w0: run.at(0).w, delta: ex`${run.at(0).u}^2 - ${run.at(0).v}^2` };
  },
  conclude: ({ run, w0, delta }) =>
    run.always(({ w, G }) => that`${w} = ${delta}/2*sinh(asinh(2*${w0}/${delta}) - 2*${G})`),
});
