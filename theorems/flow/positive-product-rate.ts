import { that } from 'counterflow';
import positive from './positive-product.ts';

export default positive.variant('flow/positive-product-rate', {
  says: 'Gradient flow on x = w₁∘…∘w_L with equal layers moves with ẋ = −L² x^{2−2/L}·∇ (the speed of one tied layer).',
  status: 'refuted',
  notes: 'Loss ½‖Ax − y‖²; untied layers give L, a single tied layer x = w^L gives L².',
  conclude: ({ run, L, x0 }) => that`${run.at(0).rate.x} = -${L}^2*${x0}^(2 - 2/${L})*${run.at(0).g}`,
});
