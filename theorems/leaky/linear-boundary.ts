import { by, claim, type Expr, ex, real, size, that, vector } from 'counterflow';
import { frei2022 } from '../_papers.ts';

export default claim('leaky/linear-boundary', {
  says: 'If all plus neurons agree (v) and all minus neurons agree (u), a leaky ReLU network has the linear boundary of m₁v − m₂u.',
  status: 'theorem',
  source: { ...frei2022, where: 'its linear decision boundary' },
  notes:
    'f(x) ∝ m₁φ(v·x) − m₂φ(u·x), φ(s) = max(γs, s), 0 < γ ≤ 1: f(x) and (m₁v − m₂u)·x have the same sign at every x.',
  sizes: { d: size(1, 3) },
  reals: {
    v: vector('d', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    x: vector('d', '[-2, 2]'),
    m1: real('(0, 4]'),
    m2: real('(0, 4]'),
    gamma: real('(0, 1]'),
  },
  where: ({ v, u, x, m1, m2, gamma }) => {
    const phi = (s: Expr) => ex`max(${gamma}*${s}, ${s})`;
    return {
      f: ex`${m1}*${phi}(sum(${v}*${x})) - ${m2}*${phi}(sum(${u}*${x}))`,
      z: ex`sum((${m1}*${v} - ${m2}*${u})*${x})`,
    };
  },
  assume: ({ z }) => that`${z} != 0`,
  conclude: ({ f, z }) => that`${f}*${z} > 0`,
  derivation: ({ v, u, x, m1, m2, gamma, z }) => {
    const [a, b] = [ex`sum(${v}*${x})`, ex`sum(${u}*${x})`];
    const phi = (g: Expr, s: Expr) => ex`max(${g}*${s}, ${s})`;
    // (f − γz)z ≥ 0 in each of the four cases, so fz ≥ γz² > 0.
    return [
      by.ring(that`${z} = ${m1}*${a} - ${m2}*${b}`),
      by.lemma(
        { a, b, p: m1, q: m2, g: gamma, z },
        {
          from: ({ a, b, p, q, g, z }) => [
            that`${p} > 0`,
            that`${q} > 0`,
            that`0 < ${g} <= 1`,
            that`${z} = ${p}*${a} - ${q}*${b}`,
            that`${z} != 0`,
          ],
          shows: ({ a, b, p, q, g, z }) => that`(${p}*${phi(g, a)} - ${q}*${phi(g, b)})*${z} > 0`,
          steps: ({ a, b, p, q, g, z }) => {
            const side = (s: Expr) => ({
              below: [
                by.positive(that`(1 - ${g})*(-${s}) >= 0`),
                by.root(that`abs(${g}*${s} - ${s}) = ${g}*${s} - ${s}`),
                by.rewrite(that`${phi(g, s)} = ${g}*${s}`),
              ],
              above: [
                by.positive(that`(1 - ${g})*${s} >= 0`),
                by.root(that`abs(${g}*${s} - ${s}) = ${s} - ${g}*${s}`),
                by.rewrite(that`${phi(g, s)} = ${s}`),
              ],
            });
            const excess = that`(${p}*(${phi(g, a)} - ${g}*${a}) - ${q}*(${phi(g, b)} - ${g}*${b}))*(${p}*${a} - ${q}*${b}) >= 0`;
            const inCases = (onA: 'below' | 'above') =>
              by.cases(excess, {
                between: [b, 0],
                below: [...side(b).below, corner(onA, 'below', { a, b, p, q, g, A: phi(g, a), B: phi(g, b) })],
                above: [...side(b).above, corner(onA, 'above', { a, b, p, q, g, A: phi(g, a), B: phi(g, b) })],
              });
            return [
              by.cases(excess, {
                between: [a, 0],
                below: [...side(a).below, inCases('below')],
                above: [...side(a).above, inCases('above')],
              }),
              by.positive(that`${g}*${z}^2 > 0`),
              by.rewrite(
                that`(${p}*${phi(g, a)} - ${q}*${phi(g, b)})*${z} = (${p}*(${phi(g, a)} - ${g}*${a}) - ${q}*(${phi(g, b)} - ${g}*${b}))*(${p}*${a} - ${q}*${b}) + ${g}*${z}^2`,
              ),
            ];
          },
        },
      ),
    ];
  },
});

type Where = 'below' | 'above';
/** The sign in one of the four cases, where A = φ(a) and B = φ(b) are linear. */
const corner = (onA: Where, onB: Where, put: { readonly [N in 'a' | 'b' | 'p' | 'q' | 'g' | 'A' | 'B']: Expr }) =>
  by.lemma(put, {
    from: ({ a, b, p, q, g, A, B }) => [
      that`${p} > 0`,
      that`${q} > 0`,
      that`1 - ${g} >= 0`,
      ...(onA === 'above' ? [that`${a} >= 0`, that`${A} = ${a}`] : [that`-${a} >= 0`, that`${A} = ${g}*${a}`]),
      ...(onB === 'above' ? [that`${b} >= 0`, that`${B} = ${b}`] : [that`-${b} >= 0`, that`${B} = ${g}*${b}`]),
    ],
    shows: ({ a, b, p, q, g, A, B }) =>
      that`(${p}*(${A} - ${g}*${a}) - ${q}*(${B} - ${g}*${b}))*(${p}*${a} - ${q}*${b}) >= 0`,
    steps: ({ a, b, p, q, g, A, B }) => {
      const excess =
        onA === onB
          ? onA === 'above'
            ? ex`(1 - ${g})*(${p}*${a} - ${q}*${b})^2`
            : ex`0`
          : onA === 'above'
            ? ex`(1 - ${g})*${p}*${a}*(${p}*${a} + ${q}*(-${b}))`
            : ex`(1 - ${g})*${q}*${b}*(${q}*${b} + ${p}*(-${a}))`;
      return [
        by.positive(that`${excess} >= 0`),
        by.rewrite(that`(${p}*(${A} - ${g}*${a}) - ${q}*(${B} - ${g}*${b}))*(${p}*${a} - ${q}*${b}) = ${excess}`),
      ];
    },
  });
