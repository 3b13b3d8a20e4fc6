/**
 * Linear systems for the prover: exact solutions over ℚ, and nonnegative ones found in floats and made exact.
 *
 * Untrusted: a wrong answer is a step that the kernel refuses. Cubic in the number of rows.
 */
import * as Q from '../number/rational.ts';
import { spend } from './effort.ts';

type Rational = Q.Rational;
/** A column: row → entry. */
export type Column = ReadonlyMap<string, Rational>;

/** x with Σ xⱼ·columnⱼ = target, or undefined. Free unknowns are 0. First modulo a prime, then exactly on the support. */
export function solve(columns: readonly Column[], target: Column): readonly Rational[] | undefined {
  const support = solveModulo(columns, target);
  if (!support) return undefined;
  const chosen = solveExactly(
    support.map((j) => columns[j]!),
    target,
  );
  if (!chosen) return undefined;
  const x = columns.map(() => Q.ZERO);
  for (const [i, j] of support.entries()) x[j] = chosen[i]!;
  return x;
}

const PRIME = 67_108_859;
const modulo = (a: number): number => a - Math.floor(a / PRIME) * PRIME;
function powerModulo(a: number, n: number): number {
  let [out, base] = [1, a];
  for (let left = n; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) out = modulo(out * base);
    base = modulo(base * base);
  }
  return out;
}
const residue = (q: Rational): number => {
  const [n, d] = [Number(q.num % BigInt(PRIME)), Number(q.den % BigInt(PRIME))];
  return modulo(modulo(n) * (d === 1 ? 1 : powerModulo(d, PRIME - 2)));
};
/** The columns that a solution modulo the prime uses; undefined if it has none. */
function solveModulo(columns: readonly Column[], target: Column): readonly number[] | undefined {
  const keys = new Map<string, number>();
  for (const c of [...columns, target]) for (const key of c.keys()) if (!keys.has(key)) keys.set(key, keys.size);
  const width = columns.length;
  const rows = Array.from({ length: keys.size }, () => new Float64Array(width + 1));
  for (const [j, c] of [...columns, target].entries()) for (const [key, q] of c) rows[keys.get(key)!]![j] = residue(q);
  const pivots: number[] = [];
  for (let c = 0; c < width; c++) {
    const at = rows.findIndex((row, i) => i >= pivots.length && row[c] !== 0);
    if (at < 0) continue;
    eliminateModulo(rows, pivots.length, at, c);
    pivots.push(c);
  }
  if (rows.slice(pivots.length).some((row) => row[width] !== 0)) return undefined;
  return pivots.filter((_, i) => rows[i]![width] !== 0);
}
function eliminateModulo(rows: Float64Array[], to: number, from: number, c: number): void {
  [rows[to], rows[from]] = [rows[from]!, rows[to]!];
  const pivot = rows[to]!;
  const unit = powerModulo(pivot[c]!, PRIME - 2);
  const entries: number[] = [];
  for (let j = c; j < pivot.length; j++)
    if (pivot[j] !== 0) {
      pivot[j] = modulo(pivot[j]! * unit);
      entries.push(j);
    }
  for (const [i, row] of rows.entries()) {
    const f = row[c]!;
    if (i !== to && f !== 0) for (const j of entries) row[j] = modulo(row[j]! + (PRIME - f) * pivot[j]!);
  }
  spend(rows.length * entries.length);
}

function solveExactly(columns: readonly Column[], target: Column): readonly Rational[] | undefined {
  const keys = [...new Set([...target.keys(), ...columns.flatMap((c) => [...c.keys()])])];
  const rows = keys.map((key) => [...columns.map((c) => c.get(key) ?? Q.ZERO), target.get(key) ?? Q.ZERO]);
  const pivots: number[] = [];
  for (let c = 0; c < columns.length; c++) {
    const at = rows.findIndex((row, i) => i >= pivots.length && Q.sign(row[c]!) !== 0);
    if (at < 0) continue;
    eliminate(rows, pivots.length, at, c);
    pivots.push(c);
  }
  if (rows.slice(pivots.length).some((row) => Q.sign(row.at(-1)!) !== 0)) return undefined;
  const x = columns.map(() => Q.ZERO);
  for (const [i, c] of pivots.entries()) x[c] = rows[i]!.at(-1)!;
  return x;
}
function eliminate(rows: Rational[][], to: number, from: number, c: number): void {
  [rows[to], rows[from]] = [rows[from]!, rows[to]!];
  const pivot = rows[to]!;
  const unit = Q.div(Q.ONE, pivot[c]!);
  const scaled = pivot.map((x) => (Q.sign(x) === 0 ? x : Q.mul(x, unit)));
  rows[to] = scaled;
  for (const [i, row] of rows.entries()) {
    const f = row[c]!;
    if (i === to || Q.sign(f) === 0) continue;
    rows[i] = row.map((x, j) => (Q.sign(scaled[j]!) === 0 ? x : Q.sub(x, Q.mul(f, scaled[j]!))));
  }
}

