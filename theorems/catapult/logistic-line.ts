import { claim, descent, ex, real, that } from 'counterflow';

export default claim('catapult/logistic-line', {
  says: 'Logistic regression on one input with both labels: if η ≤ 8, |w| falls at every step.',
  status: 'theorem',
  source: {
    title: 'Implicit Bias of Deep Linear Networks in the Large Learning Rate Phase',
    authors: 'Huang, Du, Xu, Liu',
    arxiv: '2011.12547',
    where: 'its degenerate data; rederived',
  },
  notes: 'Loss ½[ln(1 + e^{−w}) + ln(1 + e^w)], so w ↦ w − (η/2) tanh(w/2) and 8 = 2/curvature at 0.',
  reals: { w: real('[-20, 20]'), eta: real('(0, 8]') },
  where: ({ w, eta }) => ({
    run: descent({ start: { w }, loss: ({ w }) => ex`(ln(1 + exp(-${w})) + ln(1 + exp(${w})))/2`, eta, steps: 20 }),
  }),
  assume: ({ w }) => that`${w} != 0`,
  conclude: ({ run }) => that`abs(${run.at(1).w}) < abs(${run.at(0).w})`,
});
