import { by, claim, ex, exponential, flow, matrix, size, that, vector } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';
import { closedForm } from '../flow/difference-sinh.ts';

export default claim('margin/exponential-sinh', {
  says: 'Exponential loss on w = u² − v² from u = v = α: w(t) = 2α² sinh(4Zᵀν), ν_i = ∫e^{−m_i}.',
  status: 'theorem',
  source: moroshko2020,
  notes: 'L = Σ exp(−m_i), m = Zw, a sum.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-1, 1]'), alpha: vector('d', '[1/10, 1]') },
  where: ({ Z, alpha }) => ({
    run: flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
      integrals: ({ w }) => ({ nu: ex`exp(-${Z}*${w})` }),
      loss: ({ w }) => exponential('1', Z)(w),
    }),
  }),
  conclude: ({ run, Z, alpha }) => run.always(({ w, nu }) => that`${w} = 2*${alpha}^2*sinh(4*(${Z}'*${nu}))`),
  derivation: ({ run, Z, alpha }) => [
    by.constant(run, ({ u, nu }) => ex`${u}*exp(-2*(${Z}'*${nu}))`),
    by.constant(run, ({ v, nu }) => ex`${v}*exp(2*(${Z}'*${nu}))`),
    by.along(
      run,
      ({ w, nu }) => that`${w} = 2*${alpha}^2*sinh(4*(${Z}'*${nu}))`,
      ({ u, v, nu }) => [
        by.law('expZero'),
        by.lemma(
          { u, v, a: alpha, G: ex`-${Z}'*${nu}` },
          {
            entries: true,
            from: ({ u, v, a, G }) => [that`${u}*exp(2*${G}) = ${a}`, that`${v}*exp(-2*${G}) = ${a}`],
            shows: ({ u, v, a, G }) => that`${u}^2 - ${v}^2 = 2*${a}^2*sinh(-4*${G})`,
            steps: closedForm,
          },
        ),
      ],
    ),
  ],
});
