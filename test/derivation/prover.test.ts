/** Derivations in the author's notation, as steps of the prover. */
import { expect, test } from 'vitest';
import { exportProof, recheck } from '../../src/derivation/export.ts';
import { createProver, type Prover } from '../../src/derivation/prover.ts';
import type * as k from '../../src/kernel/index.ts';
import { motion, r, rs, run, says, t } from '../kernel/tools.ts';

const steps = (prover: Prover, source: string): void => {
  for (const line of source
    .split('\n')
    .map((x) => x.trim())
    .filter(Boolean)) {
    const [, how, what] = /^(\w+) (.*)$/.exec(line)!;
    const step = prover[how as 'ring' | 'positive' | 'rewrite' | 'root' | 'axiom' | 'grows' | 'box' | 'prove'];
    step(r(what!));
  }
};
/** The proof, written down and replayed, shows the same. */
function replayed(th: k.Theorem): void {
  const text = JSON.stringify(exportProof(th));
  const [again] = recheck(JSON.parse(text));
  expect(says(again!)).toBe(says(th));
  expect(again!.leaves).toEqual(th.leaves);
}

test('the sector sum of the catapult, by induction', () => {
  const prover = createProver(rs('0 < n; 0 <= c; 0 < 4 - c*n*(p^2 + q^2)'));
  const walk = run(
    'u, v, S',
    'p, q, 0',
    'u - n*(c*s*(u*v))*v, v - n*(c*s*(u*v))*u, S + c*s*(u*v)*(u*v)',
    's',
    '0 <= s; s <= 1',
  );
  const keeps = rs('0 <= S; u^2 + v^2 + n*(4 - c*n*(p^2 + q^2))*S <= p^2 + q^2');
  const th = prover.induction(walk, keeps, (at) => {
    steps(
      at,
      `
      positive 0 <= c*s*(u*v)*(u*v)
      positive 0 <= n*(4 - c*n*(p^2 + q^2))*S
      prove u^2 + v^2 <= p^2 + q^2
      positive s*(u^2 + v^2) <= p^2 + q^2
      positive 4 - c*n*(p^2 + q^2) <= 4 - n*c*s*(u^2 + v^2)
    `,
    );
  });
  const bound = prover.always(th, rs('S <= (p^2 + q^2)/(n*(4 - c*n*(p^2 + q^2)))'));
  expect(says(bound)).toContain('holds S <= (p^2 + q^2)/(n*(4 - c*n*(p^2 + q^2)))');
  replayed(bound);
});

test('the mirror-flow law', () => {
  const prover = createProver(rs('0 < a'));
  const flow = prover.flow(motion('u, v', 'a, a', '-2*u*g, 2*v*g', 'g'));
  const conserved = prover.constant(flow, t('u*v'));
  const law = prover.rate(conserved, t('asinh((u^2 - v^2)/(2*a^2))/4'), t('-g'), (at) =>
    steps(
      at,
      `
      root sqrt(1 + ((u^2 - v^2)/(2*a^2))^2) = (u^2 + v^2)/(2*a^2)
      rewrite (u - v)^2 + 2*a^2 = u^2 + v^2
      positive 0 < (u - v)^2 + 2*a^2
      rewrite 0 < u^2 + v^2
    `,
    ),
  );
  expect(says(law)).toContain('asinh((u^2 - v^2)/(2*a^2))/4 = -g');
  replayed(law);
});

test('the flow equals the closed form', () => {
  const prover = createProver(rs('0 < a'));
  const F = prover.flow(motion('u, v, G', 'a, a, 0', '-2*u*g, 2*v*g, g', 'g'));
  const first = prover.constant(F, t('u*exp(2*G)'));
  const both = prover.constant(first, t('v*exp(-(2*G))'));
  const u = prover.along(both, r('u = a*exp(-(2*G))'), (at) =>
    steps(at, 'axiom exp(2*0) = 1\n axiom u = a*exp(-(2*G))'),
  );
  const v = prover.along(u, r('v = a*exp(2*G)'), (at) => steps(at, 'axiom exp(-(2*0)) = 1\n axiom v = a*exp(2*G)'));
  const w = prover.along(v, r('u^2 - v^2 = -2*a^2*sinh(4*G)'), (at) => steps(at, 'axiom u^2 - v^2 = -2*a^2*sinh(4*G)'));
  expect(says(w)).toContain('u^2 - v^2 = (-2)*a^2*sinh(4*G)');
  replayed(w);
});

