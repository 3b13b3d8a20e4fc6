import { claim, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

/** The least number of errors on (3, −2) and (−4, 3), both positive, with whole weights up to a bound. */
function best(bound: number): number {
  let least = 2;
  for (let a = -bound; a <= bound; a++)
    for (let b = -bound; b <= bound; b++) least = Math.min(least, +(3 * a - 2 * b <= 0) + +(-4 * a + 3 * b <= 0));
  return least;
}

export default claim('quantized/fewer-bits-never-hurt', {
  says: 'Fewer bits never raise the best achievable risk.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'The points (3, −2) and (−4, 3), both positive: weights up to 6 leave one error, w = (5, 7) none.',
  conclude: () => that`${best(6)} <= ${best(7)}`,
});
