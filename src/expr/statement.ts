/**
 * What a claim says: relations between formulas, joined by and, or, implies, iff, and statements about whole runs.
 *
 * Untrusted. Two levels: `Statement` in the author's notation, and `Logic`, the scalar form every engine reads.
 * A relation between vectors or matrices holds in every entry.
 */
import type { Relation } from '../number/arithmetic.ts';
import { ClaimError, callSite, type Place } from './error.ts';
import * as E from './expr.ts';
import { notationLatex, notationText } from './notation.ts';
import { type Hole, holeValue, parsed, sides } from './parse.ts';
import type { Term } from './term.ts';

type Expr = E.Expr;

/** The scalar form. Variables of an `always` body are the state, inputs and step counter of its run. */
export type Logic =
  | {
      readonly kind: 'relation';
      readonly relation: Relation;
      readonly lhs: Term;
      readonly rhs: Term;
      readonly label: string;
    }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Logic[] }
  | { readonly kind: 'implies' | 'iff'; readonly parts: readonly [Logic, Logic] }
  /** At every moment of the run; stage `step`: at every moment that has a next one (it mentions next or an input). */
  | { readonly kind: 'always'; readonly run: number; readonly stage: 'state' | 'step'; readonly body: Logic };

export interface Statement {
  readonly kind: 'statement';
  readonly logic: Logic;
  readonly text: string;
  readonly latex: string;
  readonly place: Place | undefined;
}

const made = new WeakSet<object>();
export const isStatement = (x: unknown): x is Statement => typeof x === 'object' && x !== null && made.has(x);

export function statement(logic: Logic, text: string, latex: string, place = callSite()): Statement {
  const s: Statement = Object.freeze({ kind: 'statement', logic, text, latex, place });
  made.add(s);
  unused?.add(s);
  return s;
}

const TEX: { readonly [r: string]: string } = {
  '<=': '\\le',
  '>=': '\\ge',
  '!=': '\\ne',
  '<': '<',
  '>': '>',
  '=': '=',
};

