import { and, by, claim, type Expr, ex, iterate, matrix, product, real, size, that, vector } from 'counterflow';
import { neyshabur2017 } from '../_papers.ts';

export default claim('norms/path-descent', {
  says: 'Path-SGD on w = w₁∘…∘w_L moves the predictor by w ↦ w(1 − ηg/w)^L, whatever the scaling of the layers.',
  status: 'theorem',
  source: { ...neyshabur2017, where: 'its Path-SGD on diagonal networks' },
  notes:
    'Each layer moves by ηg∏_{k≠l}w_k divided by ∏_{k≠l}w_k², that is w_l ↦ w_l(1 − ηg/w); layers are the rows of W, w ≠ 0.',
  sizes: { L: size(1, 4), d: size(1, 2) },
  reals: { W: matrix('L', 'd', '[-2, 2]'), g: vector('d', '[-2, 2]'), eta: real('(0, 1]') },
  where: ({ L, W, g, eta }) => ({
    run: iterate({
      start: { W },
      observe: ({ W }) => ({ w: product(L, (l) => W.row(l)) }),
      step: ({ W, w }) => ({ W: ex`${W}*diag(1 - ${eta}*${g}/${w})` }),
      steps: 1,
    }),
  }),
  assume: ({ run }) => that`min(abs(${run.at(0).w})) > 0`,
  conclude: ({ run, L, g, eta }) => {
    const { w } = run.at(0);
    return that`${run.at(1).w} = ${w}*(1 - ${eta}*${g}/${w})^${L}`;
  },
  derivation: ({ d, run }) => {
    const { w } = run.at(0);
    return [
      ...atLeastSmallest(ex`abs(${w})`, d),
      ...[...Array(d).keys()].flatMap((i) => [
        by.positive(that`abs(${w.at(i)}) > 0`),
        by.lemma(
          { x: w.at(i) },
          {
            from: ({ x }) => that`abs(${x}) > 0`,
            shows: ({ x }) => that`${x} != 0`,
            steps: ({ x }) => [
              by.ring(that`abs(${x})^2 = ${x}^2`),
              by.positive(that`abs(${x})^2 > 0`),
              by.contradiction(that`${x} != 0`),
            ],
          },
        ),
      ]),
    ];
  },
});

/** min(a, b) ≤ a, b. */
export const smaller = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      shows: ({ a, b }) => and(that`min(${a}, ${b}) <= ${a}`, that`min(${a}, ${b}) <= ${b}`),
      steps: ({ a, b }) => [
        by.ring(that`abs(${a} - ${b})^2 = (${a} - ${b})^2`),
        by.contradiction(that`${a} - ${b} <= abs(${a} - ${b})`),
        by.contradiction(that`${b} - ${a} <= abs(${a} - ${b})`),
      ],
    },
  );
/** Every entry is at least min x, two at a time. */
export const atLeastSmallest = (x: Expr, d: number) => {
  const lows = [x.at(0)];
  const steps = [...Array(d - 1).keys()].map((i) => {
    lows.push(ex`min(${lows[i]!}, ${x.at(i + 1)})`);
    return smaller(lows[i]!, x.at(i + 1));
  });
  return [...steps, ...[...Array(d).keys()].map((i) => by.positive(that`${lows[d - 1]!} <= ${x.at(i)}`))];
};
