/**
 * Exact linear algebra over the rationals: what certificates about linear systems are checked with.
 *
 * Trusts rational.ts. Elimination is fraction-free on integers (Bareiss): every entry of a tableau is a minor of the
 * input, so no gcd is taken inside and numbers grow by one entry's length per pivot. Cost O(rank · rows · columns).
 */
import * as Q from '../number/rational.ts';

type Rational = Q.Rational;
export type Vector = readonly Rational[];
/** Rows. A matrix without rows has lost its width: functions that need it take `columns`. */
export type Matrix = readonly Vector[];

export const integers = (rows: readonly (readonly number[])[]): Matrix =>
  rows.map((row) => row.map((x) => Q.rational(x)));
export const identity = (n: number): Matrix =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? Q.ONE : Q.ZERO)));
export const transpose = (a: Matrix, columns: number = a[0]?.length ?? 0): Matrix =>
  Array.from({ length: columns }, (_, j) => a.map((row) => row[j]!));
export const dot = (a: Vector, b: Vector): Rational =>
  a.reduce((sum, x, i) => (x.num === 0n ? sum : Q.add(sum, Q.mul(x, b[i]!))), Q.ZERO);
export const times = (a: Matrix, v: Vector): Vector => a.map((row) => dot(row, v));
export const multiply = (a: Matrix, b: Matrix): Matrix => {
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
};
export const plus = (a: Vector, b: Vector): Vector => a.map((x, i) => Q.add(x, b[i]!));
export const minus = (a: Vector, b: Vector): Vector => a.map((x, i) => Q.sub(x, b[i]!));
export const scale = (c: Rational, v: Vector): Vector => v.map((x) => Q.mul(c, x));
export const equalVectors = (a: Vector, b: Vector): boolean =>
  a.length === b.length && a.every((x, i) => Q.equal(x, b[i]!));
export const norm1 = (v: Vector): Rational => v.reduce((sum, x) => Q.add(sum, Q.abs(x)), Q.ZERO);

