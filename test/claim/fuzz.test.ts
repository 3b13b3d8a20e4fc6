/** FUZZ multiplies the effort. Whole random claims: no engine may contradict plain recursion on the description. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { pythonOf } from '../../src/report/python.ts';
import { missing, ran } from '../report/runner.ts';
import { compared, type Outcome } from './fuzz/compare.ts';
import type { Described } from './fuzz/described.ts';
import { type Edit, mutant } from './fuzz/mutants.ts';
import { claims } from './fuzz/random.ts';

const EFFORT = Number(process.env.FUZZ ?? 1);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

interface Tally {
  readonly all: number;
  refused: number;
  proved: number;
  certified: number;
  readonly points: { [kind: string]: number };
  refuted: number;
  open: number;
  doubles: number;
  readonly wrong: string[];
}
const BATCH = 50;
/** The same claims and points for a seed, whatever the engines. */
function* outcomes(count: number, seed: number, points: number, before = compared): Generator<Outcome> {
  let batch: Described[] = [];
  for (let i = 0; i < count; i++) {
    const k = i % BATCH;
    if (k === 0) batch = fc.sample(claims, { numRuns: BATCH, seed: seed * 65537 + i });
    yield before(batch[k]!, seeded(seed * 65537 + i), points);
  }
}

