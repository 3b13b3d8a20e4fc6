import { claim, type Expr, ex, real, size, sum, that } from 'counterflow';
import { chandramoorthy2022 } from '../_papers.ts';

export default claim('averages/gap-halves', {
  says: 'The expected generalization gap of the time average is σ²/(2n) in the 2-cycle, half of the convergent σ²/n.',
  status: 'theorem',
  source: { ...chandramoorthy2022, where: 'the quantity it bounds; this example is ours' },
  notes:
    'n independent samples m ± σ with equal chance, GD on ½(x² − mean)² in the balanced factor, ⟨x²⟩ = (mean + 1/η)/2. Expectation by enumeration.',
  sizes: { n: size(1, 3) },
  reals: { m: real('[3/4, 2]'), sigma: real('[0, 1/2]'), eta: real('(0, 4]') },
  where: ({ n, m, sigma, eta }) => {
    const samples = Array.from({ length: 2 ** n }, (_, code) =>
      Array.from({ length: n }, (_, i) => ((code >> i) & 1 ? ex`${m} + ${sigma}` : ex`${m} - ${sigma}`)),
    );
    const gap = (second: (mean: Expr) => Expr) =>
      ex`${sum(samples, (sample) => {
        const mean = ex`${sum(sample, (z) => z)}/${n}`;
        return ex`${second(mean)}*(${mean} - ${m})`;
      })}/${2 ** n}`;
    return { oscillating: gap((mean) => ex`(${mean} + 1/${eta})/2`), convergent: gap((mean) => mean) };
  },
  assume: ({ m, sigma, eta }) => that`${eta}*(${m} - ${sigma}) > 1`,
  conclude: ({ n, sigma, oscillating, convergent }) => [
    that`${oscillating} = ${sigma}^2/(2*${n})`,
    that`${convergent} = ${sigma}^2/${n}`,
  ],
});
