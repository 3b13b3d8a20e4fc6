/**
 * Gradient descent on ½·rᵀGr, r = r(θ), proved to converge from an exact start, with an enclosure of its limit.
 *
 * The lemma, for θ' = θ − η·J(θ)ᵀGr(θ) and a box B: if ‖Q⁻¹(1 − η·J₁J₂ᵀG)Q‖_∞ ≤ q < 1 for all J₁, J₂ in an enclosure of J
 * on B (the mean value theorem: r' = (1 − η·J̄·JᵀG)·r), then z = Q⁻¹r shrinks by q a step while the run is in B, coordinate i
 * moves at most η·Σₖ|(JᵀGQ)ᵢₖ|·‖z‖_∞/(1 − q) in all, and if that keeps it in B, θ converges to a θ_∞ with r(θ_∞) = 0. No
 * isolated minimum is wanted: interpolators may form a manifold. An exact hit (r = 0 in exact arithmetic) is recognised.
 * Trusts orbit.ts, matrices.ts, interval.ts. Cost: the orbit, then one test every few steps.
 */
import { gradient } from '../expr/gradient.ts';
import * as T from '../expr/term.ts';
import { ofNumber, toNumber } from '../number/decimal.ts';
import { dyadic } from '../number/dyadic.ts';
import { between, interval as I, type Interval, ofDyadic } from '../number/interval.ts';
import type { Rational } from '../number/rational.ts';
import { evaluate, tape } from '../tape/tape.ts';
import { point, proper, type System } from './krawczyk.ts';
import { identity, inverse as inverseOf, type Matrix } from './linear.ts';
import {
  apply,
  type Box,
  bounded,
  columns,
  gap,
  type IMatrix,
  inverse,
  middle,
  type Numbers,
  points,
  sum,
  times,
  unit,
  ZERO,
} from './matrices.ts';
import { beginOrbit, isPoint, type Orbit, stepOrbit, systemOf } from './orbit.ts';

type Term = T.Term;

export interface DescentProblem {
  readonly state: readonly Term[];
  /** r, formulas of the state: the loss is ½·rᵀGr. They should be independent, or nothing contracts. */
  readonly residual: readonly Term[];
  /** G, symmetric and positive definite; the identity when left out. */
  readonly weights?: Matrix;
  readonly eta: Rational;
  readonly start: readonly Rational[];
  readonly sums?: Sums;
}
/** Running sums of formulas of the state and of residuals R = S·r, written as the variables `marks`. */
export interface Sums {
  readonly terms: readonly Term[];
  readonly marks: readonly Term[];
  /** The step counter, which no term may contain. */
  readonly clock: Term;
  /** S. */
  readonly combination: Matrix;
}
export interface DescentOptions {
  readonly maxSteps?: number;
  readonly bits?: number;
  /** Width of the limit asked for, relative to the largest coordinate, as a power of two. */
  readonly relativeBits?: number;
}
export type DescentReason =
  | 'the orbit is lost'
  | 'too many steps'
  | 'no contraction found'
  | 'a sum is not shown to converge';
export type Descent =
  | {
      readonly kind: 'converges';
      readonly limit: Box;
      /** Of the running sums. */
      readonly sums: Box;
      readonly steps: number;
      /** The residual shrinks at least by this factor a step from then on; 0 for an exact hit. */
      readonly rate: number;
    }
  | { readonly kind: 'undecided'; readonly reason: DescentReason };

/** θ − η·JᵀGr as formulas. */
export function descentStep({ state, residual, eta, weights }: DescentProblem): readonly Term[] {
  const slopes = residual.map((r) => gradient(r, state));
  const weighted = weights
    ? weights.map((row) => row.map((c, k) => T.mul(T.num(c), residual[k]!)).reduce(T.add))
    : residual;
  return state.map((x, i) => {
    const g = weighted.map((r, k) => T.mul(r, slopes[k]![i]!)).reduce(T.add);
    return T.sub(x, T.mul(T.num(eta), g));
  });
}

const LOOK_EVERY = 8;

