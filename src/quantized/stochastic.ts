/**
 * Stochastic rounding: a finite Markov chain with exact rational probabilities. Where it ends with probability one (its
 * closed communicating classes), with what probability in which, and its exact law after some steps.
 *
 * Classes by Tarjan's algorithm on the support graph, absorption by eliminating transient states one after another
 * (nothing is subtracted but 1 − p < 1). Exact throughout; the number of states is limited, more is an error.
 */
import { ClaimError } from '../expr/error.ts';
import type { Term } from '../expr/term.ts';
import * as F from '../number/fixed.ts';
import * as Q from '../number/rational.ts';
import * as M from './map.ts';

type Rational = Q.Rational;
type State = M.State;

/** Each coordinate goes to the grid point below or above, independently, with the mean of the unrounded value. */
export interface StochasticMap extends M.Prepared {
  readonly successors: (z: State) => readonly Mass[];
}
export interface Mass {
  readonly state: State;
  readonly probability: Rational;
}

const key = (z: State): string => z.join();

/** The sum of the masses on each state. */
function merged(masses: readonly Mass[]): readonly Mass[] {
  const all = new Map<string, Mass>();
  for (const m of masses) {
    const held = all.get(key(m.state));
    all.set(key(m.state), held ? { ...m, probability: Q.add(held.probability, m.probability) } : m);
  }
  return [...all.values()];
}

function spread(p: M.Prepared, z: State): readonly Mass[] {
  let partial: { readonly rounded: readonly bigint[]; readonly probability: Rational }[] = [
    { rounded: [], probability: Q.ONE },
  ];
  for (const { num, den } of M.unrounded(p, z)) {
    const { below, up } = F.neighbours(num, den);
    const outcomes = [
      [below, Q.sub(Q.ONE, up)],
      [below + 1n, up],
    ] as const;
    partial = partial.flatMap(({ rounded, probability }) =>
      outcomes.flatMap(([n, q]) =>
        q.num === 0n ? [] : [{ rounded: [...rounded, n], probability: Q.mul(probability, q) }],
      ),
    );
  }
  return merged(partial.map(({ rounded, probability }) => ({ state: M.after(p, z, rounded), probability })));
}

/** A quantized map with stochastic rounding. Throws as `prepare` does. */
export function quantizeStochastically(spec: M.MapSpec): StochasticMap {
  const p = M.prepare(spec);
  return { ...p, successors: (z) => spread(p, z) };
}

interface Limits {
  /** States that may be visited; 2¹⁶ unless told. */
  readonly limit?: number;
}
const tooMany = (limit: number): never => {
  throw new ClaimError(`at most ${limit} states reached by stochastic rounding`, 'more');
};

/** The part of the chain that can be reached. Probabilities are by target number. */
interface Chain {
  readonly states: readonly State[];
  readonly number: ReadonlyMap<string, number>;
  readonly edges: readonly ReadonlyMap<number, Rational>[];
}

function explore(map: StochasticMap, starts: Iterable<State>, limit: number): Chain {
  const states: State[] = [];
  const number = new Map<string, number>();
  const visit = (z: State): number => {
    const known = number.get(key(z));
    if (known !== undefined) return known;
    if (states.length >= limit) tooMany(limit);
    number.set(key(z), states.length);
    return states.push(z) - 1;
  };
  for (const z of starts) visit(M.checkState(map, z));
  const edges: Map<number, Rational>[] = [];
  for (let i = 0; i < states.length; i++)
    edges.push(new Map(map.successors(states[i]!).map((m) => [visit(m.state), m.probability])));
  return { states, number, edges };
}

/** The strongly connected component of each node; components are numbered after all they lead to. Iterative. */
export function components(edges: readonly Iterable<number>[]): readonly number[] {
  const order = new Array<number>(edges.length).fill(-1);
  const low = new Array<number>(edges.length).fill(0);
  const component = new Array<number>(edges.length).fill(-1);
  const open: number[] = [];
  let [time, count] = [0, 0];
  const path: { readonly node: number; readonly rest: Iterator<number> }[] = [];
  const enter = (node: number): void => {
    order[node] = low[node] = time++;
    open.push(node);
    path.push({ node, rest: edges[node]![Symbol.iterator]() });
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path[path.length - 1]?.node;
    if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
    if (low[node] !== order[node]) return;
    for (const member of open.splice(open.lastIndexOf(node))) component[member] = count;
    count++;
  };
  for (let root = 0; root < edges.length; root++) {
    if (order[root] === -1) enter(root);
    while (path.length > 0) {
      const { node, rest } = path[path.length - 1]!;
      const step = rest.next();
      if (step.done) leave(node);
      else if (order[step.value] === -1) enter(step.value);
      else if (component[step.value] === -1) low[node] = Math.min(low[node]!, order[step.value]!);
    }
  }
  return component;
}

const byState = (a: State, b: State): number => a.map((x, i) => x - b[i]!).find((d) => d !== 0) ?? 0;

interface Classes {
  /** The closed class of a state, or −1 for a transient one. */
  readonly closed: readonly number[];
  readonly classes: readonly (readonly State[])[];
}

