/** The Python script of every committed witness runs under plain python3 and agrees; away from the witness it refuses. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certifyPoint, type PointVerdict } from '../../src/certify/point.ts';
import { replay } from '../../src/check.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { type ExactPoint, outside } from '../../src/claim/point.ts';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import { readWitness, type Witness } from '../../src/claim/witness.ts';
import { specialised } from '../../src/finite.ts';
import { claim, type Expr, ex, iterate, real, type Statement, that } from '../../src/index.ts';
import { type LoadedClaim, loadClaim } from '../../src/load.ts';
import * as Q from '../../src/number/rational.ts';
import { pythonOf } from '../../src/report/python.ts';
import { missing, ran as runAll } from './runner.ts';

interface Case {
  readonly id: string;
  readonly witness: Witness;
  readonly program: Program;
  readonly verdict: PointVerdict;
  readonly text: ReturnType<typeof pythonOf>;
  /** The script at a point where the claim certainly holds. */
  readonly elsewhere: string | undefined;
}

type Refuted = Extract<PointVerdict, { kind: 'refuted' }>;

/** A point near the witness where the claim certainly holds, if one of a few is. */
function holding(loaded: LoadedClaim, program: Program, point: ExactPoint): ExactPoint | undefined {
  const instance = loaded.instances.find((i) => i.choice === program.instance.choice)!;
  const factors = [Q.ZERO, Q.rational(1, 8), Q.rational(7, 8), Q.rational(9, 8), Q.rational(2)];
  for (let i = 0; i < Math.min(6, point.params.length); i++)
    for (const f of factors) {
      const params = point.params.map((q, k) => (k === i ? Q.mul(q, f) : q));
      const there = { ...point, params };
      if (outside(instance, there) !== undefined) continue;
      const decided = instance.finite ? compileInstance(specialised(instance, params)) : program;
      if (certifyPoint(decided, there, { maxBits: 106 }).kind === 'holds') return there;
    }
  return undefined;
}

function caseOf(loaded: LoadedClaim, witness: Witness): Case {
  const r = replay(loaded.instances, witness)!;
  const verdict = r.verdict as Refuted;
  const text = pythonOf(loaded, r.program, r.point, verdict, '0');
  const there = 'script' in text ? holding(loaded, r.program, r.point) : undefined;
  const other = there && pythonOf(loaded, r.program, there, verdict, '0');
  const elsewhere = other && 'script' in other ? other.script : undefined;
  return { id: loaded.claim.id, witness, program: r.program, verdict, text, elsewhere };
}

