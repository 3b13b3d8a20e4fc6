import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('flow/difference-unbalanced', {
  says: 'Gradient flow on w = u² − v² from u₀, v₀ > 0: w(t) = 2P sinh(ln(u₀/v₀) − 4G) with P = u₀v₀.',
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
});
