/** What each rule shows, and that its theorem lists the rule and every premise. */
import { expect, test } from 'vitest';
import * as k from '../../src/kernel/index.ts';
import golden from '../golden/leaves.json' with { type: 'json' };
import { SMALL } from './leaves.ts';
import { says } from './tools.ts';

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
