import { claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('flow/power-difference', {
  says: 'Gradient flow on w = u^D − v^D, D ≥ 3, from u = v = α: w(t) = α^D h_D(z) with z = −α^{D−2} D(D−2) Xᵀ∫r.',
  status: 'theorem',
  source: {
    title: 'Kernel and Rich Regimes in Overparametrized Models',
    authors: 'Woodworth, Gunasekar, Lee, Moroshko, Savarese, Golan, Soudry, Srebro',
    arxiv: '2002.09277',
    where: 'its depth-D model',
  },
  notes: 'h_D(z) = (1−z)^{−p} − (1+z)^{−p}, p = D/(D−2). Loss ½‖Xw − y‖². Checked numerically.',
  sizes: { D: size(3, 5), n: size(1, 2), d: size(1, 2) },
  reals: { X: matrix('n', 'd', '[-1, 1]'), y: vector('n', '[-1, 1]'), alpha: vector('d', '[1/4, 1]') },
  where: ({ D, X, y, alpha }) => ({
    run: flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => {
        const w = ex`${u}^${D} - ${v}^${D}`;
        return { w, r: ex`${X}*${w} - ${y}`, c: ex`${u}^(2 - ${D}) + ${v}^(2 - ${D})`, p: ex`${u}*${v}` };
      },
      integrals: ({ r }) => ({ I: r }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }),
  }),
  conclude: ({ run, D, X, alpha }) =>
    run.always(({ w, I }) => {
      const z = ex`-${alpha}^(${D} - 2)*${D}*(${D} - 2)*(${X}'*${I})`;
      const power = ex`${D}/(${D} - 2)`;
      return that`${w} = ${alpha}^${D}*((1 - ${z})^(-${power}) - (1 + ${z})^(-${power}))`;
    }),
});
