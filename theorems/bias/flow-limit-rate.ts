import { and, by, claim, type Expr, ex, real, size, that, vector } from 'counterflow';
import { logUpTo, sinhAbove } from '../_hyperbolic.ts';
import { woodworth2020 } from '../_papers.ts';
import { holder, mostOf } from '../_steps.ts';
import { convexity, q } from '../potential/hyperbolic-convex.ts';
import { entropyAbove, entropyBelow } from '../potential/hyperbolic-entropy.ts';
import { fenchel } from '../potential/hyperbolic-fenchel.ts';
import { even, tangent } from './flow-limit-l1.ts';

export default claim('bias/flow-limit-rate', {
  says: 'One sample, R = |y|/‖x‖∞ the least ℓ1 norm, ρ = R/α² > ed: S/R ≤ ((1 + d/ρ) ln(ρ + d) − 1)/(ln(ρ/d) − 1).',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its limit of the flow; explicit form of the approach to least ℓ1 norm is ours' },
  notes:
    'S = ‖w‖₁ of the flow limit w = 2α² sinh(λx) on u² − v² from u = v = α, y = ⟨x, w⟩. The excess is about ln d/ln(R/α²).',
  sizes: { d: size(2, 6) },
  reals: { x: vector('d', '[-1, 1]'), lambda: real('(0, 40]'), alpha: real('(0, 1]', { scale: 'log' }) },
  where: ({ x, lambda, alpha }) => {
    const w = ex`2*${alpha}^2*sinh(${lambda}*${x})`;
    const R = ex`sum(${x}*${w})/normInf(${x})`;
    return { S: ex`norm1(${w})`, R, rho: ex`${R}/${alpha}^2` };
  },
  assume: ({ d, rho }) => that`${rho} > ${d}*exp(1)`,
  conclude: ({ d, S, R, rho }) => that`${S}*(ln(${rho}/${d}) - 1) <= ${R}*((1 + ${d}/${rho})*ln(${rho} + ${d}) - 1)`,
  derivation: ({ d, x, lambda, alpha, S, R, rho }) => {
    const A = ex`${alpha}^2`;
    const w = ex`2*${alpha}^2*sinh(${lambda}*${x})`;
    const [W, l, m] = [ex`abs(${w})/${A}`, ex`${lambda}*${x}`, ex`normInf(${x})`];
    const top = ex`cosh(${lambda}*${m}) - 1`;
    return [
      by.positive(that`${A} > 0`),
      by.positive(that`exp(1) > 0`),
      by.lemma(
        { r: rho, e: ex`exp(1)` },
        { from: ({ r, e }) => [that`${e} > 0`, that`${r} > ${d}*${e}`], shows: ({ r }) => that`${r} > 0` },
      ),
      by.positive(that`${m} >= 0`),
      mostOf(ex`abs(${x})`, d),
      by.positive(that`abs(${x}) <= ${m}`),
      // The potential of the limit is at most that of the interpolator on the largest entry, q(ρ).
      by.lemma({ s: l, W: ex`${w}/${A}`, Z: ex`0*${x}` }, tangent),
      ...atMostSum(x, d, lambda),
      by.lemma(
        { z: rho, s: ex`${lambda}*${m}` },
        { shows: ({ z, s }) => that`${q(z)} + 2*(cosh(${s}) - 1) - ${s}*${z} >= 0`, steps: fenchel },
      ),
      by.lemma(
        { x, w, m, A, k: lambda, r: rho },
        {
          from: ({ x, w, m, A, r }) => [that`${A} > 0`, that`${m} >= 0`, that`${r} = sum(${x}*${w})/${m}/${A}`],
          shows: ({ x, w, m, A, k, r }) =>
            and(
              that`${m} > 0`,
              that`sum(${k}*${x}*(${w}/${A})) = ${k}*${m}*${r}`,
              that`sum(${x}*${w}) = ${m}*${A}*${r}`,
            ),
          steps: ({ x, w, m, A, k }) => [
            by.contradiction(that`${m} > 0`),
            by.ring(that`sum(${k}*${x}*(${w}/${A})) = ${k}*${m}*(sum(${x}*${w})/${m}/${A})`),
            by.ring(that`sum(${x}*${w}) = ${m}*${A}*(sum(${x}*${w})/${m}/${A})`),
          ],
        },
      ),
      by.lemma(
        {
          W: ex`${w}/${A}`,
          l,
          C: ex`cosh(${l})`,
          p: q(ex`${w}/${A}`),
          e: q(rho),
          t0: top,
          k: ex`${lambda}*${m}`,
          r: rho,
        },
        {
          from: ({ W, l, C, p, e, t0, k, r }) => [
            that`${p} = ${l}*${W} - 2*(${C} - 1)`,
            that`sum(${l}*${W}) = ${k}*${r}`,
            that`${t0} <= sum(${C} - 1)`,
            that`${e} + 2*${t0} - ${k}*${r} >= 0`,
          ],
          shows: ({ p, e }) => that`sum(${p}) <= ${e}`,
        },
      ),
      even(w, A),
      convexity(W, d),
      // S ≥ R, so that ln(S/(dα²)) ≥ ln(ρ/d).
      holder(x, w, m),
      by.lemma(
        { f: ex`abs(${w})`, V: ex`sum(${W})`, A },
        {
          from: ({ f, V, A }) => [that`${A} > 0`, that`${V} = sum(${f}/${A})`],
          shows: ({ f, V, A }) => that`${V} = sum(${f})/${A}`,
        },
      ),
      by.lemma(
        { R, A, r: rho },
        {
          from: ({ R, A, r }) => [that`${A} > 0`, that`${r} = ${R}/${A}`],
          shows: ({ R, A, r }) => that`${R} = ${A}*${r}`,
        },
      ),
      by.lemma(
        { m, A, r: rho, c: ex`sum(${x}*${w})`, f: ex`sum(abs(${w}))`, V: ex`sum(${W})` },
        {
          from: ({ m, A, r, c, f, V }) => [
            that`${A} > 0`,
            that`${m} > 0`,
            that`${c} = ${m}*${A}*${r}`,
            that`${c} <= ${m}*${f}`,
            that`${V} = ${f}/${A}`,
          ],
          shows: ({ r, V }) => that`${r} <= ${V}`,
          steps: ({ m, A, r, f, V }) => [
            by.positive(that`${m}*(${f} - ${A}*${r}) >= 0`),
            by.positive(that`${m}*(${f} - ${A}*${r})/(${m}*${A}) >= 0`),
            by.rewrite(that`${V} - ${r} = ${m}*(${f} - ${A}*${r})/(${m}*${A})`),
          ],
        },
      ),
      by.lemma(
        { V: ex`sum(${W})`, rho },
        {
          from: ({ V, rho }) => [that`${rho} > 0`, that`${rho} <= ${V}`],
          shows: ({ V, rho }) =>
            and(that`${V} > 0`, that`${V}/${d} > 0`, that`${rho}/${d} > 0`, that`${rho}/${d} <= ${V}/${d}`),
        },
      ),
      logUpTo(ex`${rho}/${d}`, ex`sum(${W})/${d}`),
      entropyBelow(ex`sum(${W})/${d}`),
      entropyAbove(rho),
      by.law('expZero'),
      by.law('logExp', 0),
      by.rewrite(that`ln(exp(0)) = ln(1)`),
      by.rewrite(that`ln(1) = 0`),
      by.law('expTangent', ex`1`),
      by.lemma(
        { r: rho },
        {
          from: ({ r }) => that`${r} > 0`,
          shows: ({ r }) => and(that`1 <= ${r} + ${d}`, that`1 + ${r} > 0`, that`1 + ${r} <= ${r} + ${d}`),
        },
      ),
      logUpTo(ex`1`, ex`${rho} + ${d}`),
      by.lemma(
        { o: ex`ln(1)`, h: ex`ln(${rho} + ${d})` },
        { from: ({ o, h }) => [that`${o} = 0`, that`${o} <= ${h}`], shows: ({ h }) => that`0 <= ${h}` },
      ),
      logUpTo(ex`1 + ${rho}`, ex`${rho} + ${d}`),
      by.lemma(
        {
          ...{ A, S, R, rho, V: ex`sum(${W})`, p: q(ex`${w}/${A}`), P: q(W), e: q(rho), f: q(ex`sum(${W})/${d}`) },
          ...{ a: ex`ln(${rho}/${d})`, b: ex`ln(sum(${W})/${d})`, g: ex`ln(1 + ${rho})`, h: ex`ln(${rho} + ${d})` },
        },
        {
          from: ({ A, S, R, rho, V, p, P, e, f, a, b, g, h }) => [
            that`${A} > 0`,
            that`${rho} > 0`,
            that`${V} > 0`,
            that`${V} = ${S}/${A}`,
            that`${R} = ${A}*${rho}`,
            that`sum(${p}) <= ${e}`,
            that`${P} = ${p}`,
            that`${d}*${f} <= sum(${P})`,
            that`${V}/${d}*${b} - ${V}/${d} <= ${f}`,
            that`${e} <= (1 + ${rho})*${g} - ${rho}`,
            that`${a} <= ${b}`,
            that`${g} <= ${h}`,
            that`0 <= ${h}`,
          ],
          shows: ({ S, R, rho, a, h }) => that`${S}*(${a} - 1) <= ${R}*((1 + ${d}/${rho})*${h} - 1)`,
          steps: ({ A, S, R, rho, V, e, f, a, b, g, h }) => [
            by.positive(that`${V}*(${b} - ${a}) >= 0`),
            by.positive(that`${d}*(${f} - (${V}/${d}*${b} - ${V}/${d})) >= 0`),
            by.positive(that`${e} - ${d}*${f} >= 0`),
            by.positive(that`(1 + ${rho})*(${h} - ${g}) >= 0`),
            by.positive(that`(${d} - 1)*${h} >= 0`),
            by.positive(that`${V}*(${a} - 1) <= (${rho} + ${d})*${h} - ${rho}`),
            by.positive(that`${A}*((${rho} + ${d})*${h} - ${rho} - ${V}*(${a} - 1)) >= 0`),
            by.rewrite(that`${S} = ${A}*${V}`),
            by.rewrite(
              that`${R}*((1 + ${d}/${rho})*${h} - 1) - ${S}*(${a} - 1) = ${A}*((${rho} + ${d})*${h} - ${rho} - ${V}*(${a} - 1))`,
            ),
          ],
        },
      ),
    ];
  },
});

