import { real, that } from 'counterflow';
import sandwich from './quadratic-sandwich.ts';

export default sandwich.variant('discretization/quadratic-sandwich-order-4', {
  says: 'The same with z⁴ for z ≤ 1: a local error one order smaller.',
  status: 'refuted',
  reals: { z: real('[0, 1]') },
  conclude: ({ z }) => that`exp(-${z} - ${z}^2/2) - (1 - ${z}) <= ${z}^4`,
});
