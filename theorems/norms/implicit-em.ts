import { claim, descent, ex, size, that, vector } from 'counterflow';
import { oursland2025 } from '../_papers.ts';

export default claim('norms/implicit-em', {
  says: 'F = ln Σ e^{−d_j} has gradient −r and Hessian diag(r) − rrᵀ with the responsibilities r = softmax(−d).',
  status: 'theorem',
  source: { ...oursland2025, where: 'its identity' },
  notes: 'Both read off one GD step of size 1 on F: d − d⁺ = ∇F, J = I − ∇²F.',
  sizes: { k: size(1, 4) },
  reals: { d: vector('k', '[-3, 3]') },
  where: ({ k, d }) => {
    const step = descent({ start: { s: d }, loss: ({ s }) => ex`ln(sum(exp(-${s})))`, eta: 1, steps: 1 });
    return {
      r: ex`exp(-${d})/sum(exp(-${d}))`,
      slope: ex`${d} - ${step.at(1).s}`,
      H: ex`diag(ones(${k})) - ${step.jacobian(1)}`,
    };
  },
  conclude: ({ r, slope, H }) => [that`${slope} = -${r}`, that`${H} = diag(${r}) - ${r}*${r}'`],
});
