/**
 * What plots show, against what is known: paths written compactly are the paths, cells that say "certainly" are right at
 * exact points, eigenvalues and potentials are those of textbooks, repairs are bounds that exact arithmetic confirms.
 */
import { describe, expect, it } from 'vitest';
import { readingAt } from '../../src/certify/point.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { judge } from '../../src/claim/judge.ts';
import type { ExactPoint } from '../../src/claim/point.ts';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import { claim, descent, ex, real, squared, that, vector } from '../../src/index.ts';
import { ofNumber, parseRational } from '../../src/number/decimal.ts';
import { exact } from '../../src/number/exact.ts';
import { runFigures } from '../../src/report/figures.ts';
import { marginMap } from '../../src/report/map.ts';
import { levelSets } from '../../src/report/plot/plane.ts';
import { axisFor, compactPath, frame, plainName, scientific, tick } from '../../src/report/plot/svg.ts';
import { pointTables } from '../../src/report/points.ts';
import { agreed, brief } from '../../src/report/prose.ts';
import { moves, quantizedFigures } from '../../src/report/quantized.ts';
import { repairs } from '../../src/report/repair.ts';
import { follow, largestEigenvalue } from '../../src/report/runs.ts';
import { samplePoint } from '../../src/report/sample.ts';

const q = (t: string) => parseRational(t)!;
const pointOf = (p: Program, values: readonly string[]): ExactPoint => ({
  choice: p.instance.choice,
  params: values.map(q),
  inputs: [],
  horizon: 0,
});

