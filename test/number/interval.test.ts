/**
 * Single facts about intervals of doubles: enclosures another package gets wrong, definedness, ends, conversions.
 */
import { describe, expect, it } from 'vitest';
import { parseRational } from '../../src/number/decimal.ts';
import { dyadic, toDecimals } from '../../src/number/dyadic.ts';
import {
  between,
  EMPTY,
  ENTIRE,
  interval as I,
  type Interval,
  ofDyadic,
  point,
  redefined,
} from '../../src/number/interval.ts';
import { rational } from '../../src/number/rational.ts';
import { hull, intersection, meet, mid, rad, subset, wid, widened } from '../../src/number/sets.ts';

const MAX = Number.MAX_VALUE;
/** Contains the decimal, which is exact to far more than a double, and is at most 2 ulp wide. */
function encloses(a: Interval, decimal: string): void {
  const q = parseRational(decimal)!;
  const A = dyadic(200);
  const tight = ofDyadic(A.rational(q));
  expect(subset(tight, a), `${decimal} in [${a.lo}, ${a.hi}]`).toBe(true);
  expect(subset(a, widened(tight, Math.abs(tight.hi) * 2 ** -52))).toBe(true);
}

describe('enclosures that are wrong in the npm package interval-arithmetic 1.1.3', () => {
  it('sinh, cosh and tanh of doubles', () => {
    encloses(
      I.sinh(point(0.7113835411222382)),
      '0.77292142949186495547816250442462204715897643794596944638561933360982405883644006486249002337715126739481409642482716532012',
    );
    encloses(
      I.cosh(point(-10.07321156994239)),
      '11849.777750589175875193044617820967400698356059694620130395471025231010023423801176693831950914979692473053695288471845627',
    );
    encloses(
      I.tanh(point(0.2369273550501898)),
      '0.23259141567360505583148497113923338362410375666605124478764437517352563816056914440574798071683054119813771553842375667427',
    );
  });
  it('pown(0, 0) is 1, not empty', () => expect(I.pow(point(0), 0)).toEqual(point(1)));
  it('overflow ends at the largest double, not at infinity', () => {
    expect(I.pow(point(MAX), 2)).toEqual(between(MAX, Infinity));
    expect(I.pow(point(-MAX), 3)).toEqual(between(-Infinity, -MAX));
    expect(I.exp(point(1000))).toEqual(between(MAX, Infinity));
    expect(I.mul(point(MAX), point(2))).toEqual(between(MAX, Infinity));
    expect(I.add(point(MAX), point(MAX))).toEqual(between(MAX, Infinity));
  });
  it('|ℝ| is [0, ∞), not empty', () => expect(I.abs(ENTIRE)).toEqual(between(0, Infinity)));
  it('cos and tan contain their ends', () => {
    encloses(
      I.cos(point(0.5)),
      '0.87758256189037271611628158260382965199164519710974405299761086831595076327421394740579418408468225835547840059',
    );
    encloses(
      I.cos(point(2)),
      '-0.4161468365471423869975682295007621897660007710755448907551499737819649361240791691545631',
    );
    encloses(
      I.tan(point(1)),
      '1.557407724654902230506974807458360173087250772381520038383946605698861397151727289555099965202242983804633',
    );
    expect(I.cos(between(-1, 1)).hi).toBe(1);
    expect(I.cos(between(3, 4)).lo).toBe(-1);
    expect(I.tan(between(1, 2))).toEqual(redefined(ENTIRE, 'undecided'));
  });
});

describe('definedness', () => {
  it('is that of the whole box', () => {
    expect(I.sqrt(between(-1, 4))).toEqual(redefined(between(0, 2), 'undecided'));
    expect(I.sqrt(between(-2, -1))).toEqual(EMPTY);
    expect(I.log(point(0))).toEqual(EMPTY);
    expect(I.log(between(0, 1))).toEqual(redefined(between(-Infinity, 0), 'undecided'));
    expect(I.div(point(1), point(0))).toEqual(EMPTY);
    expect(I.div(point(1), between(0, 1))).toEqual(redefined(between(1, Infinity), 'undecided'));
    expect(I.div(point(1), between(-1, 1))).toEqual(redefined(ENTIRE, 'undecided'));
    expect(I.atanh(between(-1, 1)).defined).toBe('undecided');
    expect(I.atanh(point(1)).defined).toBe('no');
    expect(I.pow(point(0), -1).defined).toBe('no');
    expect(I.power(point(0), rational(-1, 2)).defined).toBe('no');
    expect(I.power(between(-1, 4), rational(1, 2))).toEqual(redefined(between(0, 2), 'undecided'));
    expect(I.raise(point(0), point(0)).defined).toBe('no');
    expect(I.raise(point(-2), point(2)).defined).toBe('no');
  });
  it('is inherited by every operation', () => {
    const a = I.sqrt(between(-1, 4));
    expect(I.mul(a, point(0))).toEqual(redefined(point(0), 'undecided'));
    expect(I.pow(a, 0)).toEqual(redefined(point(1), 'undecided'));
    expect(I.mul(EMPTY, point(0))).toEqual(EMPTY);
    expect(I.max(a, EMPTY)).toEqual(EMPTY);
    expect(I.sqrt(I.sub(a, point(3)))).toEqual(EMPTY);
  });
  it('decides no comparison unless it is yes', () => {
    const a = I.sqrt(between(-1, 4));
    for (const relation of ['<', '<=', '=', '!='] as const) {
      expect(I.compare(relation, a, point(100))).toBe('undecided');
      expect(I.compare(relation, EMPTY, EMPTY)).toBe('undecided');
      expect(I.compare(relation, between(Number.NaN, 1), point(7))).toBe('undecided');
    }
  });
});

