import { and, claim, descent, ex, implies, integer, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/small-update-moves', {
  says: 'An update below half a grid step leaves the state where it is.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Stored toward zero, every update toward zero moves by a whole grid step: hidden weight decay. Grid step 1/4.',
  reals: { u: integer(-20, 20), y: real('[-2, 2]'), eta: real('(0, 1/16]') },
  where: ({ u, y, eta }) => ({
    run: descent({ start: { u: ex`${u}/4` }, loss: ({ u }) => ex`(${u}^2 - ${y})^2/2`, eta }).quantized({
      format: 'q6.2',
      rounding: 'toward-zero',
      rounds: 'store',
    }),
    update: ex`2*${eta}*(${u}^2/16 - ${y})*${u}`,
  }),
  conclude: ({ run, u, update }) =>
    implies(and(that`${update} < 1/2`, that`${update} > -1/2`), that`${run.at(1).u} = ${u}/4`),
});
