/** Loops are found where code repeats itself, with what moves on, what goes on and what stays. */
import { expect, it } from 'vitest';
import * as T from '../../src/expr/term.ts';
import { endOf, type PlaceOf, rolls } from '../../src/tape/roll.ts';
import { straight } from '../../src/tape/straight.ts';
import { tape } from '../../src/tape/tape.ts';

const inputs = Array.from({ length: 200 }, (_, k) => T.variable(`x${k}`));
const place: PlaceOf = (slot) => ({ base: 'pair', vector: slot });
const found = (...outputs: readonly T.Term[]) => rolls(straight(tape(inputs, outputs)), place);
const indices = Array.from({ length: 60 }, (_, j) => j);
const at = (k: number): T.Term => inputs[k]!;

it('a sum of products, but for its first product', () => {
  const products = indices.map((j) => T.mul(at(j), at(100 + j)));
  const [loop, ...others] = found(products.reduce((a, b) => T.add(a, b)));
  expect(others).toEqual([]);
  expect(loop).toMatchObject({ from: 1, period: 2, count: 59 });
  expect(loop!.args.flat().map((a) => a.kind)).toEqual(['input', 'input', 'carried', 'inner']);
});

it('strides, what stays, values of an earlier loop', () => {
  const squares = indices.map((j) => T.mul(at(2 * j), at(2 * j + 1)));
  const scaled = squares.map((s) => T.mul(s, at(199)));
  const both = found(...squares, ...scaled);
  expect(both.map((r) => [r.period, r.count])).toEqual([
    [1, 60],
    [1, 60],
  ]);
  expect(both[0]!.args).toEqual([
    [
      { kind: 'input', of: { kind: 'input', slot: 0 }, stride: 2 },
      { kind: 'input', of: { kind: 'input', slot: 1 }, stride: 2 },
    ],
  ]);
  expect(both[1]!.args).toEqual([
    [
      { kind: 'array', of: { kind: 'value', index: 0 }, stride: 1 },
      { kind: 'fixed', of: { kind: 'input', slot: 199 } },
    ],
  ]);
});

it('a chain goes on from iteration to iteration and ends where the pattern breaks', () => {
  const chain = indices.reduce((x, j) => T.sub(at(j === 50 ? 150 : j + 1), x), T.mul(at(0), at(0)));
  const loops = found(chain);
  expect(loops[0]).toMatchObject({ from: 1, period: 1, count: 50 });
  expect(loops[0]!.args[0]![1]).toEqual({ kind: 'carried', of: 0, first: { kind: 'value', index: 0 } });
  for (const [i, r] of loops.entries()) expect(r.from).toBeGreaterThanOrEqual(i === 0 ? 0 : endOf(loops[i - 1]!));
});

it('nothing where nothing repeats', () => {
  expect(found(...indices.map((j) => T.mul(at((j * j) % 97), at((j * j * j) % 89))))).toEqual([]);
});
