/** Statements that must be refused, beyond the attacks: identities, signs, rates, runs and flows that are not so. */
import { describe, expect, test } from 'vitest';
import { apply, binary, pi, quantity } from '../../src/expr/term.ts';
import * as k from '../../src/kernel/index.ts';
import { ATTACKS } from './attacks.ts';
import { motion, r, rs, run, t, ts } from './tools.ts';

/** Γ | a = b */
const identities = `
 | x/x = 1
 | 0/x = 0
 | x^(-1)*x = 1
 | (1/x)^0 = 1
 | 0*(1/x) = 0
 | sqrt(x)^0 = 1
 | 0*sqrt(x) = 0
 | sqrt(x)^2 = x
 | sqrt(x^2) = x
 0 <= x | sqrt(x^2) = x
 | sqrt(x^2)^3 = x^3
 0 <= x | sqrt(x)^3 = sqrt(x)^2
 | (x^3)^(1/3) = x
 | (x^2)^(1/2) = x
 0 <= x | (x^3)^(1/3) = x
 | x^(2/3)*x^(1/3) = x
 0 <= x; 0 <= y | sqrt(x*y) = sqrt(x)*sqrt(y)
 | log(x^2) = 2*log(x)
 0 < x | log(x^2) = 2*log(x)
 0 < x; 0 < y | log(x*y) = log(x) + log(y)
 | log(exp(x)) = x
 | exp(x + y) = exp(x)*exp(y)
 | exp(log(x)) = x
 0 < x | exp(log(x)) = x
 | exp(0) = 1
 | log(exp(x) + exp(y)) = 1
 | log(exp(x) + exp(2*x)) = 1
 | sinh(x) = (exp(x) - exp(-x))/2
 | tanh(atanh(x)) = x
 | asinh(0) = 0
 | sin(x)^2 + cos(x)^2 = 1
 | cos(0) = 1
 | sqrt(4) = 2
 | sqrt(4) = -2
 | sqrt(8) = 2*sqrt(2)
 | 8^(1/3) = 2
 | (x - y)^2 = x^2 - y^2
 | (x + y)^3 = x^3 + y^3
 | u^2 - v^2 = (u - v)^2
 | 1/(x + 1) = 1/x + 1
 x != 0; y != 0 | 1/(x + y) = 1/x + 1/y
 | (u - n*g*v)^2 - (v - n*g*u)^2 = (u^2 - v^2)*(1 - n*g^2)
 | (u - n*g*v)^2 - (v - n*g*u)^2 = (u^2 - v^2)*(1 + n^2*g^2)
 | (u - n*g*v)*(v - n*g*u) = u*v*(1 + n^2*g^2)
 | sqrt(4*a^2 + 4*b^2)/2 - sqrt(a^2 + b^2) = sqrt(a^2 + b^2)
 | 1/2 = 1/3
 | 3/10 + 1/1000000000000000000 - 3/10 = 0
 | 325368125/119696244 = exp(1)
 | sqrt(2) = 131836323/93222358
 | x = y
 x = y | x^2 = y^2
 | sqrt(-1) = sqrt(-1)
 | log(0) = log(0)
 | atanh(1) = atanh(1)
 | 1/0 = 1/0
 | 0^(-1) = 0
 | log(-x^2) = log(-x^2)
 | (x^3)^(1/2) = (x^3)^(1/2)
 | (x^2)^(-1/2) = (x^2)^(-1/2)
`;
/** Γ | what has no positive shape */
const signs = `
 | 0 < x^2
 | 0 <= x^3
 | 0 <= x
 0 <= x | 0 < x
 0 <= x | 0 <= x - 1
 x != 0 | 0 < x
 0 <= x*y | 0 <= x
 | 0 <= u^2 + v^2 - 2*u*v
 | 0 < u^2 + v^2
 | 0 <= -(x^2)
 | 0 <= log(1 + x^2)
 | 0 <= cos(x)
 | 0 <= sin(x)
 0 <= x | 0 <= sin(x)
 0 <= x | 0 <= cos(x)
 | 0 <= sqrt(x)
 | 0 <= 1/x^2
 | 0 < sqrt(x^2)
 x < 0 | 0 <= x
 x <= 1 | 0 <= x
 | 0 <= tanh(x)
 | 0 <= x*(x + 1)
 | x != 0
 | x^2 - 1 != 0
 | x + 1 != 0
 x != 0; y != 0 | x + y != 0
 | 1 <= 2
 | exp(x) = exp(x)
 0 <= x; x <= 0 | x = 0
 | 0 < -1
 | 0 < 0
 | 0 != 0
 | 0 <= atanh(x)
`;
const lines = (source: string) =>
  source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((part) => part.trim()) as [string, string]);