/** `row / den` is the matrix; pivots keep every entry an integer and `den` positive. */
export interface Tableau {
  readonly rows: bigint[][];
  den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The least c > 0 with c·v whole, and c·v. */
export function cleared(v: Vector): { readonly factor: bigint; readonly whole: bigint[] } {
  let factor = 1n;
  for (const { den } of v) if (factor % den !== 0n) factor *= den / gcd(factor, den);
  return { factor, whole: v.map(({ num, den }) => num * (factor / den)) };
}

/** Makes column c the unit vector of row r, for every row. The entry there must not be 0. */
export function pivot(t: Tableau, r: number, c: number): void {
  const base = t.rows[r]!;
  const p = base[c]!;
  for (let i = 0; i < t.rows.length; i++) {
    const row = t.rows[i]!;
    const f = row[c]!;
    if (i === r) continue;
    for (let j = 0; j < row.length; j++) row[j] = (row[j]! * p - f * base[j]!) / t.den;
  }
  t.den = p;
  if (p > 0n) return;
  t.den = -p;
  for (const row of t.rows) for (let j = 0; j < row.length; j++) row[j] = -row[j]!;
}

export interface Reduced {
  /** The nonzero rows of the reduced row echelon form. */
  readonly rows: Matrix;
  readonly pivots: readonly number[];
  /** Indices of input rows that are independent and span the others. */
  readonly independent: readonly number[];
}

/** Reduced row echelon form, pivots looked for in the first `width` columns only. */
export function reduce(a: Matrix, width: number = a[0]?.length ?? 0): Reduced {
  const t: Tableau = { rows: a.map((row) => cleared(row).whole), den: 1n };
  const pivots: number[] = [];
  const from = a.map((_, i) => i);
  for (let c = 0; c < width && pivots.length < a.length; c++) {
    const r = pivots.length;
    const found = t.rows.findIndex((row, i) => i >= r && row[c] !== 0n);
    if (found < 0) continue;
    [t.rows[r], t.rows[found]] = [t.rows[found]!, t.rows[r]!];
    [from[r], from[found]] = [from[found]!, from[r]!];
    pivot(t, r, c);
    pivots.push(c);
  }
  const rows = t.rows.slice(0, pivots.length).map((row) => row.map((x) => Q.rational(x, t.den)));
  return { rows, pivots, independent: from.slice(0, pivots.length).sort((x, y) => x - y) };
}

export const rank = (a: Matrix): number => reduce(a).pivots.length;

/** A basis of {v : Av = 0}. */
export function nullSpace(a: Matrix, columns: number = a[0]?.length ?? 0): Matrix {
  const { rows, pivots } = reduce(a, columns);
  const free = Array.from({ length: columns }, (_, j) => j).filter((j) => !pivots.includes(j));
  return free.map((f) => {
    const v = Array.from({ length: columns }, (_, j) => (j === f ? Q.ONE : Q.ZERO));
    pivots.forEach((p, r) => {
      v[p] = Q.neg(rows[r]![f]!);
    });
    return v;
  });
}

/** A solution of Ax = b (free coordinates 0); undefined when there is none. */
export function solve(a: Matrix, b: Vector, columns: number = a[0]?.length ?? 0): Vector | undefined {
  const { rows, pivots } = reduce(
    a.map((row, i) => [...row, b[i]!]),
    columns + 1,
  );
  if (pivots.includes(columns)) return undefined;
  const x = Array.from({ length: columns }, () => Q.ZERO);
  pivots.forEach((p, r) => {
    x[p] = rows[r]![columns]!;
  });
  return x;
}

/** undefined for a singular matrix; RangeError for one that is not square. */
export function inverse(a: Matrix): Matrix | undefined {
  const n = a.length;
  if (a.some((row) => row.length !== n)) throw new RangeError('a square matrix is wanted');
  const unit = identity(n);
  const { rows, pivots } = reduce(
    a.map((row, i) => [...row, ...unit[i]!]),
    n,
  );
  return pivots.length === n ? rows.map((row) => row.slice(n)) : undefined;
}

/** Rows of Ax = b that are independent and imply the others; undefined when the system is inconsistent. */
export function independentSystem(a: Matrix, b: Vector): { readonly a: Matrix; readonly b: Vector } | undefined {
  const columns = a[0]?.length ?? 0;
  if (solve(a, b, columns) === undefined) return undefined;
  const { independent } = reduce(a, columns);
  return { a: independent.map((i) => a[i]!), b: independent.map((i) => b[i]!) };
}

/** Xw − y = S·(X₁w − y₁) with independent rows X₁ (`combination` is S): ‖Xw − y‖² = ρᵀGρ for ρ = X₁w − y₁, G = SᵀS. */
export function independentResiduals(x: Matrix, y: Vector) {
  const system = independentSystem(x, y);
  if (system === undefined) return undefined;
  const rows = transpose(system.a, x[0]?.length ?? 0);
  const s = x.map((row) => solve(rows, row, system.a.length)!);
  const gram = system.a.map((_, i) =>
    system.a.map((__, j) => s.reduce((t, row) => Q.add(t, Q.mul(row[i]!, row[j]!)), Q.ZERO)),
  );
  return { x: system.a, y: system.b, gram, combination: s };
}

/** X⁺y, the interpolator of least ℓ2 norm, exact; undefined when y is not in the range of X. */
export function leastNorm(x: Matrix, y: Vector): Vector | undefined {
  const system = independentSystem(x, y);
  if (system === undefined) return undefined;
  const columns = transpose(system.a, x[0]?.length ?? 0);
  if (system.a.length === 0) return columns.map(() => Q.ZERO);
  const multipliers = solve(multiply(system.a, columns), system.b)!;
  return times(columns, multipliers);
}

/** The orthogonal projector on {v : Av = 0}. */
export function nullProjector(a: Matrix, columns: number = a[0]?.length ?? 0): Matrix {
  const rows = reduce(a, columns).independent.map((i) => a[i]!);
  const unit = identity(columns);
  if (rows.length === 0) return unit;
  const across = transpose(rows);
  const gram = inverse(multiply(rows, across))!;
  const range = multiply(multiply(across, gram), rows);
  return unit.map((row, i) => minus(row, range[i]!));
}

export interface Inertia {
  readonly positive: number;
  readonly negative: number;
  readonly zero: number;
}

/** Signs of the eigenvalues of a symmetric matrix by exact LDLᵀ with symmetric pivoting (Sylvester). */
export function inertia(a: Matrix): Inertia {
  const n = a.length;
  a.forEach((row, i) => {
    if (row.length !== n || row.some((x, j) => !Q.equal(x, a[j]![i]!)))
      throw new RangeError('a symmetric matrix is wanted');
  });
  const { whole } = cleared(a.flat());
  const s = Array.from({ length: n }, (_, i) => whole.slice(i * n, (i + 1) * n));
  let [positive, negative, last] = [0, 0, 1n];
  for (let k = 0; k < n; k++) {
    if (!bringPivot(s, k)) return { positive, negative, zero: n - k };
    if (s[k]![k]! > 0n === last > 0n) positive++;
    else negative++;
    last = eliminate(s, k, last);
  }
  return { positive, negative, zero: 0 };
}

/** One Bareiss step on the trailing block; gives the divisor of the next one. */
function eliminate(s: bigint[][], k: number, last: bigint): bigint {
  const pivotRow = s[k]!;
  const p = pivotRow[k]!;
  for (let i = k + 1; i < s.length; i++)
    for (let j = i; j < s.length; j++) {
      const value = (s[i]![j]! * p - pivotRow[i]! * pivotRow[j]!) / last;
      s[i]![j] = value;
      s[j]![i] = value;
    }
  return p;
}

/** By congruence, a nonzero entry at (k, k); false when the trailing block is 0. */
function bringPivot(s: bigint[][], k: number): boolean {
  const n = s.length;
  let found = -1;
  for (let i = k; i < n && found < 0; i++) if (s[i]![i] !== 0n) found = i;
  for (let i = k; i < n && found < 0; i++)
    for (let j = i + 1; j < n && found < 0; j++)
      if (s[i]![j] !== 0n) {
        for (let c = 0; c < n; c++) s[i]![c] = s[i]![c]! + s[j]![c]!;
        for (let r = 0; r < n; r++) s[r]![i] = s[r]![i]! + s[r]![j]!;
        found = i;
      }
  if (found < 0) return false;
  if (found === k) return true;
  [s[k], s[found]] = [s[found]!, s[k]!];
  for (const row of s) [row[k], row[found]] = [row[found]!, row[k]!];
  return true;
}
