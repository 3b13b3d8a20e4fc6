/**
 * Proofs as JSON: the kernel calls that made a theorem, in order, with a table of formulas. `recheck` replays them.
 *
 * Untrusted, both ways: what a replay yields is a theorem of the kernel that replays it, whatever the file says. Linear in
 * the size of the proof.
 */
import * as T from '../expr/term.ts';
import { isTheorem, type Leaves, type Theorem } from '../kernel/index.ts';
import { type Rational, rational, text } from '../number/rational.ts';
import { callOf, K, RULE_NAMES, type RuleName } from './recorded.ts';

type Term = T.Term;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** [op, value or name, children…] */
type TermRow = readonly [op: string, value: string | null, ...children: number[]];
export interface Proof {
  readonly schema: 'counterflow/proof@1';
  readonly terms: readonly TermRow[];
  readonly steps: readonly { readonly rule: string; readonly args: readonly Json[] }[];
  /** The numbers of the steps that are the theorems proved. */
  readonly theorems: readonly number[];
}

interface Writer {
  readonly terms: Map<Term, number>;
  readonly rows: TermRow[];
  readonly steps: Map<Theorem, number>;
  readonly calls: { rule: string; args: readonly Json[] }[];
}

function writeTerm(w: Writer, root: Term): number {
  for (const t of T.postorder([root])) {
    if (w.terms.has(t)) continue;
    w.terms.set(t, w.rows.length);
    w.rows.push([t.op, t.value ? text(t.value) : (t.name ?? null), ...t.args.map((a) => w.terms.get(a)!)]);
  }
  return w.terms.get(root)!;
}
const isRational = (x: object): x is Rational => 'num' in x && 'den' in x;
function write(w: Writer, x: unknown): Json {
  if (isTheorem(x)) return { theorem: w.steps.get(x)! };
  if (T.isTerm(x)) return { term: writeTerm(w, x) };
  if (x instanceof Map) return write(w, [...x]);
  if (Array.isArray(x)) return x.map((y) => write(w, y));
  if (x === undefined) return null;
  if (typeof x !== 'object' || x === null) return x as Json;
  if (isRational(x)) return { rational: text(x) };
  return { record: Object.fromEntries(Object.entries(x).map(([key, y]) => [key, write(w, y)])) };
}

/** The theorems a call used, found anywhere in its arguments. */
function premises(x: unknown): readonly Theorem[] {
  if (isTheorem(x)) return [x];
  if (x instanceof Map || T.isTerm(x) || typeof x !== 'object' || x === null) return [];
  return Object.values(x).flatMap(premises);
}
/** Premises first. */
function ordered(roots: readonly Theorem[]): readonly Theorem[] {
  const [out, seen] = [[] as Theorem[], new Set<Theorem>()];
  const stack: { readonly t: Theorem; readonly left: Theorem[] }[] = [];
  const enter = (t: Theorem): void => {
    if (seen.has(t)) return;
    seen.add(t);
    stack.push({ t, left: [...premises(callOf(t)?.args)] });
  };
  for (const root of roots) {
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.left.pop();
      if (next) enter(next);
      else out.push(stack.pop()!.t);
    }
  }
  return out;
}

/** Throws when a theorem was not made through the recorded rules. */
export function exportProof(...theorems: readonly Theorem[]): Proof {
  const w: Writer = { terms: new Map(), rows: [], steps: new Map(), calls: [] };
  for (const t of ordered(theorems)) {
    const call = callOf(t);
    if (!call) throw new TypeError('a theorem whose making was recorded is wanted');
    const args = call.args.map((x) => write(w, x));
    w.steps.set(t, w.calls.length);
    w.calls.push({ rule: call.rule, args });
  }
  const proved = theorems.map((t) => w.steps.get(t)!);
  return { schema: 'counterflow/proof@1', terms: w.rows, steps: w.calls, theorems: proved };
}

export function fraction(source: string): Rational {
  const [, p, q = '1'] = /^(-?\d{1,100000})(?:\/(\d{1,100000}))?$/.exec(source) ?? [];
  if (p === undefined) throw new TypeError('an exact fraction is wanted');
  return rational(BigInt(p), BigInt(q));
}
function readTerm([op, value, ...children]: TermRow, terms: readonly Term[]): Term {
  const args = children.map((i) => terms[i]!);
  if (op === 'num') return T.num(fraction(value!));
  if (op === 'var') return T.variable(value!);
  if (op === 'pow' || op === 'power') return T.power(args[0]!, fraction(value!));
  if (op === 'neg') return T.neg(args[0]!);
  return args.length === 2 ? T.binary(op as T.BinaryOp, args[0]!, args[1]!) : T.apply(op as T.FunctionName, args[0]!);
}
function readJson(x: Json, terms: readonly Term[], steps: readonly Theorem[]): unknown {
  if (x === null) return undefined;
  if (Array.isArray(x)) return x.map((y) => readJson(y, terms, steps));
  if (typeof x !== 'object') return x;
  const { theorem, term, rational: q, record } = x as { readonly [key: string]: Json };
  if (typeof theorem === 'number') return steps[theorem];
  if (typeof term === 'number') return terms[term];
  if (typeof q === 'string') return fraction(q);
  return Object.fromEntries(Object.entries(record as object).map(([key, y]) => [key, readJson(y, terms, steps)]));
}

/** Replays a proof; throws when a step is refused or the file is malformed. */
export function recheck(proof: Proof): readonly Theorem[] {
  if (proof.schema !== 'counterflow/proof@1') throw new TypeError('a proof of the form counterflow/proof@1 is wanted');
  const terms: Term[] = [];
  for (const row of proof.terms) terms.push(readTerm(row, terms));
  const steps: Theorem[] = [];
  for (const { rule, args } of proof.steps) {
    if (!RULE_NAMES.includes(rule as RuleName)) throw new TypeError(`the name of a rule is wanted, found ${rule}`);
    const apply = K[rule as RuleName] as (...args: readonly unknown[]) => Theorem;
    steps.push(apply(...args.map((x) => readJson(x, terms, steps))));
  }
  return proof.theorems.map((i) => steps[i]!);
}
/** What all the theorems rest on. */
export const leavesOf = (theorems: readonly Theorem[]): readonly Leaves[] => theorems.map((t) => t.leaves);
