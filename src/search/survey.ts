/**
 * Where the runs of a search were: how much of each range, how often in the regions a claim wants covered, how healthy.
 *
 * Counts only, decides nothing. Every eighth accepted run is looked at, a fraction of what the search itself costs.
 */
import type { Region } from '../claim/instance.ts';
import { compileInstance, type Program } from '../claim/program.ts';
import { toNumber } from '../number/decimal.ts';
import type { FastOutcome } from './fast.ts';
import { type FastInstance, fastInstance } from './fast.ts';
import type { Axis, Space } from './space.ts';

/** Told of every run in doubles. The arguments are valid during the call only. */
export type Observer = (space: Space, x: Float64Array, o: FastOutcome, strategy: string) => void;

/** How many of equal parts of the range (of orders of magnitude on a log scale, of values on a grid) had a run. */
export interface Range {
  readonly name: string;
  readonly met: number;
  readonly of: number;
}
export interface Covered {
  readonly text: string;
  readonly share: number;
  readonly least: number;
}
export interface Survey {
  /** Accepted runs that were looked at. */
  readonly sampled: number;
  readonly ranges: readonly Range[];
  readonly regions: readonly Covered[];
  /** Share of them with a side of a conclusion that was no finite number. */
  readonly undefined: number;
  /** Coordinates of the largest point that was tried. */
  readonly largest: number;
}

export interface Surveyor {
  readonly observe: Observer;
  readonly survey: () => Survey;
}

const PARTS = 16;
const EVERY = 8;
/** Regions cost an evaluation each: after that many, a sixteenth of the runs is looked at. */
const MANY = 4096;

/** The claim's setting with the region as its only assumption. */
function inRegion(p: Program, r: Region): FastInstance {
  const i = p.instance;
  return fastInstance(compileInstance({ ...i, assume: [r], conclude: [], tight: [], guide: [], cover: [] }));
}

interface Tally {
  readonly cells: Set<number>;
  of: number;
}

const partsOf = (axis: Axis): number => (axis.cell > 0 ? Math.min(PARTS, Math.round(1 / axis.cell)) : PARTS);

/** Names of the coordinates of a space, in their order. */
function owners({ fast, horizon }: Space): readonly string[] {
  const { reals, inputs } = fast.program.instance;
  const spread = (names: readonly { readonly name: string }[], counts: readonly number[]): readonly string[] =>
    names.flatMap((d, i) => new Array<string>(counts[i]!).fill(d.name));
  const step = spread(inputs, fast.counts.inputs);
  return [
    ...spread(reals, fast.counts.reals),
    ...Array.from({ length: step.length > 0 ? horizon : 0 }, () => step).flat(),
  ];
}

function tallied(tallies: Map<string, Tally>, names: readonly string[], space: Space, x: Float64Array): void {
  for (const [i, axis] of space.axes.entries()) {
    const of = partsOf(axis);
    const tally = tallies.get(names[i]!) ?? { cells: new Set<number>(), of };
    tallies.set(names[i]!, tally);
    tally.of = Math.max(tally.of, of);
    tally.cells.add(Math.min(of - 1, Math.floor(of * axis.encode(x[i]!))));
  }
}

/** Watches one search over these programs. */
export function surveyor(programs: readonly Program[]): Surveyor {
  const regions = programs[0]?.instance.cover ?? [];
  const hits = regions.map(() => 0);
  const compiled = new Map<Program, readonly FastInstance[]>();
  const names = new Map<Space, readonly string[]>();
  const tallies = new Map<string, Tally>();
  let [accepted, sampled, unclear, largest] = [0, 0, 0, 0];
  const asked = (p: Program): readonly FastInstance[] => {
    const known = compiled.get(p) ?? (p.instance.cover ?? []).map((r) => inRegion(p, r));
    compiled.set(p, known);
    return known;
  };
  const observe: Observer = (space, x, o) => {
    largest = Math.max(largest, x.length);
    if (!o.accepted || accepted++ % (sampled < MANY ? EVERY : 2 * EVERY) !== 0) return;
    sampled++;
    if (o.unclear.some((step) => step >= 0)) unclear++;
    const known = names.get(space) ?? owners(space);
    names.set(space, known);
    tallied(tallies, known, space, x);
    for (const [k, f] of asked(space.fast.program).entries()) if (f.evaluate(x, space.horizon).accepted) hits[k]!++;
  };
  const survey = (): Survey => ({
    sampled,
    ranges: [...tallies].map(([name, t]) => ({ name, met: t.cells.size, of: t.of })),
    regions: regions.map((r, k) => ({
      text: r.text,
      share: hits[k]! / Math.max(1, sampled),
      least: toNumber(r.least),
    })),
    undefined: unclear / Math.max(1, sampled),
    largest,
  });
  return { observe, survey };
}

/** The region that had too few of the runs, in words; undefined when all had enough. */
export function uncovered(s: Survey): string | undefined {
  const poor = s.regions.find((r) => r.share < r.least);
  return poor && `${percent(poor.share)} of the accepted runs had ${poor.text}, ${percent(poor.least)} are wanted`;
}

export const percent = (share: number): string =>
  `${share > 0 && share < 0.01 ? (100 * share).toPrecision(1) : Math.round(100 * share)} %`;

/** What makes a search less telling than its number of runs: few accepted, undefined conclusions, large points. */
export function health(s: Survey, runs: number, accepted: number): readonly string[] {
  const out: string[] = [];
  if (runs >= 1000 && accepted < runs / 100)
    out.push(`filters too much: ${percent(accepted / runs)} of the runs met the assumptions; solve for one with where`);
  if (s.undefined > 0.5)
    out.push(`often undefined: no number came out in ${percent(s.undefined)} of the accepted runs`);
  if (s.largest > 512) out.push(`large points: ${s.largest} numbers`);
  return out;
}

/** One line: how much of every range the accepted runs met. */
export const rangesText = (s: Survey): string => s.ranges.map((r) => `${r.name} ${r.met}/${r.of}`).join(', ');
