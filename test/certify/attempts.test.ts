/** Attempts to have something false called certified or refuted: each row says what must not come out, and one true twin. */
import { describe, expect, it } from 'vitest';
import { certifyInstance } from '../../src/certify/box.ts';
import { type CheckOptions, checkLoaded, replay } from '../../src/check.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { hashOf } from '../../src/claim/instance.ts';
import { decideAt } from '../../src/finite.ts';
import {
  adversary,
  and,
  beats,
  claim,
  type Expr,
  ex,
  implies,
  integer,
  iterate,
  or,
  orthogonalRows,
  procedures,
  real,
  type Statement,
  that,
} from '../../src/index.ts';
import { instances, type LoadedClaim } from '../../src/load.ts';
import * as Q from '../../src/number/rational.ts';

const OPTIONS: CheckOptions = { seed: 1, runs: 1500, useWitness: false, quick: true };
const loaded = (config: object): LoadedClaim => {
  const it = claim('test/attempt', {
    says: 'For tests.',
    status: 'conjecture',
    ...config,
  } as never) as unknown as Claim;
  const all = instances(it, 'here.ts');
  return { file: 'here.ts', claim: it, instances: all, hash: hashOf(it.id, all) };
};
const verdict = (config: object) =>
  checkLoaded(loaded(config), OPTIONS, { loaded: () => {}, progress: () => {} }).row.verdict;

type Number1 = { readonly k: Expr };
const up = ({ k }: Number1) => iterate({ start: { w: ex`${k}` }, step: ({ w }) => ({ w: ex`${w} + 1` }) });
const halves = ({ k }: Number1) =>
  iterate({ start: { w: ex`${k}` }, step: ({ w }) => ({ w: ex`${w}/2` }) }).quantized({
    format: 'q9.0',
    rounding: 'floor',
    rounds: 'update',
  });
const doubles = (k: Expr, steps?: number) =>
  iterate({ start: { w: ex`${k}` }, step: ({ w }) => ({ w: ex`2*${w}` }), ...(steps ? { steps } : {}) });

describe('a question about a finite system beside a statement about every step of an exact run', () => {
  const finite = { reals: { k: integer(0, 3) } };
  const both = (v: Number1) => ({ run: up(v), rounded: halves(v) });
  type Both = ReturnType<typeof both>;
  it.each([
    ['its state', (v: Both) => [v.run.always(({ w }) => that`${w} <= 3`), v.rounded.settles()]],
    ['two states', (v: Both) => [v.run.always(({ w, next }) => that`${next.w} <= ${w}`), v.rounded.settles()]],
    [
      'and a game',
      (v: Both) => [v.run.always(({ w }) => that`${w} <= 3`), beats(adversary.sign, procedures.fixedPrecision(8))],
    ],
  ])('no step of it is looked at, so it is not certified: %s', (_, conclude) => {
    const claimed = { ...finite, where: both, conclude };
    expect(verdict(claimed)).toBe('undecided');
    expect(decideAt(loaded(claimed).instances[0]!, [Q.ONE]).verdict.kind).toBe('undecided');
  });
  it('with arbitrary inputs, too; a run with steps is decided', () => {
    const free = {
      ...finite,
      inputs: { g: real('[-1, 1]') },
      where: (v: Number1 & { readonly g: Expr }) => ({
        rounded: halves(v),
        run: iterate({ start: { w: ex`${v.k}` }, step: ({ w }) => ({ w: ex`${w} + ${v.g}` }) }),
      }),
      conclude: (v: Both) => [v.run.always(({ w }) => that`${w} >= 0`), v.rounded.settles()],
    };
    expect(verdict(free)).toBe('undecided');
    const short = (most: number) => ({
      ...finite,
      where: (v: Number1) => ({ rounded: halves(v), run: doubles(v.k, 2) }),
      conclude: (v: Both) => [v.run.always(({ w }) => that`${w} <= ${most}`), v.rounded.settles()],
    });
    expect(verdict(short(12))).toBe('certified');
    expect(verdict(short(11))).toBe('refuted');
  });
});

