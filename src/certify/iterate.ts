/**
 * Fixed points and 2-cycles of maps proved to exist, with what happens near them; runs proved to converge to them.
 *
 * Rigorous: existence by Krawczyk's test on F(x) − x, or on the second iterate as the system F(a) = b, F(b) = a; stability
 * from the characteristic polynomial of the enclosed multiplier matrix by the Schur–Cohn test; convergence by a
 * contraction in a weighted maximum norm on a ball around the fixed point that the run has entered. Trusts krawczyk.ts,
 * orbit.ts, dyadic.ts. Costs some tests a rung of the precision ladder.
 */
import type { Arithmetic } from '../number/arithmetic.ts';
import { both, type Three } from '../number/arithmetic.ts';
import * as F from '../number/bigfloat.ts';
import { type Dyadic, dyadic } from '../number/dyadic.ts';
import { interval as I, type Interval, ofDyadic } from '../number/interval.ts';
import * as Q from '../number/rational.ts';
import { type Box, isolate, LADDER, type System } from './krawczyk.ts';
import { breadth, type Box as Doubles, joined } from './matrices.ts';
import { beginOrbit, type Orbit, stepOrbit } from './orbit.ts';

type Rational = Q.Rational;
type Square = readonly (readonly Dyadic[])[];

/** attracting: all multipliers inside the unit circle. repelling: at least one strictly outside. */
export type Stability = 'attracting' | 'repelling' | 'undecided';

const total = (a: Arithmetic<Dyadic>, xs: readonly Dyadic[]): Dyadic => xs.reduce(a.add, a.rational(Q.ZERO));
const times = (a: Arithmetic<Dyadic>, x: Square, y: Square): Square =>
  x.map((row) =>
    y.map((_, j) =>
      total(
        a,
        row.map((e, k) => a.mul(e, y[k]![j]!)),
      ),
    ),
  );

/** Coefficients of det(z − M), constant term first (Faddeev–LeVerrier). */
function characteristic(a: Arithmetic<Dyadic>, m: Square): readonly Dyadic[] {
  const n = m.length;
  const found = [a.rational(Q.ONE)];
  let power: Square = m;
  for (let k = 1; k <= n; k++) {
    const c = a.neg(
      a.div(
        total(
          a,
          power.map((row, i) => row[i]!),
        ),
        a.rational(Q.rational(k)),
      ),
    );
    found.unshift(c);
    power = times(
      a,
      m,
      power.map((row, i) => row.map((e, j) => (i === j ? a.add(e, c) : e))),
    );
  }
  return found;
}

/** Schur–Cohn: |p₀| < |pₙ|, then the same of the reduced polynomial. */
export function stability(m: Square, bits: number): Stability {
  const a = dyadic(bits);
  let p = characteristic(a, m);
  while (p.length > 1) {
    const n = p.length - 1;
    const [first, last] = [p[0]!, p[n]!];
    if (a.compare('<', a.abs(last), a.abs(first)) === 'yes') return 'repelling';
    if (a.compare('<', a.abs(first), a.abs(last)) !== 'yes') return 'undecided';
    p = p.slice(1).map((c, k) => a.sub(a.mul(last, c), a.mul(first, p[n - 1 - k]!)));
  }
  return 'attracting';
}

export type Fixed =
  | { readonly kind: 'found'; readonly x: Box; readonly stability: Stability; readonly bits: number }
  | { readonly kind: 'undecided'; readonly reason: 'no zero found' | 'not proved' };

