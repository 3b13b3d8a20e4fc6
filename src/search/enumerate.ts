/**
 * The cheapest witness of a space, by trying places in the order of their cost: the same from whatever witness one starts.
 *
 * Patterns of equal values from coarse to fine: every partition of few coordinates; of many, all equal, equal where the
 * domains are, equal entries of each real, free entries.
 * Stops at the first hit of a pattern or when its evaluations are used up.
 */
import { type Coordinate, inside } from '../claim/domains.ts';
import * as Q from '../number/rational.ts';
import { again, cost } from './simple.ts';
import { axisOf, fastOf, type Place } from './space.ts';
import { affordable, type Lab, type Witness, witnessAt } from './witness.ts';

type Rational = Q.Rational;

/** Which group each coordinate belongs to. */
type Pattern = readonly number[];

interface Group {
  /** Values by cost. */
  readonly byCost: readonly (readonly Rational[])[];
  /** How many coordinates take the value. */
  readonly size: number;
}

const same = (a: Coordinate, b: Coordinate): boolean =>
  Q.equal(a.lo, b.lo) &&
  Q.equal(a.hi, b.hi) &&
  a.loOpen === b.loOpen &&
  a.hiOpen === b.hiOpen &&
  a.log === b.log &&
  (a.step === b.step || (a.step !== undefined && b.step !== undefined && Q.equal(a.step, b.step)));

/** Coordinates of a place with the declaration each belongs to. */
function layout(lab: Lab, program: number, horizon: number): { of: Coordinate[]; declared: number[] } {
  const fast = fastOf(lab.programs[program]!);
  const owners = (counts: readonly number[], from: number): number[] =>
    counts.flatMap((n, i) => new Array<number>(n).fill(from + i));
  const steps = fast.stepCoordinates.length > 0 ? horizon : 0;
  const [reals, inputs] = [owners(fast.counts.reals, 0), owners(fast.counts.inputs, fast.counts.reals.length)];
  return {
    of: [...fast.coordinates, ...Array.from({ length: steps }, () => fast.stepCoordinates).flat()],
    declared: [...reals, ...Array.from({ length: steps }, () => inputs).flat()],
  };
}

const FEW = 4;

/** Partitions of n things as group numbers, in the order of first members. */
function partitions(n: number): Pattern[] {
  if (n === 0) return [[]];
  return partitions(n - 1).flatMap((p) => {
    const groups = Math.max(-1, ...p) + 1;
    return Array.from({ length: groups + 1 }, (_, g) => [...p, g]);
  });
}

function patterns(of: readonly Coordinate[], declared: readonly number[]): readonly Pattern[] {
  if (of.length <= FEW) return partitions(of.length).sort((a, b) => Math.max(...a) - Math.max(...b));
  const one = of.map(() => 0);
  const equal = of.map((c) => of.findIndex((d) => same(c, d)));
  const each = of.map((_, i) => i);
  const distinct = new Map([one, equal, declared, each].map((p) => [compact(p).join(), compact(p)]));
  return [...distinct.values()];
}
const compact = (p: Pattern): number[] => {
  const names = [...new Set(p)];
  return p.map((g) => names.indexOf(g));
};

const MOST = 48;

function groups(of: readonly Coordinate[], pattern: Pattern): readonly Group[] {
  return Array.from({ length: Math.max(-1, ...pattern) + 1 }, (_, g) => {
    const members = of.filter((_, i) => pattern[i] === g);
    const size = members.length;
    const byCost: Rational[][] = Array.from({ length: MOST + 1 }, () => []);
    for (const q of axisOf(members[0]!).short()) {
      if (!members.every((c) => inside(c, q))) continue;
      const total = cost(q) + (size - 1) * again(q);
      if (total <= MOST) byCost[total]!.push(q);
    }
    return { byCost, size };
  });
}

/** Every choice of values of exactly that total cost; ends when `visit` returns true. */
function choices(
  list: readonly Group[],
  total: number,
  at: number,
  chosen: Rational[],
  visit: (values: readonly Rational[]) => boolean,
): boolean {
  if (at === list.length) return total === 0 && visit(chosen);
  const { byCost } = list[at]!;
  const from = at === list.length - 1 ? total : 0;
  for (let c = from; c <= Math.min(total, MOST); c++)
    for (const q of byCost[c]!) {
      chosen[at] = q;
      if (choices(list, total - c, at + 1, chosen, visit)) return true;
    }
  return false;
}

/** The first witness of a pattern that costs less than `below`. */
function cheapest(
  lab: Lab,
  at: Omit<Place, 'coordinates'>,
  list: readonly Group[],
  p: Pattern,
  below: number,
  evaluations: number,
): Witness | undefined {
  let [found, left] = [undefined as Witness | undefined, evaluations];
  const visit = (values: readonly Rational[]): boolean => {
    found = witnessAt(lab, { ...at, coordinates: p.map((g) => values[g]!) });
    return found !== undefined || left-- <= 0 || lab.evaluations <= 0 || lab.failures <= 0;
  };
  for (let total = 0; total < below; total++) if (choices(list, total, 0, [], visit)) return found;
  return undefined;
}

/** The cheapest witness of these sizes and this horizon, found within some `work`, that costs less than `below`. */
export function enumerated(
  lab: Lab,
  program: number,
  horizon: number,
  below: number,
  work: number,
): Witness | undefined {
  const { of, declared } = layout(lab, program, horizon);
  let best: Witness | undefined;
  const all = patterns(of, declared);
  const evaluations = affordable(fastOf(lab.programs[program]!), horizon, work / all.length);
  for (const pattern of all) {
    const bound = Math.min(best?.cost ?? below, MOST * of.length + 1);
    best = cheapest(lab, { program, horizon }, groups(of, pattern), pattern, bound, evaluations) ?? best;
  }
  return best;
}
