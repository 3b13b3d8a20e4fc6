/**
 * The author's formulas: numbers, vectors and matrices whose entries are scalar terms, with the notation they were
 * written in. Vectors act coordinatewise, a matrix multiplies, a scalar spreads, ' transposes.
 *
 * Untrusted. Shapes are checked as a formula is built, so that an error points at the author's line. Constant
 * subformulas are folded exactly; nothing else is simplified or re-associated (rounding is part of quantized claims).
 */
import * as Q from '../number/rational.ts';
import { ClaimError } from './error.ts';
import { binaryNode, type Notation } from './notation.ts';
import * as T from './term.ts';

type Term = T.Term;

export interface Shape {
  readonly kind: 'scalar' | 'vector' | 'row' | 'matrix';
  readonly rows: number;
  readonly columns: number;
}
export const SCALAR: Shape = { kind: 'scalar', rows: 1, columns: 1 };
export const vectorShape = (n: number): Shape => ({ kind: 'vector', rows: n, columns: 1 });
export const matrixShape = (n: number, m: number): Shape => ({ kind: 'matrix', rows: n, columns: m });

export const describe = (s: Shape): string =>
  s.kind === 'scalar'
    ? 'a number'
    : s.kind === 'vector'
      ? `a vector of length ${s.rows}`
      : s.kind === 'row'
        ? `a transposed vector of length ${s.columns}`
        : `a ${s.rows} × ${s.columns} matrix`;
export const sameShape = (a: Shape, b: Shape): boolean =>
  a.kind === b.kind && a.rows === b.rows && a.columns === b.columns;

const made = new WeakSet<object>();

/** A formula. Entries are row by row. Indices count from 0; out of range throws ClaimError. */
export class Expr {
  readonly shape: Shape;
  readonly entries: readonly Term[];
  readonly notation: Notation;
  constructor(shape: Shape, entries: readonly Term[], notation: Notation) {
    this.shape = shape;
    this.entries = Object.freeze([...entries]);
    this.notation = notation;
    made.add(this);
    Object.freeze(this);
  }

  /** JavaScript's operators and plain templates would make text or NaN of a formula. */
  [Symbol.toPrimitive](): never {
    throw new ClaimError(
      'formulas joined inside ex`…` or that`…`',
      "one of JavaScript's own operators (+ - * / < == …), or a template without ex or that before it",
    );
  }

  at(i: number, j?: number): Expr {
    const { kind, rows, columns } = this.shape;
    const inside = (k: number, n: number): boolean => Number.isInteger(k) && k >= 0 && k < n;
    const ok =
      kind === 'matrix'
        ? j !== undefined && inside(i, rows) && inside(j, columns)
        : kind === 'vector' && j === undefined && inside(i, rows);
    if (!ok) throw new ClaimError(`an index into ${describe(this.shape)}`, `(${j === undefined ? i : `${i}, ${j}`})`);
    return scalar(this.entries[kind === 'matrix' ? i * columns + j! : i]!, {
      kind: 'index',
      base: this.notation,
      index: j === undefined ? [i] : [i, j],
    });
  }

  /** Row i of a matrix, as a vector. */
  row(i: number): Expr {
    const { kind, rows, columns } = this.shape;
    if (kind !== 'matrix' || !Number.isInteger(i) || i < 0 || i >= rows)
      throw new ClaimError('a row of a matrix', `row ${i} of ${describe(this.shape)}`);
    const notation: Notation = { kind: 'index', base: this.notation, index: [i] };
    return new Expr(vectorShape(columns), this.entries.slice(i * columns, (i + 1) * columns), notation);
  }
}

export const isExpr = (x: unknown): x is Expr => typeof x === 'object' && x !== null && made.has(x);

export function scalar(t: Term, notation: Notation): Expr {
  return new Expr(SCALAR, [t], notation);
}
export const constant = (q: Q.Rational): Expr => scalar(T.num(q), { kind: 'atom', text: Q.text(q) });
export const wholeNumber = (n: number): Expr => {
  if (!Number.isSafeInteger(n))
    throw new ClaimError(
      'a whole number (other numbers are written in the text of a formula: ex`1/3`, ex`0.1`)',
      `${n}`,
    );
  return constant(Q.rational(n));
};
export const renamed = (e: Expr, name: string): Expr => new Expr(e.shape, e.entries, { kind: 'atom', text: name });

/** The exact value of a constant term, or undefined. */
export const constantOf = (t: Term): Q.Rational | undefined => (t.op === 'num' ? t.value : undefined);

const FOLD = { add: Q.add, sub: Q.sub, mul: Q.mul, div: Q.div } as const;

/** A binary term, constants folded exactly (a division by the constant 0 is kept as it is: undefined). */
export function combine(op: 'add' | 'sub' | 'mul' | 'div', a: Term, b: Term): Term {
  const x = constantOf(a);
  const y = constantOf(b);
  if (x && y && !(op === 'div' && y.num === 0n)) return T.num(FOLD[op](x, y));
  return T.binary(op, a, b);
}
export function negate(a: Term): Term {
  const x = constantOf(a);
  return x ? T.num(Q.neg(x)) : T.neg(a);
}

const SYMBOL = { add: '+', sub: '-', mul: '*', div: '/' } as const;
type Arithmetic = keyof typeof SYMBOL;

const spread = (a: Expr, shape: Shape): readonly Term[] =>
  a.shape.kind === 'scalar' ? new Array<Term>(shape.rows * shape.columns).fill(a.entries[0]!) : a.entries;

