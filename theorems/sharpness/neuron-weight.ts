import { by, claim, type Expr, ex, oneOf, real, size, sum, that, vector } from 'counterflow';
import { mulayoff2021 } from '../_papers.ts';
import { smaller } from '../norms/path-descent.ts';

export default claim('sharpness/neuron-weight', {
  says: 'One input, K ReLU neurons, an output bias: the mean gradient over the data has ‖·‖² ≥ 1 + 2 Σ_k |w_kv_k| g(t_k), t_k the kink and g a weight from the data.',
  status: 'theorem',
  source: { ...mulayoff2021, where: 'its bound on stable minima; the formula of g is recalled' },
  notes:
    'f(x) = Σ v_kφ(w_kx + b_k) + c, loss Σ(f − y)²/(2n). At an interpolator the Hessian is the mean of ∇f∇fᵀ, so λ_max ≥ ‖mean ∇f‖² (neuron-weight-top). g = min(g⁻, g⁺), g⁻ = P²(t − μ)√(1 + μ²) with P = P(X < t), μ = E[X | X < t], g⁺ mirrored; 0 where one side has no data. All kinks are between samples j and j + 1 (j = n: beyond the last), t_k at the share τ_k of the gap; w_k > 0 on the side where neuron k is active.',
  sizes: { n: size(2, 3), j: size(1, 3), K: size(1, 2), active: oneOf('right', 'left', 'both') },
  reals: {
    first: real('[-2, 2]'),
    gaps: vector('n', '[1/4, 12]'),
    tau: vector('K', '(0, 1)'),
    w: vector('K', '(0, 4]'),
    v: vector('K', '[-100, 100]'),
  },
  where: ({ n, j, K, active, first, gaps, tau, w, v }) => {
    const after = Math.min(j, n);
    const samples = [...Array(n).keys()];
    const neurons = [...Array(K).keys()];
    const x = (i: number): Expr => ex`${first} + ${sum(i, (k) => gaps.at(k))}`;
    const kink = (k: number): Expr => ex`${x(after - 1)} + ${tau.at(k)}*${gaps.at(after - 1)}`;
    const right = (k: number): boolean => active === 'right' || (active === 'both' && k % 2 === 0);
    const on = (k: number): readonly number[] => samples.filter((i) => i >= after === right(k));
    const distance = (k: number, i: number): Expr =>
      right(k) ? ex`${x(i)} - (${kink(k)})` : ex`${kink(k)} - (${x(i)})`;
    const mean = (list: readonly number[], of: (i: number) => Expr): Expr => ex`${sum(list, of)}/${list.length}`;
    const side = (k: number, list: readonly number[]): Expr => {
      const there = list[0]! >= after;
      const far = mean(list, (i) => (there ? ex`${x(i)} - (${kink(k)})` : ex`${kink(k)} - (${x(i)})`));
      return ex`${list.length ** 2}/${n ** 2}*(${far})*sqrt(1 + (${mean(list, x)})^2)`;
    };
    const weight = (k: number): Expr =>
      after === n ? ex`0` : ex`min(${side(k, samples.slice(0, after))}, ${side(k, samples.slice(after))})`;
    // Means over the data of the slopes by v_k, w_k and b_k, up to the sign of the side.
    const slopes = (k: number): readonly Expr[] =>
      on(k).length === 0
        ? [ex`0`, ex`0`, ex`0`]
        : [
            ex`${sum(on(k), (i) => ex`${w.at(k)}*(${distance(k, i)})`)}/${n}`,
            ex`${v.at(k)}*(${sum(on(k), x)})/${n}`,
            ex`${v.at(k)}*${on(k).length}/${n}`,
          ];
    // The slopes at all samples as vectors, for each neuron by v, w and b.
    const vectors = (k: number): readonly Expr[] => {
      const over = (of: (i: number) => Expr): Expr => sum(on(k), (i) => ex`${of(i)}*${ex`diag(ones(${n}))`.row(i)}`);
      return on(k).length === 0
        ? []
        : [over((i) => ex`${w.at(k)}*(${distance(k, i)})`), over((i) => ex`${v.at(k)}*(${x(i)})`), over(() => v.at(k))];
    };
    const gram = (list: readonly Expr[]): Expr =>
      ex`(zeros(${n})*zeros(${n})' + ${sum(list, (e) => ex`(${e})*(${e})'`)})/${n}`;
    return {
      after,
      neurons,
      x,
      kink,
      on,
      distance,
      mean,
      side,
      weight,
      slopes,
      hessian: (bias: boolean) => gram([...(bias ? [ex`ones(${n})`] : []), ...neurons.flatMap(vectors)]),
      square: ex`1 + ${sum(neurons, (k) => sum(slopes(k), (e) => ex`(${e})^2`))}`,
      bound: ex`1 + 2*${sum(neurons, (k) => ex`${w.at(k)}*abs(${v.at(k)})*${weight(k)}`)}`,
    };
  },
  conclude: ({ square, bound }) => that`${bound} <= ${square}`,
  derivation: ({ n, after, neurons, w, v, x, on, distance, mean, side, weight, slopes }) => [
    ...neurons.flatMap((k) => {
      const here = on(k);
      const [a, b, c] = slopes(k) as [Expr, Expr, Expr];
      const total = ex`(${a})^2 + (${b})^2 + (${c})^2`;
      if (after === n) return [by.positive(that`${total} >= 0`)];
      const others = [...Array(n).keys()].filter((i) => !here.includes(i));
      const [first, second] = here[0]! < others[0]! ? [here, others] : [others, here];
      const P = ex`${here.length}/${n}`;
      return [
        smaller(side(k, first), side(k, second)),
        by.lemma(
          {
            w: w.at(k),
            v: v.at(k),
            E: mean(here, (i) => distance(k, i)),
            m: mean(here, x),
            g: weight(k),
            G: side(k, here),
            T: total,
          },
          {
            from: ({ w, v, E, m, g, G, T }) => [
              that`${w} > 0`,
              that`${g} <= ${G}`,
              that`${G} = ${here.length ** 2}/${n ** 2}*${E}*sqrt(1 + ${m}^2)`,
              that`${T} = (${P}*${w}*${E})^2 + (${P}*${v}*${m})^2 + (${P}*${v})^2`,
            ],
            shows: ({ w, v, g, T }) => that`2*${w}*abs(${v})*${g} <= ${T}`,
            steps: ({ w, v, E, m, g, G, T }) => {
              const rest = ex`(${P}*${w}*${E} - ${P}*abs(${v})*sqrt(1 + ${m}^2))^2`;
              return [
                by.positive(that`1 + ${m}^2 > 0`),
                by.ring(that`abs(${v})^2 = ${v}^2`),
                by.ring(that`sqrt(1 + ${m}^2)^2 = 1 + ${m}^2`),
                by.positive(that`2*${w}*abs(${v})*(${G} - ${g}) >= 0`),
                by.positive(that`${rest} >= 0`),
                by.rewrite(that`${T} - 2*${w}*abs(${v})*${G} = ${rest}`),
              ];
            },
          },
        ),
      ];
    }),
  ],
});
