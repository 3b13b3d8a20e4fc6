/**
 * The same quantity computed in two ways or in two arithmetics: the results must agree as far as each one claims.
 */
import { describe, expect, it } from 'vitest';
import { UNARY } from '../../src/number/arithmetic.ts';
import * as F from '../../src/number/bigfloat.ts';
import { atanUnit, circle } from '../../src/number/circular.ts';
import { ln2, ln10, pi } from '../../src/number/constants.ts';
import { ofNumber } from '../../src/number/decimal.ts';
import {
  contains,
  type Dyadic,
  type DyadicArithmetic,
  dyadic,
  EMPTY,
  isEmpty,
  meet,
  relativeWidth,
  span,
  toDecimals,
  toDoubles,
  toRationals,
} from '../../src/number/dyadic.ts';
import { expUnit, logUnit } from '../../src/number/exponential.ts';
import { float64 } from '../../src/number/float64.ts';
import {
  between,
  interval as I,
  type Interval,
  isEmpty as isEmptyInterval,
  point,
  redefined,
  toDyadic as widen,
} from '../../src/number/interval.ts';
import { rational } from '../../src/number/rational.ts';
import * as R from '../../src/number/rounded.ts';
import { isCommon, mid, rad, subset, wid } from '../../src/number/sets.ts';
import { obeysExact } from './laws.ts';
import { bigfloat, bigint, box, double, FUZZ, PRECISIONS, random, small } from './samples.ts';

const FEW = 300 * FUZZ;
const MANY = 3000 * FUZZ;
const finite = (x: number) => (Number.isFinite(x) ? ofNumber(x) : undefined);
const within = (a: Dyadic, b: Dyadic): boolean =>
  isEmpty(a) || (F.compare(b.lo, a.lo) <= 0 && F.compare(a.hi, b.hi) <= 0);
const meets = (a: Dyadic, b: Dyadic): boolean => !isEmpty(meet(a, b));
const at = (x: F.Float): Dyadic => span(x, x);

describe('exact evaluation is never contradicted', () => {
  it('by intervals', () => obeysExact(I, (a) => [finite(a.lo), finite(a.hi)], MANY));
  for (const bits of [2, 3, 10, 53, 200])
    it(`by dyadic ${bits}`, () => obeysExact(dyadic(bits), toRationals, FEW * 3, bits));
});

describe('one quantity in two arithmetics', () => {
  const coarse = dyadic(20);
  it('doubles are inside intervals, intervals inside coarser dyadic intervals', () => {
    const r = random(11);
    for (let i = 0; i < MANY; i++) {
      const [x, y] = [double(r), double(r)];
      for (const op of ['add', 'sub', 'mul', 'div', 'min', 'max'] as const) {
        const [plain, near, far] = [
          float64[op](x, y),
          I[op](point(x), point(y)),
          coarse[op](widen(point(x)), widen(point(y))),
        ];
        if (near.defined !== 'yes') continue;
        expect(near.lo <= plain && plain <= near.hi, `${op} ${x} ${y}`).toBe(true);
        expect(
          within(widen(near), far) || !(Math.abs(plain) > 2 ** -1000 && Math.abs(plain) < 2 ** 1000),
          `${op} ${x} ${y}`,
        ).toBe(true);
      }
    }
  });
  it('Math functions are within four units of the interval', () => {
    const r = random(12);
    for (let i = 0; i < FEW; i++)
      for (const op of UNARY) {
        const x = double(r);
        const [plain, a] = [float64[op](x), I[op](point(x))];
        if (a.defined !== 'yes' || !Number.isFinite(plain) || Math.abs(plain) < 1e-300) continue;
        const slack = Math.abs(plain) * 2 ** -50;
        expect(a.lo - slack <= plain && plain <= a.hi + slack, `${op} ${x}: ${plain}`).toBe(true);
      }
  });
  it('two precisions agree, the finer inside the coarser up to its own width', () => {
    const r = random(13);
    for (let i = 0; i < FEW; i++)
      for (const op of UNARY) {
        const [p, q] = [r.pick(PRECISIONS), r.pick(PRECISIONS)];
        const x = at(bigfloat(r, 60, 40));
        const [a, b] = [dyadic(p)[op](x), dyadic(q)[op](x)];
        expect(
          a.defined === b.defined && (isEmpty(a) || meets(a, b)),
          `${op} at ${p} and ${q}: ${x.lo.m}·2^${x.lo.e}`,
        ).toBe(true);
      }
  });
});

