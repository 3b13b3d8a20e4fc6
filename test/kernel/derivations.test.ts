/** Derivations by hand, as calls of the rules: that the kernel is strong enough for what it is for, and how fast. */
import { expect, test } from 'vitest';
import type { Term } from '../../src/expr/term.ts';
import * as k from '../../src/kernel/index.ts';
import { atMost, below } from './attacks.ts';
import { motion, r, rs, run, says, t } from './tools.ts';

type Theorem = k.Theorem;
type Facts = readonly Theorem[];
type Given = readonly k.Relation[];
const leftOf = (th: Theorem): Term => (th.statement.shows as k.Relation).left;
const rightOf = (th: Theorem): Term => (th.statement.shows as k.Relation).right;
const rateOf = (th: Theorem): Term => (th.statement.shows as k.Rate).is;

/** a = b₁ = b₂ = …, each step by ring, or by the equation that precedes it. */
function chain(
  given: Given,
  a: string | Term,
  ...steps: readonly (string | Term | Theorem)[]
): (facts?: Facts) => Theorem {
  return (facts = []) => {
    let out = k.ring(given, typeof a === 'string' ? t(a) : a, typeof a === 'string' ? t(a) : a, facts);
    for (const step of steps) {
      const more = [out, ...facts];
      const next = k.isTheorem(step)
        ? k.rewrite(k.weaken(step, given), rightOf(out), more)
        : k.ring(given, rightOf(out), typeof step === 'string' ? t(step) : step, more);
      out = k.replaceRight(out, next);
    }
    return out;
  };
}
const assumed = (given: Given, p: string): Theorem => k.assume(given, r(p));
/** rate{F; e = r} with r brought to the given form. */
const rated = (
  given: Given,
  field: k.Motion,
  e: string,
  is: readonly (string | Theorem)[],
  facts: Facts = [],
): Theorem => {
  const rate = k.rate(given, field.state, field.field, t(e), facts);
  return k.rateIs(rate, chain(given, rateOf(rate), ...is)([rate, ...facts]));
};
const zero = (given: Given): Theorem => k.ring(given, k.zero, k.zero);

test('A: the mirror-flow law for u² − v², uv = a² obtained from the start', () => {
  const begun = performance.now();
  const Γ = rs('0 < a');
  const F = motion('u, v', 'a, a', '-2*u*g, 2*v*g', 'g');
  const conserved = k.alongMore(k.flow(Γ, F), rated(Γ, F, 'u*v', ['0']), zero(Γ));
  const H = [...Γ, r('u*v = a*a')];
  const product = assumed(H, 'u*v = a*a');
  const root = '(u^2 + v^2)/(2*a^2)';
  const arg = '(u^2 - v^2)/(2*a^2)';
  const square = chain(H, `(${root})^2`, `(${arg})^2 + (u*v)^2/a^4`, product, `1 + (${arg})^2`)();
  const sqrt = k.rootUnique(k.positive(H, r(`0 <= ${root}`)), square);
  const sum = chain(H, '(u - v)^2 + 2*a^2', 'u^2 + v^2 + 2*a^2 - 2*(u*v)', product, 'u^2 + v^2')();
  const positive = k.replaceRight(k.positive(H, r('0 < (u - v)^2 + 2*a^2')), sum);
  const law = k.alongThen(conserved, rated(H, F, `asinh(${arg})/4`, [sqrt, '-g'], [positive]));
  expect(says(law)).toBe(
    '0 < a ⊢ along u, v from a, a field (-2)*u*g, 2*v*g each (g)  holds u*v = a*a, ' +
      "d[u, v' = (-2)*u*g, 2*v*g] asinh((u^2 - v^2)/(2*a^2))/4 = -g",
  );
  expect(law.leaves.axioms).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(200);
});

/** An axiom at given terms, under given assumptions. */
const at = (axiom: string, σ: string, given: Given = [], facts: Facts = []): Theorem => {
  const pairs = σ.split(';').map((p) => p.split(':=').map((e) => t(e)) as [Term, Term]);
  const th = k.axiom(axiom);
  return k.instantiate(k.weaken(th, [...th.statement.given, ...given]), pairs, facts);
};

