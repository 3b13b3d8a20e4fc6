/**
 * Quantities that need a solver: interpolators of least norm, largest margins, λ_max, limits of flows and of descent.
 *
 * Untrusted; builds data. Each answer is a leaf of the claim: solved in floats by the search, proved by certify/solved.ts
 * at exact points, undecided where it is not proved. Matrices are of parameters and fixed moments, never of a run's state.
 */
import { ClaimError } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { atom } from '../expr/notation.ts';
import { type Hole, holeValue } from '../expr/parse.ts';
import * as T from '../expr/term.ts';
import { session } from './run.ts';
import { type Norm, type SolvedQuestion, solvedName } from './solved.ts';

type Expr = E.Expr;
type Term = T.Term;
type Draft<Q = SolvedQuestion> = Q extends SolvedQuestion ? Omit<Q, 'name'> : never;

/** Registers a question (one asked before is not asked twice); gives the quantities of its answer. */
export function ask(draft: Draft): readonly Term[] {
  const { solved } = session();
  const same = (q: SolvedQuestion): boolean => identity(q) === identity({ ...draft, name: '' } as SolvedQuestion);
  let question = solved.find(same);
  if (!question) {
    question = { ...draft, name: `solved${solved.length}` } as SolvedQuestion;
    solved.push(question);
  }
  return question.labels.map((_, i) => T.quantity(solvedName(question, i)));
}
const identity = ({ name: _, ...rest }: SolvedQuestion): string =>
  JSON.stringify(rest, (_key, v: unknown) => (T.isTerm(v) ? v.id : v));

/** A matrix or vector of parameters, row after row. */
function entries(e: unknown, kind: 'matrix' | 'vector', what: string): { terms: readonly Term[]; shape: E.Shape } {
  const value = holeValue(e as Hole);
  if (value.shape.kind !== kind) throw new ClaimError(`a ${kind} for ${what}`, E.describe(value.shape));
  const { symbols, inputs } = session();
  const known = new Set([...symbols.values()].flat());
  const loose = T.postorder(value.entries).find((t) => t.op === 'var' && (inputs.has(t) || !known.has(t)));
  if (loose) throw new ClaimError(`${what} made of parameters and fixed moments`, `${loose.name} in it`);
  return { terms: value.entries, shape: value.shape };
}

const vector = (terms: readonly Term[], name: string): Expr =>
  new E.Expr(E.vectorShape(terms.length), terms, atom(name));
const numbered = (name: string, n: number): readonly string[] => Array.from({ length: n }, (_, i) => `${name}[${i}]`);

function checkNorm(norm: unknown): asserts norm is Norm {
  if (norm !== 'l1' && norm !== 'l2') throw new ClaimError("a norm, 'l1' or 'l2'", JSON.stringify(norm));
}

export interface Least {
  /** ‖w‖. */
  readonly value: Expr;
  /** The interpolator; undecided where it is not the only one of that norm. */
  readonly w: Expr;
}

/** The interpolator of least norm, Xw = y, over all w or over w ≥ 0. Throws ClaimError on shapes that do not fit. */
function least(norm: Norm, X: Expr, y: Expr, options: { readonly nonnegative?: boolean } = {}): Least {
  checkNorm(norm);
  const [x, target] = [entries(X, 'matrix', 'X of solve.least'), entries(y, 'vector', 'y of solve.least')];
  const d = x.shape.columns;
  if (target.shape.rows !== x.shape.rows)
    throw new ClaimError(`a vector of length ${x.shape.rows} for y of solve.least`, E.describe(target.shape));
  const sign = options.nonnegative ? 'nonnegative' : 'any sign';
  if (sign === 'nonnegative' && norm === 'l2') throw new ClaimError("the norm 'l1' with nonnegative", "'l2'");
  const name = `least ${norm}${options.nonnegative ? ' (w ≥ 0)' : ''}`;
  const labels = [`${name} norm`, ...numbered(`${name} interpolator`, d)];
  const [value, ...w] = ask({ kind: 'least', norm, sign, x: x.terms, y: target.terms, columns: d, labels });
  return { value: E.scalar(value!, atom(`${norm === 'l1' ? 'R' : 'R₂'}`)), w: vector(w, 'w*') };
}

export interface Margin {
  /** max over w of minᵢ (Zw)ᵢ / ‖w‖; undecided unless it is positive. */
  readonly value: Expr;
  /** The direction, of norm 1; undecided where it is not the only one. */
  readonly w: Expr;
}

/** The largest margin of the rows of Z (label times example). */
function margin(norm: Norm, Z: Expr): Margin {
  checkNorm(norm);
  const z = entries(Z, 'matrix', 'Z of solve.margin');
  const d = z.shape.columns;
  const labels = [`largest ${norm} margin`, ...numbered(`direction of largest ${norm} margin`, d)];
  const [value, ...w] = ask({ kind: 'margin', norm, z: z.terms, columns: d, labels });
  return { value: E.scalar(value!, atom('γ')), w: vector(w, 'ŵ') };
}

/** λ_max of a symmetric matrix; undecided where the matrix is not symmetric. */
function largestEigenvalue(K: Expr): Expr {
  const k = entries(K, 'matrix', 'K of solve.largestEigenvalue');
  if (k.shape.rows !== k.shape.columns)
    throw new ClaimError('a square matrix for solve.largestEigenvalue', E.describe(k.shape));
  const [value] = ask({
    kind: 'eigenvalue',
    k: k.terms,
    columns: k.shape.columns,
    labels: ['largest eigenvalue'],
  });
  return E.scalar(value!, atom('λmax'));
}

export const solve = Object.freeze({ least, margin, largestEigenvalue });
