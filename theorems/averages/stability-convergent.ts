import { that } from 'counterflow';
import stability from './stability.ts';

export default stability.variant('averages/stability-convergent', {
  says: 'In the 2-cycle the averaged loss reacts to a changed sample as it does at convergence, by (δ/2)(μ + μ′ − 2z).',
  status: 'refuted',
  conclude: ({ mu, mu2, z, change, delta }) => that`${change} = ${delta}/2*(${mu} + ${mu2} - 2*${z})`,
});