test.each([3, 4, 6])('1/u^(D−2) + 1/v^(D−2) is conserved, D = %d', (D) => {
  const prover = createProver(rs('0 < a'));
  const F = prover.flow(motion('u, v', 'a, a', `-${D}*u^${D - 1}*g, ${D}*v^${D - 1}*g`, 'g'));
  const u = prover.staysPositive(F, t('u'));
  const v = prover.staysPositive(u, t('v'));
  const th = prover.constant(v, t(`1/u^${D - 2} + 1/v^${D - 2}`));
  expect(says(th)).toContain(`1/u^${D - 2} + 1/v^${D - 2} = 1/a^${D - 2} + 1/a^${D - 2}`);
});

test('what grows from 0: z³/3 above the difference', () => {
  const prover = createProver(rs('0 <= z'));
  prover.axiom(r('0 <= 1 - (1 + (z + z^2/2))*exp(-(z + z^2/2))'));
  prover.grows(r('0 <= exp(-(z + z^2/2)) - 1 + z'), {
    slope: t('1 - (1 + (z + z^2/2))*exp(-(z + z^2/2)) + z^2/2*exp(-(z + z^2/2))'),
  });
  const th = prover.grows(r('exp(-(z + z^2/2)) - 1 + z <= z^3/3'), { slope: t('(1 + z)*(exp(-(z + z^2/2)) - 1 + z)') });
  expect(says(th)).toBe('0 <= z ⊢ exp(-(z + z^2/2)) - 1 + z <= z^3/3');
  replayed(th);
});

test('a scale-invariant loss conserves the quasi-norm, L = 3', () => {
  const prover = createProver(rs('0 < a; 0 < b'));
  const F = prover.flow(motion('w, y', 'a, b', '-3*w^(4/3)*g, -3*y^(4/3)*h', 'g, h', 'w*g + y*h = 0; 0 <= w; 0 <= y'));
  const positive = prover.staysPositive(
    prover.staysPositive(F, t('w'), t('(-3)*w^(1/3)*g')),
    t('y'),
    t('(-3)*y^(1/3)*h'),
  );
  expect(says(prover.constant(positive, t('w^(2/3) + y^(2/3)')))).toContain('w^(2/3) + y^(2/3) = a^(2/3) + b^(2/3)');
});

test('w + η·exp(−w) grows like log(1 + ηt)', () => {
  const prover = createProver(rs('0 < n'));
  const walk = run('w, t', 'n, 1', 'w + n*exp(-w), t + 1');
  const keeps = rs('1 <= t; 1 + n*t <= exp(w); w <= n + log(1 + n*(t - 1))');
  prover.axiom(r('1 + n*1 <= exp(n)'));
  prover.axiom(r('log(1 + n*(1 - 1)) = 0'));
  const th = prover.induction(walk, keeps, (at) =>
    steps(
      at,
      `
      axiom 1 + n*(t + 1) <= exp(w + n*exp(-w))
      positive 0 < 1 + n*(t - 1)
      positive 0 < 1 + n*t
      axiom exp(-w)*exp(w) = 1
      positive exp(-w) <= 1/(1 + n*t)
      axiom exp(log(1 + n*(t - 1)) - log(1 + n*t)) = (1 + n*(t - 1))/(1 + n*t)
      axiom 1 + (log(1 + n*(t - 1)) - log(1 + n*t)) <= exp(log(1 + n*(t - 1)) - log(1 + n*t))
      positive 1 + (log(1 + n*(t - 1)) - log(1 + n*t)) <= 1 - n/(1 + n*t)
      ring 1 + n*(t + 1 - 1) = 1 + n*t
      rewrite log(1 + n*(t + 1 - 1)) = log(1 + n*t)
      positive w + n*exp(-w) <= n + log(1 + n*(t + 1 - 1))
    `,
    ),
  );
  expect(says(th)).toContain('ln(1 + n*(t - 1))');
  expect(th.leaves.axioms).toEqual(['expAdd', 'expLog', 'expNeg', 'expTangent', 'expZero', 'logExp']);
  replayed(th);
});

