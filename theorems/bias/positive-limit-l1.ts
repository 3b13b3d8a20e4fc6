import { by, claim, type Expr, ex, matrix, real, size, that, vector } from 'counterflow';
import { logOfProduct } from '../_hyperbolic.ts';
import { chou2021 } from '../_papers.ts';
import { leastOf } from '../_steps.ts';
import { orthogonal } from './flow-limit-l1.ts';

export default claim('bias/positive-limit-l1', {
  says: 'The limit x of the flow on a positive product of two layers at α: ‖x‖₁/‖z‖₁ ≤ 1 + ln d/ln(‖z‖₁/(dα²)) for every z ≥ 0 with Az = y.',
  status: 'theorem',
  source: { ...chou2021, where: 'its ℓ1 bias; this form without thresholds is ours' },
  notes: 'The limit is x = α² exp(Aᵀλ), so λ is free and y = Ax; A annihilates a, z = x + sa ≥ 0, ‖z‖₁ > dα².',
  sizes: { n: size(1, 2), d: size(2, 4) },
  reals: {
    M: matrix('n', 'd', '[-1, 1]'),
    a: vector('d', '[-1, 1]'),
    s: real('[-2, 2]'),
    lambda: vector('n', '[-20, 20]'),
    alpha: real('(0, 1]', { scale: 'log' }),
  },
  where: ({ M, a, s, lambda, alpha }) => {
    const A = ex`${M} - (${M}*${a})*${a}'/sum(${a}^2)`;
    const x = ex`${alpha}^2*exp(${A}'*${lambda})`;
    return { x, z: ex`${x} + ${s}*${a}` };
  },
  assume: ({ d, a, z, alpha }) => [that`sum(${a}^2) > 0`, that`min(${z}) >= 0`, that`sum(${z}) > ${d}*${alpha}^2`],
  conclude: ({ d, x, z, alpha }) => {
    const gain = ex`ln(sum(${z})/(${d}*${alpha}^2))`;
    return that`sum(${x})*${gain} <= sum(${z})*(${gain} + ln(${d}))`;
  },
  derivation: ({ d, M, a, s, lambda, alpha, x, z }) => {
    const A = ex`${alpha}^2`;
    const l = ex`(${M} - (${M}*${a})*${a}'/sum(${a}^2))'*${lambda}`;
    const R = ex`sum(${z})`;
    const [g, c] = [ex`ln(${R}/(${d}*${A}))`, ex`ln(${R}/${A})`];
    return [
      leastOf(z, d),
      by.positive(that`${z} >= 0`),
      by.positive(that`${A} > 0`),
      by.positive(that`${R} > 0`),
      by.positive(that`${R}/(${d}*${A}) > 0`),
      by.positive(that`${R}/${A} > 0`),
      by.law('expLog', ex`${R}/(${d}*${A})`),
      by.law('expLog', ex`${R}/${A}`),
      logOfProduct(ex`${R}/(${d}*${A})`, ex`${d}`),
      by.ring(that`${c} = ln(${R}/(${d}*${A})*${d})`),
      by.rewrite(that`${c} = ${g} + ln(${d})`),
      ...orthogonal(l, a, s, x, z, ex`1`),
      by.ring(that`sum(${l}*(${z}/1)) = sum(${l}*${z})`),
      by.ring(that`sum(${l}*(${x}/1)) = sum(${l}*${x})`),
      by.rewrite(that`sum(${l}*${z}) = sum(${l}*${x})`),
      by.lemma({ x, s: l, A, g }, below),
      by.lemma(
        { z, d: R },
        {
          from: ({ z, d }) => [that`${z} >= 0`, that`${d} = sum(${z})`],
          shows: ({ z, d }) => that`${z} <= ${d}`,
          steps: ({ z }) => by.positive(that`sum(${z}) - ${z} >= 0`),
        },
      ),
      by.lemma({ x, z, s: l, A, R, c }, above),
      by.lemma(
        { x, z, l, R, g, c, e: ex`ln(${d})`, H: ex`${A}*exp(${g})`, K: ex`exp(${g})`, A },
        {
          from: ({ x, z, l, R, g, c, e, H, K, A }) => [
            that`${A} > 0`,
            that`${R} = sum(${z})`,
            that`${c} = ${g} + ${e}`,
            that`${H} = ${A}*${K}`,
            that`${K} = ${R}/(${d}*${A})`,
            that`sum(${l}*${z}) = sum(${l}*${x})`,
            that`${x}*(${l} - 1 - ${g}) + ${H} >= 0`,
            that`${z}*(${c} - 1) + ${x} - ${z}*${l} >= 0`,
          ],
          shows: ({ x, R, g, e }) => that`sum(${x})*${g} <= ${R}*(${g} + ${e})`,
          steps: ({ x, z, l, R, g, c, e, H }) => [
            by.rewrite(that`${d}*${H} = ${R}`),
            by.positive(that`sum(${x}*(${l} - 1 - ${g}) + ${H}) >= 0`),
            by.positive(that`sum(${z}*(${c} - 1) + ${x} - ${z}*${l}) >= 0`),
            by.ring(that`sum(${x}*(${l} - 1 - ${g}) + ${H}) = sum(${l}*${x}) - sum(${x}) - ${g}*sum(${x}) + ${d}*${H}`),
            by.ring(that`sum(${z}*(${c} - 1) + ${x} - ${z}*${l}) = sum(${z})*(${c} - 1) + sum(${x}) - sum(${l}*${z})`),
            by.rewrite(
              that`${R}*(${g} + ${e}) - sum(${x})*${g} = sum(${x}*(${l} - 1 - ${g}) + ${H}) + sum(${z}*(${c} - 1) + ${x} - ${z}*${l})`,
            ),
          ],
        },
      ),
    ];
  },
});

