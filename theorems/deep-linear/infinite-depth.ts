import { by, claim, type Expr, ex, real, size, sum, that } from 'counterflow';
import { inverse } from '../_hyperbolic.ts';
import { cohen2022 } from '../_papers.ts';

export default claim('deep-linear/infinite-depth', {
  says: 'λ_ij/N tends to λ^∞ = (σ_i² − σ_j²)/(ln σ_i² − ln σ_j²): σ_i^{−2/N} λ^∞ ≤ λ_ij/N ≤ σ_j^{−2/N} λ^∞ for σ_i > σ_j.',
  status: 'theorem',
  source: { ...cohen2022, where: 'its infinite depth limit; the rate is ours' },
  notes: 'σ_i = e^a, σ_j = e^b, so that roots are exponentials; λ_ij = Σ_p σ_i^{2(N−p)/N} σ_j^{2(p−1)/N}.',
  sizes: { N: size(1, 8) },
  reals: { a: real('[-1, 1]'), b: real('[-1, 1]') },
  where: ({ N, a, b }) => ({
    lambda: sum(N, (p) => ex`exp(2*(${N} - 1 - ${p})/${N}*${a} + 2*${p}/${N}*${b})`),
    limit: ex`(exp(2*${a}) - exp(2*${b}))/(2*(${a} - ${b}))`,
  }),
  assume: ({ a, b }) => that`${a} > ${b}`,
  conclude: ({ N, a, b, lambda, limit }) =>
    that`exp(-2*${a}/${N})*${limit} <= ${lambda}/${N} <= exp(-2*${b}/${N})*${limit}`,
  derivation: ({ N, a, b, lambda, limit }) => {
    const [A, B] = [ex`2/${N}*${a}`, ex`2/${N}*${b}`];
    const [q, s] = [ex`exp(${A})`, ex`exp(${B})`];
    return [
      ...powers(A, N),
      ...powers(B, N),
      ...[...Array(N).keys()].map((p) =>
        by.lemma(
          {
            x: ex`2*(${N} - 1 - ${p})/${N}*${a}`,
            z: ex`2*${p}/${N}*${b}`,
            Q: ex`${q}^(${N} - 1 - ${p})`,
            S: ex`${s}^${p}`,
          },
          {
            from: ({ x, z, Q, S }) => [that`exp(${x}) = ${Q}`, that`exp(${z}) = ${S}`],
            shows: ({ x, z, Q, S }) => that`exp(${x} + ${z}) = ${Q}*${S}`,
            steps: ({ x, z }) => by.law('expAdd', x, z),
          },
        ),
      ),
      by.rewrite(that`${lambda} = ${sum(N, (p) => ex`${q}^(${N} - 1 - ${p})*${s}^${p}`)}`),
      by.law('expTangent', ex`${A} - ${B}`),
      by.law('expTangent', ex`${B} - ${A}`),
      by.law('expAdd', ex`${A} - ${B}`, B),
      by.law('expAdd', ex`${B} - ${A}`, A),
      by.law('expNeg', A),
      by.law('expNeg', B),
      inverse(q, ex`exp(-${A})`),
      inverse(s, ex`exp(-${B})`),
      by.positive(that`${A} - ${B} > 0`),
      by.lemma({ q, s, h: ex`${A} - ${B}`, R: ex`exp(${A} - ${B})`, F: ex`exp(${B} - ${A})` }, chord),
      by.lemma(
        {
          ...{ q, s, h: ex`${A} - ${B}`, l: lambda, k: limit, w: ex`${a} - ${b}` },
          ...{ x: ex`exp(2*${a})`, y: ex`exp(2*${b})`, P: ex`exp(-${A})`, Q: ex`exp(-${B})` },
        },
        between(N),
      ),
    ];
  },
});

/** e^{kA} = (e^A)^k for k ≤ N. */
const powers = (A: Expr, N: number) => [
  by.law('expZero'),
  ...[...Array(N + 1).keys()].flatMap((k) =>
    k < 2 ? [] : [by.law('expAdd', ex`${k - 1}*${A}`, A), by.rewrite(that`exp(${k}*${A}) = exp(${A})^${k}`)],
  ),
];

type Chord = { readonly [N in 'q' | 's' | 'h' | 'R' | 'F']: Expr };
/** s·h ≤ q − s ≤ q·h for q = e^A, s = e^B, h = A − B, by the tangents of exp. */
const chord = {
  from: ({ q, s, h, R, F }: Chord) => [
    that`${q} > 0`,
    that`${s} > 0`,
    that`${q} = ${R}*${s}`,
    that`${s} = ${F}*${q}`,
    that`1 + ${h} <= ${R}`,
    that`1 - ${h} <= ${F}`,
  ],
  shows: ({ q, s, h }: Chord) => that`${s}*${h} <= ${q} - ${s} <= ${q}*${h}`,
  steps: ({ q, s, h, R, F }: Chord) => [
    by.positive(that`${s}*(${R} - (1 + ${h})) >= 0`),
    by.positive(that`${q}*(${F} - (1 - ${h})) >= 0`),
  ],
};

type Sum = { readonly [N in 'q' | 's' | 'h' | 'l' | 'k' | 'w' | 'x' | 'y' | 'P' | 'Q']: Expr };
/** λ = (q^N − s^N)/(q − s) and λ^∞ = (q^N − s^N)/(Nh). */
const between = (N: number) => ({
  from: ({ q, s, h, l, k, w, x, y, P, Q }: Sum) => [
    that`${q} > 0`,
    that`${s} > 0`,
    that`${h} > 0`,
    that`${P} = 1/${q}`,
    that`${Q} = 1/${s}`,
    that`${s}*${h} <= ${q} - ${s}`,
    that`${q} - ${s} <= ${q}*${h}`,
    that`${w} = ${N}*${h}/2`,
    that`${x} = ${q}^${N}`,
    that`${y} = ${s}^${N}`,
    that`${l} = ${sum(N, (p) => ex`${q}^(${N} - 1 - ${p})*${s}^${p}`)}`,
    that`${k} = (${x} - ${y})/(2*${w})`,
  ],
  shows: ({ l, k, P, Q }: Sum) => that`${P}*${k} <= ${l}/${N} <= ${Q}*${k}`,
  steps: ({ q, s, h, l, k, P, Q }: Sum) => {
    const G = sum(N, (p) => ex`${q}^(${N} - 1 - ${p})*${s}^${p}`);
    return [
      by.positive(that`${G} > 0`),
      by.positive(that`${G}*(${q}*${h} - (${q} - ${s}))/(${q}*${h}*${N}) >= 0`),
      by.positive(that`${G}*((${q} - ${s}) - ${s}*${h})/(${s}*${h}*${N}) >= 0`),
      by.rewrite(that`${l}/${N} - ${P}*${k} = ${G}*(${q}*${h} - (${q} - ${s}))/(${q}*${h}*${N})`),
      by.rewrite(that`${Q}*${k} - ${l}/${N} = ${G}*((${q} - ${s}) - ${s}*${h})/(${s}*${h}*${N})`),
    ];
  },
});
