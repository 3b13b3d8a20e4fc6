import { by, claim, type Expr, ex, flow, matrix, product, real, size, squared, that, vector } from 'counterflow';
import { chou2021 } from '../_papers.ts';

export default claim('flow/positive-product', {
  says: 'Gradient flow on x = w₁∘…∘w_L with all layers at α > 0: ẋ = −L x^{2−2/L}·∇, and the closed form in ∫∇.',
  status: 'theorem',
  source: chou2021,
  notes: 'Loss ½‖Ax − y‖², G = ∫Aᵀ(Ax − y). L = 2: x = x₀e^{−2G}; L ≥ 3: x = (x₀^{−(1−2/L)} + (L−2)G)^{−L/(L−2)}.',
  sizes: { L: size(2, 4), n: size(1, 2), d: size(1, 2) },
  reals: { A: matrix('n', 'd', '[-1, 1]'), y: vector('n', '[-1, 1]'), alpha: real('[1/4, 1]') },
  where: ({ L, d, A, y, alpha }) => {
    const run = flow({
      start: { W: ex`${alpha}*ones(${L}, ${d})` },
      observe: ({ W }) => {
        const x = product(L, (l) => W.row(l));
        return { x, g: ex`${A}'*(${A}*${x} - ${y})` };
      },
      integrals: ({ g }) => ({ G: g }),
      loss: ({ x }) => squared('1/2', A, y)(x),
    });
    return { run, x0: run.at(0).x };
  },
  conclude: ({ run, L, x0 }) => [
    that`${run.at(0).rate.x} = -${L}*${x0}^(2 - 2/${L})*${run.at(0).g}`,
    run.always(({ x, G }) =>
      L === 2
        ? that`${x} = ${x0}*exp(-2*${G})`
        : that`${x} = (${x0}^(-(1 - 2/${L})) + (${L} - 2)*${G})^(-${L}/(${L} - 2))`,
    ),
  ],
  derivation: ({ run, L, d, alpha, x0 }) => {
    const a = ex`${alpha}*ones(${d})`;
    const others = [...Array(L - 1).keys()].map((l) => l + 1);
    const between = (W: Expr, l: number) =>
      product(
        others.filter((k) => k !== l),
        (k) => W.row(k),
      );
    // Layers that start equal stay equal: the rate of a difference is a multiple of it.
    const equal = others.flatMap((l) => [
      ...[1, -1].map((σ) =>
        by.staysPositive(run, ({ W }) => ex`${σ}*(${W.row(0)} - ${W.row(l)})`, {
          factor: ({ W, g }) => (L === 2 ? g : ex`${g}*${between(W, l)}`),
        }),
      ),
      by.along(
        run,
        ({ W }) => that`${W.row(l)} = ${W.row(0)}`,
        ({ W }) => by.lemma({ x: W.row(0), y: W.row(l) }, { entries: true, ...antisymmetry }),
      ),
    ]);
    if (L === 2)
      return [
        by.law('expZero'),
        ...equal,
        by.constant(run, ({ W, G }) => ex`${W.row(0)}*exp(${G})`),
        by.along(
          run,
          ({ x, G }) => that`${x} = ${x0}*exp(-2*${G})`,
          ({ W, x, G }) => by.lemma({ x, w: W.row(0), v: W.row(1), a, s: x0, G }, shrinks),
        ),
      ];
    const root = L === 3 ? ex`${x0}^(1/3)` : ex`sqrt(${x0})`;
    return [
      by.root(that`${root} = ${a}^(${L} - 2)`),
      by.ring(that`${x0}^(-(1 - 2/${L})) = 1/${root}`),
      by.rewrite(that`${x0}^(-(1 - 2/${L})) = 1/${a}^(${L} - 2)`),
      ...equal,
      by.staysPositive(run, ({ W }) => W.row(0), { factor: ({ W, g }) => ex`-${g}*${W.row(0)}^(${L} - 2)` }),
      by.constant(run, ({ W, G }) => ex`1/${W.row(0)}^(${L} - 2) - (${L} - 2)*${G}`),
      by.along(
        run,
        ({ x, G }) => that`${x} = (${x0}^(-(1 - 2/${L})) + (${L} - 2)*${G})^(-${L}/(${L} - 2))`,
        ({ W, x, G }) =>
          by.lemma(
            { x, w: W.row(0), a, k: ex`${x0}^(-(1 - 2/${L}))`, G },
            {
              entries: true,
              from: ({ x, w, a, k, G }) => [
                that`${w} > 0`,
                that`${a} > 0`,
                that`${x} = ${w}^${L}`,
                that`${k} = 1/${a}^(${L} - 2)`,
                that`1/${w}^(${L} - 2) - (${L} - 2)*${G} = 1/${a}^(${L} - 2)`,
              ],
              shows: ({ x, k, G }) => that`${x} = (${k} + (${L} - 2)*${G})^(-${L}/(${L} - 2))`,
              steps: ({ w, k, G }) => [
                by.positive(that`1/${w}^(${L} - 2) > 0`),
                by.rewrite(that`${k} + (${L} - 2)*${G} = 1/${w}^(${L} - 2)`),
                by.positive(that`${k} + (${L} - 2)*${G} > 0`),
                by.rewrite(that`(${k} + (${L} - 2)*${G})^(-${L}/(${L} - 2)) = (1/${w}^(${L} - 2))^(-${L}/(${L} - 2))`),
              ],
            },
          ),
      ),
    ];
  },
});

type Pair = { readonly x: Expr; readonly y: Expr };
const antisymmetry = {
  from: ({ x, y }: Pair) => [that`1*(${x} - ${y}) >= 0`, that`-1*(${x} - ${y}) >= 0`],
  shows: ({ x, y }: Pair) => that`${y} = ${x}`,
  steps: ({ x, y }: Pair) => [by.positive(that`${x} >= ${y}`), by.positive(that`${y} >= ${x}`)],
};

type Point = { readonly [N in 'x' | 'w' | 'v' | 'a' | 's' | 'G']: Expr };
const shrinks = {
  entries: true,
  from: ({ x, w, v, a, s, G }: Point) => [
    that`${v} = ${w}`,
    that`${x} = ${w}*${v}`,
    that`${s} = ${a}^2`,
    that`${w}*exp(${G}) = ${a}`,
  ],
  shows: ({ x, s, G }: Point) => that`${x} = ${s}*exp(-2*${G})`,
  steps: ({ w, a, G }: Point) => [
    by.law('expNeg', G),
    by.law('expAdd', ex`-${G}`, ex`-${G}`),
    by.rewrite(that`${w} = ${a}*exp(-${G})`),
  ],
};
