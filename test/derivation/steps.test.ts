/** Steps of an author: lemmas about any numbers, contradictions, and what holds of a run's states whatever its inputs. */
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { proveInstance } from '../../src/claim/replay.ts';
import { lines } from '../../src/derive.ts';
import {
  and,
  by,
  claim,
  type Expr,
  ex,
  implies,
  iterate,
  or,
  orthogonalRows,
  real,
  size,
  that,
  vector,
} from '../../src/index.ts';

function outcomes(c: unknown): readonly string[] {
  const some = c as Claim;
  return some.choices().map((choice) => {
    const proof = proveInstance(adoptInstance(some.instantiate(choice)));
    return typeof proof === 'string' ? proof : 'proved';
  });
}
const about = {
  status: 'theorem',
  reals: { x: real('[-2, 2]'), y: real('[-2, 2]') },
} as const;

describe('by.lemma', () => {
  it('shows it of any numbers and uses it at formulas, vectors too', () => {
    const c = claim('steps/lemma', {
      says: 'The norm of a difference of squares.',
      status: 'theorem',
      sizes: { d: size(1, 3) },
      reals: { u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]') },
      conclude: ({ u, v }) => that`2*sum((${u} + 1)*${v}) <= sum((${u} + 1)^2) + sum(${v}^2)`,
      derivation: ({ u, v }) =>
        by.lemma(
          { a: ex`${u} + 1`, b: v },
          {
            shows: ({ a, b }) => that`2*sum(${a}*${b}) <= sum(${a}^2) + sum(${b}^2)`,
            steps: ({ a, b }) => by.positive(that`sum((${a} - ${b})^2) >= 0`),
          },
        ),
    });
    expect(outcomes(c)).toEqual(['proved', 'proved', 'proved']);
  });
  it('inside another one may use the same names', () => {
    const twice = (a: Expr) =>
      by.lemma({ a }, { from: ({ a }) => that`${a} >= 1`, shows: ({ a }) => that`${a}^2 >= ${a}` });
    const c = claim('steps/nested', {
      ...about,
      says: 'A fourth power.',
      assume: ({ x }) => that`${x} >= 1`,
      conclude: ({ x }) => that`${x}^4 >= ${x}`,
      derivation: ({ x }) =>
        by.lemma(
          { a: x },
          {
            from: ({ a }) => that`${a} >= 1`,
            shows: ({ a }) => that`${a}^4 >= ${a}`,
            steps: ({ a }) => [twice(a), by.positive(that`${a}^2 >= 1`), twice(ex`${a}^2`)],
          },
        ),
    });
    expect(outcomes(c)).toEqual(['proved']);
  });
  it('wants what it assumes of the numbers shown of the formulas', () => {
    const c = claim('steps/lemma-assumes', {
      ...about,
      says: 'False where x < 0.',
      conclude: ({ x }) => that`${x}^3 >= 0`,
      derivation: ({ x }) =>
        by.lemma({ a: x }, { from: ({ a }) => that`${a} >= 0`, shows: ({ a }) => that`${a}^3 >= 0` }),
    });
    expect(outcomes(c)[0]).toMatch(/what a lemma assumes: wanted 0 <= x/);
  });
  it('about numbers, at every entry; laws at every entry too', () => {
    const c = claim('steps/lemma-entries', {
      says: 'e^{2x} = (e^x)², in each coordinate.',
      status: 'theorem',
      sizes: { d: size(1, 3) },
      reals: { x: vector('d', '[-2, 2]'), y: vector('d', '[-2, 2]'), a: real('[-2, 2]') },
      conclude: ({ x, y, a }) => [that`exp(2*${x}) = exp(${x})^2`, that`2*${a}*${y} <= ${a}^2 + ${y}^2`],
      derivation: ({ x, y, a }) => [
        by.law('expAdd', x, x),
        by.lemma(
          { a, b: y },
          {
            entries: true,
            shows: ({ a, b }) => that`2*${a}*${b} <= ${a}^2 + ${b}^2`,
            steps: ({ a, b }) => by.positive(that`(${a} - ${b})^2 >= 0`),
          },
        ),
      ],
    });
    expect(outcomes(c)).toEqual(['proved', 'proved', 'proved']);
  });
});

