/**
 * Runs proved to diverge: an iterate enters a region from which every later one is larger by a fixed factor.
 *
 * Rigorous: orbits are enclosed (orbit.ts), the condition of the region is decided three-valued in dyadic arithmetic, and
 * the growth inside the region is either a theorem (the cone of the two-factor product) or an interval evaluation on the
 * unbounded region itself (scalar maps). Not to have met the region in time is `undecided`, never "converges".
 */
import type { Arithmetic } from '../number/arithmetic.ts';
import * as F from '../number/bigfloat.ts';
import { type Dyadic, dyadic, span } from '../number/dyadic.ts';
import * as Q from '../number/rational.ts';
import { proper } from './krawczyk.ts';

type Rational = Q.Rational;
export type Escape =
  /** From this step on, `what` grows at least by `factor` a step. */
  | { readonly kind: 'diverges'; readonly step: number; readonly what: string; readonly factor: Rational }
  | { readonly kind: 'undecided'; readonly reason: 'the orbit is lost' | 'no escape in time' };
export interface EscapeOptions {
  readonly maxSteps?: number;
  readonly ladder?: readonly number[];
}
const LADDER: readonly number[] = [128, 512, 2048];

/** Runs a map along the precision ladder until `met` is certainly true at some step. */
function watch(
  start: readonly Rational[],
  step: (a: Arithmetic<Dyadic>) => (x: readonly Dyadic[]) => readonly Dyadic[],
  met: (
    a: Arithmetic<Dyadic>,
    x: readonly Dyadic[],
  ) => { readonly what: string; readonly factor: Rational } | undefined,
  options: EscapeOptions,
): Escape {
  let lost = false;
  for (const bits of options.ladder ?? LADDER) {
    const a = dyadic(bits);
    const next = step(a);
    lost = false;
    let x: readonly Dyadic[] = start.map(a.rational);
    for (let k = 0; k <= (options.maxSteps ?? 200) && !lost; k++) {
      const found = met(a, x);
      if (found) return { kind: 'diverges', step: k, ...found };
      x = next(x);
      lost = !x.every(proper);
    }
  }
  return { kind: 'undecided', reason: lost ? 'the orbit is lost' : 'no escape in time' };
}

const whole = (n: number): Rational => Q.rational(n);

/**
 * Descent on ½(uv − μ)² with step η > 0, μ > 0. The cone: η|e| ≥ 100 for e = uv − μ and, with a = u + v, b = u − v, either
 * e < 0, |b| ≥ 1.6|a|, b² ≥ 36μ or e > 0, |a| ≥ 1.6|b|, a² ≥ 36μ; then |e| grows a thousandfold at every later step.
 */
export function productEscape(
  u: Rational,
  v: Rational,
  mu: Rational,
  eta: Rational,
  options: EscapeOptions = {},
): Escape {
  if (Q.sign(mu) <= 0 || Q.sign(eta) <= 0) throw new RangeError('μ > 0 and η > 0 are wanted');
  return watch(
    [u, v],
    (a) => {
      const [target, rate] = [a.rational(mu), a.rational(eta)];
      return ([x, y]) => {
        const pull = a.mul(rate, a.sub(a.mul(x!, y!), target));
        return [a.sub(x!, a.mul(pull, y!)), a.sub(y!, a.mul(pull, x!))];
      };
    },
    (a, [x, y]) => (inCone(a, x!, y!, mu, eta) ? { what: '|uv − μ|', factor: whole(1000) } : undefined),
    options,
  );
}

function inCone(a: Arithmetic<Dyadic>, x: Dyadic, y: Dyadic, mu: Rational, eta: Rational): boolean {
  const e = a.sub(a.mul(x, y), a.rational(mu));
  const [plus, minus] = [a.add(x, y), a.sub(x, y)];
  const below = a.compare('<', e, a.rational(Q.ZERO));
  const [long, short] = below === 'yes' ? [minus, plus] : [plus, minus];
  const far = a.compare('<=', a.rational(Q.div(whole(100), eta)), a.abs(e));
  const wide = a.compare('<=', a.mul(a.rational(Q.rational(8, 5)), a.abs(short)), a.abs(long));
  const large = a.compare('<=', a.rational(Q.mul(whole(36), mu)), a.square(long));
  return below !== 'undecided' && [far, wide, large].every((x) => x === 'yes');
}

/**
 * A scalar map written as x ↦ ρ(x)·x: once |ρ| ≥ factor > 1 on everything at least as far from 0 as the iterate (proved by
 * evaluating ρ on (−∞, −c] and [c, ∞)), |x| grows by that factor at every step.
 */
export function ratioEscape(
  ratio: <S>(a: Arithmetic<S>) => (x: S) => S,
  start: Rational,
  options: EscapeOptions & { readonly factor?: Rational } = {},
): Escape {
  const factor = options.factor ?? Q.rational(9, 8);
  if (Q.compare(factor, Q.ONE) <= 0) throw new RangeError('a factor above 1 is wanted');
  return watch(
    [start],
    (a) => {
      const rho = ratio(a);
      return ([x]) => [a.mul(rho(x!), x!)];
    },
    (a, [x]) => {
      const c = a.abs(x!).lo;
      if (c.m <= 0n) return undefined;
      const rho = ratio(a);
      const sides = [span(F.neg(F.INF), F.neg(c)), span(c, F.INF)];
      const grows = sides.every((s) => a.compare('<=', a.rational(factor), a.abs(rho(s))) === 'yes');
      return grows ? { what: '|x|', factor } : undefined;
    },
    options,
  );
}
