import {
  and,
  by,
  claim,
  constant,
  descent,
  type Expr,
  ex,
  matrix,
  pairs,
  real,
  size,
  squared,
  sum,
  that,
  vector,
} from 'counterflow';
import { nguegnang2021 } from '../_papers.ts';
import { mostOf } from '../_steps.ts';

export default claim('descent/kernel-condition', {
  says: 'GD on w = u∘v: if η|g| ≤ 2 and ηλ(K)(1 + ½η‖g‖∞) ≤ 2, the step does not raise the loss.',
  status: 'theorem',
  source: { ...nguegnang2021, where: 'step-size conditions for descent; this diagonal form is ours' },
  notes:
    'Loss ‖Xw − y‖²/(2n), g = Xᵀr/n, K = X diag(u² + v²) Xᵀ/n. λ(K) is the largest eigenvalue, written out for n ≤ 2.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
    eta: real('(0, 2]'),
  },
  constants: { c: constant('2', { to: '4' }), bound: constant('2', { to: '3' }) },
  where: ({ n, X, y, u, v, eta }) => {
    const K = ex`${X}*diag(${u}^2 + ${v}^2)*${X}'/${n}`;
    const largest = n === 1 ? ex`trace(${K})` : ex`(trace(${K}) + sqrt(trace(${K})^2 - 4*det(${K})))/2`;
    const g = ex`${X}'*(${X}*(${u}*${v}) - ${y})/${n}`;
    return {
      run: descent({
        start: { u, v },
        loss: ({ u, v }) => squared('1/(2n)', X, y)(ex`${u}*${v}`),
        eta,
        steps: 1,
      }),
      step: ex`${eta}*normInf(${g})`,
      k: ex`${eta}*${largest}`,
    };
  },
  assume: ({ step, k, c, bound }) => [that`${step} <= 2`, that`${k}*(1 + ${step}/${c}) <= ${bound}`],
  conclude: ({ run }) => that`${run.at(1).loss} <= ${run.at(0).loss}`,
  derivation: ({ n, d, X, y, u, v, eta, run, step, k }) => {
    const r = ex`${X}*(${u}*${v}) - ${y}`;
    const g = ex`${X}'*(${r})/${n}`;
    const D = ex`${u}^2 + ${v}^2 - ${eta}*${g}*${u}*${v}`;
    const S = ex`${u}^2 + ${v}^2`;
    const t = ex`${eta}/${n}*(${X}*(${D}*(${X}'*${r})))`;
    const after = run.at(1);
    return [
      mostOf(ex`abs(${g})`, d),
      by.positive(that`abs(${g}) <= normInf(${g})`),
      by.lemma({ u, v, g, h: eta, m: ex`normInf(${g})` }, weights),
      by.lemma({ X, r, D, S, h: eta, s: step, k }, contracts(n, d)),
      // w⁺ = w − ηg∘D, so that r⁺ = r − t.
      by.lemma(
        { u, v, g, h: eta, a: after.u, b: after.v },
        {
          entries: true,
          from: ({ u, v, g, h, a, b }) => [that`${a} = ${u} - ${h}*(${g}*${v})`, that`${b} = ${v} - ${h}*(${g}*${u})`],
          shows: ({ u, v, g, h, a, b }) =>
            that`${a}*${b} = ${u}*${v} - ${h}*(${g}*(${u}^2 + ${v}^2 - ${h}*${g}*${u}*${v}))`,
        },
      ),
      by.lemma(
        { X, y, w: ex`${u}*${v}`, p: ex`${after.u}*${after.v}`, h: eta, D, g, r, f: t },
        {
          from: ({ X, y, w, p, h, D, g, r, f: t }) => [
            that`${p} = ${w} - ${h}*(${g}*${D})`,
            that`${r} = ${X}*${w} - ${y}`,
            that`${g} = ${X}'*${r}/${n}`,
            that`${t} = ${h}/${n}*(${X}*(${D}*(${X}'*${r})))`,
          ],
          shows: ({ X, y, p, r, f: t }) => that`${X}*${p} - ${y} = ${r} - ${t}`,
        },
      ),
      by.lemma(
        { q: ex`${X}*(${after.u}*${after.v}) - ${y}`, r, f: t, L: run.at(0).loss, M: after.loss },
        {
          from: ({ q, r, f: t, L, M }) => [
            that`${q} = ${r} - ${t}`,
            that`${L} = sum(${r}^2)/(2*${n})`,
            that`${M} = sum(${q}^2)/(2*${n})`,
            that`sum(${t}^2) <= 2*sum(${r}*${t})`,
          ],
          shows: ({ L, M }) => that`${M} <= ${L}`,
          steps: ({ r, f: t, L, M }) => [
            by.positive(that`(2*sum(${r}*${t}) - sum(${t}^2))/(2*${n}) >= 0`),
            by.rewrite(that`${L} - ${M} = (2*sum(${r}*${t}) - sum(${t}^2))/(2*${n})`),
          ],
        },
      ),
    ];
  },
});

