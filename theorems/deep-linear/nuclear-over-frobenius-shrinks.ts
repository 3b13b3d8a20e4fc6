import { that } from 'counterflow';
import nuclear from './nuclear-over-frobenius.ts';

export default nuclear.variant('deep-linear/nuclear-over-frobenius-shrinks', {
  says: 'The flow of ‖W‖_*/‖W‖_F shrinks all singular values.',
  status: 'refuted',
  conclude: ({ rate }) => that`max(${rate}) <= 0`,
});
