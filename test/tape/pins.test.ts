/** Values are pinned where V8's order would keep too many live, and nowhere else. */
import { expect, it } from 'vitest';
import { type Item, pins } from '../../src/tape/pins.ts';

/** Sums of `length` loaded vectors, each stored. */
function sums(count: number, length: number): readonly Item[] {
  const items: Item[] = [];
  const add = (kind: Item['kind'], ...args: number[]): number => items.push({ kind, args }) - 1;
  const totals = Array.from({ length: count }, () => {
    let total = add('load');
    for (let i = 1; i < length; i++) total = add('operation', total, add('load'));
    return total;
  });
  for (const t of totals) add('store', t);
  return items;
}

it('one chain runs beside its loads', () => {
  expect(pins(sums(1, 200)).size).toBe(0);
});

it('chains side by side would have their loads long before', () => {
  const items = sums(4, 30);
  const pinned = [...pins(items)];
  expect(pinned.length).toBeGreaterThanOrEqual(3);
  expect(pinned.length).toBeLessThan(12);
  for (const k of pinned) expect(items[k]!.kind).toBe('operation');
});

it('a value of many uses is pinned', () => {
  const items: Item[] = [
    { kind: 'load', args: [] },
    { kind: 'operation', args: [0, 0] },
    { kind: 'load', args: [] },
    ...Array.from({ length: 6 }, (): Item => ({ kind: 'operation', args: [1, 2] })),
    ...Array.from({ length: 6 }, (_, k): Item => ({ kind: 'store', args: [3 + k] })),
  ];
  expect([...pins(items)]).toEqual([1]);
});
