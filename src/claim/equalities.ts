/**
 * Assumed equations solved instead of sampled: in `⟨x, u²⟩ = y` the y is computed, so that every run satisfies it.
 *
 * An entry of a plain real is solved for where an equation of rational operations is linear in it; its domain becomes an
 * assumption. Untrusted: points are lifted to all entries exactly and decided on the claim as it was written.
 */

import { SCALAR } from '../expr/expr.ts';
import type { Logic } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import { exact } from '../number/exact.ts';
import type { Rational } from '../number/rational.ts';
import { evaluate, tape } from '../tape/tape.ts';
import type { Coordinate } from './domains.ts';
import type { Declared, Instance, Said } from './instance.ts';

type Term = T.Term;

export interface Freed {
  /** The claim in the entries that are left free. */
  readonly instance: Instance;
  /** All entries from the free ones; undefined where an equation has no solution there. */
  readonly lift: (free: readonly Rational[]) => readonly Rational[] | undefined;
  readonly restrict: (params: readonly Rational[]) => readonly Rational[];
}

const RATIONAL = new Set(['num', 'var', 'neg', 'add', 'sub', 'mul', 'div', 'pow']);
const isRational = (t: Term): boolean => T.postorder([t]).every((n) => RATIONAL.has(n.op));
const ZERO = T.whole(0);
const isZero = (t: Term): boolean => t.op === 'num' && t.value!.num === 0n;

const plus = (a: Term, b: Term): Term => (isZero(a) ? b : isZero(b) ? a : T.add(a, b));
const scaled = (c: Term, t: Term): Term =>
  isZero(t) ? ZERO : t.op === 'num' && t.value!.num === 1n && t.value!.den === 1n ? c : T.mul(c, t);
const opposite = (t: Term): Term => (isZero(t) ? ZERO : T.neg(t));

/** t = slope·v + rest with both free of v. */
interface Linear {
  readonly slope: Term;
  readonly rest: Term;
}

function linear(t: Term, v: Term): Linear | undefined {
  if (t === v) return { slope: T.whole(1), rest: ZERO };
  if (!T.variables(t).has(v.name!)) return { slope: ZERO, rest: t };
  if (t.op !== 'neg' && t.op !== 'add' && t.op !== 'sub' && t.op !== 'mul' && t.op !== 'div') return undefined;
  const [a, b] = t.args.map((x) => linear(x, v));
  if (!a || (t.args.length > 1 && !b)) return undefined;
  if (t.op === 'neg') return { slope: opposite(a.slope), rest: opposite(a.rest) };
  if (t.op === 'add') return { slope: plus(a.slope, b!.slope), rest: plus(a.rest, b!.rest) };
  if (t.op === 'sub') return { slope: plus(a.slope, opposite(b!.slope)), rest: plus(a.rest, opposite(b!.rest)) };
  if (t.op === 'div')
    return isZero(b!.slope) ? { slope: divided(a.slope, b!.rest), rest: divided(a.rest, b!.rest) } : undefined;
  if (isZero(a.slope)) return { slope: scaled(a.rest, b!.slope), rest: scaled(a.rest, b!.rest) };
  return isZero(b!.slope) ? { slope: scaled(b!.rest, a.slope), rest: scaled(b!.rest, a.rest) } : undefined;
}
const divided = (t: Term, by: Term): Term => (isZero(t) ? ZERO : T.div(t, by));

interface Equation {
  readonly lhs: Term;
  readonly rhs: Term;
}
interface Split {
  readonly equations: readonly Equation[];
  readonly others: readonly Said[];
}

/** Equations, alone or joined by "and", apart from everything else that is assumed. */
function split(assume: readonly Said[]): Split {
  const equations: Equation[] = [];
  const others: Said[] = [];
  for (const s of assume) {
    const parts = s.logic.kind === 'and' ? s.logic.parts : [s.logic];
    const rest: Logic[] = [];
    for (const l of parts) {
      const solvable = l.kind === 'relation' && l.relation === '=' && isRational(T.sub(l.lhs, l.rhs));
      if (solvable) equations.push(l);
      else rest.push(l);
    }
    if (rest.length === parts.length) others.push(s);
    else if (rest.length > 0) others.push({ ...s, logic: rest.length === 1 ? rest[0]! : { kind: 'and', parts: rest } });
  }
  return { equations, others };
}

interface Entry {
  readonly name: string;
  readonly variable: Term;
  readonly of: Coordinate;
}

/** Entries that may be solved for: of plain domains, without a grid. */
function entriesOf(reals: readonly Declared[]): readonly Entry[] {
  return reals.flatMap((d) =>
    d.domain.form !== 'entries' || d.domain.of.step !== undefined
      ? []
      : d.variables.map((variable, i) => ({
          name: d.variables.length === 1 ? d.name : `${d.name}[${i}]`,
          variable,
          of: d.domain.of,
        })),
  );
}

