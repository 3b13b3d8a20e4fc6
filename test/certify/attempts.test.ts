/** Attempts to have something false called certified or refuted: each row says what must not come out, and one true twin. */
import { describe, expect, it } from 'vitest';
import { certifyInstance } from '../../src/certify/box.ts';
import { type CheckOptions, checkLoaded, replay } from '../../src/check.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { hashOf } from '../../src/claim/instance.ts';
import { decideAt } from '../../src/finite.ts';
import { adversary, beats, claim, type Expr, ex, integer, iterate, procedures, real, that } from '../../src/index.ts';
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
