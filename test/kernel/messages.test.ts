/** What a refusal says: the rule, what was wanted as a formula, and the relation for whoever goes on from there. */
import { beforeEach, expect, test } from 'vitest';
import { text } from '../../src/expr/text.ts';
import * as k from '../../src/kernel/index.ts';
import { r, rs, t } from './tools.ts';

function refusal(f: () => unknown): k.Refused {
  try {
    f();
  } catch (e) {
    if (e instanceof k.Refused) return e;
    throw e;
  }
  throw new Error('a refusal is wanted');
}
beforeEach(() => k.printWith((x) => text(x, 400)));
test('the rule, the relation and the term', () => {
  const e = refusal(() => k.ring([], t('x/x'), t('1')));
  expect(String(e)).toBe(
    'Refused: ring: a theorem is wanted under the assumptions that x != 0 because it has to be defined: x/x',
  );
  expect(e.wanted).toBe(r('x != 0'));
  expect(refusal(() => k.instantiate(k.axiom('expZero'), [[t('x + 1'), t('y')]])).message).toBe(
    'instantiate: a variable is wanted, found x + 1',
  );
  expect(refusal(() => k.axiom('none')).wanted).toBe(undefined);
  expect(refusal(() => k.assume([{ ...r('x = x'), kind: 'rate' } as never], r('x = x'))).message).toBe(
    'assume: a relation is wanted, not a statement about rates, runs or flows',
  );
});
test('an assumption left over, at most three of them', () => {
  const more = k.positive(rs('a < b; b < c; c < d; d < e'), r('0 <= 0'));
  const grown = refusal(() => k.grows(rs('0 <= x'), t('x'), t('0'), more, more));
  expect(grown.message).toBe('grows: a premise under fewer assumptions is wanted; this one has a < b b < c c < d');
});
test('a long one is cut, a printer can be put in its place, without one names are shown', async () => {
  expect(refusal(() => k.weaken(k.assume(rs('x = 1'), r('x = 1')), [])).message.length).toBeLessThan(100);
  const many = Array.from({ length: 400 }, (_, i) => r(`long_name_number_${i} = 1`));
  expect(refusal(() => k.weaken(k.assume(many, many[0]!), [])).message.length).toBe(2900);
  k.printWith(() => '?');
  expect(refusal(() => k.assume([], r('x = 1'))).message).toBe(
    'assume: a member of the assumptions is wanted, found ? = ?',
  );
  k.printWith((x) => text(x, 400));
  const other = (await import('../../src/kernel/index.ts?plain' as string)) as typeof k;
  const plain = (await import('../../src/kernel/relation.ts?plain' as string)) as typeof k;
  expect(other.printWith).toBeTypeOf('function');
  const of = (e: unknown): string => new plain.Refused('a', [e as never]).message;
  expect([of(t('x')), of(t('x + y'))]).toEqual(['a: x', 'a: (add …)']);
});
