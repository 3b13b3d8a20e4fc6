import { describe, expect, it, vi } from 'vitest';
import * as A from '../../src/computable/adversary.ts';
import * as P from '../../src/computable/procedures.ts';
import * as F from '../../src/number/bigfloat.ts';
import { ofNumber } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';

vi.setConfig({ testTimeout: 60_000 });

const q = (n: number | bigint, d: number | bigint = 1): Q.Rational => Q.rational(BigInt(n), BigInt(d));
const two = (e: number): Q.Rational => Q.pow(q(2), e);
const beaten = (o: A.Outcome): A.Refutation => {
  if (o.kind !== 'refuted') throw new Error(JSON.stringify(o));
  expect(A.confirms(o)).toBe(true);
  return o;
};

describe('procedures that lose', () => {
  it('p-bit floating point, p = 3 … 200 (B1): −2^(1−2p) where +2^(1−2p) is true', () => {
    for (let p = 3; p <= 200; p++) {
      const r = beaten(A.floatGame(P.roundedEvaluation(p), p));
      expect([r.answered, r.truth]).toEqual(['-', '+']);
      const net = A.cancellation(p);
      for (const { value } of r.instance) expect(P.roundBits(value, p)).toEqual(value);
      expect(A.networkOutput(net)).toEqual(two(1 - 2 * p));
    }
  });
  it('with more bits than the inputs have the same evaluation is right', () => {
    for (const p of [3, 24, 53]) expect(A.floatGame(P.roundedEvaluation(4 * p), p).kind).toBe('not beaten');
  });
  it('real binary64 (B1′)', () => {
    expect(beaten(A.floatGame(P.binary64, 53)).answered).toBe('-');
    const [u, x] = [1 + 2 ** -52, -(1 + 2 ** -51)];
    const computed = u * u * 1 + x + -(2 ** -105);
    expect(computed).toBe(-(2 ** -105));
    const truth = Q.add(Q.add(Q.mul(ofNumber(u), ofNumber(u)), ofNumber(x)), Q.neg(two(-105)));
    expect(truth).toEqual(two(-105));
  });
  it('fixed precision 64: x = 2^−65 in size; adaptive up to 2000 bits: 2^−2001 (B3)', () => {
    expect(beaten(A.signGame(P.fixedPrecision(64))).instance[0]!.value).toEqual(two(-65));
    expect(beaten(A.signGame(P.adaptive(2000))).instance[0]!.value).toEqual(two(-2001));
    expect(beaten(A.signGame(P.adaptive(1999))).instance[0]!.value).toEqual(two(-2000));
  });
  it('one that asks nothing, whatever it says', () => {
    for (const a of ['-', '0', '+'] as const) beaten(A.signGame(() => a));
  });
  it('a self-checking exit flag (B4, B4′) and a cautious one that is total only one way', () => {
    const trusted = beaten(A.exitFlagGame(P.selfChecking(64)));
    expect([trusted.answered, trusted.truth, trusted.instance[0]!.value]).toEqual(['true', 'false', two(-129)]);
    const cautious = beaten(A.exitFlagGame(P.cautious(32)));
    expect([cautious.answered, cautious.truth]).toEqual(['false', 'true']);
  });
  it('learners: nearest neighbour, and y/x from 40 bits (C5): wrong by at least 1', () => {
    for (const learner of [P.nearestNeighbour(12), P.quotient(40), () => q(1, 3), () => -0.25]) {
      const r = beaten(A.learnerGame(learner));
      const w = learner(
        () => F.ZERO,
        () => F.ZERO,
      );
      const said = typeof w === 'number' ? ofNumber(w) : w;
      expect(Q.compare(Q.abs(Q.sub(said, q(Number(r.truth)))), Q.ONE)).not.toBe(-1);
    }
    expect(beaten(A.learnerGame(P.quotient(40))).instance.map((i) => i.value)).toEqual([two(-41), two(-41)]);
  });
});

