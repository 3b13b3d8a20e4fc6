import { describe, expect, it } from 'vitest';
import { certifyInstance } from '../../src/certify/box.ts';
import { type Certificate, certificateOf } from '../../src/certify/certificate.ts';
import type { Claim } from '../../src/claim/claim.ts';
import { adoptInstance, type Instance } from '../../src/claim/instance.ts';
import { claim, type Expr, ex, real, type Statement, that } from '../../src/index.ts';
import { loadClaim } from '../../src/load.ts';
import { ofNumber } from '../../src/number/decimal.ts';
import { dyadic, toRationals } from '../../src/number/dyadic.ts';
import * as Q from '../../src/number/rational.ts';
import { boxesDocument } from '../../src/report/schema.ts';
import { constant, type I, P, rules } from '../../tools/verify/intervals.ts';
import { covers, verify } from '../../tools/verify-boxes.ts';

type Says = (v: { readonly z: Expr }) => Statement | readonly Statement[];
/** A claim about one z of an interval. */
const about = (domain: string, conclude: Says, more: object = {}): readonly Instance[] => {
  const made = claim('test/box', {
    says: 'x',
    status: 'theorem',
    reals: { z: real(domain as '[0, 1]') },
    conclude,
    boxes: 'conclusions',
    ...more,
  }) as unknown as Claim;
  return made.choices().map((c) => adoptInstance(made.instantiate(c)));
};
const BUDGET = { cells: 3000, operations: 2e8 };
const outcome = (all: readonly Instance[]) => certifyInstance(all[0]!, BUDGET);
const certified = (all: readonly Instance[]): Certificate => {
  const c = certificateOf('test/box', '', all, BUDGET);
  if ('reason' in c) throw new Error(c.reason);
  return JSON.parse(JSON.stringify(c)) as Certificate;
};
const check = (c: Certificate) => verify(c as unknown as Parameters<typeof verify>[0]);
const library = async (file: string) => (await loadClaim(`theorems/${file}.ts`)).instances;

const q = (z: Expr) => ex`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2)`;
const TRUE: readonly (readonly [string, Says])[] = [
  ['[0, 10]', ({ z }) => that`0 <= exp(-${z} - ${z}^2/2) - (1 - ${z}) <= ${z}^3/3`],
  ['[1/1000000, 1000000]', ({ z }) => that`ln(${z}) <= asinh(${z}/2) <= ln(1 + ${z})`],
  ['[1/1000000, 1000000]', ({ z }) => that`${z}^2/(4*sqrt(1 + ${z}^2/4)) <= ${q(z)} <= ${z}^2/4`],
  ['[-3, 3]', ({ z }) => that`tanh(${z}) <= 1 - 2/(exp(2*${z}) + 1) + 1/1000000`],
  ['[0, 4]', ({ z }) => that`sinh(${z}) <= ${z}*cosh(${z})`],
  ['[0, 1]', ({ z }) => that`abs(${z} - 1/2) <= 1/2 + ${z}/1000`],
  ['[1/10, 9]', ({ z }) => that`${z}^(1/3) <= 2/3 + ${z}/3 + 1/1000000`],
];
const FALSE: readonly (readonly [string, Says])[] = [
  ['[0, 10]', ({ z }) => that`exp(-${z} - ${z}^2/2) - (1 - ${z}) <= ${z}^3/4`],
  ['[1/1000000, 1000000]', ({ z }) => that`asinh(${z}/2) <= ln(1 + ${z}/2)`],
  ['[1/1000000, 1000000]', ({ z }) => that`${q(z)} <= ${z}^2/8`],
  ['[0, 4]', ({ z }) => that`${z}*cosh(${z}) <= sinh(${z})`],
  ['[0, 1]', ({ z }) => that`0 < ${z}`],
  ['[0, 1]', ({ z }) => that`0 <= ln(${z} + 1) - ${z}`],
  ['[-1, 1]', ({ z }) => that`0 <= sqrt(${z})`],
  ['[0, 1]', ({ z }) => that`0 <= 1/${z}`],
];

describe('whole domains by boxes', () => {
  it('true inequalities are covered, touching zeros at an end included; the independent checker agrees', () => {
    for (const [domain, says] of TRUE) {
      const c = certified(about(domain, says));
      const cells = c.instances.flatMap((i) => i.goals.flatMap((g) => g.cells)).length;
      expect(check(c), `${domain} ${says}`).toBe(cells);
      expect(boxesDocument.safeParse(c).success).toBe(true);
    }
  });

  it('false ones, and ones not defined everywhere, are not', () => {
    for (const [domain, says] of FALSE)
      expect(outcome(about(domain, says)).kind, `${domain} ${says}`).toBe('undecided');
  });

  it('a neighbourhood that is left out is used only where it is needed, and said', () => {
    const root: Says = ({ z }) => that`0 < abs(${z} - 1)`;
    expect(outcome(about('[0, 2]', root)).kind).toBe('undecided');
    expect(outcome(about('[0, 2]', root, { tight: (({ z }) => that`${z} = 1`) satisfies Says }))).toMatchObject({
      kind: 'certified',
      leftOut: ['z = 1 to within 1/1000'],
    });
    const stated: Says = ({ z }) => that`9/10 <= ${z} <= 11/10`;
    const r = about('[0, 2]', root, { tight: stated });
    expect(outcome(r)).toMatchObject({ kind: 'certified', leftOut: ['9/10 <= z <= 11/10'] });
    expect(check(certified(r))).toBeGreaterThan(2);
    expect(outcome(about('[2, 3]', root, { tight: stated }))).toMatchObject({ kind: 'certified', leftOut: [] });
  });

  it('ends by work done, not by time: the same on every machine', () => {
    const [domain, says] = TRUE[0]!;
    const within = (operations: number) => certifyInstance(about(domain, says)[0]!, { cells: 3000, operations });
    expect(within(1000)).toMatchObject({ kind: 'undecided', reason: 'more than 1000 operations' });
    expect(within(2e8).kind).toBe('certified');
  });

  it('what boxes certify in place of the conclusions has to imply them', () => {
    const conclude: Says = ({ z }) => that`${z}^3 - ${z}^2 - ${z} + 1 >= 0`;
    const factored: Says = ({ z }) => that`1 + ${z} >= 0`;
    const more = { boxes: factored };
    expect(outcome(about('[0, 2]', conclude, more))).toMatchObject({ kind: 'undecided' });
    const enough: Says = ({ z }) => that`(1 + ${z})*(1 - ${z})^2 >= 0`;
    expect(outcome(about('[0, 2]', conclude, { boxes: enough }))).toMatchObject({ kind: 'certified' });
    expect(outcome(about('[-2, 2]', conclude, { boxes: enough }))).toMatchObject({ kind: 'undecided' });
  });

  it('the sharp constant of one step from below, on its factored margin', async () => {
    const c = certificateOf('descent/one-step-sharp', '', await library('descent/one-step-sharp'));
    expect('instances' in c && c.instances[0]!.derived).toBe(true);
    expect(check(JSON.parse(JSON.stringify(c)))).toBeGreaterThan(100);
  });
});

