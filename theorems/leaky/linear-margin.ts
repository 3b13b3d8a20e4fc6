import { and, claim, type Expr, ex, orthogonalRows, real, size, sum, that } from 'counterflow';

export default claim('leaky/linear-margin', {
  says: 'Orthogonal samples: the linear boundary of the KKT point has margins (m₁ + γm₂)/(m₁ + γ²m₂) and (m₂ + γm₁)/(m₂ + γ²m₁).',
  status: 'theorem',
  source: {
    title: 'Implicit Bias in Leaky ReLU Networks Trained on High-Dimensional Data',
    authors: 'Frei, Vardi, Bartlett, Srebro, Hu',
    arxiv: '2210.07082',
    where: 'its linear predictor, computed exactly for orthogonal data',
  },
  notes:
    'z = (m₁v − m₂u)/√m of the KKT point (see orthogonal-kkt); the first k samples have label +1. With m₁ = m₂ all margins agree, so z is the ℓ2-max-margin direction.',
  sizes: { n: size(2, 3), k: size(1, 2), m1: size(1, 3), m2: size(1, 3) },
  reals: { X: orthogonalRows('n', 3, '[1/2, 2]'), gamma: real('(0, 1]') },
  where: ({ n, k, m1, m2, X, gamma }) => {
    const m = m1 + m2;
    const samples = [...Array(n).keys()];
    const [plus, minus] = [ex`${m1} + ${gamma}^2*${m2}`, ex`${m2} + ${gamma}^2*${m1}`];
    const term = (i: number): Expr => ex`${m}/(${i < k ? plus : minus}*sum(${X.row(i)}^2))*${X.row(i)}`;
    const [P, Q] = [sum(samples.slice(0, k), term), sum(samples.slice(k), term)];
    const z = ex`(${m1}*(${P} - ${gamma}*${Q}) - ${m2}*(${Q} - ${gamma}*${P}))/${m}`;
    return {
      margins: samples.map((i) => (i < k ? ex`sum(${z}*${X.row(i)})` : ex`-sum(${z}*${X.row(i)})`)),
      high: ex`(${m1} + ${gamma}*${m2})/${plus}`,
      low: ex`(${m2} + ${gamma}*${m1})/${minus}`,
    };
  },
  conclude: ({ margins, k, high, low }) => and(...margins.map((f, i) => that`${f} = ${i < k ? high : low}`)),
});
