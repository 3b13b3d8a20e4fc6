/**
 * Continuous dynamics: gradient flow of a loss, and custom fields, with integrals along the flow. Untrusted; builds data.
 *
 * Convention: ẋ = −∂loss/∂x for every state; the integral N of an observable s is N(t) = ∫₀ᵗ s. Existence of the flow up
 * to a time is not claimed: statements speak of every time the solution reaches.
 */
import { ClaimError } from '../expr/error.ts';
import * as E from '../expr/expr.ts';
import { type Hole, holeValue } from '../expr/parse.ts';
import type { Statement } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import { lossParts, spelledOut } from '../model/losses.ts';
import { type Draft, draft, lossGradient, type Moment, register, scalarOf, stateEntries } from './descent.ts';
import { flowLimit } from './limit.ts';
import { checkOptions } from './options.ts';
import * as R from './run.ts';

type Expr = E.Expr;
type States = R.Exprs;
type FlowMoment<K extends string> = Moment<K> & { readonly rate: Moment<K> };

/** A flow. K: every name at a moment (states, observables, integrals, for a gradient flow also loss). */
export interface Flow<K extends string> {
  /** The moment at a time ≥ 0; `rate` holds the time derivatives there. */
  readonly at: (time: Expr | number) => FlowMoment<K>;
  /** At every time the solution reaches. */
  readonly always: (body: (moment: FlowMoment<K>) => Statement) => Statement;
  /** The moment the flow tends to: proved for squared losses on diagonal networks (docs/limits.md), undecided for others. */
  readonly limit: () => Moment<K>;
  readonly node: R.RunNode;
}

interface Common<S extends States, O extends States, Q extends States> {
  readonly start: S;
  readonly observe?: (state: Moment<keyof S & string>) => O;
  readonly integrals?: (moment: Moment<(keyof S | keyof O) & string>) => Q;
}
type Here<S, O> = Moment<(keyof S | keyof O) & string>;
export interface FlowOptions<S extends States, O extends States, Q extends States> extends Common<S, O, Q> {
  readonly loss: (moment: Here<S, O>) => Expr;
}
export interface EvolveOptions<S extends States, O extends States, Q extends States> extends Common<S, O, Q> {
  readonly field: (moment: Here<S, O>) => { readonly [N in keyof S]: Expr };
}

/** Time derivatives of what has a name at a moment. */
export function rates(node: R.RunNode, moment: Record<string, Expr>): Record<string, Expr> {
  const out: Record<string, Expr> = {};
  for (const name of Object.keys(moment)) {
    if (name === 't') continue;
    Object.defineProperty(out, name, {
      enumerable: true,
      get: () => {
        const e = moment[name]!;
        return new E.Expr(e.shape, R.rateTerms(node, e.entries), { kind: 'call', name: 'd/dt ', args: [e.notation] });
      },
    });
  }
  return out;
}

function handle<K extends string>(node: R.RunNode): Flow<K> {
  const symbolic = R.symbolicMoment(node);
  const beyond = rates(node, symbolic);
  return {
    node,
    at: (time) => {
      const when = scalarOf(holeValue(time as Hole), 'a time of a flow');
      const t = when.entries[0]!;
      const state = t === T.whole(0) ? node.start : R.leaves(node, t);
      const there = R.momentAt(node, state, t, when.notation, state === node.start);
      Object.defineProperty(there, 'rate', { enumerable: true, get: () => shifted(beyond, node, state, t) });
      return there as FlowMoment<K> & Record<string, Expr>;
    },
    always: (body) => R.always(node, body as (m: never) => Statement, { name: 'rate', moment: beyond }),
    limit: () => flowLimit(node) as Moment<K>,
  };
}

/** The rates, with the state's symbols replaced by the state at a time. */
function shifted(
  beyond: Record<string, Expr>,
  node: R.RunNode,
  state: readonly T.Term[],
  t: T.Term,
): Record<string, Expr> {
  const map = new Map<T.Term, T.Term>([...node.variables.map((v, i) => [v, state[i]!] as const), [node.clock, t]]);
  const out: Record<string, Expr> = {};
  for (const name of Object.keys(beyond))
    Object.defineProperty(out, name, {
      enumerable: true,
      get: () => {
        const e = beyond[name]!;
        return new E.Expr(
          e.shape,
          e.entries.map((x) => T.substitute(x, map)),
          e.notation,
        );
      },
    });
  return out;
}

const integrands = (d: Draft): readonly T.Term[] => d.sums.flatMap(([, e]) => e.entries);

/** Gradient flow of the loss. */
export function flow<S extends States, O extends States = Record<never, Expr>, Q extends States = Record<never, Expr>>(
  options: FlowOptions<S, O, Q>,
): Flow<(keyof S | keyof O | keyof Q | 'loss') & string> {
  checkOptions('flow', options, ['start', 'observe', 'integrals', 'loss'], 'loss');
  const d = draft(options, options.integrals, 'flow');
  const loss = scalarOf(options.loss(d.here as Here<S, O>), 'loss of flow');
  const slopes = lossGradient(d, loss);
  const step = [...slopes.map(E.negate), ...integrands(d)];
  refuseInputs(step);
  const written = [R.writtenAs('loss', 'loss', spelledOut(loss))];
  const more = { loss: loss.entries[0]!, lossParts: lossParts(loss), descent: undefined, steps: undefined, written };
  return handle(register(d, { kind: 'flow', step, ...more }));
}

/** The flow of a custom field. */
export function evolve<
  S extends States,
  O extends States = Record<never, Expr>,
  Q extends States = Record<never, Expr>,
>(options: EvolveOptions<S, O, Q>): Flow<(keyof S | keyof O | keyof Q) & string> {
  checkOptions('evolve', options, ['start', 'observe', 'integrals', 'field'], 'field');
  const d = draft(options, options.integrals, 'evolve');
  const rate = options.field(d.here as Here<S, O>);
  const field = stateEntries(d, rate, 'field of evolve');
  const step = [...field, ...integrands(d)];
  const written = Object.entries(rate).map(([name, e]) => R.writtenAs('rate', name, e as Expr));
  const more = { loss: undefined, lossParts: undefined, descent: undefined, steps: undefined, written };
  return handle(register(d, { kind: 'flow', step, ...more }));
}

function refuseInputs(step: readonly T.Term[]): void {
  if (R.usesInputs(step))
    throw new ClaimError('a gradient flow without inputs (use evolve for a field with inputs)', 'an input');
}