const toFloat = (q: Rational): number => Number(q.num) / Number(q.den);
interface Tableau {
  readonly rows: Float64Array[];
  readonly basis: number[];
  readonly width: number;
}
/**
 * Σ xⱼ·columnⱼ = target, x ≥ 0, by the simplex method in floats on artificial variables; then exactly on the support. If
 * some columns are wanted, with a positive weight on one of them where there is such a solution.
 */
export function solveNonnegative(
  columns: readonly Column[],
  target: Column,
  wanted?: (j: number) => boolean,
): readonly Rational[] | undefined {
  const found = feasible(columns, target, wanted);
  if (!found) return undefined;
  const { support, free } = found;
  const chosen = solve(
    support.map((j) => columns[j]!),
    free === undefined ? target : minus(target, columns[free]!),
  );
  if (!chosen?.every((q) => Q.sign(q) >= 0)) return undefined;
  const x = columns.map((_, j) => (j === free ? Q.ONE : Q.ZERO));
  for (const [i, j] of support.entries()) x[j] = chosen[i]!;
  return x;
}
function minus(a: Column, b: Column): Column {
  const out = new Map(a);
  for (const [key, q] of b) out.set(key, Q.sub(out.get(key) ?? Q.ZERO, q));
  return out;
}
/** The columns of a basis, and one more that may have any weight. */
type Basis = { readonly support: readonly number[]; readonly free: number | undefined };
function feasible(columns: readonly Column[], target: Column, wanted?: (j: number) => boolean): Basis | undefined {
  const keys = new Map<string, number>();
  for (const c of [target, ...columns]) for (const key of c.keys()) if (!keys.has(key)) keys.set(key, keys.size);
  const width = columns.length;
  const rows = Array.from({ length: keys.size }, () => new Float64Array(width + 1));
  const sign = rows.map(() => 1);
  for (const [key, q] of target) if (Q.sign(q) < 0) sign[keys.get(key)!] = -1;
  const cost = new Float64Array(width + 1);
  for (const [j, c] of [...columns, target].entries())
    for (const [key, q] of c) {
      const i = keys.get(key)!;
      rows[i]![j] = sign[i]! * toFloat(q);
      cost[j]! += rows[i]![j]!;
    }
  const t: Tableau = { rows, basis: rows.map((_, i) => width + i), width };
  if (!run(t, cost)) return undefined;
  const free = wanted && raise(t, wanted);
  return { support: t.basis.filter((j) => j < width), free };
}
/**
 * Pivots on while no wanted column has a positive weight; the column that nothing bounds, where there is one. Artificial
 * variables in the basis stay 0.
 */
function raise(t: Tableau, wanted: (j: number) => boolean): number | undefined {
  const gain = Float64Array.from({ length: t.width + 1 }, (_, j) => (j < t.width && wanted(j) ? 1 : 0));
  for (const [i, row] of t.rows.entries())
    if (t.basis[i]! < t.width && wanted(t.basis[i]!)) for (let j = 0; j <= t.width; j++) gain[j]! -= row[j]!;
  for (let pivots = 0; pivots < 300; pivots++) {
    if (t.rows.some((row, i) => t.basis[i]! < t.width && wanted(t.basis[i]!) && row[t.width]! > 1e-7)) return undefined;
    const enter = gain.findIndex((g, j) => j < t.width && g > 1e-9);
    if (enter < 0) return undefined;
    const artificial = t.rows.findIndex((row, i) => t.basis[i]! >= t.width && Math.abs(row[enter]!) > 1e-9);
    const leave = artificial < 0 ? leaving(t, enter) : artificial;
    if (leave < 0) return enter;
    pivot(t, gain, leave, enter);
  }
  return undefined;
}
/** Drives the artificial variables out; true when their sum reaches 0. */
function run(t: Tableau, cost: Float64Array): boolean {
  for (let pivots = 0; pivots < 2000; pivots++) {
    if (cost[t.width]! < 1e-9) return true;
    let enter = -1;
    for (let j = 0; j < t.width; j++)
      if (cost[j]! > 1e-9 && (enter < 0 || (pivots < 500 && cost[j]! > cost[enter]!))) enter = j;
    if (enter < 0) return false;
    const leave = leaving(t, enter);
    if (leave < 0) return false;
    pivot(t, cost, leave, enter);
  }
  return false;
}
/** The row that bounds the entering variable first. */
function leaving(t: Tableau, enter: number): number {
  let leave = -1;
  for (const [i, row] of t.rows.entries())
    if (
      row[enter]! > 1e-9 &&
      (leave < 0 || row[t.width]! / row[enter]! < t.rows[leave]![t.width]! / t.rows[leave]![enter]!)
    )
      leave = i;
  return leave;
}
function pivot(t: Tableau, cost: Float64Array, r: number, c: number): void {
  const row = t.rows[r]!;
  const p = row[c]!;
  for (let j = 0; j <= t.width; j++) row[j]! /= p;
  spend(t.rows.length * t.width);
  for (const other of [...t.rows, cost]) {
    const f = other[c]!;
    if (other === row || f === 0) continue;
    for (let j = 0; j <= t.width; j++) other[j]! -= f * row[j]!;
  }
  t.basis[r] = c;
}
