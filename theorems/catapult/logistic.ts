import { claim, descent, ex, real, size, that, vector } from 'counterflow';

export default claim('catapult/logistic', {
  says: 'Logistic loss on one input with both labels, two layers: if ηλ₀ ≤ 8, |f| never increases, at every width.',
  status: 'theorem',
  source: {
    title: 'Implicit Bias of Deep Linear Networks in the Large Learning Rate Phase',
    authors: 'Huang, Du, Xu, Liu',
    arxiv: '2011.12547',
    where: 'its degenerate data; thresholds at finite width are ours',
  },
  notes: 'f = p/√m, p = ⟨u, v⟩, loss ½[ln(1 + e^{−f}) + ln(1 + e^f)] with curvature ¼ at 0, λ = (‖u‖² + ‖v‖²)/m.',
  sizes: { m: size(1, 3) },
  reals: { u: vector('m', '[-4, 4]'), v: vector('m', '[-4, 4]'), eta: real('(0, 8]') },
  where: ({ m, u, v, eta }) => {
    const run = descent({
      start: { u, v },
      observe: ({ u, v }) => {
        const f = ex`sum(${u}*${v})/sqrt(${m})`;
        return { f, g: ex`tanh(${f}/2)/2`, lambda: ex`(sum(${u}^2) + sum(${v}^2))/${m}` };
      },
      sums: ({ f, g }) => ({ S: ex`${g}*${f}` }),
      loss: ({ f }) => ex`(ln(1 + exp(-${f})) + ln(1 + exp(${f})))/2`,
      eta,
    });
    return { run, lambda0: run.at(0).lambda };
  },
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} <= 8`,
  conclude: ({ run }) => run.always(({ f, next }) => that`abs(${next.f}) <= abs(${f})`),
});
