/**
 * Derivations replayed: an author's steps become calls of the prover, and what it proves is compared with the claim's
 * goals term by term. Without steps the prover is on its own.
 *
 * Untrusted: it can fail, it can't prove the wrong thing (goals.ts says what the right thing is).
 */

import { withCompanion } from '../derivation/companion.ts';
import { within } from '../derivation/effort.ts';
import { contradiction, putToUse } from '../derivation/lemma.ts';
import type { Proposal } from '../derivation/proposal.ts';
import { createProver, type Prover } from '../derivation/prover.ts';
import type { Step } from '../derivation/steps.ts';
import { NotProved } from '../derivation/tactics.ts';
import * as T from '../expr/term.ts';
import { Refused, type Relation, same, type Theorem } from '../kernel/index.ts';
import {
  type Context,
  conjuncts,
  contexts,
  type Goal,
  goalsIn,
  kernelMotion,
  kernelRun,
  kernelTerm,
  proves,
  Unstatable,
} from './goals.ts';
import type { Instance } from './instance.ts';
import { automatic } from './prove.ts';

export interface Proof {
  readonly theorems: readonly Theorem[];
  readonly goals: readonly Goal[];
}

/** What has been shown of each run so far: its invariants or what holds along it, and the steps at one of its moments. */
interface State {
  readonly instance: Instance;
  readonly context: Context;
  readonly prover: Prover;
  readonly runs: Map<number, Theorem>;
  readonly moments: Map<number, (readonly Step[])[]>;
  /** Steps for goals that assume more than the claim. */
  readonly assuming: Extract<Step, { by: 'assuming' }>[];
}

/** Steps about relations only: at top level, under hypotheses, in a case. */
export function replayInside(prover: Prover, steps: readonly Step[]): void {
  for (const s of steps) one(prover, s);
}

type Lemma = Extract<Step, { by: 'lemma' }>;
/** Lemmas shown so far: one that is used again, with the same steps, at another moment or size is not shown again. */
const lemmas = new Map<string, readonly Theorem[]>();
const MOST_LEMMAS = 1000;
function lemmaShown({ from, shows, steps }: Lemma, notes: Prover['notes']): readonly Theorem[] {
  const key = JSON.stringify([from, shows, steps], (_, x: unknown) => (T.isTerm(x) ? x.id : x));
  const known = lemmas.get(key);
  if (known) return known;
  const inner = createProver(from.flatMap(conjuncts), [], notes);
  replayInside(inner, steps);
  const shown = conjuncts(shows).map((p) => inner.prove(p));
  if (lemmas.size >= MOST_LEMMAS) lemmas.clear();
  lemmas.set(key, shown);
  return shown;
}

function one(prover: Prover, s: Step): void {
  switch (s.by) {
    case 'law':
      for (const terms of s.uses) prover.axiomAt(s.name, terms.map(kernelTerm));
      return;
    case 'cases': {
      const [a, b] = s.between.map(kernelTerm) as [T.Term, T.Term];
      const [below, above] = [s.below, s.above].map((list) => (inner: Prover) => replayInside(inner, list));
      for (const p of conjuncts(s.says)) prover.cases(p, a, b, below, above);
      return;
    }
    case 'contradiction':
      for (const p of conjuncts(s.says)) contradiction(prover, p, (inner) => replayInside(inner, s.steps));
      return;
    case 'lemma': {
      const shown = lemmaShown(s, prover.notes);
      for (const use of s.uses)
        for (const th of shown)
          putToUse(
            prover,
            th,
            use.map(([x, t]) => [x, kernelTerm(t)] as const),
          );
      return;
    }
    case 'grows':
      for (const p of conjuncts(s.says)) prover.grows(p, s.slope ? { slope: kernelTerm(s.slope) } : {});
      return;
    case 'companion':
      for (const p of conjuncts(s.says)) withCompanion(prover, p);
      return;
    case 'prove':
    case 'ring':
    case 'positive':
    case 'rewrite':
    case 'root':
    case 'axiom':
    case 'box':
      for (const p of conjuncts(s.says)) prover[s.by](p);
      return;
    default:
      throw new Unstatable(`by.${s.by} inside another step`);
  }
}

const inside =
  (...lists: readonly (readonly Step[])[]) =>
  (inner: Prover): void => {
    for (const list of lists) replayInside(inner, list);
  };

/** The lists that need nothing but what is known; the others are about steps, where what is concluded is about states. */
const whereProved =
  (lists: readonly (readonly Step[])[]) =>
  (inner: Prover): void => {
    for (const list of lists)
      try {
        replayInside(inner, list);
      } catch (e) {
        if (!(e instanceof NotProved || e instanceof Refused)) throw e;
      }
  };

function flowSoFar(s: State, run: number): Theorem {
  const node = s.instance.runs[run]!;
  return s.runs.get(run) ?? s.prover.flow(kernelMotion(s.instance, node, s.context.each(run)));
}