function classify(chain: Chain): Classes {
  const component = components(chain.edges.map((e) => e.keys()));
  const leaking = new Set<number>();
  chain.edges.forEach((e, i) => {
    for (const j of e.keys()) if (component[j] !== component[i]) leaking.add(component[i]!);
  });
  const members = new Map<number, State[]>();
  chain.states.forEach((z, i) => {
    const c = component[i]!;
    if (leaking.has(c)) return;
    const all = members.get(c);
    if (all) all.push(z);
    else members.set(c, [z]);
  });
  const sorted = [...members].map(([c, all]) => [c, all.sort(byState)] as const);
  sorted.sort(([, a], [, b]) => byState(a[0]!, b[0]!));
  const rank = new Map(sorted.map(([c], i) => [c, i]));
  return { closed: component.map((c) => rank.get(c) ?? -1), classes: sorted.map(([, all]) => all) };
}

/** All states of the map, in order. */
export function* allStates(p: M.Prepared): Generator<State> {
  const z = p.coordinates.map((c) => c.lo);
  for (;;) {
    yield [...z];
    let i = z.length - 1;
    for (; i >= 0 && z[i] === p.coordinates[i]!.hi; i--) z[i] = p.coordinates[i]!.lo;
    if (i < 0) return;
    z[i]!++;
  }
}

/**
 * The closed communicating classes that can be reached from the starts (all states unless given), each sorted, in order of
 * their smallest states: from any start the chain ends in one of them with probability one.
 */
export const closedClasses = (
  map: StochasticMap,
  { starts = allStates(map), limit = 1 << 16 }: Limits & { readonly starts?: Iterable<State> } = {},
): readonly (readonly State[])[] => classify(explore(map, starts, limit)).classes;

export interface Absorption {
  readonly classes: readonly (readonly State[])[];
  /** The probability of ending in each class; they sum to 1. */
  readonly probabilities: readonly Rational[];
}

/** Removes transient state k, the larger ones being gone: whoever went there goes where it leads, in proportion. */
function eliminate(rows: Map<number, Rational>[], into: Set<number>[], k: number): void {
  const row = rows[k]!;
  const stay = row.get(k) ?? Q.ZERO;
  const scale = Q.div(Q.ONE, Q.sub(Q.ONE, stay));
  for (const i of into[k]!) {
    const through = rows[i]!.get(k);
    if (i >= k || !through) continue;
    rows[i]!.delete(k);
    for (const [j, q] of row) {
      if (j === k) continue;
      rows[i]!.set(j, Q.add(rows[i]!.get(j) ?? Q.ZERO, Q.mul(through, Q.mul(scale, q))));
      into[j]!.add(i);
    }
  }
}

/** From one start: where it ends, with exact probabilities. At most `limit` states, 600 unless told. */
export function absorption(map: StochasticMap, start: State, { limit = 600 }: Limits = {}): Absorption {
  const chain = explore(map, [start], limit);
  const { closed, classes } = classify(chain);
  const certain = classes.map((_, c) => (c === closed[0] ? Q.ONE : Q.ZERO));
  if (closed[0] !== -1) return { classes, probabilities: certain };
  const n = chain.states.length;
  const rows = chain.edges.map((e) => {
    const row = new Map<number, Rational>();
    for (const [j, q] of e) {
      const target = closed[j] === -1 ? j : n + closed[j]!;
      row.set(target, Q.add(row.get(target) ?? Q.ZERO, q));
    }
    return row;
  });
  const into = Array.from({ length: n + classes.length }, () => new Set<number>());
  rows.forEach((row, i) => {
    if (closed[i] === -1) for (const j of row.keys()) into[j]!.add(i);
  });
  for (let k = n - 1; k > 0; k--) if (closed[k] === -1) eliminate(rows, into, k);
  const scale = Q.div(Q.ONE, Q.sub(Q.ONE, rows[0]!.get(0) ?? Q.ZERO));
  return { classes, probabilities: classes.map((_, c) => Q.mul(scale, rows[0]!.get(n + c) ?? Q.ZERO)) };
}

/** The exact law after some steps. */
export function law(
  map: StochasticMap,
  start: State,
  steps: number,
  { limit = 1 << 16 }: Limits = {},
): readonly Mass[] {
  let now: readonly Mass[] = [{ state: M.checkState(map, start), probability: Q.ONE }];
  for (let t = 0; t < steps; t++) {
    now = merged(
      now.flatMap((m) =>
        map
          .successors(m.state)
          .map(({ state, probability }) => ({ state, probability: Q.mul(m.probability, probability) })),
      ),
    );
    if (now.length > limit) tooMany(limit);
  }
  return now;
}

/** The exact mean of a polynomial of the states after some steps. */
export function mean(map: StochasticMap, term: Term, start: State, steps: number, limits: Limits = {}): Rational {
  const value = M.observable(map, term);
  return law(map, start, steps, limits).reduce((s, m) => Q.add(s, Q.mul(m.probability, value(m.state))), Q.ZERO);
}
