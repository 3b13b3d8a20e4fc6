import { and, claim, type Expr, ex, orthogonalRows, real, size, sum, that } from 'counterflow';
import { frei2022 } from '../_papers.ts';

export default claim('leaky/orthogonal-kkt', {
  says: 'Leaky ReLU, orthogonal samples: two neuron vectors give margin 1 everywhere with squared norm Σ λ_i.',
  status: 'theorem',
  source: { ...frei2022, where: 'the KKT points of its margin problem; the exact form for orthogonal data' },
  notes:
    'f(x) = (1/√m) Σ ±φ(w_j·x), φ(s) = max(γs, s), m₁ plus and m₂ minus neurons; plus ones (P − γQ)/√m, minus ones (Q − γP)/√m. P, Q: λ-weighted sums of the samples labelled +1 (the first k) and −1; λ_i = 1/(c_i‖x_i‖²), c = (m₁ + γ²m₂)/m or (m₂ + γ²m₁)/m.',
  sizes: { n: size(2, 3), k: size(1, 2), m1: size(1, 2), m2: size(1, 2) },
  reals: { X: orthogonalRows('n', 3, '[1/2, 2]'), gamma: real('(0, 1]') },
  where: ({ n, k, m1, m2, X, gamma }) => {
    const m = m1 + m2;
    const samples = [...Array(n).keys()];
    const phi = (s: Expr) => ex`max(${gamma}*${s}, ${s})`;
    const network = (lambda: (i: number) => Expr) => {
      const P = sum(samples.slice(0, k), (i) => ex`${lambda(i)}*${X.row(i)}`);
      const Q = sum(samples.slice(k), (i) => ex`${lambda(i)}*${X.row(i)}`);
      const [v, u] = [ex`${P} - ${gamma}*${Q}`, ex`${Q} - ${gamma}*${P}`];
      const f = (x: Expr) => ex`(${m1}*${phi}(sum(${v}*${x})) - ${m2}*${phi}(sum(${u}*${x})))/${m}`;
      return {
        margins: samples.map((i) => (i < k ? f(X.row(i)) : ex`-${f(X.row(i))}`)),
        norm2: ex`(${m1}*sum(${v}^2) + ${m2}*sum(${u}^2))/${m}`,
      };
    };
    const c = (i: number) => (i < k ? ex`(${m1} + ${gamma}^2*${m2})/${m}` : ex`(${m2} + ${gamma}^2*${m1})/${m}`);
    const lambda = (i: number) => ex`1/(${c(i)}*sum(${X.row(i)}^2))`;
    return {
      ...network(lambda),
      total: sum(n, lambda),
      plain: network((i) => ex`1/sum(${X.row(i)}^2)`).margins,
    };
  },
  conclude: ({ margins, norm2, total }) => [and(...margins.map((f) => that`${f} = 1`)), that`${norm2} = ${total}`],
});
