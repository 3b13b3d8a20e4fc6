import { and, by, claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/mirror-law', {
  says: 'Gradient flow on w = u² − v² from u = v = α is a mirror flow: d/dt ¼ asinh(w/2α²) = −∇L(w) at every time.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its potential, the hyperbolic entropy' },
  notes: 'Loss ½‖Xw − y‖². That uv = α² along the flow is obtained from the start.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { X: matrix('n', 'd', '[-1, 1]'), y: vector('n', '[-1, 1]'), alpha: vector('d', '[1/10, 1]') },
  where: ({ X, y, alpha }) => ({
    run: flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => {
        const w = ex`${u}^2 - ${v}^2`;
        return { dual: ex`asinh(${w}/(2*${alpha}^2))/4`, g: ex`${X}'*(${X}*${w} - ${y})` };
      },
      loss: ({ u, v }) => squared('1/2', X, y)(ex`${u}^2 - ${v}^2`),
    }),
  }),
  conclude: ({ run }) => run.always(({ g, rate }) => that`${rate.dual} = -${g}`),
  derivation: ({ run, alpha }) => [
    by.constant(run, ({ u, v }) => ex`${u}*${v}`),
    by.along(
      run,
      ({ g, rate }) => that`${rate.dual} = -${g}`,
      ({ u, v }) =>
        by.lemma(
          { u, v, a: alpha },
          {
            entries: true,
            from: ({ u, v, a }) => [that`${a} > 0`, that`${u}*${v} = ${a}*${a}`],
            shows: ({ u, v, a }) =>
              and(
                that`${u}^2 + ${v}^2 > 0`,
                that`sqrt(((${u}^2 - ${v}^2)/(2*${a}^2))^2 + 1) = (${u}^2 + ${v}^2)/(2*${a}^2)`,
              ),
            steps: ({ u, v, a }) => [
              by.positive(that`(${u} - ${v})^2 + 2*${a}^2 > 0`),
              by.rewrite(that`(${u} - ${v})^2 + 2*${a}^2 = ${u}^2 + ${v}^2`),
              by.root(that`sqrt(((${u}^2 - ${v}^2)/(2*${a}^2))^2 + 1) = (${u}^2 + ${v}^2)/(2*${a}^2)`),
            ],
          },
        ),
    ),
  ],
});