describe('a hypothesis about every step', () => {
  const reals = { k: real('[0, 1]') };
  const low = (v: { readonly run: ReturnType<typeof doubles> }) => v.run.always(({ w }) => that`${w} <= 1/2`);
  type Runs = { readonly run: ReturnType<typeof doubles>; readonly short: ReturnType<typeof doubles> };
  const where = ({ k }: Number1) => ({ run: doubles(k), short: doubles(k, 5) });
  it.each([
    ['a run with steps', (v: Runs) => v.short.always(({ w }) => that`${w} <= 1/2`)],
    ['a step far on', (v: Runs) => v.run.always(() => that`${v.run.at(6).w} <= 1/2`)],
    ['a step written out', (v: Runs) => v.run.always(() => that`${v.run.at(3).w} <= 1/2`)],
  ])('holds up to the last step that is spoken of: %s', (_, conclude) => {
    const claimed = { reals, where, assume: low, conclude };
    expect(verdict(claimed)).not.toBe('refuted');
    const all = loaded(claimed).instances;
    const at = (k: string) => replay(all, { sizes: {}, values: { k }, step: 0 } as never)?.verdict.kind;
    expect(at('1/8')).toBe('inadmissible');
  });
  const onwards = (w: Expr) => iterate({ start: { w }, step: ({ w }) => ({ w: ex`${w}/2` }) });
  it.each([
    ['the start of another run', (v: Runs) => onwards(v.run.at(3).w).always(({ w }) => that`${w} <= 1/2`)],
    ['its number', (v: Runs) => v.run.always(() => that`${v.run.at(3).t} < 3`)],
  ])('holds up to a step that is not in the conclusion’s formula: %s', (_, conclude) => {
    const alone = ({ k }: Number1) => ({ run: doubles(k) });
    const all = loaded({ reals, where: alone, assume: low, conclude }).instances;
    expect(replay(all, { sizes: {}, values: { k: '1/8' }, step: 0 } as never)?.verdict.kind).toBe('inadmissible');
  });
  it('a true twin of them is refuted', () => {
    const conclude = (v: Runs) => v.short.always(({ w }) => that`${w} <= 1/4`);
    expect(verdict({ reals, where, assume: low, conclude })).toBe('refuted');
  });
  it.each([
    ['a parameter', ({ k }: Number1) => that`${k} <= 0`],
    ['one step', (v: Runs) => that`${v.run.at(5).w} <= 0`],
  ])('is refused beside a conclusion about no step: %s', (_, conclude) => {
    expect(() => loaded({ reals, where, assume: low, conclude })).toThrow(/conclusions about every step beside/);
  });
});

describe('undefined sides', () => {
  const at = { k: real('[-1, -1]') };
  const none = ({ k }: Number1) => implies(that`sqrt(${k}) >= 0`, that`1 <= 0`);
  it('of a hypothesis inside a hypothesis refute nothing, wherever it stands', () => {
    expect(verdict({ reals: at, assume: none, conclude: ({ k }: Number1) => that`${k} >= 0` })).toBe('vacuous');
    expect(verdict({ reals: at, conclude: (v: Number1) => implies(none(v), that`${v.k} >= 0`) })).toBe('undecided');
    const all = { k: integer(1, 1) };
    expect(verdict({ reals: all, conclude: (v: Number1) => implies(none(v), that`${v.k} >= 2`) })).not.toBe('refuted');
    const met = (v: Number1) => implies(implies(that`sqrt(${v.k}) >= 0`, that`0 <= 1`), that`${v.k} >= 2`);
    expect(verdict({ reals: all, conclude: met })).toBe('refuted');
  });
  const REFUTED: readonly (readonly [string, string, (k: Expr) => Statement])[] = [
    ['a side that is the same', '[-1, 1]', (k) => that`1/${k} <= 1/${k}`],
    ['times zero', '[-1, 1]', (k) => that`0*(1/${k}) <= 1`],
    ['a quotient of equals', '[-1, 1]', (k) => that`${k}/${k} = 1`],
    ['0/0', '[-1, 1]', (k) => that`0/0 <= ${k} + 5`],
    ['a cube root', '[-1, 1]', (k) => that`${k}^(1/3) <= 1`],
    ['a closed end', '[0, 1]', (k) => that`ln(${k}) <= 0`],
    ['a square of a root', '[-1, 1]', (k) => that`sqrt(${k})^2 <= 1`],
    ['both parts of an or', '[-1, 1]', (k) => or(that`sqrt(${k}) >= 0`, that`1/${k} >= 0`)],
    ['at one point', '[0, 1]', (k) => that`1/(${k} - 1/3)^2 > 0`],
  ];
  it.each(REFUTED)('of a conclusion are found: %s', (_, domain, says) => {
    const claimed = { reals: { k: real(domain as '[0, 1]') }, conclude: ({ k }: Number1) => says(k) };
    expect(verdict(claimed)).toBe('refuted');
    expect(certifyInstance(loaded(claimed).instances[0]!, { cells: 300 }).kind).toBe('undecided');
  });
});

