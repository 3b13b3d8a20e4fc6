/** Quantized runs and games inside claims: from the author's text to a verdict, and back from a witness. */
import { describe, expect, it, vi } from 'vitest';
import { type CheckOptions, checkLoaded, replay } from '../../src/check.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { hashOf } from '../../src/claim/instance.ts';
import type { Witness } from '../../src/claim/witness.ts';
import {
  adversary,
  and,
  beats,
  claim,
  descent,
  ex,
  implies,
  integer,
  iterate,
  procedures,
  real,
  survives,
  that,
} from '../../src/index.ts';
import { instances, type LoadedClaim } from '../../src/load.ts';

vi.setConfig({ testTimeout: 60_000 });

const options: CheckOptions = { seed: 1, runs: 200, useWitness: false };
const nothing = { loaded: () => {}, progress: () => {} };
const loaded = (c: unknown): LoadedClaim => {
  const it = c as Claim;
  const all = instances(it, 'here.ts');
  return { file: 'here.ts', claim: it, instances: all, hash: hashOf(it.id, all) };
};
const check = (c: unknown) => checkLoaded(loaded(c), options, nothing).row;

const says = 'For tests.';
const toward = (w: string, h: string, c: string, rounding: 'nearest-even' | 'toward-zero' | 'floor') =>
  descent({
    start: { w: ex([w] as never) },
    loss: ({ w }) => ex`(${w} - ${ex([c] as never)})^2/2`,
    eta: ex([h] as never),
  }).quantized({
    format: 'q9.0',
    rounding,
    rounds: 'update',
  });

