import { by, ex, that } from 'counterflow';
import { atMostLargest } from '../sharpness/norm-minimizer.ts';
import pathNorm from './path-norm.ts';

export default pathNorm.variant('norms/path-norm-least', {
  says: 'Two layers: max_k ‖U_k‖·‖v‖ ≥ (Σ v_k²‖U_k‖²)^{1/2} and ½(‖U‖² + ‖v‖²) ≥ Σ |v_k|‖U_k‖.',
  status: 'theorem',
  conclude: ({ path2, size, top, group }) => [that`${top}^2 >= ${path2}`, that`${size}/2 >= ${group}`],
  derivation: ({ h, U, v, top, path2, size }) => {
    const lengths = ex`diag(${U}*${U}')`;
    return [
      by.positive(that`${lengths} >= 0`),
      ...atMostLargest(lengths, h),
      by.positive(that`max(${lengths}) >= 0`),
      by.lemma(
        { v, l: lengths, k: ex`max(${lengths})`, p: path2, T: ex`${top}^2` },
        {
          from: ({ v, l, k, p, T }) => [
            that`${l} <= ${k}`,
            that`${p} = sum(${v}^2*${l})`,
            that`${T} = ${k}*sum(${v}^2)`,
          ],
          shows: ({ p, T }) => that`${T} >= ${p}`,
          steps: ({ v, l, k, p, T }) => [
            by.positive(that`${v}^2*(${k} - ${l}) >= 0`),
            by.rewrite(that`${T} - ${p} = sum(${v}^2*(${k} - ${l}))`),
          ],
        },
      ),
      by.lemma(
        { v, l: lengths, s: size },
        {
          from: ({ v, l, s }) => [that`${l} >= 0`, that`${s} = sum(${l}) + sum(${v}^2)`],
          shows: ({ v, l, s }) => that`${s}/2 >= sum(abs(${v})*sqrt(${l}))`,
          steps: ({ v, l, s }) => [
            by.positive(that`(abs(${v}) - sqrt(${l}))^2 >= 0`),
            by.rewrite(that`${s} - 2*sum(abs(${v})*sqrt(${l})) = sum((abs(${v}) - sqrt(${l}))^2)`),
          ],
        },
      ),
    ];
  },
});
