import { and, claim, descent, ex, real, size, that, vector } from 'counterflow';
import { even2023 } from '../_papers.ts';

export default claim('bias/discrete-hyperbolic', {
  says: 'GD on w = u² − v² in closed form: w = 2P sinh ℓ with P = |u₀v₀| ∏|1 − 4η²g²| and ℓ = ln|u₀/v₀| + Σ ln|(1 − 2ηg)/(1 + 2ηg)|.',
  status: 'theorem',
  source: { ...even2023, where: 'the same law in other coordinates' },
  notes: 'Any gradients g, any schedule, up to sign: |u| = e^{ℓ/2}√P, |v| = e^{−ℓ/2}√P. Needs u₀v₀ ≠ 0 and 2η|g| ≠ 1.',
  sizes: { d: size(1, 2) },
  reals: { u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]') },
  inputs: { g: vector('d', '[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, v, g, eta }) => {
    const run = descent({
      start: { u, v },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2`, p: ex`${u}*${v}`, x: ex`2*${eta}*${g}` }),
      sums: ({ x }) => ({ A: ex`ln(abs(1 - ${x})) + ln(abs(1 + ${x}))`, B: ex`ln(abs(1 - ${x})) - ln(abs(1 + ${x}))` }),
      loss: ({ w }) => ex`sum(${g}*${w})`,
      eta,
    });
    return { run, p0: ex`abs(${run.at(0).p})`, l0: ex`ln(abs(${run.at(0).u})) - ln(abs(${run.at(0).v}))` };
  },
  assume: ({ run }) => [run.always(({ p }) => that`${p} != 0`), run.always(({ x }) => that`${x}^2 != 1`)],
  conclude: ({ run, p0, l0 }) =>
    run.always(({ w, p, A, B }) =>
      and(that`abs(${p}) = ${p0}*exp(${A})`, that`${w} = 2*${p0}*exp(${A})*sinh(${l0} + ${B})`),
    ),
});