const cases: Case[] = [];
const dir = mkdtempSync(join(tmpdir(), 'counterflow-python-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

beforeAll(async () => {
  for (const path of globSync('theorems/*/*.witness.json').sort()) {
    const loaded = await loadClaim(path.replace('.witness.json', '.ts'));
    cases.push(caseOf(loaded, readWitness(path)));
  }
}, 300_000);

const ran = (scripts: ReadonlyMap<string, string>) => runAll(dir, scripts);

describe.skipIf(missing)('Python scripts', () => {
  it('of every committed point witness run and agree', () => {
    const scripts = new Map(cases.flatMap((c) => ('script' in c.text ? [[c.id, c.text.script] as const] : [])));
    expect(scripts.size).toBeGreaterThan(170);
    const results = ran(scripts);
    const wrong = cases.flatMap((c) => {
      const r = results.get(c.id);
      if (!r) return [];
      const step = c.witness.step === null ? true : r[1].includes(`at step ${c.witness.step}\n`);
      return r[0] === 0 && step && r[1].includes('Confirmed: a counterexample.') ? [] : [[c.id, ...r]];
    });
    expect(wrong).toEqual([]);
  }, 120_000);

  it('refuse at points where the claim holds and outside its domain', () => {
    const scripts = new Map<string, string>();
    for (const c of cases) {
      if (!('script' in c.text)) continue;
      if (c.elsewhere !== undefined) scripts.set(`${c.id} elsewhere`, c.elsewhere);
      const outside = c.text.script.replace(/inside\((\w+), ("[[(]"), (Q\([^)]*\)), /, 'inside($1, $2, Q(10**9), ');
      if (outside !== c.text.script) scripts.set(`${c.id} outside`, outside);
    }
    expect(scripts.size).toBeGreaterThan(200);
    const results = ran(scripts);
    expect([...results].filter(([, r]) => r[0] !== 1)).toEqual([]);
  }, 120_000);

  it('are exact where everything is rational, need mpmath otherwise, and say which', () => {
    const texts = cases.flatMap((c) => ('script' in c.text ? [c.text.script] : []));
    const exact = texts.filter((t) => t.includes('All numbers are exact fractions'));
    expect(exact.length).toBeGreaterThan(60);
    expect(exact.filter((t) => t.includes('mpmath'))).toEqual([]);
    const others = texts.filter((t) => !exact.includes(t));
    expect(others.filter((t) => !t.includes("interval of mpmath's"))).toEqual([]);
  });

  it('keep runs as loops', () => {
    const looped = cases.filter((c) => c.program.runs.some((r) => r.node.kind === 'map' && r.body.outputs.length > 0));
    const flat = looped.filter((c) => 'script' in c.text && !/^for k in range\(\d+\):$/m.test(c.text.script));
    expect(looped.length).toBeGreaterThan(25);
    expect(flat.map((c) => c.id)).toEqual([]);
  });
});

/** Where a statement about every step, or the start of a run, takes its numbers from a step far on, or from t. */
const FAR: readonly (readonly [string, (run: Halves) => Statement])[] = [
  ['a step far on', (run) => halves(run.at(0).w).always(({ w }) => that`${run.at(5).w} > ${w}/16`)],
  [
    'the start of another run',
    (run) =>
      iterate({ start: { z: run.at(4).w }, step: ({ z }) => ({ z }) }).always(
        ({ z }) => that`16*${z} < ${run.at(0).w}`,
      ),
  ],
  ['the number of the step', (run) => run.always(({ t }) => that`sqrt(${t}) != 1`)],
  ['a quotient of it', (run) => run.always(({ t }) => that`(${t}/3)*3 != ${t}`)],
];
type Halves = ReturnType<typeof halves>;
const halves = (k: Expr) => iterate({ start: { w: k }, step: ({ w }) => ({ w: ex`${w}/2` }) });

describe.skipIf(missing)('a script about a run', () => {
  it.each(FAR)('with %s confirms', (name, conclude) => {
    const made = claim('test/script', {
      says: 'For tests.',
      status: 'conjecture',
      reals: { k: real('[0, 1]') },
      where: ({ k }) => ({ run: halves(k) }),
      conclude: ({ run }) => conclude(run),
    });
    const instance = adoptInstance(made.instantiate(made.choices()[0]!));
    const program = compileInstance(instance);
    const point = { choice: instance.choice, params: [Q.ONE], inputs: [], horizon: 2 };
    const loaded = { claim: { id: made.id, says: made.says }, instances: [instance] };
    const verdict = certifyPoint(program, point);
    expect(verdict.kind).toBe('refuted');
    const text = pythonOf(loaded, program, point, verdict as Refuted, '0');
    expect('script' in text && ran(new Map([[name, text.script]])).get(name)![0]).toBe(0);
  });
});

describe('witnesses without a script', () => {
  it('say why', () => {
    const silent = cases.filter((c) => 'why' in c.text);
    const plain = silent.filter(({ program: { instance } }) => !instance.solved?.length && !instance.finite?.length);
    expect(plain.map((c) => c.id)).toEqual([]);
    expect(silent.length).toBeGreaterThan(10);
    for (const c of silent) {
      expect('why' in c.text && c.text.why).toMatch(/^(the|an?) .*\.$/);
    }
  });
});
