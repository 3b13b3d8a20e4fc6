/**
 * The margin around a point in two of its coordinates: cells in which the claim certainly holds, certainly fails, or is
 * not decided, by interval arithmetic; and the margin itself in doubles, for level sets.
 *
 * What a cell says is rigorous (intervals over the whole cell, all other coordinates at the point); the level sets are
 * not. Cost: some thousand evaluations of the tapes, fewer the longer they are.
 */
import { type Coordinate, coordinates } from '../claim/domains.ts';
import type { Declared } from '../claim/instance.ts';
import { type Judged, judge } from '../claim/judge.ts';
import type { ExactPoint } from '../claim/point.ts';
import type { Program } from '../claim/program.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import { toNumber } from '../number/decimal.ts';
import { float64 } from '../number/float64.ts';
import { between, type Interval, interval } from '../number/interval.ts';
import { type FastInstance, fastInstance } from '../search/fast.ts';
import type { Tape } from '../tape/tape.ts';
import type { CellsOptions, Tile } from './plot/cells.ts';
import type { Field } from './plot/plane.ts';
import { type Axis, plainName } from './plot/svg.ts';

/** A coordinate that can be varied: an entry of a real, its index among the parameters. */
interface Free {
  readonly index: number;
  readonly name: string;
  readonly of: Coordinate;
}

const entryName = (r: Declared, i: number): string =>
  r.shape.kind === 'scalar'
    ? r.name
    : r.shape.kind === 'matrix'
      ? `${r.name}[${Math.floor(i / r.shape.columns)},${i % r.shape.columns}]`
      : `${r.name}[${i}]`;

/** Names of all parameters, as the tables call them. */
export const parameterNames = (reals: readonly Declared[]): readonly string[] =>
  reals.flatMap((r) => r.variables.map((_, i) => entryName(r, i)));

function freeOnes(p: Program): readonly Free[] {
  let index = 0;
  return p.instance.reals.flatMap((r) => {
    const from = index;
    index += r.variables.length;
    if (r.domain.form !== 'entries') return [];
    return coordinates(r.domain, r.shape)
      .map((of, i) => ({ index: from + i, name: entryName(r, i), of }))
      .filter(({ of }) => !of.step && toNumber(of.lo) < toNumber(of.hi));
  });
}

type Ends = readonly [lo: number, hi: number];
const whole = ({ of }: Free): Ends => {
  const [lo, hi] = [toNumber(of.lo), toNumber(of.hi)];
  return of.log ? [lo > 0 ? lo : hi * 2 ** -60, hi] : [lo, hi];
};

/** The number at a part of a range, by ratio on a log scale. */
const along = ([lo, hi]: Ends, log: boolean, s: number): number => (log ? lo * (hi / lo) ** s : lo + (hi - lo) * s);

interface Lab {
  readonly program: Program;
  readonly point: ExactPoint;
  readonly params: readonly number[];
  /** Where every coordinate is a parameter. */
  readonly fast: FastInstance | undefined;
  readonly coordinates: Float64Array;
}

function labOf(program: Program, point: ExactPoint): Lab {
  const { reals, inputs } = program.instance;
  const plain = [...reals, ...inputs].every((r) => r.domain.form === 'entries');
  const params = point.params.map(toNumber);
  const coordinates = Float64Array.from([...params, ...point.inputs.flat().map(toNumber)]);
  return { program, point, params, fast: plain ? fastInstance(program) : undefined, coordinates };
}

/** Constants of a claim are converted once, not at every evaluation. */
function remembering<T>(A: Arithmetic<T>): Arithmetic<T> {
  const known = new WeakMap<object, { readonly value: T }>();
  const rational: Arithmetic<T>['rational'] = (q) => {
    const found = known.get(q);
    if (found) return found.value;
    const value = A.rational(q);
    known.set(q, { value });
    return value;
  };
  return { ...A, rational };
}
const [FLOATS, INTERVALS] = [remembering(float64), remembering(interval)];

function judged<T>(lab: Lab, A: Arithmetic<T>, put: ReadonlyMap<number, T>): Judged<T> {
  const { program, point } = lab;
  const cache = point.inputs.map((step) => step.map(A.rational));
  const params = point.params.map((q, i) => put.get(i) ?? A.rational(q));
  return judge(A, program, { params, inputs: (k) => cache[k] ?? [], horizon: point.horizon });
}

