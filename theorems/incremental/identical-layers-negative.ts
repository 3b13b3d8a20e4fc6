import { and, by, claim, descent, type Expr, ex, real, size, sum, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/identical-layers-negative', {
  says: 'N ≥ 2 equal layers started at x > 0 with a small step never leave x > 0: a negative target is not reached.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its modes; rederived' },
  notes: 'x ↦ x − ηx^{N−1}(x^N − λ) with λ ≤ 0 and η x₀^{N−2}(x₀^N − λ) < 1; x falls.',
  sizes: { N: size(2, 4) },
  reals: { x: real('(0, 2]'), lambda: real('[-2, 0]'), eta: real('(0, 1]') },
  where: ({ N, x, lambda, eta }) => ({
    run: descent({ start: { x }, loss: ({ x }) => ex`(${x}^${N} - ${lambda})^2/(2*${N})`, eta }),
  }),
  assume: ({ N, x, lambda, eta }) => that`${eta}*${x}^(${N} - 2)*(${x}^${N} - ${lambda}) < 1`,
  conclude: ({ run }) => run.always(({ x, next }) => that`0 < ${next.x} <= ${x}`),
  derivation: ({ N, run, x: a, lambda, eta }) => [
    by.induction(run, {
      keeps: ({ x }) => and(that`0 < ${x}`, that`${x} <= ${a}`),
      step: ({ x, next }) => by.lemma({ x, a, h: eta, l: lambda, n: next.x }, falls(N)),
    }),
    by.always(run, ({ x, next }) => by.lemma({ x, a, h: eta, l: lambda, n: next.x }, falls(N))),
  ],
});

type Step = { readonly [N in 'x' | 'a' | 'h' | 'l' | 'n']: Expr };
/** x⁺ = x(1 − c) with 0 ≤ c = ηx^{N−2}(x^N − λ) < 1, since c grows with x and is below 1 at the start a. */
const falls = (N: number) => {
  const factor = (x: Expr, { h, l }: Step) => ex`${h}*${x}^(2*${N} - 2) + ${h}*(-${l})*${x}^(${N} - 2)`;
  return {
    from: ({ x, a, h, l, n }: Step) => [
      that`0 < ${x}`,
      that`${x} <= ${a}`,
      that`${h} > 0`,
      that`${l} <= 0`,
      that`${h}*${a}^(${N} - 2)*(${a}^${N} - ${l}) < 1`,
      that`${n} = ${x} - ${h}*${x}^(${N} - 1)*(${x}^${N} - ${l})`,
    ],
    shows: ({ x, n }: Step) => and(that`0 < ${n}`, that`${n} <= ${x}`),
    steps: (all: Step) => {
      const { x, a, h, l, n } = all;
      const between = (k: number) => sum(k, (i) => ex`${a}^(${k} - 1 - ${i})*${x}^${i}`);
      const rises = (k: number) => [
        by.positive(that`(${a} - ${x})*(${between(k)}) >= 0`),
        by.positive(that`${a}^${k} - ${x}^${k} >= 0`),
      ];
      return [
        by.positive(that`${a} - ${x} >= 0`),
        by.positive(that`-${l} >= 0`),
        by.positive(that`${a} > 0`),
        ...(N === 2 ? [] : rises(N - 2)),
        ...rises(2 * N - 2),
        by.positive(that`${factor(a, all)} < 1`),
        by.positive(that`${h}*(${a}^(2*${N} - 2) - ${x}^(2*${N} - 2)) >= 0`),
        ...(N === 2 ? [] : [by.positive(that`${h}*(-${l})*(${a}^(${N} - 2) - ${x}^(${N} - 2)) >= 0`)]),
        by.positive(that`0 < 1 - (${factor(x, all)})`),
        by.positive(that`0 < ${x}*(1 - (${factor(x, all)}))`),
        by.positive(that`${factor(x, all)} >= 0`),
        by.positive(that`${x}*(${factor(x, all)}) >= 0`),
        by.rewrite(that`${n} = ${x}*(1 - (${factor(x, all)}))`),
      ];
    },
  };
};
