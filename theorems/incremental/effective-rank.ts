import { claim, type Expr, ex, real, that } from 'counterflow';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/effective-rank', {
  says: 'Two modes learned one after another: the effective rank ‖X‖_*/‖X‖₂ starts at 2 and stays between 1 and 2.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its modes; the effective rank is our observable' },
  notes: 'Modes w(t) = σ/(1 + (σ/α − 1)e^{−2σt}) with a common start α.',
  unproved: 'max and min of two exponential states, and no derivation is written.',
  reals: {
    s1: real('[1/2, 3]'),
    s2: real('[1/2, 3]'),
    alpha: real('[1/1000000, 1/10]', { scale: 'log' }),
    t1: real('[0, 20]'),
    t2: real('[0, 20]'),
  },
  where: ({ s1, s2, alpha, t1, t2 }) => {
    const w = (s: Expr, t: Expr) => ex`${s}/(1 + (${s}/${alpha} - 1)*exp(-2*${s}*${t}))`;
    const rank = (t: Expr) => ex`(${w(s1, t)} + ${w(s2, t)})/max(${w(s1, t)}, ${w(s2, t)})`;
    return { early: rank(t1), late: rank(t2), middle: rank(ex`(${t1} + ${t2})/2`), start: rank(ex`0`) };
  },
  assume: ({ t1, t2 }) => that`${t1} < ${t2}`,
  conclude: ({ early, start }) => [that`1 <= ${early} <= 2`, that`${start} = 2`],
});
