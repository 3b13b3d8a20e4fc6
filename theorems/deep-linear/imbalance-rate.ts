import { by, claim, constant, ex, flow, real, that } from 'counterflow';
import { min2021 } from '../_papers.ts';

export default claim('deep-linear/imbalance-rate', {
  says: 'Scalar two-layer network ½(uv − y)²: the loss decays along the flow at least with the rate 2|u² − v²|.',
  status: 'theorem',
  source: { ...min2021, where: 'its rate from the imbalance, in the scalar case' },
  notes: 'The rate at an arbitrary state; u² − v² is conserved, so the decay is exponential.',
  reals: { u: real('[-2, 2]'), v: real('[-2, 2]'), y: real('[-2, 2]') },
  constants: { c: constant('2', { to: '4' }) },
  where: ({ u, v, y }) => {
    const start = flow({ start: { u, v }, loss: ({ u, v }) => ex`(${u}*${v} - ${y})^2/2` }).at(0);
    return { loss: start.loss, rate: start.rate.loss, D: ex`${u}^2 - ${v}^2` };
  },
  conclude: ({ loss, rate, D, c }) => that`${rate} <= -${c}*abs(${D})*${loss}`,
  derivation: ({ u, v, y, rate, D }) => [
    by.cases(that`2*abs(${D}) <= 2*(${u}^2 + ${v}^2)`, {
      between: [D, 0],
      below: by.root(that`abs(${D}) = -(${D})`),
      above: by.root(that`abs(${D}) = ${D}`),
    }),
    by.positive(that`(${u}*${v} - ${y})^2*(${u}^2 + ${v}^2 - abs(${D})) >= 0`),
    by.ring(that`${rate} = -((${u}*${v} - ${y})^2*(${u}^2 + ${v}^2))`),
  ],
});
