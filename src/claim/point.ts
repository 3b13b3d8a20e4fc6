/**
 * Exact points of a claim: the rational values of its reals and of the inputs at each step, and their JSON form.
 *
 * Trusted for what a witness means. Values are exact rationals as text, nested like the shapes they have.
 */
import { parseRational } from '../number/decimal.ts';
import { type Rational, text } from '../number/rational.ts';
import { type Choice, contains } from './domains.ts';
import type { Declared, Instance } from './instance.ts';

export interface ExactPoint {
  readonly choice: Choice;
  /** Entries of all reals in the order of the program's parameters. */
  readonly params: readonly Rational[];
  /** Entries of all inputs, one list per step. */
  readonly inputs: readonly (readonly Rational[])[];
  readonly horizon: number;
}

export type ValueJson = string | readonly ValueJson[];
export type ValuesJson = { readonly [name: string]: ValueJson };

function nested(d: Declared, entries: readonly Rational[]): ValueJson {
  const { kind, rows, columns } = d.shape;
  if (kind === 'scalar') return text(entries[0]!);
  if (kind !== 'matrix') return entries.map(text);
  return Array.from({ length: rows }, (_, i) => entries.slice(i * columns, (i + 1) * columns).map(text));
}

function slices(list: readonly Declared[], entries: readonly Rational[]): readonly (readonly Rational[])[] {
  let from = 0;
  return list.map((d) => {
    from += d.variables.length;
    return entries.slice(from - d.variables.length, from);
  });
}

/** Values of the reals by name; inputs are lists over steps. */
export function valuesJson(instance: Instance, point: ExactPoint): ValuesJson {
  const reals = slices(instance.reals, point.params);
  const inputs = point.inputs.map((step) => slices(instance.inputs, step));
  return Object.fromEntries([
    ...instance.reals.map((d, i) => [d.name, nested(d, reals[i]!)] as const),
    ...instance.inputs.map((d, i) => [d.name, inputs.map((step) => nested(d, step[i]!))] as const),
  ]);
}

export class WitnessError extends Error {}
const refuse = (wanted: string, found: unknown): never => {
  const shown = JSON.stringify(found) ?? 'nothing';
  throw new WitnessError(`${wanted} is wanted, found ${shown.length > 80 ? `${shown.slice(0, 80)}…` : shown}`);
};

function flat(d: Declared, value: unknown): readonly Rational[] {
  const { kind, rows, columns } = d.shape;
  const one = (v: unknown): Rational =>
    (typeof v === 'string' ? parseRational(v) : undefined) ?? refuse(`an exact rational as text for ${d.name}`, v);
  const list = (v: unknown, n: number): readonly unknown[] =>
    Array.isArray(v) && v.length === n ? v : refuse(`a list of ${n} for ${d.name}`, v);
  if (kind === 'scalar') return [one(value)];
  if (kind !== 'matrix') return list(value, rows).map(one);
  return list(value, rows).flatMap((row) => list(row, columns).map(one));
}

/** A point from JSON, read as data; throws WitnessError on anything that is not one of this instance. */
export function pointFromJson(instance: Instance, values: unknown, horizon: number): ExactPoint {
  if (typeof values !== 'object' || values === null) return refuse('an object of values', values);
  const given = values as { readonly [name: string]: unknown };
  const names = new Set([...instance.reals, ...instance.inputs].map((d) => d.name));
  for (const name of Object.keys(given)) if (!names.has(name)) refuse(`values of ${[...names].join(', ')}`, name);
  const params = instance.reals.flatMap((d) => flat(d, given[d.name]));
  const steps = instance.inputs.map((d) => {
    const list = given[d.name];
    return Array.isArray(list) ? list.map((v) => flat(d, v)) : refuse(`a list over steps for ${d.name}`, list);
  });
  const count = steps[0]?.length ?? 0;
  if (steps.some((s) => s.length !== count))
    refuse(
      'inputs over equally many steps',
      steps.map((s) => s.length),
    );
  const inputs = Array.from({ length: count }, (_, k) => steps.flatMap((s) => s[k]!));
  return { choice: instance.choice, params, inputs, horizon };
}

/** The name of a real or input whose value is outside its domain, decided exactly; undefined when all are inside. */
export function outside(instance: Instance, point: ExactPoint): string | undefined {
  const reals = slices(instance.reals, point.params);
  const bad = instance.reals.find((d, i) => !contains(d.domain, d.shape, reals[i]!));
  if (bad) return bad.name;
  for (const step of point.inputs) {
    const entries = slices(instance.inputs, step);
    const wrong = instance.inputs.find((d, i) => !contains(d.domain, d.shape, entries[i]!));
    if (wrong) return wrong.name;
  }
  return undefined;
}