type Weights = { readonly [N in 'u' | 'v' | 'g' | 'h' | 'm']: Expr };
/** |g| ≤ m and ηm ≤ 2 give 0 ≤ u² + v² − ηguv ≤ (u² + v²)(1 + ηm/2). */
const weights = {
  entries: true,
  from: ({ g, h, m }: Weights) => [that`abs(${g}) <= ${m}`, that`${h} > 0`, that`${h}*${m} <= 2`],
  shows: ({ u, v, g, h, m }: Weights) => {
    const D = ex`${u}^2 + ${v}^2 - ${h}*${g}*${u}*${v}`;
    return and(that`${D} >= 0`, that`${D} <= (${u}^2 + ${v}^2)*(1 + ${h}*${m}/2)`);
  },
  steps: ({ u, v, g, h, m }: Weights) => {
    const D = ex`${u}^2 + ${v}^2 - ${h}*${g}*${u}*${v}`;
    const [plus, minus] = [ex`${h}*(${m} + ${g})`, ex`${h}*(${m} - ${g})`];
    return [
      by.ring(that`abs(${g})^2 = ${g}^2`),
      by.contradiction(that`${g} <= abs(${g})`),
      by.contradiction(that`-${g} <= abs(${g})`),
      by.positive(that`${m} + ${g} >= 0`),
      by.positive(that`${m} - ${g} >= 0`),
      by.positive(that`${plus} >= 0`),
      by.positive(that`${minus} >= 0`),
      ...[plus, minus].flatMap((c) => [
        by.positive(that`(${c})*(${u} + ${v})^2 >= 0`),
        by.positive(that`(${c})*(${u} - ${v})^2 >= 0`),
      ]),
      by.positive(that`(4 - 2*${h}*${m})*(${u}^2 + ${v}^2) >= 0`),
      by.positive(that`(${plus})*(${u} + ${v})^2 + (${minus})*(${u} - ${v})^2 >= 0`),
      by.positive(
        that`(${minus})*(${u} + ${v})^2 + (${plus})*(${u} - ${v})^2 + (4 - 2*${h}*${m})*(${u}^2 + ${v}^2) >= 0`,
      ),
      by.ring(
        that`(${u}^2 + ${v}^2)*(1 + ${h}*${m}/2) - (${D}) = ((${plus})*(${u} + ${v})^2 + (${minus})*(${u} - ${v})^2)/4`,
      ),
      by.ring(
        that`${D} = ((${minus})*(${u} + ${v})^2 + (${plus})*(${u} - ${v})^2 + (4 - 2*${h}*${m})*(${u}^2 + ${v}^2))/4`,
      ),
    ];
  },
};

