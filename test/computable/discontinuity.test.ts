/** What training depends on discontinuously, exactly. */
import { describe, expect, it } from 'vitest';
import * as T from '../../src/expr/term.ts';
import { dyadic, toDoubles } from '../../src/number/dyadic.ts';
import * as Q from '../../src/number/rational.ts';
import { evaluate, tape } from '../../src/tape/tape.ts';
import { q, randomness } from '../quantized/models.ts';

const two = (e: number): Q.Rational => Q.pow(q(2), e);
const le = (a: Q.Rational, b: Q.Rational): boolean => Q.compare(a, b) <= 0;

describe('one sample (C1)', () => {
  it('C1: data 2^(1−k) apart, predictors 2 apart, k up to 1000', () => {
    for (const k of [1, 2, 10, 100, 1000]) {
      const [x, up, down] = [two(-k), two(-k), Q.neg(two(-k))];
      expect(Q.sub(Q.div(up, x), Q.div(down, x))).toEqual(q(2));
      expect(Q.sub(up, down)).toEqual(two(1 - k));
    }
  });
  it('C1r: with |x|, |x′| ≥ c the predictor is Lipschitz, and the bound is attained', () => {
    const random = randomness(1);
    let attained = false;
    for (let i = 0; i < 5000; i++) {
      const number = () => q(random(41) - 20, 4);
      const [x, x2, y, y2] = [number(), number(), number(), number()];
      if (x.num === 0n || x2.num === 0n) continue;
      const c = Q.compare(Q.abs(x), Q.abs(x2)) < 0 ? Q.abs(x) : Q.abs(x2);
      const [w, w2] = [Q.div(y, x), Q.div(y2, x2)];
      const bound = Q.div(Q.add(Q.abs(Q.sub(y, y2)), Q.mul(Q.abs(w2), Q.abs(Q.sub(x, x2)))), c);
      expect(le(Q.abs(Q.sub(w, w2)), bound)).toBe(true);
      attained ||= bound.num !== 0n && Q.equal(Q.abs(Q.sub(w, w2)), bound);
    }
    expect(attained).toBe(true);
  });
});

describe('least ℓ1 interpolators (C2, C1′, C3′)', () => {
  /** Certifies w as the only least-ℓ1 solution of x·w = 1 by a dual λ: |λxᵢ| ≤ 1, < 1 off the support, λ = ‖w‖₁. */
  function unique(x: readonly Q.Rational[], w: readonly Q.Rational[]): boolean {
    const feasible = Q.equal(w.map((a, i) => Q.mul(a, x[i]!)).reduce(Q.add), Q.ONE);
    const lambda = w.map(Q.abs).reduce(Q.add);
    const support = w.filter((a) => a.num !== 0n).length;
    return (
      feasible &&
      support === 1 &&
      w.every((a, i) => {
        const side = Q.compare(Q.abs(Q.mul(lambda, x[i]!)), Q.ONE);
        return a.num === 0n ? side < 0 : side === 0;
      })
    );
  }
  it('C2: x = (1, 1 ± 2⁻ᵏ): the solutions are certified and jump by 1 in ℓ∞ and 1 + 1/(1 + 2⁻ᵏ) in ℓ1', () => {
    for (const k of [1, 2, 30, 400]) {
      const [plus, minus] = [Q.add(Q.ONE, two(-k)), Q.sub(Q.ONE, two(-k))];
      const [a, b] = [
        [Q.ZERO, Q.div(Q.ONE, plus)],
        [Q.ONE, Q.ZERO],
      ];
      expect([unique([Q.ONE, plus], a), unique([Q.ONE, minus], b)]).toEqual([true, true]);
      expect([unique([Q.ONE, plus], b), unique([Q.ONE, minus], [Q.ZERO, Q.div(Q.ONE, minus)])]).toEqual([false, false]);
      const jump = a.map((v, i) => Q.abs(Q.sub(v, b[i]!)));
      expect(jump.reduce((m, v) => (Q.compare(m, v) < 0 ? v : m))).toEqual(Q.ONE);
      expect(jump.reduce(Q.add)).toEqual(Q.add(Q.ONE, Q.div(Q.ONE, plus)));
      for (const v of [plus, minus]) expect(le(q(1, 2), v) && le(v, q(2))).toBe(true);
    }
  });
  it('C3: for finite α the limit is continuous, its slope ½λ√(1/4 + 4α⁴) − 1/4 grows as α → 0', () => {
    const known = [0.728888, 1.8793, 4.18188, 8.78705];
    [1, 2, 4, 8].forEach((digits, i) => {
      const alpha = T.num(q(1, 10n ** BigInt(digits)));
      const lambda = T.apply('asinh', T.div(T.num(q(1, 4)), T.pow(alpha, 2)));
      const root = T.sqrt(T.add(T.num(q(1, 4)), T.mul(T.whole(4), T.pow(alpha, 4))));
      const slope = T.sub(T.div(T.mul(lambda, root), T.whole(2)), T.num(q(1, 4)));
      const [lo, hi] = toDoubles(evaluate(dyadic(120), tape([], [slope]), [])[0]!);
      expect(hi - lo).toBeLessThan(1e-12);
      expect(Math.abs(lo - known[i]!)).toBeLessThan(1e-5);
      const a = 10 ** -digits;
      const w2 = (delta: number): number => {
        let [low, high] = [0, 100];
        for (let k = 0; k < 200; k++) {
          const l = (low + high) / 2;
          const out = 2 * a * a * (Math.sinh(l) + (1 + delta) * Math.sinh(l * (1 + delta)));
          if (out < 1) low = l;
          else high = l;
        }
        return 2 * a * a * Math.sinh(low * (1 + delta));
      };
      const h = 1e-5;
      expect(Math.abs((w2(h) - w2(-h)) / (2 * h) - lo)).toBeLessThan(1e-4 * lo);
    });
  });
});

