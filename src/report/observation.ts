/**
 * Runs as lines of JSON, in the observability format of Hypothesis ("PBT observations"), which Tyche and others read.
 *
 * A failure here is one in doubles: a candidate, not a verdict. Lines are appended whole, a thousand at a time.
 */
import { appendFileSync } from 'node:fs';
import { values } from '../claim/domains.ts';
import type { Declared } from '../claim/instance.ts';
import { float64 } from '../number/float64.ts';
import type { FastOutcome } from '../search/fast.ts';
import type { Space } from '../search/space.ts';
import type { Observer } from '../search/survey.ts';

type Value = number | readonly Value[];

export interface Observation {
  readonly type: 'test_case';
  readonly run_start: number;
  readonly property: string;
  readonly status: 'passed' | 'failed' | 'gave_up';
  readonly status_reason: string;
  readonly representation: string;
  readonly arguments: { readonly [name: string]: Value | string };
  readonly how_generated: string;
  readonly features: { readonly [name: string]: number | string | null };
  readonly coverage: null;
  readonly timing: { readonly [part: string]: number };
  readonly metadata: { readonly horizon: number };
}

function nested(d: Declared, entries: readonly number[]): Value {
  const { kind, rows, columns } = d.shape;
  if (kind === 'scalar') return entries[0]!;
  if (kind !== 'matrix') return entries;
  return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns));
}

/** Values of declared numbers whose coordinates begin at `from`. */
function read(list: readonly Declared[], counts: readonly number[], x: Float64Array, from: number): readonly Value[] {
  let at = from;
  return list.map((d, i) => {
    const here = [...x.subarray(at, at + counts[i]!)];
    at += counts[i]!;
    return nested(d, d.domain.form === 'entries' ? here : [...values(float64, d.domain, d.shape, here)]);
  });
}

function argumentsOf({ fast, horizon }: Space, x: Float64Array): Observation['arguments'] {
  const { instance } = fast.program;
  const { counts } = fast;
  const perStep = fast.stepCoordinates.length;
  const reals = read(instance.reals, counts.reals, x, 0);
  const steps = Array.from({ length: perStep > 0 ? horizon : 0 }, (_, k) =>
    read(instance.inputs, counts.inputs, x, fast.coordinates.length + k * perStep),
  );
  return {
    ...instance.choice,
    ...Object.fromEntries(instance.reals.map((d, i) => [d.name, reals[i]!])),
    ...Object.fromEntries(instance.inputs.map((d, i) => [d.name, steps.map((s) => s[i]!)])),
  };
}

const finite = (n: number): number | null => (Number.isFinite(n) ? n : null);
const text = (v: Value | string): string => (Array.isArray(v) ? `(${v.map(text).join(', ')})` : String(v));

function outcome(space: Space, o: FastOutcome): Pick<Observation, 'status' | 'status_reason'> {
  if (!o.accepted) return { status: 'gave_up', status_reason: 'an assumption is not met' };
  const part = o.margins.findIndex((m, i) => m < 0 || o.unclear[i]! >= 0);
  if (part < 0) return { status: 'passed', status_reason: '' };
  const { conclude } = space.fast.program.instance;
  const said = conclude[space.fast.parts[part]!.conclusion]!.text;
  const how = o.unclear[part]! >= 0 ? 'is no number' : `fails by ${-o.margins[part]!}`;
  return { status: 'failed', status_reason: `in doubles, ${said} ${how}` };
}

/** One run as an observation; `start` is the Unix time in seconds at which the claim was begun. */
export function observation(
  id: string,
  start: number,
  space: Space,
  x: Float64Array,
  o: FastOutcome,
  strategy: string,
): Observation {
  const given = argumentsOf(space, x);
  return {
    type: 'test_case',
    run_start: start,
    property: id,
    ...outcome(space, o),
    representation: Object.entries(given)
      .map(([k, v]) => `${k} = ${text(v)}`)
      .join(', '),
    arguments: given,
    how_generated: strategy,
    features: {
      margin: o.accepted ? finite(Math.min(Infinity, ...o.margins)) : null,
      slack: finite(o.slack),
      strategy,
    },
    coverage: null,
    timing: {},
    metadata: { horizon: space.horizon },
  };
}

export interface ObservationFile {
  readonly observe: Observer;
  readonly close: () => void;
}
const LINES = 1000;

/** Appends every run of a claim to a file. */
export function observationFile(path: string, id: string): ObservationFile {
  const start = Date.now() / 1000;
  let lines: string[] = [];
  const close = (): void => {
    if (lines.length > 0) appendFileSync(path, `${lines.join('\n')}\n`);
    lines = [];
  };
  const observe: Observer = (space, x, o, strategy) => {
    lines.push(JSON.stringify(observation(id, start, space, x, o, strategy)));
    if (lines.length >= LINES) close();
  };
  return { observe, close };
}
