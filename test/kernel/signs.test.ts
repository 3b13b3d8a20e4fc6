/** Signs by shape and by what is known: each leaf, function and mention by itself, with what must not follow beside it. */
import { describe, expect, it, test } from 'vitest';
import * as k from '../../src/kernel/index.ts';
import { motion, r, rs, t } from './tools.ts';

const accepts = (given: string, claim: string, facts: readonly k.Theorem[] = []): boolean => {
  try {
    k.positive(rs(given), r(claim), facts);
    return true;
  } catch (e) {
    expect(e).toBeInstanceOf(k.Refused);
    return false;
  }
};

test.each([
  ['x - y = 2', '0 < x - y'],
  ['x - y = 2', '0 <= x - y'],
  ['x - y = 0', '0 <= x - y'],
  ['x - y = -2', 'x - y != 0'],
  ['x != 0', '0 < x*x'],
  ['x != 0', '0 < x^2'],
  ['x != 0; y != 0', 'x*y != 0'],
  ['x != 0', '-x != 0'],
  ['x < 0', 'x != 0'],
  ['x <= -1', 'x != 0'],
  ['1 <= x', 'x != 0'],
  ['0 < x', 'x != 0'],
  ['1 <= x', '0 < x'],
  ['', '0 <= x*x'],
  ['', '0 < x^0'],
  ['', 'x^0 != 0'],
  ['0 <= x', '0 <= x^(2/3)'],
  ['0 < x', '0 < x^(2/3)'],
  ['0 < x', '0 < x^(-1/3)'],
  ['0 <= x', '0 <= sqrt(x)'],
  ['', '0 < exp(x)'],
  ['', '0 < cosh(x)'],
  ['0 < x', '0 < sinh(x)'],
  ['0 < x', '0 < tanh(x)'],
  ['0 < x', '0 < asinh(x)'],
  ['0 < x; x^2 < 1', '0 < atanh(x)'],
  ['x != 0', 'sinh(x) != 0'],
  ['x != 0', 'tanh(x) != 0'],
  ['x != 0', 'asinh(x) != 0'],
  ['x != 0; x^2 < 1', 'atanh(x) != 0'],
  ['x < y', 'x < y'],
  ['x <= y', 'x <= y'],
  ['x != y', 'x != y'],
  ['log(x - y) = z', '0 < x - y'],
  ['sqrt(x - y) < z', '0 <= x - y'],
  ['z = 1/(x - y)', 'x - y != 0'],
])('%s gives %s', (given, claim) => {
  expect(accepts(given, claim)).toBe(true);
});

test.each([
  ['x - y = 0', 'x - y != 0'],
  ['x - y = 0', '0 < x - y'],
  ['x - y = -2', '0 <= x - y'],
  ['-1 < x', 'x != 0'],
  ['-1 <= x', 'x != 0'],
  ['x < 1', 'x != 0'],
  ['x <= 0', 'x != 0'],
  ['0 <= x', 'x != 0'],
  ['x != 1', 'x != 0'],
  ['x != 0', 'x != 1'],
  ['0 != x', '0 <= x'],
  ['0 != x', '0 < x'],
  ['x <= 1', '0 <= x'],
  ['x < 0', '0 <= x'],
  ['x <= 0', '0 <= -x'],
  ['', '0 = exp(x)'],
  ['0 < x', '0 = x'],
  ['', '1 < exp(x)'],
  ['', '0 < x*x'],
  ['0 <= x', '0 < sqrt(x)'],
  ['', '0 <= x*y'],
  ['x != 0', '0 <= x*y'],
  ['x != 0; y != 0', '0 < x*y'],
  ['x != 0', '0 < sinh(x)'],
  ['', '0 <= sin(x)'],
  ['0 < x', '0 < sin(x)'],
  ['0 < x', '0 < log(x)'],
  ['0 < x; 0 < y', '0 < x - y'],
  ['x < y', 'x < z'],
])('%s does not give %s', (given, claim) => {
  expect(accepts(given, claim)).toBe(false);
});

describe('what theorems mention is known', () => {
  const Γ = rs('y < x');
  const gap = k.difference(k.assume(Γ, r('y < x')));
  const one = [t('1')];
  it('a rate: that its term is smooth', () => {
    const rate = k.rate(Γ, [t('x')], one, t('log(x - y)'), [gap]);
    expect(accepts('y < x', '0 < x - y')).toBe(false);
    expect(accepts('y < x', '0 < x - y', [rate])).toBe(true);
  });
  it('a rate: that its field is defined', () => {
    const rate = k.rate(Γ, [t('z')], [t('1/(x - y)')], t('z'), [gap]);
    expect(accepts('y < x', 'x - y != 0', [rate])).toBe(true);
    expect(accepts('y < x', '0 < x - y', [rate])).toBe(false);
  });
  it('a statement along a flow: that its start is defined, and nothing of its field', () => {
    const flow = k.flow(Γ, motion('u', '1/(x - y)', 'log(z)'), [gap]);
    expect(accepts('y < x', 'x - y != 0', [flow])).toBe(true);
    expect(accepts('y < x', '0 < z', [flow])).toBe(false);
  });
});
