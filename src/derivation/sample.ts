/**
 * Terms at two fixed points in floating point: a quick answer to "can these be equal?" before their normal forms are asked.
 *
 * Untrusted: only a clear "no" is used, and only to save work. Linear in the nodes, once a node.
 */
import * as T from '../expr/term.ts';

type Term = T.Term;
type Values = readonly [number, number];

/** A value from the name: the first between ½ and 1, the second of either sign. */
function atName(name: string): Values {
  let h = 2166136261;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 16777619) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 2246822507) >>> 0;
  const unit = (h >>> 8) / 2 ** 24;
  return [0.5 + unit / 2, 2 * ((unit * 7) % 1) - 1];
}
const OPS: { readonly [op: string]: (a: number, b: number) => number } = {
  neg: (a) => -a,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
};
function at(t: Term, i: 0 | 1, [a, b]: readonly number[]): number {
  if (t.op === 'num') return Number(t.value!.num) / Number(t.value!.den);
  if (t.op === 'var') return atName(t.name!)[i];
  if (t.op === 'pow' || t.op === 'power') return a! ** (Number(t.value!.num) / Number(t.value!.den));
  const own = OPS[t.op] ?? (Math[t.op as 'exp'] as ((x: number) => number) | undefined);
  return own ? own(a!, b!) : Number.NaN;
}
const known = new WeakMap<Term, Values>();
function values(t: Term): Values {
  for (const n of T.postorder([t])) {
    if (known.has(n)) continue;
    const args = n.args.map((a) => known.get(a)!);
    known.set(
      n,
      [0, 1].map((i) =>
        at(
          n,
          i as 0 | 1,
          args.map((v) => v[i as 0 | 1]),
        ),
      ) as unknown as Values,
    );
  }
  return known.get(t)!;
}
/** They certainly differ at one of the points (NaN and rounding say nothing). */
export function differ(s: Term, t: Term): boolean {
  if (s === t) return false;
  const [v, w] = [values(s), values(t)];
  return v.some((x, i) => Math.abs(x - w[i]!) > 1e-3 * Math.max(1, Math.abs(x), Math.abs(w[i]!)));
}
