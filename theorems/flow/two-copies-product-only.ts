import { that } from 'counterflow';
import twoCopies from './two-copies.ts';

export default twoCopies.variant('flow/two-copies-product-only', {
  says: 'The potential depends on the product |a∘b| only: the predictor starts with the speed −4|ab|g.',
  status: 'refuted',
  conclude: ({ run, a, b }) => that`${run.at(0).rate.w} = -4*abs(${a}*${b})*${run.at(0).g}`,
});