/** Both sides enclose the same real. */
type Identity = readonly [string, (A: DyadicArithmetic, a: Dyadic, b: Dyadic) => readonly [Dyadic, Dyadic]];
const IDENTITIES: readonly Identity[] = [
  ['exp(a + b) = exp a · exp b', (A, a, b) => [A.exp(A.add(a, b)), A.mul(A.exp(a), A.exp(b))]],
  ['log(exp a) = a', (A, a) => [A.log(A.exp(a)), a]],
  ['log|ab| = log|a| + log|b|', (A, a, b) => [A.log(A.abs(A.mul(a, b))), A.add(A.log(A.abs(a)), A.log(A.abs(b)))]],
  ['sin² + cos² = 1', (A, a) => [A.add(A.square(A.sin(a)), A.square(A.cos(a))), A.rational(rational(1))]],
  ['sin(a + b)', (A, a, b) => [A.sin(A.add(a, b)), A.add(A.mul(A.sin(a), A.cos(b)), A.mul(A.cos(a), A.sin(b)))]],
  ['tan · cos = sin', (A, a) => [A.mul(A.tan(a), A.cos(a)), A.sin(a)]],
  ['tan(atan a) = a', (A, a) => [A.tan(A.atan(a)), a]],
  ['cosh² = 1 + sinh²', (A, a) => [A.square(A.cosh(a)), A.add(A.rational(rational(1)), A.square(A.sinh(a)))]],
  ['sinh(asinh a) = a', (A, a) => [A.sinh(A.asinh(a)), a]],
  ['atanh(tanh a) = a', (A, a) => [A.tanh(A.atanh(A.tanh(a))), A.tanh(a)]],
  ['tanh · cosh = sinh', (A, a) => [A.mul(A.tanh(a), A.cosh(a)), A.sinh(a)]],
  ['(√|a|)² = |a|', (A, a) => [A.square(A.sqrt(A.abs(a))), A.abs(a)]],
  ['(|a|^(2/3))³ = a²', (A, a) => [A.pow(A.power(A.abs(a), rational(2, 3)), 3), A.square(a)]],
  ['a⁷ = a·a⁶', (A, a) => [A.pow(a, 7), A.mul(a, A.pow(a, 6))]],
  ['a/b·b = a', (A, a, b) => [A.mul(A.div(a, b), b), a]],
  ['expm1 and log1p', (A, a) => [A.log1p(A.expm1(a)), a]],
  ['exp2(log2 |a|) = |a|', (A, a) => [A.exp2(A.log2(A.abs(a))), A.abs(a)]],
  ['exp10(log10 |a|) = |a|', (A, a) => [A.exp10(A.log10(A.abs(a))), A.abs(a)]],
  ['sin(asin) on [−1, 1]', (A, a) => [A.sin(A.asin(A.sin(a))), A.sin(a)]],
  ['cos(acos) on [−1, 1]', (A, a) => [A.cos(A.acos(A.cos(a))), A.cos(a)]],
  ['cosh(acosh) past 1', (A, a) => [A.cosh(A.acosh(A.cosh(a))), A.cosh(a)]],
  ['asin + acos = π/2', (A, a) => [A.mul(A.rational(rational(2)), A.add(A.asin(A.sin(a)), A.acos(A.sin(a)))), A.pi()]],
  ['|a|^b = exp(b log|a|)', (A, a, b) => [A.raise(A.abs(a), b), A.exp(A.mul(b, A.log(A.abs(a))))]],
  ['fma', (A, a, b) => [A.fma(a, b, a), A.add(A.mul(a, b), a)]],
];

