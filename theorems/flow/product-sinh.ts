import { by, claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('flow/product-sinh', {
  says: 'Gradient flow on w = u∘v with δ = |u₀² − v₀²| > 0: w(t) = (δ/2) sinh(asinh(2w₀/δ) − 2G), up to the sign of u₀² − v₀².',
  status: 'theorem',
  source: azulay2021,
  notes: 'G = ∫Xᵀr, loss ½‖Xw − y‖².',
  sizes: { n: size(1, 2), d: size(1, 2) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-1, 1]'),
    u: vector('d', '[3/4, 3/2]'),
    v: vector('d', '[-1/2, 1/2]'),
  },
  where: ({ X, y, u, v }) => {
    const run = flow({
      start: { u, v },
      observe: ({ u, v }) => {
        const w = ex`${u}*${v}`;
        return { w, g: ex`${X}'*(${X}*${w} - ${y})` };
      },
      integrals: ({ g }) => ({ G: g }),
      loss: ({ w }) => squared('1/2', X, y)(w),
    });
    return { run, w0: run.at(0).w, delta: ex`${run.at(0).u}^2 - ${run.at(0).v}^2` };
  },
  conclude: ({ run, w0, delta }) =>
    run.always(({ w, G }) => that`${w} = ${delta}/2*sinh(asinh(2*${w0}/${delta}) - 2*${G})`),
  derivation: ({ run, w0, delta }) => {
    const [u0, v0] = [run.at(0).u, run.at(0).v];
    const l = ex`asinh(2*${w0}/${delta})`;
    return [
      by.constant(run, ({ u, v, G }) => ex`(${u} + ${v})*exp(${G})`),
      by.constant(run, ({ u, v, G }) => ex`(${u} - ${v})*exp(-${G})`),
      by.law('expZero'),
      by.positive(that`${u0} + ${v0} > 0`),
      by.positive(that`${u0} - ${v0} > 0`),
      by.lemma(
        { s: ex`${u0} + ${v0}`, m: ex`${u0} - ${v0}`, z: ex`2*${w0}/${delta}` },
        {
          entries: true,
          from: ({ s, m, z }) => [that`${s} > 0`, that`${m} > 0`, that`${z} = (${s}/${m} - ${m}/${s})/2`],
          shows: ({ s, m, z }) => that`exp(asinh(${z})) = ${s}/${m}`,
          steps: ({ s, m, z }) => [
            by.law('expLog', ex`${s}/${m}`),
            by.law('expNeg', ex`ln(${s}/${m})`),
            by.rewrite(that`exp(-ln(${s}/${m})) = ${m}/${s}`),
            by.law('sinhExp', ex`ln(${s}/${m})`),
            by.rewrite(that`sinh(ln(${s}/${m})) = ${z}`),
            by.law('asinhSinh', ex`ln(${s}/${m})`),
            by.rewrite(that`ln(${s}/${m}) = asinh(${z})`),
            by.rewrite(that`exp(ln(${s}/${m})) = exp(asinh(${z}))`),
          ],
        },
      ),
      by.along(
        run,
        ({ w, G }) => that`${w} = ${delta}/2*sinh(${l} - 2*${G})`,
        ({ u, v, G }) =>
          by.lemma(
            { u, v, s: ex`${u0} + ${v0}`, m: ex`${u0} - ${v0}`, D: delta, G, l },
            {
              entries: true,
              from: ({ u, v, s, m, D, G, l }) => [
                that`${s} > 0`,
                that`${m} > 0`,
                that`${D} = ${s}*${m}`,
                that`(${u} + ${v})*exp(${G}) = ${s}`,
                that`(${u} - ${v})*exp(-${G}) = ${m}`,
                that`exp(${l}) = ${s}/${m}`,
              ],
              shows: ({ u, v, D, G, l }) => that`${u}*${v} = ${D}/2*sinh(${l} - 2*${G})`,
              steps: ({ u, v, s, m, G, l }) => [
                by.law('expNeg', G),
                by.rewrite(that`${u} + ${v} = ${s}*exp(-${G})`),
                by.rewrite(that`${u} - ${v} = ${m}*exp(${G})`),
                by.law('expNeg', l),
                by.rewrite(that`exp(-${l}) = ${m}/${s}`),
                by.law('expAdd', G, G),
                by.law('expAdd', ex`-${G}`, ex`-${G}`),
                by.law('expAdd', l, ex`-2*${G}`),
                by.law('expAdd', ex`-${l}`, ex`2*${G}`),
                by.law('sinhExp', ex`${l} - 2*${G}`),
                by.ring(that`4*${u}*${v} = (${u} + ${v})^2 - (${u} - ${v})^2`),
                by.rewrite(that`sinh(${l} - 2*${G}) = (${s}/${m}*exp(-2*${G}) - ${m}/${s}*exp(2*${G}))/2`),
              ],
            },
          ),
      ),
    ];
  },
});
