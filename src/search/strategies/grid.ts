/**
 * Small scopes exhaustively: all combinations of the simplest values of each coordinate, shell after shell, continued
 * from block to block. Above MANY coordinates the combinations are drawn, simple values more often.
 */
import type { Ground } from '../ground.ts';

const MANY = 6;

/** The n-th tuple of whole numbers ≥ 0, ordered by the largest entry. */
export function tuple(n: number, dimension: number, out: Int32Array): void {
  let shell = Math.floor(n ** (1 / dimension));
  while ((shell + 1) ** dimension <= n) shell++;
  while (shell ** dimension > n) shell--;
  let rest = n - shell ** dimension;
  let first = 0;
  for (; first < dimension; first++) {
    const count = shell ** first * (shell + 1) ** (dimension - first - 1);
    if (rest < count) break;
    rest -= count;
  }
  for (let i = 0; i < dimension; i++) {
    const base = i < first ? shell : shell + 1;
    if (i === first) out[i] = shell;
    else {
      out[i] = rest % base;
      rest = Math.floor(rest / base);
    }
  }
}

/** How many tuples one block of a space goes through. */
export const SHARE = 1024;

export function grid(g: Ground): void {
  const { space, stream } = g;
  const values = space.axes.map((axis) => axis.shortNumbers());
  const x = new Float64Array(values.length);
  const at = new Int32Array(values.length);
  let n = g.block * SHARE;
  while (g.left()) {
    if (values.length <= MANY) tuple(n++, values.length, at);
    else for (let i = 0; i < at.length; i++) at[i] = Math.floor(40 * stream.double() ** 3);
    let inside = true;
    for (let i = 0; i < x.length; i++) {
      const list = values[i]!;
      if (at[i]! >= list.length) inside = values.length > MANY;
      x[i] = list[Math.min(at[i]!, list.length - 1)]!;
    }
    if (inside || n > (g.block + 4) * SHARE) g.evaluate(x);
  }
}
