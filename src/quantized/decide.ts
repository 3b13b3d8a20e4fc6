/**
 * What a deterministic map on a finite set does for all time, decided from one start: Brent's cycle search (1980), its
 * answer re-checked by a second program with a visited table, then a look at each of the μ + λ states there ever are.
 *
 * Brent runs the map's fast step; the check and every answer run its exact one. Up to 4(μ + λ) fast steps and (μ + λ)
 * exact ones. Past a budget of steps the answer is undecided, never a guess.
 */
import { ClaimError } from '../expr/error.ts';
import type { Three } from '../number/arithmetic.ts';
import type { State } from './map.ts';

/** Any deterministic map; `exact` (when given) is what is believed, `step` what is fast. */
export interface Deterministic {
  readonly step: (z: State) => State;
  readonly exact?: (z: State) => State;
}

/** From the start, μ states that never come back, then a cycle of λ, first entered at `entry`. */
export interface Cycle {
  readonly mu: number;
  readonly lambda: number;
  readonly entry: State;
}
export interface Orbit extends Cycle {
  readonly start: State;
  /** Steps that Brent's search took. */
  readonly evaluations: number;
  readonly exact: (z: State) => State;
}
export type Decision =
  | { readonly kind: 'orbit'; readonly orbit: Orbit }
  | { readonly kind: 'undecided'; readonly reason: string };

interface Options {
  /** Steps that the search may take; 10⁷ unless told. */
  readonly budget?: number;
}

const BUDGET = 10_000_000;
/** Up to this many states the check keeps a table of all visited ones. */
const TABLE = 1 << 20;

export const same = (a: State, b: State): boolean => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
};

const needed = (budget: number): never => {
  throw new RangeError(`more than ${budget} steps`);
};

/** μ and λ by Brent's method. Throws RangeError past the budget. */
export function brent(
  step: (z: State) => State,
  start: State,
  budget = BUDGET,
): Cycle & { readonly evaluations: number } {
  let evaluations = 0;
  const next = (z: State): State => (++evaluations > budget ? needed(budget) : step(z));
  let [power, lambda] = [1, 1];
  let tortoise = start;
  let hare = next(start);
  while (!same(tortoise, hare)) {
    if (power === lambda) {
      tortoise = hare;
      power *= 2;
      lambda = 0;
    }
    hare = next(hare);
    lambda++;
  }
  tortoise = start;
  hare = start;
  for (let i = 0; i < lambda; i++) hare = next(hare);
  let mu = 0;
  for (; !same(tortoise, hare); mu++) {
    tortoise = next(tortoise);
    hare = next(hare);
  }
  return { mu, lambda, entry: tortoise, evaluations };
}

function primeDivisors(n: number): readonly number[] {
  const found: number[] = [];
  let rest = n;
  for (let p = 2; p * p <= rest; p++) {
    if (rest % p !== 0) continue;
    found.push(p);
    while (rest % p === 0) rest /= p;
  }
  return rest > 1 ? [...found, rest] : found;
}

/** With a table: the first repeated state is met at step μ + λ, and was there at step μ. */
function checkedByTable(step: (z: State) => State, start: State, { mu, lambda, entry }: Cycle): boolean {
  const visited = new Map<string, number>();
  let z = start;
  for (let t = 0; t < mu + lambda; t++) {
    const key = z.join();
    if (visited.has(key)) return false;
    visited.set(key, t);
    z = step(z);
  }
  return visited.get(z.join()) === mu && same(z, entry);
}

/** Without: the state at μ returns after λ steps and after no λ/p, and the states before μ and before μ + λ differ. */
function checkedByDivisors(step: (z: State) => State, start: State, { mu, lambda, entry }: Cycle): boolean {
  const marks = new Set(primeDivisors(lambda).map((p) => lambda / p));
  let z = start;
  let before: State | undefined;
  for (let t = 0; t < mu; t++) {
    before = z;
    z = step(z);
  }
  if (!same(z, entry)) return false;
  let last = z;
  for (let t = 1; t <= lambda; t++) {
    last = z;
    z = step(z);
    if (marks.has(t) && same(z, entry)) return false;
  }
  return same(z, entry) && (before === undefined || !same(before, last));
}

/** Whether (μ, λ, entry) is right for that start, found out afresh. */
export function checkCycle(step: (z: State) => State, start: State, c: Cycle): boolean {
  const whole = Number.isSafeInteger(c.mu) && Number.isSafeInteger(c.lambda) && c.mu >= 0 && c.lambda >= 1;
  return whole && (c.mu + c.lambda <= TABLE ? checkedByTable : checkedByDivisors)(step, start, c);
}

const PROBE = 1000;
/** Whether some state among the first ones goes to different next states when asked again, at once or later. */
function contradicts(step: (z: State) => State, start: State): boolean {
  const next = new Map<string, string>();
  let z = start;
  for (let t = 0; t < 3 * PROBE; t++) {
    const from = z.join();
    if (t % 3 === 2) z = step(z);
    const to = (t % 3 === 2 ? z : step(z)).join();
    if (to !== (next.get(from) ?? to)) return true;
    next.set(from, to);
  }
  return false;
}

