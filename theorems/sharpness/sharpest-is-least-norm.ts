import { by, claim, ex, size, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';
import { atLeastSmallest } from '../norms/path-descent.ts';
import { atMostLargest } from './norm-minimizer.ts';

export default claim('sharpness/sharpest-is-least-norm', {
  says: 'If all x_i > 0, no interpolator is sharper than the one of least norm: 4y·min x ≤ S ≤ 4y·max x.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'the conflict of the two biases; rederived' },
  notes:
    'w = u², one sample, loss ½(⟨x, u²⟩ − y)², y = ⟨x, u²⟩. The least norm is at the vertex of max x, where S = 4y·max x.',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '(0, 2]'), u: vector('d', '[-3/2, 3/2]') },
  where: ({ x, u }) => ({ y: ex`sum(${x}*${u}^2)`, S: ex`4*sum(${x}^2*${u}^2)` }),
  conclude: ({ x, S, y }) => that`4*${y}*min(${x}) <= ${S} <= 4*${y}*max(${x})`,
  derivation: ({ d, x, u, y, S }) => [
    ...atMostLargest(x, d),
    ...atLeastSmallest(x, d),
    by.lemma(
      { x, u, y, S, k: ex`min(${x})`, K: ex`max(${x})` },
      {
        from: ({ x, u, y, S, k, K }) => [
          that`${x} >= 0`,
          that`${k} <= ${x}`,
          that`${x} <= ${K}`,
          that`${y} = sum(${x}*${u}^2)`,
          that`${S} = 4*sum(${x}^2*${u}^2)`,
        ],
        shows: ({ y, S, k, K }) => that`4*${y}*${k} <= ${S} <= 4*${y}*${K}`,
        steps: ({ x, u, y, S, k, K }) => [
          by.positive(that`${x}*(${x} - ${k})*${u}^2 >= 0`),
          by.positive(that`${x}*(${K} - ${x})*${u}^2 >= 0`),
          by.rewrite(that`${S} - 4*${y}*${k} = 4*sum(${x}*(${x} - ${k})*${u}^2)`),
          by.rewrite(that`4*${y}*${K} - ${S} = 4*sum(${x}*(${K} - ${x})*${u}^2)`),
        ],
      },
    ),
  ],
});
