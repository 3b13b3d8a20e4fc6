import { and, by, claim, type Expr, ex, real, that } from 'counterflow';
import { expRises, logBelow } from '../_hyperbolic.ts';
import { kou2023 } from '../_papers.ts';
import { larger } from '../sharpness/norm-minimizer.ts';

export default claim('leaky/margins-merge', {
  says: 'Orthogonal samples, matching signs: margins m_i(t) = ln(e^{m_i(0)} + c_it) never differ by more than at the start or |ln(c_i/c_k)|.',
  status: 'theorem',
  source: { ...kou2023, where: 'its equal normalised margins; here along the flow and exact' },
  notes: 'Exponential loss. All margins grow like ln t, so normalised margins agree in the limit, like 1/ln t.',
  reals: {
    a: real('[-2, 2]'),
    b: real('[-2, 2]'),
    c: real('[1/10, 4]'),
    d: real('[1/10, 4]'),
    t: real('[0, 1000000]', { scale: 'log' }),
  },
  where: ({ a, b, c, d, t }) => ({
    gap: ex`abs(ln(exp(${a}) + ${c}*${t}) - ln(exp(${b}) + ${d}*${t}))`,
  }),
  conclude: ({ a, b, c, d, gap }) => that`${gap} <= max(abs(${a} - ${b}), abs(ln(${c}/${d})))`,
  derivation: ({ a, b, c, d, t }) => {
    const far = ex`max(abs(${a} - ${b}), abs(ln(${c}/${d})))`;
    const [x, z] = [ex`exp(${a}) + ${c}*${t}`, ex`exp(${b}) + ${d}*${t}`];
    return [
      by.positive(that`${c}/${d} > 0`),
      larger(ex`abs(${a} - ${b})`, ex`abs(ln(${c}/${d}))`),
      signs(ex`${a} - ${b}`),
      signs(ex`ln(${c}/${d})`),
      by.law('expLog', ex`${c}/${d}`),
      by.law('expNeg', ex`ln(${c}/${d})`),
      by.ring(that`${d}/${c} = 1/(${c}/${d})`),
      by.positive(that`${d}/${c} > 0`),
      by.rewrite(that`exp(-ln(${c}/${d})) = ${d}/${c}`),
      ahead({ a, b, c, d, t0: t, M: far, l: ex`ln(${c}/${d})` }),
      ahead({ a: b, b: a, c: d, d: c, t0: t, M: far, l: ex`-ln(${c}/${d})` }),
      within(ex`ln(${x}) - ln(${z})`, far),
    ];
  },
});

/** x, −x ≤ |x|. */
const signs = (x: Expr) =>
  by.lemma(
    { x },
    {
      shows: ({ x }) => and(that`${x} <= abs(${x})`, that`-${x} <= abs(${x})`),
      steps: ({ x }) => [by.contradiction(that`${x} <= abs(${x})`), by.contradiction(that`-${x} <= abs(${x})`)],
    },
  );
/** −M ≤ x ≤ M gives |x| ≤ M. */
const within = (x: Expr, M: Expr) =>
  by.lemma(
    { x, M },
    {
      from: ({ x, M }) => [that`-${M} <= ${x}`, that`${x} <= ${M}`],
      shows: ({ x, M }) => that`abs(${x}) <= ${M}`,
      steps: ({ x, M }) =>
        by.cases(that`abs(${x}) <= ${M}`, {
          between: [x, 0],
          below: by.root(that`abs(${x}) = -${x}`),
          above: by.root(that`abs(${x}) = ${x}`),
        }),
    },
  );

type Pair = { readonly [N in 'a' | 'b' | 'c' | 'd' | 't0' | 'M' | 'l']: Expr };
/** a − b ≤ M and c ≤ e^M d give e^a + ct ≤ e^M(e^b + dt). */
const ahead = (put: Pair) =>
  by.lemma(put, {
    from: ({ a, b, c, d, t0, M, l }) => [
      that`${c} > 0`,
      that`${d} > 0`,
      that`${t0} >= 0`,
      that`exp(${l}) = ${c}/${d}`,
      that`${l} <= ${M}`,
      that`${a} - ${b} <= ${M}`,
    ],
    shows: ({ a, b, c, d, t0, M }) => that`ln(exp(${a}) + ${c}*${t0}) - ln(exp(${b}) + ${d}*${t0}) <= ${M}`,
    steps: ({ a, b, c, d, t0, M, l }) => {
      const [x, z] = [ex`exp(${a}) + ${c}*${t0}`, ex`exp(${b}) + ${d}*${t0}`];
      return [
        expRises(l, M),
        expRises(a, ex`${b} + ${M}`),
        by.law('expAdd', b, M),
        by.law('expAdd', ex`ln(${z})`, M),
        by.law('expLog', z),
        by.rewrite(that`exp(ln(${z}) + ${M}) = (${z})*exp(${M})`),
        by.lemma(
          {
            A: ex`exp(${a})`,
            B: ex`exp(${b})`,
            E: ex`exp(${M})`,
            c,
            d,
            s: t0,
            F: ex`exp(${b} + ${M})`,
            Z: ex`exp(ln(${z}) + ${M})`,
            q: ex`${c}/${d}`,
            p: ex`exp(${l})`,
          },
          {
            from: ({ A, B, E, c, d, s, F, Z, q, p }) => [
              that`${d} > 0`,
              that`${s} >= 0`,
              that`${A} <= ${F}`,
              that`${F} = ${B}*${E}`,
              that`${Z} = (${B} + ${d}*${s})*${E}`,
              that`${p} = ${q}`,
              that`${p} <= ${E}`,
              that`${q} = ${c}/${d}`,
            ],
            shows: ({ A, c, s, Z }) => that`${A} + ${c}*${s} <= ${Z}`,
            steps: ({ E, c, d, s, q, p }) => [
              by.rewrite(that`${c} = ${q}*${d}`),
              by.positive(that`${s}*${d}*(${E} - ${p}) >= 0`),
              by.rewrite(that`${s}*${d}*(${E} - ${p}) = ${s}*${d}*${E} - ${c}*${s}`),
            ],
          },
        ),
        logBelow(x, ex`ln(${z}) + ${M}`),
      ];
    },
  });
