import { ex } from 'counterflow';
import identifies from './one-sample-identifies.ts';

export default identifies.variant('quantized/one-sample-identifies-even', {
  says: 'The same from xᵢ = (2M)ⁱ.',
  status: 'refuted',
  where: ({ d, M, w, z }) => {
    const out = (a: typeof w) =>
      Array.from({ length: d }, (_, i) => ex`${a.at(i)}*${(2 * Number(M)) ** i}`).reduce((s, t) => ex`${s} + ${t}`);
    return { first: out(w), second: out(z) };
  },
});
