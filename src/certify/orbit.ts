/**
 * Orbits of maps x ↦ F(x) enclosed step by step, and formulas as systems over any arithmetic.
 *
 * Rigorous: a set is m + B·r with an exact middle m at any precision, B almost orthogonal and r tiny; the step uses the
 * mean value form, so that a thousand contracting steps lose a few bits, not a thousand. Trusts dyadic.ts, interval.ts and
 * the differentiator. One evaluation at the middle, one interval Jacobian and O(n³) doubles a step.
 */
import { gradient } from '../expr/gradient.ts';
import type { Term } from '../expr/term.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import type * as F from '../number/bigfloat.ts';
import { type Dyadic, dyadic } from '../number/dyadic.ts';
import { interval as I, ofDyadic } from '../number/interval.ts';
import type { Rational } from '../number/rational.ts';
import { evaluate, tape } from '../tape/tape.ts';
import { middle as centre, point, proper, type System } from './krawczyk.ts';
import {
  apply,
  type Box,
  bounded,
  breadth,
  inverse,
  joined,
  middle,
  type Numbers,
  orthogonal,
  points,
  sum,
  times,
  unit,
  ZERO,
} from './matrices.ts';

type Float = F.Float;

/** Formulas of the variables, with their symbolic Jacobian. Throws on free names and on min, max. */
export function systemOf(variables: readonly Term[], formulas: readonly Term[]): System {
  const values = tape(variables, formulas);
  const slopes = tape(
    variables,
    formulas.flatMap((f) => gradient(f, variables)),
  );
  const n = variables.length;
  return <T>(a: Arithmetic<T>) => ({
    value: (x: readonly T[]) => evaluate(a, values, x) as readonly T[],
    jacobian: (x: readonly T[]) => {
      const flat = evaluate(a, slopes, x) as readonly T[];
      return formulas.map((_, i) => flat.slice(i * n, (i + 1) * n));
    },
  });
}

export interface Orbit {
  readonly m: readonly Float[];
  readonly b: Numbers;
  readonly r: Box;
  /** m + B·r and m itself, in doubles. */
  readonly box: Box;
}

const hullOf = (m: readonly Float[], b: Numbers, r: Box): Box =>
  sum(
    m.map((x) => ofDyadic(point(x))),
    apply(
      points(b),
      r.map((x) => joined(x, ZERO)),
    ),
  );

export function beginOrbit(x: readonly Rational[], bits: number): Orbit {
  const a = dyadic(bits);
  return settle(x.map(a.rational), bits);
}
/** A set from enclosures that are boxes already. */
function settle(x: readonly Dyadic[], bits: number): Orbit {
  const a = dyadic(bits);
  const m = x.map((e) => centre(e, bits));
  const r = x.map((e, i) => ofDyadic(a.sub(e, point(m[i]!))));
  const b = unit(m.length);
  return { m, b, r, box: hullOf(m, b, r) };
}

/** The set one step later; undefined where F or its Jacobian is not defined and bounded on the set. */
export function stepOrbit(map: System, o: Orbit, bits: number): Orbit | undefined {
  const a = dyadic(bits);
  const y = map(a).value(o.m.map(point));
  if (!y.every(proper)) return undefined;
  const next = settle(y, bits);
  const j = map(I).jacobian(o.box);
  if (!j.flat().every(bounded)) return undefined;
  const jb = times(j, points(o.b));
  const b = orthogonal(
    jb.map((row) => row.map(middle)),
    o.r.map(breadth),
  );
  const back = inverse(b);
  if (!back) return undefined;
  const r = sum(apply(times(back, jb), o.r), apply(back, next.r));
  return r.every(bounded) ? { m: next.m, b, r, box: hullOf(next.m, b, r) } : undefined;
}

/** Is the set one exact point? */
export const isPoint = (o: Orbit): boolean => o.r.every((x) => x.lo === 0 && x.hi === 0);
