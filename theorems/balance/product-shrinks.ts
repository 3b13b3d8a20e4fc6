import { each, that } from 'counterflow';
import product from './product.ts';

export default product.variant('balance/product-shrinks', {
  says: 'If η|g| ≤ √2 at every step, |u² − v²| never grows.',
  status: 'theorem',
  assume: ({ run, d, g, eta }) => run.always(() => each(d, (i) => that`(${eta}*${g.at(i)})^2 <= 2`)),
  conclude: ({ run }) => run.always(({ q, next }) => that`abs(${next.q}) <= abs(${q})`),
});
