/** The ring normal form by itself: which divisors, roots and powers are one and the same, and what a question costs. */
import { describe, expect, it, test } from 'vitest';
import * as k from '../../src/kernel/index.ts';
import { type Rational, rational } from '../../src/number/rational.ts';
import { r, rs, t, ts } from './tools.ts';

const N = k.normal;
const equal = (given: string, goal: string): k.Theorem => {
  const { left, right } = r(goal);
  return k.ring(rs(given), left, right);
};
const names = Array.from({ length: 13 }, (_, i) => `a${i}`).join(' + ');

describe('different divisors, roots and atoms are not taken for one', () => {
  test.each([
    ['x + 1 != 0; x + 2 != 0', '1/(x + 1) = 1/(x + 2)'],
    ['x + 1 != 0; x + y != 0', '1/(x + 1) = 1/(x + y)'],
    ['x + 1 != 0; x^2 + 1 != 0', '1/(x + 1) = 1/(x^2 + 1)'],
    ['x != 0; y != 0', '1/x = 1/y'],
    ['x*y*z + x*y != 0; z + 1 != 0; x != 0', '1/(x*y*z + x*y) = 1/(x*(z + 1))'],
    ['a0 + 2*a1 + 3*a12 != 0; a0 + 21*a1 + 3*a2 != 0', `0*(${names}) + 1/(a0 + 2*a1 + 3*a12) = 1/(a0 + 21*a1 + 3*a2)`],
    ['0 <= x', 'x^(1/3) = x^(1/5)'],
    ['0 <= x', 'x^(1/3) = sqrt(x)'],
    ['0 <= x', 'x^(2/3) = x^(3/2)'],
    ['0 <= x; 0 <= y', 'sqrt(x) = sqrt(y)'],
    ['', 'exp(x) = cosh(x)'],
  ])('%s ⊢ %s', (given, goal) => {
    expect(() => equal(given, goal)).toThrow('equal normal forms are wanted');
  });
});
test.each([
  ['0 <= y', 'x^2*sqrt(y)^4 = x^2*y^2'],
  ['0 <= y', 'x^2*y*sqrt(y)^4 = x^2*y^3'],
  ['x*y*z + x*y != 0; z + 1 != 0; x*y != 0', '1/(x*y*z + x*y) = 1/(x*y*(z + 1))'],
  ['x*y*z + x*y != 0; z + 1 != 0; x != 0; y != 0', '1/(x*y*z + x*y) = (1/x)*(1/y)*(1/(z + 1))'],
  ['0 <= x', 'x^(1000000/3) = x^333333*x^(1/3)'],
  ['0 < x', 'x^(-1000000/3) = 1/(x^333333*x^(1/3))'],
  ['0 <= x', '(x^(1/1000000))^1000000 = x'],
])('%s ⊢ %s', (given, goal) => {
  expect(equal(given, goal).statement.shows).toBe(r(goal));
});
test.each(['x^(1000001/2)', 'x^(-1000001/2)', 'x^(1/1000001)', 'x^(-1000001/1000002)'])(
  'exponents p/q up to 10⁶: %s',
  (e) => {
    expect(() => equal('0 < x', `${e} = ${e}`)).toThrow('ring: an exponent p/q up to 10⁶ is wanted');
  },
);
test('exponents up to 10⁹', () => {
  expect(equal('', '(x^1000000)^1000 = (x^1000)^1000000').leaves.rules).toEqual({ ring: 1 });
  expect(equal('x != 0', '((1/x)^1000000)^1000 = ((1/x)^1000)^1000000').leaves.rules).toEqual({ ring: 1 });
  for (const e of ['(x^1000000)^1000*x', '(1/x^1000000)^1000/x', '(1/x^1000000)^1001'])
    expect(() => equal('x != 0', `${e} = 1`)).toThrow('ring: exponents up to 10⁹ are wanted');
});