describe('boxes do not cover what fails', () => {
  const FALSE: readonly (readonly [string, string, (k: Expr) => Statement])[] = [
    ['at an inner point', '[0, 1]', (k) => that`(${k} - 1/3)^2 > 0`],
    ['at a point that is no fraction', '[1, 2]', (k) => that`(${k}^2 - 2)^2 > 0`],
    ['by 10⁻⁴⁰', '[0, 1]', (k) => that`${k}*(1 - ${k}) <= 1/4 - 1e-40`],
    ['in a spike', '[0, 1]', (k) => that`exp(-1e30*(${k} - 1/3)^2) <= 1/2`],
    ['at a kink', '[-1, 1]', (k) => that`abs(${k}) - 1/10000000 >= 0`],
    ['at a kink of a root', '[-1, 1]', (k) => that`sqrt(${k}^2) - 1/1000000000 >= 0`],
    ['at a pole', '[0, 3]', (k) => that`tan(${k}) >= -1000000000000`],
    ['in a wide domain', '[-1e300, 1e300]', (k) => that`1/(1 + (${k} - 1e100)^2) <= 1/2`],
    ['in a narrow domain', '[0, 1e-400]', (k) => that`${k} <= 1e-401`],
    ['between the doubles', '[1/3, 1/3]', (k) => that`${k} <= 0.333333333333333333`],
    ['at a log end', '(0, 1]', (k) => that`${k} >= 1e-19`],
    ['where a hypothesis barely holds', '[-1, 1]', (k) => implies(that`sqrt(${k}) >= 0`, that`${k} >= 1/1000000`)],
  ];
  it.each(FALSE)('%s', (_, domain, says) => {
    const claimed = { reals: { k: real(domain as '[0, 1]') }, conclude: ({ k }: Number1) => says(k) };
    expect(certifyInstance(loaded(claimed).instances[0]!, { cells: 300, operations: 2e6 }).kind).toBe('undecided');
  });
  it.each<readonly [string, (k: Expr) => Statement]>([
    ['a false lemma', (k) => that`${k} <= 1/2`],
    ['a lemma that assumes itself', (k) => implies(that`${k} <= 1/2`, that`${k} <= 1/2`)],
    ['a lemma with an undefined side', (k) => that`${k} - 1/2 <= 0/(${k} - 3/4)`],
    ['an equation', (k) => that`${k} = ${k}^2`],
  ])('nor by a lemma that fails: %s', (_, lemma) => {
    const claimed = {
      reals: { k: real('[0, 1]') },
      conclude: ({ k }: Number1) => that`${k} <= 1/2`,
      boxes: ({ k }: Number1) => lemma(k),
    };
    expect(certifyInstance(loaded(claimed).instances[0]!, { cells: 300 }).kind).toBe('undecided');
  });
});

