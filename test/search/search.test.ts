import { describe, expect, test } from 'vitest';
import type { Certify } from '../../src/claim/decision.ts';
import type { ExactPoint } from '../../src/claim/point.ts';
import * as Q from '../../src/number/rational.ts';
import {
  BLOCK,
  type BlockResult,
  blocksOf,
  budgetOf,
  merge,
  NOTHING,
  runBlock,
  type SearchInput,
  type SearchOptions,
  search,
} from '../../src/search/search.ts';
import * as C from './claims.ts';

const run = (input: SearchInput, seed: number, runs: number, more: Partial<SearchOptions> = {}) =>
  search(input, { seed, runs, certify: C.certify, ...more });
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);
const FALSE = {
  'a tight hypothesis': C.descendsTooFar,
  'an equation': C.conserved,
  'two dimensions needed': C.needsTwo,
  'undefined at some points': C.undefinedAtOne,
  'an exact hit': C.exactHit,
  'a needle': C.needle,
  'rounding beside it': C.noisy,
};
const TRUE = { descent: C.descends, 'an identity at every step': C.identity, 'touching zero': C.touching };

describe('false claims are refuted from every seed', () => {
  test.each(Object.entries(FALSE))('%s', (_, input) => {
    for (const seed of SEEDS) {
      const r = run(input, seed, 200_000);
      expect(r.found, `seed ${seed}`).toBeDefined();
      const { found } = r;
      expect(C.certify(input.programs[found!.program]!, found!.point).kind).toBe('refuted');
      expect(found!.evaluations).toBe(r.runs);
      expect(r.suspects).toEqual([]);
    }
  });
});

describe('true claims are not', () => {
  test.each(Object.entries(TRUE))('%s', (_, input) => {
    const r = run(input, 1, 100_000);
    expect(r.found).toBeUndefined();
    expect(r.suspects).toEqual([]);
    expect(r.runs).toBeGreaterThanOrEqual(100_000);
    expect(r.runs).toBeLessThan(101_000);
    expect(r.accepted).toBeGreaterThan(20_000);
    const counts = Object.values(r.acceptanceByStrategy);
    expect(counts.reduce((n, c) => n + c.accepted, 0)).toBe(r.accepted);
  });

  test('an identity over 64 steps costs few rigorous evaluations', () => {
    let count = 0;
    const counting: Certify = (...all) => {
      count++;
      return C.certify(...all);
    };
    const r = run(C.identity, 2, 100_000, { certify: counting });
    expect(r.artefacts).toBeGreaterThan(0);
    expect(count).toBeLessThan(1500);
  });
});

describe('determinism', () => {
  const inputs = { found: C.descendsTooFar, 'not found': C.identity };
  test.each(Object.entries(inputs))('blocks in any order merge to the same result: %s', (_, input) => {
    const runs = 5 * BLOCK - 1000;
    const whole = run(input, 3, runs);
    const numbers = Array.from({ length: blocksOf(runs) }, (_, i) => i);
    const blocks = new Map<number, BlockResult>();
    for (const n of [...numbers].reverse())
      blocks.set(n, runBlock(input, 3, n, { certify: C.certify, budget: budgetOf(runs, n) }));
    const merged = numbers.reduce((r, n) => merge(r, blocks.get(n)!), NOTHING);
    expect(merged).toEqual(whole);
  });

  test('another seed looks elsewhere', () => {
    expect(run(C.descends, 1, BLOCK).accepted).not.toBe(run(C.descends, 2, BLOCK).accepted);
  });

  test('it can be stopped between blocks', () => {
    let asked = 0;
    const r = run(C.descends, 1, 10 * BLOCK, { stop: () => asked++ >= 2 });
    expect(r.runs).toBeLessThan(2 * BLOCK + 300);
  });
});

describe('what is believed', () => {
  test('nothing without a certificate', () => {
    const never: Certify = () => ({ kind: 'holds', certificate: 'exact', bits: 0 });
    const r = run(C.conserved, 1, 2 * BLOCK, { certify: never });
    expect(r.found).toBeUndefined();
    expect(r.suspects).toEqual([]);
    expect(r.artefacts).toBeGreaterThan(0);
  });

  test('what rigorous arithmetic can not decide is a suspicion with its reason', () => {
    const shy: Certify = () => ({ kind: 'undecided', reason: 'flow', margins: [], bits: 53 });
    const r = run(C.flowing, 1, 2 * BLOCK, { certify: shy });
    expect(r.found).toBeUndefined();
    expect(r.suspects.length).toBeGreaterThan(0);
    expect(r.suspects[0]).toMatchObject({ reason: 'flow', conclusion: 0, program: 0 });
    expect(r.suspects[0]!.margin).toBeLessThan(-0.03);
  });

  test('a margin that rigorous bounds exclude is an artefact', () => {
    const zero = Q.ZERO;
    const excluding: Certify = () => ({ kind: 'undecided', reason: 'precision', margins: [[zero, zero]], bits: 106 });
    const r = run(C.conserved, 1, BLOCK, { certify: excluding });
    expect(r.suspects).toEqual([]);
    expect(r.artefacts).toBeGreaterThan(0);
  });

  test('an exactly undefined side refutes, and the verdict says so', () => {
    const { verdict, point } = run(C.undefinedAtOne, 1, BLOCK).found!;
    expect(verdict.said.undefinedSide).toBe(true);
    expect(point.params[0]).toEqual(point.params[1]);
  });
});

describe('committed witnesses', () => {
  const point = (text: readonly [number, number][]): ExactPoint => ({
    choice: {},
    params: text.map(([n, d]) => Q.rational(n, d)),
    inputs: [],
    horizon: 1,
  });

  test('come first and are decided again', () => {
    const witnesses = [
      {
        programIndex: 0,
        point: point([
          [3, 10],
          [3, 10],
          [4, 1],
        ]),
      },
    ];
    const r = run(C.descendsTooFar, 1, BLOCK, { witnesses });
    expect(r.found).toMatchObject({ strategy: 'committed', evaluations: 1, block: -1 });
    expect(r.runs).toBe(1);
  });

  test('stale ones are passed over', () => {
    const stale = [
      {
        programIndex: 0,
        point: point([
          [1, 1],
          [1, 1],
          [1, 4],
        ]),
      },
      { programIndex: 7, point: point([]) },
    ];
    const r = run(C.descendsTooFar, 1, 50_000, { witnesses: stale });
    expect(r.found?.strategy).not.toBe('committed');
    expect(r.found).toBeDefined();
  });
});
