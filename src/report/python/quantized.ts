/**
 * A quantized run as Python: the step rounded to its grid, followed until a state comes again, and what is asked of it.
 *
 * Untrusted. For deterministic roundings of steps that are exact in fractions, without batch cycles; the state space is
 * finite, so the states up to the first one that comes again decide statements about all time.
 */
import type { Instance } from '../../claim/instance.ts';
import type { QuantizedQuestion } from '../../dynamics/quantized.ts';
import type { RunNode } from '../../dynamics/run.ts';
import type { Logic } from '../../expr/statement.ts';
import * as T from '../../expr/term.ts';
import { type Format, format } from '../../number/fixed.ts';
import * as Q from '../../number/rational.ts';
import { block, constant } from './formula.ts';
import { type Names, wrapped } from './names.ts';
import { gathered, inside, stateKnown, tuple } from './runs.ts';

type Term = T.Term;

export interface QuantizedText {
  readonly text: string;
  /** What the answers are called. */
  readonly answers: readonly (readonly [Term, string])[];
}

/** Why a question has no script; undefined where it has one. */
export function unwritable(questions: readonly { readonly kind: string }[]): string | undefined {
  if (questions.some((q) => q.kind === 'game')) return 'the verdict is about a procedure played against an adversary.';
  const all = questions as readonly QuantizedQuestion[];
  if (all.some((q) => q.options.rounding === 'stochastic'))
    return 'the verdict is about all outcomes of stochastic rounding, decided on its whole chain of states.';
  return all.some((q) => q.batches) ? 'the verdict is about a quantized run with a cycle of batches.' : undefined;
}

const formatOf = ({ options }: QuantizedQuestion): Format =>
  format(options.format, {
    ...(options.bound === undefined ? {} : { bound: options.bound }),
    ...(options.overflow ? { overflow: options.overflow } : {}),
  });

const define = (head: string, lines: readonly string[]): string =>
  [`${head}:`, ...lines.map((l) => wrapped(l, '    '))].join('\n');

interface System {
  readonly q: QuantizedQuestion;
  readonly node: RunNode;
  readonly step: string;
  readonly states: string;
  readonly back: string;
}

/** What is subtracted in a step, by the author's own subtraction where it is one. */
const decrement = (x: Term, next: Term): Term =>
  next.op === 'sub' && next.args[0] === x ? next.args[1]! : T.sub(x, next);

function systemText({ q, node, step, states, back }: System, names: Names, instance: Instance): string {
  const f = formatOf(q);
  const { rounding, rounds } = q.options;
  const grid = Q.rational(1n, 1n << BigInt(f.fraction));
  const decrements = node.variables.map((x, i) => decrement(x, node.step[i]!));
  const state = inside(node, names, decrements, instance);
  const local = names.local();
  const known = stateKnown(node, node.variables, state);
  const made = block(decrements, new Map([...names.params(), ...known]), 'fractions', () => local('s'));
  const entries = known.map(([, name], i) => {
    const before =
      rounds === 'store'
        ? `rounded(${name} - (${made.values[i]}), grid, "${rounding}")`
        : `${name} - rounded(${made.values[i]}, grid, "${rounding}")`;
    return `confined(${before}, low, high, ${f.overflow === 'wrap' ? 'grid' : 'None'})`;
  });
  const end = (n: number): string => `${constant(Q.mul(Q.rational(n), grid), 'fractions')}`;
  const start = block(node.start, new Map(names.params()), 'fractions', () => local('s'));
  const body = [
    `"""One step, ${rounding} at the ${rounds}, on the grid of ${q.options.format}."""`,
    `grid, low, high = ${constant(grid, 'fractions')}, ${end(f.lo)}, ${end(f.hi)}`,
    `${tuple(state)} = state`,
    ...made.lines,
    `return ${gathered(node, entries)}`,
  ];
  return [
    define(`def ${step}(state)`, body),
    [...start.lines, wrapped(`${states}, ${back} = orbit(${step}, (${gathered(node, start.values)}))`, '')].join('\n'),
  ].join('\n\n\n');
}

/** A statement about a state and the next one as a Python expression; exact fractions decide every relation. */
function logic(l: Logic, value: (t: Term) => string): string {
  const sign: { readonly [r: string]: string } = { '=': '==' };
  if (l.kind === 'relation') return `${value(l.lhs)} ${sign[l.relation] ?? l.relation} ${value(l.rhs)}`;
  if (l.kind === 'always') throw new TypeError('a statement about a state is wanted, found one about a run');
  const parts = l.parts.map((p) => `(${logic(p, value)})`);
  if (l.kind === 'implies') return `not ${parts[0]} or ${parts[1]}`;
  if (l.kind === 'iff') return parts.join(' == ');
  return parts.join(` ${l.kind} `);
}

