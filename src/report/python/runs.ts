/**
 * A run as a Python loop: one step as a function, the list of states, names for what a claim says of a moment.
 *
 * Untrusted. A claim's first three steps reach us unrolled; they are recognised by structure and become entries of the
 * list of states again.
 */
import type { Instance } from '../../claim/instance.ts';
import type { ExactPoint } from '../../claim/point.ts';
import type { Judge, Program, RunProgram } from '../../claim/program.ts';
import { quantityName, type RunNode, unrolled } from '../../dynamics/run.ts';
import * as T from '../../expr/term.ts';
import { block, CONSTANT, type Style } from './formula.ts';
import { collected, entry, type Names, wrapped } from './names.ts';

type Term = T.Term;
type Known = readonly (readonly [Term, string])[];

export interface RunText {
  /** The step, the loop and the named states; empty where nothing asks for them. */
  readonly text: string;
  readonly clock: string;
  /** What terms of the top level are called: states at fixed steps, the loss and observables there. */
  readonly top: Known;
  /** How many moments an `always` of that stage is about. */
  readonly times: (stage: 'state' | 'step') => number;
  /** The first lines of a function about one moment, and its names. */
  readonly moment: (j: Extract<Judge, { kind: 'always' }>) => {
    readonly first: readonly string[];
    readonly known: ReadonlyMap<Term, string>;
  };
}

/** What is asked of a run: how many steps, and which moments the top level looks at. */
export interface Asked {
  readonly steps: number;
  /** Steps that statements about every step look at. */
  readonly horizon: number;
  /** Every term of the formulas. */
  readonly all: ReadonlySet<Term>;
  readonly body: boolean;
  /** The step and the state's terms there. */
  readonly moments: readonly (readonly [step: number, state: readonly Term[]])[];
}

const used = (terms: readonly Term[]): ReadonlySet<Term> => new Set(T.postorder(terms));
const composite = (t: Term): boolean => t.args.length > 0;

/** The loss and the observables at a moment, as they are in a claim's formulas. */
function namedAt(node: RunNode, state: readonly Term[], clock: Term): readonly (readonly [string, readonly Term[]])[] {
  const map = new Map<Term, Term>([...node.variables.map((v, i) => [v, state[i]!] as const), [node.clock, clock]]);
  const at = (t: Term): Term => T.substitute(t, map);
  return [
    ...(node.loss ? [['loss', [at(node.loss)]] as const] : []),
    ...node.observables.map((o) => [o.name, o.terms.map(at)] as const),
  ];
}

/** What the statements of a program ask of each of its runs. */
export function statesOf(p: Program, x: ExactPoint): readonly Asked[] {
  return p.runs.map((r): Asked => {
    const { node } = r;
    const others = p.runs.flatMap((o) => [...o.node.start, ...o.node.step, ...o.relations]);
    const all = used([...p.relations, ...others]);
    if (node.kind !== 'map') return { steps: 0, horizon: 0, all, body: false, moments: [] };
    const fixed = node.moments.flatMap((m, i) => {
      const state = node.variables.map((_, v) => T.quantity(quantityName(node.id, i, v)));
      return m.value && state.some((q) => all.has(q)) ? [[Number(m.value.num), state] as const] : [];
    });
    const early = unrolledMoments(node, all, p.inputs);
    const horizon = node.steps ?? Math.max(x.horizon, p.assumedTo);
    const body = r.body.outputs.length > 0;
    const moments = [...early, ...fixed];
    const steps = Math.max(body ? horizon : 0, ...moments.map(([k]) => k));
    return { steps, horizon, all, body, moments };
  });
}