describe('by.contradiction', () => {
  it('divides by what is positive only if the opposite held', () => {
    const c = claim('steps/contradiction', {
      ...about,
      says: 'Squares in order.',
      assume: ({ x, y }) => [that`${x} >= 0`, that`${y} >= 0`, that`${x}^2 <= ${y}^2`],
      conclude: ({ x, y }) => that`${x} <= ${y}`,
      derivation: ({ x, y }) => by.contradiction(that`${x} <= ${y}`),
    });
    expect(outcomes(c)).toEqual(['proved']);
  });
  it('does not show what is false', () => {
    const c = claim('steps/no-contradiction', {
      ...about,
      says: 'False for negative y.',
      assume: ({ x, y }) => that`${x}^2 <= ${y}^2`,
      conclude: ({ x, y }) => that`${x} <= ${y}`,
      derivation: ({ x, y }) => by.contradiction(that`${x} <= ${y}`),
    });
    expect(outcomes(c)[0]).toMatch(/contradiction: wanted x <= y; its opposite was not seen to lead to 0 < 0/);
  });
});

describe('by.induction on a run with inputs', () => {
  it('reaches statements about every state, the last one too', () => {
    const c = claim('steps/state', {
      says: 'x stays nonnegative.',
      status: 'theorem',
      reals: { x: real('[0, 2]') },
      inputs: { g: real('[0, 1]') },
      where: ({ x, g }) => ({ run: iterate({ start: { s: x }, step: ({ s }) => ({ s: ex`${s}*(1 + ${g})` }) }) }),
      conclude: ({ run }) => run.always(({ s }) => that`${s} >= -1`),
      derivation: ({ run }) => by.induction(run, { keeps: ({ s }) => that`${s} >= 0` }),
    });
    expect(outcomes(c)).toEqual(['proved']);
  });
});

describe('what claims say in the kernel', () => {
  it('max and min, by the absolute value of the difference', () => {
    const c = claim('steps/max', {
      ...about,
      says: 'The larger and the smaller of two.',
      conclude: ({ x, y }) => [
        that`max(${x}, ${y}) + min(${x}, ${y}) = ${x} + ${y}`,
        that`max(${x}, ${y})*min(${x}, ${y}) = ${x}*${y}`,
        that`min(${x}, ${y}) <= max(${x}, ${y})`,
      ],
    });
    expect(outcomes(c)).toEqual(['proved']);
    const d = claim('steps/max-wrong', {
      ...about,
      says: 'False.',
      conclude: ({ x, y }) => that`max(${x}, ${y}) = ${x}`,
    });
    expect(outcomes(d)[0]).not.toBe('proved');
  });
  it('orthogonal rows have lengths in their interval', () => {
    const c = claim('steps/rows', {
      says: 'Squared lengths.',
      status: 'theorem',
      reals: { R: orthogonalRows(2, 3, '(1/2, 2]') },
      conclude: ({ R }) => [that`sum(${R.row(0)}^2) <= 4`, that`sum(${R.row(1)}^2) > 1/4`],
    });
    expect(outcomes(c)).toEqual(['proved']);
    const d = claim('steps/rows-wrong', {
      says: 'False.',
      status: 'refuted',
      reals: { R: orthogonalRows(2, 3, '(1/2, 2]') },
      conclude: ({ R }) => that`sum(${R.row(1)}^2) > 1/3`,
    });
    expect(outcomes(d)[0]).not.toBe('proved');
  });
  it('a hypothesis with "or" as a case of each of its parts', () => {
    const outside = {
      ...about,
      says: 'Outside of an interval.',
      assume: ({ x, y }: { x: Expr; y: Expr }) => or(and(that`${x} <= ${y}`, that`${y} <= 0`), that`${x} >= 1`),
    } as const;
    const c = claim('steps/or', { ...outside, conclude: ({ x }) => that`${x}*(${x} - 1) >= 0` });
    expect(outcomes(c)).toEqual(['proved']);
    const d = claim('steps/or-wrong', { ...outside, conclude: ({ x }) => that`${x} <= 0` });
    expect(outcomes(d)[0]).not.toBe('proved');
  });
  it('what differs from a number, as a difference that is not 0', () => {
    const apart = { ...about, says: 'x² ≠ 1.', assume: ({ x }: { x: Expr }) => that`${x}^2 != 1` } as const;
    const c = claim('steps/apart', { ...apart, conclude: ({ x }) => [that`${x} != 1`, that`1 + ${x} != 0`] });
    expect(outcomes(c)).toEqual(['proved']);
    const d = claim('steps/apart-wrong', { ...apart, conclude: ({ x }) => that`${x} != 0` });
    expect(outcomes(d)[0]).not.toBe('proved');
  });
  it('tan as sin/cos, where the cosine is not 0', () => {
    const c = claim('steps/tan', {
      ...about,
      says: 'Where it is defined.',
      assume: ({ x }) => that`cos(${x}) != 0`,
      conclude: ({ x }) => that`tan(${x})*cos(${x}) = sin(${x})`,
    });
    expect(outcomes(c)).toEqual(['proved']);
    const d = claim('steps/tan-anywhere', {
      ...about,
      says: 'False.',
      conclude: ({ x }) => that`tan(${x}) = tan(${x})`,
    });
    expect(outcomes(d)[0]).not.toBe('proved');
  });
  it('equal, because neither is below the other', () => {
    const c = claim('steps/antisymmetry', {
      ...about,
      says: 'Two inequalities.',
      assume: ({ x, y }) => [that`${x} <= ${y}`, that`${x} >= ${y}`],
      conclude: ({ x, y }) => that`exp(${x}) = exp(${y})`,
      derivation: ({ x, y }) => by.rewrite(that`${x} = ${y}`),
    });
    expect(outcomes(c)).toEqual(['proved']);
  });
});

