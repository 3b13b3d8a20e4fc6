/**
 * Momentum: the velocity as a state beside each trained one, v ← βv − η∇L, x ← x + v, from v = 0.
 *
 * Heavy ball (Polyak) takes the gradient at x, Nesterov at x + βv. Builds terms, evaluates nothing.
 */
import { ClaimError } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { atom } from '../expr/notation.ts';
import { type Hole, holeValue } from '../expr/parse.ts';
import * as T from '../expr/term.ts';

type Expr = E.Expr;
type Term = T.Term;

export interface Momentum {
  readonly kind: 'momentum';
  /** Where the gradient is taken. */
  readonly gradient: 'here' | 'ahead';
  readonly beta: Expr;
}

const made = (gradient: Momentum['gradient'], beta: Expr | number): Momentum => {
  const options = typeof beta === 'object' && beta !== null && !('entries' in beta);
  const e = options ? undefined : holeValue(beta as Hole);
  if (!E.isExpr(e) || e.shape.kind !== 'scalar')
    throw new ClaimError(
      `a number for the momentum: descent({ …, momentum: ${gradient === 'here' ? 'heavyBall' : 'nesterov'}(beta) })`,
      E.isExpr(e) ? E.describe(e.shape) : typeof beta,
    );
  return { kind: 'momentum', gradient, beta: e };
};
/** v ← βv − η∇L(x), x ← x + v (Polyak 1964). */
export const heavyBall = (beta: Expr | number): Momentum => made('here', beta);
/** v ← βv − η∇L(x + βv), x ← x + v (Nesterov 1983, in the form of Sutskever et al.). */
export const nesterov = (beta: Expr | number): Momentum => made('ahead', beta);

export type Velocities<S, M> = M extends Momentum ? `${keyof S & string}Velocity` : never;

const zeros = (shape: E.Shape): Expr =>
  new E.Expr(
    shape,
    Array.from({ length: shape.rows * shape.columns }, () => T.whole(0)),
    atom('0'),
  );

/** A velocity of 0 for every state. Throws ClaimError when a state has that name. */
export function velocities(start: { readonly [name: string]: Expr }): { readonly [name: string]: Expr } {
  const names = new Map(Object.entries(start).map(([name, e]) => [`${name}Velocity`, e]));
  for (const name of names.keys())
    if (Object.hasOwn(start, name)) throw new ClaimError(`no state ${name}, which is the name of a velocity`, name);
  return Object.fromEntries([...names].flatMap(([name, e]) => (E.isExpr(e) ? [[name, zeros(e.shape)]] : [])));
}

/** Next states and next velocities. */
export interface Moved {
  readonly states: readonly Term[];
  readonly velocities: readonly Term[];
}

/** One step from x with velocity v; `slopes` is the gradient at x, in the terms x. */
export function moved(
  m: Momentum,
  x: readonly Term[],
  v: readonly Term[],
  rates: readonly Term[],
  slopes: readonly Term[],
): Moved {
  const beta = m.beta.entries[0]!;
  const kept = v.map((w) => E.combine('mul', beta, w));
  const ahead = new Map(x.map((s, i) => [s, E.combine('add', s, kept[i]!)]));
  const at = slopes.map((g) => (m.gradient === 'ahead' ? T.substitute(g, ahead) : g));
  const next = kept.map((w, i) => E.combine('sub', w, E.combine('mul', rates[i]!, at[i]!)));
  return { states: x.map((s, i) => E.combine('add', s, next[i]!)), velocities: next };
}
