import { claim, ex, real, that } from 'counterflow';

export default claim('potential/hyperbolic-entropy', {
  says: 'q(z) = 2 − √(4 + z²) + z asinh(z/2) lies between z ln z − z and (1 + z) ln(1 + z) − z.',
  status: 'theorem',
  source: {
    title: 'Kernel and Rich Regimes in Overparametrized Models',
    authors: 'Woodworth, Gunasekar, Lee, Moroshko, Savarese, Golan, Soudry, Srebro',
    arxiv: '2002.09277',
    where: 'the potential Q_α(w) = Σ α² q(w/α²) of w = u² − v²; these bounds are ours',
  },
  notes: 'The upper bound is the reason why small initialization means nearly least ℓ1 norm, with an explicit error.',
  reals: { z: real('[1/1000000, 1000000]', { scale: 'log' }) },
  where: ({ z }) => ({ q: ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)` }),
  conclude: ({ z, q }) => that`${z}*ln(${z}) - ${z} <= ${q} <= (1 + ${z})*ln(1 + ${z}) - ${z}`,
});
