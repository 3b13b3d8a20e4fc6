/**
 * Quantized training as a map on whole numbers: a polynomial step, one rounding per coordinate, exact.
 *
 * `exact` is the BigInt reference. `step` is generated JavaScript on doubles where integer intervals prove every
 * intermediate value at most 2⁵³ and every number before a rounding at most 2⁵¹ (then the quotient by the common
 * denominator falls on the right side of every tie), and is the reference otherwise. Trusts integer.ts and fixed.ts.
 * About 10 ns a step for one weight u² − v², a microsecond in BigInt.
 */
import { ClaimError } from '../expr/error.ts';
import { gradient } from '../expr/gradient.ts';
import * as T from '../expr/term.ts';
import * as F from '../number/fixed.ts';
import * as Q from '../number/rational.ts';
import * as I from './integer.ts';

type Rational = Q.Rational;
type Term = T.Term;
export type Constants = ReadonlyMap<string, Rational>;

/** Whole numbers, one per coordinate: grid steps, then (with several batches) the phase in the batch cycle. */
export type State = readonly number[];

/** The map x ← x − decrement(x) on the states, rounded. */
export interface MapSpec {
  readonly states: readonly string[];
  /** Polynomials in the states and constants, such as η ∂loss/∂x. */
  readonly decrements: readonly Term[];
  readonly constants?: Constants;
  /** More constants, one set per step, used in turn for ever: a fixed batch cycle. */
  readonly batches?: readonly Constants[];
  readonly format: F.Format;
  /** update: z − R(decrement); store: R(z − decrement), in grid steps. */
  readonly rounds: 'update' | 'store';
  /** Bits of the register that sums are held in; too few is an error. Unlimited when left out. */
  readonly accumulator?: number;
}

export interface Coordinate {
  readonly name: string;
  readonly lo: number;
  readonly hi: number;
}

/** One coordinate before rounding: (top·slot)/den grid steps, den > 0. */
interface Fraction {
  readonly top: bigint;
  readonly den: bigint;
  readonly slot: number;
}
interface Phase {
  readonly code: I.IntegerCode;
  readonly fractions: readonly Fraction[];
}
/** A step before rounding is chosen. */
export interface Prepared {
  readonly spec: MapSpec;
  readonly coordinates: readonly Coordinate[];
  readonly phases: readonly Phase[];
  /** Every whole number that occurs lies in this range; the numbers that are rounded lie in `rounded`. */
  readonly values: F.Range;
  readonly rounded: F.Range;
}

export interface QuantizedMap extends Prepared {
  readonly rounding: F.Rounding;
  readonly exact: (z: State) => State;
  readonly step: (z: State) => State;
  /** Whether `step` is the generated code. */
  readonly fast: boolean;
}

/** The decrements of gradient descent: η ∂loss/∂x for every state. */
export const descentDecrements = (loss: Term, eta: Term, states: readonly string[]): readonly Term[] =>
  gradient(loss, states.map(T.variable)).map((g) => T.mul(eta, g));

/** The decrements of any map, x − next(x). */
export const stepDecrements = (next: readonly Term[], states: readonly string[]): readonly Term[] =>
  next.map((t, i) => T.sub(T.variable(states[i]!), t));

const unit = (f: F.Format): Rational => Q.rational(1n, 1n << BigInt(f.fraction));

function meaning(spec: MapSpec, batch: Constants | undefined): ReadonlyMap<string, I.Meaning> {
  const factor = unit(spec.format);
  const all = new Map<string, I.Meaning>([...(spec.constants ?? []), ...(batch ?? [])]);
  spec.states.forEach((name, index) => {
    if (all.has(name)) throw new ClaimError('a state that is no constant', name);
    all.set(name, { index, factor });
  });
  return all;
}

function phase(spec: MapSpec, batch: Constants | undefined): Phase {
  const code = I.compileInteger(spec.decrements, meaning(spec, batch), spec.states.length);
  const fractions = code.outputs.map(({ factor, slot }) => {
    const { num, den } = Q.div(factor, unit(spec.format));
    return { top: num, den, slot };
  });
  return { code, fractions };
}

