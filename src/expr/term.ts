/**
 * Scalar formulas: interned, immutable trees with exact rational constants. Equality of formulas is ===.
 *
 * Trusted by the kernel. Trusts rational.ts. A constructor accepts only children made here (a child from another copy of
 * the package, or forged, is refused) and only bounded depth, so that recursion over a term can't exhaust the stack.
 * The table holds its nodes weakly: what nobody uses any more is forgotten. One look-up per construction.
 */
import { type Rational, rational, text } from '../number/rational.ts';

const CIRCULAR = ['sin', 'cos', 'tan', 'atan'] as const;
const HYPERBOLIC = ['sinh', 'cosh', 'tanh', 'asinh', 'atanh'] as const;
export const FUNCTIONS = Object.freeze(['sqrt', 'exp', 'log', 'abs', ...HYPERBOLIC, ...CIRCULAR] as const);
export type FunctionName = (typeof FUNCTIONS)[number];
export const BINARY_OPS = Object.freeze(['add', 'sub', 'mul', 'div', 'min', 'max'] as const);
export type BinaryOp = (typeof BINARY_OPS)[number];
export type Op = 'num' | 'var' | 'quantity' | 'pi' | 'neg' | 'pow' | 'power' | BinaryOp | FunctionName;

/**
 * num: `value`. var: `name`. quantity: `name`, a number that belongs to a run, opaque here and refused by the kernel.
 * pow: `value` is a whole exponent. power: `value` is an exponent p/q in lowest terms with q ≥ 2, base ≥ 0.
 */
export interface Term {
  readonly op: Op;
  readonly args: readonly Term[];
  readonly value: Rational | undefined;
  readonly name: string | undefined;
  readonly id: number;
  readonly depth: number;
}

export const MAX_DEPTH = 2000;
const known = new WeakSet<object>();
const table = new Map<string, WeakRef<Term>>();
const forget = new FinalizationRegistry<string>((key) => {
  if (table.get(key)?.deref() === undefined) table.delete(key);
});
let count = 0;

export const isTerm = (x: unknown): x is Term => typeof x === 'object' && x !== null && known.has(x);

function own(x: unknown): Term {
  if (!isTerm(x)) throw new TypeError('this expression comes from another copy of counterflow (or was not made by it)');
  return x;
}

function intern(op: Op, children: readonly Term[], value?: Rational, name?: string): Term {
  const args = Object.freeze(Array.from(children, own));
  const key = `${op}${value ? `#${text(value)}` : ''}${name === undefined ? '' : `$${name}`}:${args.map((a) => a.id)}`;
  const found = table.get(key)?.deref();
  if (found) return found;
  const depth = args.reduce((d, a) => Math.max(d, a.depth), 0) + 1;
  if (depth > MAX_DEPTH) throw new RangeError(`a formula nested at most ${MAX_DEPTH} deep is wanted`);
  const term: Term = Object.freeze({ op, args, value, name, id: count++, depth });
  known.add(term);
  table.set(key, new WeakRef(term));
  forget.register(term, key);
  return term;
}

const exact = (q: Rational): Rational => {
  const { num, den } = q;
  if (typeof num !== 'bigint' || typeof den !== 'bigint') throw new TypeError('an exact rational is wanted');
  return rational(num, den);
};
const named = (name: string): string => {
  if (typeof name !== 'string' || name === '' || name.length > 200) throw new TypeError('a name is wanted');
  return name;
};

export const num = (q: Rational): Term => intern('num', [], exact(q));
export const whole = (n: number | bigint): Term => num(rational(n));
export const variable = (name: string): Term => intern('var', [], undefined, named(name));
export const quantity = (name: string): Term => intern('quantity', [], undefined, named(name));
export const pi: Term = intern('pi', []);
export const binary = (op: BinaryOp, a: Term, b: Term): Term => {
  if (!BINARY_OPS.includes(op)) throw new TypeError(`a binary operation is wanted, found ${op}`);
  return intern(op, [a, b]);
};
export const add = (a: Term, b: Term): Term => intern('add', [a, b]);
export const sub = (a: Term, b: Term): Term => intern('sub', [a, b]);
export const mul = (a: Term, b: Term): Term => intern('mul', [a, b]);
export const div = (a: Term, b: Term): Term => intern('div', [a, b]);
export const neg = (a: Term): Term => intern('neg', [a]);
/** aⁿ for a whole n with |n| ≤ 10⁶. */
export function pow(a: Term, n: number): Term {
  if (!Number.isInteger(n) || Math.abs(n) > 1e6)
    throw new RangeError(`a whole exponent up to 10⁶ is wanted, found ${n}`);
  return intern('pow', [a], rational(n));
}
/** a^q; a whole q gives `pow`. */
export function power(a: Term, q: Rational): Term {
  const e = exact(q);
  return e.den === 1n ? pow(a, Number(e.num)) : intern('power', [a], e);
}
export function apply(name: FunctionName, a: Term): Term {
  if (!FUNCTIONS.includes(name)) throw new TypeError(`an elementary function is wanted, found ${name}`);
  return intern(name, [a]);
}
export const sqrt = (a: Term): Term => intern('sqrt', [a]);

/** The node of the same kind with other children. */
export const rebuild = (t: Term, children: readonly Term[]): Term => {
  const args = Array.from(children);
  own(t);
  if (args.length !== t.args.length) throw new TypeError(`${t.args.length} children are wanted, found ${args.length}`);
  return t.args.length === 0 ? t : intern(t.op, args, t.value, t.name);
};

/** Every node of the given terms once, children before parents; iterative, linear in the number of nodes. */
export function postorder(roots: readonly Term[]): readonly Term[] {
  const seen = new Set<Term>();
  const out: Term[] = [];
  const stack: { readonly t: Term; next: number }[] = [];
  for (const root of roots) {
    if (!seen.has(root)) stack.push({ t: root, next: 0 });
    seen.add(root);
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const child = top.t.args[top.next++];
      if (child === undefined) out.push(stack.pop()!.t);
      else if (!seen.has(child)) {
        seen.add(child);
        stack.push({ t: child, next: 0 });
      }
    }
  }
  return out;
}

/** Simultaneous substitution, linear in the number of nodes. */
export function substitute(t: Term, map: ReadonlyMap<Term, Term>): Term {
  const done = new Map<Term, Term>();
  for (const node of postorder([t])) {
    const args = node.args.map((a) => done.get(a)!);
    done.set(node, map.get(node) ?? (args.every((a, i) => a === node.args[i]) ? node : rebuild(node, args)));
  }
  return done.get(t)!;
}

/** Names of the free variables. */
export const variables = (...terms: readonly Term[]): ReadonlySet<string> =>
  new Set(postorder(terms).flatMap((t) => (t.op === 'var' ? [t.name!] : [])));
