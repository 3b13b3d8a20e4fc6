/**
 * Losses on linear predictions w ↦ Xw, with the scale always written out: there is no default ½ and no default 1/n.
 *
 * squared('1/2', X, y)(w)  = ½‖Xw − y‖²          logistic('1/n', Z)(w) = (1/n) Σ ln(1 + exp(−(Zw)ᵢ))
 * exponential('1', Z)(w)   = Σ exp(−(Zw)ᵢ)        rows of Z are yᵢxᵢ
 * Shapes: X, Z are n × d, y has length n, w has length d. Throws ClaimError on an unknown scale or shapes that don't fit.
 * A loss remembers its parts, so that the limit of a flow can be certified from X and y.
 */

import { ClaimError } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { applyFunction } from '../expr/functions.ts';
import { gradient } from '../expr/gradient.ts';
import { call, type Notation } from '../expr/notation.ts';
import * as T from '../expr/term.ts';
import * as Q from '../number/rational.ts';

type Expr = E.Expr;
export type Scale = '1' | '1/2' | '1/n' | '1/(2n)' | '1/(4n)';

/** A loss of w, with its gradient with respect to w. */
export interface Loss {
  (w: Expr): Expr;
  readonly gradient: (w: Expr) => Expr;
}

/** What a loss value was made from. */
export interface LossParts {
  readonly kind: 'squared' | 'logistic' | 'exponential';
  readonly scale: Q.Rational;
  readonly X: Expr;
  readonly y: Expr | undefined;
  readonly w: Expr;
}

const parts = new WeakMap<Expr, LossParts>();
export const lossParts = (loss: Expr): LossParts | undefined => parts.get(loss);
const formulas = new WeakMap<Expr, Notation>();
/** A loss with its formula in place of its name. */
export const spelledOut = (loss: Expr): Expr => E.scalar(loss.entries[0]!, formulas.get(loss) ?? loss.notation);

const SCALES: { readonly [s in Scale]: (n: number) => Q.Rational } = {
  '1': () => Q.ONE,
  '1/2': () => Q.rational(1, 2),
  '1/n': (n) => Q.rational(1, n),
  '1/(2n)': (n) => Q.rational(1, 2 * n),
  '1/(4n)': (n) => Q.rational(1, 4 * n),
};

function scaleOf(scale: Scale, X: Expr): Q.Rational {
  const rows = X.shape.kind === 'scalar' ? 1 : X.shape.rows;
  const of = Object.hasOwn(SCALES, scale) ? SCALES[scale] : undefined;
  if (!of) throw new ClaimError(`a scale of the loss, one of ${Object.keys(SCALES).join(' ')}`, `"${scale}"`);
  return of(rows);
}

function make(kind: LossParts['kind'], scale: Scale, X: Expr, y: Expr | undefined, terms: (m: Expr) => Expr): Loss {
  const c = scaleOf(scale, X);
  const value = (w: Expr): Expr => {
    const total = applyFunction('sum', [terms(E.arithmetic('mul', X, w))]);
    const scaled = Q.equal(c, Q.ONE) ? total : E.arithmetic('mul', E.constant(c), total);
    const named = E.scalar(scaled.entries[0]!, call('loss', [w.notation]));
    formulas.set(named, scaled.notation);
    parts.set(named, { kind, scale: c, X, y, w });
    return named;
  };
  return Object.assign(value, { gradient: (w: Expr): Expr => lossGradient(value, w) });
}

function lossGradient(value: (w: Expr) => Expr, w: Expr): Expr {
  const probe = w.entries.map((_, i) => T.variable(`gradient:w[${i}]`));
  const symbols = new E.Expr(w.shape, probe, w.notation);
  const back = new Map(probe.map((p, i) => [p, w.entries[i]!]));
  const entries = gradient(value(symbols).entries[0]!, probe).map((g) => T.substitute(g, back));
  return new E.Expr(w.shape, entries, call('gradient', [w.notation]));
}

const one = E.wholeNumber(1);
const negated = (m: Expr): Expr => E.map(m, E.negate, { kind: 'op', op: 'neg', args: [m.notation] });

/** scale · ‖Xw − y‖². */
export const squared = (scale: Scale, X: Expr, y: Expr): Loss =>
  make('squared', scale, X, y, (m) => {
    const r = E.arithmetic('sub', m, y);
    return E.raise(r, E.wholeNumber(2));
  });
/** scale · Σ ln(1 + exp(−(Zw)ᵢ)). */
export const logistic = (scale: Scale, Z: Expr): Loss =>
  make('logistic', scale, Z, undefined, (m) =>
    applyFunction('ln', [E.arithmetic('add', one, applyFunction('exp', [negated(m)]))]),
  );
/** scale · Σ exp(−(Zw)ᵢ). */
export const exponential = (scale: Scale, Z: Expr): Loss =>
  make('exponential', scale, Z, undefined, (m) => applyFunction('exp', [negated(m)]));
