/**
 * Two steps of an author that are not relations of their own: a lemma about any numbers put to use at formulas, and a proof
 * by contradiction.
 *
 * Untrusted: it only calls the kernel's rules.
 */
import * as T from '../expr/term.ts';
import { eq, le, lt, ne, type Relation, same, type Theorem, zero } from '../kernel/index.ts';
import { type Env, first, NotProved, needed, settle } from './env.ts';
import type { Prover } from './prover.ts';
import { K } from './recorded.ts';
import { inequality, prove, vanished } from './tactics.ts';

type Term = T.Term;

/** A variable of another name, where the name is taken (a lemma inside a lemma). */
const freeOf = (taken: ReadonlySet<string>, x: Term): Term =>
  taken.has(x.name!) ? freeOf(taken, T.variable(`${x.name}'`)) : x;

/** The theorem with formulas in the place of its variables; what it assumes of them is proved. */
export function putToUse(prover: Prover, lemma: Theorem, pairs: readonly (readonly [Term, Term])[]): Theorem {
  const env: Env = { given: prover.given, facts: [...prover.facts], depth: 3, prove };
  const terms = pairs.map(([, t]) => t);
  settle(env, ...terms);
  const taken = T.variables(...env.given.flatMap((p) => [p.left, p.right]));
  const apart = pairs.map(([x]) => [x, freeOf(taken, x)] as const);
  const own = apart.every(([x, y]) => x === y) ? lemma : K.instantiate(lemma, apart);
  const weak = K.weaken(own, [...env.given, ...own.statement.given]);
  const put = pairs.map(([, t], i) => [apart[i]![1], t] as const);
  const th = K.instantiate(weak, put, needed(env.given, env.facts, ...terms));
  const assumed = th.statement.given.filter((p) => !env.given.some((q) => same(p, q)));
  const used = assumed.reduce((t, p) => K.cut(prove(env, p, 'what a lemma assumes'), t), th);
  prover.hold(used);
  return used;
}

const not = ({ op, left, right }: Relation): Relation =>
  op === '<' ? le(right, left) : op === '<=' ? lt(right, left) : op === '=' ? ne(left, right) : eq(left, right);

/** p, because its opposite leads to 0 < 0. */
export function contradiction(prover: Prover, p: Relation, steps: (inner: Prover) => void): Theorem {
  const env: Env = { given: prover.given, facts: [...prover.facts], depth: 3, prove };
  settle(env, p.left, p.right);
  const inner = prover.under([not(p)]);
  steps(inner);
  const absurd = absurdity(inner, p);
  const th = K.contradiction(absurd, not(p), needed(env.given, env.facts, p.left, p.right));
  prover.hold(th);
  return th;
}
function absurdity(inner: Prover, p: Relation): Theorem {
  const env: Env = { given: inner.given, facts: [...inner.facts], depth: 3, prove };
  const found = first(
    () => vanished(env),
    () => inequality(env, lt(zero, zero)),
  );
  if (!found) throw new NotProved('contradiction', p, 'its opposite was not seen to lead to 0 < 0');
  return found;
}
