import { adversary, beats, claim, procedures } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/finite-queries-lose', {
  says: 'Procedures that decide a sign from finitely many approximations are wrong on a real that agrees with all of them.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'Refuted: fixed precision 64 on 2⁻⁶⁵, adaptive precision up to 2000 bits on 2⁻²⁰⁰¹, and one that asks nothing. A statement about these procedures.',
  conclude: () => [
    beats(adversary.sign, procedures.fixedPrecision(64)),
    beats(adversary.sign, procedures.adaptive(2000)),
    beats(adversary.sign, () => '+'),
  ],
});
