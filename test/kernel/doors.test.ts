/**
 * Ways to a falsehood by other doors than those of the attacks: names that come in by a cut, definedness borrowed from
 * elsewhere, one moment taken for every moment. Each is refused for its own reason; the harmless ones say what is true.
 */
import { expect, test } from 'vitest';
import * as k from '../../src/kernel/index.ts';
import { motion, r, rs, run, says, t, ts } from './tools.ts';

const assumed = (given: string, p = given): k.Theorem => k.assume(rs(given), r(p));
const trivial = k.positive([], r('0 <= 0'));
/** The theorem with one more assumption, by a cut and not by weaken. */
const cutIn = (more: string, theorem: k.Theorem): k.Theorem =>
  k.cut(k.weaken(trivial, rs(more)), k.weaken(theorem, [...theorem.statement.given, r('0 <= 0')]));
const rate = (given: string, state: string, field: string, e: string): k.Theorem =>
  k.rate(rs(given), ts(state), ts(field), t(e));
const range = (lo: readonly [bigint, bigint], hi: readonly [bigint, bigint]): k.Range => ({
  variable: t('x'),
  lo: { num: lo[0], den: lo[1] },
  hi: { num: hi[0], den: hi[1] },
});

/** u = 0 at every step. */
const zeros = k.induct([], run('u', '0', 'u'), rs('u = 0'), [k.ring([], k.zero, k.zero)], [assumed('u = 0')]);
/** uₙ₊₁ = uₙ + i with 0 ≤ i, from 0. */
const sums = k.induct([], run('u', '0', 'u + i', 'i', '0 <= i'), [], [], []);
const inputs = k.alwaysThen(sums, [assumed('0 <= i')]);
/** u' = 1 and u' = u from a; v' = √v from 1, with an input h ≥ 0. */
const even = k.flow(rs('0 < a'), motion('u', 'a', '1', '', 'u != 0'));
const growth = k.flow(rs('0 < a'), motion('u', 'a', 'u', '', '1*u <= u'));
const roots = k.flow([], motion('v', '1', 'sqrt(v)', 'h', '0 <= h'));
const [fixed, start] = [assumed('u = a'), assumed('0 < a')];
const atFixed = rate('u = a', 'u', '1', 'u - a');

