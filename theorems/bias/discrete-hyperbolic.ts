import { and, by, claim, descent, type Expr, ex, real, size, that, vector } from 'counterflow';
import { logOfRatio } from '../_hyperbolic.ts';
import { even2023 } from '../_papers.ts';

export default claim('bias/discrete-hyperbolic', {
  says: 'GD on w = u² − v² in closed form: w = 2P sinh ℓ with P = |u₀v₀| ∏|1 − 4η²g²| and ℓ = ln|u₀/v₀| + Σ ln|(1 − 2ηg)/(1 + 2ηg)|.',
  status: 'theorem',
  source: { ...even2023, where: 'the same law in other coordinates' },
  notes: 'Any gradients g, any schedule, up to sign: |u| = e^{ℓ/2}√P, |v| = e^{−ℓ/2}√P. Needs u₀v₀ ≠ 0 and 2η|g| ≠ 1.',
  sizes: { d: size(1, 2) },
  reals: { u: vector('d', '[-2, 2]'), v: vector('d', '[-2, 2]') },
  inputs: { g: vector('d', '[-2, 2]'), eta: real('(0, 1]') },
  where: ({ u, v, g, eta }) => {
    const run = descent({
      start: { u, v },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2`, p: ex`${u}*${v}`, x: ex`2*${eta}*${g}` }),
      sums: ({ x }) => ({ A: ex`ln(abs(1 - ${x})) + ln(abs(1 + ${x}))`, B: ex`ln(abs(1 - ${x})) - ln(abs(1 + ${x}))` }),
      loss: ({ w }) => ex`sum(${g}*${w})`,
      eta,
    });
    return { run, p0: ex`abs(${run.at(0).p})`, l0: ex`ln(abs(${run.at(0).u})) - ln(abs(${run.at(0).v}))` };
  },
  assume: ({ run, u, v }) => [that`${u}*${v} != 0`, run.always(({ x }) => that`${x}^2 != 1`)],
  conclude: ({ run, p0, l0 }) =>
    run.always(({ w, p, A, B }) =>
      and(that`abs(${p}) = ${p0}*exp(${A})`, that`${w} = 2*${p0}*exp(${A})*sinh(${l0} + ${B})`),
    ),
  derivation: ({ run, u, v }) => [
    by.law('expZero'),
    by.induction(run, {
      keeps: ({ u: a, v: b, A, B }) =>
        and(that`${a}^2 = ${u}^2*exp(${A} + ${B})`, that`${b}^2 = ${v}^2*exp(${A} - ${B})`),
      step: ({ u: a, v: b, x, A, B, next }) => [
        apart(x),
        by.lemma({ u, v, a, b, p: next.u, q: next.v, x, A, B, C: next.A, D: next.B }, factors),
      ],
    }),
    by.always(run, ({ u: a, v: b, A, B }) => by.lemma({ u, v, a, b, A, B }, closed)),
  ],
});

/** x² ≠ 1 gives 1 ∓ x ≠ 0 and 1 − x² ≠ 0. */
export const apart = (x: Expr) =>
  by.lemma(
    { x },
    {
      entries: true,
      from: ({ x }) => that`${x}^2 != 1`,
      shows: ({ x }) => and(that`1 - ${x} != 0`, that`1 + ${x} != 0`, that`1 - ${x}^2 != 0`),
    },
  );

type Step = { readonly [N in 'u' | 'v' | 'a' | 'b' | 'p' | 'q' | 'x' | 'A' | 'B' | 'C' | 'D']: Expr };
/** u⁺ = u(1 − x), v⁺ = v(1 + x), and the squares of the factors are e^{2 ln|1 ∓ x|}. */
const factors = {
  entries: true,
  from: ({ u, v, a, b, p, q, x, A, B, C, D }: Step) => [
    that`${x}^2 != 1`,
    that`${p} = ${a}*(1 - ${x})`,
    that`${q} = ${b}*(1 + ${x})`,
    that`${C} = ${A} + (ln(abs(1 - ${x})) + ln(abs(1 + ${x})))`,
    that`${D} = ${B} + (ln(abs(1 - ${x})) - ln(abs(1 + ${x})))`,
    that`${a}^2 = ${u}^2*exp(${A} + ${B})`,
    that`${b}^2 = ${v}^2*exp(${A} - ${B})`,
  ],
  shows: ({ u, v, p, q, C, D }: Step) =>
    and(that`${p}^2 = ${u}^2*exp(${C} + ${D})`, that`${q}^2 = ${v}^2*exp(${C} - ${D})`),
  steps: ({ x, A, B, C, D }: Step) => [
    apart(x),
    ...[ex`1 - ${x}`, ex`1 + ${x}`].flatMap((f) => [
      by.law('expLog', ex`abs(${f})`),
      by.law('expAdd', ex`ln(abs(${f}))`, ex`ln(abs(${f}))`),
    ]),
    by.law('expAdd', ex`${A} + ${B}`, ex`ln(abs(1 - ${x})) + ln(abs(1 - ${x}))`),
    by.law('expAdd', ex`${A} - ${B}`, ex`ln(abs(1 + ${x})) + ln(abs(1 + ${x}))`),
    by.rewrite(that`${C} + ${D} = ${A} + ${B} + (ln(abs(1 - ${x})) + ln(abs(1 - ${x})))`),
    by.rewrite(that`${C} - ${D} = ${A} - ${B} + (ln(abs(1 + ${x})) + ln(abs(1 + ${x})))`),
    by.rewrite(that`exp(${C} + ${D}) = exp(${A} + ${B})*(1 - ${x})^2`),
    by.rewrite(that`exp(${C} - ${D}) = exp(${A} - ${B})*(1 + ${x})^2`),
  ],
};

type Point = { readonly [N in 'u' | 'v' | 'a' | 'b' | 'A' | 'B']: Expr };
/** With P = |uv|e^A and L = ln|u| − ln|v| + B: a² = Pe^L, b² = Pe^{−L}. */
const closed = {
  entries: true,
  from: ({ u, v, a, b, A, B }: Point) => [
    that`${u}*${v} != 0`,
    that`${a}^2 = ${u}^2*exp(${A} + ${B})`,
    that`${b}^2 = ${v}^2*exp(${A} - ${B})`,
  ],
  shows: ({ u, v, a, b, A, B }: Point) =>
    and(
      that`abs(${a}*${b}) = abs(${u}*${v})*exp(${A})`,
      that`${a}^2 - ${b}^2 = 2*abs(${u}*${v})*exp(${A})*sinh(ln(abs(${u})) - ln(abs(${v})) + ${B})`,
    ),
  steps: ({ u, v, a, b, A, B }: Point) => [
    by.law('expAdd', A, B),
    by.law('expAdd', A, ex`-${B}`),
    by.law('expNeg', B),
    by.rewrite(that`(abs(${u}*${v})*exp(${A}))^2 = (${a}*${b})^2`),
    by.root(that`abs(${a}*${b}) = abs(${u}*${v})*exp(${A})`),
    by.root(that`abs(${u}*${v}) = abs(${u})*abs(${v})`),
    sinhOfLogs(ex`abs(${u})`, ex`abs(${v})`, B),
    by.lemma(
      {
        ...{ U: ex`abs(${u})`, V: ex`abs(${v})`, W: ex`abs(${u}*${v})`, E: ex`exp(${A})`, F: ex`exp(${B})` },
        ...{ G: ex`exp(-${B})`, p: ex`${a}^2`, q: ex`${b}^2`, s: ex`sinh(ln(abs(${u})) - ln(abs(${v})) + ${B})` },
      },
      {
        from: ({ U, V, W, E, F, G, p, q, s }) => [
          that`${p} = ${U}^2*(${E}*${F})`,
          that`${q} = ${V}^2*(${E}*${G})`,
          that`${W} = ${U}*${V}`,
          that`2*(${U}*${V})*${s} = ${U}^2*${F} - ${V}^2*${G}`,
        ],
        shows: ({ W, E, p, q, s }) => that`${p} - ${q} = 2*${W}*${E}*${s}`,
      },
    ),
  ],
};

/** sinh(ln U − ln V + B) by e^B. */
const sinhOfLogs = (U: Expr, V: Expr, B: Expr) =>
  by.lemma(
    { U, V, B },
    {
      from: ({ U, V }) => [that`${U} > 0`, that`${V} > 0`],
      shows: ({ U, V, B }) =>
        that`2*(${U}*${V})*sinh(ln(${U}) - ln(${V}) + ${B}) = ${U}^2*exp(${B}) - ${V}^2*exp(-${B})`,
      steps: ({ U, V, B }) => [
        logOfRatio(U, V),
        by.law('expAdd', ex`ln(${U}) - ln(${V})`, B),
        by.law('expAdd', ex`ln(${V}) - ln(${U})`, ex`-${B}`),
        by.law('sinhExp', ex`ln(${U}) - ln(${V}) + ${B}`),
        by.rewrite(that`exp(ln(${U}) - ln(${V}) + ${B}) = ${U}/${V}*exp(${B})`),
        by.rewrite(that`exp(-(ln(${U}) - ln(${V}) + ${B})) = ${V}/${U}*exp(-${B})`),
      ],
    },
  );
