import { claim, ex, iterate, real, size, that, vector } from 'counterflow';

export default claim('catapult/sector-sum', {
  says: 'If 0 ≤ g/f ≤ c and cηλ₀ < 4, then Σ g f ≤ mλ₀/(η(4 − cηλ₀)) over every horizon.',
  status: 'theorem',
  source: {
    title: 'The large learning rate phase of deep learning: the catapult mechanism',
    authors: 'Lewkowycz, Bahri, Dyer, Sohl-Dickstein, Gur-Ari',
    arxiv: '2003.02218',
    where: 'the recursion; the sum is ours',
  },
  notes:
    'f = ⟨u, v⟩/√m on one sample; g = ℓ′(f) for any loss with slope in the sector, a new one at every step if you like. Squared loss: c = 1. Logistic loss with two opposite labels: c = 1/4.',
  sizes: { m: size(1, 4) },
  reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]'), eta: real('(0, 4]'), c: real('(0, 1]') },
  inputs: { slope: real('[0, 1]') },
  where: ({ m, u, v, eta, c, slope }) => {
    const run = iterate({
      start: { u, v },
      observe: ({ u, v }) => {
        const f = ex`sum(${u}*${v})/sqrt(${m})`;
        return { f, g: ex`${c}*${slope}*${f}`, lambda: ex`(sum(${u}^2) + sum(${v}^2))/${m}` };
      },
      sums: ({ f, g }) => ({ S: ex`${g}*${f}` }),
      step: ({ u, v, g }) => ({
        u: ex`${u} - ${eta}*${g}*${v}/sqrt(${m})`,
        v: ex`${v} - ${eta}*${g}*${u}/sqrt(${m})`,
      }),
    });
    return { run, lambda0: run.at(0).lambda, gap: ex`4 - ${c}*${eta}*${run.at(0).lambda}` };
  },
  assume: ({ gap }) => that`${gap} > 0`,
  conclude: ({ run, m, eta, lambda0, gap }) => run.always(({ S }) => that`${S} <= ${m}*${lambda0}/(${eta}*${gap})`),
});
