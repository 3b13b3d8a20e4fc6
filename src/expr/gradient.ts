/**
 * Gradients of a scalar term by reverse accumulation: the one differentiator behind descent and flow.
 *
 * Untrusted by the kernel (which has its own rate rule). Cost: a few nodes per node of the term, whatever the number of
 * variables. Terms multiplied by an exact zero are dropped, so the gradient may be defined where a part of the term is not.
 */
import { rational } from '../number/rational.ts';
import { ClaimError } from './error.ts';
import * as T from './term.ts';

type Term = T.Term;
const ONE = T.whole(1);
const two = T.whole(2);

const isOne = (t: Term): boolean => t === ONE;
const times = (a: Term, b: Term): Term => (isOne(a) ? b : isOne(b) ? a : T.mul(a, b));

/** d(node)/d(argument i), as a factor of the adjoint. */
type Local = (t: Term, a: Term) => Term;
const square = (a: Term): Term => T.pow(a, 2);
const LOCAL: { readonly [op in T.FunctionName]: Local | undefined } = {
  sqrt: (t) => T.div(ONE, T.mul(two, t)),
  exp: (t) => t,
  log: (_, a) => T.div(ONE, a),
  sinh: (_, a) => T.apply('cosh', a),
  cosh: (_, a) => T.apply('sinh', a),
  tanh: (t) => T.sub(ONE, square(t)),
  asinh: (_, a) => T.div(ONE, T.sqrt(T.add(square(a), ONE))),
  atanh: (_, a) => T.div(ONE, T.sub(ONE, square(a))),
  sin: (_, a) => T.apply('cos', a),
  cos: (_, a) => T.neg(T.apply('sin', a)),
  tan: (t) => T.add(ONE, square(t)),
  atan: (_, a) => T.div(ONE, T.add(square(a), ONE)),
  abs: (t, a) => T.div(t, a),
};

function powerRule(t: Term, a: Term): Term {
  const e = t.value!;
  const lower = rational(e.num - e.den, e.den);
  if (e.num === e.den) return ONE;
  return times(T.num(e), lower.num === lower.den ? a : T.power(a, lower));
}

type Share = readonly [child: Term, adjoint: Term];

/** What each argument of a node receives from the node's adjoint. */
function shares(t: Term, adjoint: Term): readonly Share[] {
  const [a, b] = t.args as [Term, Term];
  switch (t.op) {
    case 'add':
      return [
        [a, adjoint],
        [b, adjoint],
      ];
    case 'sub':
      return [
        [a, adjoint],
        [b, T.neg(adjoint)],
      ];
    case 'neg':
      return [[a, T.neg(adjoint)]];
    case 'mul':
      if (a === b) return [[a, T.mul(times(two, adjoint), a)]];
      return [
        [a, times(adjoint, b)],
        [b, times(adjoint, a)],
      ];
    case 'div':
      return [
        [a, T.div(adjoint, b)],
        [b, T.neg(T.div(times(adjoint, t), b))],
      ];
    case 'pow':
    case 'power':
      return t.value!.num === 0n ? [] : [[a, times(adjoint, powerRule(t, a))]];
    default: {
      const local = LOCAL[t.op as T.FunctionName];
      if (!local) throw new ClaimError('a differentiable loss', `${t.op} in it`);
      return [[a, times(adjoint, local(t, a))]];
    }
  }
}

/** ∂t/∂x for every given variable, in order. Throws ClaimError on min and max. */
export function gradient(t: Term, variables: readonly Term[]): readonly Term[] {
  const nodes = T.postorder([t]);
  const active = new Set<Term>(variables);
  for (const n of nodes) if (n.args.some((a) => active.has(a))) active.add(n);
  const adjoint = new Map<Term, Term>([[t, ONE]]);
  for (const n of [...nodes].reverse()) {
    const own = adjoint.get(n);
    if (!own || !active.has(n) || n.args.length === 0) continue;
    for (const [child, value] of shares(n, own)) {
      const held = adjoint.get(child);
      if (active.has(child)) adjoint.set(child, held ? T.add(held, value) : value);
    }
  }
  return variables.map((x) => adjoint.get(x) ?? T.whole(0));
}
