/**
 * Taylor coefficients of a formula along one variable, the others held at whatever they are (numbers or intervals).
 *
 * Rigorous in rigorous arithmetic. Trusts series.ts. Order k costs k² operations a node.
 */
import type { Term } from '../expr/term.ts';
import type { Arithmetic } from '../number/arithmetic.ts';
import { rational } from '../number/rational.ts';
import { extend, type Series, series } from './series.ts';

const compiled = new WeakMap<Term, Series | null>();
function seriesOf(variables: readonly Term[], t: Term): Series | undefined {
  const known = compiled.get(t);
  if (known !== undefined && (known === null || known.inputs === variables.length)) return known ?? undefined;
  let made: Series | null = null;
  try {
    made = series(variables, [t]);
  } catch (e) {
    if (!(e instanceof TypeError || e instanceof RangeError)) throw e;
  }
  compiled.set(t, made);
  return made ?? undefined;
}

/** Coefficients 0 … order of t at x in direction `along`; undefined where t is not smooth by rule (|x|, min, max). */
export function jet<T>(
  A: Arithmetic<T>,
  variables: readonly Term[],
  t: Term,
  x: readonly T[],
  along: number,
  order: number,
): readonly T[] | undefined {
  const s = seriesOf(variables, t);
  if (!s) return undefined;
  const [zero, one] = [A.rational(rational(0)), A.rational(rational(1))];
  const at: T[][] = Array.from({ length: s.inputs + s.rules.length }, () => []);
  for (let k = 0; k <= order; k++) {
    x.forEach((value, i) => {
      at[i]![k] = k === 0 ? value : k === 1 && i === along ? one : zero;
    });
    extend(A, s, at, k);
  }
  return at[s.outputs[0]!]!;
}
