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
}
export interface DescentOptions {
  readonly maxSteps?: number;
  readonly bits?: number;
  /** Width of the limit asked for, relative to the largest coordinate, as a power of two. */
  readonly relativeBits?: number;
}
export type DescentReason = 'the orbit is lost' | 'too many steps' | 'no contraction found';
export type Descent =
  | {
      readonly kind: 'converges';
      readonly limit: Box;
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
  let o: Orbit | undefined = beginOrbit(problem.start, bits);
  if (problem.residual.length === 0) return { kind: 'converges', limit: o.box, steps: 0, rate: 0 };
  const map = systemOf(problem.state, descentStep(problem));
  const residual = systemOf(problem.state, problem.residual);
  const weights = problem.weights ?? identity(problem.residual.length);
  const lemma: Lemma = { eta: I.rational(problem.eta), weights: weights.map((row) => row.map(I.rational)) };
  let tried = false;
  for (let step = 0; step <= (options.maxSteps ?? 2000); step++) {
    if (step > 0) o = stepOrbit(map, o, bits);
    const r = o && residualOf(residual, o, bits);
    if (!o || !r) return { kind: 'undecided', reason: 'the orbit is lost' };
    if (isPoint(o) && r.every((x) => x.lo === 0 && x.hi === 0))
      return { kind: 'converges', limit: o.box, steps: step, rate: 0 };
    const goal = largest(o.box) * 2 ** -(options.relativeBits ?? 36);
    if (largest(r) * lemma.eta.hi >= goal || step % LOOK_EVERY !== 0) continue;
    tried = true;
    const settled = trapped(residual, o, r, lemma);
    if (settled && settled.travel <= goal)
      return { kind: 'converges', limit: settled.limit, steps: step, rate: settled.rate };
  }
  return { kind: 'undecided', reason: tried ? 'no contraction found' : 'too many steps' };
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
  return { limit, travel: Math.max(...proved.moves), rate: proved.rate };
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
  return moves.every(Number.isFinite) ? { moves, rate } : undefined;
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