/** The ranges of all values, and of the numbers before rounding, on the whole state space. */
function bounds(spec: MapSpec, phases: readonly Phase[]): { readonly values: F.Range; readonly rounded: F.Range } {
  const grid = F.range(BigInt(spec.format.lo), BigInt(spec.format.hi));
  let rounded = grid;
  let values = grid;
  for (const { code, fractions } of phases) {
    const slots = I.boundInteger(code, new Array(code.inputs).fill(grid));
    values = slots.reduce(F.hullRange, values);
    for (const { top, den, slot } of fractions) {
      const product = F.mulRange(slots[slot]!, F.range(top));
      const held = F.mulRange(grid, F.range(den));
      rounded = [product, F.range(top), F.range(den)].reduce(F.hullRange, rounded);
      if (spec.rounds === 'store')
        rounded = [held, F.addRange(held, F.mulRange(product, F.range(-1n)))].reduce(F.hullRange, rounded);
    }
  }
  return { values: F.hullRange(values, rounded), rounded };
}

/** Integer code, common denominators and bounds for a step. Throws ClaimError on a malformed one, RangeError on overflow. */
export function prepare(spec: MapSpec): Prepared {
  const { states, decrements, batches, format } = spec;
  if (states.length === 0 || states.length !== decrements.length || new Set(states).size !== states.length)
    throw new ClaimError('one decrement for every state', `${decrements.length} for ${states.join(', ') || 'none'}`);
  if (batches?.length === 0) throw new ClaimError('at least one batch', 'none');
  if (spec.rounds !== 'update' && spec.rounds !== 'store')
    throw new ClaimError("rounds: 'update' or 'store'", `${spec.rounds}`);
  const coordinates: Coordinate[] = states.map((name) => ({ name, lo: format.lo, hi: format.hi }));
  if (batches && batches.length > 1) coordinates.push({ name: 'phase', lo: 0, hi: batches.length - 1 });
  const phases = (batches ?? [undefined]).map((b) => phase(spec, b));
  const { values, rounded } = bounds(spec, phases);
  if (spec.accumulator !== undefined) F.requireRoom(values, spec.accumulator);
  return { spec, coordinates, phases, values, rounded };
}

const phaseAt = (p: Prepared, z: State): number => (p.phases.length > 1 ? z[p.spec.states.length]! : 0);
const nextPhase = (p: Prepared, now: number): readonly number[] =>
  p.phases.length > 1 ? [(now + 1) % p.phases.length] : [];

/** The numbers that are rounded at z, in grid steps: the decrements, or (store) the new states. */
export function unrounded(p: Prepared, z: State): readonly { readonly num: bigint; readonly den: bigint }[] {
  const { code, fractions } = p.phases[phaseAt(p, z)]!;
  const values = I.runInteger(code, z);
  return fractions.map(({ top, den, slot }, i) => {
    const product = top * values[slot]!;
    return { num: p.spec.rounds === 'store' ? BigInt(z[i]!) * den - product : product, den };
  });
}

/** The state after z when the numbers to round became these whole numbers. */
export function after(p: Prepared, z: State, rounded: readonly bigint[]): State {
  const { format, rounds } = p.spec;
  const next = rounded.map((r, i) => F.confine(rounds === 'store' ? r : BigInt(z[i]!) - r, format));
  return [...next, ...nextPhase(p, phaseAt(p, z))];
}

const exactStep =
  (p: Prepared, rounding: F.Rounding) =>
  (z: State): State =>
    after(
      p,
      z,
      unrounded(p, z).map(({ num, den }) => F.round(num, den, rounding)),
    );

/** Throws ClaimError unless z is a state of the map. */
export function checkState(p: Prepared, z: State): State {
  if (z.length !== p.coordinates.length)
    throw new ClaimError(`a state of ${p.coordinates.length} whole numbers`, `${z.length}`);
  p.coordinates.forEach(({ name, lo, hi }, i) => {
    const n = z[i]!;
    if (!Number.isInteger(n) || n < lo || n > hi)
      throw new ClaimError(`${name} a whole number of grid steps from ${lo} to ${hi}`, `${n}`);
  });
  return z;
}

const ROUNDED_LIMIT = 1n << 51n;
const VALUE_LIMIT = 1n << 53n;
/** Whether doubles compute every step exactly. */
export const exactInDoubles = (p: Prepared): boolean =>
  F.magnitude(p.values) <= VALUE_LIMIT && F.magnitude(p.rounded) <= ROUNDED_LIMIT;

