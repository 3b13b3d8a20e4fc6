import { claim, ex, real, that } from 'counterflow';
import { menon2025 } from '../_papers.ts';

export default claim('deep-linear/orbit-volume-constant', {
  says: 'Two layers, d = 2: the volume of the orbit of balanced factorisations does not depend on the singular values.',
  status: 'refuted',
  source: { ...menon2025, where: 'its volume of the orbit' },
  notes: 'It is √(2(σ₁ + σ₂)): orbit-volume at N = 2.',
  reals: { a: real('(0, 10]'), b: real('(0, 10]'), c: real('(0, 10]') },
  where: ({ a, b, c }) => ({ first: ex`2*(${a} + ${c})`, second: ex`2*(${b} + ${c})` }),
  conclude: ({ first, second }) => that`sqrt(${first}) = sqrt(${second})`,
});
