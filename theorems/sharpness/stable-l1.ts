import { by, claim, type Expr, ex, matrix, real, size, that, vector } from 'counterflow';

export default claim('sharpness/stable-l1', {
  says: 'An interpolator w = u∘v with sharpness S ≤ 2/η has Σ c_i|w_i| ≤ n/η, c = diag(XᵀX)/n.',
  status: 'theorem',
  notes: 'Loss ‖Xw − y‖²/(2n). S is the largest eigenvalue of X diag(u² + v²) Xᵀ/n, written out for n ≤ 2.',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
    eta: real('(0, 2]'),
  },
  where: ({ n, X, u, v }) => {
    const K = ex`${X}*diag(${u}^2 + ${v}^2)*${X}'/${n}`;
    return {
      K,
      S: n === 1 ? ex`trace(${K})` : ex`(trace(${K}) + sqrt(trace(${K})^2 - 4*det(${K})))/2`,
      c: ex`diag(${X}'*${X})/${n}`,
    };
  },
  assume: ({ eta, S }) => that`${eta}*${S} <= 2`,
  conclude: ({ n, u, v, eta, c }) => that`sum(${c}*abs(${u}*${v})) <= ${n}/${eta}`,
  derivation: ({ n, d, u, v, eta, c, S, K }) => [
    // The trace is at most n times the largest eigenvalue.
    ...(n === 1 ? [] : [by.positive(that`sqrt(trace(${K})^2 - 4*det(${K})) >= 0`)]),
    by.positive(that`trace(${K}) <= ${n}*${S}`),
    by.positive(that`${eta}*trace(${K}) <= 2*${n}`),
    by.lemma(
      { c, u, v, h: eta, T: ex`trace(${K})` },
      {
        from: ({ c, u, v, h, T }) => [
          that`${c} >= 0`,
          that`${h} > 0`,
          that`${h}*${T} <= 2*${n}`,
          that`${T} = sum(${c}*(${u}^2 + ${v}^2))`,
        ],
        shows: ({ c, u, v, h }) => that`sum(${c}*abs(${u}*${v})) <= ${n}/${h}`,
        steps: ({ c, u, v, h }) => [
          ...[...Array(d).keys()].flatMap((i) => [
            productBelow(u.at(i), v.at(i)),
            by.positive(that`${c.at(i)}*(${u.at(i)}^2 + ${v.at(i)}^2 - 2*abs(${u.at(i)}*${v.at(i)})) >= 0`),
          ]),
          by.positive(that`2*sum(${c}*abs(${u}*${v})) <= sum(${c}*(${u}^2 + ${v}^2))`),
          by.lemma(
            { a: ex`sum(${c}*abs(${u}*${v}))`, b: ex`sum(${c}*(${u}^2 + ${v}^2))`, h },
            {
              from: ({ a, b, h }) => [that`2*${a} <= ${b}`, that`${h} > 0`, that`${h}*${b} <= 2*${n}`],
              shows: ({ a, h }) => that`${a} <= ${n}/${h}`,
            },
          ),
        ],
      },
    ),
  ],
});

/** 2|uv| ≤ u² + v². */
export const productBelow = (u: Expr, v: Expr) =>
  by.lemma(
    { u, v },
    {
      shows: ({ u, v }) => that`2*abs(${u}*${v}) <= ${u}^2 + ${v}^2`,
      steps: ({ u, v }) =>
        by.cases(that`2*abs(${u}*${v}) <= ${u}^2 + ${v}^2`, {
          between: [ex`${u}*${v}`, 0],
          below: [by.root(that`abs(${u}*${v}) = -(${u}*${v})`), by.positive(that`(${u} + ${v})^2 >= 0`)],
          above: [by.root(that`abs(${u}*${v}) = ${u}*${v}`), by.positive(that`(${u} - ${v})^2 >= 0`)],
        }),
    },
  );
