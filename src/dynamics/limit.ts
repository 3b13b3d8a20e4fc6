/**
 * What has a name at the limit of a flow or of a run. Untrusted; builds data, proves nothing.
 *
 * `flow.limit()` and `run.ifConverges(…)` put quantities for the state there; certify/solved.ts proves their values at exact
 * points, and where it does not, what depends on them is undecided. A finite run is never called a limit.
 */
import { ClaimError, callSite } from '../expr/error.ts';
import type * as E from '../expr/expr.ts';
import { checkStatement, type Statement, statement } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import * as Q from '../number/rational.ts';
import * as R from './run.ts';
import { ask } from './solve.ts';

type Expr = E.Expr;
type Term = T.Term;

/** Labels of the state entries that are not sums (or integrals), or of all. */
function labels(node: R.RunNode, sums: boolean): readonly string[] {
  return node.state
    .filter((s) => sums || !s.sum)
    .flatMap(({ name, shape }) =>
      shape.kind === 'scalar'
        ? [`${name}(∞)`]
        : Array.from({ length: shape.rows * shape.columns }, (_, i) =>
            shape.kind === 'matrix'
              ? `${name}(∞)[${Math.floor(i / shape.columns)},${i % shape.columns}]`
              : `${name}(∞)[${i}]`,
          ),
    );
}

/** The moment whose first state entries are the given ones; what needs more of it, or the time, is refused when used. */
function momentOf(node: R.RunNode, known: readonly Term[]): Record<string, Expr> {
  const state = node.variables.map((v, i) => known[i] ?? v);
  const missing = new Set<Term>([node.clock, ...node.variables.slice(known.length)]);
  const there = R.momentAt(node, state, node.clock, '∞');
  const out: Record<string, Expr> = {};
  for (const name of Object.keys(there))
    Object.defineProperty(out, name, {
      enumerable: true,
      get: () => {
        const e = there[name]!;
        if (T.postorder(e.entries).some((t) => missing.has(t)))
          throw new ClaimError('a state, an observable of states or the loss at the limit', name);
        return e;
      },
    });
  return out;
}

/** The moment in the limit of a gradient flow. */
export function flowLimit(node: R.RunNode): Record<string, Expr> {
  return momentOf(node, ask({ kind: 'flow limit', run: node.id, labels: labels(node, false) }));
}

const HALF = T.num(Q.rational(1, 2));

/** The statement in the limit of descent: true of a run that does not converge, undecided where neither is certain. */
export function ifConverges(node: R.RunNode, body: (limit: never) => Statement): Statement {
  const place = callSite();
  if (R.usesInputs(node.step)) throw new ClaimError('a run without inputs for ifConverges', 'an input in its step');
  const [converges, ...state] = ask({
    kind: 'descent limit',
    run: node.id,
    labels: ['converges', ...labels(node, true)],
  });
  const said = checkStatement(body(momentOf(node, state) as never), 'from ifConverges');
  const hypothesis = { kind: 'relation', relation: '<=', lhs: HALF, rhs: converges!, label: '' } as const;
  return statement(
    { kind: 'implies', parts: [hypothesis, said.logic] },
    `if the run converges, ${said.text}`,
    `\\text{if the run converges, }${said.latex}`,
    place,
  );
}
