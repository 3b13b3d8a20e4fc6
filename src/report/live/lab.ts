/**
 * The replay without a page: a point, what the claim says there in doubles and rigorously, and its pictures.
 *
 * `decide` is the engine's own verdict on exact numbers; everything else is computed in doubles, to be looked at.
 */
import { certifyPoint } from '../../certify/point.ts';
import { quantitiesAt } from '../../certify/quantities.ts';
import { judge } from '../../claim/judge.ts';
import type { ExactPoint } from '../../claim/point.ts';
import type { Program } from '../../claim/program.ts';
import type { Ends } from '../../claim/witness.ts';
import { decimalDown, decimalUp, toNumber } from '../../number/decimal.ts';
import { float64 } from '../../number/float64.ts';
import { runFigures } from '../figures.ts';
import { type MarginMap, marginMap } from '../map.ts';
import { curves } from '../plot/curves.ts';
import type { Figure, XY } from '../plot/svg.ts';
import { type Followed, follow } from '../runs.ts';
import { type Knob, moved, numberOf, valueAt } from './knobs.ts';

/** Conclusions and assumptions in doubles. */
export interface Quick {
  readonly met: boolean;
  readonly holds: boolean;
  readonly margin: number;
  readonly step: number | null;
}

const plainPoint = (x: ExactPoint) => {
  const inputs = x.inputs.map((s) => s.map(toNumber));
  return { params: x.params.map(toNumber), inputs: (k: number) => inputs[k] ?? [], horizon: x.horizon };
};

export function quick(p: Program, x: ExactPoint): Quick {
  const r = judge(float64, p, plainPoint(x));
  const worst = r.conclude.reduce((a, b) => ((b.margin ?? Infinity) < (a.margin ?? Infinity) ? b : a));
  const failing = r.conclude.find((c) => c.truth === 'no') ?? worst;
  return {
    met: r.assume.every((a) => a.truth === 'yes'),
    holds: r.conclude.every((c) => c.truth === 'yes'),
    margin: failing.margin ?? Number.NaN,
    step: failing.step,
  };
}

export interface Said {
  readonly kind: 'refuted' | 'holds' | 'inadmissible' | 'undecided';
  readonly words: string;
  readonly step: number | null;
  readonly margin: Ends | null;
  /** Enclosures of what has a name there. */
  readonly quantities: { readonly [name: string]: Ends };
}

const ends = (b: readonly [Ratio | undefined, Ratio | undefined] | undefined): Ends | null =>
  b?.[0] && b[1] ? [decimalDown(b[0]), decimalUp(b[1])] : null;
type Ratio = Parameters<typeof decimalDown>[0];

const LIMITS = { maxBits: 848, milliseconds: 2000 } as const;

/** The rigorous verdict at the point, as words and enclosures. */
export function decide(p: Program, x: ExactPoint, conclude: readonly string[]): Said {
  const v = certifyPoint(p, x, LIMITS);
  const none = { step: null, margin: null, quantities: quantities(p, x, null) };
  if (v.kind === 'inadmissible') return { ...none, kind: v.kind, words: `Not a point of the claim: ${v.why}.` };
  if (v.kind === 'undecided') return { ...none, kind: v.kind, words: `Not decided here (${v.why ?? v.reason}).` };
  const by =
    v.certificate === 'dyadic'
      ? `intervals of ${v.bits} bits`
      : v.certificate === 'exact'
        ? 'exact fractions'
        : 'intervals';
  if (v.kind === 'holds') return { ...none, kind: v.kind, words: `The claim holds here (${by}).` };
  const { step } = v.said;
  const at = step === null ? '' : ` at step ${step}`;
  const how = v.said.undefinedSide ? 'is undefined' : 'fails';
  const sides = v.said.sides ? { 'left side': ends(v.said.sides[0]), 'right side': ends(v.said.sides[1]) } : {};
  const known = Object.entries(sides).filter((e): e is [string, Ends] => e[1] !== null);
  return {
    kind: v.kind,
    words: `All assumptions hold and ${conclude[v.conclusion]} ${how}${at} (${by}).`,
    step,
    margin: v.said.undefinedSide ? null : ends(v.said.margin),
    quantities: { ...quantities(p, x, step), ...Object.fromEntries(known) },
  };
}

function quantities(p: Program, x: ExactPoint, step: number | null): Said['quantities'] {
  try {
    return quantitiesAt(p, x, step);
  } catch {
    return {};
  }
}

export const followed = (p: Program, x: ExactPoint): readonly Followed[] => follow(p, x);

/** Plots of the runs; those of the run that is stepped through, and others of its kind, have a mark at the row. */
export function plots(
  runs: readonly Followed[],
  mark: number | null,
  stepped: Followed | undefined,
): readonly Figure[] {
  return runs.flatMap((f) => runFigures(f, f.kind === stepped?.kind ? mark : null));
}

const SAMPLES = 80;
/** The margin of the conclusions while one number goes through its domain, all else fixed. */
export function marginAlong(p: Program, x: ExactPoint, k: Knob): Figure | undefined {
  const points = Array.from({ length: SAMPLES + 1 }, (_, i): XY => {
    const q = valueAt(k, (i * k.positions) / SAMPLES);
    const there = quick(p, moved(k, x, q));
    return [toNumber(q), there.met ? there.margin : Number.NaN];
  });
  if (points.filter(([, y]) => Number.isFinite(y)).length < 2) return undefined;
  const now = toNumber(numberOf(k, x));
  const caption = `The smallest margin of a conclusion along ${k.name}, all else fixed (doubles); nothing where an assumption fails. Below 0 the claim fails. The upright line is at the point.`;
  const figure = curves([{ name: 'margin', points }], {
    title: `The margin along ${k.name}`,
    caption,
    x: k.name,
    y: 'margin',
    mark: now,
    level: { at: 0, name: '0' },
    dotted: false,
  });
  return figure;
}

export function mapOf(p: Program, x: ExactPoint): MarginMap | undefined {
  try {
    return marginMap(p, x);
  } catch {
    return undefined;
  }
}
