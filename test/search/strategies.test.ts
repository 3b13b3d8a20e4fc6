import { describe, expect, test } from 'vitest';
import { contains, inside } from '../../src/claim/domains.ts';
import { judge } from '../../src/claim/judge.ts';
import { toNumber } from '../../src/number/decimal.ts';
import { float64 } from '../../src/number/float64.ts';
import * as Q from '../../src/number/rational.ts';
import type { Ground, Strategy } from '../../src/search/ground.ts';
import { stream } from '../../src/search/random.ts';
import { decode, draw, fastOf, horizons, pointAt, type Space, spaceOf } from '../../src/search/space.ts';
import type { Climb, Rate } from '../../src/search/strategies/climb.ts';
import { corners } from '../../src/search/strategies/corners.ts';
import { evolution, step } from '../../src/search/strategies/evolution.ts';
import { grid, tuple } from '../../src/search/strategies/grid.ts';
import { pattern } from '../../src/search/strategies/pattern.ts';
import { repaired } from '../../src/search/strategies/polish.ts';
import { sampled } from '../../src/search/strategies/sampled.ts';
import { shape } from '../../src/search/strategies/shape.ts';
import { slide } from '../../src/search/strategies/slide.ts';
import { descendsTooFar, everything, needle } from './claims.ts';

/** A ground that keeps every place it is asked for. */
function ground(space: Space, seed: number, evaluations: number): { ground: Ground; places: Float64Array[] } {
  const places: Float64Array[] = [];
  const made: Ground = {
    space,
    stream: stream({ hash: 'test', seed, block: 0 }),
    block: 1,
    left: () => places.length < evaluations,
    evaluate: (x) => {
      places.push(Float64Array.from(x));
      return space.fast.evaluate(x, space.horizon);
    },
    memory: { place: undefined, value: Infinity, missed: new Int32Array(space.fast.assumptions) },
    alive: () => true,
  };
  return { ground: made, places };
}

const all: { readonly [name: string]: Strategy } = { corners, grid, sampled, evolution, pattern, slide };
const SPACES = everything.programs.flatMap((p, i) => [1, 3].map((h) => spaceOf(i, p, h)));

describe.each(Object.entries(all))('%s', (_, strategy) => {
  const run = (space: Space, seed: number): readonly Float64Array[] => {
    const { ground: g, places } = ground(space, seed, 120);
    strategy(g);
    return places;
  };

  test.each(SPACES.map((s, i) => [i, s] as const))(
    'space %i: admissible exact points only, all of the share',
    (_i, s) => {
      const { instance } = s.fast.program;
      const places = run(s, 1);
      expect(places.length).toBeGreaterThanOrEqual(120);
      expect(places.length).toBeLessThan(140);
      for (const x of places) {
        const coordinates = s.axes.map((axis, i) => axis.exact(x[i]!));
        expect(s.axes.every((axis, i) => inside(axis.of, coordinates[i]!))).toBe(true);
        const point = pointAt(s.fast, { program: s.program, horizon: s.horizon, coordinates });
        if (!point) continue;
        let at = 0;
        for (const d of instance.reals) {
          expect(contains(d.domain, d.shape, point.params.slice(at, at + d.variables.length)), d.name).toBe(true);
          at += d.variables.length;
        }
        expect(point.inputs.length).toBe(s.horizon);
      }
    },
  );

  test('the same seed asks for the same places, another for others', () => {
    const s = SPACES[3]!;
    expect(run(s, 5)).toEqual(run(s, 5));
    if (strategy !== grid) expect(run(s, 6)).not.toEqual(run(s, 5));
  });
});

test('a place may be degenerate for an orthogonal matrix; then it is no point', () => {
  const s = SPACES[0]!;
  const zero = s.axes.map((axis) => axis.exact(axis.decode(axis.encode(0))));
  expect(pointAt(s.fast, { program: 0, horizon: 1, coordinates: zero })).toBeUndefined();
});

test('grids go through all tuples, small ones first', () => {
  for (const d of [1, 2, 3]) {
    const out = new Int32Array(d);
    const seen = Array.from({ length: 4 ** d }, (_, n) => {
      tuple(n, d, out);
      return [...out];
    });
    expect(new Set(seen.map(String)).size).toBe(4 ** d);
    const largest = seen.map((t) => Math.max(...t));
    expect(largest).toEqual([...largest].sort((a, b) => a - b));
    expect(largest.at(-1)).toBe(3);
  }
});

test.each([
  ['evolution', evolution, 3000],
  ['slide', slide, 1000],
])('%s descends: a needle of width 10⁻⁴ is reached', (_, strategy, evaluations) => {
  const s = spaceOf(0, needle.programs[0]!, 0);
  for (let seed = 1; seed <= 5; seed++) {
    const { ground: g, places } = ground(s, seed, evaluations);
    strategy(g);
    expect(places.some((x) => s.fast.evaluate(x, 0).margins[0]! < 0)).toBe(true);
  }
});

