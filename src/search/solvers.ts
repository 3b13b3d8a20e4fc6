/**
 * Small optimisation problems in doubles, by trying all supports: enough for the sizes of claims, nothing is believed.
 *
 * Search tier. NaN where there is no answer or too many supports. Cost: (number of supports) × (size of a support)³.
 */

export type Rows = readonly Float64Array[];
const MOST = 3000;
const TINY = 1e-11;

/** Ax = b by elimination with full row pivoting; undefined for a nearly singular A. */
export function solve(a: Rows, b: readonly number[]): number[] | undefined {
  const n = b.length;
  const m = a.map((row, i) => [...row.subarray(0, n), b[i]!]);
  for (let c = 0; c < n; c++) {
    let p = c;
    for (let i = c + 1; i < n; i++) if (Math.abs(m[i]![c]!) > Math.abs(m[p]![c]!)) p = i;
    const size = Math.abs(m[p]![c]!);
    if (!(size > TINY)) return undefined;
    [m[c], m[p]] = [m[p]!, m[c]!];
    for (let i = 0; i < n; i++) {
      if (i === c) continue;
      const f = m[i]![c]! / m[c]![c]!;
      for (let j = c; j <= n; j++) m[i]![j]! -= f * m[c]![j]!;
    }
  }
  return m.map((row, i) => row[n]! / row[i]!);
}

/** Indices of rows that are independent up to rounding, and whether the others follow from them. */
export function independent(
  x: Rows,
  y: readonly number[],
): { readonly rows: readonly number[]; readonly fits: boolean } {
  const kept: number[] = [];
  const basis: { row: number[]; pivot: number }[] = [];
  let fits = true;
  x.forEach((source, k) => {
    const row = [...source, y[k]!];
    const scale = Math.max(1e-300, ...row.map(Math.abs));
    for (const b of basis) {
      const f = row[b.pivot]! / b.row[b.pivot]!;
      for (let j = 0; j < row.length; j++) row[j]! -= f * b.row[j]!;
    }
    const sizes = row.slice(0, -1).map(Math.abs);
    const pivot = sizes.indexOf(Math.max(...sizes));
    if (sizes[pivot]! > 1e-10 * scale) {
      kept.push(k);
      basis.push({ row, pivot });
    } else if (Math.abs(row[row.length - 1]!) > 1e-9 * scale) fits = false;
  });
  return { rows: kept, fits };
}

/** All k of n, as lists of indices. */
function* choose(n: number, k: number, from = 0): Generator<readonly number[]> {
  if (k === 0) yield [];
  else for (let i = from; i <= n - k; i++) for (const rest of choose(n, k - 1, i + 1)) yield [i, ...rest];
}
const binomial = (n: number, k: number): number => {
  let c = 1;
  for (let i = 0; i < k; i++) c = (c * (n - i)) / (i + 1);
  return c;
};
const pick = (a: Rows, rows: readonly number[], columns: readonly number[]): Rows =>
  rows.map((i) => Float64Array.from(columns, (j) => a[i]![j]!));
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let s = 0;
  for (let i = 0; i < a.length; i++) s += a[i]! * b[i]!;
  return s;
};
const spread = (d: number, support: readonly number[], values: readonly number[]): number[] => {
  const w = new Array<number>(d).fill(0);
  support.forEach((j, i) => {
    w[j] = values[i]!;
  });
  return w;
};
const norm1 = (w: readonly number[]): number => w.reduce((s, v) => s + Math.abs(v), 0);
const nothing = (d: number): number[] => new Array<number>(d).fill(NaN);

/** The interpolator of least ℓ1 norm (over w ≥ 0 if asked): a basic solution, all of which are tried. */
export function leastL1(x: Rows, y: readonly number[], d: number, nonnegative: boolean): number[] {
  const { rows, fits } = independent(x, y);
  const r = rows.length;
  if (!fits || binomial(d, r) > MOST) return nothing(d);
  let best = nothing(d);
  for (const support of choose(d, r)) {
    const v = solve(
      pick(x, rows, support),
      rows.map((i) => y[i]!),
    );
    if (!v || (nonnegative && v.some((e) => e < -1e-9))) continue;
    if (!(norm1(v) >= norm1(best))) best = spread(d, support, v);
  }
  return best;
}

/** X⁺y. */
export function leastL2(x: Rows, y: readonly number[], d: number): number[] {
  const { rows, fits } = independent(x, y);
  if (!fits) return nothing(d);
  const gram = rows.map((i) => Float64Array.from(rows, (j) => dot(x[i]!, x[j]!)));
  const m = solve(
    gram,
    rows.map((i) => y[i]!),
  );
  if (!m) return nothing(d);
  return Array.from({ length: d }, (_, j) => rows.reduce((s, i, k) => s + x[i]![j]! * m[k]!, 0));
}

const separates = (z: Rows, w: readonly number[]): boolean => z.every((row) => dot(row, w) >= 1 - 1e-9);

/** min ‖w‖₁ over Zw ≥ 1: a vertex has as many examples at 1 as it has coordinates. */
export function separatorL1(z: Rows, d: number): number[] {
  const n = z.length;
  let best = nothing(d);
  for (let k = 1; k <= Math.min(n, d); k++) {
    if (binomial(n, k) * binomial(d, k) > MOST) return nothing(d);
    for (const active of choose(n, k))
      for (const support of choose(d, k)) {
        const v = solve(
          pick(z, active, support),
          active.map(() => 1),
        );
        const w = v && spread(d, support, v);
        if (w && separates(z, w) && !(norm1(w) >= norm1(best))) best = w;
      }
  }
  return best;
}

/** min ‖w‖₂ over Zw ≥ 1: least norm with some examples at 1. */
export function separatorL2(z: Rows, d: number): number[] {
  let best = nothing(d);
  for (let k = 1; k <= Math.min(z.length, d); k++) {
    if (binomial(z.length, k) > MOST) return nothing(d);
    for (const active of choose(z.length, k)) {
      const w = leastL2(
        active.map((i) => z[i]!),
        active.map(() => 1),
        d,
      );
      if (separates(z, w) && !(dot(w, w) >= dot(best, best))) best = w;
    }
  }
  return best;
}

/** λ_max by Jacobi rotations. */
export function largestEigenvalue(k: Rows): number {
  const m = k.map((row) => [...row]);
  const n = m.length;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    for (let p = 0; p < n; p++)
      for (let r = p + 1; r < n; r++) {
        off += m[p]![r]! ** 2;
        if (m[p]![r] === 0) continue;
        const theta = (m[r]![r]! - m[p]![p]!) / (2 * m[p]![r]!);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (const row of m) [row[p], row[r]] = [c * row[p]! - s * row[r]!, s * row[p]! + c * row[r]!];
        for (let i = 0; i < n; i++)
          [m[p]![i], m[r]![i]] = [c * m[p]![i]! - s * m[r]![i]!, s * m[p]![i]! + c * m[r]![i]!];
      }
    if (off < 1e-300) break;
  }
  return Math.max(...m.map((row, i) => row[i]!));
}
