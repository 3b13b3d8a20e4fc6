import { by, claim, type Expr, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

interface Closed {
  readonly u: Expr;
  readonly v: Expr;
  readonly a: Expr;
  readonly G: Expr;
}
/** u e^{2G} = a = v e^{−2G} gives u = a e^{−2G}, v = a e^{2G}, so that u² − v² = a²(e^{−4G} − e^{4G}). */
export const closedForm = ({ u, v, a, G }: Closed) => [
  by.law('expNeg', ex`2*${G}`),
  by.rewrite(that`${u} = ${a}*exp(-2*${G})`),
  by.rewrite(that`${v} = ${a}*exp(2*${G})`),
  by.law('expAdd', ex`2*${G}`, ex`2*${G}`),
  by.law('expAdd', ex`-2*${G}`, ex`-2*${G}`),
  by.law('sinhExp', ex`-4*${G}`),
];

export default claim('flow/difference-sinh', {
  says: 'Gradient flow on w = u² − v² from u = v = α: w(t) = 2α² sinh(−4 Xᵀ∫r), with r = Xw − y.',
  status: 'theorem',
  source: woodworth2020,
  notes: 'Loss ½‖Xw − y‖²: the constant is 4; for ‖Xw − y‖² it is 8, for ‖Xw − y‖²/(2n) it is 4/n.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    alpha: vector('d', '[1/10, 1]'),
  },
  where: ({ X, y, alpha }) => ({
    run: flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => {
        const w = ex`${u}^2 - ${v}^2`;
        return { w, r: ex`${X}*${w} - ${y}` };
      },
      integrals: ({ r }) => ({ I: r }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }),
  }),
  conclude: ({ run, X, alpha }) => run.always(({ w, I }) => that`${w} = 2*${alpha}^2*sinh(-4*(${X}'*${I}))`),
  derivation: ({ run, X, alpha }) => [
    by.constant(run, ({ u, I }) => ex`${u}*exp(2*(${X}'*${I}))`),
    by.constant(run, ({ v, I }) => ex`${v}*exp(-2*(${X}'*${I}))`),
    by.along(
      run,
      ({ w, I }) => that`${w} = 2*${alpha}^2*sinh(-4*(${X}'*${I}))`,
      ({ u, v, I }) => [
        by.law('expZero'),
        by.lemma(
          { u, v, a: alpha, G: ex`${X}'*${I}` },
          {
            from: ({ u, v, a, G }) => [that`${u}*exp(2*${G}) = ${a}`, that`${v}*exp(-2*${G}) = ${a}`],
            shows: ({ u, v, a, G }) => that`${u}^2 - ${v}^2 = 2*${a}^2*sinh(-4*${G})`,
            steps: closedForm,
            entries: true,
          },
        ),
      ],
    ),
  ],
});