function unrolledMoments(node: RunNode, all: ReadonlySet<Term>, inputs: readonly Term[]): Asked['moments'] {
  const takes = used(node.step);
  if (inputs.some((i) => takes.has(i))) return [];
  return [0, 1, 2, 3].flatMap((k) => {
    const state = unrolled(node, k);
    const names = namedAt(node, state, T.whole(k)).flatMap(([, terms]) => terms);
    const seen = [...(k === 0 ? [] : state), ...names].some((t) => composite(t) && all.has(t));
    return seen ? [[k, state] as const] : [];
  });
}

const stateNames = (node: RunNode, rename: (name: string) => string): readonly string[] =>
  node.state.map((s) => rename(s.name));

/** The entries of the state under the given names, in the order of the variables. */
export function stateKnown(node: RunNode, terms: readonly Term[], names: readonly string[]): Known {
  let from = 0;
  return node.state.flatMap(({ shape }, i) => {
    const count = shape.rows * shape.columns;
    from += count;
    return terms.slice(from - count, from).map((t, e) => [t, entry(names[i]!, shape, e)] as const);
  });
}

export function gathered(node: RunNode, values: readonly string[]): string {
  let from = 0;
  const parts = node.state.map(({ shape }) => {
    const count = shape.rows * shape.columns;
    from += count;
    return collected(shape, values.slice(from - count, from));
  });
  return parts.length === 1 ? `${parts[0]},` : parts.join(', ');
}

export const tuple = (names: readonly string[]): string => (names.length === 1 ? `${names[0]},` : names.join(', '));

interface Named {
  readonly list: string;
  readonly step: string;
  readonly clock: string;
  /** It as a number of the script's style: a bare one would divide as a float. */
  readonly time: string;
}

/** Names of the state inside a function: the claim's own, unless the function uses a real of that name too. */
export function inside(node: RunNode, names: Names, terms: readonly Term[], instance: Instance): readonly string[] {
  const seen = used(terms);
  const clash = new Set(
    [...instance.reals, ...instance.inputs].filter((d) => d.variables.some((v) => seen.has(v))).map((d) => d.name),
  );
  return stateNames(node, (n) => (clash.has(n) || (names.isGlobal(n) && !isReal(instance, n)) ? `${n}_now` : n));
}
const isReal = (i: Instance, name: string): boolean => [...i.reals, ...i.inputs].some((d) => d.name === name);

function stepFunction(r: RunProgram, to: Named, names: Names, style: Style, instance: Instance): string {
  const { node } = r;
  const state = inside(node, names, node.step, instance);
  const local = names.local();
  const own = node.observables.flatMap((o) => o.terms.map((t, e) => [t, entry(o.name, o.shape, e)] as const));
  const shown = node.observables.filter(
    (o) =>
      o.terms.some(composite) &&
      !state.includes(o.name) &&
      !names.isGlobal(o.name) &&
      o.terms.some((t) => used(node.step).has(t)),
  );
  const base = new Map<Term, string>([
    ...names.params(),
    ...names.inputs(to.clock),
    [node.clock, to.time],
    ...stateKnown(node, node.variables, state),
  ]);
  const lines: string[] = [];
  for (const o of shown) {
    const made = block(o.terms, base, style, () => local('s'));
    lines.push(...made.lines, `${o.name} = ${collected(o.shape, made.values)}`);
    for (const [t, name] of own) if (o.terms.includes(t) && composite(t)) base.set(t, name);
  }
  const made = block(node.step, base, style, () => local('s'));
  lines.push(...made.lines, `return ${gathered(node, made.values)}`);
  const args = [to.clock, ...state].join(', ');
  const about = node.descent ? 'One step of gradient descent.' : 'One step.';
  return [`def ${to.step}(${args}):`, `    """${about}"""`, ...lines.map((l) => wrapped(l, '    '))].join('\n');
}

function loop(r: RunProgram, to: Named, asked: Asked, names: Names, style: Style): string {
  const local = names.local();
  const start = block(r.node.start, new Map(names.params()), style, () => local('s'));
  return [
    ...start.lines,
    wrapped(`${to.list} = [(${gathered(r.node, start.values)})]`, ''),
    `for ${to.clock} in range(${asked.steps}):`,
    `    ${to.list}.append(${to.step}(${to.clock}, *${to.list}[${to.clock}]))`,
  ].join('\n');
}

