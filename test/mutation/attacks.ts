/**
 * For mutation testing: the attacks on the kernel and a small fuzz, without the copies of its source that the full tests
 * build (under Stryker that source is instrumented).
 */
import { expect, test } from 'vitest';
import * as kernel from '../../src/kernel/index.ts';
import { ATTACKS } from '../kernel/attacks.ts';
import { equalities, inductions, inequalities, rates, seeded } from '../kernel/fuzz.ts';
import { QUESTIONS } from '../kernel/huge.ts';

test.each(ATTACKS.filter((a) => !a.granted))('$name', (attack) => {
  expect(() => attack.derive(kernel)).toThrow(kernel.Refused);
});
test.each([
  ['equalities', equalities, 150],
  ['inequalities', inequalities, 100],
  ['rates', rates, 100],
  ['inductions', inductions, 50],
] as const)('accepted %s are true', (_, kind, n) => {
  const found = kind(kernel, seeded(20), n);
  expect(found.wrong).toEqual([]);
  expect(found.accepted).toBeGreaterThan(n * 0.2);
});
test.each(['26 nested roots', '(3^1000)^1000', '20 000 nested sums'])('refused: %s', (name) => {
  expect(QUESTIONS[name]).toThrow();
});
