import { size, that } from 'counterflow';
import kernel from './gradient-kernel.ts';

export default kernel.variant('descent/gradient-kernel-constant', {
  says: 'One sample: ‖∇L‖² ≥ ‖x‖²L/10 wherever we are (a Polyak–Łojasiewicz constant of the linear model).',
  status: 'refuted',
  sizes: { n: size(1, 1) },
  conclude: ({ X, loss, slope }) => that`-${slope} >= norm(${X})^2*${loss}/10`,
});
