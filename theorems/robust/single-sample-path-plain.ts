import { that } from 'counterflow';
import path from './single-sample-path.ts';

export default path.variant('robust/single-sample-path-plain', {
  says: 'Robust training on one sample is as fast as standard training: e^m grows with the rate ‖z‖².',
  status: 'refuted',
  conclude: ({ z, rate }) => that`${rate} = sum(${z}^2)`,
});
