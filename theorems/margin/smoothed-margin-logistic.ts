import { and, by, claim, type Expr, ex, flow, matrix, pairs, product, size, sum, that } from 'counterflow';
import { logUpTo } from '../_hyperbolic.ts';
import { lyu2020 } from '../_papers.ts';
import { logBelowOne } from './smoothed-margin.ts';

export default claim('margin/smoothed-margin-logistic', {
  says: 'Depth K, logistic loss L < ln 2: −ln(e^L − 1)/‖θ‖^K never falls along gradient flow.',
  status: 'theorem',
  source: { ...lyu2020, where: 'its homogeneous setting; rederived' },
  notes: 'L = Σ ln(1 + exp(−z_i·w)), w = w₁∘…∘w_K, layers are the rows of W. The rate at an arbitrary state.',
  sizes: { K: size(1, 2), n: size(2, 3), d: size(1, 2) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), W: matrix('K', 'd', '[-2, 2]') },
  where: ({ K, Z, W }) => {
    const start = flow({
      start: { W },
      observe: ({ W }) => {
        const L = ex`sum(ln(1 + exp(-${Z}*${product(K, (l) => W.row(l))})))`;
        const power = ex`norm(${W})^${K}`;
        return { L, margin: ex`-ln(exp(${L}) - 1)/${power}`, plain: ex`-ln(${L})/${power}` };
      },
      loss: ({ L }) => L,
    }).at(0);
    return { L: start.L, rate: start.rate.margin, plainRate: start.rate.plain };
  },
  assume: ({ L }) => that`${L} < ln(2)`,
  conclude: ({ rate }) => that`${rate} >= 0`,
  derivation: ({ K, n, d, Z, W, L, rate }) => {
    const layers = [...Array(K).keys()];
    const samples = [...Array(n).keys()];
    const w = product(K, (l) => W.row(l));
    const f = ex`${Z}*${w}`;
    const M = ex`exp(-${Z}*${w})`;
    const slope = ex`${M}/(1 + ${M})`;
    const g = ex`exp(${L}) - 1`;
    const others = (l: number) => layers.filter((k) => k !== l).reduce((e, k) => ex`${e}*${W.row(k)}`, ex`ones(${d})`);
    const pull = (l: number) => ex`(${Z}'*${slope})*(${others(l)})`;
    const V2 = sum(K, (l) => ex`sum((${pull(l)})^2)`);
    const nu = ex`sum(${slope}*${f})`;
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
      by.positive(that`${M} > 0`),
      by.positive(that`1 + ${M} > 0`),
      below(L),
      ...productOfExp(L, M, n),
      by.lemma({ M, E: ex`exp(${L})` }, samplesBelow(n)),
      logBelowOne(g),
      // Every margin is at least λ = −ln(e^L − 1), as each e^{−f_i} is at most e^L − 1.
      ...samples.flatMap((i) => [logUpTo(M.at(i), g), by.law('logExp', ex`-${Z}*${w}`.at(i))]),
      by.lemma(
        { M, f, E: ex`exp(${L})`, k: ex`-ln(${g})` },
        {
          from: ({ M, f, E, k }) => [
            that`${M} > 0`,
            that`${k} > 0`,
            that`${E} > 0`,
            that`${k} <= ${f}`,
            that`${E} - 1 <= ${E}*sum(${M}/(1 + ${M}))`,
          ],
          shows: ({ M, f, E, k }) => that`${k}*(${E} - 1) <= ${E}*sum(${M}/(1 + ${M})*${f})`,
          steps: ({ M, f, E, k }) => [
            by.positive(that`1 + ${M} > 0`),
            by.positive(that`${M}/(1 + ${M})*(${f} - ${k}) >= 0`),
            by.positive(that`${E}*sum(${M}/(1 + ${M})*(${f} - ${k})) >= 0`),
            by.positive(that`${k}*(${E}*sum(${M}/(1 + ${M})) - (${E} - 1)) >= 0`),
          ],
        },
      ),
      by.ring(that`${inner} = ${K}*${nu}`),
      by.ring(that`${size2}*${V2} - (${inner})^2 = ${apart}`),
      ...(entries.length === 1 ? [] : [by.positive(that`${apart} >= 0`)]),
      by.positive(that`${size2} >= 0`),
      by.positive(that`${V2} >= 0`),
      by.lemma({ S: size2, V: V2, P: inner, Q: apart, m: nu, k: ex`-ln(${g})`, E: ex`exp(${L})` }, schwarz(K)),
      by.positive(that`norm(${W}) > 0`),
      by.ring(that`${rate} = (exp(${L})*${V2}/(${g}) - ${K}^2*${nu}*-ln(${g})/${size2})/norm(${W})^${K}`),
      by.positive(that`(exp(${L})*${V2}/(${g}) - ${K}^2*${nu}*-ln(${g})/${size2})/norm(${W})^${K} >= 0`),
    ];
  },
});

