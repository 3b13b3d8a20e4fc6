import { and, by, claim, descent, type Expr, ex, real, size, sum, that, vector } from 'counterflow';
import { logUpTo } from '../_hyperbolic.ts';
import { oursland2025 } from '../_papers.ts';

export default claim('norms/em-step', {
  says: 'Two clusters on a line: an EM step is a gradient step preconditioned by 1/Σ r, and never raises the loss.',
  status: 'theorem',
  source: { ...oursland2025, where: 'its reading of EM; the identity is classical' },
  notes: 'Negative log-likelihood −Σ_n ln(e^{−(x_n − a)²/2} + e^{−(x_n − b)²/2}) of centres a, b.',
  sizes: { n: size(1, 3) },
  reals: { x: vector('n', '[-2, 2]'), a: real('[-2, 2]'), b: real('[-2, 2]'), eta: real('(0, 2]') },
  where: ({ n, x, a, b, eta }) => {
    const nll = (p: Expr, q: Expr) =>
      sum(n, (i) => ex`-ln(exp(-(${x.at(i)} - ${p})^2/2) + exp(-(${x.at(i)} - ${q})^2/2))`);
    const r = ex`1/(1 + exp((${x} - ${a})^2/2 - (${x} - ${b})^2/2))`;
    const step = descent({ start: { p: a, q: b }, loss: ({ p, q }) => nll(p, q), eta: 1, steps: 1 });
    const plain = descent({ start: { p: a, q: b }, loss: ({ p, q }) => nll(p, q), eta, steps: 1 });
    const [nextA, nextB] = [ex`sum(${r}*${x})/sum(${r})`, ex`sum((1 - ${r})*${x})/sum(1 - ${r})`];
    return {
      r,
      slopeA: ex`${a} - ${step.at(1).p}`,
      slopeB: ex`${b} - ${step.at(1).q}`,
      nextA,
      nextB,
      before: nll(a, b),
      after: nll(nextA, nextB),
      plainAfter: plain.at(1).loss,
      plainA: plain.at(1).p,
      plainB: plain.at(1).q,
    };
  },
  conclude: ({ a, r, slopeA, nextA, before, after }) => [
    that`${nextA} = ${a} - ${slopeA}/sum(${r})`,
    that`${after} <= ${before}`,
  ],
  derivation: ({ n, x, a, b, r, slopeA, nextA, nextB, before, after }) => {
    const far = (c: Expr) => ex`(${x} - ${c})^2/2`;
    const [E, F] = [ex`exp(-(${x} - ${a})^2/2)`, ex`exp(-(${x} - ${b})^2/2)`];
    const nll = (p: Expr, q: Expr) => ex`-ln(exp(-${p}) + exp(-${q}))`;
    const points = { p: far(a), q: far(b), P: far(nextA), Q: far(nextB) };
    return [
      by.lemma({ p: far(a), q: far(b) }, responsibility),
      by.positive(that`sum(${r}) > 0`),
      by.positive(that`sum(1 - ${r}) > 0`),
      by.ring(that`${slopeA} = sum(${E}/(${E} + ${F})*(${a} - ${x}))`),
      by.lemma(
        { x, a, r, S: slopeA, q: ex`${E}/(${E} + ${F})` },
        {
          from: ({ x, a, r, S, q }) => [that`sum(${r}) > 0`, that`${r} = ${q}`, that`${S} = sum(${q}*(${a} - ${x}))`],
          shows: ({ x, a, r, S }) => that`sum(${r}*${x})/sum(${r}) = ${a} - ${S}/sum(${r})`,
          steps: ({ x, a, r, S }) => by.rewrite(that`${S} = sum(${r}*(${a} - ${x}))`),
        },
      ),
      centre({ r, x, a, c: nextA }),
      centre({ r: ex`1 - ${r}`, x, a: b, c: nextB }),
      by.lemma({ ...points, r }, jensen),
      asSum(n, x, a, b),
      asSum(n, x, nextA, nextB),
      by.lemma(
        {
          ...{ r, p: far(a), q: far(b), P: far(nextA), Q: far(nextB), B: before, A: after },
          ...{ k: nll(points.p, points.q), l: nll(points.P, points.Q) },
        },
        {
          from: ({ r, p, q, P, Q, k, l, A, B }) => [
            that`sum(${r}*(${p} - ${P})) >= 0`,
            that`sum((1 - ${r})*(${q} - ${Q})) >= 0`,
            that`${r}*(${p} - ${P}) + (1 - ${r})*(${q} - ${Q}) <= ${k} - ${l}`,
            that`${A} = sum(${l})`,
            that`${B} = sum(${k})`,
          ],
          shows: ({ A, B }) => that`${A} <= ${B}`,
        },
      ),
    ];
  },
});