/** A function in the unit cube as something to climb: `slack` ≥ 0 is admissible. */
function climbing(d: number, of: (z: Float64Array) => number, slack: (z: Float64Array) => number, learning = true) {
  const random = stream({ hash: 'climb', seed: d, block: 0 });
  const rate: Rate = (z) => {
    const s = slack(z);
    return s >= 0 ? { feasible: true, value: of(z) } : { feasible: false, value: -s };
  };
  const start = new Float64Array(d).fill(0.9);
  const climb = { z: start, score: rate(start) };
  const walk = { shape: shape(d, learning), sigma: 0.3, least: 0, success: 2 / 11, stale: 0 };
  const z = new Float64Array(d);
  return (steps: number): Climb => {
    for (let k = 0; k < steps; k++) step(random, climb, walk, rate, z);
    return climb;
  };
}

describe('one climb', () => {
  const rows = Array.from({ length: 5 }, (_, i) =>
    Array.from({ length: 5 }, (_, j) => Math.cos(1.7 * (5 * i + j) + i)),
  );
  const valley = (z: Float64Array): number =>
    rows.reduce((sum, row, i) => sum + 10 ** (1.5 * i) * row.reduce((t, r, j) => t + r * (z[j]! - 0.37), 0) ** 2, 0);

  test('learns the shape of a narrow turned valley', () => {
    expect(climbing(5, valley, () => 1)(2000).score.value).toBeLessThan(1e-12);
    expect(climbing(5, valley, () => 1, false)(2000).score.value).toBeGreaterThan(1e-3);
  });

  test('first gets into the assumptions, then goes along them to the optimum', () => {
    const inner = (z: Float64Array): number => 0.5 - 0.9 * z[0]! - 0.3 * z[1]! - 0.2 * z[2]!;
    const up = climbing(3, (z) => 10 - (z[0]! + 0.1 * z[1]! + 0.01 * z[2]!), inner);
    expect(up(0).score.feasible).toBe(false);
    expect(up(40).score.feasible).toBe(true);
    expect(up(1500).score.value).toBeLessThan(9.4445);
  });
});

test.each([
  ['evolution', evolution],
  ['slide', slide],
])('%s: climbs along the edge of an assumption make a tight hypothesis cheap', (_, strategy) => {
  const counts = Array.from({ length: 20 }, (_, i) => {
    const s = spaceOf(0, descendsTooFar.programs[0]!, 1);
    const { ground: g, places } = ground(s, i + 1, 20_000);
    const fails = (x: Float64Array): boolean => {
      const o = s.fast.evaluate(x, 1);
      return o.accepted && o.margins[0]! < 0;
    };
    const left = (): boolean => places.length < 20_000 && !(places.length > 0 && fails(places.at(-1)!));
    strategy({ ...g, left });
    return places.length;
  }).sort((a, b) => a - b);
  expect(counts[10]).toBeLessThan(3000);
});

test('repair finds slack and keeps the violation', () => {
  const s = spaceOf(0, descendsTooFar.programs[0]!, 1);
  const tight = Float64Array.of(0.306186, 0.306186, 4);
  const before = s.fast.evaluate(tight, 1).slack;
  expect(before).toBeGreaterThanOrEqual(0);
  expect(before).toBeLessThan(1e-5);
  const trace = { evaluations: 0, certifications: 0, escalations: 0 };
  const x = repaired(s, tight, 0, stream({ hash: 'r', seed: 1, block: 0 }), trace)!;
  const o = s.fast.evaluate(x, 1);
  expect(o.slack).toBeGreaterThan(0.015);
  expect(o.margins[0]!).toBeLessThan(0);
});

test('horizons: shortest first; one when the claim fixes it', () => {
  expect(horizons(everything.programs[0]!)).toEqual([1, 2, 3, 5, 8, 16, 32, 64]);
  expect(horizons(descendsTooFar.programs[0]!)).toEqual([1]);
});

test('fast margins agree with the claim judged over doubles', () => {
  for (const s of SPACES) {
    const stream_ = stream({ hash: 'fast', seed: 1, block: 0 });
    for (let k = 0; k < 50; k++) {
      const z = draw(s, stream_, new Float64Array(s.axes.length));
      const x = decode(s, z, new Float64Array(z.length));
      const o = s.fast.evaluate(x, s.horizon);
      const margins = [0, 1, 2].map((c) =>
        Math.min(...s.fast.parts.flatMap((part, i) => (part.conclusion === c ? [o.margins[i]!] : []))),
      );
      const coordinates = s.axes.map((axis, i) => axis.exact(x[i]!));
      const point = pointAt(fastOf(s.fast.program), { program: s.program, horizon: s.horizon, coordinates });
      if (!point) continue;
      const inputs = (step: number): readonly number[] => (point.inputs[step] ?? []).map(toNumber);
      const judged = judge(float64, s.fast.program, { params: point.params.map(toNumber), inputs, horizon: s.horizon });
      judged.conclude.forEach((c, i) => {
        expect(Math.abs(c.margin! - margins[i]!)).toBeLessThan(1e-11 * (1 + Math.abs(c.margin!)));
      });
      expect(o.accepted).toBe(judged.assume.every((a) => a.truth === 'yes'));
    }
  }
  expect(Q.ONE.num).toBe(1n);
});
