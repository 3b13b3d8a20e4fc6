import { that } from 'counterflow';
import product from './product.ts';

export default product.variant('balance/product-factor-square', {
  says: 'GD on w = u∘v multiplies u² − v² by (1 − ηg)².',
  status: 'refuted',
  conclude: ({ run, g, eta }) => run.always(({ q, next }) => that`${next.q} = (1 - ${eta}*${g})^2*${q}`),
});
