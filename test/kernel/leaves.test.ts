/** What each rule shows, and that its theorem lists the rule and every premise. */
import { expect, test } from 'vitest';
import * as k from '../../src/kernel/index.ts';
import golden from '../golden/leaves.json' with { type: 'json' };
import { SMALL } from './leaves.ts';
import { type Kernel, r, says, t } from './tools.ts';

const expected: { readonly [name: string]: { readonly says: string; readonly rules: object } } = golden;
test('there is one for every rule', () => {
  expect(Object.keys(expected)).toEqual(Object.keys(SMALL));
  const rules = [
    'assume',
    'weaken',
    'cut',
    'ring',
    'symmetric',
    'rewrite',
    'replaceLeft',
    'replaceRight',
    'rootUnique',
  ];
  const order = [
    'instantiate',
    'difference',
    'positive',
    'contradiction',
    'cases',
    'closure',
    'axiom expAdd',
    'enclose',
  ];
  const runs = ['rate', 'rateIs', 'grows', 'induct', 'alwaysThen', 'atStep 0', 'flow', 'alongMore', 'alongThen'];
  expect(Object.keys(SMALL)).toEqual(expect.arrayContaining([...rules, ...order, ...runs, 'frozen', 'keepsSign']));
});
test.each(Object.entries(SMALL))('%s', (name, derive) => {
  const theorem = derive(k);
  expect({ says: says(theorem), rules: theorem.leaves.rules }).toEqual(expected[name]);
});

/** The kernel with the theorem that is the n-th argument (in the order of the calls) replaced by a look-alike. */
function imitating(n: number): { readonly kernel: Kernel; readonly seen: () => number } {
  let count = 0;
  const swapped = (x: unknown): unknown => {
    if (Array.isArray(x)) return x.map(swapped);
    if (!k.isTheorem(x) || count++ !== n) return x;
    return { statement: x.statement };
  };
  const rules = Object.entries(k).map(([name, f]) =>
    typeof f === 'function' && !['isTheorem', 'Refused'].includes(name)
      ? [name, (...args: readonly unknown[]) => (f as (...xs: readonly unknown[]) => unknown)(...args.map(swapped))]
      : [name, f],
  );
  return { kernel: Object.fromEntries(rules) as Kernel, seen: () => count };
}
test('no rule takes a look-alike for a theorem, whatever its place', () => {
  let tried = 0;
  for (const [name, derive] of Object.entries(SMALL)) {
    const all = imitating(-1);
    derive(all.kernel);
    for (let n = 0; n < all.seen(); n++, tried++)
      expect(() => derive(imitating(n).kernel), `${name}, premise ${n}`).toThrow(k.Refused);
  }
  expect(tried).toBeGreaterThan(100);
});

test('axioms in order, enclosures by their statements', () => {
  const box = k.enclose([{ variable: t('x'), lo: { num: 1n, den: 1n }, hi: { num: 2n, den: 1n } }], r('x^2 < 5'));
  const { axioms, enclosures } = k.cut(
    k.axiom('sinZero'),
    k.cut(k.axiom('expZero'), k.weaken(box, [...box.statement.given, r('sin(0) = 0'), r('exp(0) = 1')])),
  ).leaves;
  expect(axioms).toEqual(['expZero', 'sinZero']);
  expect(enclosures).toEqual([box.statement]);
  expect(k.isTheorem(null)).toBe(false);
});
test('a refusal says what was wrong where the argument is not what it should be at all', () => {
  expect(() => k.assume(null as never, r('0 = 0'))).toThrow('assume: a list is wanted');
  expect(() => k.enclose([null as never], r('0 < 1'))).toThrow(/^enclose: .*(null|undefined)/);
});
