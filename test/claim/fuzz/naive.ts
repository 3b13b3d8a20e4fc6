/**
 * What a described claim says at a point, by plain recursion on the description: fractions of bigints where it is rational,
 * else doubles with a bound of their error. Shares no code with the engine.
 *
 * A relation with an undefined side is false where the statement needs it, and unknown where it is negated.
 */
import type { Compare, Described, Formula, Named, RunOf, Saying } from './described.ts';

export type Number_ =
  | { readonly is: 'exact'; readonly n: bigint; readonly d: bigint }
  | { readonly is: 'near'; readonly x: number; readonly err: number }
  | { readonly is: 'undefined' }
  | { readonly is: 'unknown' };
type Vector = readonly Number_[];
type Lookup = (name: string) => Vector;

const NONE: Number_ = { is: 'undefined' };
const UNKNOWN: Number_ = { is: 'unknown' };
const LONG = 1n << 6000n;
const EPS = 2 ** -50;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
export function fraction(n: bigint, d: bigint): Number_ {
  if (d === 0n) return NONE;
  const [p, q] = d < 0n ? [-n, -d] : [n, d];
  const g = gcd(p, q) || 1n;
  if (p > LONG || p < -LONG || q > LONG) return UNKNOWN;
  return { is: 'exact', n: p / g, d: q / g };
}
export const whole = (n: number): Number_ => fraction(BigInt(n), 1n);
export function parse(text: string): Number_ {
  const [n, d = '1'] = text.split('/');
  return fraction(BigInt(n!), BigInt(d));
}

const near = (x: number, err: number): Number_ =>
  Number.isFinite(x) && Number.isFinite(err) ? { is: 'near', x, err: err + EPS * Math.abs(x) + 1e-300 } : UNKNOWN;
function double(a: Extract<Number_, { is: 'exact' | 'near' }>): { readonly x: number; readonly err: number } {
  if (a.is === 'near') return a;
  const shift = BigInt(Math.max(0, a.d.toString(2).length - a.n.toString(2).length + 64));
  const x = Number((a.n << shift) / a.d) / 2 ** Number(shift);
  return { x, err: EPS * Math.abs(x) + 1e-300 };
}

type Exact = Extract<Number_, { is: 'exact' }>;
type Near = { readonly x: number; readonly err: number };
function two(a: Number_, b: Number_, exactly: (a: Exact, b: Exact) => Number_, nearly: (a: Near, b: Near) => Number_) {
  if (a.is === 'undefined' || b.is === 'undefined') return NONE;
  if (a.is === 'unknown' || b.is === 'unknown') return UNKNOWN;
  return a.is === 'exact' && b.is === 'exact' ? exactly(a, b) : nearly(double(a), double(b));
}
const add = (a: Number_, b: Number_): Number_ =>
  two(
    a,
    b,
    (p, q) => fraction(p.n * q.d + q.n * p.d, p.d * q.d),
    (p, q) => near(p.x + q.x, p.err + q.err),
  );
const mul = (a: Number_, b: Number_): Number_ =>
  two(
    a,
    b,
    (p, q) => fraction(p.n * q.n, p.d * q.d),
    (p, q) => near(p.x * q.x, Math.abs(p.x) * q.err + Math.abs(q.x) * p.err + p.err * q.err),
  );
const neg = (a: Number_): Number_ => mul(whole(-1), a);
const sub = (a: Number_, b: Number_): Number_ => add(a, neg(b));
const div = (a: Number_, b: Number_): Number_ =>
  two(
    a,
    b,
    (p, q) => fraction(p.n * q.d, p.d * q.n),
    (p, q) =>
      Math.abs(q.x) <= 2 * q.err
        ? q.x === 0 && q.err === 0
          ? NONE
          : b.is === 'exact' && b.n === 0n
            ? NONE
            : UNKNOWN
        : near(p.x / q.x, (2 * (p.err + (Math.abs(p.x) * q.err) / Math.abs(q.x))) / Math.abs(q.x)),
  );