/** The loss of centres a, b as a sum over a vector. */
const asSum = (n: number, x: Expr, a: Expr, b: Expr) =>
  by.lemma(
    { x, a, b },
    {
      shows: ({ x, a, b }) => {
        const each = sum(n, (i) => ex`-ln(exp(-(${x.at(i)} - ${a})^2/2) + exp(-(${x.at(i)} - ${b})^2/2))`);
        return that`${each} = sum(-ln(exp(-((${x} - ${a})^2/2)) + exp(-((${x} - ${b})^2/2))))`;
      },
    },
  );

type Pair = { readonly p: Expr; readonly q: Expr };
/** The share e^{−p}/(e^{−p} + e^{−q}) of the first centre is 1/(1 + e^{p − q}). */
const responsibility = {
  entries: true,
  shows: ({ p, q }: Pair) =>
    and(
      that`1/(1 + exp(${p} - ${q})) = exp(-${p})/(exp(-${p}) + exp(-${q}))`,
      that`1/(1 + exp(${p} - ${q})) > 0`,
      that`1 - 1/(1 + exp(${p} - ${q})) > 0`,
    ),
  steps: ({ p, q }: Pair) => [
    by.law('expAdd', ex`${p} - ${q}`, ex`-${p}`),
    by.lemma(
      { E: ex`exp(-${p})`, F: ex`exp(-${q})`, R: ex`exp(${p} - ${q})` },
      {
        from: ({ E, F, R }) => [that`${E} > 0`, that`${R} > 0`, that`${F} = ${R}*${E}`],
        shows: ({ E, F, R }) => and(that`1/(1 + ${R}) = ${E}/(${E} + ${F})`, that`1 - 1/(1 + ${R}) > 0`),
        steps: ({ E, R }) => [
          by.positive(that`${E} + ${R}*${E} > 0`),
          by.positive(that`${R}/(1 + ${R}) > 0`),
          by.ring(that`1 - 1/(1 + ${R}) = ${R}/(1 + ${R})`),
        ],
      },
    ),
  ],
};

type Centre = { readonly [N in 'r' | 'x' | 'a' | 'c']: Expr };
/** No centre is nearer than the mean c = Σ r x/Σ r, by Σ r·(a − c)²/2. */
const centre = (put: Centre) =>
  by.lemma(put, {
    from: ({ r, x, c }: Centre) => [that`sum(${r}) > 0`, that`${c} = sum(${r}*${x})/sum(${r})`],
    shows: ({ r, x, a, c }: Centre) => that`sum(${r}*((${x} - ${a})^2/2 - (${x} - ${c})^2/2)) >= 0`,
    steps: ({ r, x, a, c }: Centre) => [
      by.positive(that`sum(${r})*(${a} - ${c})^2/2 >= 0`),
      by.rewrite(that`${c}*sum(${r}) = sum(${r}*${x})`),
      by.rewrite(that`sum(${r}*((${x} - ${a})^2/2 - (${x} - ${c})^2/2)) = sum(${r})*(${a} - ${c})^2/2`),
    ],
  });

