import { describe, expect, it, vi } from 'vitest';
import { networkOutput, signOf } from '../../src/computable/adversary.ts';
import { ofTerm } from '../../src/computable/oracle.ts';
import * as R from '../../src/computable/rounding.ts';
import * as S from '../../src/computable/sign.ts';
import * as T from '../../src/expr/term.ts';
import { parseRational } from '../../src/number/decimal.ts';
import { contains } from '../../src/number/dyadic.ts';
import { enclose, euler, type Oracle, ofRational, quarterPi, refined, squareRoot } from '../../src/number/oracle.ts';
import * as Q from '../../src/number/rational.ts';
import { randomness } from '../quantized/models.ts';

vi.setConfig({ testTimeout: 60_000 });

const q = (n: number | bigint, d: number | bigint = 1): Q.Rational => Q.rational(BigInt(n), BigInt(d));
const two = (e: number): Q.Rational => Q.pow(q(2), e);
/** A name whose centres are off by as much as allowed, in a random direction. */
const wobbly =
  (value: Q.Rational, seed: number): Oracle =>
  (p) => {
    const random = randomness(seed + 31 * p);
    const off = Q.div(q(random(3) - 1), two(p + 1));
    return ofRational(Q.add(value, off))(p + 1);
  };
const reals = (
  net: { u: readonly Q.Rational[]; v: readonly Q.Rational[]; x: readonly Q.Rational[] },
  of: (r: Q.Rational, i: number) => S.Real,
): S.Reals =>
  new Map((['u', 'v', 'x'] as const).flatMap((n, k) => net[n].map((r, i) => [`${n}${i}`, of(r, 7 * k + i)] as const)));

describe('oracles', () => {
  it('answer within 2⁻ᵖ: √2, e, π/4 against 60 known digits', () => {
    const digits: readonly [Oracle, string][] = [
      [squareRoot(q(2)), '1.41421356237309504880168872420969807856967187537694807317667'],
      [euler, '2.71828182845904523536028747135266249775724709369995957496696'],
      [quarterPi, '0.785398163397448309615660845819875721049292349843776455243736'],
    ];
    for (const [x, text] of digits)
      for (const p of [0, 1, 7, 64, 180]) expect(contains(enclose(x, p), parseRational(text)!)).toBe(true);
  });
  it('answers of different precision never exclude each other, up to 4096 bits', () => {
    const cubeRoot = ofTerm(T.power(T.whole(2), q(1, 3)));
    for (const x of [squareRoot(q(2)), euler, quarterPi, cubeRoot, ofRational(q(-22, 7))]) {
      const r = refined(x);
      for (const p of [0, 1, 5, 64, 700, 4096]) r.at(p);
    }
  });
  it('an oracle that contradicts itself is refused', () => {
    const r = refined((p) => ({ m: p > 3 ? 1n : -1n, e: 0 }));
    r.at(2);
    expect(() => r.at(8)).toThrow('two that exclude each other');
  });
  it('an answer that is no dyadic number is refused', () => {
    expect(() => enclose((() => 0.5) as unknown as Oracle, 3)).toThrow('an answer m·2ᵉ');
  });
});

/** A network whose output is at distance 2^-k or so from 0, for k as asked. */
function nearBoundary(random: (n: number) => number, k: number) {
  const d = 1 + random(3);
  const number = (): Q.Rational => q(random(65) - 32, 32);
  const net = {
    u: Array.from({ length: d }, number),
    v: Array.from({ length: d }, number),
    x: Array.from({ length: d }, number),
  };
  net.u[d - 1] = q(1);
  net.v[d - 1] = q(0);
  net.x[d - 1] = q(0);
  const rest = networkOutput(net);
  const last = Q.add(Q.neg(rest), Q.mul(q(random(2) === 0 ? 1 : -1), Q.mul(two(-k), q(1 + random(7), 8))));
  net.x[d - 1] = last;
  return { d, net, B: Q.compare(Q.abs(last), Q.ONE) > 0 ? Q.abs(last) : Q.ONE };
}

