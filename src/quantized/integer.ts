/**
 * Polynomials with rational coefficients as integer straight-line code: every value is a rational constant times a whole
 * number computed with + − × (and | |, min, max) from whole numbers. Bounds by integer intervals; a BigInt evaluation
 * that is the reference; JavaScript source for where the bounds prove doubles exact.
 *
 * Contents are split off at every node, so that the integers stay as small as the polynomial allows. Trusts
 * rational.ts and fixed.ts. The code is linear in the number of nodes.
 */
import { ClaimError } from '../expr/error.ts';
import { postorder, type Term } from '../expr/term.ts';
import * as F from '../number/fixed.ts';
import * as Q from '../number/rational.ts';

type Rational = Q.Rational;

/** Instruction i computes value i; operands are values before it. */
export type Instruction =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'constant'; readonly value: bigint }
  | { readonly kind: 'add' | 'mul' | 'min' | 'max'; readonly a: number; readonly b: number }
  | { readonly kind: 'abs'; readonly a: number }
  | { readonly kind: 'pow'; readonly a: number; readonly n: number };

/** factor × the whole number in `slot`. */
export interface Scaled {
  readonly factor: Rational;
  readonly slot: number;
}
export interface IntegerCode {
  readonly inputs: number;
  readonly code: readonly Instruction[];
  readonly outputs: readonly Scaled[];
}

/** What a variable stands for: an exact constant, or factor × (whole input number `index`). */
export type Meaning = Rational | { readonly index: number; readonly factor: Rational };
const isConstant = (m: Meaning): m is Rational => 'num' in m;

interface Builder {
  readonly code: Instruction[];
  readonly seen: Map<string, number>;
}

function emit(b: Builder, i: Instruction): number {
  const key = Object.values(i).join(' ');
  const found = b.seen.get(key);
  if (found !== undefined) return found;
  b.code.push(i);
  b.seen.set(key, b.code.length - 1);
  return b.code.length - 1;
}

const constant = (b: Builder, factor: Rational): Scaled => ({ factor, slot: emit(b, { kind: 'constant', value: 1n }) });

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
/** The largest g > 0 of which both are whole multiples. */
const content = (a: Rational, b: Rational): Rational => Q.rational(gcd(a.num * b.den, b.num * a.den), a.den * b.den);

function multiple(b: Builder, slot: number, k: bigint): number {
  if (k === 1n) return slot;
  const own = b.code[slot]!;
  if (own.kind === 'constant') return emit(b, { kind: 'constant', value: own.value * k });
  return emit(b, { kind: 'mul', a: emit(b, { kind: 'constant', value: k }), b: slot });
}

function common(b: Builder, x: Scaled, y: Scaled, kind: 'add' | 'min' | 'max'): Scaled {
  if (kind === 'add' && x.factor.num === 0n) return y;
  if (kind === 'add' && y.factor.num === 0n) return x;
  if (x.factor.num === 0n && y.factor.num === 0n) return x;
  const g = content(x.factor, y.factor);
  const part = (s: Scaled): number => multiple(b, s.slot, Q.div(s.factor, g).num);
  const [p, q] = [part(x), part(y)];
  const [i, j] = [b.code[p]!, b.code[q]!];
  if (kind === 'add' && i.kind === 'constant' && j.kind === 'constant')
    return constant(b, Q.mul(g, Q.rational(i.value + j.value)));
  return { factor: g, slot: emit(b, { kind, a: p, b: q }) };
}

function times(b: Builder, x: Scaled, y: Scaled): Scaled {
  const factor = Q.mul(x.factor, y.factor);
  if (factor.num === 0n) return constant(b, factor);
  const one = (s: Scaled): boolean => {
    const i = b.code[s.slot]!;
    return i.kind === 'constant' && i.value === 1n;
  };
  if (one(x)) return { factor, slot: y.slot };
  if (one(y)) return { factor, slot: x.slot };
  return { factor, slot: emit(b, { kind: 'mul', a: Math.min(x.slot, y.slot), b: Math.max(x.slot, y.slot) }) };
}

const refuse = (found: string): never => {
  throw new ClaimError('a polynomial with constant divisors (so that a step is exact in whole numbers)', found);
};

function power(b: Builder, x: Scaled, n: number): Scaled {
  if (n < 0) return refuse(`the power ${n}`);
  if (n === 0) return constant(b, Q.ONE);
  if (b.code[x.slot]!.kind === 'constant') return constant(b, Q.pow(constantOf(b, x)!, n));
  const factor = Q.pow(x.factor, n);
  if (n === 1) return x;
  if (n === 2) return { factor, slot: emit(b, { kind: 'mul', a: x.slot, b: x.slot }) };
  return { factor, slot: emit(b, { kind: 'pow', a: x.slot, n }) };
}

/** The exact value of a constant. */
function constantOf(b: Builder, x: Scaled): Rational | undefined {
  const i = b.code[x.slot]!;
  return i.kind === 'constant' ? Q.mul(x.factor, Q.rational(i.value)) : undefined;
}

function quotient(b: Builder, x: Scaled, y: Scaled): Scaled {
  const divisor = constantOf(b, y);
  if (!divisor) return refuse('a division by a formula of the state');
  if (divisor.num === 0n) return refuse('a division by 0');
  return { factor: Q.div(x.factor, divisor), slot: x.slot };
}

function leaf(b: Builder, t: Term, meaning: ReadonlyMap<string, Meaning>): Scaled {
  if (t.op === 'num') return constant(b, t.value!);
  if (t.op !== 'var') return refuse(t.op === 'pi' ? 'π' : `the quantity ${t.name}`);
  const m = meaning.get(t.name!);
  if (!m) throw new ClaimError('a state or a rational constant', `${t.name}, which is neither`);
  if (isConstant(m)) return constant(b, m);
  return { factor: m.factor, slot: emit(b, { kind: 'input', index: m.index }) };
}

