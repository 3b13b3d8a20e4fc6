/**
 * What a step of a proof starts from: assumptions and the theorems held under them, and the kernel's rules with only those
 * facts that they need, so that a theorem rests on nothing that it did not use.
 *
 * Untrusted.
 */
import type * as T from '../expr/term.ts';
import { text } from '../expr/text.ts';
import {
  conditions,
  holds,
  type Known,
  known,
  printWith,
  Refused,
  type Relation,
  relation,
  type Theorem,
} from '../kernel/index.ts';
import { goOn } from './effort.ts';
import { K } from './recorded.ts';
import { differ } from './sample.ts';

type Term = T.Term;
type Relations = readonly Relation[];
printWith((t) => text(t, 400));

export interface Env {
  readonly given: Relations;
  /** Theorems under (some of) the assumptions; grows as steps and side conditions are proved. */
  readonly facts: Theorem[];
  readonly depth: number;
  /** How a relation is proved by whatever works. */
  readonly prove: (env: Env, p: Relation, step?: string) => Theorem;
}
export class NotProved extends Error {
  readonly step: string;
  readonly wanted: Relation | undefined;
  readonly because: string;
  constructor(step: string, wanted: Relation | undefined, because = '') {
    super();
    this.name = 'NotProved';
    this.step = step;
    this.wanted = wanted;
    this.because = because;
  }
  override get message(): string {
    const what = `${this.step}${this.wanted ? `: wanted ${textOf(this.wanted)}` : ''}`;
    return [what, ...(this.because ? [this.because] : [])].join('; ').slice(0, 2900);
  }
}
export const textOf = (p: Relation): string => `${text(p.left, 600)} ${p.op} ${text(p.right, 600)}`;
export const relationOf = (t: Theorem): Relation => t.statement.shows as Relation;

/** The first way that leads to a theorem; undefined when none does. */
export function first(...ways: readonly (() => Theorem | undefined)[]): Theorem | undefined {
  for (const way of ways)
    try {
      goOn();
      const t = way();
      if (t) return t;
    } catch (e) {
      if (!(e instanceof Refused) && !(e instanceof NotProved)) throw e;
    }
  return undefined;
}
/** What is known with a list of facts, until the list grows. */
const withAll = new WeakMap<
  readonly Theorem[],
  { readonly given: Relations; readonly size: number; readonly k: Known }
>();
function knownWith(given: Relations, facts: readonly Theorem[]): Known {
  const old = withAll.get(facts);
  if (old?.given === given && old.size === facts.length) return old.k;
  const k = known(given.map(interned), facts);
  withAll.set(facts, { given, size: facts.length, k });
  return k;
}
const interned = ({ op, left, right }: Relation): Relation => relation(op, left, right);
export const shown = (env: Env, p: Relation): boolean => holdsIn(knownWith(env.given, env.facts), p);

const withNone = new WeakMap<Relations, Known>();
function knownAlone(given: Relations): Known {
  const old = withNone.get(given);
  const k = old ?? known(given.map(interned), []);
  if (!old) withNone.set(given, k);
  return k;
}
/** Would the kernel's `positive` accept it? */
function holdsIn(k: Known, p: Relation): boolean {
  const q = interned(p);
  return conditions([q.left, q.right]).every((c) => holds(c, k)) && holds(q, k);
}

/** A small part of the facts with which it still works, where it works with all of them. */
function fewest(facts: readonly Theorem[], works: (facts: readonly Theorem[]) => boolean): readonly Theorem[] {
  if (works([])) return [];
  if (facts.length <= 1 || !works(facts)) return facts;
  const half = Math.floor(facts.length / 2);
  const [a, b] = [facts.slice(0, half), facts.slice(half)];
  const second = fewest(b, (part) => works([...a, ...part]));
  return [...fewest(a, (part) => works([...part, ...second])), ...second];
}
const holdsWith = (given: Relations, p: Relation, facts: readonly Theorem[]): boolean =>
  holdsIn(facts.length === 0 ? knownAlone(given) : known(given.map(interned), facts), p);
/** The facts that make the terms defined under the assumptions, out of those held and `more`. */
export const needed = (given: Relations, facts: readonly Theorem[], ...terms: readonly Term[]): readonly Theorem[] =>
  neededFor(given, facts, conditions(terms));
export function neededFor(given: Relations, facts: readonly Theorem[], wants: Relations): readonly Theorem[] {
  const out = new Set<Theorem>();
  for (const c of wants)
    if (!holdsWith(given, c, [...out]))
      for (const f of fewest(facts, (part) => holdsWith(given, c, [...out, ...part]))) out.add(f);
  return [...out];
}
/** s = t by normal forms. */
export function ring(given: Relations, s: Term, t: Term, facts: readonly Theorem[]): Theorem {
  if (differ(s, t)) throw new NotProved('ring', undefined, 'the sides differ at a sample');
  return K.ring(given, s, t, needed(given, facts, s, t));
}
export const rewrite = (equal: Theorem, e: Term, facts: readonly Theorem[]): Theorem =>
  K.rewrite(equal, e, needed(equal.statement.given, facts, e));
/** p by its shape. */
export function byForm(given: Relations, p: Relation, facts: readonly Theorem[]): Theorem {
  const defining = needed(given, facts, p.left, p.right);
  const signs = fewest(facts, (part) => holdsWith(given, p, [...defining, ...part]));
  return K.positive(given, p, [...new Set([...defining, ...signs])]);
}

/** A side condition, proved with less depth left. */
export const deeper = (env: Env, p: Relation): Theorem =>
  env.prove({ ...env, depth: env.depth - 1 }, p, 'side condition');
/** Proves the side conditions of the terms that are neither known nor plain. */
export function settle(env: Env, ...terms: readonly Term[]): void {
  for (const c of conditions(terms)) if (!shown(env, c)) env.facts.push(deeper(env, c));
}
const assumed = new WeakMap<Relations, readonly Theorem[]>();
/** Known relations as theorems: the assumptions and the facts. */
export function knownRelations(env: Env): readonly Theorem[] {
  const held = env.facts.filter((f) => f.statement.shows.kind === 'relation');
  const members = assumed.get(env.given) ?? env.given.map((p) => K.assume(env.given, p));
  assumed.set(env.given, members);
  return [...members, ...held];
}