function relationLogic(symbol: string, a: Expr, b: Expr): Logic {
  if (a.shape.kind !== 'scalar' && b.shape.kind !== 'scalar' && !E.sameShape(a.shape, b.shape))
    throw new ClaimError('sides of equal shape', `${E.describe(a.shape)} ${symbol} ${E.describe(b.shape)}`);
  const shape = a.shape.kind === 'scalar' ? b.shape : a.shape;
  const side = (e: Expr, i: number): Term => e.entries[e.shape.kind === 'scalar' ? 0 : i]!;
  const swap = symbol === '>' || symbol === '>=';
  const relation = (symbol === '>' ? '<' : symbol === '>=' ? '<=' : symbol) as Relation;
  const parts = Array.from({ length: shape.rows * shape.columns }, (_, i): Logic => {
    const [lhs, rhs] = swap ? [side(b, i), side(a, i)] : [side(a, i), side(b, i)];
    return { kind: 'relation', relation, lhs, rhs, label: entryName(shape, i) };
  });
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

const entryName = (s: E.Shape, i: number): string =>
  s.kind === 'scalar' ? '' : s.kind === 'matrix' ? `[${Math.floor(i / s.columns)},${i % s.columns}]` : `[${i}]`;

/** A comparison from text with holes; chains (a <= b < c) are the conjunction of their links. */
export function that(strings: TemplateStringsArray, ...holes: readonly Hole[]): Statement {
  const p = parsed(strings, holes);
  if (p.relations.length === 0) throw new ClaimError('a comparison', `"${p.source}"`);
  const upward = p.relations.some((r) => r.startsWith('<'));
  if (upward && p.relations.some((r) => r.startsWith('>')))
    throw new ClaimError('a chain of comparisons in one direction', `"${p.source}"`);
  const parts = sides(p, holes);
  const links = p.relations.map((r, i) => compared(r, parts[i]!, parts[i + 1]!));
  if (links.length > 1) for (const l of links) unused?.delete(l);
  const text = parts.map((e, i) => `${i > 0 ? ` ${p.relations[i - 1]} ` : ''}${notationText(e.notation)}`).join('');
  const latex = parts.map((e, i) => `${i > 0 ? ` ${TEX[p.relations[i - 1]!]} ` : ''}${notationLatex(e.notation)}`);
  return links.length === 1
    ? links[0]!
    : statement({ kind: 'and', parts: links.map((l) => l.logic) }, text, latex.join(''));
}

function compared(symbol: string, a: Expr, b: Expr): Statement {
  const text = `${notationText(a.notation)} ${symbol} ${notationText(b.notation)}`;
  const latex = `${notationLatex(a.notation)} ${TEX[symbol]} ${notationLatex(b.notation)}`;
  return statement(relationLogic(symbol, a, b), text, latex);
}

type Side = Expr | number;
export const le = (a: Side, b: Side): Statement => compared('<=', holeValue(a), holeValue(b));
export const lt = (a: Side, b: Side): Statement => compared('<', holeValue(a), holeValue(b));
export const eq = (a: Side, b: Side): Statement => compared('=', holeValue(a), holeValue(b));

const NOT_SAID: { readonly [type: string]: string } = {
  undefined: 'nothing (a function with { } needs a return)',
  boolean:
    "true or false (comparisons are written in that`…`, and joined by and, or, implies: JavaScript's === && || ! are not)",
  string: 'text (that is missing before the template)',
};

let unused: Set<Statement> | undefined;
/** Runs `f`; a statement made in it that neither `f` returns nor another one contains is refused. */
export function noneDropped<A>(f: () => A, returned: (a: A) => readonly unknown[]): A {
  const outer = unused;
  unused = new Set();
  try {
    const result = f();
    const kept = returned(result);
    for (const s of kept) unused.delete(s as Statement);
    const [dropped] = kept.every(isStatement) ? unused : [];
    if (dropped)
      throw new ClaimError(
        'every statement returned, or joined by and, or, implies (not by && and ||)',
        `"${dropped.text}" left out`,
        dropped.place,
      );
    return result;
  } finally {
    unused = outer;
  }
}

export function checkStatement(x: unknown, where: string): Statement {
  unused?.delete(x as Statement);
  if (isStatement(x)) return x;
  if (typeof x === 'object' && x !== null && (x as { kind?: unknown }).kind === 'statement')
    throw new ClaimError(`a statement of this copy of counterflow ${where}`, 'one of another copy');
  throw new ClaimError(
    `a statement (that\`…\`) ${where}`,
    E.isExpr(x) ? 'a formula' : (NOT_SAID[typeof x] ?? typeof x),
  );
}

function joined(kind: 'and' | 'or', parts: readonly Statement[], text: string, latex: string): Statement {
  const all = parts.map((s) => checkStatement(s, `in ${kind}`));
  if (all.length === 0) throw new ClaimError(`at least one statement in ${kind}`, 'none');
  if (all.length === 1) return all[0]!;
  const list = (pick: (s: Statement) => string, by: string): string =>
    all.map((s) => (s.logic.kind === 'relation' ? pick(s) : `(${pick(s)})`)).join(by);
  const logic: Logic = { kind, parts: all.map((s) => s.logic) };
  return statement(
    logic,
    list((s) => s.text, ` ${text} `),
    list((s) => s.latex, ` ${latex} `),
  );
}

export const and = (...parts: readonly Statement[]): Statement => joined('and', parts, 'and', '\\land');
export const or = (...parts: readonly Statement[]): Statement => joined('or', parts, 'or', '\\lor');

const arrow =
  (kind: 'implies' | 'iff', sign: string, tex: string) =>
  (a: Statement, b: Statement): Statement => {
    const [x, y] = [checkStatement(a, `in ${kind}`), checkStatement(b, `in ${kind}`)];
    const logic: Logic = { kind, parts: [x.logic, y.logic] };
    return statement(logic, `(${x.text}) ${sign} (${y.text})`, `(${x.latex}) ${tex} (${y.latex})`);
  };
export const implies = arrow('implies', 'implies', '\\Rightarrow');
export const iff = arrow('iff', 'iff', '\\Leftrightarrow');

/** The count 0 … n−1, or the members of a list. */
type Over<T> = number | readonly T[];
function* members<T>(over: Over<T>): Generator<T> {
  if (typeof over === 'number') for (let i = 0; i < over; i++) yield i as T;
  else yield* over;
}

export function each(n: number, f: (i: number) => Statement): Statement;
export function each<T>(list: readonly T[], f: (member: T) => Statement): Statement;
export function each<T>(over: Over<T>, f: (member: T) => Statement): Statement {
  return and(...[...members(over)].map(f));
}

/** All i < j below n. */
export const pairs = (n: number): readonly (readonly [number, number])[] =>
  Array.from({ length: n }, (_, i) => Array.from({ length: n - i - 1 }, (_, k) => [i, i + 1 + k] as const)).flat();

function folded<T>(op: 'add' | 'mul', over: Over<T>, f: (member: T) => Expr): Expr {
  const terms = [...members(over)].map(f);
  if (terms.length === 0) return E.wholeNumber(op === 'add' ? 0 : 1);
  return terms.reduce((s, e) => E.arithmetic(op, s, e));
}

export function sum(n: number, f: (i: number) => Expr): Expr;
export function sum<T>(list: readonly T[], f: (member: T) => Expr): Expr;
export function sum<T>(over: Over<T>, f: (member: T) => Expr): Expr {
  return folded('add', over, f);
}
export function product(n: number, f: (i: number) => Expr): Expr;
export function product<T>(list: readonly T[], f: (member: T) => Expr): Expr;
export function product<T>(over: Over<T>, f: (member: T) => Expr): Expr {
  return folded('mul', over, f);
}

/** Every relation of a statement. */
export function* relations(l: Logic): Generator<Extract<Logic, { kind: 'relation' }>> {
  if (l.kind === 'relation') yield l;
  else if (l.kind === 'always') yield* relations(l.body);
  else for (const p of l.parts) yield* relations(p);
}

/** The statement with every relation's sides mapped; the shape stays. */
export function mapTerms(l: Logic, f: (t: Term) => Term): Logic {
  if (l.kind === 'relation') return { ...l, lhs: f(l.lhs), rhs: f(l.rhs) };
  if (l.kind === 'always') return { ...l, body: mapTerms(l.body, f) };
  return { ...l, parts: l.parts.map((p) => mapTerms(p, f)) } as Logic;
}