type Point = { readonly [N in 'p' | 'q' | 'P' | 'Q' | 'r']: Expr };
/** ln of the mean of exponentials is at least the mean of the exponents, with the shares as weights. */
const jensen = {
  entries: true,
  from: ({ p, q, r }: Point) => [that`${r} > 0`, that`1 - ${r} > 0`, that`${r} = exp(-${p})/(exp(-${p}) + exp(-${q}))`],
  shows: ({ p, q, P, Q, r }: Point) =>
    that`${r}*(${p} - ${P}) + (1 - ${r})*(${q} - ${Q}) <= -ln(exp(-${p}) + exp(-${q})) - -ln(exp(-${P}) + exp(-${Q}))`,
  steps: ({ p, q, P, Q, r }: Point) => {
    const S = ex`${r}*(${p} - ${P}) + (1 - ${r})*(${q} - ${Q})`;
    const Z = ex`exp(-${p}) + exp(-${q})`;
    const end = ex`ln(${Z}) + (${S})`;
    return [
      by.law('expTangent', ex`${p} - ${P} - (${S})`),
      by.law('expTangent', ex`${q} - ${Q} - (${S})`),
      by.law('expAdd', ex`${p} - ${P} - (${S})`, ex`-${p} + (${S})`),
      by.law('expAdd', ex`${q} - ${Q} - (${S})`, ex`-${q} + (${S})`),
      by.law('expAdd', ex`-${p}`, S),
      by.law('expAdd', ex`-${q}`, S),
      by.law('expAdd', ex`ln(${Z})`, S),
      by.law('expLog', Z),
      by.law('logExp', end),
      by.ring(that`exp(${p} - ${P} - (${S}) + (-${p} + (${S}))) = exp(-${P})`),
      by.ring(that`exp(${q} - ${Q} - (${S}) + (-${q} + (${S}))) = exp(-${Q})`),
      by.lemma(
        {
          ...{ E: ex`exp(-${p})`, F: ex`exp(-${q})`, G: ex`exp(-${P})`, H: ex`exp(-${Q})`, T: ex`exp(${S})`, r },
          ...{
            M: ex`exp(${p} - ${P} - (${S}))`,
            N: ex`exp(${q} - ${Q} - (${S}))`,
            g: ex`${p} - ${P}`,
            h: ex`${q} - ${Q}`,
          },
          ...{ s: S, X: ex`exp(-${p} + (${S}))`, Y: ex`exp(-${q} + (${S}))`, W: ex`exp(${end})` },
        },
        {
          from: ({ E, F, G, H, T, M, N, g, h, s, X, Y, W, r }) => [
            that`${E} > 0`,
            that`${F} > 0`,
            that`${T} > 0`,
            that`${r} = ${E}/(${E} + ${F})`,
            that`${s} = ${r}*${g} + (1 - ${r})*${h}`,
            that`1 + (${g} - ${s}) <= ${M}`,
            that`1 + (${h} - ${s}) <= ${N}`,
            that`${G} = ${M}*${X}`,
            that`${H} = ${N}*${Y}`,
            that`${X} = ${E}*${T}`,
            that`${Y} = ${F}*${T}`,
            that`${W} = (${E} + ${F})*${T}`,
          ],
          shows: ({ W, G, H }) => that`${W} <= ${G} + ${H}`,
          steps: ({ E, F, G, H, T, M, N, g, h, s, W, r }) => [
            by.positive(that`${E}*${T}*(${M} - (1 + (${g} - ${s}))) + ${F}*${T}*(${N} - (1 + (${h} - ${s}))) >= 0`),
            by.rewrite(that`${E} = ${r}*(${E} + ${F})`),
            by.rewrite(that`${E}*(${g} - ${s}) + ${F}*(${h} - ${s}) = 0`),
            by.rewrite(
              that`${G} + ${H} - ${W} = ${E}*${T}*(${M} - (1 + (${g} - ${s}))) + ${F}*${T}*(${N} - (1 + (${h} - ${s})))`,
            ),
          ],
        },
      ),
      logUpTo(ex`exp(${end})`, ex`exp(-${P}) + exp(-${Q})`),
    ];
  },
};
