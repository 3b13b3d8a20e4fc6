/**
 * The companion: mathjs, nerdamer and the content of radicands propose derivatives, antiderivatives, factorisations,
 * simplifications, solutions and roots; the kernel accepts each as a theorem or it is refused.
 *
 * Untrusted, wholly. The packages are loaded at the first question (about 0.1 s), asked for seconds at most, and their
 * answers are read by a whitelist parser. A refusal says where the proposal is false, if the kernel's enclosures at one of a few points show it.
 */
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import * as T from '../expr/term.ts';
import { text } from '../expr/text.ts';
import { eq, lt, type Rate, Refused, type Relation, type Theorem, zero } from '../kernel/index.ts';
import * as Q from '../number/rational.ts';
import { rootsByContent } from './companion-content.ts';
import { Names, read, shownText, Unreadable, write } from './companion-text.ts';
import { type Env, first, NotProved } from './env.ts';
import type { Proposal, Proposer, Task } from './proposal.ts';
import { createProver, type Prover, rateOf } from './prover.ts';
import { K } from './recorded.ts';
import { prove } from './tactics.ts';

export type { Proposal, Task } from './proposal.ts';

type Term = T.Term;

interface Printed {
  toString(): string;
}
interface Mathjs {
  derivative(f: string, x: string): Printed;
  simplify(f: string): Printed;
  rationalize(f: string): Printed;
}
interface Nerdamer {
  (f: string): Printed;
  solve(f: string, x: string): Printed;
}
const load = createRequire(import.meta.url);
/** What nerdamer leaves half done changes its later answers (it goes on with numbers for names). */
function forget(): void {
  for (const file of Object.keys(load.cache)) if (/[\\/]nerdamer[\\/]/.test(file)) delete load.cache[file];
}
const MILLISECONDS = 2000;
/**
 * The answer, or an error when it takes too long: nerdamer does not always return. On a busy machine time is up before
 * the question had its CPU time; it is then asked again with twice the time, four times in all. Loading the package does
 * not count: cut short, it leaves half a package behind.
 */