describe('ring refuses', () => {
  test.each(lines(identities))('%s ⊢ %s', (given, goal) => {
    const { left, right } = r(goal);
    expect(() => k.ring(rs(given), left, right)).toThrow(k.Refused);
  });
});
describe('positive refuses', () => {
  test.each(lines(signs))('%s ⊢ %s', (given, goal) => {
    expect(() => k.positive(rs(given), r(goal))).toThrow(k.Refused);
  });
});

const X = ts('x');
const one = [k.one];
const rate = (given: string, e: string) => k.rate(rs(given), X, one, t(e));
const range = (lo: bigint, hi: bigint) => ({ variable: t('x'), lo: { num: lo, den: 1n }, hi: { num: hi, den: 1n } });
const zeros = k.induct(
  [],
  run('x', '0', 'x'),
  rs('x = 0'),
  [k.ring([], t('0'), t('0'))],
  [k.assume(rs('x = 0'), r('x = 0'))],
);
const still = k.flow([], motion('x', '0', '0', 'g'));
const rated = rate('', 'x');
const assumed = (p: string) => k.assume(rs(p), r(p));
const withInput = k.alwaysThen(k.induct([], run('x', '0', 'x', 'g', '0 <= g'), [], [], []), [assumed('0 <= g')]);
const growing = rs('1*x <= x; 1 + x <= x; x*1 <= x');
const growth = k.flow(rs('0 < a; -1 < a'), motion('x', 'a', 'x', '', '1*x <= x; 1 + x <= x; x*1 <= x'));
const bound = (p: string) => k.assume(growing, r(p));
const start = assumed('0 < a');
/** ∂x/∂x = 1 ≥ 0, with one more assumption. */
const risen = (more: string) => {
  const given = rs(`0 <= x; ${more}`);
  return k.grows(given, t('x'), k.zero, k.rate(given, X, one, t('x')), k.positive([], r('0 <= 1')));
};
/** A list of one assumption that says this of its length. */
const long = (length: unknown) =>
  new Proxy([r('0 = 0')], { get: (list, key) => (key === 'length' ? length : Reflect.get(list, key)) });
