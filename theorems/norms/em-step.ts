import { claim, descent, type Expr, ex, real, size, sum, that, vector } from 'counterflow';
import { oursland2025 } from '../_papers.ts';

export default claim('norms/em-step', {
  says: 'Two clusters on a line: an EM step is a gradient step preconditioned by 1/Σ r, and never raises the loss.',
  status: 'theorem',
  source: { ...oursland2025, where: 'its reading of EM; the identity is classical' },
  notes: 'Negative log-likelihood −Σ_n ln(e^{−(x_n − a)²/2} + e^{−(x_n − b)²/2}) of centres a, b.',
  sizes: { n: size(1, 3) },
  reals: { x: vector('n', '[-2, 2]'), a: real('[-2, 2]'), b: real('[-2, 2]'), eta: real('(0, 2]') },
  where: ({ n, x, a, b, eta }) => {
    const nll = (p: Expr, q: Expr) =>
      sum(n, (i) => ex`-ln(exp(-(${x.at(i)} - ${p})^2/2) + exp(-(${x.at(i)} - ${q})^2/2))`);
    const r = ex`1/(1 + exp((${x} - ${a})^2/2 - (${x} - ${b})^2/2))`;
    const step = descent({ start: { p: a, q: b }, loss: ({ p, q }) => nll(p, q), eta: 1, steps: 1 });
    const plain = descent({ start: { p: a, q: b }, loss: ({ p, q }) => nll(p, q), eta, steps: 1 });
    const [nextA, nextB] = [ex`sum(${r}*${x})/sum(${r})`, ex`sum((1 - ${r})*${x})/sum(1 - ${r})`];
    return {
      r,
      slopeA: ex`${a} - ${step.at(1).p}`,
      nextA,
      before: nll(a, b),
      after: nll(nextA, nextB),
      plainAfter: plain.at(1).loss,
      plainA: plain.at(1).p,
    };
  },
  conclude: ({ a, r, slopeA, nextA, before, after }) => [
    that`${nextA} = ${a} - ${slopeA}/sum(${r})`,
    that`${after} <= ${before}`,
  ],
});
