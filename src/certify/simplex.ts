/**
 * Linear programs min c·x, Ax = b, x ≥ 0, solved exactly over the rationals, each answer with its certificate.
 *
 * Nobody has to trust the pivoting: `verify` and `verifyUnique` re-check an answer from the program alone (linear.ts).
 * Two phases, Bland's rule (never cycles), fraction-free pivots; cost grows with the number of pivots, capped.
 */
import * as Q from '../number/rational.ts';
import {
  cleared,
  dot,
  equalVectors,
  type Matrix,
  minus,
  pivot,
  plus,
  rank,
  scale,
  type Tableau,
  times,
  transpose,
  type Vector,
} from './linear.ts';

type Rational = Q.Rational;

export interface Program {
  readonly a: Matrix;
  readonly b: Vector;
  readonly c: Vector;
}

export interface Optimal {
  readonly kind: 'optimal';
  readonly x: Vector;
  /** y with yᵀA ≤ c and y·b = c·x. */
  readonly dual: Vector;
  readonly value: Rational;
}
export type Outcome =
  | Optimal
  /** y with yᵀA ≤ 0 and y·b > 0. */
  | { readonly kind: 'infeasible'; readonly farkas: Vector }
  /** x feasible, ray ≥ 0 with A·ray = 0 and c·ray < 0. */
  | { readonly kind: 'unbounded'; readonly x: Vector; readonly ray: Vector }
  | { readonly kind: 'undecided'; readonly reason: 'too many pivots' | 'certificate refused' };

export type Unique =
  /** A dual with c − yᵀA > 0 wherever x is 0, and independent columns where it is not. */
  | { readonly kind: 'yes'; readonly dual: Vector }
  /** Another optimal point. */
  | { readonly kind: 'no'; readonly other: Vector }
  | { readonly kind: 'undecided' };

const PIVOTS = 20_000;

interface Work {
  readonly t: Tableau;
  readonly basis: number[];
  /** Real columns; the artificial one of row i is n + i, the right-hand side is last. */
  readonly n: number;
  readonly m: number;
  readonly rowFactors: readonly bigint[];
  readonly costFactor: bigint;
  pivots: number;
}

function begin({ a, b, c }: Program): Work {
  const [m, n] = [a.length, c.length];
  const rowFactors: bigint[] = [];
  const rows = a.map((row, i) => {
    const { factor, whole } = cleared([...row, b[i]!]);
    const flip = whole[n]! < 0n ? -1n : 1n;
    rowFactors.push(factor * flip);
    const unit = a.map((_, j) => (i === j ? 1n : 0n));
    return [...whole.slice(0, n).map((x) => x * flip), ...unit, whole[n]! * flip];
  });
  const cost = cleared(c);
  const first = Array.from({ length: n + m + 1 }, (_, j) =>
    j >= n && j < n + m ? 0n : rows.reduce((sum, row) => sum - row[j]!, 0n),
  );
  const second = [...cost.whole, ...Array.from({ length: m + 1 }, () => 0n)];
  const basis = a.map((_, i) => n + i);
  return {
    t: { rows: [...rows, first, second], den: 1n },
    basis,
    n,
    m,
    rowFactors,
    costFactor: cost.factor,
    pivots: 0,
  };
}

/** The row that leaves for column c by Bland's rule; −1 when none bounds it. */
function leaving({ t, basis, m }: Work, c: number): number {
  let best = -1;
  for (let r = 0; r < m; r++) {
    const row = t.rows[r]!;
    if (row[c]! <= 0n) continue;
    if (best < 0) best = r;
    const old = t.rows[best]!;
    const gap = row[row.length - 1]! * old[c]! - old[old.length - 1]! * row[c]!;
    if (gap < 0n || (gap === 0n && basis[r]! < basis[best]!)) best = r;
  }
  return best;
}

/** Minimises one cost row; a column number means: unbounded along it. */
function descend(w: Work, costRow: number): 'optimal' | 'too many pivots' | number {
  for (;;) {
    const enters = w.t.rows[costRow]!.findIndex((x, j) => j < w.n && x < 0n);
    if (enters < 0) return 'optimal';
    const r = leaving(w, enters);
    if (r < 0) return enters;
    if (++w.pivots > PIVOTS) return 'too many pivots';
    pivot(w.t, r, enters);
    w.basis[r] = enters;
  }
}

/** Artificial columns still in the basis (at level 0) leave it, except on redundant rows. */
function driveOut(w: Work): void {
  for (let r = 0; r < w.m; r++) {
    if (w.basis[r]! < w.n) continue;
    const c = w.t.rows[r]!.findIndex((x, j) => j < w.n && x !== 0n);
    if (c < 0) continue;
    pivot(w.t, r, c);
    w.basis[r] = c;
  }
}

