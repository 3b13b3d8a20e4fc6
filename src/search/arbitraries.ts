/**
 * Rational numbers of a coordinate as fast-check arbitraries: the only importer of fast-check.
 *
 * fast-check drives generation and coordinate-wise shrinking; values are exact and always admissible. Small denominators
 * and ends come first while fast-check's bias lasts, then numbers of every size. Generation costs some microseconds.
 */
import fc from 'fast-check';
import { type Coordinate, inside } from '../claim/domains.ts';
import * as Q from '../number/rational.ts';
import { approximate, cost } from './simple.ts';
import { type Axis, axisOf, snapped } from './space.ts';

type Rational = Q.Rational;

const isRational = (x: unknown): x is Rational =>
  typeof x === 'object' && x !== null && typeof (x as Rational).num === 'bigint';

class RationalArbitrary extends fc.Arbitrary<Rational> {
  readonly #axis: Axis;
  constructor(axis: Axis) {
    super();
    this.#axis = axis;
  }

  override generate(random: fc.Random, bias: number | undefined): fc.Value<Rational> {
    const axis = this.#axis;
    const uniform = (): number => random.nextInt(0, 2 ** 30) / 2 ** 30;
    const short = axis.short();
    const kind = bias === undefined ? 2 : random.nextInt(0, bias) === 0 ? 0 : random.nextInt(0, 9);
    if (kind <= 1 && short.length > 0) {
      const most = kind === 0 ? Math.min(short.length, 8) : short.length;
      return new fc.Value(short[random.nextInt(0, most - 1)]!, undefined);
    }
    const x = axis.decode(uniform());
    const level = 2 ** -random.nextInt(2, 24);
    return new fc.Value(kind <= 4 ? snapped(axis, x, level) : axis.exact(x), undefined);
  }

  override canShrinkWithoutContext(value: unknown): value is Rational {
    return isRational(value) && inside(this.#axis.of, value);
  }

  /** Shorter numbers: the shortest of all, then the shortest in smaller and smaller surroundings. */
  override shrink(value: Rational, _context: unknown): fc.Stream<fc.Value<Rational>> {
    const axis = this.#axis;
    const limit = cost(value);
    const seen = new Set<string>();
    const around = LEVELS.map((level) => snapped(axis, approximate(value), level));
    const shorter = [...axis.short().slice(0, 4), ...around].filter((q) => {
      const text = Q.text(q);
      return cost(q) < limit && !seen.has(text) && seen.add(text);
    });
    return fc.stream(shorter.map((q) => new fc.Value(q, undefined)).values());
  }
}
const LEVELS = [0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 5e-3, 2e-3, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8, 1e-10];

export const rationals = (c: Coordinate): fc.Arbitrary<Rational> => new RationalArbitrary(axisOf(c));

/** Points of several coordinates; in some, coordinates of one domain are equal. */
export function places(of: readonly Coordinate[]): fc.Arbitrary<readonly Rational[]> {
  return fc.tuple(...of.map(rationals));
}

/** `count` points, the same for the same seed. */
export const sample = (of: readonly Coordinate[], count: number, seed: number): readonly (readonly Rational[])[] =>
  of.length === 0 ? Array.from({ length: count }, () => []) : fc.sample(places(of), { numRuns: count, seed });

/** The point fast-check ends at when it shrinks `start`, coordinate by coordinate, as long as `fails` says true. */
export function shrunkPlace(
  of: readonly Coordinate[],
  start: readonly Rational[],
  fails: (place: readonly Rational[]) => boolean,
): readonly Rational[] {
  if (of.length === 0) return start;
  const property = fc.property(places(of), (place) => !fails(place));
  const details = fc.check(property, { examples: [[start]], numRuns: 1, seed: 0 });
  return details.counterexample?.[0] ?? start;
}
