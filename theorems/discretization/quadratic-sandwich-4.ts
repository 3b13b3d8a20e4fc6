import { that } from 'counterflow';
import sandwich from './quadratic-sandwich.ts';

export default sandwich.variant('discretization/quadratic-sandwich-4', {
  says: 'The same with z³/4.',
  status: 'refuted',
  conclude: ({ z }) => that`exp(-${z} - ${z}^2/2) - (1 - ${z}) <= ${z}^3/4`,
});
