import { by, claim, ex, real, size, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/pareto-product', {
  says: 'Norm times sharpness of interpolators: SN ≤ y²(x₋ + x₊)²/(x₋x₊), certified on the factored margin.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'its trade-off; this exact band is ours' },
  notes: 'w = u², one sample x = x₋ + t(x₊ − x₋), loss ½(⟨x, u²⟩ − y)², y = ⟨x, u²⟩; N = ‖u‖₂², S = 4⟨x², u²⟩.',
  sizes: { d: size(2, 3) },
  reals: {
    t: vector('d', '[0, 1]'),
    u: vector('d', '[-3/2, 3/2]'),
    lo: real('[1/100, 1]'),
    gap: real('[0, 1]'),
  },
  where: ({ t, u, lo, gap }) => {
    const x = ex`${lo} + ${t}*${gap}`;
    return { x, hi: ex`${lo} + ${gap}`, y: ex`sum(${x}*${u}^2)`, N: ex`sum(${u}^2)`, S: ex`4*sum(${x}^2*${u}^2)` };
  },
  conclude: ({ y, N, S, lo, hi }) => that`${S}*${N} <= ${y}^2*(${lo} + ${hi})^2/(${lo}*${hi})`,
  boxes: ({ t, u, gap }) => that`sum(${t}*(1 - ${t})*${gap}^2*${u}^2) >= 0`,
  derivation: ({ t, u, gap, y, N, S, lo, hi }) => [
    by.ring(that`(${lo} + ${hi})*${y} - (${S}/4 + ${lo}*${hi}*${N}) = sum(${t}*(1 - ${t})*${gap}^2*${u}^2)`),
    by.positive(that`${N} >= 0`),
    by.positive(that`${S} >= 0`),
    by.positive(that`${hi} > 0`),
    by.positive(that`${y} >= 0`),
    by.lemma(
      { y, N, S, k: lo, K: hi, G: ex`sum(${t}*(1 - ${t})*${gap}^2*${u}^2)` },
      {
        from: ({ y, N, S, k, K, G }) => [
          that`${k} > 0`,
          that`${K} > 0`,
          that`${N} >= 0`,
          that`${S} >= 0`,
          that`${y} >= 0`,
          that`${G} >= 0`,
          that`(${k} + ${K})*${y} - (${S}/4 + ${k}*${K}*${N}) = ${G}`,
        ],
        shows: ({ y, N, S, k, K }) => that`${S}*${N} <= ${y}^2*(${k} + ${K})^2/(${k}*${K})`,
        steps: ({ y, N, S, k, K, G }) => [
          by.positive(that`(${S}/4 - ${k}*${K}*${N})^2 >= 0`),
          by.positive(that`${G}*((${k} + ${K})*${y} + ${S}/4 + ${k}*${K}*${N}) >= 0`),
          by.lemma(
            { y, N, S, k, K, G, m: ex`${k}*${K}` },
            {
              from: ({ y, N, S, k, K, G, m }) => [
                that`${m} > 0`,
                that`(${S}/4 - ${m}*${N})^2 >= 0`,
                that`${G}*((${k} + ${K})*${y} + ${S}/4 + ${m}*${N}) >= 0`,
                that`(${k} + ${K})*${y} - (${S}/4 + ${m}*${N}) = ${G}`,
              ],
              shows: ({ y, N, S, k, K, m }) => that`${S}*${N}*${m} <= ${y}^2*(${k} + ${K})^2`,
              steps: ({ y, N, S, k, K, G, m }) => [
                by.rewrite(
                  that`${y}^2*(${k} + ${K})^2 - ${S}*${N}*${m} = (${S}/4 - ${m}*${N})^2 + ${G}*((${k} + ${K})*${y} + ${S}/4 + ${m}*${N})`,
                ),
              ],
            },
          ),
          by.lemma(
            { w: ex`${k}*${K}`, a: ex`${S}*${N}`, b: ex`${y}^2*(${k} + ${K})^2` },
            {
              from: ({ w, a, b }) => [that`${w} > 0`, that`${a}*${w} <= ${b}`],
              shows: ({ w, a, b }) => that`${a} <= ${b}/${w}`,
            },
          ),
        ],
      },
    ),
  ],
});
