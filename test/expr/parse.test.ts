/** What formula text means, and what is refused with which message. */
import { describe, expect, it } from 'vitest';
import { symbol } from '../../src/dynamics/run.ts';
import { ClaimError } from '../../src/expr/error.ts';
import { type Expr, SCALAR, vectorShape } from '../../src/expr/expr.ts';
import { notationText } from '../../src/expr/notation.ts';
import { ex } from '../../src/expr/parse.ts';
import { that } from '../../src/expr/statement.ts';
import { text } from '../../src/expr/text.ts';

const x = symbol('', 'x', SCALAR);
const y = symbol('', 'y', SCALAR);
const v = symbol('', 'v', vectorShape(2));
const X = symbol('', 'X', { kind: 'matrix', rows: 3, columns: 2 });
const double = (e: Expr): Expr => ex`2*${e}`;
const terms = (e: Expr): readonly string[] => e.entries.map((t) => text(t));

describe('formulas', () => {
  it.each<[string, Expr, readonly string[]]>([
    ['precedence', ex`1 + 2*${x}^2/3`, ['1 + 2*x^2/3']],
    ['minus and power', ex`-${x}^2`, ['-x^2']],
    ['power to the right', ex`${x}^2^3`, ['x^8']],
    ['a hole is one factor', ex`1/${ex`${x} + ${y}`}`, ['1/(x + y)']],
    ['decimals are exact', ex`0.1*${x}`, ['1/10*x']],
    ['long decimals are exact', ex`0.1234567890123456789012*${x}`, ['308641972530864197253/2500000000000000000000*x']],
    ['scientific notation', ex`${x} + 2.5e-3`, ['x + 1/400']],
    ['sizes', ex`${x}^(2/${4})`, ['x^(1/2)']],
    ['function holes', ex`${double}(${x} + 1)`, ['2*(x + 1)']],
    ['constants fold exactly', ex`${x}*(1/3 + 1/6)`, ['x*(1/2)']],
    ['a constant division by zero stays', ex`${x} + 1/0`, ['x + 1/0']],
    ['coordinatewise', ex`${v}*${v}`, ['v[0]*v[0]', 'v[1]*v[1]']],
    ['a scalar spreads', ex`${x} + ${v}`, ['x + v[0]', 'x + v[1]']],
    ['a matrix multiplies', ex`${X}*${v}`, [0, 1, 2].map((i) => `X[${i},0]*v[0] + X[${i},1]*v[1]`)],
    ['transposed vector times vector', ex`${v}'*${v}`, ['v[0]*v[0] + v[1]*v[1]']],
    ['outer product', ex`${v}*${v}'`, ['v[0]*v[0]', 'v[0]*v[1]', 'v[1]*v[0]', 'v[1]*v[1]']],
    ['reductions', ex`sum(${v}) + norm1(${v})`, ['v[0] + v[1] + (abs(v[0]) + abs(v[1]))']],
    [
      'determinant',
      ex`det(${X}'*${X} - ${X}'*${X}) + 0*${x}`,
      [expect.stringContaining('X[0,0]') as unknown as string],
    ],
    ['trace of diag', ex`trace(diag(${v}))`, ['v[0] + v[1]']],
    ['ones and zeros', ex`ones(${2}) - zeros(${2})`, ['1', '1']],
    ['min of entries', ex`min(${v})`, ['min(v[0], v[1])']],
    ['max coordinatewise', ex`max(${v}, 0)`, ['max(v[0], 0)', 'max(v[1], 0)']],
  ])('%s', (_, e, expected) => {
    expect(terms(e)).toEqual(expected);
  });

  it('prints the notation it was written in', () => {
    expect(notationText(ex`(${x} + ${y})*(${x} - 1)^2/3`.notation)).toBe('(x + y)*(x - 1)^2/3');
    expect(that`0 < ${x} <= ${y} < 2`.text).toBe('0 < x <= y < 2');
  });

  it.each<[string, () => unknown, RegExp]>([
    ['implicit product with a number', () => ex`2${x}`, /write a\*b/],
    ['implicit product of holes', () => ex`${x}${y}`, /write a\*b/],
    ['implicit product before parentheses', () => ex`${x}(1 + ${y})`, /write a\*b/],
    ['a number before parentheses', () => ex`2(${x})`, /write a\*b/],
    ['a bare name', () => ex`eta*${x}`, /bare name "eta"/],
    ['an unknown function', () => ex`foo(${x})`, /one of the functions/],
    ['units stay names', () => ex`2*L`, /bare name "L"/],
    ['mathjs constants stay names', () => ex`e^2`, /bare name "e"/],
    ['assignment', () => ex`${x} = 2`, /comparison use that/],
    ['matrices in text', () => ex`[1, 2]`, /formula text/],
    ['factorial', () => ex`${x}!`, /formula text/],
    ['remainder', () => ex`${x} % 2`, /formula text/],
    ['dotted operators', () => ex`${x} .* ${y}`, /formula text/],
    ['nothing', () => ex``, /a formula is wanted/],
    ['unbalanced', () => ex`(${x}`, /a formula is wanted/],
    ['a fraction in a hole', () => ex`${0.5}`, /whole number/],
    ['undefined in a hole', () => ex`${undefined as unknown as Expr}`, /undefined/],
    ['a string in a hole', () => ex`${'x' as unknown as Expr}`, /found text/],
    [
      'a foreign formula in a hole',
      () => ex`${{ entries: [], shape: SCALAR } as unknown as Expr}`,
      /another copy|this copy/,
    ],
    ['an exponent that varies', () => ex`${x}^${y}`, /constant exponent/],
    ['a matrix function', () => ex`exp(${X})`, /exp of a number or a vector/],
    ['shapes that differ', () => ex`${v} + ${X}`, /equal shapes/],
    ['factors that do not fit', () => ex`${v}*${X}`, /factors that fit/],
    ['no comparison', () => that`${x} + 1`, /a comparison is wanted/],
    ['both directions', () => that`1 < ${x} > 0`, /one direction/],
    ['a comparison in parentheses', () => that`(${x} < 1) = 1`, /outside parentheses/],
    ['a double equals', () => that`${x} == 1`, /comparison/],
    ['sides of other shapes', () => that`${v} <= ${X}`, /equal shape/],
    ['an index out of range', () => v.at(2), /an index into a vector of length 2/],
    ['too deep', () => Array.from({ length: 3000 }).reduce((e: Expr) => ex`${e} + ${x}`, x), /2000 deep/],
  ])('refuses %s', (_, build, message) => {
    expect(build).toThrow(message);
  });

  it('names the place', () => {
    try {
      ex`2${x}`;
    } catch (e) {
      const { place } = e as ClaimError;
      expect(e).toBeInstanceOf(ClaimError);
      expect(place?.file).toMatch(/parse\.test\.ts$/);
      expect(place?.line).toBeGreaterThan(70);
    }
  });
});
