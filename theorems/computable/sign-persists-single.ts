import { implies, that } from 'counterflow';
import persists from './sign-persists.ts';

export default persists.variant('computable/sign-persists-single', {
  says: 'The same for the latest enclosure alone, at most half as wide.',
  status: 'refuted',
  assume: ({ a, b, c, d }) => that`2*(${d} - ${c}) <= ${b} - ${a}`,
  conclude: ({ a, c }) => implies(that`${a} > 0`, that`${c} > 0`),
});