interface Solution {
  readonly entry: Entry;
  readonly value: Term;
}

/** Solves one equation, for an entry with a constant factor if there is one, the last declared first. */
function solved(e: Equation, entries: readonly Entry[]): Solution | undefined {
  const difference = T.sub(e.lhs, e.rhs);
  const names = T.variables(difference);
  const possible = [...entries].reverse().flatMap((entry) => {
    const l = names.has(entry.variable.name!) ? linear(difference, entry.variable) : undefined;
    return l && !isZero(l.slope) ? [{ entry, ...l }] : [];
  });
  const best = possible.find((p) => p.slope.op === 'num' || T.variables(p.slope).size === 0) ?? possible[0];
  return best && { entry: best.entry, value: T.div(opposite(best.rest), best.slope) };
}

function solutionsOf(equations: readonly Equation[], entries: readonly Entry[]): readonly Solution[] | undefined {
  let done: readonly Solution[] = [];
  for (const e of equations) {
    const known = new Map(done.map((s) => [s.entry.variable, s.value]));
    const here = { lhs: T.substitute(e.lhs, known), rhs: T.substitute(e.rhs, known) };
    const s = solved(
      here,
      entries.filter((x) => !known.has(x.variable)),
    );
    if (!s) return undefined;
    const step = new Map([[s.entry.variable, s.value]]);
    done = [...done.map((d) => ({ ...d, value: T.substitute(d.value, step) })), s];
  }
  return done;
}

/** The value stays in the domain of its entry. */
function inDomain({ entry, value }: Solution): Said {
  const { lo, hi, loOpen, hiOpen } = entry.of;
  const above: Logic = { kind: 'relation', relation: loOpen ? '<' : '<=', lhs: T.num(lo), rhs: value, label: '' };
  const below: Logic = { kind: 'relation', relation: hiOpen ? '<' : '<=', lhs: value, rhs: T.num(hi), label: '' };
  return {
    logic: { kind: 'and', parts: [above, below] },
    text: `${entry.name} in its domain`,
    latex: '',
    place: undefined,
  };
}

/** Every term of plain data, replaced. */
function mapTerms<X>(x: X, f: (t: Term) => Term): X {
  if (T.isTerm(x)) return f(x) as X;
  if (Array.isArray(x)) return x.map((y: unknown) => mapTerms(y, f)) as X;
  if (typeof x !== 'object' || x === null || Object.getPrototypeOf(x) !== Object.prototype) return x;
  return Object.fromEntries(Object.entries(x).map(([k, v]) => [k, mapTerms(v, f)])) as X;
}

/** What is left of the reals: whole ones as they are, others entry by entry. */
function freeReals(reals: readonly Declared[], gone: ReadonlySet<Term>): readonly Declared[] {
  return reals.flatMap((d) =>
    d.variables.some((v) => gone.has(v))
      ? d.variables.flatMap((v, i) => (gone.has(v) ? [] : [entryAlone(d, v, i)]))
      : [d],
  );
}
const entryAlone = (d: Declared, v: Term, i: number): Declared => ({
  name: `${d.name}[${i}]`,
  shape: SCALAR,
  domain: { ...d.domain, rank: 0, rows: undefined, columns: undefined },
  variables: [v],
});

/** The claim with its equations solved; undefined where there are none, or one can't be solved. */
export function freed(i: Instance): Freed | undefined {
  const { equations, others } = split(i.assume);
  if (equations.length === 0 || i.finite) return undefined;
  const solutions = solutionsOf(equations, entriesOf(i.reals));
  if (!solutions) return undefined;
  const known = new Map(solutions.map((s) => [s.entry.variable, s.value]));
  const put = (t: Term): Term => T.substitute(t, known);
  const { reals, derivation: _, choice, ...rest } = i;
  const free = freeReals(reals, new Set(known.keys()));
  const body = mapTerms({ ...rest, assume: others }, put);
  const instance = {
    ...body,
    choice,
    reals: free,
    derivation: [],
    assume: [...body.assume, ...solutions.map(inDomain)],
  };
  const [all, left] = [reals.flatMap((d) => d.variables), free.flatMap((d) => d.variables)];
  const code = tape(left, all.map(put));
  return {
    instance,
    lift: (values) => {
      const out = evaluate(exact, code, values.map(exact.rational)).map((e) => e?.value);
      return out.every((q) => q !== undefined) ? (out as readonly Rational[]) : undefined;
    },
    restrict: (params) => params.filter((_q, k) => !known.has(all[k]!)),
  };
}