const sides = (l: Logic): readonly Term[] =>
  l.kind === 'relation' ? [l.lhs, l.rhs] : l.kind === 'always' ? sides(l.body) : l.parts.flatMap(sides);

type Predicate = Extract<QuantizedQuestion['ask'], { readonly body: Logic }>;

function predicateText(s: System, ask: Predicate, name: string, names: Names, instance: Instance): string {
  const { node } = s;
  const terms = [...new Set(sides(ask.body))];
  const state = inside(node, names, terms, instance);
  const next = state.map((n) => `next_${n}`);
  const known = [...names.params(), ...stateKnown(node, node.variables, state), ...stateKnown(node, ask.next, next)];
  const local = names.local();
  const made = block(terms, new Map(known), 'fractions', () => local('s'));
  const value = (t: Term): string => made.values[terms.indexOf(t)]!;
  const lines = [
    `${tuple(state)} = state`,
    `${tuple(next)} = after`,
    ...made.lines,
    `return ${logic(ask.body, value)}`,
  ];
  return define(`def ${name}(state, after)`, lines);
}

const QUANTIFIED: { readonly [what in Predicate['what']]: readonly [before: string, from: string] } = {
  always: ['all', '0'],
  never: ['not any', '0'],
  reaches: ['any', '0'],
  cycle: ['all', 'back'],
};

function answerText(s: System, q: QuantizedQuestion, name: string, names: Names, instance: Instance): string {
  const { ask } = q;
  switch (ask.what) {
    case 'settles':
      return `${name} = Q(int(len(${s.states}) - ${s.back} == 1))`;
    case 'period':
      return `${name} = Q(len(${s.states}) - ${s.back})`;
    case 'entered':
      return `${name} = Q(${s.back})`;
    case 'state': {
      const [, entry] = stateKnown(
        s.node,
        s.node.variables,
        s.node.state.map((_, i) => `[${i}]`),
      )[ask.entry]!;
      return `${name} = state_at(${s.states}, ${s.back}, ${ask.step})${entry}`;
    }
    case 'always':
    case 'never':
    case 'reaches':
    case 'cycle': {
      const [word, from] = QUANTIFIED[ask.what];
      const holds = names.fresh(`${name}_holds`);
      const first = from === 'back' ? s.back : from;
      const test = `${word}(${holds}(*pair) for pair in moments(${s.states}, ${s.back}, ${first}))`;
      return `${predicateText(s, ask, holds, names, instance)}\n\n\n${name} = Q(int(${test}))`;
    }
    default:
      throw new TypeError(`a question about a deterministic run is wanted, found ${ask.what}`);
  }
}

const called = ({ ask }: QuantizedQuestion, node: RunNode): string =>
  ask.what === 'state'
    ? `rounded_${node.variables[ask.entry]!.name!.replace(/^run\d+:/, '').replace(/\W+/g, '_')}_${ask.step}`
    : ask.what;

/** All quantized runs of an instance and the answers to what is asked of them in the given terms. */
export function quantizedText(instance: Instance, asked: readonly Term[], names: Names): QuantizedText {
  const systems = new Map<string, System>();
  const known = new Map<string, string>();
  const used = new Set(T.postorder(asked));
  let text = '';
  const put = (t: string): void => {
    text += text === '' ? t : `${t.startsWith('def ') ? '\n\n\n' : '\n'}${t}`;
  };
  const answers: (readonly [Term, string])[] = [];
  for (const q of (instance.finite ?? []) as readonly QuantizedQuestion[]) {
    const answer = T.quantity(q.name);
    if (!used.has(answer)) continue;
    const node = instance.runs.find((r) => r.id === q.run)!;
    const key = JSON.stringify([q.run, q.options]);
    const s = systems.get(key) ?? systemOf(q, node, names);
    if (!systems.has(key)) put(systemText(s, names, instance));
    systems.set(key, s);
    const same = q.ask.what === 'state' ? `${key} ${q.ask.step} ${q.ask.entry}` : q.name;
    if (!known.has(same)) {
      const name = names.fresh(called(q, node).replace(/_+$/, ''));
      known.set(same, name);
      put(answerText(s, q, name, names, instance));
    }
    answers.push([answer, known.get(same)!]);
  }
  return { text, answers };
}

function systemOf(q: QuantizedQuestion, node: RunNode, names: Names): System {
  const [step, states, back] = ['rounded_step', 'orbit_states', 'comes_back_to'].map((n) => names.fresh(n));
  return { q, node, step: step!, states: states!, back: back! };
}