function node(b: Builder, t: Term, args: readonly Scaled[]): Scaled {
  const [x, y] = args as [Scaled, Scaled];
  switch (t.op) {
    case 'add':
    case 'min':
    case 'max':
      return common(b, x, y, t.op);
    case 'sub':
      return common(b, x, { ...y, factor: Q.neg(y.factor) }, 'add');
    case 'neg':
      return { ...x, factor: Q.neg(x.factor) };
    case 'mul':
      return times(b, x, y);
    case 'div':
      return quotient(b, x, y);
    case 'pow':
      return power(b, x, Number(t.value!.num));
    case 'abs':
      return { factor: Q.abs(x.factor), slot: emit(b, { kind: 'abs', a: x.slot }) };
    default:
      return refuse(t.op);
  }
}

/** Integer code for some terms. Throws ClaimError for what is no polynomial in the inputs. */
export function compileInteger(
  terms: readonly Term[],
  meaning: ReadonlyMap<string, Meaning>,
  inputs: number,
): IntegerCode {
  const b: Builder = { code: [], seen: new Map() };
  const done = new Map<Term, Scaled>();
  for (const t of postorder(terms)) {
    const args = t.args.map((a) => done.get(a)!);
    done.set(t, t.args.length === 0 ? leaf(b, t, meaning) : node(b, t, args));
  }
  return pruned({ inputs, code: b.code, outputs: terms.map((t) => done.get(t)!) });
}

const operands = (i: Instruction): readonly number[] => ('b' in i ? [i.a, i.b] : 'a' in i ? [i.a] : []);

/** The same code without what no output needs. */
function pruned(c: IntegerCode): IntegerCode {
  const needed = new Set<number>(c.outputs.map((o) => o.slot));
  for (let i = c.code.length - 1; i >= 0; i--) if (needed.has(i)) for (const j of operands(c.code[i]!)) needed.add(j);
  const at = new Map<number, number>();
  const code: Instruction[] = [];
  c.code.forEach((i, k) => {
    if (!needed.has(k)) return;
    at.set(k, code.length);
    const moved = { ...i } as { a?: number; b?: number };
    if (moved.a !== undefined) moved.a = at.get(moved.a)!;
    if (moved.b !== undefined) moved.b = at.get(moved.b)!;
    code.push(moved as Instruction);
  });
  return { ...c, code, outputs: c.outputs.map((o) => ({ ...o, slot: at.get(o.slot)! })) };
}

/** The whole numbers of every slot, from exact inputs: the reference. */
export function runInteger(c: IntegerCode, inputs: readonly number[]): readonly bigint[] {
  const v: bigint[] = [];
  for (const i of c.code) v.push(perform(i, v, inputs));
  return v;
}

function perform(i: Instruction, v: readonly bigint[], inputs: readonly number[]): bigint {
  switch (i.kind) {
    case 'input':
      return BigInt(inputs[i.index]!);
    case 'constant':
      return i.value;
    case 'add':
      return v[i.a]! + v[i.b]!;
    case 'mul':
      return v[i.a]! * v[i.b]!;
    case 'min':
      return F.least(v[i.a]!, v[i.b]!);
    case 'max':
      return F.most(v[i.a]!, v[i.b]!);
    case 'abs':
      return v[i.a]! < 0n ? -v[i.a]! : v[i.a]!;
    case 'pow':
      return v[i.a]! ** BigInt(i.n);
  }
}

/** The exact values of the outputs. */
export const evaluateInteger = (c: IntegerCode, inputs: readonly number[]): readonly Rational[] => {
  const v = runInteger(c, inputs);
  return c.outputs.map((o) => Q.mul(o.factor, Q.rational(v[o.slot]!)));
};

/** A range for every slot, from ranges of the inputs: all intermediate results stay inside. */
export function boundInteger(c: IntegerCode, inputs: readonly F.Range[]): readonly F.Range[] {
  const v: F.Range[] = [];
  for (const i of c.code) v.push(boundOne(i, v, inputs));
  return v;
}

function boundOne(i: Instruction, v: readonly F.Range[], inputs: readonly F.Range[]): F.Range {
  switch (i.kind) {
    case 'input':
      return inputs[i.index]!;
    case 'constant':
      return F.range(i.value);
    case 'add':
      return F.addRange(v[i.a]!, v[i.b]!);
    case 'mul':
      return i.a === i.b ? F.powRange(v[i.a]!, 2) : F.mulRange(v[i.a]!, v[i.b]!);
    case 'min':
      return F.minRange(v[i.a]!, v[i.b]!);
    case 'max':
      return F.maxRange(v[i.a]!, v[i.b]!);
    case 'abs':
      return F.absRange(v[i.a]!);
    case 'pow':
      return F.powRange(v[i.a]!, i.n);
  }
}

/** One JavaScript expression per slot over x0, x1, … (inputs) and t0, t1, … (slots before). Exact only within 2⁵³. */
export function sourceOf(i: Instruction): string {
  const t = (k: number): string => `t${k}`;
  switch (i.kind) {
    case 'input':
      return `x${i.index}`;
    case 'constant':
      return i.value < 0n ? `(${i.value})` : `${i.value}`;
    case 'add':
      return `${t(i.a)} + ${t(i.b)}`;
    case 'mul':
      return `${t(i.a)} * ${t(i.b)}`;
    case 'min':
    case 'max':
      return `Math.${i.kind}(${t(i.a)}, ${t(i.b)})`;
    case 'abs':
      return `Math.abs(${t(i.a)})`;
    case 'pow':
      return new Array(i.n).fill(t(i.a)).join(' * ');
  }
}
