import { claim, evolve, ex, real, size, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('potential/depth-conjugate', {
  says: 'Depth D ≥ 3: the conjugate H_D(z) = (D−2)/2·[(1−z)^{−2/(D−2)} + (1+z)^{−2/(D−2)} − 2] has derivative h_D.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its depth-D potential q_D = ∫ h_D⁻¹; the closed form of the conjugate is ours' },
  notes: 'h_D(z) = (1−z)^{−p} − (1+z)^{−p}, p = D/(D−2); then q_D(h_D(z)) = z h_D(z) − H_D(z), no inverse needed.',
  sizes: { D: size(3, 7) },
  reals: { z: real('(-1, 1)') },
  where: ({ D, z }) => {
    const along = evolve({
      start: { z },
      observe: ({ z }) => ({
        h: ex`(1 - ${z})^(-${D}/(${D} - 2)) - (1 + ${z})^(-${D}/(${D} - 2))`,
        H: ex`(${D} - 2)/2*((1 - ${z})^(-2/(${D} - 2)) + (1 + ${z})^(-2/(${D} - 2)) - 2)`,
      }),
      field: () => ({ z: ex`1` }),
    }).at(0);
    return { h: along.h, slope: along.rate.H };
  },
  conclude: ({ h, slope }) => that`${slope} = ${h}`,
});