/** The smallest margin of a conclusion; NaN where the assumptions don't hold, if they are asked for. */
function marginAt(lab: Lab, put: ReadonlyMap<number, number>, assumed: boolean): number {
  if (lab.fast) {
    for (const [i, v] of put) lab.coordinates[i] = v;
    const o = lab.fast.evaluate(lab.coordinates, lab.point.horizon);
    for (const i of put.keys()) lab.coordinates[i] = lab.params[i]!;
    if (assumed && !o.accepted) return Number.NaN;
    const least = o.margins.reduce((m, v) => Math.min(m, v), Infinity);
    return Number.isFinite(least) ? least : Number.NaN;
  }
  const r = judged(lab, FLOATS, put);
  if (assumed && r.assume.some((a) => a.truth !== 'yes')) return Number.NaN;
  return r.conclude.reduce((m, c) => Math.min(m, c.margin ?? Number.NaN), Infinity);
}

/** How much the margin moves when one coordinate goes through its domain. */
function influence(lab: Lab, c: Free): number {
  const all = Array.from({ length: 9 }, (_, k) =>
    marginAt(lab, new Map([[c.index, along(whole(c), c.of.log, k / 8)]]), true),
  );
  const seen = all.filter(Number.isFinite);
  return seen.length < 2 ? 0 : Math.max(...seen) - Math.min(...seen) + 1e-300;
}

/** The two coordinates that matter most, in the order of the claim; one alone when there is no second. */
function chosen(lab: Lab): readonly Free[] {
  const all = freeOnes(lab.program).slice(0, 24);
  const ranked = all.map((c) => ({ c, by: influence(lab, c) })).sort((a, b) => b.by - a.by);
  return ranked
    .slice(0, 2)
    .map(({ c }) => c)
    .sort((a, b) => a.index - b.index);
}

const COARSE = 20;
/** Smaller windows around the point while what fails in them can hardly be seen. */
function window(lab: Lab, axes: readonly Free[]): readonly Ends[] {
  let ends = axes.map(whole);
  for (let round = 0; round < 8; round++) {
    const values = grid(lab, axes, ends, COARSE, true);
    const failing = values.filter((v) => v < 0).length;
    const known = values.filter((v) => !Number.isNaN(v)).length;
    if (failing >= 0.03 * values.length || (failing === 0 && round === 0 && known >= 0.2 * values.length)) break;
    ends = ends.map((e, i) => closer(e, axes[i]!, lab.params[axes[i]!.index]!));
  }
  return ends;
}
function closer([lo, hi]: Ends, c: Free, at: number): Ends {
  if (c.of.log && at > 0) {
    const half = (hi / lo) ** (1 / 8);
    const middle = Math.min(Math.max(at, lo * half), hi / half);
    return [middle / half, middle * half];
  }
  const half = (hi - lo) / 6;
  const middle = Math.min(Math.max(at, lo + half), hi - half);
  return [middle - half, middle + half];
}

function grid(
  lab: Lab,
  axes: readonly Free[],
  ends: readonly Ends[],
  size: number,
  assumed: boolean,
): readonly number[] {
  const [a, b] = axes as [Free, Free];
  return Array.from({ length: size * size }, (_, k) => {
    const at = (c: Free, e: Ends, i: number): [number, number] => [c.index, along(e, c.of.log, i / (size - 1))];
    return marginAt(lab, new Map([at(a, ends[0]!, k % size), at(b, ends[1]!, Math.floor(k / size))]), assumed);
  });
}

export type Certain = 'holds' | 'fails' | 'outside' | 'open';

function certain(lab: Lab, put: ReadonlyMap<number, Interval>): Certain {
  try {
    const r = judged(lab, INTERVALS, put);
    if (r.assume.some((a) => a.truth === 'no')) return 'outside';
    if (r.conclude.every((c) => c.truth === 'yes')) return 'holds';
    const met = r.assume.every((a) => a.truth === 'yes');
    return met && r.conclude.some((c) => c.truth === 'no') ? 'fails' : 'open';
  } catch {
    return 'open';
  }
}

