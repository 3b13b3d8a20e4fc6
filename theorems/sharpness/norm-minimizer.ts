import { and, by, claim, type Expr, ex, size, sum, that, vector } from 'counterflow';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/norm-minimizer', {
  says: 'Every interpolator has ‖u‖₂² = ‖w‖₁ ≥ y/max x, and ‖u‖₁ ≥ √(y/max x).',
  status: 'theorem',
  source: { ...fojtik2025, where: 'the norm minimizer on the zero-loss set; rederived' },
  notes: 'w = u², one sample, y = ⟨x, u²⟩ > 0 (then max x > 0). Equality at √(y/max x) times the best unit vector.',
  sizes: { d: size(1, 5) },
  reals: { x: vector('d', '[-2, 2]'), u: vector('d', '[-3/2, 3/2]') },
  where: ({ x, u }) => {
    const y = ex`sum(${x}*${u}^2)`;
    return { y, top: ex`max(${x})`, least: ex`${y}/max(${x})` };
  },
  assume: ({ y }) => that`${y} > 0`,
  conclude: ({ u, least }) => [that`sum(${u}^2) >= ${least}`, that`norm1(${u}) >= sqrt(${least})`],
  derivation: ({ d, x, u, y, top, least }) => [
    ...atMostLargest(x, d),
    by.lemma(
      { x, u, y, k: top },
      {
        from: ({ x, u, y, k }) => [that`${x} <= ${k}`, that`${y} = sum(${x}*${u}^2)`, that`${y} > 0`],
        shows: ({ u, y, k }) => and(that`${y} <= ${k}*sum(${u}^2)`, that`${k} > 0`),
        steps: ({ x, u, y, k }) => [
          ...[...Array(d).keys()].map((i) => by.positive(that`(${k} - ${x.at(i)})*${u.at(i)}^2 >= 0`)),
          by.positive(that`${y} <= ${k}*sum(${u}^2)`),
          by.lemma(
            { y, k, N: ex`sum(${u}^2)` },
            {
              from: ({ y, k, N }) => [that`${y} > 0`, that`${N} >= 0`, that`${y} <= ${k}*${N}`],
              shows: ({ k }) => that`${k} > 0`,
              steps: ({ k }) => by.contradiction(that`${k} > 0`),
            },
          ),
        ],
      },
    ),
    by.lemma(
      { y, k: top, N: ex`sum(${u}^2)` },
      {
        from: ({ y, k, N }) => [that`${k} > 0`, that`${y} <= ${k}*${N}`],
        shows: ({ y, k, N }) => that`${y}/${k} <= ${N}`,
      },
    ),
    // ‖u‖₂ ≤ ‖u‖₁: the products of different |u_i| are not negative.
    by.lemma(
      { u, r: least },
      {
        from: ({ u, r }) => [that`${r} >= 0`, that`${r} <= sum(${u}^2)`],
        shows: ({ u, r }) => that`sqrt(${r}) <= norm1(${u})`,
        steps: ({ u, r }) => [
          by.positive(that`${mixed(u, d)} >= 0`),
          by.ring(that`norm1(${u})^2 = sum(${u}^2) + 2*(${mixed(u, d)})`),
          by.lemma(
            { r, n: ex`norm1(${u})`, N: ex`sum(${u}^2)`, q: mixed(u, d) },
            {
              from: ({ r, n, N, q }) => [
                that`${r} >= 0`,
                that`${n} >= 0`,
                that`${q} >= 0`,
                that`${r} <= ${N}`,
                that`${n}^2 = ${N} + 2*${q}`,
              ],
              shows: ({ r, n }) => that`sqrt(${r}) <= ${n}`,
              steps: ({ r, n }) => [
                by.ring(that`sqrt(${r})^2 = ${r}`),
                by.positive(that`sqrt(${r})^2 <= ${n}^2`),
                by.contradiction(that`sqrt(${r}) <= ${n}`),
              ],
            },
          ),
        ],
      },
    ),
  ],
});

/** Σ |u_i||u_j| over pairs i < j. */
const mixed = (u: Expr, d: number) => sum(d, (j) => sum(j, (i) => ex`abs(${u.at(i)})*abs(${u.at(j)})`));

/** a, b ≤ max(a, b). */
export const larger = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      shows: ({ a, b }) => and(that`${a} <= max(${a}, ${b})`, that`${b} <= max(${a}, ${b})`),
      steps: ({ a, b }) => [
        by.ring(that`abs(${a} - ${b})^2 = (${a} - ${b})^2`),
        by.contradiction(that`${a} - ${b} <= abs(${a} - ${b})`),
        by.contradiction(that`${b} - ${a} <= abs(${a} - ${b})`),
      ],
    },
  );
/** Every entry is at most max x, two at a time. */
export const atMostLargest = (x: Expr, d: number) => {
  const tops = [x.at(0)];
  const steps = [...Array(d - 1).keys()].map((i) => {
    tops.push(ex`max(${tops[i]!}, ${x.at(i + 1)})`);
    return larger(tops[i]!, x.at(i + 1));
  });
  return [...steps, ...[...Array(d).keys()].map((i) => by.positive(that`${x.at(i)} <= ${tops[d - 1]!}`))];
};