function power(a: Number_, k: number): Number_ {
  if (k < 0) return div(whole(1), power(a, -k));
  if (a.is === 'undefined') return NONE;
  let r = whole(1);
  for (let i = 0; i < k; i++) r = mul(r, a);
  return r;
}
/** −1, 0, 1; undefined where it can't be told, or a side has no value. */
function order(a: Number_, b: Number_): -1 | 0 | 1 | undefined {
  if (a.is === 'undefined' || b.is === 'undefined' || a.is === 'unknown' || b.is === 'unknown') return undefined;
  if (a.is === 'exact' && b.is === 'exact') {
    const gap = a.n * b.d - b.n * a.d;
    return gap === 0n ? 0 : gap < 0n ? -1 : 1;
  }
  const [p, q] = [double(a), double(b)];
  return Math.abs(p.x - q.x) <= 4 * (p.err + q.err) ? undefined : p.x < q.x ? -1 : 1;
}
const larger = (a: Number_, b: Number_): Number_ =>
  two(
    a,
    b,
    (p, q) => (order(p, q)! >= 0 ? p : q),
    (p, q) => near(Math.max(p.x, q.x), p.err + q.err),
  );
const smaller = (a: Number_, b: Number_): Number_ => neg(larger(neg(a), neg(b)));
const abs = (a: Number_): Number_ => larger(a, neg(a));

function root(n: bigint): bigint | undefined {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length >> 1) + 1);
  for (let y = (x + n / x) / 2n; y < x; y = (x + n / x) / 2n) x = y;
  return x * x === n ? x : undefined;
}
function sqrt(a: Number_): Number_ {
  if (a.is === 'undefined' || a.is === 'unknown') return a;
  if (a.is === 'exact') {
    if (a.n < 0n) return NONE;
    const [n, d] = [root(a.n), root(a.d)];
    if (n !== undefined && d !== undefined) return fraction(n, d);
  }
  const { x, err } = double(a);
  if (x < -2 * err) return NONE;
  return x > 4 * err ? near(Math.sqrt(x), err / Math.sqrt(x)) : UNKNOWN;
}
function exp(a: Number_): Number_ {
  if (a.is === 'undefined' || a.is === 'unknown') return a;
  if (a.is === 'exact' && a.n === 0n) return whole(1);
  const { x, err } = double(a);
  return err < 0.1 ? near(Math.exp(x), Math.exp(x) * (2 * err + EPS)) : UNKNOWN;
}

const spread = (f: (a: Number_, b: Number_) => Number_, a: Vector, b: Vector): Vector =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, i) => f(a[a.length > 1 ? i : 0]!, b[b.length > 1 ? i : 0]!));
const fold = (f: (a: Number_, b: Number_) => Number_, a: Vector): Vector => [a.reduce(f)];
const SIGNED = { '+': add, '-': sub, '*': mul, '/': div } as const;

/** Moments of every run, as far as they are asked for. */
interface World {
  readonly look: Lookup;
  readonly moment: (run: string, step: number) => Lookup;
  /** Set once a side of a relation is undefined. */
  gap: boolean;
}

function value(f: Formula, look: Lookup, w: World): Vector {
  const go = (g: Formula): Vector => value(g, look, w);
  switch (f.is) {
    case 'number':
      return [parse(f.value)];
    case 'name':
      return look(f.name);
    case 'at':
      return w.moment(f.run, f.step)(f.name);
    case 'sign':
      return spread(SIGNED[f.sign], go(f.args[0]), go(f.args[1]));
    case 'power':
      return go(f.of).map((a) => power(a, f.to));
    case 'call':
      return called(f.call, go(f.args[0]!), f.args[1] && go(f.args[1]));
  }
}
function called(call: Extract<Formula, { is: 'call' }>['call'], a: Vector, b: Vector | undefined): Vector {
  switch (call) {
    case 'abs':
      return a.map(abs);
    case 'sqrt':
      return a.map(sqrt);
    case 'exp':
      return a.map(exp);
    case 'min':
      return b ? spread(smaller, a, b) : fold(smaller, a);
    case 'max':
      return b ? spread(larger, a, b) : fold(larger, a);
    case 'sum':
      return fold(add, a);
    case 'prod':
      return fold(mul, a);
    case 'norm1':
      return fold(add, a.map(abs));
    case 'normInf':
      return fold(larger, a.map(abs));
  }
}

