import { claim, type Expr, ex, real, that } from 'counterflow';
import { chandramoorthy2022 } from '../_papers.ts';

/** Time averages of x² and x⁴ on the 2-cycle, from its two points. */
const averages = (mu: Expr, eta: Expr) => {
  const h = ex`${eta}*${mu}`;
  const A2 = ex`${mu}*(sqrt(1 + 3/${h}) + sqrt(1 - 1/${h}))^2/4`;
  const B2 = ex`${mu}*(sqrt(1 + 3/${h}) - sqrt(1 - 1/${h}))^2/4`;
  return { second: ex`(${A2} + ${B2})/2`, fourth: ex`(${A2}^2 + ${B2}^2)/2` };
};
const loss = (mu: Expr, eta: Expr, z: Expr) => {
  const { second, fourth } = averages(mu, eta);
  return ex`(${fourth} - 2*${z}*${second} + ${z}^2)/2`;
};

export default claim('averages/stability', {
  says: 'Two neighbouring samples, both training in the 2-cycle: ⟨ℓ(z)⟩′ − ⟨ℓ(z)⟩ = (δ/4)(μ + μ′ + 2/η − 2z), δ = μ′ − μ.',
  status: 'theorem',
  source: { ...chandramoorthy2022, where: 'statistical algorithmic stability; this example is ours' },
  notes: 'GD on ½(x² − μ)² in the balanced factor, ℓ(z) = ½(x² − z)²; μ, μ′ are the means of the samples.',
  reals: { mu: real('[1/2, 2]'), mu2: real('[1/2, 2]'), eta: real('(0, 3]'), z: real('[0, 4]') },
  where: ({ mu, mu2, eta, z }) => ({
    change: ex`${loss(mu2, eta, z)} - ${loss(mu, eta, z)}`,
    delta: ex`${mu2} - ${mu}`,
  }),
  assume: ({ mu, mu2, eta }) => [that`${eta}*${mu} > 1`, that`${eta}*${mu2} > 1`],
  conclude: ({ mu, mu2, eta, z, change, delta }) => that`${change} = ${delta}/4*(${mu} + ${mu2} + 2/${eta} - 2*${z})`,
});