function hurried<R>(by: Proposer, f: () => R): R {
  for (let limit = MILLISECONDS; ; limit *= 2) {
    if (by === 'mathjs') mathjs();
    else nerdamer();
    const start = process.cpuUsage();
    try {
      return runInNewContext('f()', { f }, { timeout: limit }) as R;
    } catch (e) {
      if ((e as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw e;
      const { user, system } = process.cpuUsage(start);
      const starved = (user + system) / 1000 < MILLISECONDS / 2;
      if (!starved || limit > 4 * MILLISECONDS) throw new Error('it takes too long');
      forget();
    }
  }
}
const mathjs = (): Mathjs => load('mathjs/lib/browser/math.js') as Mathjs;
const nerdamer = (): Nerdamer => load('nerdamer/all') as Nerdamer;

/** How each package is asked, in its own words; the answers, as text. */
type Ask = (f: string, x: string) => readonly string[];
const one = (p: Printed): readonly string[] => [p.toString()];
const list = (p: Printed): readonly string[] =>
  p
    .toString()
    .replace(/^\[|\]$/g, '')
    .split(',')
    .filter((s) => s !== '');
const QUESTIONS: { readonly [kind in Task['kind']]: readonly (readonly [Proposer, Ask])[] } = {
  derivative: [
    ['mathjs', (f, x) => one(mathjs().derivative(f, x))],
    ['nerdamer', (f, x) => one(nerdamer()(`diff(${f},${x})`))],
  ],
  antiderivative: [['nerdamer', (f, x) => one(nerdamer()(`integrate(${f},${x})`))]],
  simplification: [
    ['mathjs', (f) => one(mathjs().simplify(f))],
    ['nerdamer', (f) => one(nerdamer()(`simplify(${f})`))],
  ],
  factorisation: [['nerdamer', (f) => one(nerdamer()(`factor(${f})`))]],
  expansion: [
    ['mathjs', (f) => one(mathjs().rationalize(f))],
    ['nerdamer', (f) => one(nerdamer()(`expand(${f})`))],
  ],
  root: [['nerdamer', (f) => one(nerdamer()(`sqrt(factor(${f}))`))]],
  solution: [['nerdamer', (f, x) => list(nerdamer().solve(f, x))]],
};

type Answer = { readonly by: Proposer; readonly proposal: Term | string; readonly why: string };
function answers(by: Proposer, ask: Ask, task: Task): readonly Answer[] {
  const names = new Names();
  const failed = (e: unknown): string => (e instanceof Error ? e.message : String(e)).slice(0, 200);
  let texts: readonly string[];
  try {
    const [f, x] = [write(task.of, names), 'in' in task ? names.there(task.in) : ''];
    texts = hurried(by, () => ask(f, x));
  } catch (e) {
    if (by === 'nerdamer') forget();
    return e instanceof Unreadable ? [] : [{ by, proposal: '', why: `no answer: ${failed(e)}` }];
  }
  return texts.map((t) => {
    try {
      return { by, proposal: read(t, names), why: '' };
    } catch (e) {
      return { by, proposal: shownText(t, names), why: failed(e) };
    }
  });
}
function proposed(task: Task): readonly Answer[] {
  const byContent = task.kind === 'root' ? rootsByContent(task.of) : [];
  const own = byContent.map((proposal): Answer => ({ by: 'content', proposal, why: '' }));
  const all = [...own, ...QUESTIONS[task.kind].flatMap(([by, ask]) => answers(by, ask, task))];
  const itself = task.kind === 'root' ? T.sqrt(task.of) : task.of;
  return all.filter(({ proposal }) => proposal !== itself || task.kind === 'derivative');
}

/** The kernel's enclosures show that a proposal is false at a point of the assumptions. */
class Refuted extends Error {}
const tried = (e: unknown): e is Error => e instanceof Refused || e instanceof NotProved;

/** a = b by whatever works, the laws of the elementary functions last; no search for what is false somewhere. */
function equal(env: Env, a: Term, b: Term): Theorem {
  try {
    return prove({ ...env, facts: [...env.facts] }, eq(a, b));
  } catch (e) {
    if (!tried(e)) throw e;
    refute(env.given, a, b);
    const found = first(() => createProver(env.given, env.facts).axiom(eq(a, b)));
    if (found) return found;
    throw e;
  }
}
function root(env: Env, a: Term, b: Term): Theorem {
  try {
    return createProver(env.given, env.facts).root(eq(a, b));
  } catch (e) {
    if (tried(e)) refute(env.given, a, b);
    throw e;
  }
}
/** What a proposal t comes to: two terms that have to be equal, and the theorem when they are. */
interface Comparison {
  readonly sides: readonly [Term, Term];
  readonly conclude: (equal: Theorem) => Theorem;
}
function comparison(env: Env, task: Task, t: Term): Comparison {
  const itself = (th: Theorem): Theorem => th;
  if (task.kind === 'solution')
    return { sides: [T.substitute(task.of, new Map([[task.in, t]])), zero], conclude: itself };
  if (task.kind !== 'derivative' && task.kind !== 'antiderivative') return { sides: [task.of, t], conclude: itself };
  const [f, slope] = task.kind === 'derivative' ? [task.of, t] : [t, task.of];
  const th = rateOf(env, [task.in], [T.whole(1)], f, undefined);
  return { sides: [(th.statement.shows as Rate).is, slope], conclude: (equal) => K.rateIs(th, equal) };
}
function accept(env: Env, task: Task, t: Term): Theorem {
  if (task.kind === 'root') return root(env, T.sqrt(task.of), t);
  if (task.kind === 'solution' && T.variables(t).has(task.in.name!))
    throw new NotProved('companion', undefined, `a term free of ${task.in.name} is wanted`);
  const { sides, conclude } = comparison(env, task, t);
  return conclude(equal(env, ...sides));
}

const POINTS = [
  [1, 2],
  [3, 2],
  [2, 3],
  [5, 4],
  [3, 1],
  [-1, 2],
  [-2, 1],
] as const;
const encloses = (box: Parameters<typeof K.enclose>[0], p: Relation): boolean =>
  first(() => K.enclose(box, p, 120)) !== undefined;
/** Throws when the kernel's own enclosures show a ≠ b at one of the points; assumed equations are not decided. */
function refute(given: readonly Relation[], a: Term, b: Term): void {
  const names = [...T.variables(a, b, ...given.flatMap((p) => [p.left, p.right]))];
  for (let k = 0; k < 2 * POINTS.length; k++) {
    const value = (i: number): Q.Rational => {
      const [p, q] = POINTS[(k + (k < POINTS.length ? 2 * i : 3 * i)) % POINTS.length]!;
      return Q.rational(p, q);
    };
    const box = names.map((x, i) => ({ variable: T.variable(x), lo: value(i), hi: value(i) }));
    const holds = (p: Relation): boolean =>
      p.op === '!=' ? encloses(box, lt(p.left, p.right)) || encloses(box, lt(p.right, p.left)) : encloses(box, p);
    if (given.every(holds) && (encloses(box, lt(a, b)) || encloses(box, lt(b, a))))
      throw new Refuted(
        `false${names.length > 0 ? ' at ' : ''}${names.map((x, i) => `${x} = ${Q.text(value(i))}`).join(', ')}`,
      );
  }
}
/** The proposals for a task, each accepted as a theorem under the assumptions, or refused with the reason. */
export function ask(task: Task, given: readonly Relation[] = [], facts: readonly Theorem[] = []): readonly Proposal[] {
  const env = (): Env => ({ given, facts: [...facts], depth: 2, prove });
  return proposed(task).map(({ by, proposal, why }): Proposal => {
    const none = { by, task, proposal, accepted: undefined };
    if (typeof proposal === 'string') return { ...none, why };
    try {
      return { ...none, accepted: accept(env(), task, proposal), why: 'accepted' };
    } catch (e) {
      if (!(tried(e) || e instanceof Refuted)) throw e;
      return { ...none, why: e.message.slice(0, 600) };
    }
  });
}

const isRoot = (t: Term): boolean => t.op === 'sqrt';
/** What there is to ask about a relation. */
function tasksFor(p: Relation): readonly Task[] {
  const gap = p.left === zero ? p.right : T.sub(p.right, p.left);
  const roots = T.postorder([p.left, p.right]).filter(isRoot);
  const sides = [p.left, p.right].filter((t) => t.args.length > 0);
  return [
    ...roots.map((t): Task => ({ kind: 'root', of: t.args[0]! })),
    ...(p.op === '=' ? sides : [gap]).flatMap((of): readonly Task[] => [
      { kind: 'simplification', of },
      { kind: 'factorisation', of },
    ]),
  ];
}
/** Slopes to try where an inequality has to grow from a bound: derivatives as proposed, and their factors. */
function growth(prover: Prover, p: Relation, note: (ps: readonly Proposal[]) => void): readonly (() => Theorem)[] {
  const e = p.left === zero ? p.right : T.sub(p.right, p.left);
  const bounded = prover.given.filter((q) => q.op === '<=' && q.right.op === 'var').map((q) => q.right);
  return [...new Set(bounded)].flatMap((x) => {
    const question = (task: Task): readonly Term[] => {
      const found = ask(task, prover.given, prover.facts);
      note(found);
      return found.flatMap((f) => (f.accepted && typeof f.proposal !== 'string' ? [f.proposal] : []));
    };
    const slopes = question({ kind: 'derivative', of: e, in: x });
    const factors = slopes.flatMap((of) => question({ kind: 'factorisation', of }));
    return [...new Set([...slopes, ...factors])].map((slope) => () => prover.grows(p, { variable: x, slope }));
  });
}
/** p, with what the companion proposes and the kernel accepts among the facts. Everything proposed is noted. */
export function withCompanion(prover: Prover, p: Relation): Theorem {
  const note = (ps: readonly Proposal[]): void => void prover.notes.push(...ps);
  for (const task of tasksFor(p)) {
    const found = ask(task, prover.given, prover.facts);
    note(found);
    for (const { accepted } of found) if (accepted) prover.hold(accepted);
  }
  const parts = prover.notes.flatMap((n) => (n.accepted && typeof n.proposal !== 'string' ? [n.proposal] : []));
  const signs = parts.map((t) => (): Theorem => prover.positive({ ...p, left: zero, right: t }));
  const direct = [(): Theorem => prover.prove(p), (): Theorem => prover.axiom(p)];
  const bySign =
    p.op === '='
      ? []
      : signs.map((sign) => (): Theorem => {
          sign();
          return prover.prove(p);
        });
  const th = first(...direct, ...bySign) ?? (p.op === '=' ? undefined : first(...growth(prover, p, note)));
  if (!th) throw new NotProved('companion', p, 'no proposal led to it');
  return th;
}

export const taskText = (t: Task): string => `${t.kind} of ${text(t.of, 200)}${'in' in t ? ` in ${t.in.name}` : ''}`;
