import { and, by, claim, type Expr, ex, exponential, flow, matrix, real, size, that, vector } from 'counterflow';
import { moroshko2020 } from '../_papers.ts';
import { holder, leastOf, mostOf } from '../_steps.ts';
import { closedForm } from '../flow/difference-sinh.ts';

export default claim('margin/self-certificate', {
  says: 'The run itself bounds every ℓ1-margin: min(Zq)/‖q‖₁ ≤ asinh(‖w‖∞/(2α²))/(4‖ν‖₁) for every q and every time.',
  status: 'theorem',
  source: {
    ...moroshko2020,
    where: 'its exponential loss on diagonal networks; the bound at finite time is ours',
  },
  notes: 'Exponential loss (a sum) on w = u² − v² from u = v = α, ν_i = ∫e^{−m_i}.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { Z: matrix('n', 'd', '[-1, 1]'), alpha: real('[1/10, 1]'), q: vector('d', '[-1, 1]') },
  where: ({ d, Z, alpha }) => {
    const a = ex`${alpha}*ones(${d})`;
    const run = flow({
      start: { u: a, v: a },
      observe: ({ u, v }) => ({ w: ex`${u}^2 - ${v}^2` }),
      integrals: ({ w }) => ({ nu: ex`exp(-${Z}*${w})` }),
      loss: ({ w }) => exponential('1', Z)(w),
    });
    return { a, run };
  },
  conclude: ({ run, Z, alpha, q }) =>
    run.always(({ w, nu }) => that`4*sum(${nu})*min(${Z}*${q}) <= norm1(${q})*asinh(normInf(${w})/(2*${alpha}^2))`),
  derivation: ({ n, d, run, Z, alpha, a, q }) => [
    by.constant(run, ({ u, nu }) => ex`${u}*exp(-2*(${Z}'*${nu}))`),
    by.constant(run, ({ v, nu }) => ex`${v}*exp(2*(${Z}'*${nu}))`),
    by.nonincreasing(run, ({ nu }) => ex`-${nu}`),
    by.along(
      run,
      ({ w, nu }) => that`4*sum(${nu})*min(${Z}*${q}) <= norm1(${q})*asinh(normInf(${w})/(2*${alpha}^2))`,
      ({ u, v, w, nu }) => {
        const dual = ex`4*(${Z}'*${nu})`;
        const [margins, top] = [ex`${Z}*${q}`, ex`asinh(normInf(${w})/(2*${alpha}^2))`];
        return [
          by.law('expZero'),
          by.positive(that`${nu} >= 0`),
          by.lemma(
            { u, v, a, G: ex`-${Z}'*${nu}` },
            {
              entries: true,
              from: ({ u, v, a, G }) => [that`${u}*exp(2*${G}) = ${a}`, that`${v}*exp(-2*${G}) = ${a}`],
              shows: ({ u, v, a, G }) => that`${u}^2 - ${v}^2 = 2*${a}^2*sinh(-4*${G})`,
              steps: closedForm,
            },
          ),
          mostOf(ex`abs(${w})`, d),
          ...[...Array(d).keys()].map((j) =>
            by.lemma({ x: w.at(j), z: dual.at(j), M: ex`normInf(${w})`, s: alpha }, angle),
          ),
          holder(dual, q, top),
          leastOf(margins, n),
          by.lemma(
            { p: nu, f: margins, k: ex`min(${margins})`, s: ex`sum(${dual}*${q})`, r: ex`norm1(${q})*${top}` },
            {
              from: ({ p, f, k, s, r }) => [
                that`${p} >= 0`,
                that`${k} <= ${f}`,
                that`${s} = 4*sum(${p}*${f})`,
                that`${s} <= ${r}`,
              ],
              shows: ({ p, k, r }) => that`4*sum(${p})*${k} <= ${r}`,
              steps: ({ p, f, k, s }) => [
                by.positive(that`${p}*(${f} - ${k}) >= 0`),
                by.rewrite(that`${s} - 4*sum(${p})*${k} = 4*sum(${p}*(${f} - ${k}))`),
              ],
            },
          ),
        ];
      },
    ),
  ],
});