type State = { readonly [name: string]: Vector };
const over =
  (state: State, outer: Lookup): Lookup =>
  (name) =>
    state[name] ?? outer(name);

/** ∂loss/∂(entry), exact for degree ≤ 4 in that entry: differences at distances 1 and 2. */
function slope(loss: (s: State) => Number_, s: State, name: string, entry: number): Number_ {
  const at = (h: number): Number_ =>
    loss({ ...s, [name]: s[name]!.map((v, i) => (i === entry ? add(v, whole(h)) : v)) });
  const near8 = mul(whole(8), sub(at(1), at(-1)));
  return div(sub(near8, sub(at(2), at(-2))), whole(12));
}

const record = (list: readonly Named[], look: Lookup, w: World): State =>
  Object.fromEntries(list.map(({ name, is }) => [name, value(is, look, w)]));

/** All names at a moment whose states (and sums) are given, at clock k. */
function named(r: RunOf, state: State, k: number, outer: Lookup, w: World): State {
  const here: State = { ...state, t: [whole(k)] };
  const seen: State = { ...here, ...record(r.observe, over(here, outer), w) };
  return 'loss' in r.by ? { ...seen, loss: value(r.by.loss, over(seen, outer), w) } : seen;
}

function started(r: RunOf, w: World): State {
  const start = record(r.start, w.look, w);
  const still = 'loss' in r.by && r.by.momentum ? Object.entries(start) : [];
  return {
    ...start,
    ...Object.fromEntries(still.map(([n, v]) => [`${n}Velocity`, v.map(() => whole(0))])),
    ...Object.fromEntries(r.sums.map(({ name }) => [name, [whole(0)]])),
  };
}

/** The states after one step; `inputs` are those of the step. */
function stepped(r: RunOf, here: State, inputs: Lookup, w: World): State {
  const look = over(here, inputs);
  const sums = Object.fromEntries(r.sums.map(({ name, is }) => [name, spread(add, here[name]!, value(is, look, w))]));
  const { by } = r;
  if ('step' in by) return { ...record(by.step, look, w), ...sums };
  const eta = value(by.eta, look, w);
  const beta = by.momentum ? value(by.momentum.beta, w.look, w) : [whole(0)];
  const kept = (name: string): Vector =>
    by.momentum ? spread(mul, beta, here[`${name}Velocity`]!) : here[name]!.map(() => whole(0));
  const ahead = by.momentum?.kind === 'nesterov';
  const at: State = Object.fromEntries(
    r.start.map(({ name }) => [name, ahead ? spread(add, here[name]!, kept(name)) : here[name]!]),
  );
  const clock = Number((here.t![0] as Exact).n);
  const loss = (s: State): Number_ => named(r, s, clock, inputs, w).loss![0]!;
  const next: { [name: string]: Vector } = {};
  for (const { name } of r.start) {
    const slopes = here[name]!.map((_, i) => slope(loss, at, name, i));
    const velocity = spread(sub, kept(name), spread(mul, eta, slopes));
    next[name] = spread(add, here[name]!, velocity);
    if (by.momentum) next[`${name}Velocity`] = velocity;
  }
  return { ...next, ...sums };
}

/** What is assumed or concluded at a point. */
export interface At {
  readonly reals: State;
  /** Of steps 0, 1, …: at least as many as are looked at. */
  readonly inputs: readonly State[];
}

function world(d: Described, x: At): World {
  const cache = new Map<string, State[]>();
  const fixed = new Map<string, Vector>();
  const look: Lookup = (name) => {
    const known = x.reals[name] ?? fixed.get(name);
    if (known) return known;
    const def = d.defined.find((n) => n.name === name);
    if (!def) throw new Error(`no ${name}`);
    const v = value(def.is, look, w);
    fixed.set(name, v);
    return v;
  };
  const inputsAt = (k: number): Lookup => over(x.inputs[k] ?? {}, look);
  const moment = (name: string, step: number): Lookup => {
    const r = d.runs.find((q) => q.name === name)!;
    const list = cache.get(name) ?? [named(r, started(r, w), 0, look, w)];
    cache.set(name, list);
    for (let k = list.length; k <= step; k++)
      list.push(named(r, stepped(r, list[k - 1]!, inputsAt(k - 1), w), k, look, w));
    const next: Lookup = (n) => (n.startsWith('next.') ? moment(name, step + 1)(n.slice(5)) : inputsAt(step)(n));
    return over(list[step]!, next);
  };
  const w: World = { look, moment, gap: false };
  return w;
}