describe('quantized runs', () => {
  type Rounded = ReturnType<typeof halves>;
  const rounded = (step: (w: Expr, g: Expr) => Expr, batches?: readonly { readonly g: number }[]) => ({
    reals: { k: integer(1, 1) },
    ...(batches ? { inputs: { g: integer(-1, 1) } } : {}),
    where: (v: Number1 & { readonly g: Expr }) => ({
      run: iterate({ start: { w: ex`${v.k}` }, step: ({ w }) => ({ w: step(w, batches ? v.g : v.k) }) }).quantized({
        format: 'q6.0',
        rounding: 'toward-zero',
        rounds: 'store',
        ...(batches ? { batches } : {}),
      }),
    }),
  });
  const said = (of: object, conclude: (r: Rounded) => Statement) =>
    verdict({ ...of, conclude: ({ run }: { readonly run: Rounded }) => conclude(run) });
  const cycle = (period: number, entered: number) => (r: Rounded) =>
    and(that`${r.cycle.period} = ${period}`, that`${r.cycle.entered} = ${entered}`);

  it('are at rest when the weights are, wherever the batches go on', () => {
    const still = rounded((w, g) => ex`${w} + ${g}`, [{ g: 0 }, { g: 0 }]);
    expect(said(still, (r) => r.settles())).toBe('certified');
    expect(said(still, cycle(1, 0))).toBe('certified');
    const dies = rounded((w, g) => ex`${w}*${g}`, [{ g: 1 }, { g: 0 }]);
    expect(said(dies, (r) => r.settles())).toBe('certified');
    expect(said(dies, cycle(1, 2))).toBe('certified');
    const moves = rounded((w, g) => ex`${w} + ${g}`, [{ g: 0 }, { g: 1 }, { g: 0 }, { g: -1 }]);
    expect(said(moves, (r) => r.settles())).toBe('refuted');
    expect(said(moves, cycle(4, 0))).toBe('certified');
    const turns = rounded((w, g) => ex`${w}*${g}`, [{ g: -1 }, { g: -1 }, { g: -1 }]);
    expect(said(turns, cycle(2, 0))).toBe('certified');
  });
  it('end in classes that are sets', () => {
    const where = ({ k }: Number1) => ({
      run: iterate({ start: { w: ex`${k}` }, step: ({ w }) => ({ w: ex`${w}/2` }) }).quantized({
        format: 'q3.0',
        rounding: 'stochastic',
        rounds: 'store',
      }),
    });
    const dies = (classes: readonly (readonly { readonly w: number }[])[]) => ({
      reals: { k: integer(1, 1) },
      where,
      conclude: ({ run }: ReturnType<typeof where>) => run.closedClasses(classes),
    });
    expect(verdict(dies([[{ w: 0 }, { w: 0 }], [{ w: 0 }]]))).toBe('certified');
    expect(verdict(dies([[{ w: 0 }], [{ w: 1 }]]))).toBe('refuted');
  });
  it('are asked for at steps that a number can count only', () => {
    const swings = rounded((w) => ex`5 - (${w} - 3)^2/2`);
    expect(said(swings, (r) => that`${r.at(2 ** 53 - 2).w} = 5`)).toBe('certified');
    expect(said(swings, (r) => that`${r.at(2 ** 53 - 1).w} = 3`)).toBe('certified');
    expect(() => said(swings, (r) => that`${r.at(2 ** 53 + 2).w} = 3`)).toThrow(/below 2\^53/);
  });
});

describe('domains beyond doubles', () => {
  const low = { assume: ({ k }: Number1) => that`${k} <= 5`, conclude: ({ k }: Number1) => that`${k} <= 4` };
  it('are refused, and not covered by boxes', () => {
    expect(() => loaded({ reals: { k: real('[0, 1e400]' as never) }, ...low })).toThrow(/at most 10\^300/);
    const [i] = loaded({ reals: { k: real('[0, 1]') }, ...low }).instances;
    const [k] = i!.reals;
    const of = { ...k!.domain.of, hi: Q.pow(Q.rational(10), 400) };
    const far = { ...i!, reals: [{ ...k!, domain: { ...k!.domain, of } }] };
    expect(certifyInstance(i!).kind).toBe('certified');
    expect(certifyInstance(far).kind).toBe('undecided');
  });
});

it('rows of negative length are refused', () => {
  expect(() => orthogonalRows(1, 2, '[-1, 2]')).toThrow(/lengths of rows that are ≥ 0/);
});
