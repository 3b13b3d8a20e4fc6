import { grid, implies, size, that, vector } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-lands-flat', {
  says: 'If ηλ₀ < 4 and GD from f₀ ≠ 0 reaches f = 0, it does so where ηλ ≤ 2.',
  status: 'refuted',
  notes:
    'False by exact hits: a step may land on an unstable minimum. Values on a grid of quarters, where such hits are not a null set. Loss ½f², f = ⟨u, v⟩/√m.',
  sizes: { m: size(1, 2) },
  reals: { u: vector('m', grid('q3.2')), v: vector('m', grid('q3.2')), eta: grid('q3.2') },
  assume: ({ eta, lambda0, p0 }) => [that`${eta} > 0`, that`${eta}*${lambda0} < 4`, that`${p0} != 0`],
  conclude: ({ run, eta }) => run.always(({ p, lambda }) => implies(that`${p} = 0`, that`${eta}*${lambda} <= 2`)),
});
