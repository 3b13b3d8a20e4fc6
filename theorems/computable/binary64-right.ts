import { adversary, claim, procedures, survives } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/binary64-right', {
  says: 'The sign of a network computed in doubles is right when all inputs are exact doubles.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes: '((u·u)·1 − (1 + 2⁻⁵¹)) − 2⁻¹⁰⁵ with u = 1 + 2⁻⁵² gives −2⁻¹⁰⁵, the truth is +2⁻¹⁰⁵.',
  conclude: () => survives(procedures.binary64, adversary.float(53)),
});
