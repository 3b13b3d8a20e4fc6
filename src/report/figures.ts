/** Which plots a followed run has: loss, sharpness, the plane of its weights with level sets, its entries. */

import { curves } from './plot/curves.ts';
import { type Field, plane, type Window } from './plot/plane.ts';
import type { Figure, XY } from './plot/svg.ts';
import type { Followed } from './runs.ts';

type Numbers = readonly number[];

const xy = (xs: Numbers, ys: Numbers): readonly XY[] => xs.map((x, i): XY => [x, ys[i]!]);
const time = (f: Followed): string => (f.kind === 'map' ? 'step' : 'time');

/** Row k of a run on the axis of its plots: the step, or the time. */
const moment = (f: Followed, mark: number | null): number | null => (mark === null ? null : (f.times[mark] ?? null));

function lossCurve(f: Followed, mark: number | null): readonly Figure[] {
  if ((f.loss?.filter(Number.isFinite).length ?? 0) < 2 || !f.loss) return [];
  const title = `Loss along ${f.kind === 'map' ? 'the run' : 'the flow'}`;
  const shared = {
    title,
    caption: title,
    x: time(f),
    y: 'loss',
    mark: moment(f, mark),
    dotted: f.kind === 'map',
    log: true,
  };
  return [curves([{ name: 'loss', points: xy(f.times, f.loss) }], shared)];
}

function sharpnessCurve(f: Followed, mark: number | null): readonly Figure[] {
  if (!f.sharpness || f.sharpness.filter(Number.isFinite).length < 2) return [];
  const map = f.kind === 'map';
  const title = map ? 'Sharpness times step size against 2' : 'Sharpness along the flow';
  const caption = map
    ? 'Largest eigenvalue of the loss’s second derivative, times η. Above 2 a step overshoots the quadratic model.'
    : 'Largest eigenvalue of the loss’s second derivative.';
  const shared = {
    title,
    caption,
    x: time(f),
    y: map ? 'η · sharpness' : 'sharpness',
    mark: moment(f, mark),
    dotted: map,
  };
  const more = map ? { level: { at: 2, name: '2' } } : {};
  return [curves([{ name: 'sharpness', points: xy(f.times, f.sharpness) }], { ...shared, ...more })];
}

const GRID = 44;
/** Values of a function over a window; its levels are quantiles, so that the lines spread over it. */
function fieldOf(f: (x: number, y: number) => number) {
  return ({ x, y }: Window): Field | undefined => {
    const at = ([a, b]: readonly [number, number], k: number): number => a + ((b - a) * k) / (GRID - 1);
    const values = Array.from({ length: GRID * GRID }, (_, k) => f(at(x, k % GRID), at(y, Math.floor(k / GRID))));
    const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
    if (sorted.length < 100) return undefined;
    const levels = [0.02, 0.08, 0.18, 0.32, 0.48, 0.65, 0.82].map((q) => sorted[Math.floor(q * sorted.length)]!);
    return { size: GRID, values, levels: [...new Set(levels)] };
  };
}

function planeOfState(f: Followed, mark: number | null): Figure {
  const path = f.states.map(([a, b]): XY => [a!, b!]);
  const lossAt = f.lossAt;
  const flow = f.flow?.map(([a, b]): XY => [a!, b!]) ?? [];
  return plane({
    title: 'The path in weight space',
    caption: `${f.kind === 'map' ? 'The run' : 'The flow'} through (${f.names.join(', ')})${lossAt ? ', level sets of the loss' : ''}${flow.length > 0 ? '; dashed: the gradient flow from the same start' : ''}.`,
    x: f.names[0]!,
    y: f.names[1]!,
    path,
    dotted: f.kind === 'map',
    beside: flow,
    mark,
    field: lossAt && fieldOf((x, y) => lossAt([x, y, ...f.states[0]!.slice(2)])),
  });
}

