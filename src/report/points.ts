/**
 * A witness as tables: values with their distance to the domain's edge, the slack of every assumption, the failing
 * conclusion's margin at every precision.
 *
 * Rigorous but for the row of doubles, which says so; shown only, no verdict rests on it.
 */
import { type Reading, readingAt } from '../certify/point.ts';
import type { Bounds, Decided } from '../claim/decision.ts';
import type { Declared } from '../claim/instance.ts';
import { judge } from '../claim/judge.ts';
import { type ExactPoint, type ValueJson, valuesJson } from '../claim/point.ts';
import type { Program } from '../claim/program.ts';
import type { Logic } from '../expr/statement.ts';
import { decimalDown, decimalUp, toNumber } from '../number/decimal.ts';
import { float64 } from '../number/float64.ts';
import * as Q from '../number/rational.ts';

type Rational = Q.Rational;

export interface ValueRow {
  readonly name: string;
  readonly exact: ValueJson;
  readonly decimal: ValueJson;
  readonly domain: string;
  /** Distance to the nearest end of the domain, exact; null where the domain is no interval. */
  readonly edge: string | null;
}
export interface Enclosure {
  readonly lo: string;
  readonly hi: string;
  /** Of hi − lo, rounded up; '0' for an exact value. */
  readonly width: string;
}
export interface AssumptionRow {
  readonly text: string;
  readonly latex: string;
  readonly truth: string;
  readonly slack: Enclosure | null;
}
export interface Rung {
  readonly arithmetic: string;
  readonly margin: Enclosure | null;
  readonly says: string;
}
export interface PointTables {
  readonly values: readonly ValueRow[];
  readonly assume: readonly AssumptionRow[];
  readonly ladder: readonly Rung[];
  /** The sides of the failing relation; of an order, the one that should be smaller first. */
  readonly sides: readonly [Enclosure, Enclosure] | null;
  readonly ordered: boolean;
  readonly conclusion: number;
}

const short = (q: Rational): string => {
  const [num, den] = [`${q.num}`, `${q.den}`];
  return q.den === 1n ? num : `${num}/${den}`;
};
const decimal = (q: Rational): string => `${Number(toNumber(q).toPrecision(8))}`;

function edgeOf(d: Declared, entries: readonly Rational[]): string | null {
  if (d.domain.form !== 'entries') return null;
  const { lo, hi } = d.domain.of;
  const gaps = entries.flatMap((q) => [Q.sub(q, lo), Q.sub(hi, q)]);
  return short(gaps.reduce((a, b) => (Q.compare(b, a) < 0 ? b : a)));
}

const mapped = (v: ValueJson, f: (s: string) => string): ValueJson =>
  typeof v === 'string' ? f(v) : v.map((x) => mapped(x, f));
const asDecimal = (text: string): string => {
  const [a, b] = text.split('/');
  return decimal(Q.rational(BigInt(a!), BigInt(b ?? '1')));
};

function values(program: Program, point: ExactPoint, domains: ReadonlyMap<string, string>): readonly ValueRow[] {
  const json = valuesJson(program.instance, { ...point, inputs: [] });
  const inputs = valuesJson(program.instance, point);
  let from = 0;
  const rows = program.instance.reals.map((d): ValueRow => {
    const entries = point.params.slice(from, from + d.variables.length);
    from += d.variables.length;
    const exact = json[d.name]!;
    return {
      name: d.name,
      exact,
      decimal: mapped(exact, asDecimal),
      domain: domains.get(d.name) ?? '',
      edge: edgeOf(d, entries),
    };
  });
  const steps = program.instance.inputs.map((d): ValueRow => {
    const exact = inputs[d.name] ?? [];
    return { name: d.name, exact, decimal: mapped(exact, asDecimal), domain: domains.get(d.name) ?? '', edge: null };
  });
  return [...rows, ...steps];
}

