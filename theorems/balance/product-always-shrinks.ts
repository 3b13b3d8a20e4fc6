import { that } from 'counterflow';
import product from './product.ts';

export default product.variant('balance/product-always-shrinks', {
  says: 'GD on w = u∘v never increases |u² − v²|, at any step size.',
  status: 'refuted',
  conclude: ({ run }) => run.always(({ q, next }) => that`abs(${next.q}) <= abs(${q})`),
});
