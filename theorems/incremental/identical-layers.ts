import { and, by, claim, constant, descent, type Expr, ex, real, size, sum, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

type Step = { readonly x: Expr; readonly c: Expr; readonly h: Expr; readonly n: Expr };
/** With G = Σ c^{N−1−k}x^k: x⁺ − x = ηx^{N−1}(c − x)G ≥ 0 and c − x⁺ = (c − x)(1 − ηx^{N−1}G), x^{N−1}G ≤ Nc^{2N−2}. */
const rises = (N: number) => ({
  from: ({ x, c, h, n }: Step) => [
    that`0 < ${x} <= ${c}`,
    that`${h} > 0`,
    that`${N}*${h}*${c}^(2*${N} - 2) <= 1`,
    that`${n} = ${x} - ${h}*${x}^(${N} - 1)*(${x}^${N} - ${c}^${N})`,
  ],
  shows: ({ x, c, n }: Step) => and(that`${x} <= ${n}`, that`${n} <= ${c}`),
  steps: ({ x, c, h, n }: Step) => {
    const G = sum(N, (k) => ex`${c}^(${N} - 1 - ${k})*${x}^${k}`);
    return [
      by.positive(that`${c} > 0`),
      by.positive(that`${c} - ${x} >= 0`),
      ...Array.from({ length: 2 * N - 2 }, (_, m) => [
        by.positive(that`(${c} - ${x})*${sum(m + 1, (k) => ex`${c}^(${m} - ${k})*${x}^${k}`)} >= 0`),
        by.positive(that`${c}^(${m} + 1) - ${x}^(${m} + 1) >= 0`),
      ]).flat(),
      ...Array.from({ length: N }, (_, k) => [
        by.positive(that`${h}*${c}^(${N} - 1 - ${k})*(${c}^(${N} - 1 + ${k}) - ${x}^(${N} - 1 + ${k})) >= 0`),
      ]).flat(),
      by.positive(that`1 - ${h}*${x}^(${N} - 1)*${G} >= 0`),
      by.positive(that`${h}*${x}^(${N} - 1)*(${c} - ${x})*${G} >= 0`),
      by.positive(that`(${c} - ${x})*(1 - ${h}*${x}^(${N} - 1)*${G}) >= 0`),
      by.rewrite(that`${n} - ${x} = ${h}*${x}^(${N} - 1)*(${c} - ${x})*${G}`),
      by.rewrite(that`${c} - ${n} = (${c} - ${x})*(1 - ${h}*${x}^(${N} - 1)*${G})`),
    ];
  },
});

export default claim('incremental/identical-layers', {
  says: 'GD on one weight per layer, x ↦ x − ηx^{N−1}(x^N − λ): below the target and for Nηλ^{2−2/N} ≤ 1 it rises and never passes it.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its modes; rederived' },
  notes: 'x^N ≈ λ > 0, loss (x^N − λ)²/(2N); λ = cᴺ so that the target is c.',
  sizes: { N: size(1, 4) },
  reals: { x: real('(0, 2]'), c: real('(0, 2]'), eta: real('(0, 1]') },
  constants: { bound: constant('1', { to: '3/2' }) },
  where: ({ N, x, c, eta }) => ({
    run: descent({ start: { x }, loss: ({ x }) => ex`(${x}^${N} - ${c}^${N})^2/(2*${N})`, eta }),
  }),
  assume: ({ N, x, c, eta, bound }) => [that`${x} <= ${c}`, that`${N}*${eta}*${c}^(2*${N} - 2) <= ${bound}`],
  conclude: ({ run, c }) => run.always(({ x, next }) => that`${x} <= ${next.x} <= ${c}`),
  derivation: ({ N, run, c, eta }) => [
    by.induction(run, {
      keeps: ({ x }) => that`0 < ${x} <= ${c}`,
      step: ({ x, next }) => by.lemma({ x, c, h: eta, n: next.x }, rises(N)),
    }),
    by.always(run, ({ x, next }) => by.lemma({ x, c, h: eta, n: next.x }, rises(N))),
  ],
});