describe('functional equations', () => {
  for (const [name, sides] of IDENTITIES)
    it(name, () => {
      const r = random(name.length * 31);
      for (let i = 0; i < FEW / 3; i++) {
        const A = dyadic(r.pick(PRECISIONS));
        const spread = r.below(4) === 0 ? 60 : 6;
        const [a, b] = [at(bigfloat(r, A.bits + 4, spread)), at(bigfloat(r, A.bits + 4, spread))];
        const [left, right] = sides(A, a, b);
        if (left.defined === 'no' || right.defined === 'no') continue;
        expect(meets(left, right), `${A.name}: ${toDecimals(a)} ${toDecimals(b)}`).toBe(true);
      }
    });
  it('hold at 10 000 bits, to nearly 10 000 bits', () => {
    const A = dyadic(10_000);
    const [a, b] = [A.rational(rational(7, 11)), A.rational(rational(-13, 17))];
    for (const [name, sides] of IDENTITIES) {
      const [left, right] = sides(A, a, b);
      expect(meets(left, right), name).toBe(true);
      expect(Math.max(relativeWidth(left), relativeWidth(right)), name).toBeLessThan(-9950);
    }
  });
});

describe('inclusion is kept', () => {
  const ONE = [
    ...UNARY,
    'square',
    'expm1',
    'exp2',
    'exp10',
    'log1p',
    'log2',
    'log10',
    'asin',
    'acos',
    'acosh',
  ] as const;
  it('smaller arguments have smaller results', () => {
    const r = random(17);
    for (let i = 0; i < FEW; i++) {
      const [a, c] = [box(r), box(r)];
      const cut = (x: Interval): Interval => {
        const t = Math.min(Math.max(double(r), x.lo), x.hi);
        return isEmptyInterval(x) ? x : between(r.below(2) && Number.isFinite(t) ? t : x.lo, x.hi);
      };
      const [b, d] = [cut(a), cut(c)];
      for (const op of ONE) expect(subset(I[op](b), I[op](a)), `${op} ${JSON.stringify([b, a])}`).toBe(true);
      for (const op of ['add', 'sub', 'mul', 'div', 'min', 'max', 'raise'] as const)
        expect(subset(I[op](b, d), I[op](a, c)), `${op} ${JSON.stringify([b, d, a, c])}`).toBe(true);
      for (const n of [-3, -2, 0, 2, 5]) expect(subset(I.pow(b, n), I.pow(a, n))).toBe(true);
    }
  });
  it('the same object twice is not taken for the same quantity', () => {
    const a = between(-1, 2);
    expect(I.mul(a, a)).toEqual(between(-2, 4));
    expect(I.square(a)).toEqual(between(0, 4));
    expect(I.sub(a, a)).toEqual(between(-3, 3));
    expect(I.div(between(1, 2), between(1, 2))).toEqual(between(0.5, 2));
    const A = dyadic(30);
    const d = widen(a);
    expect(toRationals(A.mul(d, d))).toEqual([rational(-2), rational(4)]);
    expect(toRationals(A.sub(d, d))).toEqual([rational(-3), rational(3)]);
  });
});

describe('nothing throws, nothing is NaN, and definedness fits the set', () => {
  const ALL = [
    ...UNARY,
    'square',
    'expm1',
    'exp2',
    'exp10',
    'log1p',
    'log2',
    'log10',
    'asin',
    'acos',
    'acosh',
  ] as const;
  const TWO = ['add', 'sub', 'mul', 'div', 'min', 'max', 'raise'] as const;
  const fits = (empty: boolean, defined: string): boolean => (empty ? defined !== 'yes' : defined !== 'no');
  it('intervals', () => {
    const r = random(23);
    const sane = (a: Interval, what: string): void =>
      expect(!Number.isNaN(a.lo + 0) && !Number.isNaN(a.hi) && fits(a.lo > a.hi, a.defined), what).toBe(true);
    for (let i = 0; i < FEW; i++) {
      const [a, b, c] = [box(r), box(r), box(r)];
      for (const op of ALL) sane(I[op](a), `${op} ${JSON.stringify(a)}`);
      for (const op of TWO) sane(I[op](a, b), `${op} ${JSON.stringify([a, b])}`);
      for (const n of [-1000001, -2, -1, 0, 1, 2, 3, 1 << 30]) sane(I.pow(a, n), `^${n}`);
      for (const q of [rational(1, 2), rational(-7, 3), rational(10n ** 40n, 3n)]) sane(I.power(a, q), 'power');
      sane(I.fma(a, b, c), 'fma');
    }
  });
  it('dyadic intervals, to huge exponents and at any precision', () => {
    const r = random(29);
    const sane = (a: Dyadic, what: string): void => expect(fits(isEmpty(a), a.defined), what).toBe(true);
    for (let i = 0; i < FEW / 3; i++) {
      const A = dyadic(r.pick(PRECISIONS));
      const spread = r.pick([10, 2000, 2 ** 20, 2 ** 31]);
      const [x, y] = [bigfloat(r, 80, spread), bigfloat(r, 80, spread)];
      const wide = F.compare(x, y) <= 0 ? span(x, y) : span(y, x);
      const cases = [wide, at(x), span(x, F.INF), span(F.MINUS_INF, y), span(F.MINUS_INF, F.INF), EMPTY];
      for (const a of cases) {
        for (const op of ALL) sane(A[op](a), `${A.name} ${op}`);
        for (const b of cases) for (const op of TWO) sane(A[op](a, b), `${A.name} ${op}`);
        for (const n of [-3, 0, 2, 1_000_000]) sane(A.pow(a, n), `${A.name} ^${n}`);
        expect(toDecimals(a).length).toBe(2);
      }
    }
  });
});

