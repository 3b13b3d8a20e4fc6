import { each, that } from 'counterflow';
import shrinking from './shrinking-spectrum.ts';

export default shrinking.variant('norms/shrinking-spectrum-raw', {
  says: 'Singular values s and factors a ≤ 1 in the same order: the sum of the leading r values of s_ia_i never falls.',
  status: 'refuted',
  notes: 'Only its share in the whole does not.',
  assume: ({ gapA }) => that`sum(${gapA}) <= 1`,
  conclude: ({ n, top, topAfter }) => each(n, (r) => that`${topAfter(r + 1)} >= ${top(r + 1)}`),
});