describe('claims about quantized runs', () => {
  it('a finite domain is gone through: certified, or refuted at its simplest point', () => {
    const of = (limit: number) =>
      claim('test/whole', {
        says,
        status: 'theorem',
        reals: { w: integer(-50, 50), k: integer(1, 8) },
        where: ({ w, k }) => ({
          run: descent({ start: { w }, loss: ({ w }) => ex`${w}^2/2`, eta: ex`${k}/8` }).quantized({
            format: 'q9.0',
            rounding: 'nearest-even',
            rounds: 'update',
          }),
        }),
        conclude: ({ run }) => [run.settles(), run.cycle.always(({ w }) => that`abs(${w}) <= ${limit}`)],
      });
    expect(check(of(4))).toMatchObject({ verdict: 'certified', accepted: 808 });
    const row = check(of(3));
    expect(row).toMatchObject({ verdict: 'refuted', asExpected: false });
    expect(row.witness).toMatchObject({ values: { w: '4', k: '1' }, certificate: expect.any(String) });
  });

  it('so is a small finite domain without a run, and no other', () => {
    const of = (says: string, to: number) =>
      claim('test/formula', {
        says,
        status: 'theorem',
        reals: { j: integer(-to, to), k: integer(-to, to) },
        conclude: ({ j, k }) => implies(that`${j} + ${2 * to + 1}*${k} = 0`, and(that`${j} = 0`, that`${k} = 0`)),
      });
    expect(check(of('49 points', 3))).toMatchObject({ verdict: 'certified', runs: 49, accepted: 49 });
    expect(check(of('6561 points', 40))).toMatchObject({ verdict: 'survived' });
  });

  it('period, entry, states, always, never, reaches agree with the run by hand', () => {
    const c = claim('test/by-hand', {
      says,
      status: 'theorem',
      where: () => ({ run: toward('-20', '33/32', '-11/2', 'nearest-even') }),
      conclude: ({ run }) => [
        that`${run.cycle.period} = 2`,
        that`${run.cycle.entered} = 1`,
        that`${run.at(0).w} = -20`,
        that`${run.at(1).w} = -5`,
        that`${run.at(2).w} = -6`,
        that`${run.at(1001).w} = -5`,
        run.always(({ w }) => that`${w} < 0`),
        run.never(({ w, next }) => that`${next.w} = ${w}`),
        run.reaches(({ w }) => that`${w} = -6`),
        run.cycle.always(({ w }) => and(that`${w} >= -6`, that`${w} <= -5`)),
        run.always(({ loss }) => that`${loss} > 0`),
      ],
    });
    expect(check(c)).toMatchObject({ verdict: 'certified', reason: null });
    const wrong = (conclude: (run: ReturnType<typeof toward>) => ReturnType<typeof that>) =>
      check(
        claim('test/wrong', {
          says,
          status: 'refuted',
          conclude: () => conclude(toward('-20', '33/32', '-11/2', 'nearest-even')),
        }),
      );
    expect(wrong((run) => run.settles()).verdict).toBe('refuted');
    expect(wrong((run) => run.always(({ w }) => that`${w} > -20`)).verdict).toBe('refuted');
    expect(wrong((run) => run.reaches(({ w }) => that`${w} = 0`)).verdict).toBe('refuted');
    expect(wrong((run) => that`${run.cycle.period} = 4`).verdict).toBe('refuted');
  });

  it('steps that are no polynomials are rounded by intervals', () => {
    const c = claim('test/logistic', {
      says,
      status: 'theorem',
      where: () => ({
        run: descent({ start: { w: ex`0` }, loss: ({ w }) => ex`ln(1 + exp(-${w}))`, eta: ex`1/2` }).quantized({
          format: 'q4.4',
          rounding: 'nearest-even',
          rounds: 'update',
        }),
      }),
      conclude: ({ run }) => [run.settles(), run.always(({ w, next }) => that`${next.w} >= ${w}`)],
    });
    expect(check(c)).toMatchObject({ verdict: 'certified' });
  });

  it('inputs in a fixed cycle of batches: stochastic gradient descent', () => {
    const c = (period: number) =>
      claim('test/batches', {
        says,
        status: 'theorem',
        inputs: { b: real('[-2, 2]') },
        where: ({ b }) => ({
          run: descent({ start: { w: ex`5/16` }, loss: ({ w }) => ex`(${w} - ${b})^2/2`, eta: ex`1/4` }).quantized({
            format: 'q3.4',
            rounding: 'nearest-even',
            rounds: 'update',
            batches: [{ b: 1 }, { b: -1 }, { b: ex`3/2` }],
          }),
        }),
        conclude: ({ run }) => [
          that`${run.cycle.period} = ${period}`,
          that`${run.at(1).w} = 8/16`,
          run.always(({ w, next }) => that`${next.w} != ${w}`),
        ],
      });
    expect(check(c(3))).toMatchObject({ verdict: 'certified' });
    expect(check(c(1))).toMatchObject({ verdict: 'refuted' });
  });

  it('what can not be decided stays undecided', () => {
    const c = claim('test/tie', {
      says,
      status: 'conjecture',
      where: () => ({
        run: iterate({ start: { w: ex`1` }, step: ({ w }) => ({ w: ex`${w} - exp(0*${w})/2` }) }).quantized({
          format: 'q4.0',
          rounding: 'floor',
          rounds: 'update',
        }),
      }),
      conclude: ({ run }) => run.reaches(({ w }) => that`sin(${w})^2 + cos(${w})^2 != 1`),
    });
    expect(check(c)).toMatchObject({ verdict: 'undecided' });
    expect(
      check(
        claim('test/silent', { says, status: 'conjecture', conclude: () => beats(adversary.sign, procedures.patient) }),
      ),
    ).toMatchObject({
      verdict: 'undecided',
    });
  });

  it('a witness replays, and a changed one is no witness', () => {
    const c = claim('test/replay', {
      says,
      status: 'refuted',
      reals: { w: integer(-50, 50), h: real('(0, 2]') },
      where: ({ w, h }) => ({
        run: descent({ start: { w }, loss: ({ w }) => ex`(${w} - 1/2)^2/2`, eta: h }).quantized({
          format: 'q9.0',
          rounding: 'nearest-even',
          rounds: 'update',
        }),
      }),
      conclude: ({ run }) => run.settles(),
    });
    const l = loaded(c);
    const { row } = checkLoaded(l, { ...options, runs: 2000 }, nothing);
    expect(row.verdict).toBe('refuted');
    const witness = row.witness as Witness;
    expect(replay(l.instances, witness)?.verdict.kind).toBe('refuted');
    const other = { ...witness, values: { ...witness.values, h: '1/2' } };
    expect(replay(l.instances, other)?.verdict.kind).toBe('holds');
  });

  it('malformed ones say what is wanted', () => {
    const built = (f: () => unknown) => () =>
      instances(claim('test/bad', { says, status: 'theorem', conclude: f as never }) as never, 'here.ts');
    const plain = () => descent({ start: { w: ex`1` }, loss: ({ w }) => ex`${w}^2`, eta: ex`1/2` });
    const rounds = 'update';
    const run = (o: object) => () =>
      (
        plain().quantized({ format: 'q4.4', rounding: 'floor', rounds, ...o } as never) as unknown as ReturnType<
          typeof toward
        >
      ).settles();
    expect(built(run({ format: 'q0.4' }))).toThrow('a format with room');
    expect(built(run({ rounding: 'up' }))).toThrow('a rounding, one of');
    expect(built(run({ rounds: 'never' }))).toThrow("rounds: 'update' or 'store'");
    expect(built(run({ bound: 1000 }))).toThrow('a bound of 1 to 127');
    const timed = () => descent({ start: { w: ex`1` }, loss: ({ w }) => ex`${w}^2`, eta: ({ t }) => ex`1/(1 + ${t})` });
    expect(built(() => timed().quantized({ format: 'q4.4', rounding: 'floor', rounds }).settles())).toThrow(
      'does not depend on t',
    );
    const summed = () =>
      descent({ start: { w: ex`1` }, sums: ({ w }) => ({ S: w }), loss: ({ w }) => ex`${w}^2`, eta: ex`1/2` });
    expect(built(() => summed().quantized({ format: 'q4.4', rounding: 'floor', rounds }).settles())).toThrow(
      'a run without sums',
    );
    expect(built(() => beats(adversary.sign, 3 as never))).toThrow('a procedure for sign');
    const off = claim('test/off', {
      says,
      status: 'theorem',
      conclude: () => toward('1/3', '1/2', '0', 'floor').settles(),
    });
    expect(() => check(off)).toThrow('a start on the grid of q9.0');
  });
});

describe('games in claims', () => {
  it('a win is certified, standing is refuted, and the other way round', () => {
    const of = (s: () => ReturnType<typeof that>, status: 'theorem' | 'refuted') =>
      check(claim('test/game', { says, status, conclude: s })).verdict;
    const eager = () => '+' as const;
    expect(of(() => beats(adversary.sign, eager), 'theorem')).toBe('certified');
    expect(of(() => survives(eager, adversary.sign), 'refuted')).toBe('refuted');
    const precise = procedures.roundedEvaluation(200);
    expect(of(() => survives(precise, adversary.float(24)), 'theorem')).toBe('certified');
    expect(of(() => beats(adversary.float(24), precise), 'refuted')).toBe('refuted');
  });
  it('the hash follows the procedure', () => {
    const hash = (p: () => '+' | '-') =>
      loaded(claim('test/hash', { says, status: 'theorem', conclude: () => beats(adversary.sign, p) })).hash;
    expect(hash(() => '+')).toBe(hash(() => '+'));
    expect(hash(() => '+')).not.toBe(hash(() => '-'));
  });
});