describe('a result is never more defined than its arguments', () => {
  const ALL = [
    ...UNARY,
    'square',
    'expm1',
    'exp2',
    'exp10',
    'log1p',
    'log2',
    'log10',
    'asin',
    'acos',
    'acosh',
  ] as const;
  const TWO = ['add', 'sub', 'mul', 'div', 'min', 'max', 'raise'] as const;
  it('in any operation of either arithmetic', () => {
    const A = dyadic(40);
    const [maybe, never] = [redefined(between(1, 1.5), 'undecided'), redefined(point(1), 'no')];
    const one = point(1);
    for (const op of ALL) {
      expect([I[op](maybe).defined, A[op](widen(maybe)).defined], op).not.toContain('yes');
      expect([I[op](never).defined, A[op](widen(never)).defined], op).toEqual(['no', 'no']);
    }
    for (const op of TWO)
      for (const [a, b] of [
        [maybe, one],
        [one, maybe],
        [never, one],
        [one, never],
        [never, maybe],
      ] as const) {
        const found = [I[op](a, b).defined, A[op](widen(a), widen(b)).defined];
        expect(found, op).not.toContain('yes');
        if (a === never || b === never) expect(found, op).toEqual(['no', 'no']);
      }
    for (const n of [-2, 0, 1, 3])
      expect([I.pow(maybe, n).defined, A.pow(widen(maybe), n).defined]).not.toContain('yes');
    expect([I.power(maybe, rational(1, 2)).defined, I.fma(one, maybe, one).defined]).not.toContain('yes');
  });
  it('and exponents past all bounds bound nothing', () => {
    const A = dyadic(30);
    const huge = at(F.float(1n, 2 ** 21));
    const barely = at(F.float((1n << 40n) + 1n, -40));
    expect(F.isInfinite(A.raise(barely, huge).lo)).toBe(false);
    expect(F.compare(A.raise(barely, at(F.float(1n, -(2 ** 21)))).lo, F.ONE)).toBe(0);
    expect(F.compare(A.raise(barely, A.neg(huge)).hi, F.ONE)).toBe(0);
  });
});

describe('growth is capped', () => {
  it('squaring for ever ends in an unbounded interval, not in a hang', () => {
    const A = dyadic(64);
    let a = A.rational(rational(3, 2));
    for (let i = 0; i < 10_000; i++) a = A.add(A.square(a), a);
    expect(F.isInfinite(a.hi)).toBe(true);
    expect(a.defined).toBe('yes');
    expect(A.compare('<', a, A.rational(rational(1)))).toBe('no');
    expect(A.compare('<', A.sub(a, a), A.rational(rational(0)))).toBe('undecided');
  });
  it('so does a tower of exponentials, and its reciprocal', () => {
    const A = dyadic(64);
    let a = A.rational(rational(2));
    for (let i = 0; i < 50; i++) a = A.exp(a);
    expect(F.isInfinite(a.hi)).toBe(true);
    const b = A.div(A.rational(rational(1)), a);
    expect(F.sign(b.lo)).toBe(0);
    expect(F.sign(b.hi)).toBe(1);
  });
});

