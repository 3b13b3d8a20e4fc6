import { by, claim, ex, flow, real, size, that, vector } from 'counterflow';
import { tsilivis2024 } from '../_papers.ts';

export default claim('robust/diagonal-invariant', {
  says: 'Robust training of w = u∘v > 0 on one sample conserves (z₁ − ε) ln w_j − (z_j − ε) ln w₁.',
  status: 'theorem',
  source: { ...tsilivis2024, where: 'diagonal networks under ℓ∞ attacks; the invariant is ours' },
  notes:
    'Balanced u = v > 0, any loss of the robust margin ⟨z, w⟩ − ε‖w‖₁ with slope s; the rate at an arbitrary state.',
  sizes: { d: size(2, 3) },
  reals: { z: vector('d', '[-2, 2]'), u: vector('d', '(0, 2]'), epsilon: real('[0, 1]'), slope: real('[-2, 2]') },
  where: ({ z, u, epsilon, slope }) => {
    const start = flow({
      start: { a: u, b: u },
      observe: ({ a, b }) => {
        const w = ex`${a}*${b}`;
        return {
          w,
          c: ex`(${z.at(0)} - ${epsilon})*ln(${w}) - (${z} - ${epsilon})*ln(${w.at(0)})`,
          plain: ex`${z.at(0)}*ln(${w}) - ${z}*ln(${w.at(0)})`,
        };
      },
      loss: ({ w }) => ex`${slope}*(sum(${z}*${w}) - ${epsilon}*norm1(${w}))`,
    }).at(0);
    return { rate: start.rate.c, plainRate: start.rate.plain };
  },
  conclude: ({ rate }) => that`${rate} = 0`,
  derivation: ({ d, u }) =>
    [...Array(d).keys()].map((i) => by.root(that`abs(${u.at(i)}*${u.at(i)}) = ${u.at(i)}*${u.at(i)}`)),
});
