import { claim, type Expr, ex, size, sum, that, vector } from 'counterflow';

const q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;

export default claim('potential/hyperbolic-convex', {
  says: 'For x ≥ 0 and s = Σ x_i: d·q(s/d) ≤ Σ q(x_i) ≤ q(s).',
  status: 'theorem',
  source: {
    title: 'Kernel and Rich Regimes in Overparametrized Models',
    authors: 'Woodworth, Gunasekar, Lee, Moroshko, Savarese, Golan, Soudry, Srebro',
    arxiv: '2002.09277',
    where: 'its potential; convexity and superadditivity give the ℓ1 bound with explicit constants',
  },
  notes: 'q(z) = 2 − √(4 + z²) + z asinh(z/2) is convex with q(0) = 0.',
  sizes: { d: size(2, 4) },
  reals: { x: vector('d', '[0, 100]') },
  where: ({ x }) => ({ s: ex`sum(${x})` }),
  conclude: ({ d, x, s }) => that`${d}*${q}(${s}/${d}) <= ${sum(d, (i) => q(x.at(i)))} <= ${q}(${s})`,
});
