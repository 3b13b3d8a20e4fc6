/**
 * Re-verifies a certificate of boxes: `npm run verify:boxes -- certificate.json`. Exit code 1 if anything is not certain.
 *
 * Shares no code with the program that made it; its arithmetic is tools/verify/intervals.ts. A cell whose proof does not go
 * through as it stands may be halved a few times. What it shows: each inequality of the document
 * holds on its box wherever the assumed ones do, outside of what is left out. That these are the claim's is for the reader.
 */
import { readFileSync } from 'node:fs';
import {
  add,
  constant,
  type D,
  div,
  type I,
  mul,
  No,
  neg,
  no,
  ONE,
  P,
  raise,
  rational,
  rules,
  sub,
  whole,
  ZERO,
} from './verify/intervals.ts';

type Formula = readonly [string, ...(Formula | string)[]];
type Box = { readonly lo: readonly number[]; readonly hi: readonly number[] };
type Pin = { readonly variable: number; readonly end: 'lo' | 'hi' };
type Proof = { by: string; along: number; order: number; from: 'lo' | 'hi'; pins: Pin[]; there: Proof; which: number };
type Bound = { readonly margin: Formula; readonly strict: boolean };
export type Goal = { shown: Bound; assumed: Bound[]; leftOut: Bound[][]; cells: { box: Box; proof: Proof }[] };
export type Certificate = { schema: string; instances: { variables: string[]; box: Box; goals: Goal[] }[] };

/** The derivatives of a formula along variable `along` on x; equal subformulas are one. */
function derivatives(f: Formula, names: readonly string[], x: readonly I[], along: number): D {
  const known = new Map<string, D>();
  const go = (g: Formula): D => {
    const key = JSON.stringify(g);
    const found = known.get(key);
    if (found) return found;
    const [op, ...args] = g;
    const i = names.indexOf(String(args[0]));
    const parts = args.filter((a): a is Formula => Array.isArray(a)).map(go);
    const made: D =
      op === 'num'
        ? constant(rational(String(args[0])))
        : op === 'var'
          ? i < 0
            ? no('a free name')
            : (k) => (k === 0 ? x[i]! : k === 1 && i === along ? ONE : ZERO)
          : (Object.hasOwn(rules, op) ? rules[op]! : no(`no rule for ${op}`))(
              parts[0]!,
              parts[1] ?? parts[0]!,
              String(args.at(-1)),
            );
    known.set(key, made);
    return made;
  };
  return go(f);
}
const exactly = (x: number): bigint => {
  let [m, e] = [x, 0];
  while (!Number.isInteger(m)) {
    m *= 2;
    e++;
  }
  return e > Number(P) ? no('an end that is no multiple of 2⁻¹⁹²') : (BigInt(m) << P) >> BigInt(e);
};
const sides = (b: Box): I[] =>
  b.lo.map((lo, i) => (lo <= b.hi[i]! ? [exactly(lo), exactly(b.hi[i]!)] : no('an empty box')));
const pinned = (b: Box, i: number, at: number): Box => ({
  lo: b.lo.map((v, k) => (k === i ? at : v)),
  hi: b.hi.map((v, k) => (k === i ? at : v)),
});
const middle = (lo: number, hi: number): number => (lo === hi ? lo : lo + (hi - lo) / 2);
const positive = (v: I, strict: boolean): boolean => (strict ? v[0] > 0n : v[0] >= 0n);

/** Is the bound certain on the whole box, in the way that is said? */
function holds(s: Bound, names: readonly string[], b: Box, p: Proof): boolean {
  const x = sides(b);
  const at = (y: readonly I[], i: number): D => derivatives(s.margin, names, y, i);
  const value = at(x, 0)(0); // defined everywhere, or it throws
  if (positive(value, s.strict)) return true;
  if (p.by === 'face') {
    let face = b;
    for (const { variable: i, end } of p.pins) {
      const slope = at(x, i)(1);
      if (!(end === 'lo' ? slope[0] >= 0n : slope[1] <= 0n)) return false;
      face = pinned(face, i, b[end][i]!);
    }
    return holds(s, names, face, p.there);
  }
  const i = p.along;
  if (p.by === 'mean') {
    const c = b.lo.map((lo, k) => middle(lo, b.hi[k]!));
    const there = at(
      c.map((v): I => [exactly(v), exactly(v)]),
      0,
    )(0);
    return positive(
      c.reduce((sum, v, k) => add(sum, mul(at(x, k)(1), sub(x[k]!, [exactly(v), exactly(v)]))), there),
      s.strict,
    );
  }
  if (p.by !== 'taylor' && p.by !== 'ladder') return false;
  const from = p.by === 'taylor' ? middle(b.lo[i]!, b.hi[i]!) : b[p.from][i]!;
  const foot: I = [exactly(from), exactly(from)];
  const [low, high] = [
    at(
      x.map((v, k) => (k === i ? foot : v)),
      i,
    ),
    at(x, i),
  ];
  const step = sub(x[i]!, foot);
  if (p.by === 'ladder') {
    const sign = (k: number, v: I): I => (p.from === 'hi' && k % 2 === 1 ? neg(v) : v);
    return (
      Array.from({ length: p.order }, (_, k) => positive(sign(k, low(k)), s.strict && k === 0)).every(Boolean) &&
      positive(sign(p.order, high(p.order)), false)
    );
  }
  let [sum, factorial] = [low(0), 1n];
  for (let k = 1; k <= p.order; k++) {
    factorial *= BigInt(k);
    sum = add(sum, div(mul((k < p.order ? low : high)(k), raise(step, k)), whole(factorial)));
  }
  return positive(sum, s.strict);
}

