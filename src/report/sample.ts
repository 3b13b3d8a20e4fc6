/**
 * A point of a claim to look at when nothing refutes it: short rationals spread over the domain, the first that meets the
 * assumptions. Nothing is claimed about it. Deterministic; some hundred evaluations in doubles.
 */
import { type Coordinate, coordinates, inside, values } from '../claim/domains.ts';
import type { Instance } from '../claim/instance.ts';
import { judge } from '../claim/judge.ts';
import type { ExactPoint } from '../claim/point.ts';
import { compileInstance, type Program } from '../claim/program.ts';
import { toNumber } from '../number/decimal.ts';
import { exact } from '../number/exact.ts';
import { float64 } from '../number/float64.ts';
import * as Q from '../number/rational.ts';
import { simplestBetween } from '../search/simple.ts';

type Rational = Q.Rational;
const TRIES = 200;
const GOLDEN = 0.6180339887498949;

/** The simplest number near a place of the interval, on its grid. */
function near(c: Coordinate, s: number): Rational {
  const [lo, hi] = [toNumber(c.lo), toNumber(c.hi)];
  if (c.step) {
    const steps = Math.round(toNumber(Q.div(Q.sub(c.hi, c.lo), c.step)) * s);
    return Q.add(c.lo, Q.mul(c.step, Q.rational(steps)));
  }
  const low = c.log ? Math.max(lo, hi * 1e-3) : lo;
  const at = c.log ? low * (hi / low) ** s : low + (hi - low) * s;
  const air = (c.log ? at : hi - low) / 40;
  const q = simplestBetween(Math.max(low, at - air), Math.min(hi, at + air));
  return q && inside(c, q) ? q : Q.div(Q.add(c.lo, c.hi), Q.rational(2));
}

function entries(i: Instance, k: number): readonly Rational[] | undefined {
  let place = k;
  const next = (): number => (0.5 + GOLDEN * ++place * (1 + k / 7)) % 1;
  const out: Rational[] = [];
  for (const r of i.reals) {
    const free = coordinates(r.domain, r.shape).map((c) => near(c, next()));
    for (const v of values(exact, r.domain, r.shape, free.map(exact.rational))) {
      if (!v.value) return undefined;
      out.push(v.value);
    }
  }
  return out;
}

/** At the largest sizes with at most 12 parameters; undefined for claims with inputs and where nothing fits. */
export function samplePoint(instances: readonly Instance[]): { program: Program; point: ExactPoint } | undefined {
  const small = instances.filter((i) => i.reals.reduce((n, r) => n + r.variables.length, 0) <= 12);
  const instance = small[small.length - 1];
  if (!instance || instance.inputs.length > 0 || instance.finite?.length) return undefined;
  const program = compileInstance(instance);
  const horizon = 20;
  for (let k = 0; k < TRIES; k++) {
    const params = entries(instance, k);
    if (!params) continue;
    const floats = { params: params.map(toNumber), inputs: () => [], horizon };
    const met = judge(float64, program, floats).assume.every((a) => a.truth !== 'no');
    if (met) return { program, point: { choice: instance.choice, params, inputs: [], horizon } };
  }
  return undefined;
}
