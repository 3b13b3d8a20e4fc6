/**
 * The functions an author may write in a formula, and what each does to numbers, vectors and matrices.
 *
 * Untrusted. Elementary functions act coordinatewise. `norm` is Euclidean (Frobenius for a matrix).
 */
import * as Q from '../number/rational.ts';
import { ClaimError } from './error.ts';
import * as E from './expr.ts';
import { call } from './notation.ts';
import { didYouMean } from './suggest.ts';
import * as T from './term.ts';

type Expr = E.Expr;
type Term = T.Term;
type Define = (name: string, args: readonly Expr[]) => Expr;

const one = (name: string, args: readonly Expr[]): Expr => {
  if (args.length !== 1) throw new ClaimError(`${name} of one argument`, `${args.length} arguments`);
  return args[0]!;
};

const elementary =
  (f: T.FunctionName): Define =>
  (name, args) => {
    const a = one(name, args);
    if (a.shape.kind === 'matrix' || a.shape.kind === 'row')
      throw new ClaimError(`${name} of a number or a vector`, E.describe(a.shape));
    return E.map(a, (t) => T.apply(f, t), call(name, [a.notation]));
  };

const overEntries =
  (reduce: (entries: readonly Term[]) => Term): Define =>
  (name, args) => {
    const a = one(name, args);
    return E.scalar(reduce(a.entries), call(name, [a.notation]));
  };

const product = (terms: readonly Term[]): Term =>
  terms.length === 0 ? T.whole(1) : terms.reduce((p, t) => E.combine('mul', p, t));
const least = (terms: readonly Term[]): Term => terms.reduce((m, t) => T.binary('min', m, t));
const greatest = (terms: readonly Term[]): Term => terms.reduce((m, t) => T.binary('max', m, t));
const absolute = (t: Term): Term => T.apply('abs', t);
const squares = (terms: readonly Term[]): Term => E.sumTerms(terms.map((t) => T.pow(t, 2)));

const extreme =
  (op: 'min' | 'max', over: (entries: readonly Term[]) => Term): Define =>
  (name, args) => {
    if (args.length === 1) return overEntries(over)(name, args);
    const [a, b] = args;
    if (args.length !== 2 || !a || !b) throw new ClaimError(`${name} of one or two arguments`, `${args.length}`);
    const wide = a.shape.kind === 'scalar' ? b : a;
    if (a.shape.kind !== 'scalar' && b.shape.kind !== 'scalar' && !E.sameShape(a.shape, b.shape))
      throw new ClaimError('equal shapes', `${E.describe(a.shape)} and ${E.describe(b.shape)}`);
    const pick = (e: Expr, i: number): Term => e.entries[e.shape.kind === 'scalar' ? 0 : i]!;
    const entries = wide.entries.map((_, i) => T.binary(op, pick(a, i), pick(b, i)));
    return new E.Expr(wide.shape, entries, call(name, [a.notation, b.notation]));
  };

const square = (name: string, a: Expr): number => {
  if (a.shape.kind !== 'matrix' || a.shape.rows !== a.shape.columns)
    throw new ClaimError(`${name} of a square matrix`, E.describe(a.shape));
  return a.shape.rows;
};

const trace: Define = (name, args) => {
  const a = one(name, args);
  const n = square(name, a);
  const entries = Array.from({ length: n }, (_, i) => a.entries[i * n + i]!);
  return E.scalar(E.sumTerms(entries), call(name, [a.notation]));
};

function determinant(entries: readonly Term[], n: number): Term {
  if (n === 1) return entries[0]!;
  const minor = (j: number): Term[] => entries.filter((_, e) => e >= n && e % n !== j);
  const terms = Array.from({ length: n }, (_, j) => E.combine('mul', entries[j]!, determinant(minor(j), n - 1)));
  return terms.reduce((s, t, j) => E.combine(j % 2 === 0 ? 'add' : 'sub', s, t));
}

const det: Define = (name, args) => {
  const a = one(name, args);
  const n = square(name, a);
  if (n > 7) throw new ClaimError('det of a matrix up to 7 × 7', E.describe(a.shape));
  return E.scalar(determinant(a.entries, n), call(name, [a.notation]));
};

