import { that } from 'counterflow';
import product from './product.ts';

export default product.variant('balance/product-factor-sign', {
  says: 'GD on w = u∘v multiplies u² − v² by 1 + η²g².',
  status: 'refuted',
  conclude: ({ run, g, eta }) => run.always(({ q, next }) => that`${next.q} = (1 + ${eta}^2*${g}^2)*${q}`),
});