describe('one form for each', () => {
  const divisor = (ring: k.normal.Ring, e: string) => [...N.read(ring, t(e))[0]!.d].map(([key, { k }]) => [key, k]);
  it('a divisor, whatever the order of its terms and its factor', () => {
    const ring = N.newRing();
    const first = divisor(ring, '1/(x + y + 3*z)');
    expect(first).toHaveLength(1);
    for (const e of ['1/(y + x + 3*z)', '1/(3*z + y + x)', '1/(z + (x + y)/3)', '1/(-y - 3*z - x)'])
      expect(divisor(ring, e)).toEqual(first);
  });
  it('a monomial divisor is its variables, a common monomial is split off', () => {
    const ring = N.newRing();
    N.read(ring, ...ts('x, y'));
    expect(divisor(ring, '1/(2*x*y^3)')).toEqual([
      ['0', 1],
      ['1', 3],
    ]);
    expect(divisor(ring, '1/(x^2*y + x)').map(([, k]) => k)).toEqual([1, 1]);
    expect(divisor(ring, '1/7')).toEqual([]);
  });
  it('a generator is met again, and a square root is called one', () => {
    const ring = N.newRing();
    N.read(ring, ...ts('x, sqrt(x), exp(x)'));
    N.read(ring, ...ts('exp(x + 0), x^(1/2), x, sqrt(x*1), x^(1/3)'));
    expect(ring.generators.map((g) => g.term)).toEqual(ts('x, sqrt(x), exp(x), x^(1/3)'));
    expect(ring.generators.map((g) => g.root)).toEqual([0, 2, 0, 3]);
  });
  it('roots are eliminated with no more divisors than it takes', () => {
    const ring = N.newRing();
    const [x, y, cube] = N.read(ring, ...ts('x, y, sqrt(x/y)^3')).map((f) => f.n) as [
      k.normal.Poly,
      ...k.normal.Poly[],
    ];
    const root = N.read(ring, t('sqrt(x/y)'))[0]!.n;
    expect(N.reduced(ring, cube!)).toEqual(N.times(ring, x, root));
    const both = N.plus(ring, cube!, root);
    expect([...N.reduced(ring, both).keys()].sort()).toEqual(['0,1,2,1', '1,1,2,1']);
    const { fuel } = ring;
    expect(N.reduced(ring, root)).toBe(root);
    expect(N.reduced(ring, y!)).toBe(y);
    expect(N.expand(ring, y!, new Map([['0', { p: x, k: 0 }]]))).toBe(y);
    expect(ring.fuel).toBe(fuel);
  });
});

describe('fuel', () => {
  const only = (c: Rational): k.normal.Poly => new Map([['', { exps: [], c }]]);
  const cost = (f: (ring: k.normal.Ring) => unknown): number => {
    const [ring, before] = [N.newRing(), N.used.fuel];
    f(ring);
    expect(N.used.fuel - before).toBe(4_000_000 - ring.fuel);
    return 4_000_000 - ring.fuel;
  };
  it('a sum costs the square of the numbers of limbs, a product twice that', () => {
    expect(cost((ring) => N.plus(ring, new Map(), only(rational(3))))).toBe(16);
    expect(cost((ring) => N.times(ring, only(rational(3, 2)), only(rational(5, 7))))).toBe(16 + 16);
    expect(cost((ring) => N.plus(ring, only(rational(3)), only(rational(5))))).toBe(16);
  });
  it.each([
    [2n ** 64n - 1n, 1],
    [-(2n ** 64n) + 1n, 1],
    [2n ** 64n, 17 / 16],
    [-(2n ** 64n), 18 / 16],
    [2n ** 256n, 65 / 16],
    [-(2n ** 256n), 66 / 16],
  ])('%s has %d limbs', (n, limbs) => {
    expect(cost((ring) => N.plus(ring, new Map(), only(rational(n))))).toBe((3 + limbs) ** 2);
    expect(cost((ring) => N.plus(ring, only(rational(n)), only(rational(1))))).toBe((3 + limbs) ** 2);
    if (n < 0n) return;
    expect(cost((ring) => N.plus(ring, new Map(), only(rational(1n, n))))).toBe((3 + limbs) ** 2);
    expect(cost((ring) => N.plus(ring, only(rational(1n, n)), only(rational(1))))).toBe((3 + limbs) ** 2);
  });
  it('the last drop may be used, and no more', () => {
    const ring = { generators: [], fuel: 32 };
    N.plus(ring, only(rational(1)), only(rational(1)));
    N.plus(ring, only(rational(1)), only(rational(1)));
    expect(ring.fuel).toBe(0);
    expect(() => N.plus(ring, only(rational(1)), only(rational(1)))).toThrow('smaller normal forms');
  });
});
