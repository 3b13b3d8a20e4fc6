import { and, by, ex, that } from 'counterflow';
import logistic, { step } from './logistic.ts';

export default logistic.variant('catapult/logistic-sum', {
  says: 'If ηλ₀ < 16, then Σ f·½tanh(f/2) ≤ mλ₀/(η(4 − ηλ₀/4)) over every horizon: f → 0 after a catapult.',
  status: 'theorem',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} < 16`,
  conclude: ({ run, m, eta, lambda0 }) =>
    run.always(({ S }) => that`${S} <= ${m}*${lambda0}/(${eta}*(4 - ${eta}*${lambda0}/4))`),
  derivation: ({ run, m, eta, lambda0 }) => [
    by.induction(run, {
      keeps: ({ lambda, S }) =>
        and(that`${S} >= 0`, that`${lambda} + ${eta}/${m}*(4 - ${eta}*${lambda0}/4)*${S} <= ${lambda0}`),
      step: (now) => [
        ...step(m, eta, now),
        by.lemma(
          {
            ...{ a: now.lambda, b: now.next.lambda, A: now.S, B: now.next.S, L: lambda0 },
            ...{ h: eta, g: now.g, P: ex`${now.g}*${now.f}` },
          },
          {
            from: ({ a, b, A, B, L, h, g, P }) => [
              that`${a} >= 0`,
              that`${A} >= 0`,
              that`${P} >= 0`,
              that`4*${g}^2 <= ${P}`,
              that`${h} > 0`,
              that`${h}*${L} < 16`,
              that`${b} = ${a} - ${h}/${m}*(4*${P} - ${h}*${a}*${g}^2)`,
              that`${B} = ${A} + ${P}`,
              that`${a} + ${h}/${m}*(4 - ${h}*${L}/4)*${A} <= ${L}`,
            ],
            shows: ({ b, B, L, h }) => and(that`${B} >= 0`, that`${b} + ${h}/${m}*(4 - ${h}*${L}/4)*${B} <= ${L}`),
            steps: ({ a, b, A, B, L, h, g, P }) => [
              by.positive(that`4 - ${h}*${L}/4 > 0`),
              by.positive(that`${h}/${m}*(4 - ${h}*${L}/4)*${A} >= 0`),
              by.positive(that`${L} - ${a} >= 0`),
              by.positive(that`${h}^2/${m}*${P}*(${L} - ${a}) >= 0`),
              by.positive(that`${h}^2/${m}*${a}*(${P} - 4*${g}^2) >= 0`),
              by.rewrite(
                that`${b} + ${h}/${m}*(4 - ${h}*${L}/4)*${B} = ${a} + ${h}/${m}*(4 - ${h}*${L}/4)*${A} - ${h}^2/${m}*${P}*(${L} - ${a})/4 - ${h}^2/${m}*${a}*(${P} - 4*${g}^2)/4`,
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
            that`${h}*${L} < 16`,
            that`${a} + ${h}/${m}*(4 - ${h}*${L}/4)*${A} <= ${L}`,
          ],
          shows: ({ A, L, h }) => that`${A} <= ${m}*${L}/(${h}*(4 - ${h}*${L}/4))`,
          steps: ({ L, h }) => by.positive(that`4 - ${h}*${L}/4 > 0`),
        },
      ),
    ),
  ],
});