const point = (w: Work): Vector => {
  const x = Array.from({ length: w.n }, () => Q.ZERO);
  w.basis.forEach((j, r) => {
    if (j < w.n) x[j] = Q.rational(w.t.rows[r]![w.n + w.m]!, w.t.den);
  });
  return x;
};
/** Multipliers of the original rows: base − the reduced cost of each artificial column. */
const multipliers = (w: Work, costRow: number, base: bigint, factor: bigint): Vector =>
  w.rowFactors.map((f, i) => Q.rational((base * w.t.den - w.t.rows[costRow]![w.n + i]!) * f, w.t.den * factor));

function run(program: Program): Outcome {
  const w = begin(program);
  const [first, second] = [w.m, w.m + 1];
  if (descend(w, first) !== 'optimal') return { kind: 'undecided', reason: 'too many pivots' };
  if (w.t.rows[first]![w.n + w.m] !== 0n) return { kind: 'infeasible', farkas: multipliers(w, first, 1n, 1n) };
  driveOut(w);
  const end = descend(w, second);
  if (end === 'too many pivots') return { kind: 'undecided', reason: end };
  const x = point(w);
  if (end === 'optimal')
    return { kind: 'optimal', x, dual: multipliers(w, second, 0n, w.costFactor), value: dot(program.c, x) };
  const ray = Array.from({ length: w.n }, (_, j) => (j === end ? Q.ONE : Q.ZERO));
  w.basis.forEach((j, r) => {
    if (j < w.n) ray[j] = Q.rational(-w.t.rows[r]![end]!, w.t.den);
  });
  return { kind: 'unbounded', x, ray };
}

const atLeast = (v: Vector, w?: Vector): boolean => v.every((x, i) => Q.compare(x, w?.[i] ?? Q.ZERO) >= 0);
const feasible = ({ a, b }: Program, x: Vector): boolean => atLeast(x) && equalVectors(times(a, x), b);
const priced = ({ a, c }: Program, y: Vector): Vector => transpose(a, c.length).map((column) => dot(column, y));

/** Does the certificate prove the answer? From the program and the answer alone. */
export function verify(program: Program, answer: Outcome): boolean {
  const { b, c } = program;
  if (answer.kind === 'optimal') {
    const { x, dual, value } = answer;
    const tight = Q.equal(dot(c, x), value) && Q.equal(dot(dual, b), value);
    return tight && feasible(program, x) && atLeast(c, priced(program, dual));
  }
  if (answer.kind === 'infeasible')
    return atLeast(priced(program, answer.farkas).map(Q.neg)) && Q.sign(dot(answer.farkas, b)) > 0;
  if (answer.kind === 'undecided') return true;
  const flat = times(program.a, answer.ray).every((v) => v.num === 0n);
  return feasible(program, answer.x) && flat && atLeast(answer.ray) && Q.sign(dot(c, answer.ray)) < 0;
}

/** Solves the program; an answer whose certificate does not check is 'undecided'. */
export function minimize(program: Program): Outcome {
  const answer = run(program);
  return verify(program, answer) ? answer : { kind: 'undecided', reason: 'certificate refused' };
}

/** Does the certificate prove that x is, or is not, the only optimal point of value c·x? */
export function verifyUnique(program: Program, { x, value }: Optimal, answer: Unique): boolean {
  if (answer.kind === 'undecided') return true;
  if (answer.kind === 'no')
    return (
      feasible(program, answer.other) && Q.equal(dot(program.c, answer.other), value) && !equalVectors(x, answer.other)
    );
  const slack = minus(program.c, priced(program, answer.dual));
  const strict = slack.every((s, j) => Q.sign(s) >= (x[j]!.num === 0n ? 1 : 0));
  const support = program.a.map((row) => row.filter((_, j) => x[j]!.num !== 0n));
  const size = x.filter((v) => v.num !== 0n).length;
  const independent = size === 0 || rank(support) === size;
  return strict && independent && Q.equal(dot(answer.dual, program.b), value);
}

/** Is the vertex the only optimal point? A second program asks how far the optimal face leaves the support of x. */
export function uniqueness(program: Program, optimal: Optimal): Unique {
  const { a, b, c } = program;
  const cost = optimal.x.map((v) => (v.num === 0n ? Q.rational(-1n) : Q.ZERO));
  const face = minimize({ a: [...a, c], b: [...b, optimal.value], c: cost });
  const answer = fromFace(optimal, face);
  return verifyUnique(program, optimal, answer) ? answer : { kind: 'undecided' };
}

function fromFace(optimal: Optimal, face: Outcome): Unique {
  if (face.kind === 'unbounded') return { kind: 'no', other: plus(face.x, face.ray) };
  if (face.kind !== 'optimal') return { kind: 'undecided' };
  if (face.value.num !== 0n) return { kind: 'no', other: face.x };
  const price = Q.neg(face.dual[face.dual.length - 1]!);
  const weight = Q.sign(price) > 0 ? Q.ZERO : Q.sub(Q.ONE, price);
  const mixed = plus(scale(weight, optimal.dual), face.dual.slice(0, -1));
  return { kind: 'yes', dual: scale(Q.div(Q.ONE, Q.add(weight, price)), mixed) };
}