const isAssumed = ({ says }: Extract<Step, { by: 'assuming' }>, given: readonly Relation[]): boolean =>
  conjuncts(says).every((p) => given.some((q) => same(p, q)));

function topLevel(s: State, step: Step): void {
  switch (step.by) {
    case 'induction': {
      const run = kernelRun(s.instance, s.instance.runs[step.run]!, s.context.each(step.run));
      s.runs.set(step.run, s.prover.induction(run, conjuncts(step.keeps), inside(step.steps)));
      return;
    }
    case 'always':
      s.moments.set(step.run, [...(s.moments.get(step.run) ?? []), step.steps]);
      return;
    case 'assuming':
      if (isAssumed(step, s.prover.given)) for (const inner of step.steps) topLevel(s, inner);
      else s.assuming.push(step);
      return;
    case 'along': {
      const th = flowSoFar(s, step.run);
      s.runs.set(step.run, s.prover.along(th, conjuncts(step.says), inside(step.steps)));
      return;
    }
    case 'constant':
    case 'nonincreasing':
    case 'staysPositive':
    case 'keepsSign': {
      let th = flowSoFar(s, step.run);
      for (const [i, e] of step.of.map(kernelTerm).entries()) {
        const steps = inside(step.steps);
        const [factor, slope] = [step.factor, step.slope].map((c) => c[c.length === 1 ? 0 : i]);
        if (step.by === 'staysPositive') th = s.prover.staysPositive(th, e, factor && kernelTerm(factor), steps);
        else th = s.prover[step.by](th, e, steps, slope && kernelTerm(slope));
      }
      s.runs.set(step.run, th);
      return;
    }
    default:
      one(s.prover, step);
  }
}

function concluded(s: State, goal: Goal): Theorem {
  if (goal.kind === 'relation') {
    const extra = goal.given.filter((p) => !s.prover.given.includes(p));
    if (extra.length === 0) return s.prover.prove(goal.shows);
    const inner = s.prover.under(extra);
    for (const step of s.assuming) if (isAssumed(step, goal.given)) replayInside(inner, step.steps);
    return inner.prove(goal.shows);
  }
  const run = [...s.instance.runs].find((r) => sameState(goal, r.variables))!.id;
  if (goal.kind === 'along') {
    return s.prover.along(flowSoFar(s, run), goal.holds);
  }
  const th = s.runs.get(run) ?? s.prover.induction(goal.run, []);
  const lists = s.moments.get(run) ?? [];
  const ofState = goal.stage === 'state' && goal.run.each.length > 0;
  return s.prover.always(th, goal.holds, ofState ? whereProved(lists) : inside(...lists));
}
const sameState = (goal: Exclude<Goal, { kind: 'relation' }>, variables: readonly T.Term[]): boolean =>
  (goal.kind === 'always' ? goal.run : goal.motion).state.every((x, i) => i >= variables.length || x === variables[i]);

/** Goals that need no steps: by the quick ways first, then by the prover, with the goal itself as an invariant last. */
function unaided(s: State, goal: Goal): Theorem {
  const quick = automatic(goal);
  if (quick) return quick;
  try {
    return concluded(s, goal);
  } catch (e) {
    if (goal.kind !== 'always' || !(e instanceof NotProved || e instanceof Refused)) throw e;
    return s.prover.induction(goal.run, goal.holds);
  }
}

function proveCase(i: Instance, c: Context, notes: Proposal[]): Proof {
  const wanted = goalsIn(i, c);
  const prover = createProver(c.given, [], notes);
  const state: State = { instance: i, context: c, prover, runs: new Map(), moments: new Map(), assuming: [] };
  for (const step of i.derivation) topLevel(state, step);
  const theorems = wanted.map((g) => (i.derivation.length === 0 ? unaided(state, g) : concluded(state, g)));
  const missed = wanted.findIndex((g, k) => !proves(theorems[k]!, g));
  if (missed >= 0) throw new NotProved(`the derivation does not reach conclusion ${missed + 1}`, undefined);
  return { theorems, goals: wanted };
}

/** Several times what the library's longest proof takes. */
const MOST_EFFORT = 5e8;
/** Theorems for every goal of the instance, or why there are none; what the companion proposes is added to the notes. */
export function proveInstance(i: Instance, notes: Proposal[] = []): Proof | string {
  try {
    const cases = within(MOST_EFFORT, () => contexts(i).map((c) => proveCase(i, c, notes)));
    return { theorems: cases.flatMap((p) => p.theorems), goals: cases.flatMap((p) => p.goals) };
  } catch (e) {
    if (e instanceof Unstatable) return `not stated in the kernel: ${e.message}`;
    return e instanceof Error ? e.message : String(e);
  }
}
