import { that } from 'counterflow';
import invariant from './power-difference-invariant.ts';

export default invariant.variant('flow/power-difference-conserves-product', {
  says: 'Gradient flow on w = u^D − v^D conserves uv at every depth, as it does at D = 2.',
  status: 'refuted',
  conclude: ({ start }) => that`${start.rate.p} = 0`,
});
