import { claim, ex, iterate, real, that, vector } from 'counterflow';
import { neyshabur2017 } from '../_papers.ts';

export default claim('norms/path-descent-projection', {
  says: 'Path-SGD on w = u∘v conserves what is orthogonal to the sample at every step size, as its flow does.',
  status: 'refuted',
  source: { ...neyshabur2017, where: 'its Path-SGD on diagonal networks' },
  notes: 'w ↦ w(1 − ηg/w)² with g = (x·w − y)x (path-descent): the error is of first order in η.',
  reals: {
    x: vector(2, '[1/4, 2]'),
    y: real('[1/2, 2]'),
    w: vector(2, '[1/10, 1]'),
    eta: real('(0, 1/10]', { scale: 'log' }),
  },
  where: ({ x, y, w, eta }) => ({
    run: iterate({
      start: { z: w },
      observe: ({ z }) => ({ outside: ex`${x.at(1)}*${z.at(0)} - ${x.at(0)}*${z.at(1)}` }),
      step: ({ z }) => ({ z: ex`${z}*(1 - ${eta}*(sum(${x}*${z}) - ${y})*${x}/${z})^2` }),
    }),
    limit: ex`${w} + (${y} - sum(${x}*${w}))/sum(${x}^2)*${x}`,
  }),
  conclude: ({ run }) => run.always(({ outside, next }) => that`${next.outside} = ${outside}`),
});
