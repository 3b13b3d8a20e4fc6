import { by, claim, evolve, ex, real, that } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('flow/single-neuron-potential', {
  says: 'A single neuron has the potential q_δ(‖w‖) + ⟨z, w⟩ with q_δ′(x) = (3/2)√(√(x² + δ²/4) − δ/2).',
  status: 'theorem',
  source: { ...azulay2021, where: 'its fully connected network with one hidden unit' },
  notes: 'q_δ(x) = (x² − (δ/2)(δ/2 + √(x² + δ²/4)))·√(√(x² + δ²/4) − δ/2)/x. Only the derivative is checked.',
  reals: { x: real('[1/8, 4]'), delta: real('[-2, 2]') },
  where: ({ x, delta }) => {
    const start = evolve({
      start: { r: x },
      observe: ({ r }) => {
        const root = ex`sqrt(${r}^2 + ${delta}^2/4)`;
        return { q: ex`(${r}^2 - ${delta}/2*(${delta}/2 + ${root}))*sqrt(${root} - ${delta}/2)/${r}` };
      },
      field: () => ({ r: ex`1` }),
    }).at(0);
    return { slope: start.rate.q };
  },
  conclude: ({ x, delta, slope }) => that`${slope} = 3/2*sqrt(sqrt(${x}^2 + ${delta}^2/4) - ${delta}/2)`,
  derivation: ({ x, delta }) => {
    const root = ex`sqrt(${x}^2 + ${delta}^2/4)`;
    return [by.contradiction(that`${delta}/2 < ${root}`), by.positive(that`${root} - ${delta}/2 > 0`)];
  },
});
