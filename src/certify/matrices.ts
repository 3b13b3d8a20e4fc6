/**
 * Small interval matrices and sets in binary64: what Lohner's representation of sets is computed with.
 *
 * Rigorous, except `orthogonal`, which only proposes a basis. Trusts interval.ts. Plain triple loops.
 */
import { between, interval as I, type Interval, isEmpty, point } from '../number/interval.ts';

export type Box = readonly Interval[];
export type IMatrix = readonly Box[];
export type Numbers = readonly (readonly number[])[];

export const ZERO = point(0);
export const bounded = (a: Interval): boolean =>
  a.defined === 'yes' && !isEmpty(a) && Number.isFinite(a.lo) && Number.isFinite(a.hi);
export const middle = (a: Interval): number => Math.min(a.hi, Math.max(a.lo, a.lo / 2 + a.hi / 2));
export const breadth = (a: Interval): number => a.hi - a.lo;
export const within = (a: Interval, b: Interval): boolean => b.lo <= a.lo && a.hi <= b.hi;
export const cut = (a: Interval, b: Interval): Interval => between(Math.max(a.lo, b.lo), Math.min(a.hi, b.hi));
export const joined = (a: Interval, b: Interval): Interval => between(Math.min(a.lo, b.lo), Math.max(a.hi, b.hi));
export const points = (m: Numbers): IMatrix => m.map((row) => row.map(point));
export const unit = (n: number): Numbers =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j)));
export const sum = (a: Box, b: Box): Box => a.map((x, i) => I.add(x, b[i]!));
export const gap = (a: Box, b: Box): Box => a.map((x, i) => I.sub(x, b[i]!));
export const dot = (a: Box, b: Box): Interval =>
  a.reduce((s, x, i) => (b[i] === ZERO ? s : I.add(s, I.mul(x, b[i]!))), ZERO);
export const apply = (m: IMatrix, v: Box): Box => m.map((row) => dot(row, v));
export const columns = (m: IMatrix): IMatrix => (m[0] ?? []).map((_, j) => m.map((row) => row[j]!));
export const times = (a: IMatrix, b: IMatrix): IMatrix => {
  const across = columns(b);
  return a.map((row) => across.map((column) => dot(row, column)));
};

/** Orthogonal columns along those of m, the longest first; any orthogonal completion where m is singular. Not rigorous. */
export function orthogonal(m: Numbers, weights: readonly number[]): Numbers {
  const n = m.length;
  const length = (v: readonly number[]): number => Math.hypot(...v);
  const column = (j: number): number[] => m.map((row) => row[j]!);
  const order = unit(n).map((_, j) => j);
  order.sort((a, b) => weights[b]! * length(column(b)) - weights[a]! * length(column(a)));
  const basis: number[][] = [];
  for (const v of [...order.map(column), ...unit(n)]) {
    if (basis.length === n) break;
    const size = length(v);
    let w = v.map((x) => x / size);
    for (let twice = 0; twice < 2; twice++)
      for (const q of basis) {
        const along = q.reduce((s, x, i) => s + x * w[i]!, 0);
        w = w.map((x, i) => x - along * q[i]!);
      }
    const rest = length(w);
    if (rest > 1e-6) basis.push(w.map((x) => x / rest));
  }
  return basis.length === n ? unit(n).map((_, i) => basis.map((q) => q[i]!)) : unit(n);
}

const flipped = (m: Numbers): Numbers => (m[0] ?? []).map((_, j) => m.map((row) => row[j]!));

/** An enclosure of B⁻¹ from an approximation A of it (Bᵀ for an almost orthogonal B): A·(BA)⁻¹, the last factor within δ of 1. */
export function inverse(b: Numbers, near: Numbers = flipped(b)): IMatrix | undefined {
  const one = points(unit(b.length));
  const defect = times(points(b), points(near)).map((row, i) => gap(row, one[i]!));
  const size = Math.max(0, ...defect.map((row) => row.reduce((s, x) => I.add(s, I.abs(x)), ZERO).hi));
  if (!(size < 0.5)) return undefined;
  const delta = between(-2 * size, 2 * size);
  return times(
    points(near),
    one.map((row) => row.map((x) => I.add(x, delta))),
  );
}
