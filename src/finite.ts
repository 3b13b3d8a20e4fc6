/**
 * Claims with questions about finite systems (quantized runs, games): every question is answered exactly at a point, the
 * answers are put in the claim's formulas, and the point is decided like any other. And formulas on a small finite domain.
 *
 * Domains that are finite and small are gone through completely: then a claim that holds is certified. Others are sampled,
 * simple rationals first. Deterministic from the seed. Trusted with what it calls: answer.ts, game.ts, certify/point.ts.
 */
import { certifyPoint, type PointVerdict } from './certify/point.ts';
import { type Coordinate, coordinates, values } from './claim/domains.ts';
import type { Instance, Said } from './claim/instance.ts';
import type { ExactPoint } from './claim/point.ts';
import { compileInstance, endless, type Program } from './claim/program.ts';
import { type GameQuestion, playQuestion } from './computable/game.ts';
import type { QuantizedQuestion } from './dynamics/quantized.ts';
import type { Logic } from './expr/statement.ts';
import * as T from './expr/term.ts';
import { exact } from './number/exact.ts';
import * as Q from './number/rational.ts';
import { answers } from './quantized/answer.ts';
import { type Stream, stream } from './search/random.ts';
import { NOTHING, type SearchResult } from './search/search.ts';
import { cost, shortValues } from './search/simple.ts';

type Rational = Q.Rational;

const hasFinite = (instances: readonly Instance[]): boolean =>
  instances.some((i) => i.finite !== undefined && i.finite.length > 0);

/** The values of all quantities that are answers, as far as they can be decided. */
function answered(i: Instance, params: readonly Rational[]): ReadonlyMap<T.Term, T.Term> {
  const names = i.reals.flatMap((r) => r.variables.map((v) => v.name!));
  const given = new Map(names.map((n, k) => [n, params[k]!] as const));
  const questions = i.finite ?? [];
  const quantized = questions.filter((q): q is QuantizedQuestion => q.kind === 'quantized');
  const all: (readonly [string, Rational | undefined])[] = [...answers(quantized, i.runs, given)];
  for (const q of questions) if (q.kind === 'game') all.push([q.name, played(q as GameQuestion)]);
  return new Map(all.flatMap(([name, v]) => (v ? [[T.quantity(name), T.num(v)] as const] : [])));
}

const played = (q: GameQuestion): Rational | undefined => {
  const { kind } = playQuestion(q);
  return kind === 'refuted' ? Q.ONE : kind === 'not beaten' ? Q.ZERO : undefined;
};

function filled(l: Logic, map: ReadonlyMap<T.Term, T.Term>): Logic {
  if (l.kind === 'relation') return { ...l, lhs: T.substitute(l.lhs, map), rhs: T.substitute(l.rhs, map) };
  if (l.kind === 'always') return { ...l, body: filled(l.body, map) };
  return { ...l, parts: l.parts.map((p) => filled(p, map)) } as Logic;
}

/** The claim at one point with the answers put in; answers that can't be decided stay unknown. */
export function specialised(i: Instance, params: readonly Rational[]): Instance {
  if (!i.finite?.length) return i;
  const map = answered(i, params);
  const said = (all: readonly Said[]): readonly Said[] => all.map((s) => ({ ...s, logic: filled(s.logic, map) }));
  return { ...i, assume: said(i.assume), conclude: said(i.conclude), tight: said(i.tight) };
}

const MOST = 4096;
const coordinatesOf = (i: Instance): readonly Coordinate[] => i.reals.flatMap((r) => coordinates(r.domain, r.shape));
const sizeOf = (c: Coordinate): number =>
  c.step ? Number(Q.div(Q.sub(c.hi, c.lo), c.step).num) + 1 : Q.equal(c.lo, c.hi) ? 1 : Infinity;
const onGrid = (c: Coordinate, k: number): Rational => (c.step ? Q.add(c.lo, Q.mul(c.step, Q.rational(k))) : c.lo);

const small = (i: Instance): boolean => coordinatesOf(i).reduce((n, c) => n * sizeOf(c), 1) <= MOST;
/** Claims that are decided here, point by point: about finite systems, or formulas on a domain that can be gone through. */
export const decidedByPoints = (instances: readonly Instance[]): boolean =>
  hasFinite(instances) || instances.every((i) => i.inputs.length === 0 && i.runs.length === 0 && onGrids(i));
const onGrids = (i: Instance): boolean => coordinatesOf(i).every((c) => c.step !== undefined) && small(i);

function* everywhere(all: readonly Coordinate[]): Generator<readonly Rational[]> {
  const index = all.map(() => 0);
  for (;;) {
    yield all.map((c, i) => onGrid(c, index[i]!));
    let i = all.length - 1;
    for (; i >= 0 && index[i] === sizeOf(all[i]!) - 1; i--) index[i] = 0;
    if (i < 0) return;
    index[i]!++;
  }
}

const FINE = 2 ** 16;
const shortOf = new WeakMap<Coordinate, readonly Rational[]>();
function shortOnes(c: Coordinate): readonly Rational[] {
  const known = shortOf.get(c) ?? shortValues(c);
  shortOf.set(c, known);
  return known;
}

function somewhere(c: Coordinate, s: Stream): Rational {
  const size = sizeOf(c);
  if (Number.isFinite(size)) return onGrid(c, s.below(size));
  const [low, high] = [!c.loOpen, !c.hiOpen];
  const edge = s.below(12);
  if (edge < 2 && (edge === 0 ? low : high)) return edge === 0 ? c.lo : c.hi;
  const short = shortOnes(c);
  if (short.length > 0 && s.below(3) > 0) return short[Math.min(s.below(short.length), s.below(short.length))]!;
  return Q.add(c.lo, Q.mul(Q.sub(c.hi, c.lo), Q.rational(1 + s.below(FINE - 1), FINE)));
}

