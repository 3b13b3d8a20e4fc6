import { claim, type Expr, ex, real, size, that, vector } from 'counterflow';

export default claim('leaky/linear-boundary', {
  says: 'If all plus neurons agree (v) and all minus neurons agree (u), a leaky ReLU network has the linear boundary of m₁v − m₂u.',
  status: 'theorem',
  source: {
    title: 'Implicit Bias in Leaky ReLU Networks Trained on High-Dimensional Data',
    authors: 'Frei, Vardi, Bartlett, Srebro, Hu',
    arxiv: '2210.07082',
    where: 'its linear decision boundary',
  },
  notes:
    'f(x) ∝ m₁φ(v·x) − m₂φ(u·x), φ(s) = max(γs, s), 0 < γ ≤ 1: f(x) and (m₁v − m₂u)·x have the same sign at every x.',
  sizes: { d: size(1, 3) },
  reals: {
    v: vector('d', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    x: vector('d', '[-2, 2]'),
    m1: real('(0, 4]'),
    m2: real('(0, 4]'),
    gamma: real('(0, 1]'),
  },
  where: ({ v, u, x, m1, m2, gamma }) => {
    const phi = (s: Expr) => ex`max(${gamma}*${s}, ${s})`;
    return {
      f: ex`${m1}*${phi}(sum(${v}*${x})) - ${m2}*${phi}(sum(${u}*${x}))`,
      z: ex`sum((${m1}*${v} - ${m2}*${u})*${x})`,
    };
  },
  assume: ({ z }) => that`${z} != 0`,
  conclude: ({ f, z }) => that`${f}*${z} > 0`,
});
