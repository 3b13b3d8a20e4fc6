import { claim, ex, flow, real, squared, that, vector } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/sign-kept-flow', {
  says: 'Gradient flow on ½(uv − y)² keeps the sign of uv from every start, balanced or not.',
  status: 'refuted',
  source: { ...bah2019, where: 'the rank along the flow; false without balance' },
  notes: 'From |u| = |v| it is kept. Else the product reaches every target.',
  reals: { u: vector(1, '[1/10, 2]'), v: vector(1, '[1/10, 2]'), y: real('[-2, 2]') },
  where: ({ u, v, y }) => ({
    end: flow({
      start: { a: u, b: v },
      observe: ({ a, b }) => ({ w: ex`${a}*${b}` }),
      loss: ({ w }) => squared('1/2', ex`ones(1)*ones(1)'`, ex`${y}*ones(1)`)(w),
    }).limit(),
  }),
  assume: ({ u, v }) => that`${u} != ${v}`,
  conclude: ({ end }) => that`${end.w} >= 0`,
});
