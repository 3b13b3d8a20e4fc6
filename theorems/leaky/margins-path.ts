import { and, by, claim, type Expr, ex, flow, matrix, orthogonalRows, real, size, that } from 'counterflow';
import { kou2023 } from '../_papers.ts';

export default claim('leaky/margins-path', {
  says: 'Leaky ReLU, orthogonal samples, matching signs: e^{m_i} grows with the constant rate c_i‖x_i‖², c = (m₁ + γ²m₂)/m or (m₂ + γ²m₁)/m, and the signs keep matching.',
  status: 'theorem',
  source: { ...kou2023, where: 'its equal normalised margins; here along the flow and exact' },
  notes:
    'f(x) = (1/√m) Σ ±φ(w_j·x), φ(s) = max(γs, s), exponential loss, a sum. Two samples, labels +1 and −1; plus neurons (rows of V) are positive on the first and negative on the second, minus neurons (rows of U) the other way round, so each φ is linear. The rate at an arbitrary state; so m_i(t) = ln(e^{m_i(0)} + c_i‖x_i‖²t), as in margins-merge.',
  sizes: { m1: size(1, 2), m2: size(1, 2) },
  reals: {
    X: orthogonalRows(2, 3, '[1/2, 2]'),
    V: matrix('m1', 3, '[-2, 2]'),
    U: matrix('m2', 3, '[-2, 2]'),
    gamma: real('(0, 1]'),
  },
  where: ({ m1, m2, X, V, U, gamma }) => {
    const m = m1 + m2;
    const [x1, x2] = [X.row(0), X.row(1)];
    const total = (W: Expr, x: Expr) => ex`sum(${W}*${x})`;
    const start = flow({
      start: { v: V, u: U },
      observe: ({ v, u }) => ({
        e1: ex`exp((${total(v, x1)} - ${gamma}*${total(u, x1)})/sqrt(${m}))`,
        e2: ex`exp(-(${gamma}*${total(v, x2)} - ${total(u, x2)})/sqrt(${m}))`,
        on1: ex`${v}*${x1}`,
        on2: ex`${v}*${x2}`,
        off1: ex`${u}*${x1}`,
        off2: ex`${u}*${x2}`,
      }),
      loss: ({ e1, e2 }) => ex`1/${e1} + 1/${e2}`,
    }).at(0);
    return {
      start,
      first: ex`(${m1} + ${gamma}^2*${m2})/${m}*sum(${x1}^2)`,
      second: ex`(${m2} + ${gamma}^2*${m1})/${m}*sum(${x2}^2)`,
      plain1: ex`sum(${x1}^2)`,
    };
  },
  conclude: ({ start, first, second }) => [
    that`${start.rate.e1} = ${first}`,
    that`${start.rate.e2} = ${second}`,
    and(
      that`${start.rate.on1} > 0`,
      that`${start.rate.on2} < 0`,
      that`${start.rate.off1} < 0`,
      that`${start.rate.off2} > 0`,
    ),
  ],
  // What is orthogonal drops out of each speed.
  derivation: ({ m1, m2, X, gamma, start }) => {
    const root = ex`sqrt(${m1 + m2})`;
    const speed = (x: Expr, slope: Expr, e: Expr, n: number): Expr =>
      ex`${slope}*sum(${x}^2)/(${root}*${e})*ones(${n})`;
    const [x1, x2] = [X.row(0), X.row(1)];
    const speeds = [
      [start.rate.on1, speed(x1, ex`1`, start.e1, m1)],
      [ex`-${start.rate.on2}`, speed(x2, gamma, start.e2, m1)],
      [ex`-${start.rate.off1}`, speed(x1, gamma, start.e1, m2)],
      [start.rate.off2, speed(x2, ex`1`, start.e2, m2)],
    ] as const;
    return [
      by.positive(that`sum(${x1}^2) > 0`),
      by.positive(that`sum(${x2}^2) > 0`),
      by.positive(that`${root} > 0`),
      ...speeds.flatMap(([rate, value]) => [by.positive(that`${value} > 0`), by.rewrite(that`${rate} = ${value}`)]),
    ];
  },
});
