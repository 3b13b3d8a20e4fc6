import { describe, expect, test } from 'vitest';
import { philox, type Stream, stream } from '../../src/search/random.ts';

const take = (s: Stream, n: number): number[] => Array.from({ length: n }, s.next);

describe('random streams', () => {
  test('are Philox 4×32-10, by its published vectors', () => {
    const out = new Uint32Array(4);
    philox(Uint32Array.of(0, 0, 0, 0), 0, 0, out);
    expect([...out]).toEqual([0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]);
    philox(new Uint32Array(4).fill(0xffffffff), 0xffffffff, 0xffffffff, out);
    expect([...out]).toEqual([0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]);
    philox(Uint32Array.of(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344), 0xa4093822, 0x299f31d0, out);
    expect([...out]).toEqual([0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1]);
  });

  test('depend on claim, seed and block, and on nothing else', () => {
    const key = { hash: 'ab12', seed: 3, block: 5 };
    const same = take(stream(key), 100);
    expect(take(stream({ ...key }), 100)).toEqual(same);
    for (const other of [{ hash: 'ab13' }, { seed: 4 }, { block: 6 }, { block: 2 ** 33 + 5 }])
      expect(take(stream({ ...key, ...other }), 4)).not.toEqual(same.slice(0, 4));
  });

  test('have the right ranges and moments', () => {
    const s = stream({ hash: 'x', seed: 1, block: 0 });
    const n = 40_000;
    const uniform = Array.from({ length: n }, s.double);
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniform)).toBeLessThan(1);
    const mean = (a: readonly number[]): number => a.reduce((x, y) => x + y, 0) / a.length;
    expect(mean(uniform)).toBeCloseTo(0.5, 1.9);
    const normal = Array.from({ length: n }, s.normal);
    expect(Math.abs(mean(normal))).toBeLessThan(0.02);
    expect(Math.abs(mean(normal.map((x) => x * x)) - 1)).toBeLessThan(0.04);
    const dice = new Array<number>(6).fill(0);
    for (let i = 0; i < n; i++) dice[s.below(6)]!++;
    for (const count of dice) expect(Math.abs(count / n - 1 / 6)).toBeLessThan(0.01);
  });
});
