import { each, that } from 'counterflow';
import speed from './singular-value-speed.ts';

export default speed.variant('deep-linear/singular-value-speed-exponent', {
  says: 'The same with the exponent 1 − 1/N in place of 2 − 2/N.',
  status: 'refuted',
  conclude: ({ N, d, s, G, speed }) =>
    each(d, (r) => that`${speed.at(r, r)} = -${N}*${s.at(r)}^(${N} - 1)*${G.at(r, r)}`),
});