/** sinh x ≤ sinh y gives x ≤ y. */
const sinhInverse = (x: Expr, y: Expr) =>
  by.lemma(
    { x, y },
    {
      from: ({ x, y }) => that`sinh(${x}) <= sinh(${y})`,
      shows: ({ x, y }) => that`${x} <= ${y}`,
      steps: ({ x, y }) => [
        by.law('sinhExp', x),
        by.law('sinhExp', y),
        by.law('expNeg', x),
        by.law('expNeg', y),
        by.law('expTangent', ex`${x} - ${y}`),
        by.law('expAdd', ex`${x} - ${y}`, y),
        by.lemma(
          {
            g: ex`${x} - ${y}`,
            ...{ A: ex`exp(${x})`, B: ex`exp(${y})`, R: ex`exp(${x} - ${y})` },
            ...{ P: ex`exp(-${x})`, Q: ex`exp(-${y})`, S: ex`sinh(${x})`, T: ex`sinh(${y})` },
          },
          {
            from: ({ g, A, B, R, P, Q, S, T }) => [
              that`${A} > 0`,
              that`${B} > 0`,
              that`${P} > 0`,
              that`${Q} > 0`,
              that`${A}*${P} = 1`,
              that`${B}*${Q} = 1`,
              that`${A} = ${R}*${B}`,
              that`1 + ${g} <= ${R}`,
              that`${S} = (${A} - ${P})/2`,
              that`${T} = (${B} - ${Q})/2`,
              that`${S} <= ${T}`,
            ],
            shows: ({ g }) => that`${g} <= 0`,
            steps: ({ g, A, B, R, P, Q }) =>
              by.contradiction(that`${g} <= 0`, [
                by.positive(that`(${R} - 1 - ${g})*${B} + ${g}*${B} > 0`),
                by.rewrite(that`${A} - ${B} = (${R} - 1 - ${g})*${B} + ${g}*${B}`),
                by.positive(that`${A} - ${B} > 0`),
                by.positive(that`(${A} - ${B})*${P}*${Q} > 0`),
                by.rewrite(that`${Q} - ${P} = (${A} - ${B})*${P}*${Q}`),
              ]),
          },
        ),
      ],
    },
  );

type Angle = { readonly [N in 'x' | 'z' | 'M' | 's']: Expr };
/** x = 2s² sinh z with |x| ≤ M gives |z| ≤ asinh(M/(2s²)). */
const angle = {
  from: ({ x, z, M, s }: Angle) => [that`${s} > 0`, that`abs(${x}) <= ${M}`, that`${x} = 2*${s}^2*sinh(${z})`],
  shows: ({ z, M, s }: Angle) => that`abs(${z}) <= asinh(${M}/(2*${s}^2))`,
  steps: ({ x, z, M, s }: Angle) => {
    const N = ex`${M}/(2*${s}^2)`;
    const within = by.lemma(
      { x, M, s, S: ex`sinh(${z})` },
      {
        from: ({ x, M, s, S }) => [that`${s} > 0`, that`abs(${x}) <= ${M}`, that`${x} = 2*${s}^2*${S}`],
        shows: ({ M, s, S }) => and(that`${S} <= ${M}/(2*${s}^2)`, that`-${S} <= ${M}/(2*${s}^2)`),
        steps: ({ x, M, s, S }) => [
          by.contradiction(that`${x} <= abs(${x})`),
          by.contradiction(that`-${x} <= abs(${x})`),
          by.positive(that`(${M} - ${x})/(2*${s}^2) >= 0`),
          by.positive(that`(${M} + ${x})/(2*${s}^2) >= 0`),
          by.rewrite(that`${M}/(2*${s}^2) - ${S} = (${M} - ${x})/(2*${s}^2)`),
          by.rewrite(that`${M}/(2*${s}^2) + ${S} = (${M} + ${x})/(2*${s}^2)`),
        ],
      },
    );
    return [
      within,
      by.law('sinhAsinh', N),
      by.law('sinhExp', z),
      by.law('sinhExp', ex`-${z}`),
      by.rewrite(that`sinh(-${z}) = -sinh(${z})`),
      by.rewrite(that`sinh(${z}) <= sinh(asinh(${N}))`),
      by.rewrite(that`sinh(-${z}) <= sinh(asinh(${N}))`),
      sinhInverse(z, ex`asinh(${N})`),
      sinhInverse(ex`-${z}`, ex`asinh(${N})`),
      by.cases(that`abs(${z}) <= asinh(${N})`, {
        between: [z, 0],
        below: by.root(that`abs(${z}) = -${z}`),
        above: by.root(that`abs(${z}) = ${z}`),
      }),
    ];
  },
};
