/**
 * Answers at one exact point to what a claim asks about quantized runs: each a rational number, a truth as 1 or 0, and
 * nothing where it can't be decided.
 *
 * Trusted: certificates rest on these answers. Trusts decide.ts, stochastic.ts, oracle.ts and tape.ts. A run is decided
 * once, however many questions are about it. Steps that are no polynomials are rounded by intervals at rising precision.
 */
import type { QuantizedQuestion } from '../dynamics/quantized.ts';
import type { RunNode } from '../dynamics/run.ts';
import { ClaimError } from '../expr/error.ts';
import type { Logic } from '../expr/statement.ts';
import * as T from '../expr/term.ts';
import { both, either, not, type Three } from '../number/arithmetic.ts';
import { dyadic } from '../number/dyadic.ts';
import { exact } from '../number/exact.ts';
import * as F from '../number/fixed.ts';
import * as Q from '../number/rational.ts';
import { evaluate, type Tape, tape } from '../tape/tape.ts';
import * as D from './decide.ts';
import * as M from './map.ts';
import { certifiedRun } from './oracle.ts';
import * as S from './stochastic.ts';

type Rational = Q.Rational;
type Term = T.Term;
/** Exact values of the claim's reals, by variable name. */
export type Values = ReadonlyMap<string, Rational>;

export interface System {
  readonly node: RunNode;
  readonly spec: M.MapSpec;
  readonly start: M.State;
  readonly rounding: F.Rounding | 'stochastic';
  readonly values: Values;
}

/** The exact value of a term over named values. */
function valueOfTerm(t: Term, values: Values): Rational | undefined {
  const names = [...T.variables(t)];
  const inputs = names.map((n) => {
    const v = values.get(n);
    return v && exact.rational(v);
  });
  return evaluate(exact, tape(names.map(T.variable), [t]), inputs)[0]?.value;
}

function onGrid(node: RunNode, format: F.Format, values: Values): M.State {
  const scale = Q.rational(1n << BigInt(format.fraction));
  return node.start.map((t) => {
    const value = valueOfTerm(t, values);
    const steps = value && Q.mul(value, scale);
    if (steps?.den !== 1n || steps.num < format.lo || steps.num > format.hi)
      throw new ClaimError(`a start on the grid of ${format.name}`, value ? Q.text(value) : 'no exact number');
    return Number(steps.num);
  });
}

/** x − next, by the author's own subtraction where the step is one. */
const decrement = (x: Term, next: Term): Term =>
  next.op === 'sub' && next.args[0] === x ? next.args[1]! : T.sub(x, next);

/** The constants of each step of a batch cycle. */
function batchConstants(batches: QuantizedQuestion['batches'], values: Values): readonly M.Constants[] | undefined {
  return batches?.map(
    (all) =>
      new Map(
        all.map(([name, t]) => {
          const value = valueOfTerm(t, values);
          if (!value) throw new ClaimError(`an exact number for ${name} in batches`, 'another');
          return [name, value] as const;
        }),
      ),
  );
}

export function system({ options, batches: given }: QuantizedQuestion, node: RunNode, values: Values): System {
  const { format: name, rounding, rounds, bound, overflow } = options;
  const format = F.format(name, { ...(bound === undefined ? {} : { bound }), ...(overflow ? { overflow } : {}) });
  const states = node.variables.map((v) => v.name!);
  const decrements = node.variables.map((x, i) => decrement(x, node.step[i]!));
  const used = T.variables(...decrements);
  const constants = new Map([...values].filter(([n]) => used.has(n)));
  const batches = batchConstants(given, values);
  return {
    node,
    spec: { states, decrements, constants, format, rounds, ...(batches ? { batches } : {}) },
    start: [...onGrid(node, format, values), ...(batches && batches.length > 1 ? [0] : [])],
    rounding,
    values,
  };
}

/** The step decided by intervals; undecided roundings throw, which leaves the run undecided. */
function byIntervals({ spec, rounding }: System): D.Deterministic {
  const { states, decrements, constants, format, rounds, batches } = spec;
  if (batches) throw new ClaimError('a polynomial step for a batch cycle', 'another');
  const given = { states, decrements, reals: constants ?? new Map(), format, rounds };
  const step = (z: M.State): M.State => {
    const run = certifiedRun(given, rounding as F.Rounding, z, { steps: 1, most: 1024 });
    const next = run.prefix[1] ?? (run.kind === 'cycle' ? z : undefined);
    if (!next) throw new Error(run.tie?.said ?? 'a step that is undefined');
    return next;
  };
  return { step };
}

function mapOf(s: System): D.Deterministic {
  try {
    return M.quantize(s.spec, s.rounding as F.Rounding);
  } catch (e) {
    if (e instanceof ClaimError && e.wanted.startsWith('a polynomial')) return byIntervals(s);
    throw e;
  }
}

export function orbitOf(s: System): D.Orbit | undefined {
  const d = D.decide(mapOf(s), s.start);
  return d.kind === 'orbit' ? d.orbit : undefined;
}

/** A statement about a state (and the next one) as a predicate: exact rationals, then 256 bits. */
function predicate(s: System, body: Logic, next: readonly Term[]): D.Predicate {
  const names = [...s.values.keys()];
  const inputs = [...names.map(T.variable), ...s.node.variables, ...next];
  const sides: Term[] = [];
  const collect = (l: Logic): void => {
    if (l.kind === 'relation') sides.push(l.lhs, l.rhs);
    else if (l.kind === 'always') throw new ClaimError('a statement about a state', 'one about another run');
    else l.parts.forEach(collect);
  };
  collect(body);
  const code = tape(inputs, sides);
  const scale = Q.rational(1n, 1n << BigInt(s.spec.format.fraction));
  const constants = [...s.values.values()];
  const d = s.node.variables.length;
  return (z, after) => {
    const grid = [...z.slice(0, d), ...after.slice(0, d)].map((n) => Q.mul(Q.rational(n), scale));
    return holds(body, code, [...constants, ...grid]);
  };
}