test('the flow equals the closed form −2a² sinh 4G', () => {
  const Γ = rs('0 < a');
  const F = motion('u, v, G', 'a, a, 0', '-2*u*g, 2*v*g, g', 'g');
  const first = k.alongMore(k.flow(Γ, F), rated(Γ, F, 'u*exp(2*G)', ['0']), zero(Γ));
  const second = k.alongMore(first, rated(Γ, F, 'v*exp(-(2*G))', ['0']), zero(Γ));
  const H = [...Γ, r('u*exp(2*G) = a*exp(2*0)'), r('v*exp(-(2*G)) = a*exp(-(2*0))')];
  const one = chain([], 'exp(2*0)', 'exp(0)', k.axiom('expZero'))();
  const other = chain([], 'exp(-(2*0))', 'exp(0)', k.axiom('expZero'))();
  const inverse = at('expNeg', 'x#:=2*G');
  const u = chain(
    H,
    'u',
    'u*1',
    k.symmetric(inverse),
    '(u*exp(2*G))*exp(-(2*G))',
    assumed(H, 'u*exp(2*G) = a*exp(2*0)'),
    one,
    'a*exp(-(2*G))',
  )();
  const v = chain(
    H,
    'v',
    'v*1',
    k.symmetric(inverse),
    '(v*exp(-(2*G)))*exp(2*G)',
    assumed(H, 'v*exp(-(2*G)) = a*exp(-(2*0))'),
    other,
    'a*exp(2*G)',
  )();
  const both = k.alongThen(k.alongThen(second, u), v);
  const W = [...H, r('u = a*exp(-(2*G))'), r('v = a*exp(2*G)')];
  const [fourth, back] = [
    k.symmetric(at('expAdd', 'x#:=2*G; y#:=2*G')),
    k.symmetric(at('expAdd', 'x#:=-(2*G); y#:=-(2*G)')),
  ];
  const sinh = at('sinhExp', 'x#:=4*G');
  const down = chain(
    W,
    'u^2 - v^2',
    assumed(W, 'u = a*exp(-(2*G))'),
    assumed(W, 'v = a*exp(2*G)'),
    'a^2*(exp(-(2*G))*exp(-(2*G)) - exp(2*G)*exp(2*G))',
    fourth,
    back,
    '-2*a^2*((exp(4*G) - exp(-(4*G)))/2)',
    k.symmetric(sinh),
  )();
  expect(says(k.alongThen(both, down))).toContain('u^2 - v^2 = (-2)*a^2*sinh(4*G)');
});

test('D = 3: u, v stay positive and 1/u + 1/v is conserved', () => {
  const Γ = rs('0 < a');
  const F = motion('u, v', 'a, a', '-3*u^2*g, 3*v^2*g', 'g');
  const start = assumed(Γ, '0 < a');
  const stays = (th: Theorem, x: string, c: string): Theorem => {
    const rate = k.rate(Γ, F.state, F.field, t(x));
    return k.frozen(th, rate, atMost(k, k.ring(Γ, t(`(${c})*${x}`), rateOf(rate))), start);
  };
  const positive = stays(stays(k.flow(Γ, F), 'u', '-3*u*g'), 'v', '3*v*g');
  const H = [...Γ, ...rs('0 < u; 0 < v')];
  expect(says(k.alongMore(positive, rated(H, F, '1/u + 1/v', ['0']), zero(H)))).toContain('1/u + 1/v = 1/a + 1/a');
});

test('a variant: uv = a·a keeps u from 0, so it keeps its sign', () => {
  const Γ = rs('0 < a');
  const F = motion('u, v', 'a, a', '-2*u*g, 2*v*g', 'g');
  const conserved = k.alongMore(k.flow(Γ, F), rated(Γ, F, 'u*v', ['0']), zero(Γ));
  const given = [...Γ, ...rs('u*v = a*a; u = 0')];
  const nothing = chain(given, 'a*a', k.symmetric(assumed(given, 'u*v = a*a')), assumed(given, 'u = 0'), '0')();
  const absurd = k.replaceRight(k.positive(given, r('0 < a*a')), nothing);
  const th = k.keepsSign(conserved, k.contradiction(absurd, r('u = 0')), assumed(Γ, '0 < a'));
  expect(says(th)).toContain('holds u*v = a*a, 0 < u');
});

