import { each, or, that } from 'counterflow';
import flowRate from './flow-rate.ts';

export default flowRate.variant('sharpness/flow-rate-alpha', {
  says: 'Off the largest x_i the limit of the flow is of the order of the initialization: w_i ≤ 10α(1 + y).',
  status: 'refuted',
  conclude: ({ d, x, alpha, w, y, top }) =>
    each(d, (i) => or(that`${x.at(i)} = ${top}`, that`${w.at(i)} <= 10*${alpha}*(1 + ${y})`)),
});
