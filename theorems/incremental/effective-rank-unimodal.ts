import { that } from 'counterflow';
import rank from './effective-rank.ts';

export default rank.variant('incremental/effective-rank-unimodal', {
  says: 'Open: the effective rank of two modes falls and then rises, once: between two times it is at most the larger of theirs.',
  status: 'conjecture',
  conclude: ({ early, middle, late }) => that`${middle} <= max(${early}, ${late})`,
});
