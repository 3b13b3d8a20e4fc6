/** One described claim before every engine that reads claims, and before the naive evaluator: where do they contradict? */
import { certifyInstance } from '../../../src/certify/box.ts';
import { certifyPoint, type PointVerdict } from '../../../src/certify/point.ts';
import type { Claim } from '../../../src/claim/claim.ts';
import type { Refuted } from '../../../src/claim/decision.ts';
import { adoptInstance, type Instance } from '../../../src/claim/instance.ts';
import type { ExactPoint } from '../../../src/claim/point.ts';
import { compileInstance, type Program } from '../../../src/claim/program.ts';
import { proofs } from '../../../src/claim/proof.ts';
import { ClaimError } from '../../../src/expr/error.ts';
import { toNumber } from '../../../src/number/decimal.ts';
import * as Q from '../../../src/number/rational.ts';
import { fastInstance } from '../../../src/search/fast.ts';
import { claimOf, type Described, type Formula, type Saying, type Variable } from './described.ts';
import { type At, formulas, fraction, naively, type Truth } from './naive.ts';

export interface Point {
  readonly reals: readonly (readonly Q.Rational[])[];
  readonly inputs: readonly (readonly (readonly Q.Rational[])[])[];
  readonly last: number;
}
export interface Outcome {
  readonly refused: boolean;
  readonly proved: boolean;
  readonly certified: boolean;
  /** Of points, by what certifyPoint says of them. */
  readonly points: { readonly [kind: string]: number };
  /** Points at which all is told by the naive evaluator, and not by certifyPoint. */
  readonly open: number;
  /** Points at which the doubles were compared. */
  readonly doubles: number;
  readonly wrong: readonly string[];
  /** Points at which the claim is refuted, for the scripts. */
  readonly refuted: readonly {
    readonly program: Program;
    readonly point: ExactPoint;
    readonly verdict: Refuted;
  }[];
  readonly held: readonly { readonly program: Program; readonly point: ExactPoint }[];
  readonly claim: Claim | undefined;
  readonly instance: Instance | undefined;
}

export type Dice = (n: number) => number;
const MOST_INPUTS = 5;

/** An end, now and then one that is open; else a short rational inside, or a multiple of 1/64. */
function entry(v: Variable, below: Dice): Q.Rational {
  const [lo, hi] = [Q.rational(v.lo, v.over), Q.rational(v.hi, v.over)];
  if (v.form === 'integer') return Q.rational(v.lo + below(v.hi - v.lo + 1));
  const kind = below(8);
  if (kind === 0 && (!v.loOpen || below(4) === 0)) return lo;
  if (kind === 1 && (!v.hiOpen || below(4) === 0)) return hi;
  const parts = kind < 5 ? 1 + below(4) : 64;
  if (Q.equal(lo, hi)) return lo;
  return Q.add(lo, Q.mul(Q.sub(hi, lo), Q.rational(1 + below(parts), parts + 1)));
}
const value = (v: Variable, below: Dice): readonly Q.Rational[] =>
  Array.from({ length: v.form === 'vector' ? 2 : 1 }, () => entry(v, below));

export function pointOf(d: Described, below: Dice, last: number): Point {
  return {
    reals: d.reals.map((v) => value(v, below)),
    inputs: Array.from({ length: d.inputs.length > 0 ? last : 0 }, () => d.inputs.map((v) => value(v, below))),
    last,
  };
}

const inDomain = (v: Variable, q: Q.Rational): boolean =>
  (Q.compare(q, Q.rational(v.lo, v.over)) > 0 || (!v.loOpen && Q.equal(q, Q.rational(v.lo, v.over)))) &&
  (Q.compare(q, Q.rational(v.hi, v.over)) < 0 || (!v.hiOpen && Q.equal(q, Q.rational(v.hi, v.over))));

const state = (list: readonly Variable[], values: readonly (readonly Q.Rational[])[]) =>
  Object.fromEntries(list.map((v, i) => [v.name, values[i]!.map((q) => fraction(q.num, q.den))]));
const at = (d: Described, x: Point): At => ({
  reals: state(d.reals, x.reals),
  inputs: x.inputs.map((s) => state(d.inputs, s)),
});

const steps = (f: Formula): number =>
  f.is === 'at' ? f.step : f.is === 'power' ? steps(f.of) : 'args' in f ? Math.max(0, ...f.args.map(steps)) : 0;
const endless = (d: Described, s: Saying): boolean =>
  s.is === 'always'
    ? d.runs.find((r) => r.name === s.run)!.steps === undefined
    : s.is !== 'chain' && s.parts.some((p) => endless(d, p));
/** The last step that is spoken of by name, or that a run ends at. */
function named(d: Described): number {
  const runs = d.runs.flatMap((r) => [
    ...[...r.start, ...r.observe, ...r.sums].map((n) => n.is),
    ...('loss' in r.by ? [r.by.loss, r.by.eta] : r.by.step.map((n) => n.is)),
  ]);
  const all = [...d.defined.map((n) => n.is), ...runs, ...[...d.assume, ...d.conclude].flatMap(formulas)];
  return Math.max(0, ...all.map(steps), ...d.runs.map((r) => r.steps ?? 0));
}

const every = (list: readonly Truth[], t: Truth): boolean => list.every((x) => x === t);
/** All assumptions hold and a conclusion fails. */
const fails = (n: { readonly assume: readonly Truth[]; readonly conclude: readonly Truth[] }): boolean =>
  every(n.assume, 'yes') && n.conclude.includes('no');

function contradicts(v: PointVerdict, n: ReturnType<typeof naively>): boolean {
  if (v.kind === 'refuted') return n.assume.includes('no') || n.conclude[v.conclusion] === 'yes';
  if (v.kind === 'holds') return n.conclude.includes('no');
  return v.kind === 'inadmissible' && every(n.assume, 'yes');
}