function seeded(seed: number): (n: number) => number {
  let a = seed >>> 0;
  return (n) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

function tally(list: Iterable<Outcome>): Tally {
  const t: Tally & { all: number } = {
    all: 0,
    refused: 0,
    proved: 0,
    certified: 0,
    points: {},
    refuted: 0,
    open: 0,
    doubles: 0,
    wrong: [],
  };
  for (const o of list) {
    t.all++;
    if (o.refused) t.refused++;
    if (o.proved) t.proved++;
    if (o.certified) t.certified++;
    if (o.points.refuted) t.refuted++;
    t.open += o.open;
    t.doubles += o.doubles;
    for (const [kind, n] of Object.entries(o.points)) t.points[kind] = (t.points[kind] ?? 0) + n;
    t.wrong.push(...o.wrong);
  }
  return t;
}

test(
  'random claims',
  () => {
    const count = 200 * EFFORT;
    const { wrong, ...t } = tally(outcomes(count, SEED, 16));
    if (EFFORT > 1) console.log(t);
    expect(wrong.slice(0, 12).join('\n\n')).toBe('');
    expect(t.refused).toBeLessThan(count / 10);
    expect(t.proved).toBeGreaterThan(count / 4);
    expect(t.certified).toBeGreaterThan(count / 8);
    expect(t.refuted).toBeGreaterThan(count / 8);
    expect(t.open).toBeLessThan(count);
  },
  EFFORT * 120_000,
);

const SCRIPTS = 40 * EFFORT;
/** One point a claim: where it is refuted, and where it holds with all it assumes. */
function scripts(list: Iterable<Outcome>): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  const put = (name: string, o: Outcome, x: Outcome['held'][number], bits: number, undefinedSide: boolean): void => {
    const loaded = { claim: { id: 'test/fuzz', says: 'For tests.' }, instances: [o.instance!] };
    const text = pythonOf(loaded, x.program, x.point, { bits, said: { undefinedSide } }, '0');
    /** Roots of squares: a tie that only exact numbers decide. */
    const tied = bits === 0 && 'script' in text && text.script.includes("interval of mpmath's");
    if ('script' in text && !tied) all.set(name, text.script);
  };
  for (const o of list) {
    const [refuted, held] = [o.refuted[0], o.held[0]];
    if (refuted) put(`refuted ${all.size}`, o, refuted, refuted.verdict.bits, refuted.verdict.said.undefinedSide);
    if (held) put(`held ${all.size}`, o, held, 53, false);
    if (all.size >= SCRIPTS) return all;
  }
  return all;
}
const dir = mkdtempSync(join(tmpdir(), 'counterflow-fuzz-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What is undefined, a run or a part of an "or", keeps a script from a verdict: it confirms nothing then. */
const UNDEFINED = /^(Undefined|Undecided|ZeroDivisionError)\(|not defined: /;

test.skipIf(missing)(
  'Python scripts confirm what is refuted, and nothing else',
  () => {
    const all = scripts(outcomes(20 * SCRIPTS, SEED + 2, 8));
    const wrong = [...ran(dir, all)].filter(([name, [code, text]]) =>
      name.startsWith('refuted') ? code !== 0 && !UNDEFINED.test(`${code} ${text}`) : code === 0,
    );
    expect(wrong.map(([name, r]) => `${name}: ${r.join(' ')}\n${all.get(name)}`).join('\n\n')).toBe('');
    expect(all.size).toBeGreaterThanOrEqual(SCRIPTS);
  },
  EFFORT * 120_000,
);

type Fault = readonly [string, Edit];
const soon: readonly Fault[] = [
  [
    'the last state left out',
    ['claim/judge.ts', 'steps.length - 1 : steps.length', 'steps.length - 1 : steps.length - 1'],
  ],
  ['an open end is closed', ['claim/domains.ts', '(low === 0 && c.loOpen)', 'false']],
  [
    'doubles: negation keeps the sign',
    [
      'search/margins.ts',
      'return (s) => s[at]! - s[at + 1]!;\n  return rel',
      'return (s) => s[at + 1]! - s[at]!;\n  return rel',
    ],
  ],
];
/** Found after up to 1500 claims. */
const late: readonly Fault[] = [
  ['only the first conclusion', ['claim/goals.ts', 'i.conclude.flatMap(', 'i.conclude.slice(0, 1).flatMap(']],
  ['hypotheses up to the horizon only', ['claim/judge.ts', 'Math.max(point.horizon, p.assumedTo)', 'point.horizon']],
  [
    '"or" assumed is its first part',
    ['claim/goals.ts', 'l.parts.flatMap(alternatives) :', 'alternatives(l.parts[0]!) :'],
  ],
  [
    'an implication the other way',
    [
      'claim/goals.ts',
      'alternatives(l.parts[0]).flatMap((more) => goalOf(i, l.parts[1], {',
      'alternatives(l.parts[1]).flatMap((more) => goalOf(i, l.parts[0], {',
    ],
  ],
  ['iff in one direction', ['claim/goals.ts', "      { ...l, kind: 'implies', parts: [b, a] } as const,\n", '']],
  ['a closed end is open', ['claim/goals.ts', 'c.loOpen ? lt(lo, x) : le(lo, x)', 'lt(lo, x)']],
  ['the stage is not compared', ['claim/goals.ts', "(shows.stage === 'state' || goal.stage === 'step') &&", '']],
  ['a state one step late', ['claim/judge.ts', 'if (m === k)', 'if (m === k + 1)']],
  ['undefined is true', ['claim/judge.ts', "truth: positive ? 'no' : 'undecided', undef", "truth: 'yes', undef"]],
  [
    'boxes: "or" assumed is its first part',
    [
      'certify/box.ts',
      "if (l.kind !== 'relation') return assumed ? [] : undefined;\n  if (l.rel",
      "if (l.kind === 'or' && assumed) return bounds(l.parts[0]!, true);\n  if (l.kind !== 'relation') return assumed ? [] : undefined;\n  if (l.rel",
    ],
  ],
  [
    'boxes: not equal is no conclusion',
    [
      'certify/box.ts',
      "if (logic.kind !== 'relation' || logic.relation === '!=') return false;",
      "if (logic.kind !== 'relation') return false;\n    if (logic.relation === '!=') return true;",
    ],
  ],
  [
    'boxes: less is at most',
    ['certify/box.ts', "l.relation === '<')];\n  return assumed", 'false)];\n  return assumed'],
  ],
  ['doubles: a state one step late', ['search/fast.ts', 'if (steps[i] === k)', 'if (steps[i] === k + 1)']],
  [
    'the gradient of Nesterov is taken here',
    ['dynamics/momentum.ts', "m.gradient === 'ahead' ?", "m.gradient !== 'ahead' ?"],
  ],
  ['sums start one step late', ['dynamics/descent.ts', 'T.add(s, e.entries[i]!)', 's']],
];
describe('the fuzz finds:', () => {
  test.each(EFFORT > 1 ? [...soon, ...late] : soon)(
    '%s',
    async (_, edit) => {
      const faulty = await mutant(edit);
      let wrong: string | undefined;
      for (const o of outcomes(4000, 7, 16, faulty)) {
        [wrong] = o.wrong;
        if (wrong !== undefined) break;
      }
      expect(wrong).toBeDefined();
    },
    300_000,
  );
});
