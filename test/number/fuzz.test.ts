/**
 * Differential fuzz against MPFR: no result may miss the true value; how tight and how wide is reported.
 *
 * Sizes here are small; COUNTERFLOW_FUZZ=500 makes them 10⁶ for each basic operation and 10⁵ for each function.
 */
import { describe, expect, it } from 'vitest';
import { type Dyadic, type DyadicArithmetic, dyadic, relativeWidth, span } from '../../src/number/dyadic.ts';
import { interval as I, type Interval, isEmpty, point } from '../../src/number/interval.ts';
import { next } from '../../src/number/rounded.ts';
import { mid } from '../../src/number/sets.ts';
import { bracket, roundedDouble } from './mpfr.ts';
import { bigfloat, box, double, FUZZ, PRECISIONS, type Random, random } from './samples.ts';

const BASIC = 2000 * FUZZ;
const ELEMENTARY = 200 * FUZZ;
const TIME = 20_000 * FUZZ;

const BINARY = ['add', 'sub', 'mul', 'div'] as const;
const FUNCTIONS = [
  'exp',
  'expm1',
  'exp2',
  'exp10',
  'log',
  'log1p',
  'log2',
  'log10',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
] as const;

/** A double of the box, its ends and the neighbourhood of 0 included. */
function inner(r: Random, a: Interval): number {
  const kind = r.below(4);
  const x = kind === 0 ? a.lo : kind === 1 ? a.hi : kind === 2 ? mid(a) : a.lo + (a.hi - a.lo) * r.unit();
  const y = Number.isFinite(x) ? x : double(r);
  return Math.min(Math.max(y, a.lo), a.hi);
}
/** Every point of a box that has a value has it in the image; every point has one where the image says so. */
function checkBoxes(op: string, f: (...args: readonly Interval[]) => Interval, arity: number, count: number): void {
  const r = random(op.length * 65537 + op.charCodeAt(0));
  for (let n = 0; n < count; n++) {
    const boxes = arity === 2 ? [box(r), box(r)] : [box(r)];
    const image = f(...boxes);
    if (boxes.some((a) => isEmpty(a))) continue;
    const at = boxes.map((a) => inner(r, a));
    if (at.some((x) => !Number.isFinite(x)) || (op === 'pow' && at[0]! <= 0)) continue;
    const lo = roundedDouble(op, at, false);
    const hi = roundedDouble(op, at, true);
    const none = !(Math.abs(lo) < Infinity) && !(Math.abs(hi) < Infinity);
    const wrong = none ? image.defined === 'yes' : image.defined === 'no' || !(image.lo <= lo && hi <= image.hi);
    if (wrong) throw new Error(`${op} of ${JSON.stringify(boxes)} at ${at}: ${JSON.stringify(image)}`);
  }
}

/** Units in the last place between the ends; 0 for a point. */
function ulps(a: Interval): number {
  let [x, n] = [a.lo, 0];
  for (; x < a.hi && n < 1000; n++) x = next(x);
  return n;
}
interface Report {
  cases: number;
  tight: number;
  widest: number;
}
const report = (op: string, kind: string, r: Report): void =>
  console.log(
    `${kind} ${op}: ${r.cases} cases, ${((100 * r.tight) / r.cases).toFixed(3)} % tight, at most ${r.widest} wide`,
  );

function checkDoubles(op: string, f: (...args: readonly Interval[]) => Interval, arity: number, count: number): Report {
  const r = random(op.length * 7919 + op.charCodeAt(0));
  const out: Report = { cases: 0, tight: 0, widest: 0 };
  while (out.cases < count) {
    const args = arity === 2 ? [double(r), double(r)] : [double(r)];
    const found = f(...args.map(point));
    const lo = roundedDouble(op, args, false);
    const hi = roundedDouble(op, args, true);
    out.cases++;
    if (Number.isNaN(lo) || found.defined !== 'yes') {
      const outside = !Number.isFinite(lo);
      if (!outside || found.defined === 'yes') throw new Error(`${op}(${args}): ${lo} but ${found.defined}`);
      out.tight++;
      continue;
    }
    if (!(found.lo <= lo && hi <= found.hi))
      throw new Error(`${op}(${args}): [${lo}, ${hi}] not in [${found.lo}, ${found.hi}]`);
    if (found.lo === lo && found.hi === hi) out.tight++;
    out.widest = Math.max(out.widest, ulps(found));
  }
  return out;
}