const oneStep = claim('test/one-step', {
  says: 'A step does not raise the loss.',
  status: 'refuted',
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex`(${u}*${v} - 1)^2/2`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 3/4`,
  conclude: ({ run }) => that`${run.at(1).loss} <= ${run.at(0).loss}`,
});
const program = compileInstance(adoptInstance(oneStep.instantiate({})));
const witness = pointOf(program, ['3/10', '3/10', '4']);

/** The points of path data in tenths, relative moves added up. */
function decoded(d: string): readonly (readonly [number, number])[] {
  let [x, y] = [0, 0];
  return [...d.matchAll(/([Ml])(-?[\d.]+)[ ]?(-?[\d.]+)/g)].map(([, command, a, b]) => {
    [x, y] = command === 'M' ? [Number(a), Number(b)] : [x + Number(a), y + Number(b)];
    return [x, y] as const;
  });
}

describe('paths', () => {
  it('written relative are where they were, however long', () => {
    const points = Array.from({ length: 500 }, (_, k): [number, number] => [
      Math.sin(k) * 200 + 0.123,
      Math.cos(2 * k) * 0.7 - 3,
    ]);
    const path = compactPath();
    points.forEach((p, i) => {
      path[i === 0 ? 'moveTo' : 'lineTo'](...p);
    });
    const back = decoded(path.data());
    const tenths = (v: number): number => Math.round(10 * v);
    const kept = points.filter(
      ([x, y], i) => i === 0 || tenths(x) !== tenths(points[i - 1]![0]) || tenths(y) !== tenths(points[i - 1]![1]),
    );
    expect(back).toHaveLength(kept.length);
    back.forEach(([x, y], i) => {
      expect(Math.abs(x - kept[i]![0])).toBeLessThan(0.051);
      expect(Math.abs(y - kept[i]![1])).toBeLessThan(0.051);
    });
  });
  it('of level sets lie on the level and leave the border out', () => {
    const f = frame({ label: 'x', lo: -1, hi: 1 }, { label: 'y', lo: -1, hi: 1 });
    const size = 41;
    const at = (k: number): number => -1 + (2 * k) / (size - 1);
    const values = Array.from({ length: size * size }, (_, k) => at(k % size) + at(Math.floor(k / size)) ** 2);
    const points = decoded(levelSets(f, { size, values, levels: [0.3] }));
    expect(points.length).toBeGreaterThan(20);
    for (const [px, py] of points) expect(f.x.invert(px) + f.y.invert(py) ** 2).toBeCloseTo(0.3, 1);
  });
});

describe('numbers in plots', () => {
  it.each([
    [0, '0'],
    [-0.5, '−0.5'],
    [1e-10, '10⁻¹⁰'],
    [-2.5e7, '−2.5·10⁷'],
    [12345, '12345'],
  ])('%d is %s', (v, text) => expect(tick(v)).toBe(text));
  it('names are written as in formulas', () => {
    expect(['lambda[0]', 'X[0,11]', 'eta', 'w_2', 'long'].map(plainName)).toEqual(['λ₁', 'X₁,₁₂', 'η', 'w₂', 'long']);
    expect(scientific('2.3e-15')).toBe('2.3·10⁻¹⁵');
  });
  it('an axis is logarithmic only where numbers are positive and far apart', () => {
    expect(axisFor('', [1e-9, 1], 0, true).log).toBe(true);
    expect(axisFor('', [0, 1], 0, true).log).toBeUndefined();
    expect(axisFor('', [1, 2], 0, true).log).toBeUndefined();
  });
  it('enclosures shown short hold what the long ones hold', () => {
    expect(agreed({ lo: '-0.02555688844812', hi: '-0.02555688844799' })).toBe('−0.02555688844…');
    expect(agreed({ lo: '3', hi: '3' })).toBe('3');
    for (const t of ['0.41404999999999991', '-0.41404999999999991', '1234567.891', '-2.3709360001e-7'])
      expect([Number(brief(t, false)) <= Number(t), Number(brief(t, true)) >= Number(t)]).toEqual([true, true]);
  });
});

describe('the margin map', () => {
  const { drawing, counts } = marginMap(program, witness)!;
  const fails = (x: number, y: number): boolean | undefined => {
    const params = witness.params.map((r, i) => (i === 0 ? ofNumber(x) : i === 2 ? ofNumber(y) : r));
    const r = judge(exact, program, { params: params.map(exact.rational), inputs: () => [], horizon: 0 });
    return r.assume.every((a) => a.truth === 'yes') ? r.conclude.some((c) => c.truth === 'no') : undefined;
  };
  it('has cells of every kind and the witness in one that is not sure to hold', () => {
    expect([drawing.x.label, drawing.y.label]).toEqual(['u', 'η']);
    expect(counts.holds).toBeGreaterThan(20);
    expect(counts.fails).toBeGreaterThan(20);
    const [x, y] = drawing.witness!;
    const around = drawing.tiles.filter((t) => t.x[0] <= x && x <= t.x[1] && t.y[0] <= y && y <= t.y[1]);
    expect(around.some((t) => t.kind !== 'holds')).toBe(true);
  });
  it('says certainly only where exact arithmetic says so too', () => {
    let tried = 0;
    for (const t of drawing.tiles)
      for (const [a, b] of [
        [0.01, 0.01],
        [0.5, 0.5],
        [0.99, 0.03],
        [0.02, 0.98],
        [0.97, 0.99],
      ] as const) {
        const truth = fails(t.x[0] + a * (t.x[1] - t.x[0]), t.y[0] + b * (t.y[1] - t.y[0]));
        if (t.kind === 'holds') expect(truth).not.toBe(true);
        if (t.kind === 'fails') expect(truth).toBe(true);
        tried++;
      }
    expect(tried).toBeGreaterThan(200);
  });
});

describe('tables', () => {
  const tables = pointTables(program, witness, 0, 53, new Map());
  it('give the distance to the edge, exact', () => {
    expect(tables.values.map((v) => [v.name, v.edge])).toEqual([
      ['u', '29/100'],
      ['v', '29/100'],
      ['eta', '0'],
    ]);
  });
  it('give the slack and the margin, in every arithmetic the same number', () => {
    expect(tables.assume[0]!.slack).toEqual({ lo: '0.03', hi: '0.03', width: '0' });
    expect(tables.ladder.map((r) => r.says)).toEqual(['fails', 'fails', 'fails', 'fails', 'fails']);
    for (const r of tables.ladder.slice(1)) {
      expect(Number(r.margin!.lo)).toBeCloseTo(-0.025556888448, 12);
      expect(Number(r.margin!.lo)).toBeLessThanOrEqual(Number(r.margin!.hi));
    }
    expect(tables.ladder[4]!.margin).toEqual({ lo: '-0.025556888448', hi: '-0.025556888448', width: '0' });
  });
  it('say what to repair: bounds at the witness', () => {
    const r = readingAt(program, witness, 53)!;
    const [conclusion, assumption] = repairs(program.instance, r, 0, r);
    expect(conclusion).toMatchObject({ kind: 'factor', value: '1.06172' });
    expect(assumption).toMatchObject({ kind: 'constant', now: '3/4', up: true });
    expect(Number((assumption as { value: string }).value)).toBeGreaterThanOrEqual(0.72);
    expect(Number((assumption as { value: string }).value)).toBeLessThan(0.72001);
  });
});

describe('runs', () => {
  it('have the largest eigenvalue, also of matrices with equal and negative ones', () => {
    expect(largestEigenvalue([2, 1, 1, 2])).toBeCloseTo(3, 12);
    expect(largestEigenvalue([-5, 0, 0, -7])).toBe(-5);
    expect(largestEigenvalue([4, 1, 2, 1, 3, 0, 2, 0, 5])).toBeCloseTo(6.6690790882823, 11);
    expect(largestEigenvalue([1, Number.NaN, 0, 1])).toBeNaN();
  });
  it('have loss, step size times sharpness, and the flow beside them', () => {
    const [f] = follow(program, witness);
    expect(f!.loss![0]).toBeCloseTo(0.41405, 12);
    expect(f!.loss![1]).toBeCloseTo(0.439606888448, 12);
    // Second derivative of ½(uv − 1)² at (0.3, 0.3): [[0.09, −0.82], [−0.82, 0.09]].
    expect(f!.sharpness![0]).toBeCloseTo(4 * 0.91, 9);
    expect(f!.flow!.length).toBeGreaterThan(50);
    const [u, v] = f!.flow![50]!;
    expect(u! * u! - v! * v!).toBeCloseTo(0, 9);
  });
  it('are drawn in the plane of w with the level sets of the mirror potential', () => {
    const c = claim('test/plane', {
      says: 'w = u∘v.',
      status: 'conjecture',
      reals: { u: vector(2, '[1/2, 1]'), v: vector(2, '[1/10, 1/5]'), y: vector(2, '[1, 2]') },
      where: ({ u, v, y }) => {
        const half = squared('1/2', ex`${y}*${y}'`, y);
        return { run: descent({ start: { u, v }, loss: ({ u, v }) => half(ex`${u}*${v}`), eta: ex`1/10`, steps: 5 }) };
      },
      conclude: ({ run }) => that`${run.at(5).loss} <= 100`,
    });
    const p = compileInstance(adoptInstance(c.instantiate({})));
    const [f] = follow(p, pointOf(p, ['3/4', '1/2', '1/5', '1/10', '1', '3/2']));
    const figures = runFigures(f!, null);
    expect(figures.map((x) => x.title)).toEqual([
      'Loss along the run',
      'Sharpness times step size against 2',
      'The path of w = u∘v',
      'The pair (u₁, v₁)',
      'The pair (u₂, v₂)',
    ]);
    expect(figures[2]!.caption).toContain('mirror potential');
    for (const x of figures) expect(x.svg).toMatch(/class="curve s0" d="M/);
    for (const x of figures.slice(2)) expect(x.svg).toMatch(/class="contour" d="M/);
  });
});