test('the sector sum at width 2', () => {
  const [λ0, λ, f] = ['(p^2 + q^2 + y^2 + z^2)/2', '(u^2 + v^2 + w^2 + x^2)/2', '(u*v + w*x)/sqrt(2)'];
  const prover = createProver(rs(`0 < n; 0 <= c; 0 < 4 - c*n*(${λ0})`));
  const g = `c*s*(${f})`;
  const step = [`u - n*(${g})*v/sqrt(2)`, `v - n*(${g})*u/sqrt(2)`, `w - n*(${g})*x/sqrt(2)`, `x - n*(${g})*w/sqrt(2)`];
  const walk = run('u, v, w, x, S', 'p, q, y, z, 0', `${step.join(', ')}, S + ${g}*(${f})`, 's', '0 <= s; s <= 1');
  const keeps = rs(`0 <= S; ${λ} + n*(4 - c*n*(${λ0}))/2*S <= ${λ0}`);
  const th = prover.induction(walk, keeps, (at) =>
    steps(
      at,
      `
      positive 0 <= ${g}*(${f})
      prove ${λ} <= ${λ0}
      positive s*(${λ}) <= ${λ0}
      positive 4 - c*n*(${λ0}) <= 4 - n*c*s*(${λ})
    `,
    ),
  );
  expect(says(th)).toContain('always u, v, w, x, S');
});

test('small steps', () => {
  const prover = createProver(rs('0 < x; x <= 1; u*v = a^2; 0 <= y; y <= x'));
  steps(
    prover,
    `
    positive 0 <= x - x^2
    positive x^2 <= x
    positive y^2 <= x
    positive 0 < x*y + 1
    rewrite (u*v + 1)^2 = a^4 + 2*a^2 + 1
    rewrite (u + v)^2 - (u - v)^2 = 4*a^2
    positive 2*x*y <= x^2 + y^2
    positive x/(1 + x) <= x
    positive 1/(1 + x) < 1
    root sqrt(x^2) = x
    axiom exp(x + y)*exp(-x) = exp(y)
    axiom log(x*(1 + y)) = log(x) + log(1 + y)
    axiom 1 + x + y <= exp(x)*exp(y)
    axiom cosh(x)^2 - sinh(x)^2 = 1
    box exp(x) <= 3
    box x^3 - 2*x^2 <= 1/100
  `,
  );
  expect(says(prover.cases(r('x*(1 - x) <= 1/4'), t('x'), t('1/2')))).toContain('x*(1 - x) <= 1/4');
});
test('what is not so is not proved, and the message says what was wanted', () => {
  const prover = createProver(rs('0 < x; x <= 1'));
  expect(() => prover.positive(r('1 <= x'))).toThrow('positive: wanted 1 <= x');
  expect(() => prover.ring(r('x = x^2'))).toThrow('ring: wanted x = x^2');
  expect(() => prover.rewrite(r('1/y = 1/y'))).toThrow('y != 0');
  expect(() => prover.root(r('sqrt(x^2) = -x'))).toThrow('wanted');
  expect(() => prover.box(r('1 <= 2*x'), { boxes: 20 })).toThrow('box');
  expect(() => prover.grows(r('0 <= 0 - x'), {})).toThrow('grows');
});

test('what is known of variables is put in their place, also in functions and divisors', () => {
  const prover = createProver(rs('0 < g; f = 1/g; s = (g - f)/2; c = (g + f)/2; 0 < c'));
  expect(says(prover.prove(r('exp(s/c) = exp((g^2 - 1)/(g^2 + 1))')))).toContain('=');
  expect(() => prover.prove(r('exp(s/c) = exp((g^2 + 1)/(g^2 - 1))'))).toThrow();
});
test('an inequality whose gap, or a side, is known to be equal to a known one', () => {
  const prover = createProver(rs('0 <= p; exp(b) - log(a) = p; 0 < a; x < sinh(y); sinh(y) = w*asinh(w)'));
  expect(says(prover.prove(r('log(a) <= exp(b)')))).toContain('<=');
  expect(says(prover.prove(r('x < w*asinh(w)')))).toContain('<');
  expect(() => prover.prove(r('x < w*asinh(w) - p'))).toThrow();
});
test('what divides something that is not 0 is not 0', () => {
  const prover = createProver(rs('x^2 - 1 != 0'));
  expect(says(prover.prove(r('1 + x != 0')))).toContain('!=');
  expect(says(prover.prove(r('0 < sqrt((1 - x)^2)')))).toContain('<');
  expect(() => prover.prove(r('2 - x != 0'))).toThrow();
});
