import { ex, size, that } from 'counterflow';
import hessian from './product-hessian.ts';

export default hessian.variant('sharpness/product-hessian-kernel', {
  says: 'w = uv, one sample: the kernel x²(u² + v²) is an eigenvalue of the Hessian everywhere, not only at interpolators.',
  status: 'refuted',
  sizes: { n: size(1, 1), d: size(1, 1) },
  conclude: ({ X, u, v, H }) => {
    const K = ex`${X.at(0, 0)}^2*(${u.at(0)}^2 + ${v.at(0)}^2)`;
    return that`det(${H} - ${K}*diag(ones(2))) = 0`;
  },
});
