/** Is a derived statement plainly false? Decided with 200-bit interval arithmetic at a point, or by what it says. */
import { postorder, type Term } from '../../src/expr/term.ts';
import type { Relation, Theorem } from '../../src/kernel/index.ts';
import { BINARY, type Three, UNARY } from '../../src/number/arithmetic.ts';
import { type Dyadic, dyadic } from '../../src/number/dyadic.ts';

export const A = dyadic(200);

function node(t: Term, [a, b]: readonly Dyadic[]): Dyadic {
  if (t.op === 'num') return A.rational(t.value!);
  if (t.op === 'pow') return A.pow(a!, Number(t.value!.num));
  if (t.op === 'power') return A.power(a!, t.value!);
  const [unary, binary] = [UNARY.find((op) => op === t.op), BINARY.find((op) => op === t.op)];
  return unary ? A[unary](a!) : A[binary!](a!, b!);
}
/** The value of a term where its variables have the given values. */
export function value(t: Term, at: ReadonlyMap<string, Dyadic>): Dyadic {
  const done = new Map<Term, Dyadic>();
  for (const n of postorder([t])) {
    const parts = n.args.map((a) => done.get(a)!);
    done.set(n, n.op === 'var' ? at.get(n.name!)! : node(n, parts));
  }
  return done.get(t)!;
}
/** yes: defined and true; no: false or undefined. */
export function decide(p: Relation, at: ReadonlyMap<string, Dyadic>): Three {
  const [a, b] = [value(p.left, at), value(p.right, at)];
  const defined = [a, b].map((x) => A.defined(x));
  return defined.includes('no') ? 'no' : defined.includes('undecided') ? 'undecided' : A.compare(p.op, a, b);
}
/** The assumptions certainly hold at the point, and the conclusion certainly does not. */
export function fails(theorem: Theorem, at: ReadonlyMap<string, Dyadic>): boolean {
  const { given, shows } = theorem.statement;
  return given.every((p) => decide(p, at) === 'yes') && shows.kind === 'relation' && decide(shows, at) === 'no';
}
