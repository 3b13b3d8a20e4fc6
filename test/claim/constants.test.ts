/** Declared constants, regions to cover, and the statements beside a claim that `probe` asks about. */
import { expect, test } from 'vitest';
import { claim } from '../../src/claim/claim.ts';
import { constant, real } from '../../src/claim/domains.ts';
import { adoptInstance, hashOf, type Instance } from '../../src/claim/instance.ts';
import { atLeast } from '../../src/claim/region.ts';
import { that } from '../../src/expr/statement.ts';
import { rational, text } from '../../src/number/rational.ts';

const declared = claim('constants/it', {
  says: 'x',
  status: 'conjecture',
  reals: { x: real('[0, 1]'), y: real('[0, 1]') },
  constants: { c: constant('1/2', { to: '0.75' }), k: constant('-3', { to: '-2' }) },
  assume: ({ x, y, c }) => [that`${x} <= ${c}`, that`${y} <= 1/3`],
  conclude: ({ x, y, k }) => that`${x} + ${y} >= ${k}`,
});
const written = claim('constants/it', {
  says: 'x',
  status: 'conjecture',
  reals: { x: real('[0, 1]'), y: real('[0, 1]') },
  assume: ({ x, y }) => [that`${x} <= 1/2`, that`${y} <= 1/3`],
  conclude: ({ x, y }) => that`${x} + ${y} >= -3`,
});
type Change = Parameters<typeof declared.instantiate>[1];
const at = (c: { readonly instantiate: typeof declared.instantiate }, change?: Change): Instance =>
  adoptInstance(c.instantiate({}, change));

test('a declared constant is the number: the same statement, so the same hash, as with literals', () => {
  expect(hashOf('a', [at(declared)])).toBe(hashOf('a', [at(written)]));
  expect(Object.entries(declared.constants).map(([n, c]) => `${n} ${text(c.value)} ${text(c.to)}`)).toEqual([
    'c 1/2 3/4',
    'k -3 -2',
  ]);
});

test('changes: other values of constants, one assumption left out, nothing else', () => {
  const other = at(declared, { constants: { c: rational(5, 8) } });
  expect(other.assume.map((s) => s.text)).toEqual(['x <= 5/8', 'y <= 1/3']);
  expect(at(declared, { drop: 0 }).assume.map((s) => s.text)).toEqual(['y <= 1/3']);
  expect(at(declared, { drop: 1, constants: { k: rational(-5, 2) } }).conclude[0]!.text).toBe('x + y >= -5/2');
  expect(hashOf('a', [other])).not.toBe(hashOf('a', [at(declared)]));
});

test('a variant has other values of the constants', () => {
  const v = declared.variant('constants/other', {
    says: 'x',
    status: 'refuted',
    constants: { c: constant('1', { to: '2' }) },
  });
  expect(at(v).assume[0]!.text).toBe('x <= 1');
  expect(text(v.constants.k!.value)).toBe('-3');
});

test('regions are no part of the statement', () => {
  const covered = declared.variant('constants/covered', {
    says: 'x',
    status: 'conjecture',
    cover: ({ x, y }) => [that`${x} > ${y}`, atLeast('1/4', that`${x} < ${y}`)],
  });
  const i = at(covered);
  expect(i.cover!.map((r) => [r.text, text(r.least)])).toEqual([
    ['x > y', '1/10'],
    ['x < y', '1/4'],
  ]);
  expect(hashOf('a', [i])).toBe(hashOf('a', [at(declared)]));
});

test.each([
  [
    'a value that is no number',
    () => constant('half' as never, { to: '1' }),
    /a rational number as the value of a constant/,
  ],
  ['an end that is the value', () => constant('1/2', { to: '0.5' }), /another rational number in a constant's to/],
  ['no end', () => constant('1/2', {} as never), /another rational number in a constant's to/],
  ['a share of nothing', () => atLeast('0', that`0 < 1`), /a share such as 1\/10/],
  ['a share above 1', () => atLeast('3/2', that`0 < 1`), /a share such as 1\/10/],
  [
    'a domain as a constant',
    () =>
      claim('constants/bad', {
        says: 'x',
        status: 'conjecture',
        constants: { c: real('[0, 1]') as never },
        conclude: () => that`0 < 1`,
      }),
    /constant\('2', \{ to: '3' \}\).* for c in constants/,
  ],
  [
    'a name that is taken',
    () =>
      claim('constants/bad', {
        says: 'x',
        status: 'conjecture',
        reals: { c: real('[0, 1]') },
        constants: { c: constant('1', { to: '2' }) },
        conclude: () => that`0 < 1`,
      }),
    /each name declared once/,
  ],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});
