import { that } from 'counterflow';
import recursion from './recursion.ts';

export default recursion.variant('catapult/recursion-plus', {
  says: 'The curvature moves by (ηg/m)(ηgλ + 2f).',
  status: 'refuted',
  conclude: ({ run, m, g, eta }) =>
    run.always(
      ({ f, lambda, next }) => that`${next.lambda} = ${lambda} + ${eta}*${g}/${m}*(${eta}*${g}*${lambda} + 2*${f})`,
    ),
});
