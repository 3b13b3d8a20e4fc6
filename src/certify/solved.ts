/**
 * Solved quantities of a claim at an exact point, proved: interpolators of least norm, largest margins, λ_max, limits.
 *
 * Trusted by `refuted`. Data have to be exact rationals at the point; each answer is enclosed by its own certificate
 * (interpolator.ts, margin.ts, eigen.ts, limit.ts, descent.ts) and is unknown, with the reason, where that does not come
 * about. Trusts those and dynamics/diagonal.ts. Costs microseconds for programs, milliseconds for limits.
 */
import type { Program } from '../claim/program.ts';
import { type Diagonal, diagonalOf } from '../dynamics/diagonal.ts';
import type { RunNode } from '../dynamics/run.ts';
import type { SolvedQuestion } from '../dynamics/solved.ts';
import * as E from '../expr/expr.ts';
import * as T from '../expr/term.ts';
import { ofNumber } from '../number/decimal.ts';
import { type Dyadic, dyadic, toRationals } from '../number/dyadic.ts';
import { type Exact, exact } from '../number/exact.ts';
import * as Q from '../number/rational.ts';
import { evaluate, tape } from '../tape/tape.ts';
import { type DescentProblem, descentLimit } from './descent.ts';
import { largestEigenvalue } from './eigen.ts';
import { leastL1 } from './interpolator.ts';
import { flowLimit, type Start } from './limit.ts';
import { dot, independentResiduals, leastNorm, type Matrix, scale, type Vector } from './linear.ts';
import { marginL1, marginL2 } from './margin.ts';

type Rational = Q.Rational;
/** Ends of an enclosure; undefined where nothing is proved. */
export type Ends = readonly [Rational, Rational] | undefined;
export interface Answer {
  readonly values: readonly Ends[];
  /** Why values are missing. */
  readonly reason: string | undefined;
}
type Ask<K extends SolvedQuestion['kind']> = Extract<SolvedQuestion, { kind: K }>;

const point = (q: Rational): Ends => [q, q];
const unknown = (q: SolvedQuestion, reason: string): Answer => ({ values: q.labels.map(() => undefined), reason });
const ends = (d: Dyadic): Ends => {
  const [lo, hi] = toRationals(d);
  return d.defined === 'yes' && lo && hi ? [lo, hi] : undefined;
};
const rows = (flat: Vector, columns: number): Matrix =>
  Array.from({ length: flat.length / columns }, (_, i) => flat.slice(i * columns, (i + 1) * columns));

/** Everything known at the point, and exact values of formulas of it. */
interface Here {
  readonly program: Program;
  readonly env: (Exact | undefined)[];
  readonly bits: number;
}
function exactly(h: Here, terms: readonly T.Term[]): Vector | undefined {
  const out = evaluate(exact, tape(h.program.env, terms), h.env).map((v) => v?.value);
  return out.every((v) => v !== undefined) ? out : undefined;
}
const NOT_RATIONAL = 'data that are not rational numbers here';

function least(h: Here, q: Ask<'least'>): Answer {
  const [flat, y] = [exactly(h, q.x), exactly(h, q.y)];
  if (!flat || !y) return unknown(q, NOT_RATIONAL);
  const x = rows(flat, q.columns);
  if (q.norm === 'l2') {
    const w = leastNorm(x, y);
    if (!w) return unknown(q, 'y is not in the range of X');
    return { values: [root(h, dot(w, w)), ...w.map(point)], reason: undefined };
  }
  const found = leastL1(x, y, q.sign);
  if (found.kind === 'none') return unknown(q, 'no interpolator');
  if (found.kind === 'undecided') return unknown(q, found.reason);
  const only = found.unique.kind === 'yes';
  return {
    values: [point(found.value), ...found.w.map((v) => (only ? point(v) : undefined))],
    reason: only ? undefined : 'the interpolator of least norm is not shown to be the only one',
  };
}
/** √q, exact where it is rational. */
function root(h: Here, q: Rational): Ends {
  const a = dyadic(h.bits);
  const { value } = exact.sqrt(exact.rational(q));
  return value ? point(value) : ends(a.sqrt(a.rational(q)));
}

function margin(h: Here, q: Ask<'margin'>): Answer {
  const flat = exactly(h, q.z);
  if (!flat) return unknown(q, NOT_RATIONAL);
  const z = rows(flat, q.columns);
  if (q.norm === 'l2') {
    const found = marginL2(z);
    if (found.kind !== 'separable') return unknown(q, found.kind === 'undecided' ? found.reason : found.kind);
    const a = dyadic(h.bits);
    const value = a.sqrt(a.rational(found.squared));
    const w = found.w.map((v) => ends(a.div(a.rational(v), value)));
    return { values: [root(h, found.squared), ...w], reason: undefined };
  }
  const found = marginL1(z);
  if (found.kind !== 'separable') return unknown(q, found.kind === 'undecided' ? found.reason : found.kind);
  const only = found.unique === 'yes';
  return {
    values: [point(found.value), ...found.w.map((v) => (only ? point(v) : undefined))],
    reason: only ? undefined : 'the direction is not shown to be the only one',
  };
}

