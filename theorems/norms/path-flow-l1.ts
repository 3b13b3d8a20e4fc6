import { claim, ex, real, solve, that, vector } from 'counterflow';
import { neyshabur2017 } from '../_papers.ts';

export default claim('norms/path-flow-l1', {
  says: 'Path-SGD keeps the ℓ1 bias of gradient descent on w = u∘v: its limit from a small start has the least ℓ1 norm, up to a tenth.',
  status: 'refuted',
  source: { ...neyshabur2017, where: 'its Path-SGD on diagonal networks, at small steps' },
  notes:
    'One sample x > 0, start w = (α, α), small steps: the limit is the ℓ2 projection w + (y − x·w)x/‖x‖² (path-flow).',
  reals: { x: vector(2, '[1/4, 2]'), y: real('[1, 2]'), alpha: real('[1/1000, 1/10]', { scale: 'log' }) },
  where: ({ x, y, alpha }) => ({
    limit: ex`${alpha}*ones(2) + (${y} - ${alpha}*sum(${x}))/sum(${x}^2)*${x}`,
    least: solve.least('l1', ex`ones(1)*${x}'`, ex`${y}*ones(1)`).value,
  }),
  conclude: ({ limit, least }) => that`norm1(${limit}) <= 11/10*${least}`,
});