/** cosh(λ‖x‖∞) − 1 ≤ Σ (cosh λx_i − 1): the largest is one of them, and none is negative. */
const atMostSum = (x: Expr, d: number, lambda: Expr) => {
  const C = (s: Expr) => ex`cosh(${lambda}*${s}) - 1`;
  const tops = [ex`abs(${x.at(0)})`];
  const parts = [C(x.at(0))];
  const steps = [...Array(d - 1).keys()].map((i) => {
    const [a, b, S] = [tops[i]!, ex`abs(${x.at(i + 1)})`, parts[i]!];
    tops.push(ex`max(${a}, ${b})`);
    parts.push(ex`${S} + (${C(x.at(i + 1))})`);
    return by.lemma(
      { a, b, k: lambda, S, c: C(x.at(i + 1)) },
      {
        from: ({ a, b, k, S, c }) => [
          that`${k} > 0`,
          that`cosh(${k}*${a}) - 1 <= ${S}`,
          that`${S} >= 0`,
          that`cosh(${k}*${b}) - 1 = ${c}`,
          that`${c} >= 0`,
        ],
        shows: ({ a, b, k, S, c }) => and(that`cosh(${k}*max(${a}, ${b})) - 1 <= ${S} + ${c}`, that`${S} + ${c} >= 0`),
        steps: ({ a, b, k, S, c }) => [
          by.positive(that`${S} + ${c} >= 0`),
          by.cases(that`cosh(${k}*max(${a}, ${b})) - 1 <= ${S} + ${c}`, {
            between: [a, b],
            below: [
              by.root(that`abs(${a} - ${b}) = ${b} - ${a}`),
              by.rewrite(that`max(${a}, ${b}) = ${b}`),
              by.rewrite(that`cosh(${k}*max(${a}, ${b})) = cosh(${k}*${b})`),
            ],
            above: [
              by.root(that`abs(${a} - ${b}) = ${a} - ${b}`),
              by.rewrite(that`max(${a}, ${b}) = ${a}`),
              by.rewrite(that`cosh(${k}*max(${a}, ${b})) = cosh(${k}*${a})`),
            ],
          }),
        ],
      },
    );
  });
  return [
    by.lemma({ y: x, k: lambda }, ofModulus),
    by.lemma(
      { a: ex`cosh(${lambda}*${tops[0]!}) - 1`, b: parts[0]! },
      { from: ({ a, b }) => that`${a} = ${b}`, shows: ({ a, b }) => that`${a} <= ${b}` },
    ),
    ...steps,
    by.ring(that`sum(cosh(${lambda}*${x}) - 1) = ${parts[d - 1]!}`),
  ];
};
const ofModulus = {
  entries: true,
  from: ({ k }: { readonly y: Expr; readonly k: Expr }) => that`${k} > 0`,
  shows: ({ y, k }: { readonly y: Expr; readonly k: Expr }) =>
    and(that`cosh(${k}*abs(${y})) - 1 = cosh(${k}*${y}) - 1`, that`cosh(${k}*${y}) - 1 >= 0`),
  steps: ({ y, k }: { readonly y: Expr; readonly k: Expr }) => [
    by.positive(that`${k}*abs(${y}) >= 0`),
    sinhAbove(ex`${k}*abs(${y})`),
    by.positive(that`(${k}*abs(${y}))^2/2 >= 0`),
    by.positive(that`cosh(${k}*abs(${y})) - 1 >= 0`),
    by.law('coshExp', ex`${k}*${y}`),
    by.law('coshExp', ex`-(${k}*${y})`),
    by.ring(that`exp(-(-(${k}*${y}))) = exp(${k}*${y})`),
    by.rewrite(that`cosh(-(${k}*${y})) = cosh(${k}*${y})`),
    by.cases(that`cosh(${k}*abs(${y})) - 1 = cosh(${k}*${y}) - 1`, {
      between: [y, 0],
      below: [by.root(that`abs(${y}) = -${y}`), by.rewrite(that`cosh(${k}*abs(${y})) = cosh(-(${k}*${y}))`)],
      above: [by.root(that`abs(${y}) = ${y}`), by.rewrite(that`cosh(${k}*abs(${y})) = cosh(${k}*${y})`)],
    }),
  ],
};
