/**
 * Flat arrays of boxes against interval.ts: never inside it, at most one unit wider at each end, defined alike.
 */
import { describe, expect, it } from 'vitest';
import * as flat from '../../src/number/flat.ts';
import { between, interval as I, type Interval, isEmpty, point } from '../../src/number/interval.ts';
import { next, previous } from '../../src/number/rounded.ts';
import { subset } from '../../src/number/sets.ts';
import { box, double, FUZZ, type Random, random } from './samples.ts';

const TWO = { add: flat.add, sub: flat.sub, mul: flat.mul, div: flat.div };
const ONE = { square: flat.square, sqrt: flat.sqrt, neg: flat.neg };
const N = 5000 * FUZZ;
function columns(r: Random): readonly [readonly Interval[], flat.Column] {
  const boxes = Array.from({ length: N }, () => {
    const x = double(r);
    return r.below(2) ? box(r) : between(Math.min(x, 2 * x), Math.max(x, 2 * x));
  });
  const c = flat.column(N);
  boxes.forEach((a, i) => {
    flat.write(c, i, a);
  });
  return [boxes, c];
}
const wider = (a: Interval): Interval => (isEmpty(a) ? a : { ...a, lo: previous(a.lo), hi: next(a.hi) });
function compare(op: string, out: flat.Column, wanted: (i: number) => Interval, slack: boolean): void {
  for (let i = 0; i < N; i++) {
    const [found, exact] = [flat.read(out, i), wanted(i)];
    const fits = subset(exact, found) && subset(found, slack ? wider(exact) : exact) && found.defined === exact.defined;
    if (!fits) throw new Error(`${op}: ${JSON.stringify([found, exact])}`);
  }
}

describe('flat operations', () => {
  const r = random(71);
  const [a, x] = columns(r);
  const [b, y] = columns(r);
  const out = flat.column(N);
  for (const op of ['add', 'sub', 'mul', 'div'] as const)
    it(op, () => {
      TWO[op](out, x, y, N);
      compare(op, out, (i) => I[op](a[i]!, b[i]!), op === 'mul' || op === 'div');
    });
  for (const op of ['square', 'sqrt', 'neg'] as const)
    it(op, () => {
      ONE[op](out, x, N);
      compare(op, out, (i) => I[op](a[i]!), op !== 'neg');
    });
  it('lifted functions', () => {
    flat.lift(I.abs)(out, x, N);
    compare('abs', out, (i) => I.abs(a[i]!), false);
    flat.lift2(I.max)(out, x, y, N);
    compare('max', out, (i) => I.max(a[i]!, b[i]!), false);
  });
  it('keep zeros exact', () => {
    const [zero, some] = [flat.column(1), flat.column(1)];
    flat.write(zero, 0, point(0));
    flat.write(some, 0, between(-1, 2));
    flat.mul(out, zero, some, 1);
    expect(flat.read(out, 0)).toEqual(point(0));
    flat.square(out, some, 1);
    expect(flat.read(out, 0).lo).toBe(0);
  });
});
