import { adversary, beats, claim, procedures } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/rounding-tie', {
  says: 'A routine that rounds every real to the grid decides signs, so it is wrong on some real near a tie.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'Rounding x + 1/2 to nearest, half up, gives 1 for x ≥ 0 and 0 for x < 0. Refuted: rounding the answer at 64 bits. On the tie itself no precision ever decides.',
  conclude: () => beats(adversary.sign, (x) => (procedures.fixedPrecision(64)(x) === '-' ? '-' : '+')),
});
