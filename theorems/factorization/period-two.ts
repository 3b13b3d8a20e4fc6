import { claim, descent, ex, real, that } from 'counterflow';
import { chen2023 } from '../_papers.ts';

export default claim('factorization/period-two', {
  says: 'GD on ½(xy − μ)², x = y, h = ημ > 1: a 2-cycle with AB = 1/η, A² + B² = μ + 1/η.',
  status: 'theorem',
  source: { ...chen2023, where: 'its two-step cycle; the closed form is ours' },
  notes: 'μ = s²; A, B = ½s(√(1 + 3/h) ± √(1 − 1/h)).',
  reals: { s: real('[1/4, 2]'), h: real('(1, 3]') },
  where: ({ s, h }) => {
    const [sum, difference] = [ex`sqrt(1 + 3/${h})`, ex`sqrt(1 - 1/${h})`];
    const A = ex`${s}*(${sum} + ${difference})/2`;
    const B = ex`${s}*(${sum} - ${difference})/2`;
    const eta = ex`${h}/${s}^2`;
    const run = descent({ start: { x: A, y: A }, loss: ({ x, y }) => ex`(${x}*${y} - ${s}^2)^2/2`, eta, steps: 2 });
    return { A, B, eta, run, J: run.jacobian(2) };
  },
  conclude: ({ s, A, B, eta, run }) => [
    that`${run.at(1).x} = ${B}`,
    that`${run.at(2).x} = ${A}`,
    that`${run.at(2).y} = ${A}`,
    that`${A}*${B} = 1/${eta}`,
    that`${A}^2 + ${B}^2 = ${s}^2 + 1/${eta}`,
  ],
});