/** L < ln 2 gives e^L < 2. */
const below = (L: Expr) =>
  by.lemma(
    { L },
    {
      from: ({ L }) => that`${L} < ln(2)`,
      shows: ({ L }) => that`exp(${L}) < 2`,
      steps: ({ L }) => [
        by.law('expLog', 2),
        by.law('expTangent', ex`ln(2) - ${L}`),
        by.law('expAdd', ex`ln(2) - ${L}`, L),
        by.positive(that`exp(${L})*(exp(ln(2) - ${L}) - (1 + ln(2) - ${L})) >= 0`),
        by.positive(that`exp(${L})*(ln(2) - ${L}) > 0`),
        by.rewrite(that`exp(ln(2) - ${L})*exp(${L}) = 2`),
      ],
    },
  );

/** e^L = Π (1 + M_i) for L = Σ ln(1 + M_i). */
const productOfExp = (L: Expr, M: Expr, n: number) => {
  const logs = [...Array(n).keys()].map((i) => ex`ln(1 + ${M.at(i)})`);
  const upTo = (i: number) => logs.slice(0, i).reduce((s, t) => ex`${s} + ${t}`);
  const whole = product(n, (i) => ex`1 + ${M.at(i)}`);
  return [
    ...[...Array(n).keys()].map((i) => by.law('expLog', ex`1 + ${M.at(i)}`)),
    ...[...Array(n - 1).keys()].map((i) => by.law('expAdd', upTo(i + 1), logs[i + 1]!)),
    by.rewrite(that`exp(${L}) = ${whole}`),
  ];
};

type Samples = { readonly [N in 'M' | 'E']: Expr };
/** M_i ≤ Π (1 + M_j) − 1, and 1 − Π 1/(1 + M_j) ≤ Σ M_j/(1 + M_j). */
const samplesBelow = (n: number) => ({
  from: ({ M, E }: Samples) => [that`${M} > 0`, that`${E} < 2`, that`${E} = ${product(n, (i) => ex`1 + ${M.at(i)}`)}`],
  shows: ({ M, E }: Samples) =>
    and(that`${M} <= ${E} - 1`, that`${E} - 1 > 0`, that`${E} - 1 < 1`, that`${E} - 1 <= ${E}*sum(${M}/(1 + ${M}))`),
  steps: ({ M, E }: Samples) => {
    const [a, b, c] = [M.at(0), M.at(1), n === 3 ? M.at(2) : ex`0`];
    const second = ex`${a}*${b} + ${b}*${c} + ${c}*${a}`;
    const third = ex`${a}*${b}*${c}`;
    return [
      by.positive(that`1 + ${M} > 0`),
      by.positive(that`${second} >= 0`),
      by.positive(that`${third} >= 0`),
      by.rewrite(that`${E} - 1 = ${a} + ${b} + ${c} + (${second}) + ${third}`),
      by.rewrite(that`${E}*sum(${M}/(1 + ${M})) - (${E} - 1) = ${second} + 2*${third}`),
    ];
  },
});

type Parts = { readonly [N in 'S' | 'V' | 'P' | 'Q' | 'm' | 'k' | 'E']: Expr };
/** As for the exponential loss, with e^L/(e^L − 1) in place of 1/L. */
const schwarz = (K: number) => ({
  from: ({ S, V, P, Q, m, k, E }: Parts) => [
    that`${S} >= 0`,
    that`${V} >= 0`,
    that`${Q} >= 0`,
    that`${k} > 0`,
    that`${E} > 0`,
    that`${E} - 1 > 0`,
    that`${k}*(${E} - 1) <= ${E}*${m}`,
    that`${P} = ${K}*${m}`,
    that`${S}*${V} - ${P}^2 = ${Q}`,
  ],
  shows: ({ S, V, m, k, E }: Parts) => and(that`${S} > 0`, that`${E}*${V}/(${E} - 1) - ${K}^2*${m}*${k}/${S} >= 0`),
  steps: ({ S, V, Q, m, k, E }: Parts) => [
    by.positive(that`${k}*(${E} - 1) > 0`),
    by.positive(that`${E}*${m} > 0`),
    by.positive(that`${E}*${m}/${E} > 0`),
    by.rewrite(that`${E}*${m}/${E} = ${m}`),
    by.positive(that`${m} > 0`),
    by.positive(that`${K}^2*${m}^2 > 0`),
    by.rewrite(that`${S}*${V} = ${K}^2*${m}^2 + ${Q}`),
    by.positive(that`${S}*${V} > 0`),
    by.contradiction(that`${S} > 0`, by.positive(that`-${S}*${V} >= 0`)),
    by.positive(that`(${E}*${Q} + ${K}^2*${m}*(${E}*${m} - ${k}*(${E} - 1)))/(${S}*(${E} - 1)) >= 0`),
    by.ring(
      that`${E}*${V}/(${E} - 1) - ${K}^2*${m}*${k}/${S} = (${E}*(${S}*${V}) - ${K}^2*${m}*${k}*(${E} - 1))/(${S}*(${E} - 1))`,
    ),
    by.rewrite(
      that`${E}*${V}/(${E} - 1) - ${K}^2*${m}*${k}/${S} = (${E}*${Q} + ${K}^2*${m}*(${E}*${m} - ${k}*(${E} - 1)))/(${S}*(${E} - 1))`,
    ),
  ],
});
