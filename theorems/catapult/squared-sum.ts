import { that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/squared-sum', {
  says: 'If ηλ₀ < 4, then Σ f² ≤ mλ₀/(η(4 − ηλ₀)) over every horizon: the catapult lands, f → 0.',
  status: 'theorem',
  assume: ({ eta, lambda0 }) => that`${eta}*${lambda0} < 4`,
  conclude: ({ run, m, eta, lambda0 }) =>
    run.always(({ S }) => that`${S} <= ${m}*${lambda0}/(${eta}*(4 - ${eta}*${lambda0}))`),
});