describe('comparisons', () => {
  it('are three-valued', () => {
    const [a, b] = [between(0, 1), between(1, 2)];
    expect(I.compare('<=', a, b)).toBe('yes');
    expect(I.compare('<', a, b)).toBe('undecided');
    expect(I.compare('<', b, a)).toBe('no');
    expect(I.compare('<=', b, a)).toBe('undecided');
    expect(I.compare('=', a, a)).toBe('undecided');
    expect(I.compare('=', point(1), point(1))).toBe('yes');
    expect(I.compare('!=', a, point(3))).toBe('yes');
    expect(I.compare('=', a, point(3))).toBe('no');
    expect(I.compare('<', point(0), point(-0))).toBe('no');
  });
});

describe('what is exact stays exact', () => {
  it('in every operation', () => {
    expect(I.mul(point(0.5), point(3))).toEqual(point(1.5));
    expect(I.div(point(6), point(4))).toEqual(point(1.5));
    expect(I.sqrt(point(2.25))).toEqual(point(1.5));
    expect(I.pow(point(-1.5), 3)).toEqual(point(-3.375));
    expect(I.power(point(0.25), rational(-3, 2))).toEqual(point(8));
    expect(I.rational(rational(-7, 8))).toEqual(point(-0.875));
    expect(I.fma(point(2 ** 53), point(2 ** -53), point(-1))).toEqual(point(0));
    for (const f of ['sinh', 'tanh', 'asinh', 'atanh', 'sin', 'tan', 'atan', 'expm1', 'log1p', 'asin'] as const)
      expect(I[f](point(0)), f).toEqual(point(0));
    for (const f of ['exp', 'cosh', 'cos', 'exp2', 'exp10'] as const) expect(I[f](point(0)), f).toEqual(point(1));
    for (const f of ['log', 'log2', 'log10', 'acosh', 'acos'] as const) expect(I[f](point(1)), f).toEqual(point(0));
  });
  it('and −0 is 0', () => {
    for (const a of [
      point(-0),
      I.neg(point(0)),
      I.mul(point(0), point(-1)),
      I.sqrt(point(-0)),
      I.add(point(-0), point(-0)),
    ])
      expect(Object.is(a.lo, 0) && Object.is(a.hi, 0)).toBe(true);
  });
});

describe('sets', () => {
  it('join and meet', () => {
    expect(hull(between(0, 1), between(3, 4))).toEqual(between(0, 4));
    expect(hull(EMPTY, between(3, 4))).toEqual(redefined(between(3, 4), 'undecided'));
    expect(meet(between(0, 2), redefined(between(1, 3), 'undecided'))).toEqual(between(1, 2));
    expect(meet(between(0, 1), between(2, 3)).defined).toBe('undecided');
    expect(intersection(between(0, 2), between(1, 3)).defined).toBe('undecided');
    expect([mid(ENTIRE), rad(ENTIRE), wid(point(1)), mid(between(-MAX, MAX))]).toEqual([0, Infinity, 0, 0]);
  });
});

describe('decimals', () => {
  it('are rounded outwards at any size', () => {
    const A = dyadic(100);
    expect(toDecimals(A.rational(rational(1, 3)), 5)).toEqual(['0.33333', '0.33334']);
    const e = A.exp(A.rational(rational(10n ** 9n)));
    expect(toDecimals(e, 5)).toEqual(['8.0029e434294481', '8.003e434294481']);
    expect(toDecimals(A.neg(e), 5)).toEqual(['-8.003e434294481', '-8.0029e434294481']);
  });
});