/** The finest grid: squares a side. */
const COARSEST = 32;
const FINEST = 64;
/** What is certain in each square of the finest grid, row by row; squares are halved while nothing is. */
function kinds(lab: Lab, axes: readonly Free[], ends: readonly Ends[], budget: number, steps: number): Certain[] {
  const [a, b] = axes as [Free, Free];
  const span = (c: Free, e: Ends, i: number, n: number): Interval =>
    between(along(e, c.of.log, i / steps), along(e, c.of.log, (i + n) / steps));
  const out = new Array<Certain>(steps * steps).fill('open');
  let left = budget;
  const side = steps / 4;
  let level = Array.from({ length: 16 }, (_, k): [number, number] => [side * (k % 4), side * Math.floor(k / 4)]);
  for (let n = side; n >= 1; n /= 2) {
    const next: [number, number][] = [];
    for (const [i, j] of level) {
      if (left-- <= 0) break;
      const kind = certain(
        lab,
        new Map([
          [a.index, span(a, ends[0]!, i, n)],
          [b.index, span(b, ends[1]!, j, n)],
        ]),
      );
      const h = n / 2;
      if (kind === 'open') next.push([i, j], [i + h, j], [i, j + h], [i + h, j + h]);
      else for (let k = 0; k < n * n; k++) out[(j + Math.floor(k / n)) * steps + i + (k % n)] = kind;
    }
    level = next;
  }
  return out;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly kind: Certain;
  readonly row: number;
  rows: number;
}
/** Neighbouring squares of one kind as one rectangle: along rows, then equal rows together. */
function blocks(all: readonly Certain[], steps: number): readonly Block[] {
  const done: Block[] = [];
  let above: Block[] = [];
  for (let row = 0; row < steps; row++) {
    const here: Block[] = [];
    for (let i = 0; i < steps; ) {
      const kind = all[row * steps + i]!;
      let to = i;
      while (to < steps && all[row * steps + to] === kind) to++;
      const same = above.find((b) => b.from === i && b.to === to && b.kind === kind);
      if (same) same.rows++;
      here.push(same ?? { from: i, to, kind, row, rows: 1 });
      i = to;
    }
    done.push(...above.filter((b) => !here.includes(b)));
    above = here;
  }
  return [...done, ...above].filter((b) => b.kind !== 'outside');
}

function tiles(all: readonly Certain[], axes: readonly Free[], ends: readonly Ends[], steps: number): readonly Tile[] {
  const at = (k: 0 | 1, i: number): number => along(ends[k]!, axes[k]!.of.log, i / steps);
  return blocks(all, steps).map(({ from, to, row, rows, kind }) => ({
    x: [at(0, from), at(0, to)],
    y: [at(1, row), at(1, row + rows)],
    kind,
  }));
}

/** Functions are enclosed by series, in big numbers: some hundred times an addition. */
const SERIES = 150;
const work = (t: Tape): number =>
  t.code.reduce((n, i) => n + (i.op === 'power' || (i.op === 'unary' && !PLAIN.has(i.f)) ? SERIES : 1), 0);
const PLAIN: ReadonlySet<string> = new Set(['neg', 'sqrt', 'abs']);

const cost = (p: Program, x: ExactPoint): number =>
  work(p.top) +
  p.runs.reduce((n, r) => {
    const steps = Math.max(r.node.steps ?? x.horizon, ...r.node.moments.map((t) => Number(t.value?.num ?? 0n)));
    return n + work(r.start) + (work(r.step) + work(r.body)) * (1 + steps);
  }, 20);
/** Operations in intervals, some hundredths of a second. */
const WORK = 4e5;
const FINE = 32;

function levelsOf(values: readonly number[]): readonly number[] {
  const sorted = values.filter((v) => Number.isFinite(v)).sort((a, b) => a - b);
  const at = (s: number): number => sorted[Math.floor(s * (sorted.length - 1))] ?? 0;
  return sorted.length < 20 ? [] : [...new Set([0.1, 0.3, 0.5, 0.7, 0.9].map(at))];
}

export interface MarginMap {
  readonly drawing: Pick<CellsOptions, 'x' | 'y' | 'tiles' | 'margin' | 'witness'>;
  readonly names: readonly [string, string];
  /** Of the two among the parameters. */
  readonly indices: readonly [number, number];
  readonly counts: { readonly [k in Certain]?: number };
}

/** The map around a point; undefined where fewer than two coordinates can be varied or the claim is too long. */
export function marginMap(program: Program, point: ExactPoint): MarginMap | undefined {
  const each = cost(program, point);
  const budget = Math.min(3000, Math.floor(WORK / each));
  const steps = budget === 3000 ? FINEST : COARSEST;
  if (budget < 40 || program.runs.some((r) => r.node.kind === 'flow')) return undefined;
  const lab = labOf(program, point);
  const axes = chosen(lab);
  const [a, b] = axes;
  if (!a || !b) return undefined;
  const ends = window(lab, axes);
  const made = kinds(lab, axes, ends, budget, steps);
  if (made.every((k) => k === 'open' || k === 'outside')) return undefined;
  const size = lab.fast ? FINE : COARSE;
  const values = grid(lab, axes, ends, size, false);
  const field = (levels: readonly number[]): Field => ({ size, values, levels });
  const axis = (c: Free, e: Ends): Axis => ({ label: plainName(c.name), lo: e[0], hi: e[1], log: c.of.log });
  const counts: { [k in Certain]?: number } = {};
  for (const kind of made) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    names: [plainName(a.name), plainName(b.name)],
    indices: [a.index, b.index],
    counts,
    drawing: {
      x: axis(a, ends[0]!),
      y: axis(b, ends[1]!),
      tiles: tiles(made, axes, ends, steps),
      margin: { zero: field([0]), others: field(levelsOf(values)) },
      witness: [lab.params[a.index]!, lab.params[b.index]!],
    },
  };
}
