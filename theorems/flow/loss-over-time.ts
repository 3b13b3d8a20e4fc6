import { and, by, claim, type Expr, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';
import { fenchel } from '../potential/hyperbolic-fenchel.ts';

type Point = { readonly u: Expr; readonly v: Expr; readonly a: Expr };
const root = ({ u, v, a }: Point) => that`sqrt(((${u}^2 - ${v}^2)/(2*${a}^2))^2 + 1) = (${u}^2 + ${v}^2)/(2*${a}^2)`;
/** From uv = a². */
const balanced = {
  entries: true,
  from: ({ u, v, a }: Point) => [that`${a} > 0`, that`${u}*${v} = ${a}*${a}`],
  shows: ({ u, v, a }: Point) => and(that`${u}^2 + ${v}^2 > 0`, root({ u, v, a })),
  steps: ({ u, v, a }: Point) => [
    by.positive(that`(${u} - ${v})^2 + 2*${a}^2 > 0`),
    by.rewrite(that`(${u} - ${v})^2 + 2*${a}^2 = ${u}^2 + ${v}^2`),
    by.root(root({ u, v, a })),
  ],
};

export default claim('flow/loss-over-time', {
  says: 'Gradient flow on w = u² − v² from u = v = α: L(t) ≤ Q_α(z)/(8t) for every interpolator z.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its model; rederived' },
  notes: 'Loss ½‖Xw − y‖², y = Xz, Q_α(z) = Σ [z asinh(z/2α²) − √(z² + 4α⁴) + 2α²].',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: { X: matrix('n', 'd', '[-1, 1]'), z: vector('d', '[-1, 1]'), alpha: vector('d', '[1/100, 1]') },
  where: ({ X, z, alpha }) => {
    const y = ex`${X}*${z}`;
    return {
      Q: ex`sum(${z}*asinh(${z}/(2*${alpha}^2)) - sqrt(${z}^2 + 4*${alpha}^4) + 2*${alpha}^2)`,
      run: flow({
        start: { u: alpha, v: alpha },
        observe: ({ u, v }) => ({
          g: ex`${X}'*(${X}*(${u}^2 - ${v}^2) - ${y})`,
          energy: ex`sum(${u}^2 + ${v}^2 - ${z}*asinh((${u}^2 - ${v}^2)/(2*${alpha}^2)))`,
        }),
        loss: ({ u, v }) => squared('1/2', X, y)(ex`${u}^2 - ${v}^2`),
      }),
    };
  },
  conclude: ({ run, Q }) => run.always(({ loss, t }) => that`8*${t}*${loss} <= ${Q}`),
  derivation: ({ run, z, alpha, Q }) => [
    by.constant(run, ({ u, v }) => ex`${u}*${v}`),
    by.nonincreasing(run, ({ t }) => ex`-${t}`),
    by.along(
      run,
      ({ u, v }) => and(that`${u}^2 + ${v}^2 > 0`, root({ u, v, a: alpha })),
      ({ u, v }) => by.lemma({ u, v, a: alpha }, balanced),
    ),
    by.nonincreasing(run, ({ energy, t, loss }) => ex`${energy} + 8*${t}*${loss}`, {
      slope: ({ t, loss, rate }) => ex`${rate.energy} + (8*${loss} + 8*${t}*${rate.loss})`,
      steps: ({ u, v, g, t, loss, rate }) => {
        const S = ex`sum(${g}^2*(${u}^2 + ${v}^2))`;
        return [
          by.positive(that`${t} >= 0`),
          by.positive(that`${S} >= 0`),
          by.ring(that`${rate.loss} = -4*${S}`),
          by.rewrite(that`${rate.energy} = -8*${loss}`),
          by.lemma(
            { E: rate.energy, L: loss, F: rate.loss, S, s: t },
            {
              from: ({ E, L, F, S, s }) => [
                that`${s} >= 0`,
                that`${S} >= 0`,
                that`${F} = -4*${S}`,
                that`${E} = -8*${L}`,
              ],
              shows: ({ E, L, F, s }) => that`${E} + (8*${L} + 8*${s}*${F}) <= 0`,
              steps: ({ S, s }) => by.positive(that`${s}*${S} >= 0`),
            },
          ),
        ];
      },
    }),
    by.law('expZero'),
    by.law('sinhExp', 0),
    by.law('asinhSinh', 0),
    by.rewrite(that`sinh(0) = 0`),
    by.rewrite(that`asinh(sinh(0)) = asinh(0)`),
    by.rewrite(that`${run.at(0).energy} = sum(2*${alpha}^2)`),
    by.along(
      run,
      ({ loss, t }) => that`8*${t}*${loss} <= ${Q}`,
      ({ u, v, energy, loss, t }) => {
        const [w, R] = [ex`(${u}^2 - ${v}^2)/(2*${alpha}^2)`, ex`${u}^2 + ${v}^2`];
        const before = { E0: run.at(0).energy, L0: run.at(0).loss, t0: ex`0`, c: ex`2*${alpha}^2` };
        const now = { E: energy, L: loss, s: t, R, P: ex`${z}*asinh(${w})` };
        return [
          by.lemma(
            { z, a: alpha, R, x: w },
            {
              entries: true,
              from: ({ a, R, x }) => [that`${a} > 0`, that`sqrt(${x}^2 + 1) = ${R}/(2*${a}^2)`],
              shows: ({ z, a, R, x }) =>
                that`${z}*asinh(${x}) <= ${z}*asinh(${z}/(2*${a}^2)) - sqrt(${z}^2 + 4*${a}^4) + ${R}`,
              steps: ({ z, a, R, x }) => {
                const s = ex`asinh(${x})`;
                return [
                  by.law('sinhAsinh', x),
                  by.law('sinhExp', s),
                  by.law('coshExp', s),
                  by.law('expNeg', s),
                  by.root(that`sqrt(${x}^2 + 1) = cosh(${s})`),
                  by.root(that`sqrt(4 + (${z}/${a}^2)^2) = sqrt(${z}^2 + 4*${a}^4)/${a}^2`),
                  by.lemma(
                    { z: ex`${z}/${a}^2`, s },
                    {
                      shows: ({ z, s }) =>
                        that`2 - sqrt(4 + ${z}^2) + ${z}*asinh(${z}/2) + 2*(cosh(${s}) - 1) - ${s}*${z} >= 0`,
                      steps: fenchel,
                    },
                  ),
                  by.rewrite(
                    that`${z}*asinh(${z}/(2*${a}^2)) - sqrt(${z}^2 + 4*${a}^4) + ${R} - ${z}*${s} = ${a}^2*(2 - sqrt(4 + (${z}/${a}^2)^2) + ${z}/${a}^2*asinh(${z}/${a}^2/2) + 2*(cosh(${s}) - 1) - ${s}*(${z}/${a}^2))`,
                  ),
                  by.positive(
                    that`${a}^2*(2 - sqrt(4 + (${z}/${a}^2)^2) + ${z}/${a}^2*asinh(${z}/${a}^2/2) + 2*(cosh(${s}) - 1) - ${s}*(${z}/${a}^2)) >= 0`,
                  ),
                ];
              },
            },
          ),
          by.lemma(
            { ...before, ...now, H: ex`${z}*asinh(${z}/(2*${alpha}^2))`, K: ex`sqrt(${z}^2 + 4*${alpha}^4)` },
            {
              from: ({ E0, L0, t0, c, E, L, s, R, P, H, K }) => [
                that`${E} + 8*${s}*${L} <= ${E0} + 8*${t0}*${L0}`,
                that`${E0} = sum(${c})`,
                that`${t0} = 0`,
                that`${E} = sum(${R} - ${P})`,
                that`${P} <= ${H} - ${K} + ${R}`,
              ],
              shows: ({ c, L, s, H, K }) => that`8*${s}*${L} <= sum(${H} - ${K} + ${c})`,
              steps: ({ E0, L0, t0, c, L, s, R, P }) => [
                by.rewrite(that`${E0} + 8*${t0}*${L0} = sum(${c})`),
                by.positive(that`8*${s}*${L} <= sum(${c}) - sum(${R} - ${P})`),
              ],
            },
          ),
        ];
      },
    ),
  ],
});