describe('the three-valued sign', () => {
  it('decides at the bound on 10⁴ instances down to 2⁻¹⁰⁰⁰ from the boundary, and is right (A1, A2)', () => {
    const random = randomness(3);
    for (let i = 0; i < 10_000; i++) {
      const { d, net, B } = nearBoundary(random, i % 10 === 0 ? 60 + random(940) : random(60));
      const f = networkOutput(net);
      const p = S.precisionBound(d, B, f);
      const r = S.signAt(
        S.diagonalOutput(d),
        reals(net, (x, k) => wobbly(x, i + k)),
        p,
      );
      expect(r.verdict).toBe(signOf(f));
      expect(r.tier).toBe('intervals');
    }
  });
  it('is sound at every precision (A1) and never decides on the boundary (A3)', () => {
    const random = randomness(4);
    for (let i = 0; i < 300; i++) {
      const { d, net } = nearBoundary(random, random(60));
      for (const p of [1, 2, 3, 5, 9, 17, 33, 65]) {
        const r = S.signAt(
          S.diagonalOutput(d),
          reals(net, (x, k) => wobbly(x, i + k)),
          p,
        );
        expect(r.verdict === 'undecided' || r.verdict === signOf(networkOutput(net))).toBe(true);
        expect(contains(r.enclosure!, networkOutput(net))).toBe(true);
      }
    }
    const zero = { u: [q(1)], v: [q(1)], x: [q(3, 7)] };
    for (let p = 1; p <= 512; p++)
      expect(S.signAt(S.diagonalOutput(1), reals(zero, ofRational), p).verdict).toBe('undecided');
    expect(S.decideSign(S.diagonalOutput(1), reals(zero, ofRational))).toMatchObject({
      verdict: 'undecided',
      tier: 'intervals',
      precision: 4096,
    });
  });
  it('keeps a decision at higher precision by intersecting (A4), which single enclosures do not (A4′)', () => {
    const f = q(1, 100);
    const at: Oracle = (p) => {
      const [lo, hi] = p === 5 ? [q(1, 100), q(29, 400)] : [q(-9, 1600), q(41, 1600)];
      return ofRational(Q.div(Q.add(lo, hi), q(2)))(60);
    };
    const x = T.variable('x');
    const one = (p: number) => S.signAt(x, new Map([['x', at]]), p).verdict;
    expect([one(5), one(6)]).toEqual(['+', 'undecided']);
    expect(S.decideSign(x, new Map([['x', at]]), { steps: [5, 6] }).verdict).toBe('+');
    for (const p of [5, 6]) expect(contains(enclose(at, p), f)).toBe(true);
    const random = randomness(9);
    for (let i = 0; i < 40; i++) {
      const { d, net } = nearBoundary(random, random(20));
      const named = reals(net, (r, k) => wobbly(r, i + k));
      let decided = false;
      for (let most = 1; most <= 40; most++) {
        const steps = Array.from({ length: most }, (_, k) => k + 1);
        const now = S.decideSign(S.diagonalOutput(d), named, { steps }).verdict !== 'undecided';
        expect(decided && !now).toBe(false);
        decided = now;
      }
    }
  });
  it('decides equality exactly where all data are rational, and says so (A5)', () => {
    const zero = { u: [q(1, 3), q(2)], v: [q(1, 3), q(0)], x: [q(5), q(0)] };
    expect(
      S.decideSign(
        S.diagonalOutput(2),
        reals(zero, (r) => r),
      ),
    ).toMatchObject({ verdict: '0', tier: 'exact' });
    const tiny = { u: [q(1)], v: [q(0)], x: [two(-2000)] };
    expect(
      S.decideSign(
        S.diagonalOutput(1),
        reals(tiny, (r) => r),
      ),
    ).toMatchObject({ verdict: '+', tier: 'exact' });
    expect(S.decideSign(S.diagonalOutput(1), reals(tiny, ofRational))).toMatchObject({
      verdict: '+',
      tier: 'intervals',
    });
  });
  it('A2′ is false: with the constant d the bound is p = 1, where 0 is still inside', () => {
    const net = { u: [q(7, 32)], v: [q(-7, 8)], x: [q(7, 8)] };
    expect(Q.compare(Q.div(q(1), Q.abs(networkOutput(net))), q(2))).toBe(-1);
    expect(S.signAt(S.diagonalOutput(1), reals(net, ofRational), 1).verdict).toBe('undecided');
  });
  it('A3′ is false: undecided at p = 1000, and not 0', () => {
    const tiny = { u: [q(1)], v: [q(0)], x: [two(-2000)] };
    expect(S.signAt(S.diagonalOutput(1), reals(tiny, ofRational), 1000).verdict).toBe('undecided');
    expect(signOf(networkOutput(tiny))).toBe('+');
  });
  it('a missing value and a formula with a pole are no crash', () => {
    expect(() => S.decideSign(T.variable('x'), new Map())).toThrow('a value for x');
    const pole = T.div(T.whole(1), T.variable('x'));
    expect(S.decideSign(pole, new Map([['x', ofRational(q(0))]]), { most: 64 }).verdict).toBe('undecided');
    expect(S.decideSign(pole, new Map([['x', q(0)]])).verdict).toBe('undecided');
  });
});

describe('rounding a real', () => {
  it('a tie is never decided (R1): p up to 4096, whatever the mode that jumps there', () => {
    for (const n of [-7, -1, 1, 5])
      for (const mode of ['nearest-even', 'nearest-away'] as const)
        expect(R.roundOracle(ofRational(q(n, 2)), mode)).toEqual({ kind: 'undecided', precision: 4096 });
    expect(R.roundOracle(ofRational(q(3)), 'floor')).toEqual({ kind: 'undecided', precision: 4096 });
    expect(R.roundOracle(squareRoot(q(9, 4)), 'nearest-even').kind).toBe('undecided');
    expect(R.roundOracle(ofRational(Q.add(q(1, 2), two(-500))), 'nearest-even')).toMatchObject({ value: 1n });
    expect(R.roundOracle(ofRational(q(-1, 2)), 'toward-zero')).toMatchObject({ value: 0n });
  });
  it('relaxed rounding is total from ⌈log₂ 1/ε⌉ bits (R2): 5000 reals', () => {
    const random = randomness(8);
    for (let i = 0; i < 5000; i++) {
      const bits = random(60);
      const x = q(random(1 << 20) - (1 << 19), 1 + random(1 << 12));
      const value = i % 3 === 0 ? q(2 * random(100) - 101, 2) : x;
      const r = R.relaxedRound(wobbly(value, i), two(-bits));
      expect(r.precision).toBe(bits);
      const off = Q.abs(Q.sub(q(r.value), value));
      expect(Q.compare(off, Q.add(q(1, 2), two(-bits)))).not.toBe(1);
    }
  });
});