test('m = 1: the sum of the losses is bounded over every horizon', () => {
  const Γ = rs('0 < n; 0 <= c; 0 < 4 - c*n*(p^2 + q^2)');
  const κ = '(4 - c*n*(p^2 + q^2))';
  const [λ, λ0, f] = ['(u^2 + v^2)', '(p^2 + q^2)', '(u*v)'];
  const walk = run('u, v, S', 'p, q, 0', 'u - n*g*(u*v)*v, v - n*g*(u*v)*u, S + g*(u*v)^2', 'g', '0 <= g; g <= c');
  const kept = rs(`u^2 + v^2 <= p^2 + q^2; n*${κ}*S <= ${λ0} - ${λ}; 0 <= S`);
  const H = [...Γ, ...walk.each, ...kept];
  const slack = k.difference(assumed(H, 'u^2 + v^2 <= p^2 + q^2'));
  const room = k.difference(assumed(H, 'g <= c'));
  const sum = k.difference(assumed(H, `n*${κ}*S <= ${λ0} - ${λ}`));
  const rest = `(c*n*(${λ0} - ${λ}) + n*${λ}*(c - g))`;
  const next = '((u - n*g*(u*v)*v)^2 + (v - n*g*(u*v)*u)^2)';
  const shape = `(${λ0} - ${λ}) + n*g*${f}^2*(${κ} + ${rest})`;
  const down = below(k, H, `${next} <= ${λ0}`, shape, [slack, room]);
  const total = below(
    k,
    H,
    `n*${κ}*(S + g*(u*v)^2) <= ${λ0} - ${next}`,
    `(${λ0} - ${λ} - n*${κ}*S) + n*g*${f}^2*${rest}`,
    [slack, room, sum],
  );
  const base = [
    atMost(k, k.ring(Γ, t(λ0), t(λ0))),
    below(k, Γ, `n*${κ}*0 <= ${λ0} - ${λ0}`, '0'),
    k.positive(Γ, r('0 <= 0')),
  ];
  const always = k.induct(Γ, walk, kept, base, [down, total, k.positive(H, r('0 <= S + g*(u*v)^2'))]);
  const bounded = below(k, H, `S <= ${λ0}/(n*${κ})`, `(((${λ0} - ${λ} - n*${κ}*S) + ${λ}))/(n*${κ})`, [sum]);
  const th = k.alwaysThen(always, [bounded]);
  expect(says(th)).toContain('holds S <= (p^2 + q^2)/(n*(4 - c*n*(p^2 + q^2)))');
});

test('z³/3 is above 1 and D = exp(−z − z²/2) − 1 + z is between', () => {
  const Γ = rs('0 <= z');
  const X = { ...motion('z', '0', '1'), field: [k.one] };
  const [p, E] = ['(z + z^2/2)', 'exp(-(z + z^2/2))'];
  const tangent = at('expTangent', `x#:=z + z^2/2`);
  const gap = k.positive(Γ, r(`0 <= ${E}*(exp${p} - (1 + ${p}))`), [k.difference(tangent)]);
  const below1 = chain(
    Γ,
    `${E}*(exp${p} - (1 + ${p}))`,
    `exp${p}*${E} - (1 + ${p})*${E}`,
    at('expNeg', `x#:=z + z^2/2`),
  )();
  const factor = k.replaceRight(gap, below1);
  const slope = '1 - (1 + (z + z^2/2))*exp(-(z + z^2/2))';
  expect(says(factor)).toBe(`0 <= z ⊢ 0 <= ${slope}`);
  const D = `${E} - 1 + z`;
  const rate = rated(Γ, X, D, [`(${slope}) + z^2/2*${E}`]);
  const grown = k.grows(Γ, t('z'), k.zero, rate, k.positive(Γ, r(`0 <= (${slope}) + z^2/2*${E}`), [factor]));
  const start = chain(Γ, leftOf(grown), 'exp(0) - 1', k.axiom('expZero'), '0')();
  const nonneg = k.replaceLeft(grown, start);
  expect(says(nonneg)).toBe(`0 <= z ⊢ 0 <= ${E} - 1 + z`);
  const U = `z^3/3 - (${D})`;
  const up = rated(Γ, X, U, [`(1 + z)*(${D})`]);
  const above = k.grows(Γ, t('z'), k.zero, up, k.positive(Γ, r(`0 <= (1 + z)*(${D})`), [nonneg]));
  const origin = chain(Γ, leftOf(above), '1 - exp(0)', k.axiom('expZero'), '0')();
  expect(says(k.replaceLeft(above, origin))).toContain('⊢ 0 <= z^3/3');
});

