import { claim, eq, implies, integer, oneOf, size, that, vector } from 'counterflow';
import { boche2024 } from '../_papers.ts';
import { outputOf } from './one-sample-identifies.ts';

export default claim('quantized/one-sample-identifies-even', {
  says: 'The same from xᵢ = (2M)ⁱ.',
  status: 'refuted',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes: 'Two weight vectors with the same output are the same.',
  sizes: { d: size(1, 3), M: oneOf(1, 2, 3) },
  reals: { w: vector('d', integer(-3, 3)), z: vector('d', integer(-3, 3)) },
  where: ({ d, M, w, z }) => ({ first: outputOf(w, d, 2 * Number(M)), second: outputOf(z, d, 2 * Number(M)) }),
  assume: ({ M, w, z }) => [that`normInf(${w}) <= ${Number(M)}`, that`normInf(${z}) <= ${Number(M)}`],
  conclude: ({ first, second, w, z }) => implies(eq(first, second), eq(w, z)),
});
