/**
 * Inequalities on a box by rigorous evaluation: the only rule that trusts number/dyadic.ts (interval arithmetic over
 * BigInt), and counted apart for that reason. Both sides have to be defined on the whole box. Never an equation.
 *
 * Costs one interval evaluation of every node of the two sides; subdivision is for the caller (cases joins the parts).
 */
import { num, postorder, type Term, variables } from '../expr/term.ts';
import { BINARY, UNARY } from '../number/arithmetic.ts';
import { type Dyadic, type DyadicArithmetic, dyadic, hull } from '../number/dyadic.ts';
import { compare, type Rational, rational } from '../number/rational.ts';
import * as copy from './copy.ts';
import { le, type Relation, type Relations, refuse } from './relation.ts';
import { rule } from './theorem.ts';

/** lo ≤ variable ≤ hi. */
export type Range = { readonly variable: Term; readonly lo: Rational; readonly hi: Rational };
const MAX_BITS = 4096;
const MAX_NODES = 20_000;

function copyRange(x: unknown): Range {
  const { variable, lo, hi } = x as Range;
  const [{ num: a, den: b }, { num: c, den: d }] = [lo, hi];
  const range = { variable: copy.variable(variable), lo: rational(a, b), hi: rational(c, d) };
  return compare(range.lo, range.hi) <= 0 ? range : refuse('a range that is not empty is wanted for', range.variable);
}
function evaluate(A: DyadicArithmetic, t: Term, [a, b]: readonly Dyadic[]): Dyadic {
  if (t.op === 'num') return A.rational(t.value!);
  if (t.op === 'pow') return A.pow(a!, Number(t.value!.num));
  if (t.op === 'power') return A.power(a!, t.value!);
  if (t.op === 'mul' && t.args[0] === t.args[1]) return A.square(a!);
  const [unary, binary] = [UNARY.find((op) => op === t.op), BINARY.find((op) => op === t.op)];
  return unary
    ? A[unary](a!)
    : binary
      ? A[binary](a!, b!)
      : refuse('a formula that can be evaluated is wanted, found', t);
}
function evaluateAll(A: DyadicArithmetic, roots: readonly Term[], box: readonly Range[]): ReadonlyMap<Term, Dyadic> {
  const values = new Map(box.map((r) => [r.variable, hull(A.rational(r.lo), A.rational(r.hi))]));
  const nodes = postorder(roots);
  if (nodes.length > MAX_NODES) refuse(`formulas of at most ${MAX_NODES} nodes are wanted`);
  for (const t of nodes) {
    const parts = t.args.map((a) => values.get(a)!);
    if (t.op !== 'var') values.set(t, evaluate(A, t, parts));
  }
  return values;
}

/** lo ≤ x, x ≤ hi, … ⊢ a ≤ b (<), if an enclosure of both sides on the whole box shows it. */
export const enclose = rule('enclose', (box: readonly Range[], claim: Relation, bits: number = 106) => {
  const [ranges, shows] = [copy.list(box, copyRange), copy.aRelation(claim)];
  const { op, left, right } = shows;
  if (!Number.isInteger(bits) || bits < 2 || bits > MAX_BITS) refuse(`2 to ${MAX_BITS} bits are wanted`);
  if (op !== '<=' && op !== '<') refuse('an inequality is wanted, found', shows);
  const names = new Set(ranges.map((r) => r.variable.name!));
  if (names.size !== ranges.length) refuse('one range for each variable is wanted');
  if ([...variables(left, right)].some((x) => !names.has(x))) refuse('a range for every variable is wanted of', shows);
  const A = dyadic(bits);
  const values = evaluateAll(A, [left, right], ranges);
  const [a, b] = [values.get(left)!, values.get(right)!];
  if (A.defined(a) !== 'yes' || A.defined(b) !== 'yes')
    refuse('both sides defined on the whole box are wanted:', shows);
  if (A.compare(op, a, b) !== 'yes')
    refuse('an enclosure on the box that shows it is wanted (smaller boxes, more bits):', shows);
  const given: Relations = ranges.flatMap(({ variable: x, lo, hi }) => [le(num(lo), x), le(x, num(hi))]);
  return { given, shows, from: [] };
});
