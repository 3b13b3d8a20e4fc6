import bound from './cycle-bound.ts';

export default bound.variant('quantized/cycle-always-settles', {
  says: 'Deterministic quantized training comes to rest, whatever the step size.',
  status: 'refuted',
  conclude: ({ run }) => run.settles(),
});
