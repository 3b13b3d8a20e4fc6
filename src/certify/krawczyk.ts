/**
 * Zeros of systems of equations proved to exist, and to be the only ones in a box, by Krawczyk's test.
 *
 * Rigorous: K(X) = m − C·F(m) + (I − C·J(X))(X − m) strictly inside X proves one and only one zero in X, and that it
 * lies in K(X), whatever the matrix C is. Trusts dyadic.ts, and that `jacobian` is the derivative of `value` (defined on
 * the box). Newton's method only proposes where to look. O(n³) operations at the working precision a test.
 */
import type { Arithmetic } from '../number/arithmetic.ts';
import * as F from '../number/bigfloat.ts';
import { type Dyadic, dyadic, isEmpty, meet, span } from '../number/dyadic.ts';
import type { Rational } from '../number/rational.ts';

type Float = F.Float;
/** n equations in n unknowns over any arithmetic; constants may be prepared once per arithmetic. */
export type System = <T>(arithmetic: Arithmetic<T>) => {
  readonly value: (x: readonly T[]) => readonly T[];
  /** Rows: the derivatives of one equation. */
  readonly jacobian: (x: readonly T[]) => readonly (readonly T[])[];
};
export type Box = readonly Dyadic[];

export const point = (x: Float): Dyadic => span(x, x);
export const middle = (a: Dyadic, bits: number): Float => F.scale(F.add(a.lo, a.hi, bits + 1, false), -1);
const size = (x: Float): Float => (x.m < 0n ? F.neg(x) : x);
/** Defined everywhere, not empty, bounded. */
export const proper = (a: Dyadic): boolean =>
  a.defined === 'yes' && !isEmpty(a) && !F.isInfinite(a.lo) && !F.isInfinite(a.hi);
const inside = (a: Dyadic, b: Dyadic): boolean => F.compare(b.lo, a.lo) < 0 && F.compare(a.hi, b.hi) < 0;

/** A⁻¹ up to rounding (Gauss–Jordan, partial pivoting); undefined when a pivot vanishes. Not rigorous. */
export function approximateInverse(a: readonly (readonly Float[])[], bits: number): Float[][] | undefined {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? F.ONE : F.ZERO))]);
  for (let c = 0; c < n; c++) {
    let best = c;
    for (let r = c + 1; r < n; r++) if (F.compare(size(rows[r]![c]!), size(rows[best]![c]!)) > 0) best = r;
    [rows[c], rows[best]] = [rows[best]!, rows[c]!];
    const pivot = rows[c]![c]!;
    if (pivot.m === 0n || F.isInfinite(pivot)) return undefined;
    const base = rows[c]!.map((x) => F.div(x, pivot, bits, false));
    rows[c] = base;
    for (let r = 0; r < n; r++) {
      const f = rows[r]![c]!;
      if (r === c || f.m === 0n) continue;
      rows[r] = rows[r]!.map((x, j) => F.sub(x, F.mul(f, base[j]!, bits, false), bits, false));
    }
  }
  return rows.map((row) => row.slice(n));
}

const product = (c: readonly (readonly Float[])[], v: readonly Float[], bits: number): Float[] =>
  c.map((row) => row.reduce((sum, x, j) => F.add(sum, F.mul(x, v[j]!, bits, false), bits, false), F.ZERO));

export interface Test {
  /** Holds every zero that the box holds. */
  readonly image: Box;
  /** One and only one zero in the box. */
  readonly proved: boolean;
}

/** One Krawczyk test of a box; undefined where F or its Jacobian is not defined and bounded, or C is not found. */
export function test(system: System, box: Box, bits: number): Test | undefined {
  const a = dyadic(bits);
  const at = system(a);
  const m = box.map((x) => middle(x, bits));
  const f = at.value(m.map(point));
  const j = at.jacobian(box);
  if (![...box, ...f, ...j.flat()].every(proper)) return undefined;
  const inverse = approximateInverse(
    j.map((row) => row.map((x) => middle(x, bits))),
    bits,
  );
  if (!inverse) return undefined;
  const c = inverse.map((row) => row.map(point));
  const dot = (x: readonly Dyadic[], y: readonly Dyadic[]): Dyadic =>
    x.reduce((sum, e, k) => a.add(sum, a.mul(e, y[k]!)), point(F.ZERO));
  const columns = box.map((_, k) => j.map((row) => row[k]!));
  const away = box.map((x, k) => a.sub(x, point(m[k]!)));
  const image = box.map((_, i) => {
    const defect = columns.map((column, k) => a.sub(point(i === k ? F.ONE : F.ZERO), dot(c[i]!, column)));
    return a.add(a.sub(point(m[i]!), dot(c[i]!, f)), dot(defect, away));
  });
  return { image, proved: image.every((x, i) => inside(x, box[i]!)) };
}