const DIGITS = 24;
function enclosure(b: Bounds | undefined): Enclosure | null {
  const [lo, hi] = b ?? [];
  if (!lo || !hi) return null;
  return { lo: decimalDown(lo, DIGITS), hi: decimalUp(hi, DIGITS), width: decimalUp(Q.sub(hi, lo), 2) };
}

const SAYS = { yes: 'holds', no: 'fails', undecided: 'undecided' } as const;

function inDoubles(program: Program, x: ExactPoint, conclusion: number): Rung {
  const cache = x.inputs.map((s) => s.map(toNumber));
  const point = { params: x.params.map(toNumber), inputs: (k: number) => cache[k] ?? [], horizon: x.horizon };
  const { margin, truth } = judge(float64, program, point).conclude[conclusion]!;
  const text = margin === undefined || !Number.isFinite(margin) ? null : `${margin}`;
  return {
    arithmetic: 'doubles, not rigorous',
    margin: text === null ? null : { lo: text, hi: text, width: '0' },
    says: SAYS[truth],
  };
}

const LADDER = [53, 106, 212, 0] as const;
const nameOf = (bits: number): string =>
  bits === 0 ? 'exact rationals' : bits === 53 ? 'intervals, 53 bits' : `dyadic intervals, ${bits} bits`;

function rung(reading: Reading | undefined, bits: number, conclusion: number): Rung | undefined {
  const said = reading?.conclude[conclusion];
  if (!said) return undefined;
  if (bits === 0 && said.truth === 'undecided') return undefined;
  const undef = said.undefinedSide ? 'a side is undefined' : SAYS[said.truth];
  return { arithmetic: nameOf(bits), margin: said.undefinedSide ? null : enclosure(said.margin), says: undef };
}

/** Is it one inequality? */
const ordered = (l: Logic | undefined): boolean =>
  l?.kind === 'always' ? ordered(l.body) : l?.kind === 'relation' && l.relation.startsWith('<');

const STEPS = 4;
const SIZE = 4000;
const exactAffordable = (p: Program, x: ExactPoint): boolean =>
  p.runs.every((r) => (r.node.steps ?? x.horizon) <= STEPS) &&
  p.top.code.length + p.runs.reduce((n, r) => n + r.step.code.length + r.body.code.length, 0) < SIZE;

/** The tables of a verified witness. `bits`: the precision at which it was verified. */
export function pointTables(
  program: Program,
  point: ExactPoint,
  conclusion: number,
  bits: number,
  domains: ReadonlyMap<string, string>,
): PointTables {
  const rungs = LADDER.filter((b) => b !== 0 || exactAffordable(program, point));
  const precise = bits > 212 ? [bits] : [];
  const readings = [...new Set([...rungs, ...precise])].map((b) => ({ b, reading: readingAt(program, point, b) }));
  const verified = (readings.find(({ b }) => b === bits) ?? readings[0])?.reading;
  const exact = readings.find(({ b }) => b === 0)?.reading;
  const best = exact?.conclude.every((c) => c.truth !== 'undecided') ? exact : verified;
  const sides = best?.conclude[conclusion]?.sides?.map(enclosure);
  const assumed = (i: number): Decided | undefined =>
    [best, exact, verified].find((r) => r && r.assume[i]?.truth !== 'undecided')?.assume[i] ?? best?.assume[i];
  return {
    values: values(program, point, domains),
    assume: program.instance.assume.map((s, i) => ({
      text: s.text,
      latex: s.latex,
      truth: SAYS[assumed(i)?.truth ?? 'undecided'],
      slack: enclosure(assumed(i)?.margin),
    })),
    ladder: [
      inDoubles(program, point, conclusion),
      ...readings.flatMap(({ b, reading }) => rung(reading, b, conclusion) ?? []),
    ],
    sides: sides?.[0] && sides[1] ? [sides[0], sides[1]] : null,
    ordered: ordered(program.instance.conclude[conclusion]?.logic),
    conclusion,
  };
}