function eigenvalue(h: Here, q: Ask<'eigenvalue'>): Answer {
  const flat = exactly(h, q.k);
  if (!flat) return unknown(q, NOT_RATIONAL);
  const k = rows(flat, q.columns);
  if (!k.every((row, i) => row.every((v, j) => Q.equal(v, k[j]![i]!))))
    return unknown(q, 'the matrix is not symmetric');
  const { lo, hi } = largestEigenvalue(k, Math.max(40, h.bits));
  return { values: [[lo, hi]], reason: undefined };
}

/** Where the coordinates start, in the words of the flow lemma; undefined for layers that start apart. */
function startOf(d: Diagonal, at: Vector): Start | undefined {
  const up = d.up.map((all) => at[all[0]!]!);
  const down = d.down.map((i) => at[i]!);
  const level = d.up.every((all) => all.every((i) => Q.equal(at[i]!, at[all[0]!]!)));
  if (d.form === 'difference') return { form: 'difference', depth: d.depth, u: up, v: down };
  if (d.form === 'power') return { form: 'power', depth: d.depth, u: up };
  if (d.form === 'layers') return level ? { form: 'power', depth: d.depth, u: up } : undefined;
  const balanced = up.every((u, i) => u.num > 0n && Q.equal(u, down[i]!));
  return balanced ? { form: 'power', depth: 2, u: up } : { form: 'product', u: up, v: down };
}

/** The factors at the limit from the dual variable s of their coordinate (the table of docs/limits.md). */
function factors(start: Start, i: number, s: Dyadic, bits: number): readonly Dyadic[] {
  const a = dyadic(bits);
  const q = (x: Rational): Dyadic => a.rational(x);
  const u = start.u[i]!;
  const half = (x: Dyadic): Dyadic => a.mul(x, q(Q.rational(1, 2)));
  if (start.form === 'product') {
    const v = start.v[i]!;
    const plus = a.mul(q(Q.add(u, v)), a.exp(half(s)));
    const minus = a.mul(q(Q.sub(u, v)), a.exp(a.neg(half(s))));
    return [half(a.add(plus, minus)), half(a.sub(plus, minus))];
  }
  const v = start.form === 'difference' ? start.v[i]! : undefined;
  if (start.depth === 2) {
    const rise = a.mul(q(u), a.exp(half(s)));
    return v ? [rise, a.mul(q(v), a.exp(a.neg(half(s))))] : [rise];
  }
  const e = 2 - start.depth;
  const back = (x: Dyadic): Dyadic => a.power(x, Q.rational(1, e));
  const high = start.depth === 3 ? a.pow(a.sub(q(Q.pow(u, e)), s), -1) : back(a.sub(q(Q.pow(u, e)), s));
  if (!v) return [high];
  const low = a.add(q(Q.pow(v, e)), s);
  return [high, start.depth === 3 ? a.pow(low, -1) : back(low)];
}

function flow(h: Here, q: Ask<'flow limit'>): Answer {
  const node = h.program.runs[q.run]!.node;
  const parts = node.lossParts;
  if (!parts?.y || parts.kind !== 'squared') return unknown(q, 'not the squared loss');
  const network = diagonalOf(node);
  if (!network) return unknown(q, 'not a diagonal network');
  const [flat, y, at] = [exactly(h, parts.X.entries), exactly(h, parts.y.entries), exactly(h, node.start)];
  if (!flat || !y || !at) return unknown(q, NOT_RATIONAL);
  const start = startOf(network, at);
  if (!start) return unknown(q, 'layers that do not start at one point');
  const dynamics = node.kind === 'flow' ? 'gradient flow' : 'descent';
  const problem = { dynamics, loss: 'squares', x: rows(flat, start.u.length), y, start };
  const found = flowLimit(problem, { relativeBits: h.bits + 8 });
  if (found.kind === 'undecided') return unknown(q, found.reason);
  const values: Ends[] = q.labels.map(() => undefined);
  network.up.forEach((all, i) => {
    const [high, low] = factors(start, i, found.dual[i]!, found.bits);
    for (const k of all) values[k] = ends(high!);
    if (network.form === 'product') values[network.down[i]!] = ends(low ?? high!);
    else if (low) values[network.down[i]!] = ends(low);
  });
  return { values, reason: values.some((v) => !v) ? 'not proved' : undefined };
}

/** The run is θ − η∇L for one η that nothing of the run enters. */
function constantStep(node: RunNode): T.Term | undefined {
  const d = node.descent;
  if (!d) return undefined;
  const plain = d.gradient.every((g, i) => {
    const x = node.variables[i]!;
    return node.step[i] === E.combine('sub', x, E.combine('mul', d.eta, g));
  });
  const own = new Set<T.Term>([...node.variables, node.clock]);
  return plain && !T.postorder([d.eta]).some((t) => own.has(t)) ? d.eta : undefined;
}

