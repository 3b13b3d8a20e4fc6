import { claim, descent, ex, real, size, that, vector } from 'counterflow';

export default claim('catapult/squared', {
  says: 'Squared loss, label 0: f changes by a factor between 1 − ηλ and (1 − ηλ/2)² at every step.',
  status: 'theorem',
  source: {
    title: 'The large learning rate phase of deep learning: the catapult mechanism',
    authors: 'Lewkowycz, Bahri, Dyer, Sohl-Dickstein, Gur-Ari',
    arxiv: '2003.02218',
    where: 'the model; the window is ours',
  },
  notes: 'Loss ½f² with f = p/√m, p = ⟨u, v⟩, on one sample of input 1; λ = (‖u‖² + ‖v‖²)/m. Every width, every start.',
  sizes: { m: size(1, 4) },
  reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]'), eta: real('(0, 4]') },
  where: ({ m, u, v, eta }) => {
    const run = descent({
      start: { u, v },
      observe: ({ u, v }) => ({ p: ex`sum(${u}*${v})`, lambda: ex`(sum(${u}^2) + sum(${v}^2))/${m}` }),
      sums: ({ p }) => ({ S: ex`${p}^2/${m}` }),
      loss: ({ p }) => ex`${p}^2/(2*${m})`,
      eta,
    });
    return { run, p0: run.at(0).p, lambda0: run.at(0).lambda };
  },
  conclude: ({ run, eta }) =>
    run.always(
      ({ p, lambda, next }) =>
        that`(1 - ${eta}*${lambda})*${p}^2 <= ${next.p}*${p} <= (1 - ${eta}*${lambda}/2)^2*${p}^2`,
    ),
});