type Matrix = { readonly [N in 'X' | 'r' | 'D' | 'S' | 'h' | 's' | 'k']: Expr };
/** t = (η/n)X D Xᵀr has ‖t‖² ≤ 2⟨r, t⟩: ‖t‖⁴ ≤ ⟨t, Pt⟩⟨r, t⟩ for P = (η/n)X D Xᵀ, and P ≤ (1 + s/2)ηK ≤ 2. */
const contracts = (n: number, d: number) => {
  const kernel = ({ X, S }: Matrix) => ex`${X}*diag(${S})*${X}'/${n}`;
  const top = (K: Expr) => (n === 1 ? ex`trace(${K})` : ex`(trace(${K}) + sqrt(trace(${K})^2 - 4*det(${K})))/2`);
  const of = ({ X, r, D, h }: Matrix) => ex`${h}/${n}*(${X}*(${D}*(${X}'*${r})))`;
  return {
    from: (m: Matrix) => [
      that`${m.h} > 0`,
      that`${m.s} >= 0`,
      that`${m.D} >= 0`,
      that`${m.D} <= ${m.S}*(1 + ${m.s}/2)`,
      that`${m.k} = ${m.h}*${top(kernel(m))}`,
      that`${m.k}*(1 + ${m.s}/2) <= 2`,
    ],
    shows: (m: Matrix) => that`sum((${of(m)})^2) <= 2*sum(${m.r}*${of(m)})`,
    steps: (m: Matrix) => {
      const { X, r, D, S, h, s, k } = m;
      const t = of(m);
      const K = kernel(m);
      const [x, z] = [ex`${X}'*${r}`, ex`${X}'*(${t})`];
      return [
        by.ring(that`sum((${t})^2) = ${h}/${n}*sum(${D}*(${x})*(${z}))`),
        by.ring(that`sum(${r}*${t}) = ${h}/${n}*sum(${D}*(${x})^2)`),
        ...(n === 1
          ? [by.ring(that`sum(${S}*(${z})^2)/${n} = ${top(K)}*sum((${t})^2)`)]
          : [largest(K, ex`${t}`, top(K)), by.ring(that`sum(${S}*(${z})^2)/${n} = (${t})'*(${K})*(${t})`)]),
        by.positive(that`sum(${S}*(${z})^2)/${n} <= ${top(K)}*sum((${t})^2)`),
        by.lemma(
          { D, S, x, z, h, s, k, L: top(K), T: ex`sum((${t})^2)`, m: ex`sum(${r}*${t})` },
          {
            from: ({ D, S, x, z, h, s, k, L, T, m }) => [
              that`${h} > 0`,
              that`${s} >= 0`,
              that`${D} >= 0`,
              that`${D} <= ${S}*(1 + ${s}/2)`,
              that`${k} = ${h}*${L}`,
              that`${k}*(1 + ${s}/2) <= 2`,
              that`${T} >= 0`,
              that`${T} = ${h}/${n}*sum(${D}*${x}*${z})`,
              that`${m} = ${h}/${n}*sum(${D}*${x}^2)`,
              that`sum(${S}*${z}^2)/${n} <= ${L}*${T}`,
            ],
            shows: ({ T, m }) => that`${T} <= 2*${m}`,
            steps: ({ D, S, x, z, h, s, k, L, T, m }) => {
              const apart =
                d === 1
                  ? ex`0`
                  : sum(
                      pairs(d),
                      ([i, j]) => ex`${D.at(i)}*${D.at(j)}*(${x.at(i)}*${z.at(j)} - ${x.at(j)}*${z.at(i)})^2`,
                    );
              return [
                by.positive(that`sum(${D}*${x}^2) >= 0`),
                by.positive(that`${h}/${n}*sum(${D}*${x}^2) >= 0`),
                by.positive(that`(${S}*(1 + ${s}/2) - ${D})*${z}^2 >= 0`),
                by.positive(that`sum((${S}*(1 + ${s}/2) - ${D})*${z}^2) >= 0`),
                by.ring(that`sum(${D}*${x}^2)*sum(${D}*${z}^2) - sum(${D}*${x}*${z})^2 = ${apart}`),
                ...(d === 1 ? [] : [by.positive(that`${apart} >= 0`)]),
                by.lemma(
                  {
                    ...{
                      h,
                      s,
                      k,
                      L,
                      T,
                      m,
                      c: ex`sum(${D}*${x}*${z})`,
                      p: ex`sum(${D}*${x}^2)`,
                      q: ex`sum(${D}*${z}^2)`,
                    },
                    ...{ w: ex`sum(${S}*${z}^2)`, e: apart },
                  },
                  quadratic(n),
                ),
              ];
            },
          },
        ),
      ];
    },
  };
};

type Sums = { readonly [N in 'h' | 's' | 'k' | 'L' | 'T' | 'm' | 'c' | 'p' | 'q' | 'w' | 'e']: Expr };
const quadratic = (n: number) => ({
  from: ({ h, s, k, L, T, m, c, p, q, w, e }: Sums) => [
    that`${h} > 0`,
    that`${s} >= 0`,
    that`${e} >= 0`,
    that`${p} >= 0`,
    that`${T} >= 0`,
    that`${k} = ${h}*${L}`,
    that`${k}*(1 + ${s}/2) <= 2`,
    that`${T} = ${h}/${n}*${c}`,
    that`${m} = ${h}/${n}*${p}`,
    that`${p}*${q} - ${c}^2 = ${e}`,
    that`${q} <= ${w}*(1 + ${s}/2)`,
    that`${w}/${n} <= ${L}*${T}`,
  ],
  shows: ({ T, m }: Sums) => that`${T} <= 2*${m}`,
  steps: ({ h, s, k, L, T, m, q, w, e }: Sums) => [
    by.positive(that`${m} >= 0`),
    by.positive(that`${h}*(1 + ${s}/2)*(${L}*${T} - ${w}/${n}) >= 0`),
    by.positive(that`${h}/${n}*(${w}*(1 + ${s}/2) - ${q}) >= 0`),
    by.positive(that`(2 - ${k}*(1 + ${s}/2))*${T} >= 0`),
    by.rewrite(
      that`2*${T} - ${h}/${n}*${q} = (2 - ${k}*(1 + ${s}/2))*${T} + ${h}*(1 + ${s}/2)*(${L}*${T} - ${w}/${n}) + ${h}/${n}*(${w}*(1 + ${s}/2) - ${q})`,
    ),
    by.positive(that`2*${T} - ${h}/${n}*${q} >= 0`),
    by.positive(that`${m}*(2*${T} - ${h}/${n}*${q}) >= 0`),
    by.positive(that`(${h}/${n})^2*${e} >= 0`),
    by.rewrite(that`${m}*(2*${T} - ${h}/${n}*${q}) + (${h}/${n})^2*${e} = 2*${m}*${T} - ${T}^2`),
    by.contradiction(that`${T} <= 2*${m}`, [by.positive(that`${T} > 0`), by.positive(that`${T}*(${T} - 2*${m}) > 0`)]),
  ],
});