it('a sample point meets the assumptions and lies in the domain', () => {
  const { program: p, point } = samplePoint([program.instance])!;
  const r = readingAt(p, point, 53)!;
  expect(r.assume.map((a) => a.truth)).toEqual(['yes']);
  expect(point.params.every((x) => x.den < 1000n)).toBe(true);
});

describe('quantized runs', () => {
  it('are drawn on their grid, with what is decided for all time', () => {
    const c = claim('test/grid', {
      says: 'A cycle.',
      status: 'conjecture',
      reals: { u: real('[0, 2]'), eta: real('(0, 4]') },
      where: ({ u, eta }) => ({
        run: descent({ start: { u }, loss: ({ u }) => ex`(${u} - 1)^2/2`, eta }).quantized({
          format: 'q4.2',
          rounding: 'nearest-even',
          rounds: 'update',
        }),
      }),
      conclude: ({ run }) => that`${run.cycle.period} <= 2`,
    });
    const i = adoptInstance(c.instantiate({}));
    const [figure] = quantizedFigures(i, [q('1/2'), q('2')]);
    expect(figure!.caption).toBe(
      'The quantized run over steps, q4.2, nearest-even at the update: a cycle of period 2 from step 0, for all time.',
    );
    expect(moves(i, [q('1/2'), q('2')])).toBe(true);
    expect(moves(i, [q('1'), q('2')])).toBe(false);
    // 1/2, 3/2, 1/2, … : up and down by the same height.
    const path = decoded(/class="curve s0" d="([^"]*)"/.exec(figure!.svg)![1]!);
    expect(new Set(path.map(([, y]) => y)).size).toBe(2);
    expect(path).toHaveLength(12);
  });
});
