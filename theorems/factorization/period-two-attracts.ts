import { by, constant, ex, that } from 'counterflow';
import periodTwo from './period-two.ts';

export default periodTwo.variant('factorization/period-two-attracts', {
  says: 'The 2-cycle attracts in the plane for 1 < h < √5 − 1.',
  status: 'theorem',
  notes:
    'μ = s², h = ημ; attracting: both eigenvalues of the Jacobian of two steps lie inside the unit circle (Schur–Cohn).',
  constants: { c: constant('4', { to: '5' }) },
  assume: ({ h, c }) => that`${h}^2 + 2*${h} < ${c}`,
  conclude: ({ J }) => that`abs(trace(${J})) < 1 + det(${J}) < 2`,
  derivation: ({ h, J }) => [
    by.ring(that`trace(${J}) = 9 - 2*(1 + ${h})^2 + 3 - 2*${h}`),
    by.ring(that`det(${J}) = (9 - 2*(1 + ${h})^2)*(3 - 2*${h})`),
    by.lemma(
      { h, T: ex`trace(${J})`, D: ex`det(${J})` },
      {
        from: ({ h, T, D }) => [
          that`${h} > 1`,
          that`${h}^2 + 2*${h} < 4`,
          that`${T} = 9 - 2*(1 + ${h})^2 + 3 - 2*${h}`,
          that`${D} = (9 - 2*(1 + ${h})^2)*(3 - 2*${h})`,
        ],
        shows: ({ T, D }) => that`abs(${T}) < 1 + ${D} < 2`,
        steps: ({ h, T, D }) => [
          by.positive(that`9 - 2*(1 + ${h})^2 < 1`),
          by.positive(that`-1 < 9 - 2*(1 + ${h})^2`),
          by.positive(that`3 - 2*${h} < 1`),
          by.positive(that`-1 < 3 - 2*${h}`),
          by.lemma(
            { a: ex`9 - 2*(1 + ${h})^2`, b: ex`3 - 2*${h}`, T, D },
            {
              from: ({ a, b, T, D }) => [
                that`-1 < ${a} < 1`,
                that`-1 < ${b} < 1`,
                that`${T} = ${a} + ${b}`,
                that`${D} = ${a}*${b}`,
              ],
              shows: ({ T, D }) => that`abs(${T}) < 1 + ${D} < 2`,
              steps: ({ a, b, T, D }) => [
                by.positive(that`(1 - ${a})*(1 - ${b}) > 0`),
                by.positive(that`(1 + ${a})*(1 + ${b}) > 0`),
                by.positive(that`(1 - ${a})*(1 + ${b}) + (1 + ${a})*(1 - ${b}) > 0`),
                by.cases(that`abs(${T}) < 1 + ${D}`, {
                  between: [T, 0],
                  below: by.root(that`abs(${T}) = -${T}`),
                  above: by.root(that`abs(${T}) = ${T}`),
                }),
              ],
            },
          ),
        ],
      },
    ),
  ],
});