function entriesOf(i: Instance, free: readonly Rational[]): readonly Rational[] | undefined {
  let from = 0;
  const entries: Rational[] = [];
  for (const r of i.reals) {
    const n = coordinates(r.domain, r.shape).length;
    const made = values(exact, r.domain, r.shape, free.slice(from, from + n).map(exact.rational));
    for (const v of made) {
      if (!v.value) return undefined;
      entries.push(v.value);
    }
    from += n;
  }
  return entries;
}

export interface FiniteOptions {
  readonly hash: string;
  readonly seed: number;
  /** Points tried where a domain can't be gone through. */
  readonly runs: number;
  readonly witnesses: readonly { readonly programIndex: number; readonly point: ExactPoint }[];
}
export interface FiniteResult {
  readonly result: SearchResult;
  /** Every point of every domain was decided and none was left open. */
  readonly whole: boolean;
  /** The program at the point found. */
  readonly program: Program | undefined;
}

interface Visit {
  readonly instance: number;
  /** The free coordinates, where the point was made from them. */
  readonly free: readonly Rational[] | undefined;
  readonly params: readonly Rational[];
}
export function* visits(instances: readonly Instance[], whole: readonly boolean[], o: FiniteOptions): Generator<Visit> {
  for (const w of o.witnesses) yield { instance: w.programIndex, free: undefined, params: w.point.params };
  for (const [n, i] of instances.entries()) {
    const all = coordinatesOf(i);
    const s = stream({ hash: o.hash, seed: o.seed, block: n });
    const points = whole[n]
      ? everywhere(all)
      : Array.from({ length: Math.ceil(o.runs / instances.length) }, () => all.map((c) => somewhere(c, s)));
    for (const free of points) {
      const params = entriesOf(i, free);
      if (params) yield { instance: n, free, params };
    }
  }
}

interface Decided {
  readonly program: Program;
  readonly point: ExactPoint;
  readonly verdict: PointVerdict;
}
/** Never `holds` beside a conclusion about every step of a run that is not quantized: no step of it is looked at. */
export function decideAt(i: Instance, params: readonly Rational[]): Decided {
  const program = compileInstance(specialised(i, params));
  const point: ExactPoint = { choice: i.choice, params, inputs: [], horizon: 0 };
  const verdict = certifyPoint(program, point);
  const open = verdict.kind === 'holds' && program.conclude.some((j) => endless(program, j));
  return { program, point, verdict: open ? ENDLESS : verdict };
}
const ENDLESS: PointVerdict = {
  kind: 'undecided',
  reason: 'quantity',
  why: 'every step of a run that is not quantized',
  margins: [],
  bits: 0,
};
type Refuting = Decided & { readonly verdict: Extract<PointVerdict, { kind: 'refuted' }> };
const isRefuting = (d: Decided): d is Refuting => d.verdict.kind === 'refuted';

const TRIES = 400;
/** The values of a coordinate that are simpler than q, simplest first. */
function simpler(c: Coordinate, q: Rational): readonly Rational[] {
  const size = sizeOf(c);
  const all = Number.isFinite(size)
    ? Array.from({ length: Math.min(size, 1000) }, (_, k) => onGrid(c, k)).sort((a, b) => cost(a) - cost(b))
    : shortOnes(c);
  return all.filter((v) => cost(v) < cost(q)).slice(0, 40);
}

/** Coordinate after coordinate the simplest value with which the point still refutes the claim. */
function simplified(i: Instance, start: readonly Rational[], first: Refuting): Refuting {
  const all = coordinatesOf(i);
  let [free, best, tries, changed] = [[...start], first, 0, true];
  const attempt = (k: number, v: Rational): boolean => {
    const next = free.map((old, j) => (j === k ? v : old));
    const params = entriesOf(i, next);
    const d = params && decideAt(i, params);
    tries++;
    if (!d || !isRefuting(d)) return false;
    [free, best] = [next, d];
    return true;
  };
  while (changed && tries < TRIES) {
    changed = false;
    for (const [k, c] of all.entries())
      for (const v of simpler(c, free[k]!)) {
        if (tries >= TRIES || !attempt(k, v)) continue;
        changed = true;
        break;
      }
  }
  return best;
}

/** Decides the claim point by point until one refutes it. */
export function searchFinite(instances: readonly Instance[], o: FiniteOptions): FiniteResult {
  const finite = instances.map(small);
  let [runs, accepted, open] = [0, 0, 0];
  for (const { instance, free, params } of visits(instances, finite, o)) {
    const d = decideAt(instances[instance]!, params);
    runs++;
    if (d.verdict.kind !== 'inadmissible') accepted++;
    if (d.verdict.kind === 'undecided') open++;
    if (!isRefuting(d)) continue;
    const { program, ...shown } = free ? simplified(instances[instance]!, free, d) : d;
    const found = { ...shown, program: instance, strategy: 'exact', evaluations: runs, block: 0 };
    return { result: { ...NOTHING, runs, accepted, found }, whole: false, program };
  }
  const margin = open > 0 ? Infinity : 0;
  return {
    result: { ...NOTHING, runs, accepted, margin },
    whole: open === 0 && finite.every((f) => f),
    program: undefined,
  };
}
