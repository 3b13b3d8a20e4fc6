import { describe, expect, test } from 'vitest';
import { toNumber } from '../../src/number/decimal.ts';
import { text } from '../../src/number/rational.ts';
import { type Found, search } from '../../src/search/search.ts';
import { boundary, simplest } from '../../src/search/shrink.ts';
import { pointCost } from '../../src/search/simple.ts';
import * as C from './claims.ts';

const found = (input: typeof C.conserved, seed: number): Found =>
  search(input, { seed, runs: 200_000, certify: C.certify }).found!;
const values = (f: Found): string => f.point.params.map(text).join(' ');

describe('the simplest witness', () => {
  test.each([1, 2, 3, 4, 5, 6])('of the 3/4 claim is 3/10, 3/10, 4 from seed %i', (seed) => {
    const f = simplest(C.descendsTooFar.programs, found(C.descendsTooFar, seed), C.certify);
    expect(values(f)).toBe('3/10 3/10 4');
    expect(f.verdict.kind).toBe('refuted');
  });

  test('has the fewest dimensions', () => {
    const start = C.needsTwo.programs.length - 1;
    const wide = search(
      { ...C.needsTwo, programs: C.needsTwo.programs.slice(start) },
      { seed: 1, runs: 9000, certify: C.certify },
    );
    const f = simplest(
      C.needsTwo.programs,
      { ...wide.found!, program: start, place: { ...wide.found!.place!, program: start } },
      C.certify,
    );
    expect(f.program).toBe(1);
    expect(values(f)).toBe('1 1');
  });

  test('has the fewest steps', () => {
    for (const seed of [1, 2, 3]) {
      const f = simplest(C.conserved.programs, found(C.conserved, seed), C.certify);
      expect(f.point.horizon).toBe(1);
      expect(f.point.params.every((q) => q.den === 1n)).toBe(true);
    }
  });

  test('is the same from every seed, also among equally simple ones', () => {
    for (const input of [C.conserved, C.productConserved, C.exactHit, C.undefinedAtOne]) {
      const all = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
        values(simplest(input.programs, found(input, seed), C.certify)),
      );
      expect(new Set(all).size, all.join(' | ')).toBe(1);
    }
  });

  test('starting from an equally simple one changes nothing', () => {
    const { programs } = C.productConserved;
    const f = simplest(programs, found(C.productConserved, 1), C.certify);
    const [u, v, ...rest] = f.place!.coordinates;
    const swapped = { ...f.place!, coordinates: [v!, u!, ...rest] };
    const point = { ...f.point, params: swapped.coordinates };
    expect(C.certify(programs[0]!, point).kind).toBe('refuted');
    expect(values({ ...f, point })).not.toBe(values(f));
    expect(values(simplest(programs, { ...f, place: swapped, point }, C.certify))).toBe(values(f));
  });

  test('is verified, never dearer, and starts from points without coordinates too', () => {
    for (const input of [C.conserved, C.exactHit, C.undefinedAtOne, C.needle]) {
      const { place, ...bare } = found(input, 4);
      expect(place).toBeDefined();
      const f = simplest(input.programs, bare, C.certify);
      expect(C.certify(input.programs[f.program]!, f.point).kind).toBe('refuted');
      expect(pointCost(f.point.params)).toBeLessThanOrEqual(pointCost(bare.point.params));
    }
  });

  test('nothing is accepted without a certificate', () => {
    const f = found(C.descendsTooFar, 1);
    const same = simplest(C.descendsTooFar.programs, f, () => ({ kind: 'holds', certificate: 'exact', bits: 0 }));
    expect(same).toBe(f);
  });
});

describe('the witness nearest the boundary', () => {
  test.each([1, 2, 3])('of the 3/4 claim shows the sharp constant 0.7085, seed %i', (seed) => {
    const f = boundary(C.descendsTooFar.programs, found(C.descendsTooFar, seed), C.certify);
    const [u, v, eta] = f.point.params.map(toNumber) as [number, number, number];
    expect(f.verdict.kind).toBe('refuted');
    expect(eta * (u * u + v * v)).toBeGreaterThan(0.7084);
    expect(eta * (u * u + v * v)).toBeLessThan(0.7092);
  });

  test('an equation has none', () => {
    const f = found(C.conserved, 1);
    expect(boundary(C.conserved.programs, f, C.certify)).toBe(f);
  });
});