/** Where descent goes, or why that is not decided. */
export function descentLimit(problem: DescentProblem, options: DescentOptions = {}): Descent {
  const bits = options.bits ?? 128;
  const summed = accumulator(problem);
  let o: Orbit | undefined = beginOrbit(problem.start, bits);
  if (problem.residual.length === 0) return summed.end({ limit: o.box, steps: 0, rate: 0 });
  const map = systemOf(problem.state, descentStep(problem));
  const residual = systemOf(problem.state, problem.residual);
  const weights = problem.weights ?? identity(problem.residual.length);
  const lemma: Lemma = { eta: I.rational(problem.eta), weights: weights.map((row) => row.map(I.rational)) };
  let tried = false;
  for (let step = 0; step <= (options.maxSteps ?? 2000); step++) {
    if (step > 0) {
      if (o) summed.add(o.box);
      o = o && stepOrbit(map, o, bits);
    }
    const r = o && residualOf(residual, o, bits);
    if (!o || !r) return { kind: 'undecided', reason: 'the orbit is lost' };
    if (isPoint(o) && r.every((x) => x.lo === 0 && x.hi === 0))
      return summed.end({ limit: o.box, steps: step, rate: 0 });
    const goal = largest(o.box) * 2 ** -(options.relativeBits ?? 36);
    if (largest(r) * lemma.eta.hi >= goal || step % LOOK_EVERY !== 0) continue;
    tried = true;
    const settled = trapped(residual, o, r, lemma);
    if (settled && settled.travel <= goal) return summed.end({ ...settled, steps: step }, settled);
  }
  return { kind: 'undecided', reason: tried ? 'no contraction found' : 'too many steps' };
}

/** How far a residual moves in all once the run is trapped, and where. */
interface Tail {
  readonly limit: Box;
  /** Σ|rₖ| over all later steps. */
  readonly residuals: readonly number[];
}

/**
 * Sums s(θ, R) along the orbit. Their tail: s(θ, 0) = 0 for every θ of the box the run is trapped in (intervals give
 * exactly 0), so |s(θ, R)| ≤ Σₖ sup|∂s/∂Rₖ|·|Rₖ|, and the |Rₖ| add up to what the contraction says.
 */
function accumulator({ state, sums, residual }: DescentProblem) {
  const terms = sums?.terms ?? [];
  const marks = sums?.marks ?? [];
  const values = tape([...state, ...marks], terms);
  const written = marks.map((_, k) =>
    residual.map((r, j) => T.mul(T.num(sums!.combination[k]![j]!), r)).reduce(T.add, T.whole(0)),
  );
  const residuals = tape(state, written);
  const at = (box: Box, r: Box): Box => evaluate(I, values, [...box, ...r]) as Box;
  let total: Box = terms.map(() => ZERO);
  const add = (box: Box): void => {
    total = sum(total, at(box, evaluate(I, residuals, box) as Box));
  };
  const end = (found: { limit: Box; steps: number; rate: number }, tail?: Tail): Descent => {
    const rest = terms.length === 0 ? [] : tails(tail ?? { limit: found.limit, residuals: residual.map(() => 0) });
    const loose = sums !== undefined && T.postorder(terms).some((t) => t === sums.clock);
    const out = rest && sum(total, rest);
    if (loose || !out?.every((x) => bounded(x) && x.defined === 'yes'))
      return { kind: 'undecided', reason: 'a sum is not shown to converge' };
    const { limit, steps, rate } = found;
    return { kind: 'converges', limit, sums: out, steps, rate };
  };
  const tails = ({ limit, residuals: reach }: Tail): Box | undefined => {
    const still = at(
      limit,
      marks.map(() => ZERO),
    );
    if (!still.every((x) => x.lo === 0 && x.hi === 0 && x.defined === 'yes')) return undefined;
    const moved = marks.map((_, k) =>
      reach
        .map((m, j) => I.mul(I.abs(I.rational(sums!.combination[k]![j]!)), between(0, m)))
        .reduce((a, b) => I.add(a, b), ZERO),
    );
    const around = moved.map((m) => between(-m.hi, m.hi));
    const slopes = tape(
      [...state, ...marks],
      terms.flatMap((t) => gradient(t, marks)),
    );
    const flat = evaluate(I, slopes, [...limit, ...around]) as Box;
    if (!flat.every((x) => bounded(x) && x.defined === 'yes')) return undefined;
    return terms.map((_, i) =>
      around.map((m, k) => I.mul(flat[i * marks.length + k]!, m)).reduce((a, b) => I.add(a, b), ZERO),
    );
  };
  return { add, end };
}
const largest = (b: Box): number => Math.max(...b.map((x) => Math.max(Math.abs(x.lo), Math.abs(x.hi))));

/** r on the whole set: its value at the middle and the mean value form around it. */
function residualOf(residual: System, o: Orbit, bits: number): Box | undefined {
  const at = residual(dyadic(bits)).value(o.m.map(point));
  const j = residual(I).jacobian(o.box);
  if (!at.every(proper) || !j.flat().every(bounded)) return undefined;
  return sum(at.map(ofDyadic), apply(times(j, points(o.b)), o.r));
}

interface Lemma {
  readonly eta: Interval;
  readonly weights: IMatrix;
}

