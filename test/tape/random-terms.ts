/** Random terms over all operations, with random exact arguments, from a seed. */
import * as T from '../../src/expr/term.ts';
import * as Q from '../../src/number/rational.ts';

export type Draw = (below: number) => number;

/** A small deterministic generator (mulberry32). */
export function draws(seed: number): Draw {
  let s = seed >>> 0;
  return (below) => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), 1 | s);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below;
  };
}
export const pick = <A>(draw: Draw, list: readonly A[]): A => list[Math.floor(draw(list.length))]!;

export const VARIABLES = ['x', 'y', 'z'].map(T.variable);
/** Correctly rounded in doubles. */
export const ARITHMETIC = ['add', 'sub', 'mul', 'div', 'min', 'max', 'neg', 'abs', 'sqrt'] as const;
export const ALL = [
  ...ARITHMETIC,
  'power',
  'exp',
  'log',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'atanh',
  'sin',
  'cos',
  'tan',
  'atan',
] as const;
export type OpName = (typeof ALL)[number];

export function randomTerm(draw: Draw, ops: readonly OpName[], depth: number): T.Term {
  if (depth === 0 || draw(1) < 0.15) return draw(1) < 0.7 ? pick(draw, VARIABLES) : T.num(randomRational(draw));
  const op: string = pick(draw, ops);
  const child = (): T.Term => randomTerm(draw, ops, depth - 1);
  if (op === 'neg') return T.neg(child());
  if (op === 'pow') return T.pow(child(), Math.floor(draw(6)) - 2);
  if (op === 'power')
    return T.power(child(), pick(draw, [Q.rational(1, 3), Q.rational(2, 3), Q.rational(-1, 2), Q.rational(5, 4)]));
  if ((T.BINARY_OPS as readonly string[]).includes(op)) return T.binary(op as T.BinaryOp, child(), child());
  return T.apply(op as T.FunctionName, child());
}

/** Small fractions, dyadics and the critical points 0, 1, −1. */
export function randomRational(draw: Draw): Q.Rational {
  const kind = draw(1);
  if (kind < 0.25) return Q.rational(Math.floor(draw(7)) - 3);
  if (kind < 0.75) return Q.rational(Math.floor(draw(41)) - 20, 1 + Math.floor(draw(12)));
  return Q.rational(Math.floor(draw(2 ** 20)) - 2 ** 19, 2 ** Math.floor(draw(30)));
}
