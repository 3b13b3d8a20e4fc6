import { that } from 'counterflow';
import logistic from './logistic.ts';

export default logistic.variant('catapult/logistic-sum', {
  says: 'If ηλ₀ < 16, then Σ f·½tanh(f/2) ≤ mλ₀/(η(4 − ηλ₀/4)) over every horizon: f → 0 after a catapult.',
  status: 'theorem',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} < 16`,
  conclude: ({ run, m, eta, lambda0 }) =>
    run.always(({ S }) => that`${S} <= ${m}*${lambda0}/(${eta}*(4 - ${eta}*${lambda0}/4))`),
});
