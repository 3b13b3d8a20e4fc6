import { claim, type Expr, ex, matrix, size, sum, that, vector } from 'counterflow';
import { rammal2022 } from '../_papers.ts';

export default claim('compression/leave-one-out', {
  says: 'Leave one of n + 1 points out: |expected gap| ≤ ((n + 1)/n)√(I/2), I the information of the output about which one.',
  status: 'theorem',
  source: { ...rammal2022, where: 'the quantity; the constant is derived here, not quoted' },
  notes:
    'Fixed data, U uniform on n + 1 indices, a randomised rule with output 1 with chance p_u (else 0), losses ℓ_i(output) in [0, 1]; gap = E[ℓ_U − mean of the other ℓ_i], information in nats.',
  unproved: "Pinsker's inequality for means of several points is not derived yet.",
  sizes: { n: size(1, 3) },
  reals: { p: vector(4, '(0, 1)'), loss: matrix(4, 2, '[0, 1]') },
  where: ({ n, p, loss }) => {
    const points = [...Array(n + 1).keys()];
    const mean = ex`${sum(points, (u) => p.at(u))}/${n + 1}`;
    const gapAt = (u: number, output: number) =>
      ex`${loss.at(u, output)} - (${sum(points, (i) => loss.at(i, output))} - ${loss.at(u, output)})/${n}`;
    const kl = (a: Expr, b: Expr) => ex`${a}*ln(${a}/${b}) + (1 - ${a})*ln((1 - ${a})/(1 - ${b}))`;
    return {
      gap: ex`${sum(points, (u) => ex`${p.at(u)}*(${gapAt(u, 1)}) + (1 - ${p.at(u)})*(${gapAt(u, 0)})`)}/${n + 1}`,
      information: ex`${sum(points, (u) => kl(p.at(u), mean))}/${n + 1}`,
    };
  },
  conclude: ({ n, gap, information }) => that`2*(${gap}*${n})^2 <= ${information}*${n + 1}^2`,
});
