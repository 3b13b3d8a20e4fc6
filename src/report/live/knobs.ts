/**
 * The numbers of a point that can be moved: positions of a slider as the simplest rationals near them, text as exact ones.
 *
 * Values are exact and inside their domains, decided by the engine's own rule; nothing here rounds a value.
 */
import { type Coordinate, inside } from '../../claim/domains.ts';
import type { Declared, Instance } from '../../claim/instance.ts';
import type { ExactPoint } from '../../claim/point.ts';
import { parseRational, toNumber } from '../../number/decimal.ts';
import * as Q from '../../number/rational.ts';
import { simplestBetween } from '../../search/simple.ts';
import { plainName } from '../plot/svg.ts';

type Rational = Q.Rational;

export interface Knob {
  /** As in the plots: η, u₁. */
  readonly name: string;
  readonly of: Coordinate;
  /** The step an input belongs to; null for a real. */
  readonly step: number | null;
  /** Index among the parameters, or among the inputs of its step. */
  readonly index: number;
  /** Positions run from 0 to this. */
  readonly positions: number;
}

const POSITIONS = 1000;

const entryName = (d: Declared, i: number): string =>
  d.shape.kind === 'scalar'
    ? d.name
    : d.shape.kind === 'matrix'
      ? `${d.name}[${Math.floor(i / d.shape.columns)},${i % d.shape.columns}]`
      : `${d.name}[${i}]`;

const count = (c: Coordinate): number =>
  c.step ? Math.min(POSITIONS, toNumber(Q.div(Q.sub(c.hi, c.lo), c.step))) : POSITIONS;

function of(list: readonly Declared[], step: number | null): readonly Knob[] {
  let from = 0;
  return list.flatMap((d) => {
    const start = from;
    from += d.variables.length;
    if (d.domain.form !== 'entries' || toNumber(d.domain.of.lo) === toNumber(d.domain.of.hi)) return [];
    const { of: c } = d.domain;
    const at = step === null ? '' : ` at step ${step}`;
    return d.variables.map((_, i) => ({
      name: `${plainName(entryName(d, i))}${at}`,
      of: c,
      step,
      index: start + i,
      positions: count(c),
    }));
  });
}

/** Everything that can be moved by itself: entries of plain domains, of reals and of the inputs of each step. */
export const knobsOf = (i: Instance, x: ExactPoint): readonly Knob[] => [
  ...of(i.reals, null),
  ...x.inputs.flatMap((_, k) => of(i.inputs, k)),
];

export const numberOf = (k: Knob, x: ExactPoint): Rational =>
  k.step === null ? x.params[k.index]! : x.inputs[k.step]![k.index]!;

export function moved(k: Knob, x: ExactPoint, to: Rational): ExactPoint {
  const put = (list: readonly Rational[]): readonly Rational[] => list.map((q, i) => (i === k.index ? to : q));
  if (k.step === null) return { ...x, params: put(x.params) };
  return { ...x, inputs: x.inputs.map((s, i) => (i === k.step ? put(s) : s)) };
}

const ends = (c: Coordinate): readonly [number, number] => {
  const [lo, hi] = [toNumber(c.lo), toNumber(c.hi)];
  return [c.log && lo <= 0 ? hi * 2 ** -40 : lo, hi];
};

/** The place of a number along the slider, 0 to 1. */
function part(c: Coordinate, v: number): number {
  const [lo, hi] = ends(c);
  const s = c.log ? Math.log(Math.max(v, lo) / lo) / Math.log(hi / lo) : (v - lo) / (hi - lo);
  return Math.min(1, Math.max(0, s));
}
export const positionOf = (k: Knob, q: Rational): number => Math.round(part(k.of, toNumber(q)) * k.positions);

/** The simplest rational of the domain within half a position. */
export function valueAt(k: Knob, position: number): Rational {
  const { of: c } = k;
  if (c.step) {
    const steps = toNumber(Q.div(Q.sub(c.hi, c.lo), c.step));
    return Q.add(c.lo, Q.mul(c.step, Q.rational(Math.round((position / k.positions) * steps))));
  }
  const [lo, hi] = ends(c);
  const at = (p: number): number => {
    const s = Math.min(1, Math.max(0, p / k.positions));
    return c.log ? lo * (hi / lo) ** s : lo + (hi - lo) * s;
  };
  const q = simplestBetween(at(position - 0.5), at(position + 0.5));
  if (q && inside(c, q)) return q;
  const inner = simplestBetween(at(Math.max(position - 0.5, 0.02)), at(Math.min(position + 0.5, k.positions - 0.02)));
  return inner && inside(c, inner) ? inner : Q.div(Q.add(c.lo, c.hi), Q.rational(2));
}

/** A number as typed, when it is exact and in the domain. */
export function typed(k: Knob, text: string): Rational | undefined {
  const q = text.length <= 60 ? parseRational(text.trim()) : undefined;
  return q && inside(k.of, q) ? q : undefined;
}

export const shortText = ({ num, den }: Rational): string => (den === 1n ? `${num}` : `${num}/${den}`);
/** The domain, for people. */
export const domainText = ({ lo, hi, loOpen, hiOpen, step }: Coordinate): string =>
  `${loOpen ? '(' : '['}${shortText(lo)}, ${shortText(hi)}${hiOpen ? ')' : ']'}${step ? `, steps of ${shortText(step)}` : ''}`;