const CLEAR = 1e-6;
/** Signs in doubles against exact truths: what is clearly negative is not true, what is clearly positive not false. */
function doublesWrong(p: Program, x: ExactPoint, n: ReturnType<typeof naively>): string | undefined {
  const fast = fastInstance(p, false);
  const coordinates = [...x.params, ...x.inputs.flat()].map(toNumber);
  const o = fast.evaluate(Float64Array.from(coordinates), x.horizon);
  if (every(n.assume, 'yes') && o.slack < -CLEAR) return `slack ${o.slack} where all is met`;
  if (n.assume.includes('no') && o.slack > CLEAR) return `slack ${o.slack} where an assumption fails`;
  if (!every(n.assume, 'yes') || !o.accepted) return undefined;
  for (const [k, t] of n.conclude.entries()) {
    const mine = fast.parts.flatMap((part, i) => (part.conclusion === k ? [i] : []));
    const least = Math.min(...mine.map((i) => o.relative[i]!));
    const clear = mine.every((i) => o.unclear[i]! < 0);
    if (t === 'yes' && least < -CLEAR) return `margin ${least} of conclusion ${k + 1}, which holds`;
    if (t === 'no' && least > CLEAR && clear) return `margin ${least} of conclusion ${k + 1}, which fails`;
  }
  return undefined;
}

const shown = (x: Point): string =>
  `${x.reals.map((r) => r.map(Q.text).join(' ')).join(', ')}${x.inputs.length > 0 ? ` | ${x.inputs.map((s) => s.map((r) => r.map(Q.text).join(' ')).join(', ')).join('; ')}` : ''}, ${x.last} steps`;
const attempt = <A>(f: () => A): A | undefined => {
  try {
    return f();
  } catch (e) {
    if (e instanceof ClaimError) return undefined;
    throw e;
  }
};

const REFUSED: Outcome = {
  refused: true,
  proved: false,
  certified: false,
  points: {},
  open: 0,
  doubles: 0,
  wrong: [],
  refuted: [],
  held: [],
  claim: undefined,
  instance: undefined,
};

/** The claim's own words, for a disagreement. */
export const words = (i: Instance): string =>
  [
    ...i.runs.flatMap((r, k) => [
      `run${k}${r.steps ? ` (${r.steps} steps)` : ''}: ${(r.written ?? []).map((w) => `${w.role} ${w.name}: ${w.text}`).join(', ')}`,
    ]),
    ...i.assume.map((s) => `assume ${s.text}`),
    ...i.conclude.map((s) => `conclude ${s.text}`),
  ].join('\n  ');

export function compared(d: Described, below: Dice, count: number): Outcome {
  const claim = attempt(() => claimOf(d));
  const instance = claim && attempt(() => adoptInstance(claim.instantiate(claim.choices()[0]!)));
  const program = instance && attempt(() => compileInstance(instance));
  if (!claim || !instance || !program) return REFUSED;
  const proved = proofs([instance]) !== undefined;
  const certified = certifyInstance(instance, { cells: 60, operations: 1e6 }).kind === 'certified';
  const wrong: string[] = [];
  const blame = (what: string, x: Point): number =>
    wrong.push(`${what} at ${d.reals.map((v) => v.name).join(', ')} = ${shown(x)}:\n  ${words(instance)}`);
  const points: { [kind: string]: number } = {};
  const refuted: { program: Program; point: ExactPoint; verdict: Refuted }[] = [];
  const held: { program: Program; point: ExactPoint }[] = [];
  let [open, doubles] = [0, 0];
  const assumedTo = d.assume.some((s) => endless(d, s)) ? named(d) : 0;
  const needed = d.inputs.length > 0 ? Math.max(named(d), assumedTo) : 0;
  for (let i = 0; i < count; i++) {
    const last = Math.max(needed, [0, 1, 2, 3, MOST_INPUTS][below(5)]!);
    const x = pointOf(d, below, last);
    const exact: ExactPoint = {
      choice: instance.choice,
      params: x.reals.flat(),
      inputs: x.inputs.map((s) => s.flat()),
      horizon: last,
    };
    const inside =
      d.reals.every((v, k) => x.reals[k]!.every((q) => inDomain(v, q))) &&
      x.inputs.every((s) => d.inputs.every((v, k) => s[k]!.every((q) => inDomain(v, q))));
    const verdict = certifyPoint(program, exact, { maxBits: 424 });
    if (!inside) {
      if (verdict.kind !== 'inadmissible') blame(`${verdict.kind} outside of the domain`, x);
      continue;
    }
    const n = naively(d, at(d, x), Math.max(last, assumedTo));
    points[verdict.kind] = (points[verdict.kind] ?? 0) + 1;
    if (proved && fails(n)) blame('proved, and false', x);
    if (certified && fails(n)) blame('certified, and false', x);
    if (contradicts(verdict, n))
      blame(`${verdict.kind}, but assumed ${n.assume.join(' ')}, concluded ${n.conclude.join(' ')},`, x);
    if (verdict.kind === 'undecided' && ![...n.assume, ...n.conclude].includes('unknown')) open++;
    if (verdict.kind === 'refuted') refuted.push({ program, point: exact, verdict });
    if (verdict.kind === 'holds' && every(n.assume, 'yes')) held.push({ program, point: exact });
    if (i % 4 === 0 && last >= assumedTo && n.defined) {
      const off = doublesWrong(program, exact, n);
      doubles++;
      if (off !== undefined) blame(`doubles: ${off},`, x);
    }
  }
  return { refused: false, proved, certified, points, open, doubles, wrong, refuted, held, claim, instance };
}
