/**
 * The ITF1788 conformance vectors, read from the folder in ITF1788_DIR.
 *
 * Every statement of every supported operation runs: its result must contain the expected one (which is the tightest
 * interval), and is `tight` when equal. A decoration com, dac or def must come out `defined: yes`; trv never does.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY, UNARY } from '../../src/number/arithmetic.ts';
import { between, interval as I, type Interval, isEmpty, redefined } from '../../src/number/interval.ts';
import * as S from '../../src/number/sets.ts';
import { type Literal, readItl, type Statement } from './itl.ts';

type Value = Interval | number | string | boolean;
// biome-ignore lint/suspicious/noExplicitAny: the statements carry the types
type Op = (...args: readonly any[]) => Value | readonly Value[];

const ALIASES: Readonly<Record<string, string>> = {
  sqr: 'square',
  pown: 'pow',
  pow: 'raise',
  convexHull: 'hull',
  logp1: 'log1p',
  isCommonInterval: 'isCommon',
};
const one = between(1, 1);
const { hull, intersection, isEntire, isSingleton, isCommon, isMember, equal, subset, disjoint, interior } = S;
const { less, strictLess, precedes, strictPrecedes, overlap, mid, rad, wid, mag, mig, cancelMinus, cancelPlus } = S;
const { sign, floor, ceil, trunc, roundTiesToAway, roundTiesToEven } = S;
const OPERATIONS: Readonly<Record<string, unknown>> = {
  ...I,
  hull,
  intersection,
  isEntire,
  isSingleton,
  isCommon,
  isMember,
  equal,
  subset,
  disjoint,
  interior,
  less,
  strictLess,
  precedes,
  strictPrecedes,
  overlap,
  mid,
  rad,
  wid,
  mag,
  mig,
  cancelMinus,
  cancelPlus,
  sign,
  floor,
  ceil,
  trunc,
  roundTiesToAway,
  roundTiesToEven,
  isEmpty,
  pos: (a: Interval) => a,
  recip: (a: Interval) => I.div(one, a),
  inf: (a: Interval) => a.lo,
  sup: (a: Interval) => a.hi,
  midRad: (a: Interval) => [mid(a), rad(a)],
  'b-numsToInterval': (lo: number, hi: number) => between(lo, hi),
};
/** Operations whose arguments are all intervals. */
const INTERVALS: ReadonlySet<string> = new Set([...UNARY, ...BINARY, 'square', 'raise', 'fma', 'hull', 'intersection']);
const NOT_OPERATIONS = new Set(['name', 'rational', 'pi', 'defined', 'compare', 'power']);

const supported = (op: string): Op | undefined => {
  const name = ALIASES[op] ?? op;
  return NOT_OPERATIONS.has(op) ? undefined : (OPERATIONS[name] as Op | undefined);
};

/** An input: undecided for trv, as the decoration says. */
function input(l: Literal): Value {
  if (l.kind === 'number') return l.value;
  if (l.kind !== 'interval') throw new TypeError(`no value: ${l.kind}`);
  const a = between(l.lo, l.hi);
  return l.decoration === 'trv' ? redefined(a, 'undecided') : a;
}

const same = (x: number, y: number): boolean => x === y || (Number.isNaN(x) && Number.isNaN(y));
const isInterval = (v: Value | undefined): v is Interval => typeof v === 'object';

