/** Brackets of constants against a judge that knows the answer, and the simplest rational in an interval. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, type Rational, rational, sub, text } from '../../src/number/rational.ts';
import { bisect, middle, simplestIn } from '../../src/probe/bisect.ts';

const q = (a: number, b = 1): Rational => rational(a, b);
const judgeAt =
  (limit: Rational, up: boolean) =>
  async (x: Rational): Promise<{ fails: boolean }> => ({ fails: up ? compare(x, limit) > 0 : compare(x, limit) < 0 });

test.each([
  [q(1, 2), q(1), q(355, 501), true],
  [q(16), q(32), q(16), true],
  [q(1), q(-1), q(-1, 3), false],
])('%s to %s around %s: the bracket holds it and is as short as asked', async (from, to, limit, up) => {
  const b = await bisect(from, to, { fails: false }, 20, judgeAt(limit, up));
  const [low, high] = up ? [b.holds.at, b.fails!.at] : [b.fails!.at, b.holds.at];
  expect(compare(low, limit)).toBeLessThanOrEqual(0);
  expect(compare(limit, high)).toBeLessThanOrEqual(0);
  const width = Number(sub(high, low).num) / Number(sub(high, low).den);
  expect(width).toBeLessThanOrEqual(2 * 2 ** -20 * Math.abs(Number(to.num) / Number(to.den)) * 2);
  expect(b.holds.judged.fails).toBe(false);
  expect(b.fails!.judged.fails).toBe(true);
});

test('a constant that never fails says so, after one question', async () => {
  const b = await bisect(q(1), q(2), { fails: false }, 20, async () => ({ fails: false }));
  expect([text(b.holds.at), b.fails, b.asked]).toEqual(['2', undefined, 1]);
});

const neitherHere = async (): Promise<{ fails: boolean; open: boolean }> => ({ fails: false, open: true });

test('a value that is neither is no end of the bracket', async () => {
  const neither = await bisect(q(1), q(2), { fails: false, open: false }, 20, neitherHere);
  expect([text(neither.holds.at), neither.fails]).toEqual(['1', undefined]);
  const inside = await bisect(q(0), q(8), { fails: false, open: false }, 20, async (x) => ({
    fails: compare(x, q(3)) > 0,
    open: compare(x, q(1)) > 0 && compare(x, q(3)) <= 0,
  }));
  expect(compare(inside.holds.at, q(1))).toBeLessThanOrEqual(0);
  expect(compare(inside.fails!.at, q(3))).toBeGreaterThan(0);
});

test('where values near the end only survive, the furthest one that is sure is found too', async () => {
  const judge = async (x: Rational): Promise<{ fails: boolean; sure: boolean }> => ({
    fails: compare(x, q(5, 3)) > 0,
    sure: compare(x, q(4, 3)) <= 0,
  });
  const b = await bisect(q(1), q(2), { fails: false, sure: true }, 12, judge);
  const inside = (x: Rational, limit: Rational): boolean =>
    compare(x, limit) <= 0 && compare(sub(limit, x), q(1, 1000)) < 0;
  expect([inside(b.sure!.at, q(4, 3)), inside(b.holds.at, q(5, 3)), compare(b.fails!.at, q(5, 3)) > 0]).toEqual([
    true,
    true,
    true,
  ]);
  const unsure = await bisect<{ fails: boolean; sure?: boolean }>(q(1), q(2), { fails: false }, 12, async (x) => ({
    fails: compare(x, q(5, 3)) > 0,
  }));
  expect(unsure.sure).toBeUndefined();
});

test('a failure met while looking for what is sure is the nearer end', async () => {
  let asked = 0;
  const b = await bisect(q(0), q(1), { fails: false, sure: true }, 6, async (x) => {
    asked++;
    // Missed at first: the judge finds what fails beyond 1/4 only from the second pass on.
    const fails = compare(x, asked > 7 ? q(1, 4) : q(1, 2)) > 0;
    return { fails, sure: compare(x, q(1, 8)) <= 0 };
  });
  expect(compare(b.fails!.at, q(1, 2))).toBeLessThan(0);
  expect(b.holds).toBe(b.sure);
  expect(compare(b.sure!.at, q(1, 8))).toBeLessThanOrEqual(0);
});

test('the judge sees the nearest failure', async () => {
  const seen: (number | undefined)[] = [];
  let n = 0;
  await bisect(
    q(0),
    q(1),
    { fails: false, n: -1 },
    4,
    async (x, nearest: { fails: boolean; n: number } | undefined) => {
      seen.push(nearest?.n);
      return { fails: compare(x, q(1, 3)) > 0, n: n++ };
    },
  );
  expect(seen.slice(0, 3)).toEqual([undefined, 0, 1]);
});

test('the simplest rational in an interval has the least denominator, by trying all', () => {
  const arbitrary = fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 200 }));
  fc.assert(
    fc.property(arbitrary, fc.integer({ min: 1, max: 60 }), ([a, b], w) => {
      const low = q(a, b);
      const high = q(a * 61 + w * b, b * 61);
      const simple = simplestIn(low, high);
      expect(compare(low, simple)).toBeLessThanOrEqual(0);
      expect(compare(simple, high)).toBeLessThanOrEqual(0);
      const [x, y] = [Number(low.num) / Number(low.den), Number(high.num) / Number(high.den)];
      for (let d = 1n; d < simple.den; d++) expect(Math.ceil(x * Number(d))).toBeGreaterThan(y * Number(d));
    }),
  );
});

test('a middle lies in the middle half', () => {
  const m = middle(q(1), q(0));
  expect(text(m)).toBe('1/2');
  expect(text(middle(q(7, 10), q(71, 100)))).toBe('12/17');
});
