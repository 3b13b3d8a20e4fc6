import { claim, ex, flow, real, size, that, vector } from 'counterflow';
import { lippl2022 } from '../_papers.ts';

export default claim('leaky/gated-largest-gate', {
  says: 'Gated linear network, one sample, balanced along x: g₁ ln β_r − g_r ln β₁ is conserved for every loss, so the largest gate wins.',
  status: 'theorem',
  source: { ...lippl2022, where: 'its two-layer model; the invariant is ours' },
  notes:
    'f(x) = Σ_r g_r a_r w_r·x with a_r = s_r, w_r = s_r x/‖x‖, β_r = s_r² > 0 and slope s of the loss; β_r = α(β₁/α)^{g_r/g₁} from α. The rate at an arbitrary state.',
  sizes: { R: size(2, 3), d: size(1, 2) },
  reals: {
    gate: vector('R', '(0, 2]'),
    size0: vector('R', '(0, 2]'),
    x: vector('d', '[1/4, 2]'),
    slope: real('[-2, 2]'),
  },
  where: ({ gate, size0, x, slope }) => {
    const start = flow({
      start: { a: size0, W: ex`${size0}*${x}'/norm(${x})` },
      observe: ({ a, W }) => {
        const beta = ex`${a}*(${W}*${x})/norm(${x})`;
        return {
          f: ex`sum(${gate}*${a}*(${W}*${x}))`,
          c: ex`${gate.at(0)}*ln(${beta}) - ${gate}*ln(${beta.at(0)})`,
          off: ex`${W} - ${a}*${x}'/norm(${x})`,
        };
      },
      loss: ({ f }) => ex`${slope}*${f}`,
    }).at(0);
    return { rate: start.rate.c, off: start.rate.off };
  },
  conclude: ({ rate, off }) => [that`${rate} = 0`, that`${off} = 0`],
});