const fails = ({ margin, strict }: Bound, names: readonly string[], b: Box): boolean => {
  const v = derivatives(margin, names, sides(b), 0)(0);
  return strict ? v[1] <= 0n : v[1] < 0n;
};
const attempt = (f: () => boolean): boolean => {
  try {
    return f();
  } catch (e) {
    if (e instanceof No) return false;
    throw e;
  }
};
const DEPTH = 14;
function cell(g: Goal, names: readonly string[], b: Box, p: Proof, depth = 0): boolean {
  const direct = attempt(() =>
    p.by === 'excluded'
      ? fails(g.assumed[p.which]!, names, b)
      : p.by === 'tight'
        ? g.leftOut[p.which]!.every((l) => positive(derivatives(l.margin, names, sides(b), 0)(0), l.strict))
        : holds(g.shown, names, b, p) || (depth > 0 && holds(g.shown, names, b, { ...p, by: 'mean' })),
  );
  if (direct || depth >= DEPTH) return direct;
  const widths = b.lo.map((lo, i) => b.hi[i]! - lo);
  const i = widths.indexOf(Math.max(...widths));
  const m = middle(b.lo[i]!, b.hi[i]!);
  if (!(b.lo[i]! < m && m < b.hi[i]!)) return false;
  const part = (end: 'lo' | 'hi'): Box => ({ ...b, [end]: b[end].map((v, k) => (k === i ? m : v)) });
  return cell(g, names, part('hi'), p, depth + 1) && cell(g, names, part('lo'), p, depth + 1);
}

/** Do the boxes cover b? Cut along the sides of boxes until each piece is in one. */
export function covers(all: readonly Box[], b: Box): boolean {
  const near = all.filter((c) =>
    b.lo.every((lo, i) => (lo === b.hi[i] ? c.lo[i]! <= lo && lo <= c.hi[i]! : c.lo[i]! < b.hi[i]! && lo < c.hi[i]!)),
  );
  if (near.some((c) => b.lo.every((lo, i) => c.lo[i]! <= lo && b.hi[i]! <= c.hi[i]!))) return true;
  for (const c of near)
    for (const [i, lo] of b.lo.entries())
      for (const at of [c.lo[i]!, c.hi[i]!])
        if (lo < at && at < b.hi[i]!)
          return (
            covers(near, { ...b, hi: b.hi.map((v, k) => (k === i ? at : v)) }) &&
            covers(near, { ...b, lo: b.lo.map((v, k) => (k === i ? at : v)) })
          );
  return false;
}

/** The number of cells re-verified, or what is not certain. */
export function verify(c: Certificate): number | string {
  if (c.schema !== 'counterflow/boxes@1' || c.instances.length === 0)
    return 'a document of the schema counterflow/boxes@1 is wanted';
  let cells = 0;
  for (const { variables, box, goals } of c.instances)
    for (const [n, g] of goals.entries()) {
      if (
        !covers(
          g.cells.map((x) => x.box),
          box,
        )
      )
        return `goal ${n + 1}: the cells do not cover the box`;
      const bad = g.cells.findIndex((x) => !cell(g, variables, x.box, x.proof));
      if (bad >= 0) return `goal ${n + 1}, cell ${bad + 1} (${g.cells[bad]!.proof.by}) is not certain`;
      cells += g.cells.length;
    }
  return cells;
}

if (process.argv[1]?.endsWith('verify-boxes.ts')) {
  const result = verify(JSON.parse(readFileSync(process.argv[2] ?? '/dev/stdin', 'utf8')) as Certificate);
  console.log(typeof result === 'number' ? `${result} cells verified` : `refused: ${result}`);
  process.exitCode = typeof result === 'number' ? 0 : 1;
}
