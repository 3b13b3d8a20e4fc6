import { claim, ex, flow, matrix, real, size, squared, that, vector } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('bias/deep-limit-shape-power', {
  says: 'Depth D ≥ 3 from u = v = α with α_i of different sizes: the flow limit minimises Σ α_i^D q_D(w_i/α_i^D), w_i = α_i^D h_D(x_iλ).',
  status: 'refuted',
  source: { ...azulay2021, where: 'the role of the shape of the initialization, at greater depth' },
  notes:
    'One sample. The weights are α_i², the limit is w_i = α_i^D h_D(α_i^{D−2}x_iλ); h_D(z) = (1−z)^{−p} − (1+z)^{−p}, p = D/(D−2). y = ⟨x, w⟩ for the w of the claim, and the limit is solved for and proved.',
  sizes: { D: size(3, 4), d: size(1, 2) },
  reals: { x: matrix(1, 'd', '(0, 1]'), lambda: real('(0, 1)'), alpha: vector('d', '[1/4, 1]') },
  where: ({ D, d, x, lambda, alpha }) => {
    const z = ex`${lambda}*(${x}'*ones(1))`;
    const p = D === 3 ? 3 : 2;
    const w = ex`${alpha}^${D}*((ones(${d}) - ${z})^(-${p}) - (ones(${d}) + ${z})^(-${p}))`;
    const y = ex`${x}*${w}`;
    const limit = flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => ({ w: ex`${u}^${D} - ${v}^${D}` }),
      loss: ({ w }) => squared('1/2', x, y)(w),
    }).limit();
    return { w, y, limit: limit.w };
  },
  conclude: ({ w, limit }) => that`${w} = ${limit}`,
});