/** tᵀKt ≤ λ‖t‖² for a symmetric 2 × 2 matrix: with R = √((a − c)² + 4b²), (a − c)(t₁² − t₂²) + 4bt₁t₂ ≤ R‖t‖². */
const largest = (K: Expr, t: Expr, L: Expr) =>
  by.lemma(
    { a: ex`${K}`.at(0, 0), b: ex`${K}`.at(0, 1), c: ex`${K}`.at(1, 1), f: t, L, q: ex`(${t})'*(${K})*(${t})` },
    {
      from: ({ a, b, c, f: t, L, q }) => [
        that`${L} = (${a} + ${c} + sqrt((${a} + ${c})^2 - 4*(${a}*${c} - ${b}^2)))/2`,
        that`${q} = ${a}*${t.at(0)}^2 + 2*${b}*${t.at(0)}*${t.at(1)} + ${c}*${t.at(1)}^2`,
      ],
      shows: ({ f: t, L, q }) => that`${q} <= ${L}*sum(${t}^2)`,
      steps: ({ a, b, c, f: t, L, q }) => {
        const R = ex`sqrt((${a} + ${c})^2 - 4*(${a}*${c} - ${b}^2))`;
        const skew = ex`(${a} - ${c})*(${t.at(0)}^2 - ${t.at(1)}^2) + 4*${b}*${t.at(0)}*${t.at(1)}`;
        const rest = ex`2*(${a} - ${c})*${t.at(0)}*${t.at(1)} - 2*${b}*(${t.at(0)}^2 - ${t.at(1)}^2)`;
        return [
          by.positive(that`(${a} - ${c})^2 + 4*${b}^2 >= 0`),
          by.ring(that`(${a} + ${c})^2 - 4*(${a}*${c} - ${b}^2) = (${a} - ${c})^2 + 4*${b}^2`),
          by.rewrite(that`(${a} + ${c})^2 - 4*(${a}*${c} - ${b}^2) >= 0`),
          by.positive(that`${R} >= 0`),
          by.ring(that`${R}^2 = (${a} - ${c})^2 + 4*${b}^2`),
          by.positive(that`(${rest})^2 >= 0`),
          by.lemma(
            { R, N: ex`sum(${t}^2)`, s: skew, e: ex`(${rest})^2`, D: ex`(${a} - ${c})^2 + 4*${b}^2` },
            {
              from: ({ R, N, s, e, D }) => [
                that`${R} >= 0`,
                that`${N} >= 0`,
                that`${e} >= 0`,
                that`${R}^2 = ${D}`,
                that`${D}*${N}^2 - ${s}^2 = ${e}`,
              ],
              shows: ({ R, N, s }) => that`${s} <= ${R}*${N}`,
              steps: ({ R, N, s, e }) => [
                by.positive(that`${R}*${N} >= 0`),
                by.rewrite(that`(${R}*${N})^2 - ${s}^2 = ${e}`),
                by.positive(that`${s}^2 <= (${R}*${N})^2`),
                by.contradiction(that`${s} <= ${R}*${N}`, [
                  by.positive(that`(${s} - ${R}*${N})*(${s} + ${R}*${N}) > 0`),
                ]),
              ],
            },
          ),
          by.rewrite(that`${L}*sum(${t}^2) - ${q} = (${R}*sum(${t}^2) - (${skew}))/2`),
        ];
      },
    },
  );
