/**
 * An instance compiled to tapes: start, step and body of every run once, whatever the number of steps.
 *
 * Trusted by certificates (what is computed is what the statement says); trusts tape.ts. Memory is linear in the size of
 * the formulas and does not depend on a horizon.
 */

import { quantityName, type RunNode } from '../dynamics/run.ts';
import { solvedName } from '../dynamics/solved.ts';
import { ClaimError } from '../expr/error.ts';
import type { Logic } from '../expr/statement.ts';
import { quantity, type Term } from '../expr/term.ts';
import type { Relation } from '../number/arithmetic.ts';
import { type Tape, tape } from '../tape/tape.ts';
import type { Instance, Said } from './instance.ts';

/** A statement whose relations are numbered: side 2i and 2i + 1 of a site are the sides of relation i. */
export type Judge =
  | { readonly kind: 'atom'; readonly index: number; readonly relation: Relation; readonly label: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Judge[] }
  | { readonly kind: 'implies' | 'iff'; readonly parts: readonly [Judge, Judge] }
  | { readonly kind: 'always'; readonly run: number; readonly stage: 'state' | 'step'; readonly body: Judge };

export interface RunProgram {
  readonly node: RunNode;
  /** env → state. */
  readonly start: Tape;
  /** env, state, clock, inputs → next state (or time derivatives). */
  readonly step: Tape;
  /** env, state, clock, inputs → sides of the relations of `always` statements. */
  readonly body: Tape;
  readonly relations: readonly Term[];
  /** env → the moments (steps or times) at which the state is asked for. */
  readonly moments: Tape;
  /** Where this run's quantities begin in env. */
  readonly offset: number;
}

export interface Program {
  readonly instance: Instance;
  readonly params: readonly Term[];
  readonly inputs: readonly Term[];
  /** Parameters, the quantities of run after run, the answers to finite questions (never known here), solved ones. */
  readonly env: readonly Term[];
  readonly runs: readonly RunProgram[];
  /** Where the entries of solved questions begin in env. */
  readonly solvedAt: number;
  /** env → sides of top-level relations. */
  readonly top: Tape;
  readonly relations: readonly Term[];
  /** env → guide quantities. */
  readonly guide: Tape;
  readonly assume: readonly Judge[];
  readonly conclude: readonly Judge[];
  readonly tight: readonly Judge[];
  /** Where something is assumed of every step: that is looked at up to the last step or moment the claim fixes. */
  readonly assumedTo: number;
}

/** Numbers the relations of statements, one list of sides per site (top level, or the body of a run). */
function numbering(runs: number): { judge: (l: Logic) => Judge; top: Term[]; bodies: Term[][] } {
  const top: Term[] = [];
  const bodies: Term[][] = Array.from({ length: runs }, () => []);
  const go = (l: Logic, sides: Term[]): Judge => {
    if (l.kind === 'relation') {
      sides.push(l.lhs, l.rhs);
      return { kind: 'atom', index: sides.length / 2 - 1, relation: l.relation, label: l.label };
    }
    if (l.kind === 'always') {
      if (sides !== top) throw new ClaimError('no always inside another', 'one');
      return { kind: 'always', run: l.run, stage: l.stage, body: go(l.body, bodies[l.run]!) };
    }
    return { kind: l.kind, parts: l.parts.map((p) => go(p, sides)) } as Judge;
  };
  return { judge: (l) => go(l, top), top, bodies };
}

function compileRun(
  node: RunNode,
  env: readonly Term[],
  inputs: readonly Term[],
  sides: readonly Term[],
  offset: number,
): RunProgram {
  const here = [...env, ...node.variables, node.clock, ...inputs];
  return {
    node,
    start: tape(env, node.start),
    step: tape(here, node.step),
    body: tape(here, sides),
    relations: sides,
    moments: tape(env, node.moments),
    offset,
  };
}

/** The last step that a run fixes, or that is asked for by number anywhere in the claim. */
const lastStep = (r: RunNode): number =>
  r.kind === 'map' ? Math.max(r.steps ?? 0, ...r.moments.map((t) => Number(t.value?.num ?? 0)), ...(r.asked ?? [])) : 0;

/** Compiles an instance. Throws ClaimError on a statement nested in a way no engine reads. */
export function compileInstance(instance: Instance): Program {
  const params = instance.reals.flatMap((r) => r.variables);
  const inputs = instance.inputs.flatMap((r) => r.variables);
  const offsets: number[] = [];
  const env: Term[] = [...params];
  for (const r of instance.runs) {
    offsets.push(env.length);
    r.moments.forEach((_, m) => {
      r.variables.forEach((_v, i) => {
        env.push(quantity(quantityName(r.id, m, i)));
      });
    });
  }
  for (const q of instance.finite ?? []) env.push(quantity(q.name));
  const solvedAt = env.length;
  for (const q of instance.solved ?? []) q.labels.forEach((_, i) => void env.push(quantity(solvedName(q, i))));
  const { judge, top, bodies } = numbering(instance.runs.length);
  const all = (said: readonly Said[]): readonly Judge[] => said.map((s) => judge(s.logic));
  const [assume, conclude, tight] = [all(instance.assume), all(instance.conclude), all(instance.tight)];
  const runs = instance.runs.map((r, i) => compileRun(r, env, inputs, bodies[i]!, offsets[i]!));
  const every = assume.some((j) => endless({ runs }, j));
  return {
    instance,
    params,
    inputs,
    env,
    runs,
    assumedTo: every ? Math.max(0, ...instance.runs.map(lastStep)) : 0,
    solvedAt,
    top: tape(env, top),
    relations: top,
    guide: tape(env, instance.guide),
    assume,
    conclude,
    tight,
  };
}

/** Does it speak of every step of a map without a number of steps? A point decides finitely many of them. */
export const endless = (p: Pick<Program, 'runs'>, j: Judge): boolean =>
  j.kind === 'always'
    ? p.runs[j.run]!.node.steps === undefined && p.runs[j.run]!.node.kind === 'map'
    : j.kind !== 'atom' && j.parts.some((q) => endless(p, q));

/** The longest step count a statement or a moment fixes; undefined when the search may choose. */
export const fixedSteps = (p: Program): number | undefined =>
  [...p.assume, ...p.conclude].some((j) => endless(p, j))
    ? undefined
    : Math.max(0, ...p.runs.map(({ node }) => (node.kind === 'map' ? (node.steps ?? 0) : 0)));

export const hasFlow = (p: Program): boolean => p.runs.some((r) => r.node.kind === 'flow');