const diag: Define = (name, args) => {
  const a = one(name, args);
  const notation = call(name, [a.notation]);
  if (a.shape.kind === 'vector') {
    const n = a.shape.rows;
    const entries = Array.from({ length: n * n }, (_, e) => (e % (n + 1) === 0 ? a.entries[e / (n + 1)]! : T.whole(0)));
    return new E.Expr(E.matrixShape(n, n), entries, notation);
  }
  const n = square(name, a);
  return new E.Expr(
    E.vectorShape(n),
    a.entries.filter((_, e) => e % (n + 1) === 0),
    notation,
  );
};

const kron: Define = (name, args) => {
  const [a, b] = args;
  if (args.length !== 2 || a?.shape.kind !== 'matrix' || b?.shape.kind !== 'matrix')
    throw new ClaimError('kron of two matrices', args.map((x) => E.describe(x.shape)).join(', '));
  const [rows, columns] = [a.shape.rows * b.shape.rows, a.shape.columns * b.shape.columns];
  const entry = (e: number): Term => {
    const [i, j] = [Math.floor(e / columns), e % columns];
    const left = a.entries[Math.floor(i / b.shape.rows) * a.shape.columns + Math.floor(j / b.shape.columns)]!;
    return E.combine('mul', left, b.entries[(i % b.shape.rows) * b.shape.columns + (j % b.shape.columns)]!);
  };
  const entries = Array.from({ length: rows * columns }, (_, e) => entry(e));
  return new E.Expr(E.matrixShape(rows, columns), entries, call(name, [a.notation, b.notation]));
};

const length = (name: string, e: Expr): number => {
  const q = e.shape.kind === 'scalar' ? E.constantOf(e.entries[0]!) : undefined;
  if (q?.den !== 1n || q.num < 1n || q.num > 10000n) throw new ClaimError(`${name} of a size`, 'something else');
  return Number(q.num);
};

const filled =
  (value: number): Define =>
  (name, args) => {
    const [n, m] = args.map((a) => length(name, a));
    if (n === undefined || args.length > 2) throw new ClaimError(`${name} of one or two sizes`, `${args.length}`);
    const notation = call(
      name,
      args.map((a) => a.notation),
    );
    const shape = m === undefined ? E.vectorShape(n) : E.matrixShape(n, m);
    return new E.Expr(shape, new Array<Term>(n * (m ?? 1)).fill(T.whole(value)), notation);
  };

const TABLE: { readonly [name: string]: Define } = {
  sqrt: elementary('sqrt'),
  abs: elementary('abs'),
  exp: elementary('exp'),
  ln: elementary('log'),
  sin: elementary('sin'),
  cos: elementary('cos'),
  tan: elementary('tan'),
  sinh: elementary('sinh'),
  cosh: elementary('cosh'),
  tanh: elementary('tanh'),
  asinh: elementary('asinh'),
  atanh: elementary('atanh'),
  atan: elementary('atan'),
  min: extreme('min', least),
  max: extreme('max', greatest),
  sum: overEntries(E.sumTerms),
  prod: overEntries(product),
  norm: overEntries((t) => T.sqrt(squares(t))),
  norm1: overEntries((t) => E.sumTerms(t.map(absolute))),
  normInf: overEntries((t) => greatest(t.map(absolute))),
  diag,
  trace,
  det,
  kron,
  ones: filled(1),
  zeros: filled(0),
};

export const functionNames: readonly string[] = Object.keys(TABLE);

/** What other notations call them. */
const ELSEWHERE: { readonly [name: string]: string } = {
  log: 'ln',
  arcsinh: 'asinh',
  arsinh: 'asinh',
  arctanh: 'atanh',
  artanh: 'atanh',
  arctan: 'atan',
  transpose: "'",
  pow: '^',
  l1: 'norm1',
  dot: 'sum',
};
const hint = (name: string): string =>
  Object.hasOwn(ELSEWHERE, name) ? ` (here it is written ${ELSEWHERE[name]})` : didYouMean(name, functionNames);

/** Applies a named function; throws ClaimError on an unknown name or a shape that doesn't fit. */
export function applyFunction(name: string, args: readonly Expr[]): Expr {
  const define = Object.hasOwn(TABLE, name) ? TABLE[name] : undefined;
  if (!define) throw new ClaimError(`one of the functions ${functionNames.join(' ')}`, `"${name}"${hint(name)}`);
  return define(name, args);
}

export const pi: Expr = E.scalar(T.pi, { kind: 'atom', text: 'pi' });
export const half: Expr = E.constant(Q.rational(1, 2));