function holds(body: Logic, code: Tape, values: readonly Rational[]): Three {
  const sides = evaluate(exact, code, values.map(exact.rational));
  const high = dyadic(256);
  let wide: ReturnType<typeof evaluate<ReturnType<typeof high.pi>>> | undefined;
  let index = 0;
  const relation = (l: Extract<Logic, { kind: 'relation' }>): Three => {
    const [a, b] = [index++, index++];
    const [x, y] = [sides[a], sides[b]];
    if (x?.value && y?.value) return exact.compare(l.relation, x, y);
    wide ??= evaluate(high, code, values.map(high.rational));
    return wide[a] && wide[b] ? high.compare(l.relation, wide[a], wide[b]) : 'undecided';
  };
  const go = (l: Logic): Three => {
    if (l.kind === 'relation') return relation(l);
    if (l.kind === 'always') return 'undecided';
    const parts = l.parts.map(go);
    if (l.kind === 'and') return parts.reduce(both);
    if (l.kind === 'or') return parts.reduce(either);
    const [p, q] = parts as [Three, Three];
    const forth = either(not(p), q);
    return l.kind === 'implies' ? forth : both(forth, either(not(q), p));
  };
  return go(body);
}

const truth = (t: Three | boolean): Rational | undefined =>
  t === 'yes' || t === true ? Q.ONE : t === 'no' || t === false ? Q.ZERO : undefined;

const settled = (c: ReturnType<typeof D.seen>): Rational | undefined => truth(c ? c.lambda === 1 : 'undecided');

function aboutOrbit(s: System, orbit: D.Orbit, ask: QuantizedQuestion['ask']): Rational | undefined {
  const scale = 1n << BigInt(s.spec.format.fraction);
  const cycle = (): ReturnType<typeof D.seen> => D.seen(orbit, s.node.variables.length);
  const whole = (n: number | undefined): Rational | undefined => (n === undefined ? undefined : Q.rational(n));
  switch (ask.what) {
    case 'period':
      return whole(cycle()?.lambda);
    case 'entered':
      return whole(cycle()?.mu);
    case 'settles':
      return settled(cycle());
    case 'state':
      return Q.rational(BigInt(D.stateAt(orbit, ask.step)[ask.entry]!), scale);
    case 'always':
    case 'never':
    case 'reaches':
    case 'cycle': {
      const decide = { always: D.always, never: D.never, reaches: D.reaches, cycle: D.cycleAlways }[ask.what];
      return truth(decide(orbit, predicate(s, ask.body, ask.next)).answer);
    }
    default:
      throw new ClaimError('stochastic rounding for means and classes', s.rounding);
  }
}

function aboutChain(s: System, ask: QuantizedQuestion['ask']): Rational | undefined {
  const chain = S.quantizeStochastically(s.spec);
  if (ask.what === 'mean') {
    const constants = new Map([...s.values].map(([n, v]) => [T.variable(n), T.num(v)] as const));
    return S.mean(chain, T.substitute(ask.term, constants), s.start, ask.step);
  }
  if (ask.what !== 'classes')
    throw new ClaimError('a deterministic rounding for questions about one run', 'stochastic');
  const scale = Q.rational(1n << BigInt(s.spec.format.fraction));
  const steps = (t: Term): string => {
    const value = valueOfTerm(t, s.values);
    if (!value) throw new ClaimError('exact numbers in closedClasses', 'others');
    return Q.text(Q.mul(value, scale));
  };
  const named = ask.classes.map((all) => all.map((z) => z.map(steps).join()));
  const found = S.closedClasses(chain).map((all) => all.map((z) => z.join()));
  const sorted = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();
  const canonical = (classes: readonly (readonly string[])[]): string =>
    sorted(classes.map((c) => sorted(c).join(' '))).join(' | ');
  return truth(canonical(named) === canonical(found));
}

const systemKey = (q: QuantizedQuestion): string =>
  JSON.stringify([q.run, q.options, q.batches?.map((all) => all.map(([n, t]) => [n, t.id]))]);

/** The answers to all questions at one point. Throws ClaimError on questions that can't be asked there. */
export function answers(
  questions: readonly QuantizedQuestion[],
  runs: readonly RunNode[],
  values: Values,
): ReadonlyMap<string, Rational | undefined> {
  const systems = new Map<string, { readonly s: System; readonly orbit: D.Orbit | undefined }>();
  const systemOf = (q: QuantizedQuestion): { readonly s: System; readonly orbit: D.Orbit | undefined } => {
    const known = systems.get(systemKey(q));
    if (known) return known;
    const s = system(q, runs.find((r) => r.id === q.run)!, values);
    const made = { s, orbit: s.rounding === 'stochastic' ? undefined : orbitOf(s) };
    systems.set(systemKey(q), made);
    return made;
  };
  return new Map(
    questions.map((q) => {
      const { s, orbit } = systemOf(q);
      if (s.rounding === 'stochastic') return [q.name, aboutChain(s, q.ask)] as const;
      return [q.name, orbit && aboutOrbit(s, orbit, q.ask)] as const;
    }),
  );
}
