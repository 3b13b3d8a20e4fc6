import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/update-and-store', {
  says: 'Rounding the update and rounding the stored weight to nearest even give the same step.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'They differ on ties at odd states.',
  reals: { u: integer(-6, 6), v: integer(-6, 6), y: real('[-3, 3]'), eta: real('(0, 1/2]') },
  where: ({ u, v, y, eta }) => {
    const run = descent({
      start: { u: ex`${u}/2`, v: ex`${v}/2` },
      loss: ({ u, v }) => ex`(${u}^2 - ${v}^2 - ${y})^2/2`,
      eta,
    });
    const options = { format: 'q9.1', rounding: 'nearest-even' } as const;
    return {
      update: run.quantized({ ...options, rounds: 'update' }),
      store: run.quantized({ ...options, rounds: 'store' }),
    };
  },
  conclude: ({ update, store }) => that`${update.at(1).u} = ${store.at(1).u}`,
});