/** Names for the states at fixed steps, and for the loss and observables there. */
function fixedMoments(
  r: RunProgram,
  to: Named,
  asked: Asked,
  names: Names,
  style: Style,
): Pick<RunText, 'top'> & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const top: (readonly [Term, string])[] = [];
  for (const [k, state] of asked.moments) {
    const called = k === 0 ? [] : stateNames(r.node, (n) => names.fresh(`${n}_${k}`));
    const known = k === 0 ? [] : stateKnown(r.node, state, called).filter(([t]) => t.op === 'quantity' || composite(t));
    if (k > 0) lines.push(`${tuple(called)} = ${to.list}[${k}]`);
    for (const [name, terms] of namedAt(r.node, state, T.whole(k))) {
      if (!terms.some((t) => composite(t) && asked.all.has(t)) || terms.every((t) => known.some(([x]) => x === t)))
        continue;
      const local = names.local();
      const made = block(terms, new Map([...known, ...names.params()]), style, () => local(`${name}_s`));
      const called = names.fresh(`${name}_${k}`);
      const shape = r.node.observables.find((o) => o.name === name)?.shape;
      lines.push(
        ...made.lines.map((l) => wrapped(l, '')),
        wrapped(`${called} = ${shape ? collected(shape, made.values) : made.values[0]}`, ''),
      );
      terms.forEach((t, e) => {
        if (composite(t)) top.push([t, shape ? entry(called, shape, e) : called]);
      });
    }
    top.push(...known);
  }
  return { lines, top };
}

/** A moment inside `always`: the state, the next one where it is mentioned, and what both are called. */
function momentOf(r: RunProgram, to: Named, names: Names, instance: Instance): RunText['moment'] {
  return (j) => {
    const { node } = r;
    const state = inside(node, names, r.relations, instance);
    const first = [`${tuple(state)} = ${to.list}[${to.clock}]`];
    const seen = used(r.relations);
    const base: Known = [...names.params(), [node.clock, to.time], ...stateKnown(node, node.variables, state)];
    if (j.stage !== 'step') return { first, known: new Map(base) };
    const next = state.map((n) => `next_${n}`);
    const after = stateKnown(node, node.step, next).filter(([t]) => composite(t) && seen.has(t));
    if (after.length > 0) first.push(`${tuple(next)} = ${to.list}[${to.clock} + 1]`);
    return { first, known: new Map([...names.inputs(to.clock), ...after, ...base]) };
  };
}

/** A run of a program as text. Flows have none: what a claim says of their start is a formula. */
export function runText(
  r: RunProgram,
  index: number,
  asked: Asked,
  names: Names,
  style: Style,
  instance: Instance,
): RunText {
  const { node } = r;
  const suffix = index === 0 ? '' : `_${index + 1}`;
  const to: Named = {
    list: names.fresh(`states${suffix}`),
    step: names.fresh(`step${suffix}`),
    clock: names.clock,
    time: `${CONSTANT[style]}(${names.clock})`,
  };
  const needed = node.kind === 'map' && (asked.body || asked.moments.length > 0);
  const moments = needed ? fixedMoments(r, to, asked, names, style) : { lines: [], top: [] };
  names.fix(moments.top.filter(([t]) => t.op === 'quantity'));
  const text = needed
    ? [
        stepFunction(r, to, names, style, instance),
        [loop(r, to, asked, names, style), ...moments.lines].join('\n'),
      ].join('\n\n\n')
    : '';
  return {
    text,
    clock: to.clock,
    top: moments.top,
    times: (stage) => asked.horizon + (stage === 'step' ? 0 : 1),
    moment: momentOf(r, to, names, instance),
  };
}
