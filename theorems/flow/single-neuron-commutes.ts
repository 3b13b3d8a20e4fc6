import { claim, ex, real, that } from 'counterflow';
import { liZ2022 } from '../_papers.ts';

export default claim('flow/single-neuron-commutes', {
  says: 'Flows of a single neuron w = a·b along e₁ and e₂ commute, as they would for a mirror flow.',
  status: 'refuted',
  source: { ...liZ2022, where: 'commuting parametrizations; the neuron is a standard example outside of them' },
  notes:
    'The flow of +w_i for time t turns (a, b_i) hyperbolically: a ↦ a cosh t + b_i sinh t, b_i ↦ b_i cosh t + a sinh t.',
  reals: { a: real('[-2, 2]'), b1: real('[-2, 2]'), b2: real('[-2, 2]'), t: real('[0, 1]') },
  where: ({ a, b1, b2, t }) => {
    const [c, s] = [ex`cosh(${t})`, ex`sinh(${t})`];
    const first = ex`${a}*${c} + ${b1}*${s}`;
    const second = ex`${a}*${c} + ${b2}*${s}`;
    return {
      oneThenTwo: ex`(${first}*${c} + ${b2}*${s})*(${b1}*${c} + ${a}*${s})`,
      twoThenOne: ex`(${second}*${c} + ${b1}*${s})*(${b1}*${c} + ${second}*${s})`,
    };
  },
  conclude: ({ oneThenTwo, twoThenOne }) => that`${oneThenTwo} = ${twoThenOne}`,
});