const minusIdentity = <T>(a: Arithmetic<T>, rows: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  rows.map((row, i) => row.map((e, j) => (i === j ? a.sub(e, a.rational(Q.ONE)) : e)));

/** The fixed point near a point: the only one in its box. */
export function fixedPoint(map: System, near: readonly Rational[], ladder = LADDER): Fixed {
  const system: System = <T>(a: Arithmetic<T>) => {
    const f = map(a);
    return {
      value: (x: readonly T[]) => f.value(x).map((e, i) => a.sub(e, x[i]!)),
      jacobian: (x: readonly T[]) => minusIdentity(a, f.jacobian(x)),
    };
  };
  const root = isolate(system, near, () => true, ladder);
  if (root.kind === 'undecided') return root;
  const { box, bits } = root;
  return { kind: 'found', x: box, stability: stability(map(dyadic(bits)).jacobian(box), bits), bits };
}

export type Cycle =
  | { readonly kind: 'found'; readonly a: Box; readonly b: Box; readonly stability: Stability; readonly bits: number }
  | { readonly kind: 'undecided'; readonly reason: 'no zero found' | 'not proved' | 'the two points may be one' };

/** A cycle a → b → a with a ≠ b near two points, and the stability of the second iterate along it. */
export function twoCycle(map: System, a: readonly Rational[], b: readonly Rational[], ladder = LADDER): Cycle {
  const n = a.length;
  const system: System = <T>(A: Arithmetic<T>) => {
    const f = map(A);
    const [zero, minus] = [A.rational(Q.ZERO), A.rational(Q.rational(-1))];
    const unit = (i: number): readonly T[] => a.map((_, j) => (i === j ? minus : zero));
    return {
      value: (z: readonly T[]) => {
        const [x, y] = [z.slice(0, n), z.slice(n)];
        return [...f.value(x).map((e, i) => A.sub(e, y[i]!)), ...f.value(y).map((e, i) => A.sub(e, x[i]!))];
      },
      jacobian: (z: readonly T[]) => [
        ...f.jacobian(z.slice(0, n)).map((row, i) => [...row, ...unit(i)]),
        ...f.jacobian(z.slice(n)).map((row, i) => [...unit(i), ...row]),
      ],
    };
  };
  const root = isolate(system, [...a, ...b], () => true, ladder);
  if (root.kind === 'undecided') return root;
  const [first, second] = [root.box.slice(0, n), root.box.slice(n)];
  const A = dyadic(root.bits);
  if (!first.some((x, i) => A.compare('!=', x, second[i]!) === 'yes'))
    return { kind: 'undecided', reason: 'the two points may be one' };
  const multiplier = times(A, map(A).jacobian(second), map(A).jacobian(first));
  return { kind: 'found', a: first, b: second, stability: stability(multiplier, root.bits), bits: root.bits };
}

export type Convergence =
  | {
      readonly kind: 'converges';
      readonly limit: Box;
      /** From this step on, the distance to the limit shrinks by `rate` a step, in a weighted maximum norm. */
      readonly steps: number;
      readonly rate: number;
    }
  | { readonly kind: 'undecided'; readonly reason: 'the orbit is lost' | 'no contraction found' };

export interface RunOptions {
  readonly maxSteps?: number;
  readonly bits?: number;
}

/** Does the run from an exact start converge to an isolated fixed point? */
export function convergesToFixedPoint(map: System, start: readonly Rational[], options: RunOptions = {}): Convergence {
  const [bits, last] = [options.bits ?? 128, options.maxSteps ?? 2000];
  let o: Orbit | undefined = beginOrbit(start, bits);
  for (let step = 1; step <= last; step++) {
    const before: Orbit = o;
    o = stepOrbit(map, o, bits);
    if (!o) return { kind: 'undecided', reason: 'the orbit is lost' };
    const close = o.box.every((x, i) => Math.abs(x.hi - before.box[i]!.hi) < 1e-3 * (1 + Math.abs(x.hi)));
    if (!close || (step % 16 !== 0 && step !== last)) continue;
    const fixed = fixedPoint(map, o.m.map(toRational));
    if (fixed.kind !== 'found' || fixed.stability !== 'attracting') continue;
    const rate = contraction(map, fixed.x.map(ofDyadic), o.box);
    if (rate < 1) return { kind: 'converges', limit: fixed.x, steps: step, rate };
  }
  return { kind: 'undecided', reason: 'no contraction found' };
}

/** The factor of a contraction on a ball (maximum norm, weighted) around every point of `limit` that holds `box`. */
function contraction(map: System, limit: Doubles, box: Doubles): number {
  const reach = limit.map((x, i) => breadth(joined(x, box[i]!)));
  const largest = Math.max(...reach);
  const weights = reach.map((r) => Math.max(2 * r, largest / 8, 1e-300));
  const ball = limit.map((x, i) => I.add(x, { lo: -weights[i]!, hi: weights[i]!, defined: 'yes' }));
  const j = map(I).jacobian(ball);
  const defined: Three = j
    .flat()
    .map((x) => x.defined)
    .reduce(both, 'yes');
  const rows = j.map((row, i) => row.map((x, k) => I.mul(I.abs(x), ratio(weights[k]!, weights[i]!))));
  const sums = rows.map((row) => row.reduce(I.add).hi);
  return defined === 'yes' ? Math.max(...sums) : Number.POSITIVE_INFINITY;
}
const toRational = (x: F.Float): Rational => F.toRational(x) ?? Q.ZERO;
const exact = (x: number): Interval => ({ lo: x, hi: x, defined: 'yes' });
const ratio = (a: number, b: number): Interval => I.div(exact(a), exact(b));
