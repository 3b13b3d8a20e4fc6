import { claim, descent, ex, real, that } from 'counterflow';
import { barrett2020 } from '../_papers.ts';

export default claim('discretization/gradient-norms', {
  says: '‖∇L‖² is g²(u² + v²) for w = uv, 4g²u² for w = u² and 4g²(u² + v²) for w = u² − v².',
  status: 'theorem',
  source: { ...barrett2020, where: 'its regularizer, written out for diagonal networks' },
  notes: 'One coordinate, any loss with gradient g; coordinates add. Read off one step of size 1.',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), g: real('[-2, 2]') },
  where: ({ u, v, g }) => {
    const product = descent({ start: { u, v }, loss: ({ u, v }) => ex`${g}*${u}*${v}`, eta: 1 }).at(1);
    const tied = descent({ start: { u }, loss: ({ u }) => ex`${g}*${u}^2`, eta: 1 }).at(1);
    const difference = descent({ start: { u, v }, loss: ({ u, v }) => ex`${g}*(${u}^2 - ${v}^2)`, eta: 1 }).at(1);
    return {
      product: ex`(${u} - ${product.u})^2 + (${v} - ${product.v})^2`,
      tied: ex`(${u} - ${tied.u})^2`,
      difference: ex`(${u} - ${difference.u})^2 + (${v} - ${difference.v})^2`,
    };
  },
  conclude: ({ u, v, g, product, tied, difference }) => [
    that`${product} = ${g}^2*(${u}^2 + ${v}^2)`,
    that`${tied} = 4*${g}^2*${u}^2`,
    that`${difference} = 4*${g}^2*(${u}^2 + ${v}^2)`,
  ],
});
