import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate, refine, type System, test } from '../../src/certify/krawczyk.ts';
import { contains, type Dyadic, dyadic, ofDoubles, relativeWidth, toDoubles } from '../../src/number/dyadic.ts';
import * as Q from '../../src/number/rational.ts';

const q = (n: number, d = 1) => Q.rational(n, d);
/** x² = c. */
const root =
  (c: Q.Rational): System =>
  (a) => ({
    value: ([x]) => [a.sub(a.square(x!), a.rational(c))],
    jacobian: ([x]) => [[a.add(x!, x!)]],
  });
/** e^x + y = p, x·y = r. */
const mixed =
  (p: Q.Rational, r: Q.Rational): System =>
  (a) => ({
    value: ([x, y]) => [a.sub(a.add(a.exp(x!), y!), a.rational(p)), a.sub(a.mul(x!, y!), a.rational(r))],
    jacobian: ([x, y]) => [
      [a.exp(x!), a.rational(Q.ONE)],
      [y!, x!],
    ],
  });
const holds = (box: Dyadic, x: number) => toDoubles(box)[0] <= x && x <= toDoubles(box)[1];

describe('Krawczyk', () => {
  it('square roots to 900 bits, the enclosure squared holds the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 50 }), (n, d) => {
        const found = isolate(root(q(n, d)), [q(n + d, 2 * d)], ([x]) => relativeWidth(x!) < -900);
        if (found.kind !== 'enclosed') throw new Error(found.reason);
        expect(found.bits).toBe(1024);
        expect(contains(dyadic(1024).square(found.box[0]!), q(n, d))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('a system made to have a known zero: the proved box holds it', () => {
    const eighth = fc.integer({ min: -24, max: 24 }).map((n) => q(n, 8));
    let proved = 0;
    fc.assert(
      fc.property(eighth, eighth, eighth, (p, r, x) => {
        const start = [x, Q.sub(p, q(1))];
        const found = isolate(mixed(p, r), start);
        if (found.kind !== 'enclosed') return;
        proved++;
        const [u, v] = found.box.map((b) => (toDoubles(b)[0] + toDoubles(b)[1]) / 2);
        expect(Math.exp(u!) + v!).toBeCloseTo(Number(p.num) / Number(p.den), 9);
        expect(u! * v!).toBeCloseTo(Number(r.num) / Number(r.den), 9);
      }),
      { numRuns: 150 },
    );
    expect(proved).toBeGreaterThan(40);
  });

  it('uniqueness is not claimed of a box with two zeros, nor existence of one with none', () => {
    expect(test(root(q(1)), [ofDoubles(-2, 2)], 64)?.proved ?? false).toBe(false);
    expect(test(root(q(1)), [ofDoubles(0.5, 3)], 64)?.proved ?? false).toBe(false);
    expect(test(root(q(-1)), [ofDoubles(0.25, 1)], 64)?.proved ?? false).toBe(false);
    expect(test(root(q(1)), [ofDoubles(0.9, 1.1)], 64)?.proved).toBe(true);
    expect(test(root(q(1)), [ofDoubles(1, 1.1)], 64)?.proved).toBe(false);
  });

  it('a double zero, no zero, an undefined field: undecided', () => {
    expect(isolate(root(q(0)), [q(1)]).kind).toBe('undecided');
    expect(isolate(root(q(-1)), [q(1)]).kind).toBe('undecided');
    const bad: System = (a) => ({ value: ([x]) => [a.log(x!)], jacobian: ([x]) => [[a.div(a.rational(Q.ONE), x!)]] });
    expect(isolate(bad, [q(-1)])).toEqual({ kind: 'undecided', reason: 'no zero found' });
    const one = isolate(bad, [q(2)]);
    expect(one.kind === 'enclosed' && holds(one.box[0]!, 1)).toBe(true);
  });

  it('the image of any box holds every zero the box holds', () => {
    const third = fc.integer({ min: 1, max: 60 }).map((n) => n / 16);
    fc.assert(
      fc.property(third, third, third, (a, b, x) => {
        const box = ofDoubles(Math.min(a, b), Math.max(a, b));
        const zero = Q.mul(q(x * 16, 16), q(x * 16, 16));
        const image = test(root(zero), [box], 64)?.image[0];
        if (image && contains(box, q(x * 16, 16))) expect(contains(image, q(x * 16, 16))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('touching the border is not inside, and a box that sticks out of the domain is not proved', () => {
    const line: System = (a) => ({
      value: ([x]) => [a.sub(x!, a.rational(Q.ONE))],
      jacobian: () => [[a.rational(Q.ONE)]],
    });
    expect(test(line, [ofDoubles(1, 1)], 64)?.proved).toBe(false);
    expect(test(line, [ofDoubles(0, 2)], 64)?.proved).toBe(true);
    const half = q(1, 100);
    const bent: System = (a) => ({
      value: ([x]) => [a.sub(a.add(x!, a.mul(a.rational(half), a.mul(x!, a.sqrt(x!)))), a.rational(Q.ONE))],
      jacobian: ([x]) => [[a.add(a.rational(Q.ONE), a.mul(a.rational(q(3, 200)), a.sqrt(x!)))]],
    });
    expect(test(bent, [ofDoubles(0.1, 2)], 64)?.proved).toBe(true);
    expect(test(bent, [ofDoubles(-0.1, 2)], 64)?.proved ?? false).toBe(false);
  });

  it('refining keeps the zero and narrows', () => {
    const box = refine(root(q(2)), [ofDoubles(1.3, 1.5)], 128);
    expect(holds(box[0]!, Math.SQRT2)).toBe(true);
    expect(relativeWidth(box[0]!)).toBeLessThan(-118);
  });
});
