import { claim, ex, real, that } from 'counterflow';
import { gruber2024 } from '../_papers.ts';

export default claim('deep-linear/row-space-small-start', {
  says: 'x = Wv fitted to x₁ = b from x = 0: the limit is the solution of least norm, (b, 0), up to 1/10.',
  status: 'refuted',
  source: { ...gruber2024, where: 'the effect of initialization; rederived' },
  notes:
    'W from (p, q)ᵀ, v from 0, so x = 0 at the start. Conserved are W₂ = q and W₁² − v² (row-space); where W₁v = b that gives v² = (√(p⁴ + 4b²) − p²)/2, and x₂ = qv. It is the part of W outside the row space that has to be small, not x.',
  reals: { p: real('[-2, 2]'), q: real('[-2, 2]'), b: real('(0, 2]') },
  where: ({ p, q, b }) => {
    const v = ex`sqrt((sqrt(${p}^4 + 4*${b}^2) - ${p}^2)/2)`;
    return { v, outside: ex`${q}*${v}` };
  },
  assume: ({ p }) => that`${p} != 0`,
  conclude: ({ outside }) => that`abs(${outside}) <= 1/10`,
});