const REFUSED: { readonly [name: string]: readonly [RegExp, () => unknown] } = {
  // bound names
  'a cut brings in the state of a run': [/free of u/, () => k.alwaysThen(cutIn('u = 3', zeros), [assumed('u = 3')])],
  'a cut brings in the state of a flow: alongThen': [
    /free of u/,
    () => k.alongThen(cutIn('u = 3', even), assumed('u = 3')),
  ],
  'a cut brings in the state of a flow: alongMore': [
    /free of u/,
    () => k.alongMore(cutIn('u = 3', even), rate('', 'u', '1', '0*u'), k.ring([], t('0'), t('0'))),
  ],
  'a cut brings in the state of a flow: frozen': [
    /free of u/,
    () => k.frozen(cutIn('u = 3', growth), rate('', 'u', 'u', 'u'), assumed('1*u <= u'), start),
  ],
  'a cut brings in the state of a flow: keepsSign': [
    /free of u/,
    () => k.keepsSign(cutIn('u = 3', even), assumed('u != 0'), start),
  ],
  'a state put for a name that only the assumptions have': [
    /free of the bound names/,
    () => k.instantiate(k.weaken(zeros, rs('p = 3')), [[t('p'), t('u')]]),
  ],
  'an undefined term put for a bound name': [/a != 0/, () => k.instantiate(zeros, [[t('u'), t('1/a')]])],
  'an input in a later start': [/free of the bound names/, () => k.instantiate(roots, [[t('b'), t('h + b')]])],
  // definedness borrowed from elsewhere
  'the start of a run, defined by what each step assumes': [
    /a != 0/,
    () => k.induct([], run('u', '1/a', 'u', '', '0 < a'), [], [], []),
  ],
  'the start of a run, defined by a fact about each step': [
    /a != 0/,
    () => k.induct([], run('u', '1/a', 'u', '', '0 < a'), [], [], [], [start]),
  ],
  'the start of a flow, defined by what is assumed along it': [
    /a != 0/,
    () => k.flow([], motion('u', '1/a', '1', '', '0 < a')),
  ],
  'the limit of ε/ε, by a fact about 0 < ε': [
    /0 != 0/,
    () => k.closure(k.positive(rs('0 < ε'), r('0 <= ε/ε')), t('ε'), [assumed('0 < ε')]),
  ],
  'not p, both sides of which are defined by p': [
    /0 <= x/,
    () => k.contradiction(assumed('sqrt(x) < 0; 0 < 0', '0 < 0'), r('sqrt(x) < 0'), [assumed('sqrt(x) < 0')]),
  ],
  'two cases, defined by one of them': [
    /0 <= x/,
    () => k.cases(trivial, trivial, t('sqrt(x)'), t('1'), [assumed('sqrt(x) <= 1')]),
  ],
  'what holds along a flow, of a free name': [/positive/, () => k.positive([], r('0 <= v'), [roots])],
  'what is assumed along a flow, of a free name': [/positive/, () => k.positive([], r('0 <= h'), [roots])],
  'what holds at every step, of a free name': [/equal normal/, () => k.ring([], t('u'), t('0'), [zeros])],
  'what is assumed at every step, of a free name': [/positive/, () => k.positive([], r('0 <= i'), [inputs])],
  'a constant root that is 0 for now': [/0 < a/, () => rate('0 <= a', 'u', '1', 'sqrt(a)')],
  'a rate that is not used, undefined': [/0 < z/, () => rate('', 'x, y', '1, log(z)', 'x')],
  // one moment for every moment
  'along a flow, what holds at its start': [/u = a/, () => k.alongThen(even, fixed)],
  'along a flow, a rate at its start': [/u = a/, () => k.alongThen(even, atFixed)],
  'a rate of what is constant at the start': [
    /u = a/,
    () => k.alongMore(even, atFixed, k.ring(rs('u = a'), t('0'), t('0'))),
  ],
  'a bound at the start': [
    /u = a/,
    () => k.frozen(growth, rate('', 'u', 'u', 'u'), assumed('u = a; 1*u <= u', '1*u <= u'), start),
  ],
  'not 0 at the start': [/u = a/, () => k.keepsSign(even, assumed('u = a; u != 0', 'u != 0'), start)],
  'positive now, from positive now': [/0 < u/, () => k.keepsSign(even, k.positive(rs('0 < u'), r('u != 0')), start)],
  'what held before it was replaced': [/u = 0/, () => k.alwaysThen(k.alwaysThen(zeros, [trivial]), [assumed('u = 0')])],
  'two numbers that change places': [
    /v = 1/,
    () => k.induct([], run('u, v', '1, 2', 'v, u'), rs('u = 1'), [k.ring([], k.one, k.one)], [assumed('u = 1')]),
  ],
  'step 0 without the input that it speaks of': [/inputs of 1 steps/, () => k.atStep(inputs, 0, [], 0)],
  'invariant number −1': [/number of an invariant/, () => k.atStep(zeros, 0, [], -1)],
  // order, roots and boxes
  'the root of a negative power': [/whole power/, () => k.rootUnique(assumed('0 <= x'), assumed('x^(-2) = y'))],
  'a root that is only not 0': [/<= or </, () => k.rootUnique(assumed('0 != x'), assumed('x^2 = y'))],
  'no number that is not itself': [/a relation by </, () => k.contradiction(assumed('x != x'), r('x != x'))],
  'grows under an upper bound in disguise': [
    /only an upper bound/,
    () => k.grows(rs('0 <= x; 0 <= 2 - x'), t('x'), k.zero, rate('', 'x', '1', 'x'), k.positive([], r('0 <= 1'))),
  ],
  'a range whose end is below its start once its sign is above the line': [
    /not empty/,
    () => k.enclose([range([0n, 1n], [1n, -1n])], r('1 <= 0')),
  ],
  'an exponent 0/0': [/denominator 0/, () => k.axiom('powerLog', { num: 0n, den: 0n })],
  'a flow of two numbers, a rate with both in another order': [
    /along the same field/,
    () => k.alongThen(k.flow([], motion('x, y', '0, 0', '1, 2')), rate('', 'y, x', '1, 2', 'x')),
  ],
};
test.each(Object.keys(REFUSED))('refused: %s', (name) => {
  const [why, attempt] = REFUSED[name]!;
  expect(attempt).toThrow(k.Refused);
  expect(attempt).toThrow(why);
});

const TRUE: readonly (readonly [string, () => k.Theorem])[] = [
  ['2 = a ⊢ x^2 + 2 = x^2 + a', () => k.rewrite(assumed('2 = a'), t('x^2 + 2'))],
  [
    'y < x ⊢ y < x',
    () =>
      k.instantiate(
        assumed('x < y'),
        new Map([
          [t('x'), t('y')],
          [t('y'), t('x')],
        ]),
      ),
  ],
  ['0 <= u, 0 <= u + 1, 0 <= 7 ⊢ 0 <= 7', () => k.atStep(inputs, 2, [ts('u'), ts('u + 1'), ts('7')], 0)],
  [
    '0 <= i, 0 <= i*u ⊢ 0 + i + i*u = 0 + i + i*u',
    () => {
      const itself = k.alwaysThen(sums, [k.ring([], t('u'), t('u'))]);
      return k.atStep(itself, 2, [ts('i'), ts('i*u')], 0);
    },
  ],
  ['0 < x# ⊢ x#^(-1/2) = exp((-1/2)*ln(x#))', () => k.axiom('powerLog', { num: 1n, den: -2n })],
  ['⊢ 0 < 1', () => k.positive([], r('0 < 1'), [zeros, even, roots, inputs])],
  ['u = 3 ⊢ 0 = 0', () => k.atStep(cutIn('u = 3', zeros), 0, [], 0)],
];
test.each(TRUE)('%s', (statement, derive) => {
  expect(says(derive())).toBe(statement);
});
