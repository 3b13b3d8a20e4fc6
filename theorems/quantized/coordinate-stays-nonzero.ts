import { claim, descent, ex, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/coordinate-stays-nonzero', {
  says: 'With 2η|G| < 1 a coordinate that is not 0 is not 0 after the step.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'True in exact descent. In fixed point an update within half a grid step of the weight makes it 0, and 0 is for ever. Grid step 1/16.',
  reals: { u: integer(1, 40), v: integer(1, 40), y: real('[-1, 1]'), eta: real('[1/64, 1/4]') },
  where: ({ u, v, y, eta }) => ({
    run: descent({
      start: { u: ex`${u}/16`, v: ex`${v}/16` },
      loss: ({ u, v }) => ex`(${u}^2 - ${v}^2 - ${y})^2/2`,
      eta,
    }).quantized({ format: 'q6.4', rounding: 'nearest-even', rounds: 'update' }),
    G: ex`(${u}^2 - ${v}^2)/256 - ${y}`,
  }),
  assume: ({ G, eta }) => that`2*${eta}*abs(${G}) < 1`,
  conclude: ({ run }) => [that`${run.at(1).u} != 0`, that`${run.at(1).v} != 0`],
});