describe('by.assuming', () => {
  it('has the steps for the conclusions that assume it, and for no other', () => {
    const steps = (s: ReturnType<typeof that>, x: Expr) =>
      by.assuming(s, [by.law('expTangent', x), by.positive(that`exp(${x}) > 1`)]);
    const c = claim('steps/assuming', {
      ...about,
      says: 'The exponential of a positive number.',
      conclude: ({ x }) => implies(that`${x} > 0`, that`exp(${x}) > 1`),
      derivation: ({ x }) => steps(that`${x} > 0`, x),
    });
    expect(outcomes(c)).toEqual(['proved']);
    const d = claim('steps/assuming-other', {
      ...about,
      says: 'False.',
      conclude: ({ x }) => implies(that`${x} >= 0`, that`exp(${x}) > 1`),
      derivation: ({ x }) => steps(that`${x} > 0`, x),
    });
    expect(outcomes(d)[0]).not.toBe('proved');
  });
});

it('a derivation as lines: what a lemma assumes and where it is used, the two cases by name', () => {
  const c = claim('steps/lines', {
    says: 'A square.',
    ...about,
    conclude: ({ x }) => that`${x}^2 >= 0`,
    derivation: ({ x, y }) => [
      by.lemma(
        { z: ex`${x} + ${y}` },
        {
          from: ({ z }) => that`${z} >= 0`,
          shows: ({ z }) => that`${z}^3 >= 0`,
          steps: ({ z }) => by.positive(that`${z}^2 >= 0`),
        },
      ),
      by.cases(that`${x}^2 >= 0`, { between: [x, 0], below: by.positive(that`${x}^2 >= 0`) }),
      by.law('expAdd', x, y),
    ],
  });
  const shown = lines(adoptInstance(c.instantiate({})).derivation);
  expect(shown.map(({ depth, by, text }) => `${depth} ${by}: ${text}`)).toEqual([
    '0 lemma: if z >= 0: z^3 >= 0; at z = x + y',
    '1 positive: z^2 >= 0',
    '0 cases: x^2 >= 0',
    '1 case: x <= 0',
    '2 positive: x^2 >= 0',
    '1 case: 0 <= x',
    '0 law: expAdd at x, y',
  ]);
});
