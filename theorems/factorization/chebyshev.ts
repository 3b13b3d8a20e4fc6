import { by, claim, descent, type Expr, ex, real, that } from 'counterflow';

export default claim('factorization/chebyshev', {
  says: 'Balanced factors at h = ημ = 2: x = √(2μ) sin φ goes to √(2μ) sin 3φ, so training is chaotic.',
  status: 'theorem',
  notes: 'GD on ½(xy − μ)² with x = y and η = 2/μ, μ = s².',
  reals: { s: real('[1/4, 2]'), phi: real('[-2, 2]') },
  where: ({ s, phi }) => {
    const x = ex`sqrt(2)*${s}*sin(${phi})`;
    const eta = ex`2/${s}^2`;
    return {
      run: descent({ start: { x, y: x }, loss: ({ x, y }) => ex`(${x}*${y} - ${s}^2)^2/2`, eta, steps: 2 }),
    };
  },
  conclude: ({ run, s, phi }) => [
    that`${run.at(1).x} = sqrt(2)*${s}*sin(3*${phi})`,
    that`${run.at(2).x} = sqrt(2)*${s}*sin(9*${phi})`,
  ],
  derivation: ({ run, s, phi }) => {
    const triple = (a: Expr) =>
      by.lemma(
        { a },
        {
          shows: ({ a }) => that`sin(3*${a}) = 3*sin(${a}) - 4*sin(${a})^3`,
          steps: ({ a }) => [
            by.law('pythagoras', a),
            by.law('sinAdd', a, a),
            by.law('cosAdd', a, a),
            by.law('sinAdd', ex`${a} + ${a}`, a),
            by.ring(that`sin(3*${a}) = sin(${a} + ${a} + ${a})`),
          ],
        },
      );
    return [
      triple(phi),
      triple(ex`3*${phi}`),
      by.ring(that`sin(9*${phi}) = sin(3*(3*${phi}))`),
      by.ring(that`${run.at(1).x} = sqrt(2)*${s}*(3*sin(${phi}) - 4*sin(${phi})^3)`),
      by.rewrite(that`${run.at(1).x} = sqrt(2)*${s}*sin(3*${phi})`),
      by.ring(that`${run.at(1).y} = ${run.at(1).x}`),
    ];
  },
});
