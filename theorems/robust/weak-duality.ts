import { by, claim, ex, matrix, real, size, sum, that, vector } from 'counterflow';
import { tsilivis2024 } from '../_papers.ts';
import { atLeastSmallest } from '../norms/path-descent.ts';

export default claim('robust/weak-duality', {
  says: 'For weights p of sum 1 and |D| ≤ ε: min_i z_i·w − ε‖w‖₁ ≤ ‖Zᵀp + D‖₂ ‖w‖₂, a certificate for robust margins.',
  status: 'theorem',
  source: { ...tsilivis2024, where: 'robust margins in another norm than that of the attack' },
  sizes: { n: size(1, 3), d: size(1, 3) },
  reals: {
    Z: matrix('n', 'd', '[-2, 2]'),
    w: vector('d', '[-2, 2]'),
    weight: vector('n', '(0, 1]'),
    delta: vector('d', '[-1, 1]'),
    epsilon: real('[0, 1]'),
  },
  where: ({ Z, weight, delta, epsilon }) => ({
    dual: ex`${Z}'*(${weight}/sum(${weight})) + ${epsilon}*${delta}`,
  }),
  conclude: ({ Z, w, epsilon, dual }) => that`min(${Z}*${w}) - ${epsilon}*norm1(${w}) <= norm(${dual})*norm(${w})`,
  derivation: ({ n, d, Z, w, weight, delta, epsilon, dual }) => {
    const p = ex`${weight}/sum(${weight})`;
    const apart = sum(d, (i) => sum(d, (j) => ex`(${dual.at(i)}*${w.at(j)} - ${dual.at(j)}*${w.at(i)})^2/2`));
    return [
      ...atLeastSmallest(ex`${Z}*${w}`, n),
      by.positive(that`${p} >= 0`),
      by.ring(that`sum(${p}) = 1`),
      by.lemma(
        { p, f: ex`${Z}*${w}`, k: ex`min(${Z}*${w})` },
        {
          from: ({ p, f, k }) => [that`${p} >= 0`, that`sum(${p}) = 1`, that`${k} <= ${f}`],
          shows: ({ p, f, k }) => that`${k} <= sum(${p}*${f})`,
          steps: ({ p, f, k }) => [
            by.positive(that`${p}*(${f} - ${k}) >= 0`),
            by.rewrite(that`sum(${p}*${f}) - ${k} = sum(${p}*(${f} - ${k}))`),
          ],
        },
      ),
      by.lemma(
        { w, delta, e: epsilon },
        {
          entries: true,
          from: ({ delta, e }) => [that`-1 <= ${delta}`, that`${delta} <= 1`, that`${e} >= 0`],
          shows: ({ w, delta, e }) => that`${e}*(${delta}*${w} + abs(${w})) >= 0`,
          steps: ({ w, delta }) => [
            by.cases(that`${delta}*${w} + abs(${w}) >= 0`, {
              between: [w, 0],
              below: [by.root(that`abs(${w}) = -${w}`), by.positive(that`(1 - ${delta})*(-${w}) >= 0`)],
              above: [by.root(that`abs(${w}) = ${w}`), by.positive(that`(1 + ${delta})*${w} >= 0`)],
            }),
          ],
        },
      ),
      by.positive(that`sum(${epsilon}*(${delta}*${w} + abs(${w}))) >= 0`),
      by.ring(
        that`sum(${dual}*${w}) = sum(${p}*(${Z}*${w})) - ${epsilon}*norm1(${w}) + sum(${epsilon}*(${delta}*${w} + abs(${w})))`,
      ),
      // Cauchy–Schwarz by Lagrange's identity.
      by.ring(that`(norm(${dual})*norm(${w}))^2 - sum(${dual}*${w})^2 = ${apart}`),
      by.positive(that`${apart} >= 0`),
      by.lemma(
        {
          ...{ c: ex`sum(${dual}*${w})`, r: ex`norm(${dual})*norm(${w})`, q: apart, k: ex`min(${Z}*${w})` },
          ...{ s: ex`sum(${p}*(${Z}*${w}))`, h: ex`${epsilon}*norm1(${w})` },
          ...{ j: ex`sum(${epsilon}*(${delta}*${w} + abs(${w})))` },
        },
        {
          from: ({ c, r, q, k, s, h, j }) => [
            that`${r} >= 0`,
            that`${q} >= 0`,
            that`${r}^2 - ${c}^2 = ${q}`,
            that`${c} = ${s} - ${h} + ${j}`,
            that`${j} >= 0`,
            that`${k} <= ${s}`,
          ],
          shows: ({ r, k, h }) => that`${k} - ${h} <= ${r}`,
          steps: ({ c, r }) => [by.positive(that`${c}^2 <= ${r}^2`), by.contradiction(that`${c} <= ${r}`)],
        },
      ),
    ];
  },
});
