import { expect, test } from 'vitest';
import * as kernel from '../../src/kernel/index.ts';
import { ATTACKS, type Attack } from './attacks.ts';
import { fails, value } from './falsehood.ts';
import { mutant } from './mutants.ts';
import { says, t } from './tools.ts';

function isFalse(attack: Attack, theorem: kernel.Theorem): boolean {
  if (attack.says !== undefined) return says(theorem) === attack.says;
  const at = Object.entries(attack.at!).map(([x, e]) => [x, value(t(e), new Map())] as const);
  return fails(theorem, new Map(at));
}

test.each(ATTACKS)('$name', async (attack) => {
  const without = await mutant(attack.off);
  const derived = attack.derive(without);
  expect(isFalse(attack, derived), `${says(derived)} is false`).toBe(true);
  if (attack.granted) expect(isFalse(attack, attack.derive(kernel))).toBe(false);
  else expect(() => attack.derive(kernel)).toThrow(kernel.Refused);
});
