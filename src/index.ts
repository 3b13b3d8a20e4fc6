/** The claim format: everything an author imports. */

export { type Claim, type ClaimConfig, claim, type Source, type Status } from './claim/claim.ts';
export {
  type Constant,
  constant,
  type Domain,
  grid,
  integer,
  matrix,
  oneOf,
  orthogonal,
  orthogonalRows,
  real,
  sign,
  size,
  unit,
  vector,
} from './claim/domains.ts';
export { atLeast, type Share } from './claim/region.ts';
export { adversary, beats, type GameName, type Players, survives } from './computable/game.ts';
export * as procedures from './computable/procedures.ts';
export { by } from './derivation/steps.ts';
export { descent, iterate, type Moment, type Run, sgd } from './dynamics/descent.ts';
export { evolve, type Flow, flow } from './dynamics/flow.ts';
export { heavyBall, type Momentum, nesterov } from './dynamics/momentum.ts';
export type { QuantizedOptions, QuantizedRun, StochasticRun } from './dynamics/quantized.ts';
export { type Least, type Margin, solve } from './dynamics/solve.ts';
export { ClaimError } from './expr/error.ts';
export type { Expr } from './expr/expr.ts';
export { ex } from './expr/parse.ts';
export {
  and,
  each,
  eq,
  iff,
  implies,
  le,
  lt,
  or,
  pairs,
  product,
  type Statement,
  sum,
  that,
} from './expr/statement.ts';
export { exponential, type Loss, logistic, type Scale, squared } from './model/losses.ts';
