import { claim, descent, ex, real, that } from 'counterflow';
import { chandramoorthy2022 } from '../_papers.ts';

export default claim('averages/period-two', {
  says: 'On the 2-cycle of GD on ½(x² − μ)² with h = ημ > 1: ⟨x²⟩ = (μ + 1/η)/2 and ⟨x⁴⟩ = ½[(μ + 1/η)² − 2/η²].',
  status: 'theorem',
  source: { ...chandramoorthy2022, where: 'time averages in place of limits; this example is ours' },
  notes: 'x ↦ x − η(x² − μ)x (one balanced factor), μ = s². The excess risk of the time average is (μ² − 1/η²)/4.',
  reals: { s: real('[1/4, 2]'), h: real('(1, 3]'), z: real('[0, 4]') },
  where: ({ s, h, z }) => {
    const eta = ex`${h}/${s}^2`;
    const start = ex`${s}*(sqrt(1 + 3/${h}) + sqrt(1 - 1/${h}))/2`;
    const run = descent({ start: { x: start }, loss: ({ x }) => ex`(${x}^2 - ${s}^2)^2/4`, eta, steps: 2 });
    const mean = (f: (x: typeof s) => typeof s) => ex`(${f(run.at(0).x)} + ${f(run.at(1).x)})/2`;
    return {
      run,
      eta,
      mu: ex`${s}^2`,
      second: mean((x) => ex`${x}^2`),
      fourth: mean((x) => ex`${x}^4`),
      risk: mean((x) => ex`(${x}^2 - ${z})^2/2`),
    };
  },
  conclude: ({ run, eta, mu, second, fourth, risk, z }) => [
    that`${run.at(2).x} = ${run.at(0).x}`,
    that`${second} = (${mu} + 1/${eta})/2`,
    that`${fourth} = ((${mu} + 1/${eta})^2 - 2/${eta}^2)/2`,
    that`${risk} = (${fourth} - 2*${z}*${second} + ${z}^2)/2`,
  ],
});
