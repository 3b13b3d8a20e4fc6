import { and, by, claim, type Expr, evolve, ex, matrix, real, size, that, vector } from 'counterflow';
import { pesme2021 } from '../_papers.ts';

type Entry = { readonly [N in 'p' | 'q' | 'a' | 'C' | 'G' | 'w']: Expr };

export default claim('bias/stochastic-flow', {
  says: 'Along the flow of w = p² − q² driven by any signal in the range of Xᵀ, with the drift of its Itô correction: pq = α² exp(−4γc∫L), and w = 2pq sinh(−2Xᵀ∫(r/n + b)).',
  status: 'theorem',
  source: { ...pesme2021, where: 'its stochastic gradient flow, along one path' },
  notes:
    'L = ‖Xw − y‖²/(4n), r = Xw − y, c = diag(XᵀX)/n, p = q = α at 0. Its noise 2√(γL/n)·Xᵀ dB stands as Xᵀb with a continuous signal b, and contributes −2γcL to the drift of ln p and ln q. So α shrinks by exp(−2γc∫L), and the mirror variable stays in the range of Xᵀ.',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    alpha: vector('d', '[1/10, 1]'),
    gamma: real('(0, 1]'),
  },
  inputs: { b: vector('n', '[-1, 1]') },
  where: ({ n, X, y, alpha, gamma, b }) => {
    const c = ex`diag(${X}'*${X})/${n}`;
    return {
      c,
      run: evolve({
        start: { p: alpha, q: alpha },
        observe: ({ p, q }) => {
          const w = ex`${p}^2 - ${q}^2`;
          const r = ex`${X}*${w} - ${y}`;
          return { w, r, L: ex`sum(${r}^2)/(4*${n})` };
        },
        integrals: ({ r, L }) => ({ I: L, J: ex`${r}/${n} + ${b}` }),
        field: ({ p, q, r, L }) => ({
          p: ex`-(${X}'*(${r}/${n} + ${b}))*${p} - 2*${gamma}*${c}*${L}*${p}`,
          q: ex`(${X}'*(${r}/${n} + ${b}))*${q} - 2*${gamma}*${c}*${L}*${q}`,
        }),
      }),
    };
  },
  conclude: ({ run, X, alpha, gamma, c }) => [
    run.always(({ p, q, I }) => that`${p}*${q} = ${alpha}^2*exp(-4*${gamma}*${c}*${I})`),
    run.always(({ p, q, w, J }) => that`${w} = 2*${p}*${q}*sinh(-2*(${X}'*${J}))`),
  ],
  derivation: ({ run, X, alpha, gamma, c }) => [
    by.constant(run, ({ p, I, J }) => ex`${p}*exp(${X}'*${J} + 2*${gamma}*${c}*${I})`),
    by.constant(run, ({ q, I, J }) => ex`${q}*exp(2*${gamma}*${c}*${I} - ${X}'*${J})`),
    by.along(
      run,
      ({ p, q, w, I, J }) =>
        and(that`${p}*${q} = ${alpha}^2*exp(-4*${gamma}*${c}*${I})`, that`${w} = 2*${p}*${q}*sinh(-2*(${X}'*${J}))`),
      ({ p, q, w, I, J }) => [
        by.law('expZero'),
        by.lemma({ p, q, a: alpha, C: ex`2*${gamma}*${c}*${I}`, G: ex`${X}'*${J}`, w }, closedForm),
      ],
    ),
  ],
});

/** p e^{G + C} = α = q e^{C − G}. */
const closedForm = {
  entries: true,
  from: ({ p, q, a, C, G, w }: Entry) => [
    that`${p}*exp(${G} + ${C}) = ${a}`,
    that`${q}*exp(${C} - ${G}) = ${a}`,
    that`${w} = ${p}^2 - ${q}^2`,
  ],
  shows: ({ p, q, a, C, G, w }: Entry) =>
    and(that`${p}*${q} = ${a}^2*exp(-2*${C})`, that`${w} = 2*${p}*${q}*sinh(-2*${G})`),
  steps: ({ p, q, a, C, G, w }: Entry) => [
    by.law('expNeg', ex`${G} + ${C}`),
    by.law('expNeg', ex`${C} - ${G}`),
    by.rewrite(that`${p} = ${a}*exp(-(${G} + ${C}))`),
    by.rewrite(that`${q} = ${a}*exp(-(${C} - ${G}))`),
    by.law('expAdd', ex`-(${G} + ${C})`, ex`-(${C} - ${G})`),
    by.law('expAdd', ex`-(${G} + ${C})`, ex`-(${G} + ${C})`),
    by.law('expAdd', ex`-(${C} - ${G})`, ex`-(${C} - ${G})`),
    by.law('expAdd', ex`-2*${C}`, ex`-2*${G}`),
    by.law('expAdd', ex`-2*${C}`, ex`2*${G}`),
    by.law('sinhExp', ex`-2*${G}`),
    by.rewrite(that`${p}*${q} = ${a}^2*exp(-2*${C})`),
    by.rewrite(that`${p}^2 = ${a}^2*exp(-2*${C})*exp(-2*${G})`),
    by.rewrite(that`${q}^2 = ${a}^2*exp(-2*${C})*exp(2*${G})`),
    by.rewrite(that`${w} = 2*${p}*${q}*sinh(-2*${G})`),
  ],
};