/** The whole future of a start. Throws ClaimError for a map that is not deterministic. */
export function decide(map: Deterministic, start: State, { budget = BUDGET }: Options = {}): Decision {
  if (typeof map.step !== 'function')
    throw new ClaimError('a deterministic map (stochastic rounding is decided by its closed classes)', 'none');
  const exact = map.exact ?? map.step;
  const denied = (found: string): never => {
    throw new ClaimError('a deterministic map', found);
  };
  let found: ReturnType<typeof brent>;
  try {
    found = brent(map.step, start, budget);
  } catch (e) {
    if (!(e instanceof RangeError)) return { kind: 'undecided', reason: `the step failed: ${String(e)}` };
    if (contradicts(map.step, start)) denied('one that sends the same state to two');
    return { kind: 'undecided', reason: e.message };
  }
  if (!checkCycle(exact, start, found)) denied(`a cycle (μ ${found.mu}, λ ${found.lambda}) that a second run denies`);
  return { kind: 'orbit', orbit: { ...found, start, exact } };
}

/** Holds of a state, and of the next one where it is about a step. */
export type Predicate = (z: State, next: State) => Three | boolean;
export interface Answer {
  readonly answer: Three;
  /** The first step that decides, where one does. */
  readonly step: number | undefined;
  readonly state: State | undefined;
}

const asThree = (x: Three | boolean): Three => (x === true ? 'yes' : x === false ? 'no' : x);
const OPPOSITE = { yes: 'no', no: 'yes', undecided: 'undecided' } as const;

/** The first state from step `from` on where the predicate is `wanted`, else whether one was undecided. */
function scan(orbit: Orbit, p: Predicate, from: number): Answer {
  let open = false;
  let z = orbit.start;
  for (let t = 0; t < orbit.mu + orbit.lambda; t++) {
    const next = orbit.exact(z);
    const here = t < from ? 'no' : asThree(p(z, next));
    if (here === 'yes') return { answer: 'yes', step: t, state: z };
    open ||= here !== 'no';
    z = next;
  }
  return { answer: open ? 'undecided' : 'no', step: undefined, state: undefined };
}

/** Whether some state of the run, at any time, satisfies p. */
export const reaches = (orbit: Orbit, p: Predicate): Answer => scan(orbit, p, 0);
const denied =
  (p: Predicate): Predicate =>
  (z, next) =>
    OPPOSITE[asThree(p(z, next))];
const turned = (a: Answer): Answer => ({ ...a, answer: OPPOSITE[a.answer] });
/** For all time; a `no` names the first step that breaks it. */
export const never = (orbit: Orbit, p: Predicate): Answer => turned(scan(orbit, p, 0));
export const always = (orbit: Orbit, p: Predicate): Answer => turned(scan(orbit, denied(p), 0));
/** On the cycle, that is from step μ on for all time. */
export const cycleAlways = (orbit: Orbit, p: Predicate): Answer => turned(scan(orbit, denied(p), orbit.mu));
/** Whether the run comes to rest. */
export const settles = (orbit: Orbit): boolean => orbit.lambda === 1;

/** The states from the start on, as many as asked; they repeat with period λ from step μ. */
export function* states(orbit: Orbit, count = orbit.mu + orbit.lambda): Generator<State> {
  let z = orbit.start;
  for (let t = 0; t < count; t++) {
    yield z;
    if (t + 1 < count) z = orbit.exact(z);
  }
}

/** The state at any step, however late. */
export function stateAt(orbit: Orbit, step: number): State {
  const { mu, lambda } = orbit;
  const last = step < mu ? step : mu + ((step - mu) % lambda);
  let z = orbit.start;
  for (let t = 0; t < last; t++) z = orbit.exact(z);
  return z;
}

/**
 * The cycle of the first entries alone, those of the weights: a place in a cycle of batches that comes after them goes on
 * when the weights rest. Undefined for more than 2²⁰ states.
 */
export function seen(orbit: Orbit, entries: number): Pick<Cycle, 'mu' | 'lambda'> | undefined {
  const { start, mu, lambda } = orbit;
  if (start.length === entries) return { mu, lambda };
  if (mu + lambda > TABLE) return undefined;
  const all = [...states(orbit)].map((z) => z.slice(0, entries));
  const repeats = (period: number): boolean =>
    all.slice(mu).every((z, i) => same(z, all[mu + ((i + period) % lambda)]!));
  let period = 1;
  while (lambda % period !== 0 || !repeats(period)) period++;
  let entered = mu;
  while (entered > 0 && same(all[entered - 1]!, all[entered - 1 + period]!)) entered--;
  return { mu: entered, lambda: period };
}