describe('gradient descent past a saddle (C4, C4′)', () => {
  const step = (u: Q.Rational, y: Q.Rational): Q.Rational => Q.sub(u, Q.mul(q(1, 2), Q.mul(u, Q.sub(Q.mul(u, u), y))));
  it('C4: u₁ = ±¾·2⁻ᵏ exactly, then increasing towards ±√y; at y = 1/4 the saddle for ever', () => {
    for (const k of [3, 4, 10, 50, 300])
      for (const sign of [1, -1]) {
        const y = Q.add(q(1, 4), Q.mul(q(sign), two(-k)));
        const u = step(q(3, 2), y);
        expect(u).toEqual(Q.mul(q(3 * sign, 4), two(-k)));
        expect(y.num > 0n && Q.compare(Q.mul(u, u), y) < 0 && le(y, Q.ONE)).toBe(true);
        const next = step(u, y);
        expect(
          Q.compare(Q.abs(next), Q.abs(u)) > 0 && Q.sign(next) === sign && Q.compare(Q.mul(next, next), y) < 0,
        ).toBe(true);
      }
    expect(step(q(3, 2), q(1, 4))).toEqual(Q.ZERO);
    expect(Q.sub(q(1, 4), two(-2))).toEqual(Q.ZERO);
  });
  it('the escape takes about k·ln 2/ln(9/8) steps: 67, 126, 244 from u₁ to within 0.01, k = 10, 20, 40', () => {
    const steps = [10, 20, 40].map((k) => {
      const y = 0.25 + 2 ** -k;
      let u = 0.75 * 2 ** -k;
      let t = 0;
      for (; Math.abs(u - Math.sqrt(y)) > 0.01; t++) u -= 0.5 * u * (u * u - y);
      return t;
    });
    expect(steps).toEqual([67, 126, 244]);
  });
  it('C4′ is false: u² has the limit y on both sides, u itself jumps by 2√y', () => {
    const limit = (sign: number) => {
      const y = 0.25 + sign * 2 ** -30;
      let u = sign * 0.75 * 2 ** -30;
      for (let t = 0; t < 2000; t++) u -= 0.5 * u * (u * u - y);
      return [u, u * u - y] as const;
    };
    const [[a, f], [b, g]] = [limit(1), limit(-1)];
    expect(Math.max(Math.abs(f), Math.abs(g))).toBeLessThan(1e-12);
    expect(a - b).toBeGreaterThan(0.99);
  });
});
