/** Small derivations, one or more for each rule; test/golden/leaves.json has what they show and what they rest on. */
import { type Kernel, motion, r, rs, run, t, ts } from './tools.ts';

type Theorem = ReturnType<Kernel['assume']>;
const assumed = (k: Kernel, p: string): Theorem => k.assume(rs(p), r(p));
const still = motion('u', 'a', '-u*g', 'g', '0 <= g');
const flowing = (k: Kernel): Theorem => k.flow([], still);
const H = rs('0 <= g');
const slope = (k: Kernel, e: string): Theorem => k.rate(H, ts('u'), still.field, t(e));
const walk = run('u, s', 'a, 0', 'u - g, s + g', 'g', '0 <= g');
const walked = (k: Kernel): Theorem => {
  const kept = rs('u + s = a');
  const G = [...walk.each, ...kept];
  const sum = k.ring(G, t('u - g + (s + g)'), t('u + s'));
  const next = k.replaceRight(sum, k.assume(G, kept[0]!));
  return k.induct([], walk, kept, [k.ring([], t('a + 0'), t('a'))], [next]);
};

/** 0 ≤ x − x, which no shape shows. */
const gap = (k: Kernel, x: string): Theorem =>
  k.difference(k.contradiction(assumed(k, `${x} < ${x}`), r(`${x} < ${x}`)));