test('L = 3, two coordinates: each stays positive and the sum of w^(2/3) is conserved', () => {
  const Γ = rs('0 < a; 0 < b');
  const F = motion('w, y', 'a, b', '-3*w^(4/3)*g, -3*y^(4/3)*h', 'g, h', 'w*g + y*h = 0; 0 <= w; 0 <= y');
  const H = [...Γ, ...F.each];
  const stays = (th: Theorem, x: string, input: string, start: string): Theorem => {
    const rate = k.rate(H, F.state, F.field, t(x));
    const c = `(-3)*${x}^(1/3)*${input}`;
    return k.frozen(th, rate, atMost(k, k.ring(H, t(`(${c})*${x}`), rateOf(rate))), assumed(Γ, `0 < ${start}`));
  };
  const positive = stays(stays(k.flow(Γ, F), 'w', 'g', 'a'), 'y', 'h', 'b');
  const W = [...H, ...rs('0 < w; 0 < y')];
  const rate = rated(W, F, 'w^(2/3) + y^(2/3)', ['-2*(w*g + y*h)', assumed(W, 'w*g + y*h = 0'), '0']);
  expect(says(k.alongMore(positive, rate, zero(W)))).toContain('w^(2/3) + y^(2/3) = a^(2/3) + b^(2/3)');
});

test('log is additive and √ is monotone: derived, not axioms', () => {
  const Γ = rs('0 < x; 0 < y');
  const [one, two] = ['x', 'y'].map((x) => k.cut(assumed(Γ, `0 < ${x}`), at('expLog', `x#:=${x}`, Γ)));
  const product = chain(Γ, 'exp(log(x) + log(y))', at('expAdd', 'x#:=log(x); y#:=log(y)', Γ), one!, two!)();
  const sum = chain(Γ, 'log(x*y)', k.symmetric(product), at('logExp', 'x#:=log(x) + log(y)', Γ))();
  expect(says(sum)).toBe('0 < x, 0 < y ⊢ ln(x*y) = ln(x) + ln(y)');

  const Δ = rs('0 <= x; x <= y; 0 <= y; sqrt(y) < sqrt(x)');
  const gap = k.difference(assumed(Δ, 'sqrt(y) < sqrt(x)'));
  const root = k.positive(Δ, r('0 < (sqrt(x) - sqrt(y)) + 2*sqrt(y)'), [gap]);
  const both = k.positive(Δ, r('0 < (sqrt(x) - sqrt(y))*((sqrt(x) - sqrt(y)) + 2*sqrt(y)) + (y - x)'), [
    gap,
    root,
    k.difference(assumed(Δ, 'x <= y')),
  ]);
  const absurd = k.replaceRight(both, k.ring(Δ, rightOf(both), k.zero, [both]));
  expect(says(k.contradiction(absurd, Δ[3]!))).toBe('0 <= x, x <= y, 0 <= y ⊢ sqrt(x) <= sqrt(y)');
});

test('an open end is reached by closure, and a proof splits at 1', () => {
  const open = k.positive(rs('0 < ε'), r('0 < 1 + ε*x^2'));
  expect(says(k.closure(open, t('ε')))).toBe('⊢ 0 <= 1 + 0*x^2');
  const low = below(k, rs('x <= 1'), '0 <= (1 - x)^2', '(1 - x)^2');
  const high = below(k, rs('1 <= x'), '0 <= (1 - x)^2', '(1 - x)^2');
  expect(says(k.cases(low, high, t('x'), k.one))).toBe('⊢ 0 <= (1 - x)^2');
});