describe('procedures that do not play', () => {
  it('one that never answers: no finite query', () => {
    expect(A.signGame(P.patient)).toMatchObject({ kind: 'no finite query', reason: /asked for 131072 bits/ });
    expect(
      A.signGame((x) => {
        for (;;) x(3);
      }),
    ).toMatchObject({ kind: 'no finite query', reason: /10000 questions/ });
  });
  it('an endless loop is ended, also around a catch', () => {
    const loop = (): never => {
      for (;;);
    };
    expect(A.signGame(loop, { milliseconds: 50 })).toEqual({ kind: 'no finite query', reason: 'no answer in 50 ms' });
    const stubborn: A.Procedure = (x) => {
      for (;;)
        try {
          x(9);
        } catch {}
    };
    expect(A.signGame(stubborn, { milliseconds: 50 }).kind).toBe('no finite query');
    const swallowed: A.Procedure = (x) => {
      try {
        for (;;) x(9);
      } catch {
        return '+';
      }
    };
    expect(A.signGame(swallowed).kind).toBe('no finite query');
  });
  it('one that throws, anything', () => {
    const boom = (): never => {
      throw new Error('boom');
    };
    expect(A.signGame(boom)).toEqual({ kind: 'threw', message: 'boom' });
    const text = (): never => {
      throw 'text';
    };
    expect(A.signGame(text)).toMatchObject({ kind: 'threw' });
    const fraction: A.Procedure = (x) => (x(1.5).m > 0n ? '+' : '0');
    expect(A.signGame(fraction)).toMatchObject({ kind: 'threw', message: /found 1.5/ });
  });
  it('one that changes its mind', () => {
    const mind = (): A.Procedure => {
      let k = 0;
      return (x) => {
        x(4);
        return k++ % 2 === 0 ? '+' : '-';
      };
    };
    expect(A.signGame(mind())).toEqual({ kind: 'inconsistent', answers: ['+', '-'] });
    const answer = mind();
    expect(A.exitFlagGame({ answer, flag: () => true })).toMatchObject({ kind: 'inconsistent' });
    let n = 0;
    const learner: A.Learner = () => n++;
    expect(A.learnerGame(learner)).toMatchObject({ kind: 'inconsistent' });
  });
  it('one that answers something else', () => {
    expect(A.signGame((() => 'undecided') as never)).toEqual({ kind: 'no answer', found: '"undecided"' });
    expect(A.signGame((async () => '+') as never)).toMatchObject({ kind: 'no answer' });
    expect(A.learnerGame(() => Number.NaN)).toMatchObject({ kind: 'no answer', found: 'NaN' });
    expect(A.exitFlagGame({ answer: () => '0', flag: (() => 1) as never })).toMatchObject({ kind: 'no answer' });
  });
  it('asks more and more at each run: the replay is consistent with what it was told', () => {
    let k = 0;
    const curious: A.Procedure = (x) => {
      k += 10;
      return x(k).m > 0n ? '+' : '0';
    };
    expect(['inconsistent', 'not beaten', 'refuted']).toContain(A.signGame(curious).kind);
  });
});

describe('the certificate', () => {
  it('a forged transcript or instance is refused', () => {
    const r = beaten(A.signGame(P.fixedPrecision(20)));
    expect(A.confirms({ ...r, instance: [{ name: 'x', value: two(-19) }] })).toBe(false);
    expect(A.confirms({ ...r, answered: r.truth })).toBe(false);
  });
  it('B5: for f(x) = x the cautious flag is right, and silent with probability 2⁻ᵖ on [−1, 1], centred names', () => {
    for (const p of [1, 4, 9]) {
      const flag = P.cautious(p);
      const grid = 4 << p;
      let silent = 0;
      for (let n = -grid; n <= grid; n++) {
        const value = q(n, grid);
        const name = (k: number) => ({ m: (value.num << BigInt(k + 20)) / value.den, e: -k - 20 });
        if (!flag.flag(name)) silent++;
        else expect(flag.answer(name)).toBe(A.signOf(value));
      }
      expect(silent).toBe(2 * 4 + 1);
    }
  });
});
