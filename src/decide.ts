/**
 * `decide`: the quantized runs of a claim, exactly and for all time, at points of its domain; with oracles, how far the same
 * run is certain when data, step size and start are known through approximations only.
 *
 * Trusted with finite.ts and quantized/; shows and counts, decides nothing itself.
 */
import type { Instance } from './claim/instance.ts';
import { type ValuesJson, valuesJson } from './claim/point.ts';
import type { QuantizedQuestion } from './dynamics/quantized.ts';
import { decideAt, visits } from './finite.ts';
import type { LoadedClaim } from './load.ts';
import type { Rounding } from './number/fixed.ts';
import { ofRational } from './number/oracle.ts';
import * as Q from './number/rational.ts';
import { orbitOf, system } from './quantized/answer.ts';
import { seen, states } from './quantized/decide.ts';
import { certifiedRun } from './quantized/oracle.ts';
import { systems } from './report/quantized.ts';

type Rational = Q.Rational;

export interface RunRow {
  readonly format: string;
  readonly rounding: string;
  readonly rounds: string;
  readonly entered: number | null;
  readonly period: number | null;
  readonly settles: boolean | null;
  /** States of the cycle (at most eight), as exact numbers by name. */
  readonly cycle: readonly { readonly [state: string]: string }[];
  readonly oracle: OracleRow | null;
}
export interface OracleRow {
  readonly kind: string;
  readonly certainSteps: number;
  readonly precision: number;
  readonly stopped: string | null;
  /** The certain states are those of the exact run. */
  readonly agrees: boolean | null;
}
export interface PointRow {
  readonly sizes: Instance['choice'];
  readonly values: ValuesJson;
  readonly verdict: string;
  readonly runs: readonly RunRow[];
}
export interface DecideReport {
  readonly id: string;
  readonly file: string;
  readonly hash: string;
  readonly options: { readonly format: string | null; readonly rounding: string | null };
  readonly points: readonly PointRow[];
}

const POINTS = 3;
const SHOWN = 8;
const STEPS = 200;
const PRECISION = 4096;

function runRow(i: Instance, q: QuantizedQuestion, params: readonly Rational[], oracle: boolean): RunRow {
  const names = i.reals.flatMap((r) => r.variables.map((v) => v.name!));
  const values = new Map(names.map((n, k) => [n, params[k]!] as const));
  const s = system(q, i.runs[q.run]!, values);
  const head = { format: q.options.format, rounding: q.options.rounding, rounds: q.options.rounds };
  const none = { entered: null, period: null, settles: null, cycle: [], oracle: null };
  if (q.options.rounding === 'stochastic') return { ...head, ...none };
  const orbit = orbitOf(s);
  if (!orbit) return { ...head, ...none };
  const scale = 1n << BigInt(s.spec.format.fraction);
  const exact = [...states(orbit)];
  const { mu, lambda } = seen(orbit, s.spec.states.length) ?? { mu: null, lambda: null };
  const shown = exact.slice(orbit.mu, orbit.mu + Math.min(SHOWN, lambda ?? orbit.lambda));
  const named = shown.map((z) =>
    Object.fromEntries(
      z
        .slice(0, s.spec.states.length)
        .map((n, k) => [s.spec.states[k]!.replace(/^run\d+:/, ''), Q.text(Q.rational(BigInt(n), scale))]),
    ),
  );
  const whole = { entered: mu, period: lambda, settles: lambda === null ? null : lambda === 1, cycle: named };
  return { ...head, ...whole, oracle: oracle && !s.spec.batches ? oracleRow(s, q, exact) : null };
}

function oracleRow(
  s: ReturnType<typeof system>,
  q: QuantizedQuestion,
  exact: readonly (readonly number[])[],
): OracleRow {
  const { states: names, decrements, constants, format, rounds } = s.spec;
  const reals = new Map([...(constants ?? [])].map(([n, v]) => [n, ofRational(v)] as const));
  const spec = { states: names, decrements, reals, format, rounds };
  const r = certifiedRun(spec, q.options.rounding as Rounding, s.start, { steps: STEPS, most: PRECISION });
  const same = r.prefix.every((z, t) => t >= exact.length || z.join() === exact[t]!.join());
  const stopped = r.tie?.said ?? (r.kind === 'undefined' ? 'a step that is undefined' : null);
  return { kind: r.kind, certainSteps: r.prefix.length - 1, precision: r.precision, stopped, agrees: same };
}

/** Points of the domain at which the assumptions hold, with every quantized run decided there. Throws on a claim without. */
export function decideRuns(loaded: LoadedClaim, oracle: boolean, options: DecideReport['options']): DecideReport {
  const { instances, claim, file, hash } = loaded;
  const points: PointRow[] = [];
  const small = instances.map(() => false);
  for (const v of visits(instances, small, { hash, seed: 1, runs: 60, witnesses: [] })) {
    const i = instances[v.instance]!;
    const questions = systems(i);
    if (questions.length === 0) throw new TypeError('a claim with quantized runs is wanted');
    const d = decideAt(i, v.params);
    if (d.verdict.kind === 'inadmissible') continue;
    const runs = questions.map((q) => runRow(i, q, v.params, oracle));
    points.push({ sizes: i.choice, values: valuesJson(i, d.point), verdict: d.verdict.kind, runs });
    if (points.length >= POINTS) break;
  }
  return { id: claim.id, file, hash, options, points };
}