/** Narrows a box already proved to hold one zero, until it stops paying. */
export function refine(system: System, box: Box, bits: number, rounds = 12): Box {
  let best = box;
  for (let round = 0; round < rounds; round++) {
    const next = test(system, best, bits)?.image.map((x, i) => meet(x, best[i]!));
    if (!next?.every(proper)) return best;
    const pays = next.some((x, i) => F.compare(F.scale(width(x), 1), width(best[i]!)) < 0);
    best = next;
    if (!pays) return best;
  }
  return best;
}
export const width = (a: Dyadic): Float => F.sub(a.hi, a.lo, 53, true);

export interface Step {
  readonly value: readonly Float[];
  /** −J⁻¹F, to be added. */
  readonly move: readonly Float[];
  /** |J⁻¹|·|F| with the rounding errors of F: how far the zero may be. */
  readonly doubt: readonly Float[];
}
/** Newton's step at a point, up to rounding; undefined where it can't be computed. */
export function newtonStep(system: System, x: readonly Float[], bits: number): Step | undefined {
  const at = system(dyadic(bits));
  const here = x.map(point);
  const f = at.value(here);
  const j = at.jacobian(here);
  if (![...f, ...j.flat()].every(proper)) return undefined;
  const inverse = approximateInverse(
    j.map((row) => row.map((e) => middle(e, bits))),
    bits,
  );
  if (!inverse) return undefined;
  const value = f.map((e) => middle(e, bits));
  const largest = f.map((e) => F.max(size(e.lo), size(e.hi)));
  const doubt = product(
    inverse.map((row) => row.map(size)),
    largest,
    53,
  );
  return { value, move: product(inverse, value, bits).map(F.neg), doubt };
}

/** A box around a proposed zero, proved and refined; undefined when no inflation of it passes the test. */
export function proveNear(system: System, x: readonly Float[], bits: number): Box | undefined {
  const step = newtonStep(system, x, bits);
  if (!step) return undefined;
  const scale = x.map(size).reduce(F.max, F.ZERO);
  const floor = scale.m === 0n ? F.float(1n, -bits) : F.scale(scale, 8 - bits);
  for (let tries = 0; tries < 5; tries++) {
    const box = x.map((e, i) => {
      const r = F.scale(F.add(F.scale(step.doubt[i]!, 1), floor, 53, true), 3 * tries);
      return span(F.sub(e, r, bits, false), F.add(e, r, bits, true));
    });
    if (test(system, box, bits)?.proved) return refine(system, box, bits);
  }
  return undefined;
}

/** Newton's method from a point, stopping when steps no longer shrink; a proposal only. */
export function newton(
  system: System,
  start: readonly Float[],
  bits: number,
  steps = 60,
): readonly Float[] | undefined {
  let x = start;
  let last = F.INF;
  for (let k = 0; k < steps; k++) {
    const step = newtonStep(system, x, bits);
    if (!step) return undefined;
    x = x.map((e, i) => F.add(e, step.move[i]!, bits, false));
    const length = step.move.map(size).reduce(F.max, F.ZERO);
    const scale = x.map(size).reduce(F.max, F.ZERO);
    const tiny = F.compare(length, F.scale(scale, 12 - bits)) <= 0;
    if (length.m === 0n || (tiny && F.compare(length, last) >= 0)) return x;
    if (tiny && k > 0) return x;
    last = length;
  }
  return x;
}

export type Root =
  /** One and only one zero in the box. */
  | { readonly kind: 'enclosed'; readonly box: Box; readonly bits: number }
  | { readonly kind: 'undecided'; readonly reason: 'no zero found' | 'not proved' };
export const LADDER: readonly number[] = [64, 128, 256, 512, 1024];

/** A zero near a starting point, proved at rising precision; `enough` says when a proved box is narrow enough. */
export function isolate(
  system: System,
  start: readonly Rational[],
  enough: (box: Box) => boolean = () => true,
  ladder: readonly number[] = LADDER,
): Root {
  let from: readonly Float[] = start.map((q) => F.ofRational(q, ladder[0] ?? 64, false));
  let reached = false;
  for (const bits of ladder) {
    const x = newton(system, from, bits);
    if (!x) continue;
    [from, reached] = [x, true];
    const box = proveNear(system, x, bits);
    if (box && enough(box)) return { kind: 'enclosed', box, bits };
  }
  return { kind: 'undecided', reason: reached ? 'not proved' : 'no zero found' };
}
