import { and, claim, descent, ex, or, real, that } from 'counterflow';

export default claim('factorization/escape-cone', {
  says: 'A certificate of divergence for ½(xy − μ)²: inside the cone the residual grows at least 1000-fold at every step.',
  status: 'theorem',
  notes:
    'e = xy − μ, a = x + y, b = x − y. Cone: η|e| ≥ 100 and (e < 0, |b| ≥ 1.6|a|, b² ≥ 36μ) or (e > 0, |a| ≥ 1.6|b|, a² ≥ 36μ). Three steps are run.',
  reals: { x: real('[-40, 40]'), y: real('[-40, 40]'), mu: real('(0, 4]'), eta: real('(0, 4]') },
  where: ({ x, y, mu, eta }) => ({
    run: descent({
      start: { x, y },
      observe: ({ x, y }) => ({ e: ex`${x}*${y} - ${mu}`, a: ex`${x} + ${y}`, b: ex`${x} - ${y}` }),
      loss: ({ e }) => ex`${e}^2/2`,
      eta,
      steps: 3,
    }),
  }),
  assume: ({ run, mu, eta }) => {
    const { e, a, b } = run.at(0);
    return [
      that`${eta}*abs(${e}) >= 100`,
      or(
        and(that`${e} < 0`, that`abs(${b}) >= 1.6*abs(${a})`, that`${b}^2 >= 36*${mu}`),
        and(that`${e} > 0`, that`abs(${a}) >= 1.6*abs(${b})`, that`${a}^2 >= 36*${mu}`),
      ),
    ];
  },
  conclude: ({ run }) => run.always(({ e, next }) => that`abs(${next.e}) >= 1000*abs(${e})`),
});