describe('the independent checker', () => {
  const original = () => certified(about('[0, 10]', TRUE[0]![1]));
  const text = () => JSON.stringify(original());
  const refused = (c: unknown) => expect(typeof check(c as Certificate)).toBe('string');

  it('refuses certificates that were tampered with', () => {
    expect(check(original())).toBeGreaterThan(5);
    for (let k = 0; k < original().instances[0]!.goals[1]!.cells.length; k++) {
      const c = original();
      (c.instances[0]!.goals[1]!.cells as unknown[]).splice(k, 1);
      refused(c);
    }
    refused(JSON.parse(text().replaceAll('"num","3"', '"num","4"')));
    refused(JSON.parse(text().replaceAll('"exp"', '"tanh"')));
    refused(JSON.parse(text().replaceAll('"exp"', '"constructor"')));
    refused(JSON.parse(text().replaceAll('"strict":false', '"strict":true')));
    refused({ ...original(), schema: 'counterflow/boxes@2' });
    refused({ ...original(), instances: [] });
    const wider = original();
    (wider.instances[0]!.box.hi as number[])[0] = 10.001;
    refused(wider);
    const renamed = original();
    (renamed.instances[0]!.variables as string[])[0] = 'y';
    refused(renamed);
    const nowhere = original();
    for (const g of nowhere.instances[0]!.goals) for (const c of g.cells) Object.assign(c.proof, { by: 'believed' });
    refused(nowhere);
  });

  it('covers: halves do, and not without one of them, in three dimensions', () => {
    let seed = 3;
    const next = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return seed / 2 ** 32;
    };
    type Box = { lo: number[]; hi: number[] };
    const all: Box[] = [{ lo: [0, 0, 0], hi: [1, 2, 4] }];
    const whole = all[0]!;
    for (let k = 0; k < 40; k++) {
      const [b] = all.splice(Math.floor(next() * all.length), 1) as [Box];
      const i = Math.floor(next() * 3);
      const at = b.lo[i]! + (b.hi[i]! - b.lo[i]!) * next();
      all.push(
        { lo: b.lo, hi: b.hi.map((v, j) => (j === i ? at : v)) },
        { lo: b.lo.map((v, j) => (j === i ? at : v)), hi: b.hi },
      );
    }
    expect(covers(all, whole)).toBe(true);
    for (let k = 0; k < all.length; k++)
      expect(
        covers(
          all.filter((_, j) => j !== k),
          whole,
        ),
      ).toBe(false);
  });

  it('its arithmetic holds what 400-bit arithmetic says, and is narrow', () => {
    const A = dyadic(400);
    const names = ['exp', 'log', 'sqrt', 'sinh', 'cosh', 'tanh', 'asinh'] as const;
    const unit = Q.rational(1n, 1n << P);
    for (let k = 0; k < 300; k++) {
      const x = (k % 7 === 0 ? 1 : 2 ** ((k % 60) - 30)) * (1 + ((k * 0.618) % 1)) * (k % 2 === 0 ? 1 : -1);
      if (Math.abs(x) > 40) continue;
      const at: I = [(BigInt(Math.round(x * 2 ** 60)) << P) >> 60n, (BigInt(Math.round(x * 2 ** 60)) << P) >> 60n];
      const exactX = Q.mul(Q.rational(at[0]), unit);
      for (const f of names) {
        if ((f === 'log' || f === 'sqrt') && x <= 0) continue;
        const [lo, hi] = rules[f]!(constant(at), constant(at), '')(0);
        const [low, high] = toRationals(A[f](A.rational(exactX)));
        expect(Q.compare(Q.mul(Q.rational(lo), unit), high!) <= 0, `${f} ${x}`).toBe(true);
        expect(Q.compare(low!, Q.mul(Q.rational(hi), unit)) <= 0, `${f} ${x}`).toBe(true);
        const size = Math.max(1, Math.abs(Number(hi) / Number(1n << P)));
        expect(Number(hi - lo)).toBeLessThan(2 ** 40 * size * Math.max(1, size));
      }
    }
    expect(ofNumber(0.5).den).toBe(2n);
  });
});
