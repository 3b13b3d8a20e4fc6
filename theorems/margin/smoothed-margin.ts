import { and, by, claim, type Expr, ex, flow, matrix, pairs, product, size, sum, that } from 'counterflow';
import { logUpTo } from '../_hyperbolic.ts';
import { lyu2020 } from '../_papers.ts';

export default claim('margin/smoothed-margin', {
  says: 'Depth K, exponential loss L < 1: the smoothed margin −ln L/‖θ‖^K never falls along gradient flow.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'L = Σ exp(−z_i·w), w = w₁∘…∘w_K, layers are the rows of W. The rate of its logarithm at an arbitrary state.',
  sizes: { K: size(1, 3), n: size(2, 3), d: size(1, 2) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), W: matrix('K', 'd', '[-2, 2]') },
  where: ({ K, Z, W }) => {
    const start = flow({
      start: { W },
      observe: ({ W }) => {
        const L = ex`sum(exp(-${Z}*${product(K, (l) => W.row(l))}))`;
        const size2 = ex`norm(${W})^2`;
        return { L, logMargin: ex`ln(-ln(${L})) - ${K}/2*ln(${size2})`, margin: ex`-ln(${L})/${size2}^(${K}/2)` };
      },
      loss: ({ L }) => L,
    }).at(0);
    return { L: start.L, rate: start.rate.logMargin, marginRate: start.rate.margin };
  },
  assume: ({ L }) => that`${L} < 1`,
  conclude: ({ rate }) => that`${rate} >= 0`,
  derivation: ({ K, n, d, Z, W, L, rate }) => {
    const layers = [...Array(K).keys()];
    const samples = [...Array(n).keys()];
    const w = product(K, (l) => W.row(l));
    const f = ex`${Z}*${w}`;
    const M = ex`exp(-${Z}*${w})`;
    const others = (l: number) => layers.filter((k) => k !== l).reduce((e, k) => ex`${e}*${W.row(k)}`, ex`ones(${d})`);
    const pull = (l: number) => ex`(${Z}'*${M})*(${others(l)})`;
    const V2 = sum(K, (l) => ex`sum((${pull(l)})^2)`);
    const nu = ex`sum(${M}*${f})`;
    const entries = layers.flatMap((l) => [...Array(d).keys()].map((j) => [W.at(l, j), ex`${pull(l)}`.at(j)] as const));
    const size2 = sum(entries, ([a]) => ex`${a}^2`);
    const inner = sum(entries, ([a, b]) => ex`${a}*${b}`);
    const apart =
      entries.length === 1
        ? ex`0`
        : sum(
            pairs(entries.length),
            ([i, j]) => ex`(${entries[i]![0]}*${entries[j]![1]} - ${entries[j]![0]}*${entries[i]![1]})^2`,
          );
    return [
      by.positive(that`${L} > 0`),
      by.law('expLog', L),
      logBelowOne(L),
      // Every margin is at least λ = −ln L, as each e^{−f_i} is at most L.
      ...samples.flatMap((i) => [
        by.positive(that`${M.at(i)} <= ${L}`),
        logUpTo(M.at(i), L),
        by.law('logExp', ex`-${Z}*${w}`.at(i)),
      ]),
      by.lemma(
        { M, f, L, k: ex`-ln(${L})` },
        {
          from: ({ M, f, L, k }) => [
            that`${M} > 0`,
            that`${k} > 0`,
            that`${L} > 0`,
            that`${L} = sum(${M})`,
            that`${k} <= ${f}`,
          ],
          shows: ({ M, f, L, k }) => that`${k}*${L} <= sum(${M}*${f})`,
          steps: ({ M, f, k }) => by.positive(that`${M}*(${f} - ${k}) >= 0`),
        },
      ),
      // Cauchy–Schwarz between the weights and their velocity, with ⟨W, V⟩ = Kν.
      by.ring(that`${inner} = ${K}*${nu}`),
      by.ring(that`${size2}*${V2} - (${inner})^2 = ${apart}`),
      ...(entries.length === 1 ? [] : [by.positive(that`${apart} >= 0`)]),
      by.positive(that`${size2} >= 0`),
      by.positive(that`${V2} >= 0`),
      by.lemma({ S: size2, V: V2, P: inner, Q: apart, m: nu, k: ex`-ln(${L})`, L }, schwarz(K)),
      by.ring(that`${rate} = ${V2}/(${L}*-ln(${L})) - ${K}^2*${nu}/${size2}`),
    ];
  },
});

type Parts = { readonly [N in 'S' | 'V' | 'P' | 'Q' | 'm' | 'k' | 'L']: Expr };
/** S‖V‖² ≥ K²ν² and ν ≥ λL > 0: S > 0, and ‖V‖²/(Lλ) ≥ K²ν²/(SLλ) ≥ K²ν/S. */
const schwarz = (K: number) => ({
  from: ({ S, V, P, Q, m, k, L }: Parts) => [
    that`${S} >= 0`,
    that`${V} >= 0`,
    that`${Q} >= 0`,
    that`${k} > 0`,
    that`${L} > 0`,
    that`${k}*${L} <= ${m}`,
    that`${P} = ${K}*${m}`,
    that`${S}*${V} - ${P}^2 = ${Q}`,
  ],
  shows: ({ S, V, m, k, L }: Parts) => and(that`${S} > 0`, that`${V}/(${L}*${k}) - ${K}^2*${m}/${S} >= 0`),
  steps: ({ S, V, Q, m, k, L }: Parts) => [
    by.positive(that`${k}*${L} > 0`),
    by.positive(that`${m} > 0`),
    by.positive(that`${K}^2*${m}^2 > 0`),
    by.rewrite(that`${S}*${V} = ${K}^2*${m}^2 + ${Q}`),
    by.positive(that`${S}*${V} > 0`),
    by.contradiction(that`${S} > 0`, by.positive(that`-${S}*${V} >= 0`)),
    by.positive(that`(${Q} + ${K}^2*${m}*(${m} - ${k}*${L}))/(${S}*${L}*${k}) >= 0`),
    by.ring(that`${V}/(${L}*${k}) - ${K}^2*${m}/${S} = (${S}*${V} - ${K}^2*${m}*${k}*${L})/(${S}*${L}*${k})`),
    by.rewrite(that`${V}/(${L}*${k}) - ${K}^2*${m}/${S} = (${Q} + ${K}^2*${m}*(${m} - ${k}*${L}))/(${S}*${L}*${k})`),
  ],
});

/** ln x < 0 for 0 < x < 1. */
export const logBelowOne = (x: Expr) =>
  by.lemma(
    { x },
    {
      from: ({ x }) => [that`0 < ${x}`, that`${x} < 1`],
      shows: ({ x }) => that`-ln(${x}) > 0`,
      steps: ({ x }) => [by.law('expLog', x), by.law('expTangent', ex`ln(${x})`)],
    },
  );
