import { claim, descent, ex, size, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/tied-sharpness', {
  says: 'At an interpolator the Hessian has rank one and its eigenvalue is the sharpness S = 4 Σ x_i²u_i².',
  status: 'theorem',
  source: { ...fojtik2025, where: 'the model of its theory section; the formulas are rederived' },
  notes: 'Loss ½(⟨x, u²⟩ − y)²; y is defined by interpolation. The Hessian is read off one GD step: J = I − ηH.',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[-3/2, 3/2]') },
  where: ({ d, x, u }) => {
    const y = ex`sum(${x}*${u}^2)`;
    const step = descent({ start: { z: u }, loss: ({ z }) => ex`(sum(${x}*${z}^2) - ${y})^2/2`, eta: 1 });
    return {
      y,
      H: ex`diag(ones(${d})) - ${step.jacobian(1)}`,
      a: ex`${x}*${u}`,
      S: ex`4*sum(${x}^2*${u}^2)`,
    };
  },
  conclude: ({ H, a, S }) => [that`${H} = 4*${a}*${a}'`, that`${H}*${a} = ${S}*${a}`],
});
