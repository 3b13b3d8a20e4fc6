import { that } from 'counterflow';
import rank from './effective-rank.ts';

export default rank.variant('incremental/effective-rank-falls', {
  says: 'Two modes learned one after another: the effective rank never rises.',
  status: 'refuted',
  conclude: ({ early, late }) => that`${late} <= ${early}`,
});
