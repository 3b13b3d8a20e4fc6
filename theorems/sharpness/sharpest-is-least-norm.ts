import { claim, ex, size, that, vector } from 'counterflow';

export default claim('sharpness/sharpest-is-least-norm', {
  says: 'If all x_i > 0, no interpolator is sharper than the one of least norm: 4y·min x ≤ S ≤ 4y·max x.',
  status: 'theorem',
  source: {
    title: 'Conflicting Biases at the Edge of Stability: Norm versus Sharpness Regularization',
    authors: 'Fojtik, Matveev, Chou, Kutyniok, Maly',
    arxiv: '2505.21423',
    where: 'the conflict of the two biases; rederived',
  },
  notes:
    'w = u², one sample, loss ½(⟨x, u²⟩ − y)², y = ⟨x, u²⟩. The least norm is at the vertex of max x, where S = 4y·max x.',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '(0, 2]'), u: vector('d', '[-3/2, 3/2]') },
  where: ({ x, u }) => ({ y: ex`sum(${x}*${u}^2)`, S: ex`4*sum(${x}^2*${u}^2)` }),
  conclude: ({ x, S, y }) => that`4*${y}*min(${x}) <= ${S} <= 4*${y}*max(${x})`,
});