type Outcome = 'tight' | 'wider' | `failed: ${string}`;
function judgeInterval(found: Interval, wanted: Literal & { kind: 'interval' }): Outcome {
  const target = between(wanted.lo, wanted.hi);
  const show = `[${found.lo}, ${found.hi}] ${found.defined}`;
  if (Number.isNaN(found.lo) || Number.isNaN(found.hi) || !subset(target, found)) return `failed: ${show}`;
  const decorated = wanted.decoration !== undefined;
  const wantsYes = decorated && wanted.decoration !== 'trv';
  if (decorated && (found.defined === 'yes') !== wantsYes) return `failed: defined, ${show}`;
  if (isEmpty(found) && found.defined === 'yes') return `failed: empty and defined`;
  return equal(target, found) ? 'tight' : 'wider';
}
function judge(found: Value | undefined, wanted: Literal): Outcome {
  if (wanted.kind === 'interval') return isInterval(found) ? judgeInterval(found, wanted) : `failed: ${String(found)}`;
  if (wanted.kind === 'number')
    return typeof found === 'number' && same(found, wanted.value) ? 'tight' : `failed: ${String(found)}`;
  const right = wanted.kind === 'word' && `${String(found)}` === wanted.value;
  return right ? 'tight' : `failed: ${String(found)}`;
}

/** Why a statement is not run; undefined where it is. */
function skipReason(s: Statement): string | undefined {
  if (!supported(s.op)) return `operation ${s.op}`;
  for (const l of [...s.inputs, ...s.outputs]) {
    if (l.kind === 'text') return 'text';
    if (l.kind === 'other') return `literal: ${l.value}`;
  }
  if (s.inputs.some((l) => l.kind === 'word')) return 'input word';
  const ofIntervals = INTERVALS.has(ALIASES[s.op] ?? s.op);
  return ofIntervals && s.inputs.some((l) => l.kind === 'number') ? 'a number for an interval' : undefined;
}

interface Tally {
  ran: number;
  tight: number;
  decorated: number;
  readonly failures: string[];
  readonly wider: string[];
  readonly skipped: Map<string, number>;
}
function run(s: Statement, tally: Tally, file: string): void {
  const reason = skipReason(s);
  if (reason !== undefined) {
    tally.skipped.set(reason, (tally.skipped.get(reason) ?? 0) + 1);
    return;
  }
  tally.ran++;
  if (s.outputs.some((l) => l.kind === 'interval' && l.decoration)) tally.decorated++;
  const value = supported(s.op)?.(...s.inputs.map(input));
  const values = Array.isArray(value) ? value : [value];
  const outcomes = s.outputs.map((wanted, i) => judge(values[i], wanted));
  const failed = outcomes.find((o) => o.startsWith('failed'));
  if (failed) tally.failures.push(`${file}:${s.line} ${s.op}: ${failed}`);
  else if (outcomes.every((o) => o === 'tight')) tally.tight++;
  else tally.wider.push(`${file}:${s.line} ${s.op}`);
}

const folder = process.env.ITF1788_DIR;
function statements(file: string): readonly Statement[] {
  try {
    return readItl(readFileSync(join(folder!, file), 'utf8'));
  } catch (e) {
    throw new Error(`${file}: ${e instanceof Error ? e.message : e}`);
  }
}
describe.skipIf(folder === undefined)('ITF1788', () => {
  it('holds on every statement of every supported operation, at least 95 % tight', () => {
    expect(existsSync(folder!), `the folder of ITF1788_DIR exists`).toBe(true);
    const files = readdirSync(folder!).filter((f) => f.endsWith('.itl'));
    expect(files.length, 'there are .itl files in it').toBeGreaterThan(0);
    const tally: Tally = { ran: 0, tight: 0, decorated: 0, failures: [], wider: [], skipped: new Map() };
    for (const file of files) for (const s of statements(file)) run(s, tally, file);
    const skipped = [...tally.skipped].sort((x, y) => y[1] - x[1]);
    const left = skipped.reduce((n, [, count]) => n + count, 0);
    console.log(
      `ITF1788: ${tally.ran} statements ran (${tally.decorated} decorated), ${tally.tight} tight, ${tally.failures.length} failed;`,
      `wider: ${tally.wider.slice(0, 20).join(', ') || 'none'};`,
      `${left} skipped (${((100 * left) / (left + tally.ran)).toFixed(1)} %): ${skipped.map(([why, n]) => `${why} ${n}`).join(', ')}`,
    );
    expect(tally.failures).toEqual([]);
    expect(tally.tight / tally.ran).toBeGreaterThanOrEqual(0.95);
  });
});
