import { and, claim, type Expr, ex, real, size, that, vector } from 'counterflow';
import { frei2022 } from '../_papers.ts';

export default claim('leaky/near-orthogonal-kkt', {
  says: 'Two samples of opposite or equal labels: λ = K⁻¹1 gives a two-vector network with both margins exactly 1, if the signs match.',
  status: 'theorem',
  source: { ...frei2022, where: 'its KKT points, written out for two samples' },
  notes:
    'm₁ plus and m₂ minus neurons, f(x) = (m₁φ(v·x) − m₂φ(u·x))/m, φ(s) = max(γs, s). Label +1 has slopes (1, γ) in v and (γ, 1) in u. same = 1: both labels +1, same = 0: labels +1, −1.',
  sizes: { same: size(0, 1), m1: size(1, 2), m2: size(1, 2), d: size(2, 3) },
  reals: { x1: vector('d', '[-2, 2]'), x2: vector('d', '[-2, 2]'), gamma: real('[1/10, 1]') },
  where: ({ same, m1, m2, x1, x2, gamma }) => {
    const m = m1 + m2;
    const y2 = same === 1 ? ex`1` : ex`-1`;
    const [p2, q2] = same === 1 ? [ex`1`, gamma] : [gamma, ex`1`];
    const weight = (p: Expr, q: Expr) => ex`(${m1}*${p} + ${m2}*${q})/${m}`;
    const a = ex`sum(${x1}^2)*${weight(ex`1`, ex`${gamma}^2`)}`;
    const b = ex`${y2}*sum(${x1}*${x2})*${weight(p2, ex`${gamma}*${q2}`)}`;
    const c = ex`sum(${x2}^2)*${weight(ex`${p2}^2`, ex`${q2}^2`)}`;
    const det = ex`${a}*${c} - ${b}^2`;
    const [l1, l2] = [ex`(${c} - ${b})/${det}`, ex`(${a} - ${b})/${det}`];
    const v = ex`${l1}*${x1} + ${l2}*${y2}*${p2}*${x2}`;
    const u = ex`-${l1}*${gamma}*${x1} - ${l2}*${y2}*${q2}*${x2}`;
    const phi = (s: Expr) => ex`max(${gamma}*${s}, ${s})`;
    const f = (x: Expr) => ex`(${m1}*${phi}(sum(${v}*${x})) - ${m2}*${phi}(sum(${u}*${x})))/${m}`;
    return {
      det,
      l1,
      l2,
      signs: and(
        that`sum(${v}*${x1}) > 0`,
        that`sum(${u}*${x1}) < 0`,
        that`${y2}*sum(${v}*${x2}) > 0`,
        that`${y2}*sum(${u}*${x2}) < 0`,
      ),
      margin1: f(x1),
      margin2: ex`${y2}*${f(x2)}`,
    };
  },
  assume: ({ det, signs }) => [that`${det} > 0`, signs],
  conclude: ({ margin1, margin2 }) => [that`${margin1} = 1`, that`${margin2} = 1`],
});
