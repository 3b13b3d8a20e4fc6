/**
 * The law every arithmetic has to obey: what exact rational evaluation says of a random formula, it may not deny.
 *
 * Where the exact value is known it lies within the bounds; what is exactly defined is not called undefined, and the other
 * way round; comparisons that are decided are decided rightly.
 */
import { type Arithmetic, BINARY, type Relation } from '../../src/number/arithmetic.ts';
import { type Exact, exact, known } from '../../src/number/exact.ts';
import * as Q from '../../src/number/rational.ts';
import { type Random, random, small } from './samples.ts';

/** Lower and upper bound of a value; undefined where unbounded. */
export type Bounds = readonly [Q.Rational | undefined, Q.Rational | undefined];
interface Twin<T> {
  readonly truth: Exact;
  readonly value: T;
  readonly text: string;
}

const UNARY = [
  'neg',
  'sqrt',
  'abs',
  'exp',
  'log',
  'sin',
  'cos',
  'tan',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'atanh',
  'square',
] as const;
const EXPONENTS = [Q.rational(1, 2), Q.rational(-1, 2), Q.rational(2, 3), Q.rational(-5, 3), Q.rational(7, 4)];

function formula<T>(A: Arithmetic<T>, r: Random, depth: number): Twin<T> {
  if (depth === 0 || r.below(6) === 0) {
    const q = r.below(4) === 0 ? Q.rational(r.below(3)) : small(r);
    return { truth: known(q), value: A.rational(q), text: Q.text(q) };
  }
  const a = formula(A, r, depth - 1);
  const kind = r.below(10);
  if (kind === 0) {
    const n = r.below(7) - 3;
    return { truth: exact.pow(a.truth, n), value: A.pow(a.value, n), text: `(${a.text})^${n}` };
  }
  if (kind === 1) {
    const y = r.pick(EXPONENTS);
    return { truth: exact.power(a.truth, y), value: A.power(a.value, y), text: `(${a.text})^(${Q.text(y)})` };
  }
  if (kind < 4) {
    const op = r.pick(UNARY);
    return { truth: exact[op](a.truth), value: A[op](a.value), text: `${op}(${a.text})` };
  }
  const op = r.pick(BINARY);
  const b = formula(A, r, depth - 1);
  const [truth, value] = [exact[op](a.truth, b.truth), A[op](a.value, b.value)];
  return { truth, value, text: `${op}(${a.text}, ${b.text})` };
}

function check<T>(A: Arithmetic<T>, bounds: (a: T) => Bounds, f: Twin<T>): void {
  const [truth, said] = [f.truth.defined, A.defined(f.value)];
  if ((truth === 'yes' && said === 'no') || (truth === 'no' && said === 'yes'))
    throw new Error(`${A.name}: ${f.text} is ${truth}, but said to be ${said}`);
  if (!f.truth.value) return;
  const [lo, hi] = bounds(f.value);
  if ((lo && Q.compare(lo, f.truth.value) > 0) || (hi && Q.compare(hi, f.truth.value) < 0))
    throw new Error(`${A.name}: ${f.text} = ${Q.text(f.truth.value)} is missed`);
}
const RELATIONS: readonly Relation[] = ['<', '<=', '=', '!='];

/** Throws at the first formula for which the law is broken. */
export function obeysExact<T>(A: Arithmetic<T>, bounds: (a: T) => Bounds, count: number, seed = 1): void {
  const r = random(seed);
  for (let i = 0; i < count; i++) {
    const [f, g] = [formula(A, r, 1 + r.below(4)), formula(A, r, r.below(3))];
    check(A, bounds, f);
    for (const relation of RELATIONS) {
      const [truth, said] = [exact.compare(relation, f.truth, g.truth), A.compare(relation, f.value, g.value)];
      if (truth !== 'undecided' && said !== 'undecided' && truth !== said)
        throw new Error(`${A.name}: ${f.text} ${relation} ${g.text} is ${truth}, but said to be ${said}`);
    }
  }
}