export type Truth = 'yes' | 'no' | 'unknown';
const opposite = (t: Truth): Truth => (t === 'yes' ? 'no' : t === 'no' ? 'yes' : t);
const all = (list: readonly Truth[]): Truth =>
  list.includes('no') ? 'no' : list.includes('unknown') ? 'unknown' : 'yes';
const any = (list: readonly Truth[]): Truth => opposite(all(list.map(opposite)));

function related(a: Number_, by: Compare, b: Number_, needed: boolean, w: World): Truth {
  if (a.is === 'undefined' || b.is === 'undefined') {
    w.gap = true;
    return needed ? 'no' : 'unknown';
  }
  const o = order(a, b);
  if (o === undefined) return 'unknown';
  const holds = { '<': o < 0, '<=': o <= 0, '>': o > 0, '>=': o >= 0, '=': o === 0, '!=': o !== 0 }[by];
  return holds ? 'yes' : 'no';
}

export const namesIn = (f: Formula): readonly string[] =>
  f.is === 'name' ? [f.name] : f.is === 'power' ? namesIn(f.of) : 'args' in f ? f.args.flatMap(namesIn) : [];
export const formulas = (s: Saying): readonly Formula[] =>
  s.is === 'chain' ? s.sides : s.is === 'always' ? formulas(s.body) : s.parts.flatMap(formulas);

function truth(s: Saying, look: Lookup, w: World, d: Described, last: number, needed: boolean): Truth {
  const go = (p: Saying, n: boolean): Truth => truth(p, look, w, d, last, n);
  switch (s.is) {
    case 'chain': {
      const sides = s.sides.map((f) => value(f, look, w));
      const link = (i: number): readonly Truth[] => {
        const [a, b] = [sides[i]!, sides[i + 1]!];
        const size = Math.max(a.length, b.length);
        return Array.from({ length: size }, (_, k) =>
          related(a[a.length > 1 ? k : 0]!, s.by[i]!, b[b.length > 1 ? k : 0]!, needed, w),
        );
      };
      return all(s.by.flatMap((_, i) => link(i)));
    }
    case 'and':
      return all(s.parts.map((p) => go(p, needed)));
    case 'or':
      return any(s.parts.map((p) => go(p, needed)));
    case 'implies':
      return any([opposite(go(s.parts[0], !needed)), go(s.parts[1], needed)]);
    case 'iff': {
      const [a, b] = s.parts.map((p) => go(p, false)) as [Truth, Truth];
      return a === 'unknown' || b === 'unknown' ? 'unknown' : a === b ? 'yes' : 'no';
    }
    case 'always': {
      const inputs = new Set(d.inputs.map((v) => v.name));
      const used = formulas(s.body).flatMap(namesIn);
      const ofStep = used.some((n) => n.startsWith('next.') || inputs.has(n));
      const end = (d.runs.find((r) => r.name === s.run)!.steps ?? last) - (ofStep ? 1 : 0);
      const each = Array.from({ length: Math.max(0, end + 1) }, (_, k) =>
        truth(s.body, w.moment(s.run, k), w, d, last, needed),
      );
      return all(each);
    }
  }
}

export interface Said {
  readonly assume: readonly Truth[];
  readonly conclude: readonly Truth[];
  /** No side of a relation was undefined. */
  readonly defined: boolean;
}
/** Every assumption and every conclusion; runs without a number of steps are looked at up to step `last`. */
export function naively(d: Described, x: At, last: number): Said {
  const w = world(d, x);
  const list = (all: readonly Saying[]): readonly Truth[] => all.map((s) => truth(s, w.look, w, d, last, true));
  const [assume, conclude] = [list(d.assume), list(d.conclude)];
  return { assume, conclude, defined: !w.gap };
}
