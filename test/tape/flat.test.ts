import { describe, expect, it } from 'vitest';
import * as T from '../../src/expr/term.ts';
import { column, read, write } from '../../src/number/flat.ts';
import { between, interval as I, type Interval, redefined } from '../../src/number/interval.ts';
import * as Q from '../../src/number/rational.ts';
import { subset } from '../../src/number/sets.ts';
import { flatCode } from '../../src/tape/flat.ts';
import { evaluate, tape } from '../../src/tape/tape.ts';

const [x, y, z] = [T.variable('x'), T.variable('y'), T.variable('z')];
let seed = 11;
const random = (): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return seed / 2 ** 32;
};
const pick = <A>(list: readonly A[]): A => list[Math.floor(random() * list.length)]!;
/** Numbers of every size, with the corners. */
const number = (): number =>
  random() < 0.15
    ? pick([0, -0, 1, -1, 2, 5e-324, 2 ** -1022, 2 ** -969, 1e308, 1.7e308, 2 ** 511, 2 ** -540, 0.1])
    : (random() < 0.5 ? -1 : 1) * (1 + random()) * 2 ** Math.floor((random() - 0.5) * pick([4, 60, 2100]));
const box = (): Interval => {
  const [a, b] = [number(), random() < 0.3 ? undefined : number()];
  const other = b ?? a + Math.abs(a) * 2 ** -40;
  if (random() < 0.02) return redefined(between(Math.min(a, other), Math.max(a, other)), 'undecided');
  if (random() < 0.02) return between(-Infinity, Math.max(a, other));
  return between(Math.min(a, other), Math.max(a, other));
};

const constants = [Q.rational(1, 3), Q.rational(-2), Q.rational(0), Q.rational(1, 8)].map(T.num);
/** A formula of up to `depth` operations below each other. */
function formula(depth: number): T.Term {
  if (depth === 0) return random() < 0.8 ? pick([x, y, z]) : pick(constants);
  const a = formula(depth - 1);
  const b = random() < 0.4 ? formula(depth - 1) : pick([x, y, z]);
  return pick([
    () => T.add(a, b),
    () => T.sub(a, b),
    () => T.mul(a, b),
    () => T.mul(pick(constants), b),
    () => T.mul(a, a),
    () => T.pow(a, pick([2, 3, -1])),
    () => T.div(a, b),
    () => T.sqrt(a),
    () => T.neg(a),
    () => T.apply(pick(['exp', 'log', 'tanh', 'abs'] as const), a),
    () => T.binary(pick(['min', 'max'] as const), a, b),
  ])();
}

const BOXES = 64;
function columns(): { readonly inputs: ReturnType<typeof column>[]; readonly boxes: Interval[][] } {
  const inputs = [column(BOXES), column(BOXES), column(BOXES)];
  const boxes = Array.from({ length: BOXES }, () => [box(), box(), box()]);
  boxes.forEach((b, i) => {
    b.forEach((v, k) => {
      write(inputs[k]!, i, v);
    });
  });
  return { inputs, boxes };
}

describe('tapes over flat arrays of boxes', () => {
  it('random formulas on random boxes: hold what interval.ts says, definedness is the same', () => {
    let [wider, finite] = [0, 0];
    for (let k = 0; k < 300; k++) {
      const t = tape([x, y, z], [formula(1 + (k % 4)), formula(2)]);
      const { inputs, boxes } = columns();
      const outputs = [column(BOXES), column(BOXES)];
      flatCode(t)(inputs, outputs, BOXES);
      boxes.forEach((b, i) => {
        const wanted = evaluate(I, t, b);
        wanted.forEach((v, j) => {
          const found = read(outputs[j]!, i);
          expect(found.defined, `${k} ${i}`).toBe(v!.defined);
          expect(subset(v!, found), `${k} ${i}: ${found.lo} ${found.hi} for ${v!.lo} ${v!.hi}`).toBe(true);
          if (Number.isFinite(v!.lo) && Number.isFinite(v!.hi)) finite++;
          if (found.lo !== v!.lo || found.hi !== v!.hi) wider++;
        });
      });
    }
    expect(finite).toBeGreaterThan(5000);
    expect(wider).toBeGreaterThan(100);
  });

  it('one operation is at most two units in the last place wider at each end', () => {
    const t = tape([x, y], [T.add(x, y), T.sub(x, y), T.mul(x, y), T.div(x, y), T.mul(x, x), T.sqrt(x)]);
    const inputs = [column(BOXES), column(BOXES)];
    const outputs = t.outputs.map(() => column(BOXES));
    for (let i = 0; i < BOXES; i++) {
      const [a, b] = [1 + random(), 2 + random()];
      write(inputs[0]!, i, between(a, a * 1.01));
      write(inputs[1]!, i, between(b, b * 1.01));
    }
    flatCode(t)(inputs, outputs, BOXES);
    for (let i = 0; i < BOXES; i++)
      evaluate(I, t, [read(inputs[0]!, i), read(inputs[1]!, i)]).forEach((v, j) => {
        const found = read(outputs[j]!, i);
        for (const [p, q] of [
          [found.lo, v!.lo],
          [found.hi, v!.hi],
        ] as const)
          expect(Math.abs(p - q)).toBeLessThanOrEqual(2 * 2 ** -52 * Math.max(Math.abs(q), 2 ** -1000));
      });
  });

  it('a tape too long for generated code gives what interval.ts gives', () => {
    let long: T.Term = x;
    for (let k = 0; k < 700; k++) long = T.add(T.mul(long, T.num(Q.rational(1, 2))), k % 2 === 0 ? y : z);
    const t = tape([x, y, z], [long]);
    const { inputs, boxes } = columns();
    const out = column(BOXES);
    flatCode(t)(inputs, [out], BOXES);
    boxes.forEach((b, i) => {
      expect(read(out, i)).toEqual(evaluate(I, t, b)[0]);
    });
  });
});
