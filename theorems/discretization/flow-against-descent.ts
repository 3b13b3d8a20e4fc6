import { claim, real, size, that } from 'counterflow';

export default claim('discretization/flow-against-descent', {
  says: 'Quadratic loss, z = ηλ ∈ [0, 1]: after k steps 0 ≤ e^{−zk} − (1 − z)^k ≤ (z/2)e^{z−1}, uniformly in k.',
  status: 'theorem',
  source: {
    title: 'Continuous vs. Discrete Optimization of Deep Neural Networks',
    authors: 'Elkabetz, Cohen',
    arxiv: '2107.06608',
    where: 'the question; this bound is ours',
  },
  sizes: { k: size(1, 12) },
  reals: { z: real('[0, 1]') },
  conclude: ({ k, z }) => that`0 <= exp(-${z}*${k}) - (1 - ${z})^${k} <= ${z}/2*exp(${z} - 1)`,
});
