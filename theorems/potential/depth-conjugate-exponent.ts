import { evolve, ex } from 'counterflow';
import conjugate from './depth-conjugate.ts';

export default conjugate.variant('potential/depth-conjugate-exponent', {
  says: 'The same with the exponent −1/(D−2) in H_D.',
  status: 'refuted',
  where: ({ D, z }) => {
    const along = evolve({
      start: { z },
      observe: ({ z }) => ({ H: ex`(${D} - 2)/2*((1 - ${z})^(-1/(${D} - 2)) + (1 + ${z})^(-1/(${D} - 2)) - 2)` }),
      field: () => ({ z: ex`1` }),
    }).at(0);
    return { slope: along.rate.H };
  },
});
