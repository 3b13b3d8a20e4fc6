import { type Expr, ex, sum, that } from 'counterflow';
import convex from './hyperbolic-convex.ts';

const q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;

export default convex.variant('potential/hyperbolic-subadditive', {
  says: 'For x ≥ 0: Σ q(x_i) ≥ q(Σ x_i), as for a norm.',
  status: 'refuted',
  conclude: ({ d, x, s }) => that`${sum(d, (i) => q(x.at(i)))} >= ${q}(${s})`,
});
