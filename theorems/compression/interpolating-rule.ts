import { claim, ex, real, size, that } from 'counterflow';
import { rammal2022 } from '../_papers.ts';

export default claim('compression/interpolating-rule', {
  says: 'An interpolating rule that errs on a share p of the left-out points reveals I = p ln(n+1) − (1−p) ln(1−p) ≥ p ln(n+1).',
  status: 'theorem',
  source: { ...rammal2022, where: 'its interpolating regime; rederived' },
  notes:
    'I = H(U) − H(U | loss vector): the vector is e_U with chance p, else 0 and U uniform on the rest. 0/1 loss, nats.',
  unproved: 'no derivation is written yet.',
  sizes: { n: size(1, 8) },
  reals: { p: real('[0, 1)') },
  where: ({ n, p }) => ({
    information: ex`ln(${n + 1}) - (1 - ${p})*ln((1 - ${p})*${n + 1})`,
  }),
  conclude: ({ n, p, information }) => [
    that`${information} = ${p}*ln(${n + 1}) - (1 - ${p})*ln(1 - ${p})`,
    that`${information} >= ${p}*ln(${n + 1})`,
  ],
});