const SHIFT = `${1.5 * 2 ** 52}`;
/** Statements that put the rounded value of the double expression `q` into the constant `name`. */
function roundingSource(name: string, q: string, rounding: F.Rounding): string {
  if (rounding === 'nearest-even') return `const ${name} = (${q} + ${SHIFT}) - ${SHIFT};`;
  if (rounding === 'floor') return `const ${name} = Math.floor(${q});`;
  if (rounding === 'toward-zero') return `const ${name} = Math.trunc(${q});`;
  return `const ${name}q = ${q}, ${name}a = Math.abs(${name}q), ${name}b = Math.floor(${name}a), ${name}c = ${name}a - ${name}b >= 0.5 ? ${name}b + 1 : ${name}b, ${name} = ${name}q < 0 ? -${name}c : ${name}c;`;
}

const isPowerOfTwo = (n: bigint): boolean => (n & (n - 1n)) === 0n;
/** (top·t)/den, exact or correctly rounded once. */
function quotientSource(t: string, { top, den }: Fraction): string {
  if (isPowerOfTwo(den)) return `${t} * ${Number(top) / Number(den)}`;
  return `${t} * ${top} / ${den}`;
}

/** Statements for new coordinate i, an int32 in the range of the format, into y{i}; reads x{i} and t{slot}. */
export function coordinateSource(p: Prepared, f: Fraction, i: number, rounding: F.Rounding): string {
  const { rounds, format } = p.spec;
  const q = quotientSource(`t${f.slot}`, f);
  const stored = isPowerOfTwo(f.den) ? `x${i} - ${q}` : `(x${i} * ${f.den} - t${f.slot} * ${f.top}) / ${f.den}`;
  const moved = rounds === 'store' ? `r${i}` : `x${i} - r${i}`;
  const { lo, hi } = format;
  const size = hi - lo + 1;
  const confined =
    format.overflow === 'saturate'
      ? `w${i} < ${lo} ? ${lo} : w${i} > ${hi} ? ${hi} : w${i}`
      : `w${i} - ${size} * Math.floor((w${i} + ${-lo}) / ${size})`;
  const round = roundingSource(`r${i}`, rounds === 'store' ? `(${stored})` : `(${q})`, rounding);
  return `${round} const w${i} = ${moved}; const y${i} = (${confined}) | 0;`;
}

/** The whole step of one phase as statements, from x0, x1, … to y0, y1, …. */
const phaseSource = (p: Prepared, { code, fractions }: Phase, rounding: F.Rounding): string =>
  [
    ...code.code.map((i, k) => `const t${k} = ${I.sourceOf(i)};`),
    ...fractions.map((f, i) => coordinateSource(p, f, i, rounding)),
  ].join('\n');

function generatedStep(p: Prepared, rounding: F.Rounding): (z: State) => State {
  const d = p.spec.states.length;
  const names = Array.from({ length: d }, (_, i) => i);
  const inputs = names.map((i) => `const x${i} = z[${i}];`).join(' ');
  const many = p.phases.length > 1;
  const cases = p.phases.map((phase, k) => {
    const next = many ? [(k + 1) % p.phases.length] : [];
    const body = `${phaseSource(p, phase, rounding)}\nreturn [${[...names.map((i) => `y${i}`), ...next].join(', ')}];`;
    return many ? `case ${k}: {\n${body}\n}` : body;
  });
  const body = many ? `switch (z[${d}]) {\n${cases.join('\n')}\n}` : cases[0]!;
  return new Function('z', `"use strict"; ${inputs}\n${body}`) as (z: State) => State;
}

/** A deterministic quantized map. Throws ClaimError on a malformed one; stochastic rounding has its own engine. */
export function quantize(spec: MapSpec, rounding: F.Rounding): QuantizedMap {
  if (!F.isRounding(rounding))
    throw new ClaimError(`a deterministic rounding (${F.ROUNDINGS.join(', ')})`, `${rounding}`);
  const p = prepare(spec);
  const exact = exactStep(p, rounding);
  const fast = exactInDoubles(p);
  return { ...p, rounding, exact, step: fast ? generatedStep(p, rounding) : exact, fast };
}

/** The exact value of a polynomial of the states (a loss, a weight) at a state. */
export function observable(p: Prepared, term: Term): (z: State) => Rational {
  const codes = (p.spec.batches ?? [undefined]).map((b) =>
    I.compileInteger([term], meaning(p.spec, b), p.spec.states.length),
  );
  return (z) => I.evaluateInteger(codes[phaseAt(p, z)]!, z)[0]!;
}
