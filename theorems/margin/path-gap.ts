import { by, claim, ex, matrix, real, size, that, vector } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';
import { tangent } from '../bias/flow-limit-l1.ts';
import { q } from '../potential/hyperbolic-convex.ts';

export default claim('margin/path-gap', {
  says: 'Exponential loss on w = u² − v² from u = v = α, at any time: among all z of margin 1, Q_μ(z) ≥ Q_μ(w/γ) − 4 Σ ν_i(m_i/γ − 1), with μ = α²/γ for any γ > 0.',
  status: 'theorem',
  source: {
    ...moroshko2020,
    where: 'its path of margin problems between the kernel and the rich regime; the gap is ours',
  },
  notes:
    'w = 2α² sinh(4Zᵀν), ν_i = ∫e^{−m_i} ≥ 0 (exponential-sinh), m = Zw; Q_μ(w) = Σ μq(w_i/μ). With γ = min m, w/γ has margin 1 itself, so it is within 4 Σ ν_i(m_i/γ − 1) of the least potential; for one sample it attains it.',
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: {
    Z: matrix('n', 'd', '[-1, 1]'),
    nu: vector('n', '[0, 3]'),
    alpha: real('[1/10, 1]'),
    gamma: real('(0, 4]'),
    z: vector('d', '[-4, 4]'),
  },
  where: ({ Z, nu, alpha, gamma, z }) => {
    const w = ex`2*${alpha}^2*sinh(4*(${Z}'*${nu}))`;
    const mu = ex`${alpha}^2/${gamma}`;
    return {
      mu,
      margins: ex`${Z}*${w}`,
      here: ex`sum(${mu}*${q(ex`${w}/${gamma}/${mu}`)})`,
      there: ex`sum(${mu}*${q(ex`${z}/${mu}`)})`,
    };
  },
  assume: ({ Z, z }) => that`${Z}*${z} >= 1`,
  conclude: ({ nu, gamma, margins, here, there }) => that`${here} - 4*sum(${nu}*(${margins}/${gamma} - 1)) <= ${there}`,
  derivation: ({ Z, nu, alpha, gamma, z, mu, margins, here, there }) => {
    const w = ex`2*${alpha}^2*sinh(4*(${Z}'*${nu}))`;
    const l = ex`4*(${Z}'*${nu})`;
    const [W, V] = [ex`${w}/${gamma}/${mu}`, ex`${z}/${mu}`];
    return [
      by.positive(that`${mu} > 0`),
      by.lemma({ s: l, W, Z: V }, tangent),
      by.lemma(
        { p: q(W), r: q(V), l, W, V, C: ex`cosh(${l})`, k: mu },
        {
          from: ({ p, r, l, W, V, C, k }) => [
            that`${k} > 0`,
            that`${p} = ${l}*${W} - 2*(${C} - 1)`,
            that`${r} + 2*(${C} - 1) - ${l}*${V} >= 0`,
          ],
          shows: ({ p, r, l, W, V, k }) =>
            that`sum(${k}*${p}) - sum(${l}*(${k}*${W})) <= sum(${k}*${r}) - sum(${l}*(${k}*${V}))`,
          steps: ({ r, l, V, C, k }) => by.positive(that`sum(${k}*(${r} + 2*(${C} - 1) - ${l}*${V})) >= 0`),
        },
      ),
      // Σ l z ≥ 4 Σ ν, and Σ l w/γ = 4 Σ νm/γ.
      by.lemma(
        { X: Z, v: nu, z, l, k: mu, V },
        {
          from: ({ X, v, z, l, k, V }) => [
            that`${k} > 0`,
            that`${v} >= 0`,
            that`${X}*${z} >= 1`,
            that`${l} = 4*(${X}'*${v})`,
            that`${V} = ${z}/${k}`,
          ],
          shows: ({ v, l, k, V }) => that`4*sum(${v}) <= sum(${l}*(${k}*${V}))`,
          steps: ({ X, v, z, l, k, V }) => [
            by.positive(that`${v}*(${X}*${z} - 1) >= 0`),
            by.positive(that`4*sum(${v}*(${X}*${z} - 1)) >= 0`),
            by.rewrite(that`${k}*${V} = ${z}`),
            by.ring(that`sum(4*(${X}'*${v})*${z}) = 4*sum(${v}*(${X}*${z} - 1)) + 4*sum(${v})`),
            by.rewrite(that`sum(${l}*(${k}*${V})) = sum(4*(${X}'*${v})*${z})`),
          ],
        },
      ),
      by.lemma(
        { X: Z, v: nu, w, l, k: mu, g: gamma, m: margins, W },
        {
          from: ({ X, v, w, l, k, g, m, W }) => [
            that`${k} > 0`,
            that`${g} > 0`,
            that`${l} = 4*(${X}'*${v})`,
            that`${m} = ${X}*${w}`,
            that`${W} = ${w}/${g}/${k}`,
          ],
          shows: ({ v, l, k, g, m, W }) => that`sum(${l}*(${k}*${W})) = 4*sum(${v}*(${m}/${g} - 1)) + 4*sum(${v})`,
          steps: ({ X, v, w, l, k, g, m, W }) => [
            by.rewrite(that`${k}*${W} = ${w}/${g}`),
            by.ring(that`sum(4*(${X}'*${v})*(${w}/${g})) = 4*sum(${v}*((${X}*${w})/${g} - 1)) + 4*sum(${v})`),
            by.rewrite(that`sum(${l}*(${k}*${W})) = sum(4*(${X}'*${v})*(${w}/${g}))`),
            by.rewrite(that`sum(${v}*(${m}/${g} - 1)) = sum(${v}*((${X}*${w})/${g} - 1))`),
          ],
        },
      ),
      by.lemma(
        {
          ...{ p: here, r: there, N: ex`sum(${nu})`, e: ex`sum(${nu}*(${margins}/${gamma} - 1))` },
          ...{ a: ex`sum(${l}*(${mu}*${W}))`, b: ex`sum(${l}*(${mu}*${V}))` },
        },
        {
          from: ({ p, r, N, e, a, b }) => [
            that`${p} - ${a} <= ${r} - ${b}`,
            that`4*${N} <= ${b}`,
            that`${a} = 4*${e} + 4*${N}`,
          ],
          shows: ({ p, r, e }) => that`${p} - 4*${e} <= ${r}`,
        },
      ),
    ];
  },
});
