import { claim, ex, exponential, flow, matrix, real, size, solve, that } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';

export default claim('margin/l1-certificate', {
  says: 'At every time the run on w = u² − v² certifies its own distance to the ℓ1-max-margin γ.',
  status: 'theorem',
  source: {
    ...moroshko2020,
    where: 'its exponential loss on diagonal networks; the two-sided bound at finite time is ours',
  },
  notes: 'ν = ∫ exp(−Zw) is the dual certificate: min(Zw)/‖w‖₁ ≤ γ ≤ asinh(‖w‖_∞/(2α²))/(4 Σν).',
  unproved: 'the largest margin γ is solved for and has no formula in the kernel; w and ν are enclosed at points.',
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-2, 2]'), alpha: real('[1/100, 1]'), t: real('[1/10, 1000]', { scale: 'log' }) },
  where: ({ d, Z, alpha, t }) => {
    const a = ex`${alpha}*ones(${d})`;
    const { w, nu } = flow({
      start: { u: a, v: a },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
      integrals: ({ w }) => ({ nu: ex`exp(-${Z}*${w})` }),
      loss: ({ w }) => exponential('1', Z)(w),
    }).at(t);
    return { w, nu, gamma: solve.margin('l1', Z).value };
  },
  assume: ({ w, gamma }) => [that`norm1(${w}) > 0`, that`${gamma} > 0`],
  conclude: ({ Z, alpha, w, nu, gamma }) =>
    that`min(${Z}*${w})/norm1(${w}) <= ${gamma} <= asinh(normInf(${w})/(2*${alpha}^2))/(4*sum(${nu}))`,
});