/** A state of two halves u, v with d entries each, by which w is made. */
interface Parametrised {
  readonly name: string;
  readonly d: number;
  readonly w: (state: Numbers) => Numbers;
  /** The potential is w·asinh(w/δ) − √(w² + δ²) in each coordinate. */
  readonly scale: Numbers;
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * (Math.abs(a) + Math.abs(b)) + 1e-14;

/** Does the loss depend on u∘v only, or on u² − v² only? Looked at in doubles, at a few states of the run. */
function parametrisation(f: Followed): Parametrised | undefined {
  const [u, v] = f.program.node.state.filter((s) => !s.sum);
  const d = f.names.length / 2;
  if (!f.lossAt || f.program.node.state.length !== 2 || !u || !v || u.shape.rows !== v.shape.rows || d !== u.shape.rows)
    return undefined;
  const moved = (g: (a: number, b: number) => readonly [number, number]): boolean =>
    [0, 1, 2].every((k) => {
      const s = f.states[k % f.states.length]!;
      const pairs = Array.from({ length: d }, (_, i) => g(s[i]!, s[d + i]!));
      return close(f.lossAt!(s), f.lossAt!([...pairs.map((p) => p[0]), ...pairs.map((p) => p[1])]));
    });
  const start = f.states[0]!;
  const made = (
    w: (a: number, b: number) => number,
    scale: (a: number, b: number) => number,
  ): Pick<Parametrised, 'w' | 'scale'> => ({
    w: (s) => Array.from({ length: d }, (_, i) => w(s[i]!, s[d + i]!)),
    scale: Array.from({ length: d }, (_, i) => scale(start[i]!, start[d + i]!)),
  });
  if (moved((a, b) => [2 * a, b / 2]))
    return {
      name: `${u.name}∘${v.name}`,
      d,
      ...made(
        (a, b) => a * b,
        (a, b) => Math.abs(a * a - b * b) / 2,
      ),
    };
  const [c, s] = [Math.cosh(0.7), Math.sinh(0.7)];
  if (moved((a, b) => [c * a + s * b, s * a + c * b]))
    return {
      name: `${u.name}² − ${v.name}²`,
      d,
      ...made(
        (a, b) => a * a - b * b,
        (a, b) => 2 * Math.abs(a * b),
      ),
    };
  return undefined;
}

/** Bregman divergence of the mirror potential from w₀. */
function divergence(scale: Numbers, from: Numbers) {
  const phi = (w: number, d: number): number => w * Math.asinh(w / d) - Math.hypot(w, d);
  return (w: Numbers): number =>
    w.reduce((sum, x, i) => {
      const [d, z] = [scale[i]!, from[i]!];
      return sum + phi(x, d) - phi(z, d) - Math.asinh(z / d) * (x - z);
    }, 0);
}

function weightPlane(f: Followed, p: Parametrised, mark: number | null): Figure {
  const path = f.states.map((s) => p.w(s) as unknown as XY);
  const flow = f.flow?.map((s) => p.w(s) as unknown as XY) ?? [];
  const mirror = p.scale.every((d) => d > 1e-12) ? divergence(p.scale, path[0]!) : undefined;
  return plane({
    title: `The path of w = ${p.name}`,
    caption: `w = ${p.name}${mirror ? '; level sets of the mirror potential’s divergence from the start' : ''}${flow.length > 0 ? '; dashed: the gradient flow' : ''}.`,
    x: 'w₁',
    y: 'w₂',
    path,
    dotted: f.kind === 'map',
    beside: flow,
    mark,
    field: mirror && fieldOf((x, y) => mirror([x, y])),
  });
}

/** The pairs (uᵢ, vᵢ) with the level sets of what the flow conserves. */
function pairPlane(f: Followed, p: Parametrised, i: number, mark: number | null): Figure {
  const pick = (s: Numbers): XY => [s[i]!, s[p.d + i]!];
  const product = p.name.includes('∘');
  return plane({
    title: `The pair (${f.names[i]}, ${f.names[p.d + i]})`,
    caption: `The pair (${f.names[i]}, ${f.names[p.d + i]}) with level sets of what the flow conserves${f.flow ? '; dashed: the gradient flow' : ''}.`,
    x: f.names[i]!,
    y: f.names[p.d + i]!,
    path: f.states.map(pick),
    dotted: f.kind === 'map',
    beside: f.flow?.map(pick) ?? [],
    mark,
    field: fieldOf((x, y) => (product ? x * x - y * y : x * y)),
  });
}

const MOST = 6;
function entries(f: Followed, mark: number | null): Figure {
  const shown = f.names.slice(0, MOST);
  const series = shown.map((name, i) => ({
    name,
    points: xy(
      f.times,
      f.states.map((s) => s[i]!),
    ),
  }));
  const cut = f.names.length > MOST ? ` (the first ${MOST} of ${f.names.length})` : '';
  const caption = `The state over ${f.kind === 'map' ? 'steps' : 'time'}${cut}.`;
  return curves(series, {
    title: 'The state',
    caption,
    x: time(f),
    y: 'entries',
    mark: moment(f, mark),
    dotted: f.kind === 'map',
  });
}

/** All plots of a followed run. `mark`: the row to be marked, for a map the step at which the claim fails. */
export function runFigures(f: Followed, mark: number | null): readonly Figure[] {
  const p = parametrisation(f);
  const weights =
    f.names.length === 2
      ? [planeOfState(f, mark)]
      : p?.d === 2
        ? [weightPlane(f, p, mark), pairPlane(f, p, 0, mark), pairPlane(f, p, 1, mark)]
        : [entries(f, mark)];
  return [...lossCurve(f, mark), ...sharpnessCurve(f, mark), ...weights];
}
