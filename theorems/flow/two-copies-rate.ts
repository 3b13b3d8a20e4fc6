import { that } from 'counterflow';
import twoCopies from './two-copies.ts';

export default twoCopies.variant('flow/two-copies-rate', {
  says: 'From two equal copies (a, b) the predictor starts with the speed −2(a² + b²)g.',
  status: 'theorem',
  conclude: ({ run, a, b }) => that`${run.at(0).rate.w} = -2*(${a}^2 + ${b}^2)*${run.at(0).g}`,
});
