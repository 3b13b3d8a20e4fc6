/** FUZZ multiplies the effort; FUZZ=300 makes about two million moves. */
import { describe, expect, test } from 'vitest';
import * as kernel from '../../src/kernel/index.ts';
import { seeded } from './fuzz.ts';
import { type Edit, mutant } from './mutants.ts';
import { MOVES, walk } from './walk.ts';

const EFFORT = Number(process.env.FUZZ ?? 1);
test(
  'nothing false is derived, by any rule',
  () => {
    const { derived, compared, wrong } = walk(kernel, seeded(5), 8000 * EFFORT);
    expect(wrong).toBeUndefined();
    expect(Object.keys(derived).sort()).toEqual(Object.keys(MOVES).sort());
    expect(compared).toBeGreaterThan(5000 * EFFORT);
  },
  EFFORT * 30_000,
);

const seeds: readonly (readonly [string, Edit])[] = [
  ['undefined sides of an identity', ['rules.ts', 'requireDefined([s, t], known(Γ, from));', '']],
  ['undefined terms for variables', ['rules.ts', 'requireDefined([...σ.values()], known(given, more));', '']],
  [
    'assumptions lost by a cut',
    ['rules.ts', '[...givenOf(a), ...without(givenOf(b), relationOf(a))]', 'without(givenOf(b), relationOf(a))'],
  ],
  ['not < is >', ['rules.ts', "op === '<' ? le(right, left)", "op === '<' ? lt(right, left)"]],
  ['facts under other assumptions', ['conditions.ts', 'f.statement.given.every((p) => Γ.has(p))', 'true']],
  ['an odd power keeps the sign', ['conditions.ts', 'a.nonneg || n % 2 === 0', 'a.nonneg || n % 2 === 1']],
  ['the root of something else', ['rules.ts', 'q < 2n || raised.args[0] !== root', 'q < 2n']],
];
describe('the walk finds:', () => {
  test.each(seeds)('%s', async (_, edit) => {
    expect(walk(await mutant([edit]), seeded(5), 200_000).wrong).toBeDefined();
  });
});
