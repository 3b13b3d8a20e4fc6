import { adversary, beats, claim, oneOf, procedures } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/float-loses', {
  says: 'Evaluating Σ(uᵢ² − vᵢ²)xᵢ in p-bit floating point gets a sign wrong, though all inputs are exact p-bit numbers.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'Refuted: this procedure, on u = (1 + 2^(1−p), 1, 1), v = 0, x = (1, −(1 + 2^(2−p)), −2^(1−2p)); the output is 2^(1−2p). Left to right, nearest even.',
  sizes: { p: oneOf(3, 4, 8, 11, 24, 53, 64, 113, 200) },
  conclude: ({ p }) => beats(adversary.float(Number(p)), procedures.roundedEvaluation(Number(p))),
});
