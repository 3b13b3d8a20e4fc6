/** Samples only say "no" where two terms differ: what is equal is never told apart, what differs mostly is. */
import { expect, it } from 'vitest';
import { differ } from '../../src/derivation/sample.ts';
import * as T from '../../src/expr/term.ts';

const [x, y] = [T.variable('x'), T.variable('y')];
const square = T.pow(T.add(x, y), 2);
const expanded = T.add(T.add(T.pow(x, 2), T.mul(T.whole(2), T.mul(x, y))), T.pow(y, 2));

it('equal terms do not differ, also where they are not defined', () => {
  expect(differ(square, expanded)).toBe(false);
  expect(differ(T.apply('sinh', square), T.apply('sinh', expanded))).toBe(false);
  expect(differ(T.apply('log', T.neg(T.pow(x, 2))), y)).toBe(false);
  expect(differ(T.div(x, T.sub(y, y)), T.div(T.neg(x), T.sub(y, y)))).toBe(false);
});
it('terms that differ by a sign, a factor or a name do', () => {
  expect(differ(square, T.neg(expanded))).toBe(true);
  expect(differ(square, T.mul(T.whole(2), expanded))).toBe(true);
  expect(differ(x, y)).toBe(true);
});
