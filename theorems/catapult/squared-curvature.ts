import { and, by, constant, type Expr, ex, that } from 'counterflow';
import squared, { curvature } from './squared.ts';

export default squared.variant('catapult/squared-curvature', {
  says: 'If ηλ₀ ≤ 4, the curvature λ never increases.',
  status: 'theorem',
  constants: { bound: constant('4', { to: '5' }) },
  assume: ({ eta, lambda0, bound }) => that`${eta}*${lambda0} <= ${bound}`,
  conclude: ({ run }) => run.always(({ lambda, next }) => that`${next.lambda} <= ${lambda}`),
  derivation: ({ run, m, eta, lambda0 }) => {
    const falls = (lambda: Expr, p: Expr, after: Expr) => [
      curvature(m, eta, lambda, p, after),
      by.lemma(
        { a: lambda, b: after, L: lambda0, h: eta, P: ex`${p}^2/${m}` },
        {
          from: ({ a, b, L, h, P }) => [
            that`${h} >= 0`,
            that`${P} >= 0`,
            that`${a} <= ${L}`,
            that`${h}*${L} <= 4`,
            that`${b} = ${a} - ${h}/${m}*${P}*(4 - ${h}*${a})`,
          ],
          shows: ({ a, b, L }) => and(that`${b} <= ${a}`, that`${b} <= ${L}`),
          steps: ({ a, h, P }) => [
            by.positive(that`4 - ${h}*${a} >= 0`),
            by.positive(that`${h}/${m}*${P}*(4 - ${h}*${a}) >= 0`),
          ],
        },
      ),
    ];
    return [
      by.induction(run, {
        keeps: ({ lambda }) => that`${lambda} <= ${lambda0}`,
        step: ({ lambda, p, next }) => falls(lambda, p, next.lambda),
      }),
      by.always(run, ({ lambda, p, next }) => falls(lambda, p, next.lambda)),
    ];
  },
});
