/**
 * Which diagonal network a squared loss is on: w = u² − v², u^D − v^D, u∘v, u^L, or a product of layers, read off the
 * formulas of w. Each weight must stand in one coordinate only.
 *
 * Untrusted by itself: who builds a proof on it gets w's formula here and nowhere else, so a wrong reading would show as
 * a start that does not fit. Linear in the size of w.
 */
import type { Term } from '../expr/term.ts';
import type { RunNode } from './run.ts';

export type Form = 'difference' | 'product' | 'power' | 'layers';
/** Coordinate i is made of the state entries `up[i]` (and `down[i]`), by their numbers. */
export interface Diagonal {
  readonly form: Form;
  readonly depth: number;
  readonly up: readonly (readonly number[])[];
  /** difference and product only. */
  readonly down: readonly number[];
}

/** Exponents of the variables of a product. */
function factors(t: Term, of: ReadonlyMap<Term, number>): Map<number, number> | undefined {
  const index = of.get(t);
  if (index !== undefined) return new Map([[index, 1]]);
  if (t.op === 'pow') {
    const [base, exponent] = [factors(t.args[0]!, of), Number(t.value!.num)];
    return base && new Map([...base].map(([i, e]) => [i, e * exponent] as const));
  }
  if (t.op !== 'mul') return undefined;
  const [a, b] = t.args.map((x) => factors(x, of));
  if (!a || !b) return undefined;
  for (const [i, e] of b) a.set(i, (a.get(i) ?? 0) + e);
  return a;
}

type Coordinate = {
  readonly form: Form;
  readonly depth: number;
  readonly up: readonly number[];
  readonly down: number;
};

function single(
  t: Term,
  of: ReadonlyMap<Term, number>,
): { readonly index: number; readonly depth: number } | undefined {
  const all = [...(factors(t, of) ?? [])];
  return all.length === 1 ? { index: all[0]![0], depth: all[0]![1] } : undefined;
}

function coordinate(t: Term, of: ReadonlyMap<Term, number>): Coordinate | undefined {
  if (t.op === 'sub') {
    const [a, b] = t.args.map((x) => single(x, of));
    if (!a || !b || a.depth !== b.depth || a.depth < 2 || a.index === b.index) return undefined;
    return { form: 'difference', depth: a.depth, up: [a.index], down: b.index };
  }
  const all = [...(factors(t, of) ?? [])];
  if (all.length === 0) return undefined;
  if (all.length === 1) {
    const [index, depth] = all[0]!;
    return depth >= 2 ? { form: 'power', depth, up: [index], down: -1 } : undefined;
  }
  if (all.some(([, e]) => e !== 1)) return undefined;
  if (all.length === 2) return { form: 'product', depth: 2, up: [all[0]![0]], down: all[1]![0] };
  return { form: 'layers', depth: all.length, up: all.map(([i]) => i), down: -1 };
}

const readings = new WeakMap<RunNode, Diagonal | null>();

/** The network of a run whose loss is `squared(…)`; undefined for any other loss or w. */
export function diagonalOf(node: RunNode): Diagonal | undefined {
  const known = readings.get(node);
  if (known !== undefined) return known ?? undefined;
  const found = reading(node);
  readings.set(node, found ?? null);
  return found;
}

function reading(node: RunNode): Diagonal | undefined {
  if (node.lossParts?.kind !== 'squared') return undefined;
  const size = node.state.reduce((n, s) => n + (s.sum ? 0 : s.shape.rows * s.shape.columns), 0);
  const of = new Map(node.variables.slice(0, size).map((v, i) => [v, i] as const));
  const all = node.lossParts.w.entries.map((t) => coordinate(t, of));
  const first = all[0];
  if (!first || !all.every((c) => c !== undefined && c.form === first.form && c.depth === first.depth))
    return undefined;
  const used = all.flatMap((c) => [...c!.up, ...(c!.down >= 0 ? [c!.down] : [])]);
  if (used.length !== size || new Set(used).size !== size) return undefined;
  return {
    form: first.form,
    depth: first.depth,
    up: all.map((c) => c!.up),
    down: all.flatMap((c) => (c!.down >= 0 ? [c!.down] : [])),
  };
}
