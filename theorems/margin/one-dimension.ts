import { claim, descent, ex, or, real, that } from 'counterflow';
import { soudry2018 } from '../_papers.ts';

export default claim('margin/one-dimension', {
  says: 'GD on e^{−w} from 0: ln(1 + ηt) ≤ w_t ≤ η + ln(1 + η(t − 1)) for t ≥ 1, for every step size.',
  status: 'theorem',
  source: { ...soudry2018, where: 'its setting; explicit rates rederived' },
  reals: { eta: real('(0, 20]') },
  where: ({ eta }) => ({ run: descent({ start: { w: ex`0` }, loss: ({ w }) => ex`exp(-${w})`, eta }) }),
  conclude: ({ run, eta }) =>
    run.always(({ w, t }) =>
      or(that`${t} = 0`, that`ln(1 + ${eta}*${t}) <= ${w} <= ${eta} + ln(1 + ${eta}*(${t} - 1))`),
    ),
});
