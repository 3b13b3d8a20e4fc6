import { claim, real, that } from 'counterflow';

export default claim('discretization/quadratic-sandwich', {
  says: 'Quadratic loss, z = ηλ ≥ 0: the modified flow over one step exceeds the step by at most z³/3, 0 ≤ e^{−z−z²/2} − (1 − z) ≤ z³/3.',
  status: 'theorem',
  source: {
    title: 'Implicit Gradient Regularization',
    authors: 'Barrett, Dherin',
    arxiv: '2009.11162',
    where: 'its modified flow; the two-sided bound is ours',
  },
  reals: { z: real('[0, 10]') },
  conclude: ({ z }) => that`0 <= exp(-${z} - ${z}^2/2) - (1 - ${z}) <= ${z}^3/3`,
});
