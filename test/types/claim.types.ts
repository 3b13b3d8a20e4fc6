/** What must not compile. Checked by tsc: an unused expectation is an error. */
import { claim, descent, ex, integer, le, matrix, real, size, that, vector } from 'counterflow';

export const good = claim('types/good', {
  says: 'x',
  status: 'conjecture',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { X: matrix('n', 'd', '[-2, 2]'), u: vector('d', '(0, 1]'), eta: real('(0, 1/2]'), k: integer(1, 3) },
  where: ({ X, u, eta }) => ({
    run: descent({ start: { u }, loss: ({ u }) => ex`sum((${X}*${u})^2)`, eta }),
  }),
  assume: ({ eta, n }) => that`${eta}*${n} < 1`,
  conclude: ({ run }) => run.always(({ loss, next }) => that`${next.loss} <= ${loss}`),
});

claim('types/a', {
  says: 'x',
  status: 'theorem',
  reals: { eta: real('(0, 1]') },
  // @ts-expect-error misspelt parameter
  conclude: ({ etta }) => that`${etta} > 0`,
});
// @ts-expect-error a relation needs two sides
export const missing = le(ex`1`);
// @ts-expect-error unknown option
claim('types/b', { says: 'x', status: 'theorem', asume: () => that`0 < 1`, conclude: () => that`0 < 1` });
// @ts-expect-error a number that is not whole as a bound of an integer
integer(0.5, 3);
// @ts-expect-error a number that is not whole as a size
size(1, 2.5);
// @ts-expect-error numbers are not bounds of reals
real(0.5);
// @ts-expect-error not an interval
real('[0; 1]');
claim('types/c', {
  says: 'x',
  status: 'theorem',
  sizes: { d: size(1, 2) },
  // @ts-expect-error a misspelt size
  reals: { u: vector('dd', '[0, 1]') },
  conclude: () => that`0 < 1`,
});
// @ts-expect-error an unknown status
claim('types/d', { says: 'x', status: 'lemma', conclude: () => that`0 < 1` });
// @ts-expect-error a formula where a statement is wanted
claim('types/e', { says: 'x', status: 'theorem', conclude: () => ex`1` });
// @ts-expect-error a statement in a hole
export const nested = ex`1 + ${that`0 < 1`}`;
// @ts-expect-error a run has no limit
export const limit = descent({ start: { u: ex`1` }, loss: ({ u }) => ex`${u}^2`, eta: 1 }).limit();
// @ts-expect-error an observable that is not there
descent({ start: { u: ex`1` }, loss: ({ w }) => ex`${w}^2`, eta: 1 });
// @ts-expect-error a variant cannot change a real that is not there
good.variant('types/f', { says: 'x', status: 'refuted', reals: { etta: real('[0, 1]') } });
