import { claim, type Expr, ex, real, solve, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('computable/least-norm-stable', {
  says: 'Bounded data make least ℓ1 interpolation stable: the solution moves by at most 1000 times what the data move.',
  status: 'refuted',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes:
    'y = 1 and x = (1, 1 ± h): the data move by 2h, the solution from e₂/(1 + h) to e₁ (least-norm-jump), solved for and proved by exact duals.',
  reals: { h: real('(0, 1/2]', { scale: 'log' }) },
  where: ({ h }) => {
    const [first, second] = [ex`diag(ones(2))`.row(0), ex`diag(ones(2))`.row(1)];
    const solution = (x: Expr): Expr => solve.least('l1', ex`ones(1)*(${first} + ${x}*${second})'`, ex`ones(1)`).w;
    return { plus: solution(ex`1 + ${h}`), minus: solution(ex`1 - ${h}`) };
  },
  conclude: ({ h, plus, minus }) => that`normInf(${plus} - ${minus}) <= 1000*(2*${h})`,
});