export const SMALL: { readonly [rule: string]: (k: Kernel) => Theorem } = {
  assume: (k) => assumed(k, 'x = 3'),
  weaken: (k) => k.weaken(assumed(k, 'x = 3'), rs('x = 3; y < 1')),
  cut: (k) => k.cut(assumed(k, 'x = 3'), k.weaken(assumed(k, 'y < 1'), rs('y < 1; x = 3'))),
  ring: (k) => k.ring(rs('x != 0'), t('x/x'), t('1'), [assumed(k, 'x != 0')]),
  symmetric: (k) => k.symmetric(assumed(k, 'x != y')),
  rewrite: (k) => k.rewrite(assumed(k, 'x = 1/y'), t('x*2')),
  'rewrite, defined by a fact': (k) => k.rewrite(k.ring([], t('x - x'), t('0')), t('sqrt(x - x)'), [gap(k, 'x')]),
  'rewrite, defined by its equation': (k) => k.rewrite(k.weaken(assumed(k, '1/x = y'), rs('1/x = y')), t('2 + 1/x')),
  replaceRight: (k) => k.replaceRight(assumed(k, 'x < y'), assumed(k, 'y = z')),
  replaceLeft: (k) => k.replaceLeft(assumed(k, 'x < y'), assumed(k, 'x = z')),
  rootUnique: (k) => k.rootUnique(assumed(k, '0 < x'), assumed(k, 'x^2 = y')),
  'rootUnique, third root': (k) => k.rootUnique(assumed(k, '0 <= x'), assumed(k, 'x^3 = y')),
  instantiate: (k) => k.instantiate(assumed(k, 'x = 3'), [[t('x'), t('1/y')]], [assumed(k, '1/y = 3')]),
  'instantiate a rate': (k) => k.instantiate(k.rate(rs('0 < p'), ts('x'), ts('p'), t('p*x^2')), [[t('p'), t('q + 1')]]),
  'instantiate a run': (k) =>
    k.instantiate(walked(k), [
      [t('a'), t('b + 1')],
      [t('u'), t('7')],
    ]),
  'instantiate a flow': (k) =>
    k.instantiate(
      k.alongThen(
        k.alongThen(k.flow([], motion('u', 'a', 'b*u', 'g', 'b <= g')), k.assume(rs('b <= g'), r('b <= g'))),
        k.rate([], ts('u'), ts('b*u'), t('b*u')),
      ),
      [
        [t('b'), t('c + 1')],
        [t('a'), t('c')],
      ],
    ),
  difference: (k) => k.difference(assumed(k, 'x < y')),
  'difference, back': (k) => k.difference(assumed(k, '0 <= y - x')),
  'difference of 0 and a sum': (k) => k.difference(assumed(k, '0 <= x + y')),
  'difference, from below': (k) => k.difference(assumed(k, 'z <= y - x')),
  'difference of a number and a difference': (k) => k.difference(assumed(k, 'z < x - y')),
  positive: (k) => k.positive(rs('0 < x; 0 < y'), r('0 < x*y'), [assumed(k, '0 < x')]),
  contradiction: (k) =>
    k.contradiction(k.cut(k.symmetric(k.ring([], t('1'), t('1'))), assumed(k, 'x < x')), r('x < x')),
  'contradiction of =': (k) => refuted(k, 'x = y'),
  'contradiction of !=': (k) => refuted(k, 'x != y'),
  'contradiction of <=': (k) => refuted(k, 'x <= y'),
  'contradiction, defined by a fact': (k) =>
    k.contradiction(k.weaken(assumed(k, 'x < x'), rs('x < x; sqrt(x - x) < y')), r('sqrt(x - x) < y'), [gap(k, 'x')]),
  cases: (k) =>
    k.cases(
      k.weaken(assumed(k, '0 <= z'), rs('x <= y; 0 <= z; z = w')),
      k.weaken(assumed(k, '0 <= z'), rs('y <= x; 0 <= z; w = z')),
      t('x'),
      t('y'),
    ),
  'cases, defined by a fact': (k) =>
    k.cases(
      k.weaken(assumed(k, '0 <= z'), rs('sqrt(x - x) <= y; 0 <= z')),
      k.weaken(assumed(k, '0 <= z'), rs('y <= sqrt(x - x); 0 <= z')),
      t('sqrt(x - x)'),
      t('y'),
      [gap(k, 'x')],
    ),
  closure: (k) => k.closure(assumed(k, '0 < e'), t('e')),
  'closure of <=': (k) =>
    k.closure(k.positive(rs('0 < e'), r('0 <= e + x^2')), t('e'), [k.positive([], r('0 <= x^2'))]),
  'axiom expAdd': (k) => k.axiom('expAdd'),
  enclose: (k) => k.enclose([{ variable: t('x'), lo: { num: 1n, den: 2n }, hi: { num: 1n, den: 1n } }], r('x^2 < 2')),
  rate: (k) => k.rate(rs('0 < x'), ts('x'), ts('1'), t('log(x)'), [assumed(k, '0 < x')]),
  rateIs: (k) => {
    const th = k.rate([], ts('x'), ts('1'), t('x*x'));
    const { is } = th.statement.shows as unknown as { readonly is: ReturnType<typeof t> };
    return k.rateIs(th, k.ring([], is, t('2*x')));
  },
  grows: (k) => {
    const G = rs('0 <= x; x <= h; x < i');
    const rate = k.rate(G, ts('x'), ts('1'), t('x^2'));
    const { is } = rate.statement.shows as unknown as { readonly is: ReturnType<typeof t> };
    return k.grows(G, t('x'), t('0'), rate, k.positive(G, k.le(k.zero, is)));
  },
  induct: (k) => walked(k),
  'induct, defined by facts': (k) =>
    k.induct([], run('u', 'sqrt(x - x)', 'sqrt(u - u)'), [], [], [], [gap(k, 'x'), gap(k, 'u')]),
  alwaysThen: (k) => k.alwaysThen(walked(k), [k.symmetric(k.assume(rs('u + s = a'), r('u + s = a')))]),
  'alwaysThen of two': (k) =>
    k.alwaysThen(walked(k), [k.symmetric(assumed(k, 'u + s = a')), k.positive(rs('0 <= g'), r('0 <= g + u^2'))]),
  'alwaysThen of two, one by what is assumed of the step': (k) =>
    k.alwaysThen(walked(k), [
      k.symmetric(assumed(k, 'u + s = a')),
      k.weaken(k.positive([], r('0 <= u^2')), rs('0 <= g')),
    ]),
  'alwaysThen of an input': (k) => k.alwaysThen(walked(k), [k.positive([], r('0 <= g^2'))]),
  'alwaysThen of the state, by what is assumed of the step': (k) =>
    k.alwaysThen(walked(k), [k.weaken(k.positive([], r('0 <= u^2')), rs('0 <= g'))]),
  'atStep 0': (k) => k.atStep(k.alwaysThen(walked(k), [k.positive([], r('0 <= g^2'))]), 0, [ts('p')], 0),
  'atStep 2': (k) => k.atStep(walked(k), 2, [ts('p'), ts('q')], 0),
  'atStep, assumptions and facts': (k) => {
    const th = k.weaken(walked(k), rs('c < d'));
    return k.atStep(th, 1, [ts('sqrt(x - x)')], 0, [gap(k, 'x')]);
  },
  flow: (k) => flowing(k),
  'flow, defined by a fact': (k) => k.flow([], motion('u', 'sqrt(x - x)', '1/u'), [gap(k, 'x')]),
  alongMore: (k) => {
    const rate = slope(k, 'u^0');
    const { is } = rate.statement.shows as unknown as { readonly is: ReturnType<typeof t> };
    return k.alongMore(flowing(k), rate, k.ring(H, is, k.zero));
  },
  'alongMore, not rising': (k) => {
    const p = motion('u', 'a', '-g', 'g', 'g <= 0; -g <= 0');
    const rate = k.rate(p.each, ts('u'), p.field, t('u'));
    return k.alongMore(k.flow([], p), rate, k.assume(p.each, r('-g <= 0')));
  },
  alongThen: (k) => k.alongThen(flowing(k), k.positive(H, r('0 <= g + u^2'))),
  'alongThen of a rate': (k) => k.alongThen(flowing(k), slope(k, 'u')),
  'alongThen after a rate': (k) =>
    k.alongThen(k.alongThen(flowing(k), slope(k, 'u')), k.positive(H, r('0 <= g + u^2'))),
  frozen: (k) => frozenBy(k, '0 < a'),
  'frozen at 0 <= e': (k) => frozenBy(k, '0 <= a'),
  keepsSign: (k) => {
    const p = motion('u', 'a', '1', 'g', 'u != 0');
    return k.keepsSign(k.flow(rs('0 < a'), p), k.assume(rs('u != 0'), r('u != 0')), assumed(k, '0 < a'));
  },
};

function refuted(k: Kernel, p: string): Theorem {
  return k.contradiction(k.weaken(assumed(k, 'z < z'), rs(`z < z; ${p}`)), r(p));
}
function frozenBy(k: Kernel, start: string): Theorem {
  const p = motion('u', 'a', 'g*u', 'g', 'g*u <= g*u');
  const rate = k.rate(p.each, ts('u'), p.field, t('u'));
  return k.frozen(k.flow(rs(start), p), rate, k.assume(p.each, p.each[0]!), assumed(k, start));
}