describe('cancellation', () => {
  it('to 500 digits is seen through with enough bits, and reported with too few', () => {
    const e = rational(1n, 10n ** 500n);
    const difference = (A: DyadicArithmetic): Dyadic => {
      const one = A.rational(rational(1));
      return A.sub(A.sqrt(A.add(one, A.rational(e))), one);
    };
    expect(F.sign(difference(dyadic(1000)).hi)).toBe(1);
    expect(dyadic(1000).compare('<', dyadic(1000).rational(rational(0)), difference(dyadic(1000)))).toBe('undecided');
    const fine = difference(dyadic(3500));
    expect(dyadic(3500).compare('<', dyadic(3500).rational(rational(0)), fine)).toBe('yes');
    expect(contains(fine, rational(1n, 2n * 10n ** 500n))).toBe(false);
    expect(relativeWidth(fine)).toBeLessThan(-1800);
  });
  it('near zero, sinh, tanh, asinh, atanh, sin, tan, atan, expm1, log1p keep their relative width', () => {
    const r = random(31);
    for (const bits of [2, 10, 53, 200])
      for (let e = -5; e > -2000; e -= 37)
        for (const op of ['sinh', 'tanh', 'asinh', 'atanh', 'sin', 'tan', 'atan', 'asin', 'expm1', 'log1p'] as const) {
          const x = F.float(r.below(2) ? 12345678901n : -98765432101n, e - 33);
          expect(relativeWidth(dyadic(bits)[op](at(x))), `${op} at ${bits} bits near 2^${e}`).toBeLessThan(3 - bits);
        }
  });
});

describe('intervals of doubles are dyadic intervals rounded outwards', () => {
  const A = dyadic(2200);
  const ends = (a: Dyadic): readonly unknown[] => [...toDoubles(a), a.defined];
  const own = (a: Interval): readonly unknown[] => [a.lo, a.hi, a.defined];
  it('+ − × ÷ √, squares, minima: the same sets, definedness and comparisons', () => {
    const r = random(47);
    for (let i = 0; i < MANY; i++) {
      const [a, b] = [box(r), r.below(9) === 0 ? point(0) : box(r)];
      const [x, y] = [widen(a), widen(b)];
      for (const op of ['add', 'sub', 'mul', 'div', 'min', 'max'] as const)
        expect(own(I[op](a, b)), `${op} ${JSON.stringify([a, b])}`).toEqual(ends(A[op](x, y)));
      for (const op of ['neg', 'abs', 'square', 'sqrt'] as const)
        expect(own(I[op](a)), `${op} ${JSON.stringify(a)}`).toEqual(ends(A[op](x)));
      for (const relation of ['<', '<=', '=', '!='] as const) {
        expect(I.compare(relation, a, b), `${JSON.stringify([a, b])}`).toBe(A.compare(relation, x, y));
        expect(I.compare(relation, a, a)).toBe(A.compare(relation, x, x));
      }
    }
  });
});

describe('fixed-point kernels bound their own errors', () => {
  it('at every precision, below what rounding hides', () => {
    const r = random(53);
    for (let i = 0; i < FEW; i++) {
      const w = 64 + r.below(r.below(4) === 0 ? 1500 : 150);
      const unit = 1n << BigInt(w);
      const x = r.below(6) === 0 ? BigInt(r.below(1000)) : bigint(r, w + 16) % unit;
      const A = dyadic(2 * w + 200);
      const real = at(F.float(x, -w));
      const holds = (a: Dyadic, lo: bigint, hi: bigint): void => {
        const ok = F.compare(F.float(lo, -w), a.lo) <= 0 && F.compare(a.hi, F.float(hi, -w)) <= 0;
        expect(ok, `${w} bits at ${x}`).toBe(true);
      };
      const e = expUnit(x, w);
      holds(A.exp(real), e.v, e.v + e.error);
      const f = (x >> 1n) | (unit >> 1n);
      const l = logUnit(f, w);
      holds(A.neg(A.log(at(F.float(f, -w)))), l.v, l.v + l.error);
      const c = circle((x * 9n) / 10n, w);
      const turned = at(F.float((x * 9n) / 10n, -w));
      holds(A.sin(turned), c.sin - c.sinError, c.sin + c.sinError);
      holds(A.cos(turned), c.cos - c.cosError, c.cos + c.cosError);
      const t = atanUnit(x, w);
      holds(A.atan(real), t.v - t.error, t.v + t.error);
    }
  });
  it('and so do π, ln 2 and ln 10', () => {
    for (let w = 1; w < 3000; w += 61)
      for (const [constant, name] of [
        [pi, 'pi'],
        [ln2, 'log2'],
        [ln10, 'log10'],
      ] as const) {
        const fine = dyadic(w + 100);
        const real =
          name === 'pi'
            ? fine.mul(fine.rational(rational(4)), fine.atan(fine.rational(rational(1))))
            : fine.log(fine.rational(rational(name === 'log2' ? 2 : 10)));
        const n = constant(w);
        expect(
          F.compare(F.float(n, -w), real.lo) <= 0 && F.compare(real.hi, F.float(n + 2n, -w)) <= 0,
          `${name} ${w}`,
        ).toBe(true);
      }
  });
});