function coordinatewise(op: Arithmetic, a: Expr, b: Expr, shape: Shape, notation: Notation): Expr {
  const left = spread(a, shape);
  const right = spread(b, shape);
  return new Expr(
    shape,
    left.map((x, i) => combine(op, x, right[i]!)),
    notation,
  );
}

/** Left-to-right sum, as a program would compute it. 0 for no terms. */
export const sumTerms = (terms: readonly Term[]): Term =>
  terms.length === 0 ? T.whole(0) : terms.reduce((s, t) => combine('add', s, t));

const dot = (a: readonly Term[], b: readonly Term[]): Term => sumTerms(a.map((x, i) => combine('mul', x, b[i]!)));

function matrixProduct(a: Expr, b: Expr, notation: Notation): Expr {
  if (a.shape.columns !== b.shape.rows)
    throw new ClaimError('factors that fit', `${describe(a.shape)} times ${describe(b.shape)}`);
  const { rows, columns: inner } = a.shape;
  const columns = b.shape.columns;
  const column = (j: number): Term[] => Array.from({ length: inner }, (_, k) => b.entries[k * columns + j]!);
  const entries = Array.from({ length: rows * columns }, (_, e) => {
    const i = Math.floor(e / columns);
    return dot(a.entries.slice(i * inner, (i + 1) * inner), column(e % columns));
  });
  const kind =
    a.shape.kind === 'row'
      ? b.shape.kind === 'matrix'
        ? 'row'
        : 'scalar'
      : b.shape.kind === 'vector'
        ? 'vector'
        : 'matrix';
  return new Expr({ kind, rows, columns }, entries, notation);
}

function product(a: Expr, b: Expr, notation: Notation): Expr {
  const [x, y] = [a.shape.kind, b.shape.kind];
  if (x === 'scalar') return coordinatewise('mul', a, b, b.shape, notation);
  if (y === 'scalar') return coordinatewise('mul', a, b, a.shape, notation);
  if (x === 'vector' && y === 'vector' && a.shape.rows === b.shape.rows)
    return coordinatewise('mul', a, b, a.shape, notation);
  if (x === 'vector' && y === 'row') return matrixProduct(a, b, notation);
  if (x === 'vector' || (x === 'row' && y === 'row'))
    throw new ClaimError('factors that fit', `${describe(a.shape)} times ${describe(b.shape)}`);
  return matrixProduct(a, b, notation);
}

/** a ∘ b for + − × ÷ in the conventions above; throws ClaimError when the shapes don't fit. */
export function arithmetic(op: Arithmetic, a: Expr, b: Expr): Expr {
  const notation = binaryNode(SYMBOL[op], a.notation, b.notation);
  if (op === 'mul') return product(a, b, notation);
  const [x, y] = [a.shape.kind, b.shape.kind];
  if (op === 'div' && y !== 'scalar' && (y !== 'vector' || (x !== 'vector' && x !== 'scalar')))
    throw new ClaimError('a division by a number or, coordinatewise, by a vector', `by ${describe(b.shape)}`);
  const shape = x === 'scalar' ? b.shape : a.shape;
  if (x !== 'scalar' && y !== 'scalar' && !sameShape(a.shape, b.shape))
    throw new ClaimError('equal shapes', `${describe(a.shape)} ${SYMBOL[op]} ${describe(b.shape)}`);
  return coordinatewise(op, a, b, shape, notation);
}

export function map(a: Expr, f: (t: Term) => Term, notation: Notation): Expr {
  return new Expr(a.shape, a.entries.map(f), notation);
}

export function transpose(a: Expr): Expr {
  const { kind, rows, columns } = a.shape;
  const notation: Notation = { kind: 'op', op: "'", args: [a.notation] };
  if (kind === 'scalar') throw new ClaimError("a vector or a matrix before '", 'a number');
  if (kind === 'vector') return new Expr({ kind: 'row', rows: 1, columns: rows }, a.entries, notation);
  if (kind === 'row') return new Expr(vectorShape(columns), a.entries, notation);
  const entries = Array.from(a.entries, (_, e) => a.entries[(e % rows) * columns + Math.floor(e / rows)]!);
  return new Expr(matrixShape(columns, rows), entries, notation);
}

/** Base to a constant rational power, coordinatewise on vectors; a square matrix to a whole power is the matrix power. */
export function raise(a: Expr, exponent: Expr): Expr {
  const notation = binaryNode('^', a.notation, exponent.notation);
  const e = exponent.shape.kind === 'scalar' ? constantOf(exponent.entries[0]!) : undefined;
  if (!e) throw new ClaimError('a constant exponent (for others write exp(k*ln(x)))', 'an exponent that varies');
  if (a.shape.kind === 'scalar' || a.shape.kind === 'vector') return map(a, (t) => powerTerm(t, e), notation);
  const n = Number(e.num);
  if (a.shape.kind !== 'matrix' || a.shape.rows !== a.shape.columns || e.den !== 1n || n < 1 || n > 64)
    throw new ClaimError('a number or vector, or a square matrix to a whole power', describe(a.shape));
  let result = a;
  for (let k = 1; k < n; k++) result = matrixProduct(result, a, notation);
  return result;
}

function powerTerm(t: Term, e: Q.Rational): Term {
  const base = constantOf(t);
  if (e.den === 1n && e.num === 1n) return t;
  if (base && e.den === 1n && (base.num !== 0n || e.num >= 0n) && e.num < 10000n && e.num > -10000n)
    return T.num(Q.pow(base, Number(e.num)));
  return T.power(t, e);
}