type Below = { readonly [N in 'x' | 's' | 'A' | 'g']: Expr };
/** x ln(x/A) − x ≥ gx − Ae^g, with x = Ae^s: the tangent of exp at g − s. */
const below = {
  entries: true,
  from: ({ x, s, A }: Below) => [that`${A} > 0`, that`${x} = ${A}*exp(${s})`],
  shows: ({ x, s, A, g }: Below) => that`${x}*(${s} - 1 - ${g}) + ${A}*exp(${g}) >= 0`,
  steps: ({ x, s, A, g }: Below) => [
    by.law('expTangent', ex`${g} - ${s}`),
    by.law('expAdd', s, ex`${g} - ${s}`),
    by.positive(that`${A}*exp(${s})*(exp(${g} - ${s}) - (1 + (${g} - ${s}))) >= 0`),
    by.rewrite(that`${x}*(${s} - 1 - ${g}) + ${A}*exp(${g}) = ${A}*exp(${s})*(exp(${g} - ${s}) - (1 + (${g} - ${s})))`),
  ],
};
type Above = { readonly [N in 'x' | 'z' | 's' | 'A' | 'R' | 'c']: Expr };
/** zs ≤ z(c − 1) + x for 0 ≤ z ≤ R = Ae^c: the tangent of exp at s − c, and x = Re^{s−c}. */
const above = {
  entries: true,
  from: ({ x, z, s, A, R, c }: Above) => [
    that`${A} > 0`,
    that`${x} = ${A}*exp(${s})`,
    that`exp(${c}) = ${R}/${A}`,
    that`0 <= ${z}`,
    that`${z} <= ${R}`,
  ],
  shows: ({ x, z, s, c }: Above) => that`${z}*(${c} - 1) + ${x} - ${z}*${s} >= 0`,
  steps: ({ x, z, s, A, R, c }: Above) => [
    by.law('expTangent', ex`${s} - ${c}`),
    by.law('expAdd', c, ex`${s} - ${c}`),
    by.ring(that`exp(${c} + (${s} - ${c})) = exp(${s})`),
    by.rewrite(that`exp(${s}) = ${R}/${A}*exp(${s} - ${c})`),
    by.rewrite(that`${x} = ${R}*exp(${s} - ${c})`),
    by.positive(that`${z}*(exp(${s} - ${c}) - (1 + (${s} - ${c}))) >= 0`),
    by.positive(that`(${R} - ${z})*exp(${s} - ${c}) >= 0`),
    by.rewrite(
      that`${z}*(${c} - 1) + ${x} - ${z}*${s} = ${z}*(exp(${s} - ${c}) - (1 + (${s} - ${c}))) + (${R} - ${z})*exp(${s} - ${c})`,
    ),
  ],
};
