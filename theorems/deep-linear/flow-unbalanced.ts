import { claim, ex, flow, real, that } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/flow-unbalanced', {
  says: 'Gradient flow on w = uv moves w with the speed 2|w|·slope from every start, as it does from balanced ones.',
  status: 'refuted',
  source: { ...bah2019, where: 'its flow of the product, without balance' },
  notes: 'The speed is (u² + v²)·slope.',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), g: real('[-2, 2]') },
  where: ({ u, v, g }) => ({
    start: flow({
      start: { u, v },
      observe: ({ u, v }) => ({ w: ex`${u}*${v}` }),
      loss: ({ w }) => ex`${g}*${w}`,
    }).at(0),
  }),
  conclude: ({ u, v, g, start }) => that`${start.rate.w} = -2*abs(${u}*${v})*${g}`,
});
