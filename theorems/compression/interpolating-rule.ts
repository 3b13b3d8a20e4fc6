import { by, claim, ex, real, size, that } from 'counterflow';
import { logOfProduct } from '../_hyperbolic.ts';
import { rammal2022 } from '../_papers.ts';

export default claim('compression/interpolating-rule', {
  says: 'An interpolating rule that errs on a share p of the left-out points reveals I = p ln(n+1) − (1−p) ln(1−p) ≥ p ln(n+1).',
  status: 'theorem',
  source: { ...rammal2022, where: 'its interpolating regime; rederived' },
  notes:
    'I = H(U) − H(U | loss vector): the vector is e_U with chance p, else 0 and U uniform on the rest. 0/1 loss, nats.',
  sizes: { n: size(1, 8) },
  reals: { p: real('[0, 1)') },
  where: ({ n, p }) => ({
    information: ex`ln(${n + 1}) - (1 - ${p})*ln((1 - ${p})*${n + 1})`,
  }),
  conclude: ({ n, p, information }) => [
    that`${information} = ${p}*ln(${n + 1}) - (1 - ${p})*ln(1 - ${p})`,
    that`${information} >= ${p}*ln(${n + 1})`,
  ],
  derivation: ({ n, p }) => {
    const rest = ex`1 - ${p}`;
    return [
      by.positive(that`${rest} > 0`),
      logOfProduct(rest, ex`${n + 1}`),
      by.law('expLog', rest),
      by.law('expTangent', ex`ln(${rest})`),
      by.positive(that`-ln(${rest}) >= 0`),
      by.positive(that`-${rest}*ln(${rest}) >= 0`),
    ];
  },
});
