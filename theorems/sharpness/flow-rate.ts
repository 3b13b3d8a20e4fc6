import { and, by, claim, type Expr, each, ex, real, size, sum, that, vector } from 'counterflow';
import { logOfProduct, logUpTo } from '../_hyperbolic.ts';
import { fojtik2025 } from '../_papers.ts';

export default claim('sharpness/flow-rate', {
  says: 'Along the flow w_i = α e^{4x_i z}; at an interpolator w_i ≤ α^{1−x_i/x₊}(y/x₊)^{x_i/x₊}, x₊ = max x.',
  status: 'theorem',
  source: { ...fojtik2025, where: 'its flow bias towards the least norm; the rate in α is ours' },
  notes:
    'w = u², one sample, all x_i > 0, all u_i(0)² = α; z = −∫r ≥ 0 is the one unknown, y = Σ x_iw_i. In logarithms.',
  sizes: { d: size(2, 3) },
  reals: { x: vector('d', '[1/4, 2]'), alpha: real('(0, 1]', { scale: 'log' }), z: real('[0, 4]') },
  where: ({ x, alpha, z }) => ({
    w: ex`${alpha}*exp(4*${z}*${x})`,
    y: ex`sum(${x}*(${alpha}*exp(4*${z}*${x})))`,
    top: ex`max(${x})`,
  }),
  conclude: ({ d, x, alpha, w, y, top }) =>
    each(d, (i) => {
      const share = ex`${x.at(i)}/${top}`;
      return that`ln(${w.at(i)}) <= (1 - ${share})*ln(${alpha}) + ${share}*ln(${y}/${top})`;
    }),
  derivation: ({ d, x, alpha, z, w, y, top }) => {
    const at = (t: Expr) => ex`${alpha}*exp(4*${z}*${t})`;
    const part = (n: number) => sum(n, (i) => ex`${x.at(i)}*(${at(x.at(i))})`);
    const tops = [x.at(0)];
    const largest = [...Array(d - 1).keys()].map((i) => {
      tops.push(ex`max(${tops[i]!}, ${x.at(i + 1)})`);
      return by.lemma({ a: tops[i]!, b: x.at(i + 1), A: alpha, Z: z, S: part(i + 1) }, attained);
    });
    return [
      by.ring(that`${x.at(0)}*(${at(x.at(0))}) = ${part(1)}`),
      ...largest,
      by.lemma(
        { t0: top, W: at(top), Y: y },
        {
          from: ({ t0, W, Y }) => [that`${t0} > 0`, that`${t0}*${W} <= ${Y}`],
          shows: ({ t0, W, Y }) => that`${W} <= ${Y}/${t0}`,
          steps: ({ t0, W, Y }) => [
            by.positive(that`(${Y} - ${t0}*${W})/${t0} >= 0`),
            by.ring(that`${Y}/${t0} - ${W} = (${Y} - ${t0}*${W})/${t0}`),
          ],
        },
      ),
      logUpTo(at(top), ex`${y}/${top}`),
      ...[...tops.slice(-1), ...[...Array(d).keys()].map((i) => x.at(i))].flatMap((t) => [
        logOfProduct(alpha, ex`exp(4*${z}*${t})`),
        by.law('logExp', ex`4*${z}*${t}`),
      ]),
      ...[...Array(d).keys()].map((i) =>
        by.lemma(
          {
            ...{ p: x.at(i), q: top, A: ex`ln(${alpha})`, D: ex`ln(${y}/${top})`, W: ex`ln(${w.at(i)})`, Z: z },
            ...{ T: ex`ln(${at(top)})`, E: ex`ln(exp(4*${z}*${x.at(i)}))`, F: ex`ln(exp(4*${z}*${top}))` },
          },
          {
            from: ({ p, q, A, D, W, T, Z, E, F }) => [
              that`${p} > 0`,
              that`${q} > 0`,
              that`${T} <= ${D}`,
              that`${T} = ${A} + ${F}`,
              that`${F} = 4*${Z}*${q}`,
              that`${W} = ${A} + ${E}`,
              that`${E} = 4*${Z}*${p}`,
            ],
            shows: ({ p, q, A, D, W }) => that`${W} <= (1 - ${p}/${q})*${A} + ${p}/${q}*${D}`,
            steps: ({ p, q, A, D, W, T }) => [
              by.positive(that`${D} - ${T} >= 0`),
              by.positive(that`${p}/${q}*(${D} - ${T}) >= 0`),
              by.rewrite(that`(1 - ${p}/${q})*${A} + ${p}/${q}*${D} - ${W} = ${p}/${q}*(${D} - ${T})`),
            ],
          },
        ),
      ),
    ];
  },
});

type Two = { readonly [N in 'a' | 'b' | 'A' | 'Z' | 'S']: Expr };
/** With the weight t·Ae^{4Zt} of each t: that of the larger of a, b is at most the sum of what is known of a and that of b. */
const attained = {
  from: ({ a, b, A, Z, S }: Two) => [
    that`${a} > 0`,
    that`${b} > 0`,
    that`${A} > 0`,
    that`${a}*(${A}*exp(4*${Z}*${a})) <= ${S}`,
  ],
  shows: ({ a, b, A, Z, S }: Two) => {
    const m = ex`max(${a}, ${b})`;
    return and(that`${m} > 0`, that`${m}*(${A}*exp(4*${Z}*${m})) <= ${S} + ${b}*(${A}*exp(4*${Z}*${b}))`);
  },
  steps: ({ a, b, A, Z, S }: Two) => {
    const m = ex`max(${a}, ${b})`;
    const is = (t: Expr, size: Expr) => [
      by.root(that`abs(${a} - ${b}) = ${size}`),
      by.rewrite(that`${m} = ${t}`),
      by.rewrite(that`${m}*(${A}*exp(4*${Z}*${m})) = ${t}*(${A}*exp(4*${Z}*${t}))`),
    ];
    const cases = (s: ReturnType<typeof that>) =>
      by.cases(s, { between: [a, b], below: is(b, ex`${b} - ${a}`), above: is(a, ex`${a} - ${b}`) });
    return [
      by.positive(that`${a}*(${A}*exp(4*${Z}*${a})) > 0`),
      by.positive(that`${b}*(${A}*exp(4*${Z}*${b})) > 0`),
      cases(that`${m} > 0`),
      cases(that`${m}*(${A}*exp(4*${Z}*${m})) <= ${S} + ${b}*(${A}*exp(4*${Z}*${b}))`),
    ];
  },
};