/** Does the run stay in a box around the set and converge there? */
function trapped(residual: System, o: Orbit, r: Box, lemma: Lemma) {
  const middles = residual(I)
    .jacobian(o.box)
    .map((row) => row.map(middle));
  const basis = basisFor(
    middles,
    lemma.weights.map((row) => row.map(middle)),
  );
  const back = basis && inverse(basis.q, basis.back);
  if (!back) return undefined;
  const guess = travel(residual, o.box, basis.q, back, r, lemma);
  if (!guess) return undefined;
  const least = Math.max(...guess.moves) / 64 + 1e-300;
  const room = guess.moves.map((m) => between(-4 * m - least, 4 * m + least));
  const proved = travel(residual, sum(o.box, room), basis.q, back, r, lemma);
  if (!proved?.moves.every((m, i) => m < room[i]!.hi)) return undefined;
  const limit = sum(
    o.box,
    proved.moves.map((m) => between(-m, m)),
  );
  return { limit, travel: Math.max(...proved.moves), rate: proved.rate, residuals: proved.residuals };
}

/** How far each coordinate still moves if the run stays in the box; undefined where nothing contracts. */
function travel(residual: System, box: Box, q: Numbers, back: IMatrix, r: Box, { eta, weights }: Lemma) {
  const j = residual(I).jacobian(box);
  if (!j.flat().every(bounded)) return undefined;
  const pull = times(columns(j), weights);
  const change = times(j, pull).map((row) => row.map((x) => I.mul(eta, x)));
  const kept = points(unit(r.length)).map((row, i) => gap(row, change[i]!));
  const size = (row: Box): number => row.reduce((s, x) => I.add(s, I.abs(x)), ZERO).hi;
  const rate = Math.max(...times(times(back, kept), points(q)).map(size));
  if (!(rate < 1)) return undefined;
  const z = Math.max(...apply(back, r).map((x) => I.abs(x).hi));
  const factor = I.div(I.mul(eta, between(z, z)), I.sub(between(1, 1), between(rate, rate)));
  const moves = times(pull, points(q)).map((row) => I.mul(factor, between(size(row), size(row))).hi);
  const share = I.div(between(z, z), I.sub(between(1, 1), between(rate, rate)));
  const residuals = points(q).map((row) => I.mul(share, between(size(row), size(row))).hi);
  return [...moves, ...residuals].every(Number.isFinite) ? { moves, rate, residuals } : undefined;
}

/** Q and about Q⁻¹ that make JJᵀG nearly diagonal: L⁻ᵀV for G = LLᵀ and the eigenvectors V of LᵀJJᵀL. A proposal. */
function basisFor(j: Numbers, g: Numbers) {
  const l = cholesky(g);
  const across = (m: Numbers): Numbers => (m[0] ?? []).map((_, k) => m.map((row) => row[k]!));
  const product = (a: Numbers, b: Numbers): Numbers => {
    const other = across(b);
    return a.map((row) => other.map((column) => row.reduce((s, x, i) => s + x * column[i]!, 0)));
  };
  const lj = product(across(l), j);
  const back = product(across(eigenvectors(product(lj, across(lj)))), across(l));
  const system = integersOf(back);
  const q = system && inverseOf(system)?.map((row) => row.map(toNumber));
  return q && { q, back };
}
const integersOf = (m: Numbers): Matrix | undefined =>
  m.flat().every(Number.isFinite) ? m.map((row) => row.map(ofNumber)) : undefined;

function cholesky(g: Numbers): Numbers {
  const l = g.map((row) => row.map(() => 0));
  g.forEach((row, i) => {
    for (let k = 0; k <= i; k++) {
      const rest = l[k]!.slice(0, k).reduce((s, x, t) => s - x * l[i]![t]!, row[k]!);
      l[i]![k] = i === k ? Math.sqrt(rest) : rest / l[k]![k]!;
    }
  });
  return l;
}

/** Eigenvectors of a symmetric matrix as columns, by Jacobi rotations in floats: a proposal. */
function eigenvectors(a: Numbers): Numbers {
  const m = a.map((row) => [...row]);
  const v = unit(a.length).map((row) => [...row]);
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < m.length; p++)
      for (let k = p + 1; k < m.length; k++) {
        if (m[p]![k] === 0) continue;
        const theta = (m[k]![k]! - m[p]![p]!) / (2 * m[p]![k]!);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const [c, s] = [1 / Math.hypot(t, 1), t / Math.hypot(t, 1)];
        for (const row of [...m, ...v]) [row[p], row[k]] = [c * row[p]! - s * row[k]!, s * row[p]! + c * row[k]!];
        for (let i = 0; i < m.length; i++)
          [m[p]![i], m[k]![i]] = [c * m[p]![i]! - s * m[k]![i]!, s * m[p]![i]! + c * m[k]![i]!];
      }
  return v;
}
