import { by, constant, ex, that } from 'counterflow';
import squared, { curvature, squaresInOrder } from './squared.ts';

export default squared.variant('catapult/squared-monotone', {
  says: 'If ηλ₀ ≤ 2, |f| never increases: at every width and from every start, not only from small ones.',
  status: 'theorem',
  constants: { bound: constant('2', { to: '3' }) },
  assume: ({ eta, lambda0, bound }) => that`${eta}*${lambda0} <= ${bound}`,
  conclude: ({ run }) => run.always(({ p, next }) => that`abs(${next.p}) <= abs(${p})`),
  derivation: ({ run, m, eta, lambda0 }) => [
    by.induction(run, {
      keeps: ({ lambda }) => that`${lambda} <= ${lambda0}`,
      step: ({ lambda, p, next }) => [
        curvature(m, eta, lambda, p, next.lambda),
        by.lemma(
          { a: lambda, b: next.lambda, L: lambda0, h: eta, P: ex`${p}^2/${m}` },
          {
            from: ({ a, b, L, h, P }) => [
              that`${h} >= 0`,
              that`${P} >= 0`,
              that`${a} <= ${L}`,
              that`${h}*${L} <= 2`,
              that`${b} = ${a} - ${h}/${m}*${P}*(4 - ${h}*${a})`,
            ],
            shows: ({ b, L }) => that`${b} <= ${L}`,
            steps: ({ a, h, P }) => [
              by.positive(that`4 - ${h}*${a} >= 0`),
              by.positive(that`${h}/${m}*${P}*(4 - ${h}*${a}) >= 0`),
            ],
          },
        ),
      ],
    }),
    by.always(run, ({ u, v, p, lambda, next }) => [
      by.ring(that`${next.p} = ${p}*(1 - ${eta}*${lambda} + ${eta}^2*${p}^2/${m}^2)`),
      by.positive(that`sum((${u} - ${v})^2) >= 0`),
      by.positive(that`sum((${u} + ${v})^2) >= 0`),
      by.lemma(
        { p, q: next.p, a: lambda, L: lambda0, h: eta },
        {
          from: ({ p, q, a, L, h }) => [
            that`${h} >= 0`,
            that`${a} >= 0`,
            that`${a} <= ${L}`,
            that`${h}*${L} <= 2`,
            that`${m}*${a} - 2*${p} >= 0`,
            that`${m}*${a} + 2*${p} >= 0`,
            that`${q} = ${p}*(1 - ${h}*${a} + ${h}^2*${p}^2/${m}^2)`,
          ],
          shows: ({ p, q }) => that`abs(${q}) <= abs(${p})`,
          steps: ({ p, q, a, h }) => [
            by.positive(that`2 - ${h}*${a} >= 0`),
            by.positive(that`2 - ${h}*${a} + ${h}^2*${p}^2/${m}^2 >= 0`),
            by.positive(that`${h}*${a}*(2 - ${h}*${a}) >= 0`),
            by.positive(that`${h}^2*(${m}*${a} - 2*${p})*(${m}*${a} + 2*${p}) >= 0`),
            by.positive(that`${h}*${a} - ${h}^2*${p}^2/${m}^2 >= 0`),
            by.positive(that`${p}^2*(2 - ${h}*${a} + ${h}^2*${p}^2/${m}^2)*(${h}*${a} - ${h}^2*${p}^2/${m}^2) >= 0`),
            by.rewrite(
              that`${p}^2 - ${q}^2 = ${p}^2*(2 - ${h}*${a} + ${h}^2*${p}^2/${m}^2)*(${h}*${a} - ${h}^2*${p}^2/${m}^2)`,
            ),
            by.positive(that`${q}^2 <= ${p}^2`),
            squaresInOrder(q, p),
          ],
        },
      ),
    ]),
  ],
});
