import { that } from 'counterflow';
import product from './product.ts';

export default product.variant('balance/product-conserved', {
  says: 'GD on w = u∘v conserves u² − v², as gradient flow does.',
  status: 'refuted',
  conclude: ({ run }) => run.always(({ q, next }) => that`${next.q} = ${q}`),
});
