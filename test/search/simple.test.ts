import { describe, expect, test } from 'vitest';
import type { Coordinate } from '../../src/claim/domains.ts';
import { inside } from '../../src/claim/domains.ts';
import { toNumber } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import { sample, shrunkPlace } from '../../src/search/arbitraries.ts';
import { stream } from '../../src/search/random.ts';
import { cost, pointCost, shortValues, simplestBetween } from '../../src/search/simple.ts';
import { axisOf, snapped } from '../../src/search/space.ts';

const q = Q.rational;
const coordinate = (lo: Q.Rational, hi: Q.Rational, more: Partial<Coordinate> = {}): Coordinate => ({
  lo,
  hi,
  loOpen: false,
  hiOpen: false,
  step: undefined,
  log: false,
  ...more,
});
const KINDS: { readonly [name: string]: Coordinate } = {
  closed: coordinate(q(-2), q(3)),
  'open at both ends': coordinate(q(0), q(1), { loOpen: true, hiOpen: true }),
  'ends that are no doubles': coordinate(q(1, 7), q(2, 7), { hiOpen: true }),
  'ends whose doubles are outside': coordinate(q(-1, 5), q(1, 10)),
  narrow: coordinate(q(100001, 100000), q(100002, 100000)),
  'one number': coordinate(q(1, 3), q(1, 3)),
  large: coordinate(q(-1), q(10n ** 18n)),
  'by order of magnitude': coordinate(q(0), q(2), { log: true, loOpen: true }),
  'by order of magnitude, with 0': coordinate(q(0), q(2), { log: true }),
  'by order of magnitude, bounded': coordinate(q(1, 1000), q(1000), { log: true, loOpen: true, hiOpen: true }),
  'whole numbers': coordinate(q(-3), q(5), { step: Q.ONE }),
  signs: coordinate(q(-1), q(1), { step: q(2) }),
  'a fine grid': coordinate(q(-8), q(2047, 256), { step: q(1, 256) }),
};

describe('short rationals', () => {
  test('the simplest one between two numbers has the least denominator', () => {
    const s = stream({ hash: 'simplest', seed: 1, block: 0 });
    for (let k = 0; k < 2000; k++) {
      const a = 4 * s.double() - 2;
      const b = a + Math.max(1e-9, s.double() ** 4);
      const found = simplestBetween(a, b)!;
      expect(toNumber(found)).toBeGreaterThanOrEqual(a - 1e-12);
      expect(toNumber(found)).toBeLessThanOrEqual(b + 1e-12);
      for (let den = 1; den < Math.min(Number(found.den), 200); den++)
        expect(Math.floor(b * den) / den >= a, `${a} ${b} ${den}`).toBe(false);
    }
  });

  test('cost orders numbers as people do', () => {
    const order = [q(0), q(1), q(2), q(4), q(1, 2), q(1, 3), q(3, 10), q(4, 13), q(137, 1000), q(1657, 5568)];
    const costs = order.map(cost);
    expect(costs).toEqual([...costs].sort((a, b) => a - b));
    expect(pointCost([q(3, 10), q(3, 10), q(4)])).toBeLessThan(pointCost([q(3, 10), q(1, 3), q(4)]));
  });

  test.each(Object.entries(KINDS))('%s: short values are admissible, distinct, simplest first', (_, c) => {
    const list = shortValues(c);
    expect(list.length).toBeGreaterThan(0);
    expect(list.every((v) => inside(c, v))).toBe(true);
    expect(new Set(list.map(Q.text)).size).toBe(list.length);
    expect(list.map(cost)).toEqual(list.map(cost).sort((a, b) => a - b));
  });
});

describe.each(Object.entries(KINDS))('a coordinate, %s', (_, c) => {
  const axis = axisOf(c);
  const s = stream({ hash: 'axis', seed: 1, block: 0 });
  const places = [0, 1, ...Array.from({ length: 300 }, s.double)];

  test('every place of the unit interval is an admissible exact number', () => {
    for (const z of places) {
      const x = axis.decode(z);
      const exact = axis.exact(x);
      expect(inside(c, exact), `${z} ${x}`).toBe(true);
      expect(Math.abs(toNumber(exact) - x)).toBeLessThanOrEqual(Math.abs(x) * 1e-15);
      for (const level of [0.5, 0.01, 1e-6, 0]) expect(inside(c, snapped(axis, x, level))).toBe(true);
    }
  });

  test('encode goes back', () => {
    for (const z of places) {
      const x = axis.decode(z);
      expect(Math.abs(axis.decode(axis.encode(x)) - x)).toBeLessThanOrEqual(1e-9 * Math.max(1e-9, Math.abs(x)));
    }
  });

  test('fast-check draws admissible numbers, the same for the same seed, and shrinks to short ones', () => {
    const drawn = sample([c, c], 200, 7);
    expect(drawn.flat().every((v) => inside(c, v))).toBe(true);
    expect(sample([c, c], 200, 7).flat().map(Q.text)).toEqual(drawn.flat().map(Q.text));
    const start = drawn.find(([a]) => toNumber(a!) >= toNumber(c.hi) / 2) ?? [c.hi, c.hi];
    const end = shrunkPlace([c, c], start, ([a]) => toNumber(a!) >= toNumber(c.hi) / 2);
    expect(end.every((v) => inside(c, v))).toBe(true);
    expect(cost(end[0]!)).toBeLessThanOrEqual(cost(start[0]!));
    if (!c.hiOpen) expect(toNumber(end[0]!)).toBeGreaterThanOrEqual(toNumber(c.hi) / 2);
  });
});

test('an end at 0 is approached by order of magnitude down to 2⁻⁶⁰ of the other end', () => {
  const axis = axisOf(KINDS['by order of magnitude']!);
  expect(axis.decode(0)).toBe(2 ** -59);
  expect(Math.log2(axis.decode(0.5))).toBeCloseTo(-29, 6);
  expect(axisOf(KINDS['by order of magnitude, with 0']!).decode(0)).toBe(0);
});

test('fast-check shrinks to the shortest number that fails', () => {
  const c = KINDS.closed!;
  const from = (start: Q.Rational, least: number): string =>
    Q.text(shrunkPlace([c], [start], ([x]) => toNumber(x!) >= least)[0]!);
  expect(from(q(1657, 1000), 0.7)).toBe('1');
  expect(from(q(1657, 1000), -1)).toBe('0');
  expect(from(q(1657, 1000), 1.6)).toBe('2');
});

test('small denominators are drawn often', () => {
  const drawn = sample([KINDS.closed!], 1000, 3).flat();
  expect(drawn.filter((v) => v.den <= 4n).length).toBeGreaterThan(200);
  expect(drawn.filter((v) => v.den > 1000n).length).toBeGreaterThan(200);
});