/** Descent on c‖Xw − y‖², as descent.ts wants it; or why it is not that. */
function descentProblem(h: Here, node: RunNode): DescentProblem | string {
  const parts = node.lossParts;
  if (!parts?.y || parts.kind !== 'squared') return 'not the squared loss';
  const step = constantStep(node);
  if (!step) return 'not a constant step size';
  const size = node.descent!.gradient.length;
  const [flat, y, start, eta] = [
    exactly(h, parts.X.entries),
    exactly(h, parts.y.entries),
    exactly(h, node.start),
    exactly(h, [step])?.[0],
  ];
  if (!flat || !y || !start || !eta) return NOT_RATIONAL;
  const known = new Map(h.program.params.map((p, i) => [p, T.num(h.env[i]!.value!)] as const));
  const put = (t: T.Term): T.Term => T.substitute(t, known);
  const reduced = independentResiduals(rows(flat, parts.w.entries.length), y);
  if (!reduced) return 'y is not in the range of X';
  const w = parts.w.entries.map(put);
  const residual = reduced.x.map((row, k) =>
    T.sub(E.sumTerms(row.map((c, j) => T.mul(T.num(c), w[j]!))), T.num(reduced.y[k]!)),
  );
  const written = E.arithmetic('sub', E.arithmetic('mul', parts.X, parts.w), parts.y).entries;
  const marks = written.map((_, k) => T.variable(`residual:${k}`));
  const mark = new Map(written.map((r, k) => [r, marks[k]!] as const));
  const sums = node.step.slice(size).map((t) => put(T.substitute(t.args[1]!, mark)));
  const twice = Q.mul(Q.rational(2), parts.scale);
  return {
    state: node.variables.slice(0, size),
    residual,
    weights: reduced.gram.map((row) => scale(twice, row)),
    eta,
    start: start.slice(0, size),
    sums: { terms: sums, marks, clock: node.clock, combination: reduced.combination },
  };
}

function descent(h: Here, q: Ask<'descent limit'>): Answer {
  const problem = descentProblem(h, h.program.runs[q.run]!.node);
  if (typeof problem === 'string') return unknown(q, problem);
  const found = descentLimit(problem);
  if (found.kind === 'undecided') return unknown(q, found.reason);
  const all = [...found.limit, ...found.sums];
  return { values: [point(Q.ONE), ...all.map((v): Ends => [ofNumber(v.lo), ofNumber(v.hi)])], reason: undefined };
}

function answer(h: Here, q: SolvedQuestion): Answer {
  switch (q.kind) {
    case 'least':
      return least(h, q);
    case 'margin':
      return margin(h, q);
    case 'eigenvalue':
      return eigenvalue(h, q);
    case 'flow limit':
      return flow(h, q);
    case 'descent limit':
      return descent(h, q);
  }
}

const proved = new WeakMap<Program, WeakMap<readonly Rational[], Map<string, Answer>>>();

/**
 * The answers to all solved questions of a program at exact parameters, to about `bits` bits; those of descent, which are
 * doubles, once. Never throws: an error in a solver is an unknown answer.
 */
export function solvedAt(program: Program, params: readonly Rational[], bits: number): readonly Answer[] {
  const questions = program.instance.solved ?? [];
  if (questions.length === 0) return [];
  const env: (Exact | undefined)[] = params.map(exact.rational);
  env.length = program.env.length;
  const points = proved.get(program) ?? new WeakMap<readonly Rational[], Map<string, Answer>>();
  proved.set(program, points);
  const cache = points.get(params) ?? new Map<string, Answer>();
  points.set(params, cache);
  let next = program.solvedAt;
  return questions.map((q) => {
    const key = `${q.name} ${q.kind === 'descent limit' ? 0 : bits}`;
    let found = cache.get(key);
    try {
      found ??= answer({ program, env, bits }, q);
    } catch (e) {
      found = unknown(q, e instanceof Error ? e.message : String(e));
    }
    cache.set(key, found);
    for (const v of found.values) env[next++] = v && Q.equal(v[0], v[1]) ? exact.rational(v[0]) : undefined;
    return found;
  });
}

const uses = new WeakMap<Program, readonly boolean[]>();
/** Which entries of the answers the program's statements mention. */
function used(p: Program): readonly boolean[] {
  const known = uses.get(p);
  if (known) return known;
  const all = new Set(T.postorder([...p.relations, ...p.runs.flatMap((r) => [...r.relations, ...r.node.step])]));
  const made = p.env.slice(p.solvedAt).map((t) => all.has(t));
  uses.set(p, made);
  return made;
}

/** Why a value that the statements mention is not known; undefined when all are. */
export function missing(p: Program, answers: readonly Answer[]): string | undefined {
  const mentioned = used(p);
  let next = 0;
  for (const a of answers) {
    const lacks = a.values.some((v, i) => v === undefined && mentioned[next + i]);
    if (lacks) return a.reason ?? 'not proved';
    next += a.values.length;
  }
  return undefined;
}
