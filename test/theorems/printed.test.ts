/** What a table of printed numbers refuses: other digits, points that are none, roots that are elsewhere. */
import { ex } from 'counterflow';
import { expect, test } from 'vitest';
import { rational } from '../../src/number/rational.ts';
import { agrees, changed, check, type Row } from './printed.ts';

const between = (lo: number, hi: number) => [rational(lo, 10_000), rational(hi, 10_000)] as const;

test('every number of the enclosure has to round to the printed one', () => {
  expect(agrees(between(5561, 5564), '0.556')).toBe(true);
  expect(agrees(between(5561, 5566), '0.556')).toBe(false);
  expect(agrees(between(5566, 5566), '0.556')).toBe(false);
  expect(agrees(between(-25_004, -24_996), '-2.500')).toBe(true);
  expect(agrees(between(5561, 5564), '5.56e-1')).toBe(true);
  expect(agrees(between(5561, 5561), '5.56e-2')).toBe(false);
});

test('exactly means exactly', () => {
  expect(agrees(between(5000, 5000), '=1/2')).toBe(true);
  expect(agrees(between(4999, 5001), '=1/2')).toBe(false);
  expect(agrees(between(5001, 5001), '=0.5')).toBe(false);
});

test('another last digit is another number', () => {
  expect(['0.556', '9.73e-8', '=39', '-1.19'].map(changed)).toEqual(['0.557', '9.74e-8', '=38', '-1.18']);
});

const ROW: Row = { claim: 'potential/asinh-bounds-tighter', at: { z: '1' }, prints: [['0.48121', 'left']] };

test('a row that is right, and its faults', async () => {
  await check(ROW);
  await expect(check({ ...ROW, prints: [['0.48122', 'left']] })).rejects.toThrow("to be '0.48122'");
  await expect(check({ ...ROW, prints: [['0.48121', 'right']] })).rejects.toThrow("to be '0.48121'");
  await expect(check({ ...ROW, at: { z: '10000000' } })).rejects.toThrow('inadmissible');
  await expect(check({ ...ROW, claim: 'potential/asinh-bounds' })).rejects.toThrow('refuted');
  await expect(check({ ...ROW, sizes: { d: 1 } })).rejects.toThrow('sizes of the claim');
  await expect(check({ ...ROW, claim: 'balance/product-conserved', sizes: { d: 1 }, at: STILL })).rejects.toThrow(
    'holds',
  );
  const root = ({ z }: { readonly z: ReturnType<typeof ex> }) => ex`${z} - 2`;
  await expect(check({ ...ROW, to: { z: '3/2' }, root, prints: [] })).rejects.toThrow('the root');
  await check({ ...ROW, to: { z: '5/2' }, root, prints: [] });
  await expect(check({ ...ROW, to: { z: '5/2' }, root })).rejects.toThrow("to be '0.48121'");
  await expect(check({ ...ROW, differs: [{ printed: '0.48', found: '0.48121', of: 'left' }] })).rejects.toThrow();
});

const STILL = { u: ['1'], v: ['0'], g: [['0']], eta: ['1'] };