const cases: { readonly [name: string]: () => unknown } = {
  'a rate among the assumptions': () => k.assume([rated.statement.shows as never], r('0 = 0')),
  'a run among the assumptions': () => k.weaken(k.ring([], t('0'), t('0')), [zeros.statement.shows as never]),
  'a flow among the assumptions': () => k.ring([still.statement.shows as never], t('0'), t('0')),
  'a rate as a lemma to cut': () => k.cut(rated, zeros),
  'a rate in both cases': () => k.cases(rated, rated, t('x'), t('y')),
  'a rate by symmetry': () => k.symmetric(rated),
  'a rewrite under d/dt': () => k.rateIs(rate('', 'x^2'), k.assume(rs('x^2 = 9'), r('x^2 = 9'))),
  'a rewrite of a rate as a term': () => k.rewrite(k.assume(rs('x = 3'), r('x = 3')), rated.statement.shows as never),
  'a rewrite inside a run': () => k.rewrite(k.assume(rs('x = 3'), r('x = 3')), zeros.statement.shows as never),
  'd/dx √x at 0': () => rate('0 <= x', 'sqrt(x)'),
  'd/dx 0·√x': () => rate('', '0*sqrt(x)'),
  'd/dx x^(4/3) at 0': () => rate('0 <= x', 'x^(4/3)'),
  'd/dx 0·log x': () => rate('', '0*log(x)'),
  'd/dx (1/x)⁰': () => rate('', '(1/x)^0'),
  'd/dx atanh x': () => rate('', 'atanh(x)'),
  'd/dx |x|': () => k.rate([], X, one, apply('abs', t('x'))),
  'M19 d/da of a run': () => k.rate([], ts('a'), one, quantity('run.at(1).w')),
  'M19 a run as an atom': () => k.ring([], quantity('run.at(1).w'), quantity('run.at(1).w')),
  'tan, atan, π, min and max': () => k.ring([], apply('tan', t('x')), apply('tan', t('x'))),
  atan: () => k.ring([], apply('atan', t('x')), apply('atan', t('x'))),
  π: () => k.positive([], k.lt(k.zero, pi)),
  min: () => k.ring([], binary('min', t('x'), t('y')), binary('min', t('x'), t('y'))),
  'a relation that contains max': () =>
    k.assume([{ kind: 'relation', op: '=', left: binary('max', t('x'), t('y')), right: t('x') }], r('0 = 0')),
  'grows under x = 3': () => risen('x = 3'),
  'grows under x ≠ 1': () => risen('x != 1'),
  'grows under a bound of x²': () => risen('x^2 <= 4'),
  'grows under a bound by x itself': () => risen('x <= x + 1'),
  'grows under another bound from below': () => risen('1 <= x'),
  'grows with √ at 0': () =>
    k.grows(rs('0 <= x'), t('x'), k.zero, rate('0 <= x', 'sqrt(x)'), k.positive([], r('0 <= 1'))),
  'grows from a constant that is not named': () =>
    k.grows(rs('0 <= x'), t('x'), t('-1'), rate('0 <= x', 'x'), k.positive([], r('0 <= 1'))),
  'grows with the sign of something else': () =>
    k.grows(rs('0 <= x'), t('x'), k.zero, rate('0 <= x', 'x'), k.positive([], r('0 <= 2'))),
  'grows with a strict sign': () =>
    k.grows(rs('0 <= x'), t('x'), k.zero, rate('0 <= x', 'x'), k.positive([], r('0 < 1'))),
  'a step without a start': () => k.induct([], { ...run('x', '', 'x') }, [], [], []),
  'a name as state and as input': () => k.induct([], run('x', '0', 'x', 'x'), [], [], []),
  'a state that is no name': () => k.induct([], run('x + 1', '0', 'x'), [], [], []),
  'an invariant that mentions an input': () => k.induct([], run('x', '0', 'i', 'i'), rs('x = i'), [zeros], [zeros]),
  'a start that mentions the state': () => k.induct([], run('x', 'x', 'x'), [], [], []),
  'an invariant without its step': () =>
    k.induct([], run('x', '0', 'x + 1'), rs('0 <= x'), [k.positive([], r('0 <= 0'))], []),
  'an undefined start of a coordinate that is not mentioned': () =>
    k.induct([], run('x,y', '0,1/a', 'x,y'), [], [], []),
  'an undefined step of a coordinate that is not mentioned': () =>
    k.induct([], run('x,y', '0,0', 'x,sqrt(y)'), [], [], []),
  'a rate at every step': () => k.alwaysThen(zeros, [rated]),
  'step −1': () => k.atStep(zeros, -1, [], 0),
  'step ½': () => k.atStep(zeros, 0.5, [[]], 0),
  'step NaN': () => k.atStep(zeros, Number.NaN, [], 0),
  'a row of inputs too few': () => k.atStep(zeros, 2, [[]], 0),
  'an input too many in a row': () => k.atStep(zeros, 1, [ts('p')], 0),
  'an invariant that is not there': () => k.atStep(zeros, 0, [], 1),
  'the invariant called length': () => k.atStep(zeros, 0, [], 'length' as never),
  'a flow treated as a run': () => k.alwaysThen(still, []),
  'a run treated as a flow': () => k.alongThen(zeros, k.ring([], t('0'), t('0'))),
  'a run along a flow': () => k.alongThen(still, zeros),
  'a flow from the input': () => k.flow([], motion('x', 'g', '0', 'g')),
  'a flow under an assumption on the input': () => k.flow(rs('0 <= g'), motion('x', '0', '-g', 'g')),
  'a flow under an assumption on the state': () => k.flow(rs('x = 0'), motion('x', '0', '0')),
  'a flow from an undefined start': () => k.flow([], motion('x', 'log(a)', '0')),
  'more along a flow by a strict rate': () =>
    k.alongMore(still, k.rate([], X, [k.zero], t('x')), k.positive([], r('0 < 1'))),
  'sqrt on [−1, 1]': () => k.enclose([range(-1n, 1n)], r('0 <= sqrt(x)')),
  '0·√x on [−1, 1]': () => k.enclose([range(-1n, 1n)], r('0 <= 0*sqrt(x)')),
  '1/x over 0': () => k.enclose([range(-1n, 1n)], r('0 <= 1/x^2')),
  'log at 0': () => k.enclose([range(0n, 1n)], r('log(x) <= 1')),
  'a variable not in the box': () => k.enclose([range(0n, 1n)], r('0*y <= 1')),
  'an empty box': () => k.enclose([range(1n, 0n)], r('1 <= 0')),
  'a box of another variable twice': () => k.enclose([range(0n, 1n), range(2n, 3n)], r('0 <= x')),
  'an equation by enclosure': () => k.enclose([range(0n, 0n)], r('x = 0')),
  'an inequation by enclosure': () => k.enclose([range(1n, 2n)], r('x != 0')),
  'a box with ends NaN': () =>
    k.enclose([{ variable: t('x'), lo: { num: 0n, den: 0n }, hi: { num: 1n, den: 1n } }], r('0 <= 1')),
  'an axiom that is none': () => k.axiom('logAdd'),
  'an axiom called constructor': () => k.axiom('constructor'),
  'an axiom called __proto__': () => k.axiom('__proto__'),
  'sin is not monotone': () => k.axiom('sinMonotone'),
  'closure of an equation': () => k.closure(k.ring(rs('0 < ε'), t('ε/ε'), t('1')), t('ε')),
  'closure in a term': () => k.closure(k.positive(rs('0 < ε'), r('0 < ε')), t('ε + 0')),
  'closure where it is not defined': () => k.closure(k.positive(rs('0 < ε'), r('0 < 1/ε')), t('ε')),
  'a list of 10 001 assumptions': () => k.assume(Array(10_001).fill(r('0 = 0')), r('0 = 0')),
  'a list whose length is an object': () => k.assume(long({ valueOf: () => 1 }), r('0 = 0')),
  'a list whose length is a text': () => k.assume(long('1'), r('0 = 0')),
  'a list whose length is no number': () => k.assume(long(Number.NaN), r('0 = 0')),
  'an instance that is no term': () => k.instantiate(k.axiom('expNeg'), [[t('x#'), 3 as never]]),
  'an instance of a term': () => k.instantiate(k.axiom('expNeg'), [[t('x# + 1'), t('y')]]),
  'an undefined instance': () => k.instantiate(k.axiom('expNeg'), [[t('x#'), t('log(y)')]]),
  'a root that may be negative': () =>
    k.rootUnique(k.assume(rs('x <= 0'), r('x <= 0')), k.ring([], t('x^2'), t('x^2'))),
  'a root of a power that is not whole': () => k.rootUnique(assumed('0 <= x'), assumed('x^(3/2) = y')),
  'a first root': () => k.rootUnique(assumed('0 <= x'), assumed('x^1 = y')),
  'the root of another number': () => k.rootUnique(assumed('0 <= x'), assumed('y^2 = z')),
  'capture by an input': () => k.instantiate(k.induct([], run('x', 'a', 'x + g', 'g'), [], [], []), [[t('a'), t('g')]]),
  'a rate with one of its two variables replaced': () =>
    k.instantiate(k.rate([], ts('x, y'), ts('y, x'), t('x*y')), [[t('x'), k.one]]),
  'one theorem too many for the invariants': () =>
    k.induct([], run('x', '0', 'x'), [], [k.ring([], k.zero, k.zero)], []),
  'step −1 of what holds with the inputs of a step': () => k.atStep(withInput, -1, [], 0),
  'step 1001': () => k.atStep(zeros, 1001, Array(1001).fill([]), 0),
  'a row of inputs too long, the others right': () => k.atStep(withInput, 1, [ts('p'), ts('p, q')], 0),
  'a rate in some of the variables of the flow': () =>
    k.alongThen(k.flow([], motion('x, y', '0, 0', '1, 1')), k.rate([], X, one, t('x*y'))),
  'a rate along another field in the second variable': () =>
    k.alongThen(k.flow([], motion('x, y', '0, 0', '1, 1')), k.rate([], ts('x, y'), ts('1, 2'), t('x*y'))),
  'a start above −1 for what stays positive': () =>
    k.frozen(growth, k.rate([], X, X, t('x')), bound('1*x <= x'), assumed('-1 < a')),
  'M18 1/x falls along x, and across its pole': () => {
    const slope = k.rate(rs('x != 0'), X, one, t('1/x'));
    const { is } = slope.statement.shows as k.Rate;
    const falls = k.assume([...rs('x != 0'), k.le(is, k.zero)], k.le(is, k.zero));
    return k.alongMore(k.flow([], motion('x', '-1', '1')), slope, falls);
  },
  'a sum where a multiple is wanted': () => k.frozen(growth, k.rate([], X, X, t('x')), bound('1 + x <= x'), start),
  'a multiple of something else': () => k.frozen(growth, k.rate([], X, X, t('x')), bound('x*1 <= x'), start),
  'an input in what keeps its sign': () =>
    k.keepsSign(still, k.positive([], r('1 + g^2 != 0')), k.positive([], r('0 < 1 + g^2'))),
  'a start that may be 0 for what keeps its sign': () =>
    k.keepsSign(
      k.flow(rs('0 <= a'), motion('x', 'a', '1', '', 'x != 0')),
      k.assume(rs('x != 0'), r('x != 0')),
      assumed('0 <= a'),
    ),
};
describe('refused:', () => {
  test.each(Object.keys(cases))('%s', (name) => {
    expect(cases[name]).toThrow(k.Refused);
  });
});
test('there are at least 100, among them each of M1 to M24', () => {
  expect(lines(identities).length + lines(signs).length + Object.keys(cases).length).toBeGreaterThanOrEqual(100);
  const names = [...ATTACKS.map((a) => a.name), ...Object.keys(cases)];
  const numbers = new Set(names.flatMap((name) => /^M(\d+) /.exec(name)?.[1] ?? []));
  expect([...numbers].map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
});
test('near misses of these are accepted', () => {
  expect(k.assume(Array(10_000).fill(r('0 = 0')), r('0 = 0')).statement.given).toEqual(rs('0 = 0'));
  const th = k.frozen(growth, k.rate([], X, X, t('x')), bound('1*x <= x'), start);
  expect(th.statement.shows).toMatchObject({ kind: 'along' });
  expect(k.atStep(zeros, 1000, Array(1000).fill([]), 0).statement.given).toEqual([]);
  expect(k.atStep(withInput, 0, [ts('p')], 0).statement.given).toEqual(rs('0 <= p'));
});