describe('doubles stepped and rounded', () => {
  it('next and previous are neighbours', () => {
    const r = random(37);
    for (let i = 0; i < MANY; i++) {
      const x = double(r);
      const up = R.next(x);
      expect(up > x && R.previous(up) === x, `${x}`).toBe(true);
      expect(F.toDouble(F.add(F.ofDouble(x), F.float(1n, -3000), 5000, true), true)).toBe(up + 0);
    }
  });
  it('operations are ordered around the rounded ones, for every sign', () => {
    const r = random(59);
    for (let i = 0; i < MANY; i++) {
      const [x, y] = [double(r), double(r) || 1];
      const q = F.ofDouble(x);
      const d = F.ofDouble(y);
      expect([R.divDown(x, y), R.divUp(x, y)]).toEqual(
        [false, true].map((up) => F.toDouble(F.div(q, d, 2200, up), up)),
      );
      expect([R.mulDown(x, y), R.mulUp(x, y)]).toEqual([false, true].map((up) => F.toDouble(F.mul(q, d, 200, up), up)));
      expect([R.subDown(x, y), R.subUp(x, y)]).toEqual(
        [false, true].map((up) => F.toDouble(F.sub(q, d, 2200, up), up)),
      );
    }
  });
  it('middle and radius cover the interval, width bounds it', () => {
    const r = random(61);
    for (let i = 0; i < MANY; i++) {
      const a = box(r);
      if (!isCommon(a)) continue;
      const [m, s, w] = [F.ofDouble(mid(a)), F.ofDouble(rad(a)), F.ofDouble(wid(a))];
      const gap = (x: F.Float, y: F.Float): F.Float => F.sub(x, y, 2300, false);
      expect(F.compare(gap(m, s), F.ofDouble(a.lo)) <= 0, `${a.lo} ${a.hi}`).toBe(true);
      expect(F.compare(gap(F.ofDouble(a.hi), m), s) <= 0, `${a.lo} ${a.hi}`).toBe(true);
      expect(F.compare(gap(F.ofDouble(a.hi), F.ofDouble(a.lo)), w) <= 0, `${a.lo} ${a.hi}`).toBe(true);
    }
  });
  it('conversions round outwards and are exact on doubles', () => {
    const r = random(41);
    for (let i = 0; i < MANY; i++) {
      const x = double(r);
      const a = F.ofDouble(x);
      expect(F.toDouble(a, false) === x && F.toDouble(a, true) === x).toBe(true);
      const q = small(r);
      const b = I.rational(q);
      expect(subset(b, I.div(point(Number(q.num)), point(Number(q.den))))).toBe(true);
      expect(contains(widen(b), q)).toBe(true);
    }
  });
  it('bit lengths are right around powers of two', () => {
    for (let k = 0; k < 2500; k++)
      for (const d of [-1n, 0n, 1n]) {
        const n = (1n << BigInt(k)) + d;
        expect(F.bitLength(n)).toBe(n === 0n ? 0 : n.toString(2).length);
        expect(F.bitLength(-n)).toBe(F.bitLength(n));
      }
  });
  it('whole square roots are right', () => {
    const r = random(43);
    for (let i = 0; i < FEW; i++) {
      const n = bigfloat(r, 2000, 0).m ** 2n + BigInt(r.below(3) - 1);
      if (n < 0n) continue;
      const s = F.isqrt(n);
      expect(s * s <= n && n < (s + 1n) ** 2n).toBe(true);
    }
  });
});
