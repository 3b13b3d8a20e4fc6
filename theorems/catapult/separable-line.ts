import { by, claim, descent, type Expr, ex, logistic, matrix, real, size, sum, that, vector } from 'counterflow';
import { huang2020 } from '../_papers.ts';

export default claim('catapult/separable-line', {
  says: 'Separable data in one dimension: logistic loss falls at every step, for every step size.',
  status: 'theorem',
  source: { ...huang2020, where: 'its separable and degenerate data; rederived' },
  notes: 'Loss Σ ln(1 + e^{−z_iw}) with all z_i > 0.',
  sizes: { n: size(1, 3) },
  reals: { Z: matrix('n', 1, '(0, 2]'), w: vector(1, '[-4, 4]'), eta: real('(0, 20]') },
  where: ({ Z, w, eta }) => ({
    run: descent({ start: { w }, loss: ({ w }) => logistic('1', Z)(w), eta, steps: 1 }),
  }),
  conclude: ({ run }) => that`${run.at(1).loss} < ${run.at(0).loss}`,
  derivation: ({ run, n, Z, w, eta }) => {
    const after = run.at(1).w.at(0);
    const slope = sum(n, (i) => ex`${Z.at(i, 0)}*exp(-${Z.at(i, 0)}*${w.at(0)})/(1 + exp(-${Z.at(i, 0)}*${w.at(0)}))`);
    return [
      by.ring(that`${after} = ${w.at(0)} + ${eta}*(${slope})`),
      by.positive(that`${eta}*(${slope}) > 0`),
      ...Array.from({ length: n }, (_, i) =>
        by.lemma(
          { z: Z.at(i, 0), a: w.at(0), b: after, h: ex`${eta}*(${slope})` },
          {
            from: ({ z, a, b, h }) => [that`${z} > 0`, that`${h} > 0`, that`${b} = ${a} + ${h}`],
            shows: ({ z, a, b }) => that`ln(1 + exp(-${z}*${b})) < ln(1 + exp(-${z}*${a}))`,
            steps: ({ z, a, b, h }) => [
              by.positive(that`${z}*${h} > 0`),
              by.law('expTangent', ex`${z}*${h}`),
              by.law('expAdd', ex`-${z}*(${a} + ${h})`, ex`${z}*${h}`),
              by.ring(that`exp(-${z}*(${a} + ${h}) + ${z}*${h}) = exp(-${z}*${a})`),
              by.rewrite(that`exp(-${z}*(${a} + ${h})) = exp(-${z}*${b})`),
              by.rewrite(that`exp(-${z}*${b})*exp(${z}*${h}) = exp(-${z}*${a})`),
              by.positive(that`exp(${z}*${h}) - 1 > 0`),
              by.positive(that`exp(-${z}*${b})*(exp(${z}*${h}) - 1) > 0`),
              by.positive(that`exp(-${z}*${b}) < exp(-${z}*${a})`),
              logarithmRises(ex`1 + exp(-${z}*${b})`, ex`1 + exp(-${z}*${a})`),
            ],
          },
        ),
      ),
    ];
  },
});

/** 0 < a < b gives ln a < ln b, by the tangent of exp at ln a − ln b. */
const logarithmRises = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => [that`0 < ${a}`, that`${a} < ${b}`],
      shows: ({ a, b }) => that`ln(${a}) < ln(${b})`,
      steps: ({ a, b }) => [
        by.law('expTangent', ex`ln(${a}) - ln(${b})`),
        by.axiom(that`exp(ln(${a}) - ln(${b})) = ${a}/${b}`),
        by.positive(that`${a}/${b} < 1`),
      ],
    },
  );
