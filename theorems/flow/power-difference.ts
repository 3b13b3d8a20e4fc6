import { and, by, claim, type Expr, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

type Point = { readonly x: Expr; readonly a: Expr; readonly s: Expr; readonly g: Expr };
/** x^{2−D} = a^{2−D} ± D(D−2)g = a^{2−D}s, so s^{1/q} = (a/x)^k for D − 2 = qk in lowest terms, and x^D = a^D s^{−D/(D−2)}. */
const closed = (D: number, sign: number, k = D % 2 === 0 && D > 4 ? 2 : 1) => ({
  entries: true,
  from: ({ x, a, s, g }: Point) => [
    that`${x} > 0`,
    that`${a} > 0`,
    that`1/${x}^(${D} - 2) - ${sign * D * (D - 2)}*${g} = 1/${a}^(${D} - 2)`,
    that`${s} = 1 + ${sign * D * (D - 2)}*${a}^(${D} - 2)*${g}`,
  ],
  shows: ({ x, a, s }: Point) => and(that`${s} > 0`, that`${a}^${D}*${s}^(-${D}/(${D} - 2)) = ${x}^${D}`),
  steps: ({ x, a, s }: Point) => [
    by.rewrite(that`${s} = ${a}^(${D} - 2)/${x}^(${D} - 2)`),
    by.positive(that`${a}^(${D} - 2)/${x}^(${D} - 2) > 0`),
    by.positive(that`${s} > 0`),
    by.root(that`${s}^(${k}/(${D} - 2)) = (${a}/${x})^${k}`),
    by.ring(that`${s}^(-${D}/(${D} - 2)) = 1/(${s}^(${k}/(${D} - 2)))^${D / k}`),
    by.rewrite(that`${s}^(-${D}/(${D} - 2)) = 1/((${a}/${x})^${k})^${D / k}`),
  ],
});

export default claim('flow/power-difference', {
  says: 'Gradient flow on w = u^D − v^D, D ≥ 3, from u = v = α: w(t) = α^D h_D(z) with z = −α^{D−2} D(D−2) Xᵀ∫r.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its depth-D model' },
  notes: 'h_D(z) = (1−z)^{−p} − (1+z)^{−p}, p = D/(D−2). Loss ½‖Xw − y‖².',
  sizes: { D: size(3, 6), n: size(1, 2), d: size(1, 2) },
  reals: { X: matrix('n', 'd', '[-1, 1]'), y: vector('n', '[-1, 1]'), alpha: vector('d', '[1/4, 1]') },
  where: ({ D, X, y, alpha }) => ({
    run: flow({
      start: { u: alpha, v: alpha },
      observe: ({ u, v }) => {
        const w = ex`${u}^${D} - ${v}^${D}`;
        return { w, r: ex`${X}*${w} - ${y}`, c: ex`${u}^(2 - ${D}) + ${v}^(2 - ${D})`, p: ex`${u}*${v}` };
      },
      integrals: ({ r }) => ({ I: r }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    }),
  }),
  conclude: ({ run, D, X, alpha }) =>
    run.always(({ w, I }) => {
      const z = ex`-${alpha}^(${D} - 2)*${D}*(${D} - 2)*(${X}'*${I})`;
      const power = ex`${D}/(${D} - 2)`;
      return that`${w} = ${alpha}^${D}*((1 - ${z})^(-${power}) - (1 + ${z})^(-${power}))`;
    }),
  derivation: ({ run, D, X, alpha }) => {
    const power = ex`${D}/(${D} - 2)`;
    const z = (I: Expr) => ex`-${alpha}^(${D} - 2)*${D}*(${D} - 2)*(${X}'*${I})`;
    return [
      by.staysPositive(run, ({ u }) => u),
      by.staysPositive(run, ({ v }) => v),
      by.constant(run, ({ u, I }) => ex`1/${u}^(${D} - 2) - ${D}*(${D} - 2)*(${X}'*${I})`),
      by.constant(run, ({ v, I }) => ex`1/${v}^(${D} - 2) + ${D}*(${D} - 2)*(${X}'*${I})`),
      by.along(
        run,
        ({ w, I }) => that`${w} = ${alpha}^${D}*((1 - ${z(I)})^(-${power}) - (1 + ${z(I)})^(-${power}))`,
        ({ u, v, I }) => [
          by.lemma({ x: u, a: alpha, s: ex`1 - ${z(I)}`, g: ex`${X}'*${I}` }, closed(D, 1)),
          by.lemma({ x: v, a: alpha, s: ex`1 + ${z(I)}`, g: ex`${X}'*${I}` }, closed(D, -1)),
          by.lemma(
            {
              p: ex`${u}^${D}`,
              q: ex`${v}^${D}`,
              P: ex`${alpha}^${D}`,
              R: ex`(1 - ${z(I)})^(-${power})`,
              S: ex`(1 + ${z(I)})^(-${power})`,
            },
            {
              entries: true,
              from: ({ p, q, P, R, S }) => [that`${P}*${R} = ${p}`, that`${P}*${S} = ${q}`],
              shows: ({ p, q, P, R, S }) => that`${p} - ${q} = ${P}*(${R} - ${S})`,
            },
          ),
        ],
      ),
    ];
  },
});
