import { ex, flow, squared, that } from 'counterflow';
import differenceSinh from './difference-sinh.ts';

export default differenceSinh.variant('flow/difference-sinh-unhalved-loss', {
  says: 'The same constant 4 for the loss ‖Xw − y‖² without the ½ (it is 8).',
  status: 'refuted',
  notes: 'Stated by the rate at the start, where everything is exact.',
  where: ({ X, y, alpha }) => ({
    run: flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => {
        const w = ex`${u}^2 - ${v}^2`;
        return { w, r: ex`${X}*${w} - ${y}` };
      },
      integrals: ({ r }) => ({ I: r }),
      loss: ({ w }) => squared('1', X, y)(w),
    }),
  }),
  conclude: ({ run, X, alpha }) => that`${run.at(0).rate.w} = -8*${alpha}^2*(${X}'*${run.at(0).r})`,
});
