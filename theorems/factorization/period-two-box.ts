import { by, claim, descent, ex, real, that } from 'counterflow';
import { chen2023 } from '../_papers.ts';

export default claim('factorization/period-two-box', {
  says: 'GD on ½(xy − μ)²: for all η, μ with 1.01 ≤ ημ ≤ 1.23 there is a 2-cycle on x = y > 0, and it attracts in the plane.',
  status: 'theorem',
  source: { ...chen2023, where: 'its two-step cycle; the closed form is ours' },
  notes:
    'μ = s², η = h/s²; A, B = ½s(√(1 + 3/h) ± √(1 − 1/h)) with A > B > 0. Attracting: both eigenvalues of the Jacobian of two steps are inside the unit circle (Schur–Cohn).',
  reals: { s: real('[1/2, 2]'), h: real('[101/100, 123/100]') },
  where: ({ s, h }) => {
    const [sum, difference] = [ex`sqrt(1 + 3/${h})`, ex`sqrt(1 - 1/${h})`];
    const A = ex`${s}*(${sum} + ${difference})/2`;
    const B = ex`${s}*(${sum} - ${difference})/2`;
    const eta = ex`${h}/${s}^2`;
    const run = descent({ start: { x: A, y: A }, loss: ({ x, y }) => ex`(${x}*${y} - ${s}^2)^2/2`, eta, steps: 2 });
    return { A, B, run, J: run.jacobian(2) };
  },
  conclude: ({ A, B, run, J }) => [
    that`${run.at(1).x} = ${B}`,
    that`${run.at(1).y} = ${B}`,
    that`${run.at(2).x} = ${A}`,
    that`${run.at(2).y} = ${A}`,
    that`0 < ${B} < ${A}`,
    that`-(1 + det(${J})) < trace(${J}) < 1 + det(${J}) < 2`,
  ],
  boxes: ({ h, A, B }) => [
    that`0 < 1 - 1/${h}`,
    that`0 < ${B} < ${A}`,
    that`-1 < 9 - 2*(1 + ${h})^2 < 1`,
    that`-1 < 3 - 2*${h} < 1`,
  ],
  derivation: ({ h, A, B, run, J }) => [
    by.ring(that`${run.at(1).x} = ${B}`),
    by.ring(that`${run.at(1).y} = ${B}`),
    by.ring(that`${run.at(2).x} = ${A}`),
    by.ring(that`${run.at(2).y} = ${A}`),
    // The multipliers along the diagonal and across it.
    by.ring(that`trace(${J}) = 9 - 2*(1 + ${h})^2 + 3 - 2*${h}`),
    by.ring(that`det(${J}) = (9 - 2*(1 + ${h})^2)*(3 - 2*${h})`),
    by.lemma(
      { a: ex`9 - 2*(1 + ${h})^2`, b: ex`3 - 2*${h}`, T: ex`trace(${J})`, D: ex`det(${J})` },
      {
        from: ({ a, b, T, D }) => [
          that`-1 < ${a} < 1`,
          that`-1 < ${b} < 1`,
          that`${T} = ${a} + ${b}`,
          that`${D} = ${a}*${b}`,
        ],
        shows: ({ T, D }) => that`-(1 + ${D}) < ${T} < 1 + ${D} < 2`,
        steps: ({ a, b }) => [
          by.positive(that`(1 - ${a})*(1 - ${b}) > 0`),
          by.positive(that`(1 + ${a})*(1 + ${b}) > 0`),
          by.positive(that`(1 - ${a})*(1 + ${b}) + (1 + ${a})*(1 - ${b}) > 0`),
        ],
      },
    ),
  ],
});
