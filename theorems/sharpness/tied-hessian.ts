import { claim, descent, ex, real, size, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/tied-hessian', {
  says: 'One sample, w = u²: the Hessian of ½(⟨x, u²⟩ − y)² is 2r·diag(x) + 4(x∘u)(x∘u)ᵀ, with r = ⟨x, u²⟩ − y.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'the model of its theory section; the formulas are rederived' },
  notes: 'With ½ in the loss; without it every sharpness doubles. The Hessian is read off one GD step: J = I − ηH.',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[-3/2, 3/2]'), y: real('(0, 2]') },
  where: ({ d, x, u, y }) => {
    const step = descent({ start: { u }, loss: ({ u }) => ex`(sum(${x}*${u}^2) - ${y})^2/2`, eta: 1 });
    return {
      H: ex`diag(ones(${d})) - ${step.jacobian(1)}`,
      r: ex`sum(${x}*${u}^2) - ${y}`,
      a: ex`${x}*${u}`,
    };
  },
  conclude: ({ H, r, x, a }) => that`${H} = 2*${r}*diag(${x}) + 4*${a}*${a}'`,
});
