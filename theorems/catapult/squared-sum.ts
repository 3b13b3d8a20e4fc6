import { and, by, ex, that } from 'counterflow';
import squared, { curvature } from './squared.ts';

export default squared.variant('catapult/squared-sum', {
  says: 'If ηλ₀ < 4, then Σ f² ≤ mλ₀/(η(4 − ηλ₀)) over every horizon: the catapult lands, f → 0.',
  status: 'theorem',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} < 4`,
  conclude: ({ run, m, eta, lambda0 }) =>
    run.always(({ S }) => that`${S} <= ${m}*${lambda0}/(${eta}*(4 - ${eta}*${lambda0}))`),
  derivation: ({ run, m, eta, lambda0 }) => [
    by.induction(run, {
      keeps: ({ lambda, S }) =>
        and(that`${S} >= 0`, that`${lambda} + ${eta}/${m}*(4 - ${eta}*${lambda0})*${S} <= ${lambda0}`),
      step: ({ p, lambda, S, next }) => [
        curvature(m, eta, lambda, p, next.lambda),
        by.lemma(
          { a: lambda, b: next.lambda, A: S, B: next.S, L: lambda0, h: eta, P: ex`${p}^2/${m}` },
          {
            from: ({ a, b, A, B, L, h, P }) => [
              that`${h} > 0`,
              that`${P} >= 0`,
              that`${A} >= 0`,
              that`4 - ${h}*${L} > 0`,
              that`${b} = ${a} - ${h}/${m}*${P}*(4 - ${h}*${a})`,
              that`${B} = ${A} + ${P}`,
              that`${a} + ${h}/${m}*(4 - ${h}*${L})*${A} <= ${L}`,
            ],
            shows: ({ b, B, L, h }) => that`${b} + ${h}/${m}*(4 - ${h}*${L})*${B} <= ${L}`,
            steps: ({ a, b, A, B, L, h, P }) => [
              by.positive(that`${h}/${m}*(4 - ${h}*${L})*${A} >= 0`),
              by.positive(that`${L} - ${a} >= 0`),
              by.positive(that`${h}^2/${m}*${P}*(${L} - ${a}) >= 0`),
              by.rewrite(
                that`${b} + ${h}/${m}*(4 - ${h}*${L})*${B} = ${a} + ${h}/${m}*(4 - ${h}*${L})*${A} - ${h}^2/${m}*${P}*(${L} - ${a})`,
              ),
            ],
          },
        ),
      ],
    }),
    by.always(run, ({ lambda, S }) =>
      by.lemma(
        { a: lambda, A: S, L: lambda0, h: eta },
        {
          from: ({ a, A, L, h }) => [
            that`${a} >= 0`,
            that`${h} > 0`,
            that`4 - ${h}*${L} > 0`,
            that`${a} + ${h}/${m}*(4 - ${h}*${L})*${A} <= ${L}`,
          ],
          shows: ({ A, L, h }) => that`${A} <= ${m}*${L}/(${h}*(4 - ${h}*${L}))`,
        },
      ),
    ),
  ],
});
