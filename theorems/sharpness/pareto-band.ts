import { by, claim, constant, type Expr, ex, size, sum, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';
import { atLeastSmallest } from '../norms/path-descent.ts';
import { atMostLargest } from './norm-minimizer.ts';

export default claim('sharpness/pareto-band', {
  says: 'Norm N against sharpness S of interpolators: 4y² ≤ SN ≤ y²(x₋ + x₊)²/(x₋x₊) and S/4 + x₋x₊N ≤ (x₋ + x₊)y.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'its trade-off; this exact band is ours' },
  notes: 'w = u², one sample with all x_i > 0, loss ½(⟨x, u²⟩ − y)², y = ⟨x, u²⟩; N = ‖u‖₂², x₋ = min x, x₊ = max x.',
  sizes: { d: size(1, 4) },
  reals: { x: vector('d', '[1/100, 2]'), u: vector('d', '[-3/2, 3/2]') },
  constants: { c: constant('4', { to: '5' }) },
  where: ({ x, u }) => ({
    y: ex`sum(${x}*${u}^2)`,
    N: ex`sum(${u}^2)`,
    S: ex`4*sum(${x}^2*${u}^2)`,
    lo: ex`min(${x})`,
    hi: ex`max(${x})`,
  }),
  conclude: ({ y, N, S, lo, hi, c }) => [
    that`${S}*${N} >= ${c}*${y}^2`,
    that`${S}/4 + ${lo}*${hi}*${N} <= (${lo} + ${hi})*${y}`,
    that`${S}*${N} <= ${y}^2*(${lo} + ${hi})^2/(${lo}*${hi})`,
  ],
  derivation: ({ d, x, u, y, N, S, lo, hi }) => {
    const apart = sum(d, (i) => sum(d, (j) => ex`(${u.at(i)}*${u.at(j)}*(${x.at(i)} - ${x.at(j)}))^2/2`));
    return [
      by.ring(that`${S}*${N} - 4*${y}^2 = 4*(${apart})`),
      by.positive(that`4*(${apart}) >= 0`),
      by.lemma(
        { a: ex`${S}*${N}`, b: ex`4*${y}^2`, c: ex`4*(${apart})` },
        {
          from: ({ a, b, c }) => [that`${c} >= 0`, that`${a} - ${b} = ${c}`],
          shows: ({ a, b }) => that`${a} >= ${b}`,
        },
      ),
      ...atMostLargest(x, d),
      ...atLeastSmallest(x, d),
      ...positiveSmallest(x, d),
      by.lemma(
        { x, u, y, N, S, k: lo, K: hi },
        {
          from: ({ x, u, y, N, S, k, K }) => [
            that`${k} <= ${x}`,
            that`${x} <= ${K}`,
            that`${y} = sum(${x}*${u}^2)`,
            that`${N} = sum(${u}^2)`,
            that`${S} = 4*sum(${x}^2*${u}^2)`,
          ],
          shows: ({ y, N, S, k, K }) => that`${S}/4 + ${k}*${K}*${N} <= (${k} + ${K})*${y}`,
          steps: ({ x, u, y, N, S, k, K }) => [
            by.positive(that`(${x} - ${k})*(${K} - ${x})*${u}^2 >= 0`),
            by.rewrite(that`(${k} + ${K})*${y} - (${S}/4 + ${k}*${K}*${N}) = sum((${x} - ${k})*(${K} - ${x})*${u}^2)`),
          ],
        },
      ),
      // (c) is (b) by AM–GM: 4(S/4)(x₋x₊N) ≤ (S/4 + x₋x₊N)².
      by.lemma(
        { y, N, S, k: lo, K: hi },
        {
          from: ({ y, N, S, k, K }) => [
            that`${k} > 0`,
            that`${K} > 0`,
            that`${N} >= 0`,
            that`${S} >= 0`,
            that`${y} >= 0`,
            that`${S}/4 + ${k}*${K}*${N} <= (${k} + ${K})*${y}`,
          ],
          shows: ({ y, N, S, k, K }) => that`${S}*${N} <= ${y}^2*(${k} + ${K})^2/(${k}*${K})`,
          steps: ({ y, N, S, k, K }) => [
            by.lemma(
              { p: ex`${S}/4`, q: ex`${k}*${K}*${N}`, r: ex`(${k} + ${K})*${y}` },
              {
                from: ({ p, q, r }) => [that`${p} >= 0`, that`${q} >= 0`, that`${p} + ${q} <= ${r}`],
                shows: ({ p, q, r }) => that`4*${p}*${q} <= ${r}^2`,
                steps: ({ p, q, r }) => [
                  by.positive(that`(${p} - ${q})^2 >= 0`),
                  by.positive(that`(${r} - ${p} - ${q})*(${r} + ${p} + ${q}) >= 0`),
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
    ];
  },
});

const positiveSmallest = (x: Expr, d: number) => {
  const lows = [x.at(0)];
  return [...Array(d - 1).keys()].map((i) => {
    lows.push(ex`min(${lows[i]!}, ${x.at(i + 1)})`);
    return by.lemma(
      { a: lows[i]!, b: x.at(i + 1) },
      {
        from: ({ a, b }) => [that`${a} > 0`, that`${b} > 0`],
        shows: ({ a, b }) => that`min(${a}, ${b}) > 0`,
        steps: ({ a, b }) =>
          by.cases(that`min(${a}, ${b}) > 0`, {
            between: [a, b],
            below: by.root(that`abs(${a} - ${b}) = ${b} - ${a}`),
            above: by.root(that`abs(${a} - ${b}) = ${a} - ${b}`),
          }),
      },
    );
  });
};
