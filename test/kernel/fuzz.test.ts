/** FUZZ multiplies the effort; FUZZ=300 accepts more than 10⁵ in about a minute. */
import { describe, expect, test } from 'vitest';
import * as kernel from '../../src/kernel/index.ts';
import { equalities, type Found, inductions, inequalities, type Random, rates, seeded } from './fuzz.ts';
import { type Edit, mutant } from './mutants.ts';
import type { Kernel } from './tools.ts';

const EFFORT = Number(process.env.FUZZ ?? 1);
type Kind = (k: Kernel, rnd: Random, n: number) => Found;
const kinds: readonly (readonly [string, Kind, number])[] = [
  ['equalities', equalities, 400],
  ['inequalities', inequalities, 200],
  ['rates', rates, 200],
  ['inductions', inductions, 100],
];

test.each(kinds)(
  'accepted %s agree with exact and 200-bit arithmetic',
  (_, kind, n) => {
    const found = kind(kernel, seeded(20), n * EFFORT);
    expect(found.wrong).toEqual([]);
    expect(found.accepted).toBeGreaterThan(n * EFFORT * 0.2);
    expect(found.compared).toBeGreaterThan(n * EFFORT * 0.2);
  },
  EFFORT * 20_000,
);

const seeds: readonly (readonly [string, Kind, Edit])[] = [
  ['equal heads suffice for opaque atoms', equalities, ['normal.ts', ' && agree(r, g.arg!, arg)', '']],
  [
    'a root leaves no remainder',
    equalities,
    ['normal.ts', '[g, j * q], -1)', '[g, j * q + (exponentIn(m, g) % q)], -1)'],
  ],
  ['every root is square', equalities, ['normal.ts', 'Number(q), a!)', '2, a!)']],
  ['the denominators of a product are lost', equalities, ['normal.ts', 'combine(f.d, g.d, (k, l) => k + l)', 'f.d']],
  ['a negative term is dropped', equalities, ['normal.ts', 'if (Q.sign(sum) === 0)', 'if (Q.sign(sum) <= 0)']],
  ['an odd power keeps the sign', inequalities, ['conditions.ts', 'n % 2 === 0, a.nonzero', 'true, a.nonzero']],
  [
    'a product has no sign to check',
    inequalities,
    ['conditions.ts', '(a.nonneg && b.nonneg) || args[0] === args[1]', 'true'],
  ],
  [
    'a sum is as positive as its first term',
    inequalities,
    ['conditions.ts', 'sign(a.nonneg && b.nonneg, a.nonneg', 'sign(a.nonneg, a.nonneg'],
  ],
  [
    'order the wrong way round',
    inequalities,
    ['rules.ts', 'relation(op, right.args[1]!, right.args[0]!)', 'relation(op, right.args[0]!, zero)'],
  ],
  ['the derivative of cos', rates, ['calculus.ts', "times(neg(apply('sin', a)), da)", "times(apply('sin', a), da)"]],
  ['the exponent stays', rates, ['calculus.ts', 'pow(a, Number(t.value!.num) - 1)', 'pow(a, Number(t.value!.num))']],
  [
    'the derivative of a quotient',
    rates,
    ['calculus.ts', 'times(da, b), times(a, db)), square(b)', 'times(da, b), times(a, db)), b'],
  ],
  ['half the derivative of √', rates, ['calculus.ts', 'mul(whole(2), t)', 'mul(whole(4), t)']],
  ['the step is not checked', inductions, ['dynamics.ts', 'requireShow(then, holds, assign(p.state, p.step));', '']],
];
describe('the fuzz finds:', () => {
  test.each(seeds)('%s', async (name, kind, edit) => {
    const found = kind(await mutant([edit]), seeded(7), 10_000);
    expect(found.wrong.length, name).toBeGreaterThan(0);
  });
});