describe('doubles against MPFR', () => {
  for (const op of BINARY)
    it(`${op} is tight`, { timeout: TIME }, () => {
      const r = checkDoubles(op, I[op] as (...args: readonly Interval[]) => Interval, 2, BASIC);
      report(op, 'interval', r);
      expect(r.tight).toBe(r.cases);
    });
  for (const op of ['sqrt', 'sqr'] as const)
    it(`${op} is tight`, { timeout: TIME }, () => {
      const r = checkDoubles(op, op === 'sqr' ? I.square : I.sqrt, 1, BASIC);
      report(op, 'interval', r);
      expect(r.tight).toBe(r.cases);
    });
  for (const op of FUNCTIONS)
    it(`${op} is sound and at most 2 ulp wide`, { timeout: TIME }, () => {
      const r = checkDoubles(op, I[op], 1, ELEMENTARY);
      report(op, 'interval', r);
      expect(r.widest).toBeLessThanOrEqual(2);
    });
});

describe('boxes against MPFR at their points', () => {
  for (const op of BINARY)
    it(op, { timeout: TIME }, () => checkBoxes(op, I[op] as (...args: readonly Interval[]) => Interval, 2, BASIC));
  it('x^y', { timeout: TIME }, () =>
    checkBoxes('pow', I.raise as (...args: readonly Interval[]) => Interval, 2, ELEMENTARY),
  );
  for (const op of ['sqrt', ...FUNCTIONS] as const)
    it(op, { timeout: TIME }, () => checkBoxes(op, I[op], 1, ELEMENTARY));
  for (const n of [-3, -2, -1, 2, 3, 7])
    it(`x^${n}`, { timeout: TIME }, () => {
      const r = random(n + 100);
      for (let i = 0; i < ELEMENTARY; i++) {
        const a = box(r);
        const x = isEmpty(a) ? Number.NaN : inner(r, a);
        if (!Number.isFinite(x) || x === 0) continue;
        const image = I.pow(a, n);
        expect(image.lo).toBeLessThanOrEqual(roundedDouble('pow', [x, n], false));
        expect(image.hi).toBeGreaterThanOrEqual(roundedDouble('pow', [x, n], true));
      }
    });
});

type Fn = (A: DyadicArithmetic) => (...args: readonly Dyadic[]) => Dyadic;
/** Widths in units of 2^−bits of the value. */
function checkDyadic(op: string, f: Fn, arity: number, count: number, spread: number): Report {
  const r = random(op.length * 104729 + op.charCodeAt(0));
  const out: Report = { cases: 0, tight: 0, widest: 0 };
  while (out.cases < count) {
    const bits = r.pick(PRECISIONS);
    const args = Array.from({ length: arity }, () => bigfloat(r, bits + 8, r.below(4) === 0 ? spread : 8));
    const found = f(dyadic(bits))(...args.map((x) => span(x, x)));
    const at = found.defined === 'yes' ? bracket(op, args, found.lo, found.hi, bits) : undefined;
    if (!at) continue;
    out.cases++;
    if (!at.lower || !at.upper)
      throw new Error(`${op} at ${bits} bits misses at ${args.map((a) => `${a.m}·2^${a.e}`)}`);
    if (at.tight) out.tight++;
    const wide = relativeWidth(found) + bits;
    if (wide < Infinity) out.widest = Math.max(out.widest, Math.round(2 ** wide));
  }
  return out;
}

describe('dyadic intervals against MPFR', () => {
  for (const op of [...BINARY, 'sqrt', 'sqr'] as const)
    it(`${op} is tight`, { timeout: TIME }, () => {
      const name = op === 'sqr' ? 'square' : op;
      const arity = op === 'sqrt' || op === 'sqr' ? 1 : 2;
      const r = checkDyadic(op, (A) => A[name] as (...args: readonly Dyadic[]) => Dyadic, arity, BASIC, 3000);
      report(op, 'dyadic', r);
      expect(r.widest).toBeLessThanOrEqual(2);
    });
  for (const op of FUNCTIONS)
    it(`${op} is sound, its width proportional to the precision`, { timeout: TIME }, () => {
      const r = checkDyadic(op, (A) => A[op], 1, ELEMENTARY, 3000);
      report(op, 'dyadic', r);
      expect(r.widest).toBeLessThanOrEqual(8);
    });
});
