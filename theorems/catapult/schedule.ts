import { claim, descent, ex, real, size, that, vector } from 'counterflow';

export default claim('catapult/schedule', {
  says: 'Any schedule with η_tλ₀ ≤ 4 − δ: Σ η_t f_t² ≤ mλ₀/δ over every horizon, and λ never increases.',
  status: 'theorem',
  source: {
    title: 'Demystifying Learning Rate Policies for High Accuracy Training of Deep Neural Networks',
    authors: 'Wu, Liu et al.',
    arxiv: '1908.06477',
    where: 'its policies are schedules; the bound for all of them is ours',
  },
  notes:
    'Loss ½f² with f = p/√m, p = ⟨u, v⟩, one sample of input 1; λ = (‖u‖² + ‖v‖²)/m; η_t = (4 − δ)s_t/λ₀ with s_t ∈ [0, 1].',
  sizes: { m: size(1, 3) },
  reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]'), delta: real('(0, 4)') },
  inputs: { s: real('[0, 1]') },
  where: ({ m, u, v, delta, s }) => {
    const lambda0 = ex`(sum(${u}^2) + sum(${v}^2))/${m}`;
    const eta = ex`(4 - ${delta})*${s}/${lambda0}`;
    return {
      lambda0,
      run: descent({
        start: { a: u, b: v },
        observe: ({ a, b }) => ({ p: ex`sum(${a}*${b})`, lambda: ex`(sum(${a}^2) + sum(${b}^2))/${m}` }),
        sums: ({ p }) => ({ S: ex`${eta}*${p}^2/${m}` }),
        loss: ({ p }) => ex`${p}^2/(2*${m})`,
        eta,
      }),
    };
  },
  assume: ({ lambda0 }) => that`${lambda0} > 0`,
  conclude: ({ run, m, delta, lambda0 }) => [
    run.always(({ S }) => that`${S} <= ${m}*${lambda0}/${delta}`),
    run.always(({ lambda, next }) => that`${next.lambda} <= ${lambda}`),
  ],
});
