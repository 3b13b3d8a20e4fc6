import { by, claim, type Expr, ex, matrix, real, size, sum, that, vector } from 'counterflow';
import { chizat2020 } from '../_papers.ts';
import { leastOf } from '../_steps.ts';
import { smaller } from '../norms/path-descent.ts';
import { larger } from '../sharpness/norm-minimizer.ts';

export default claim('margin/relu-duality', {
  says: 'A ReLU network f = Σ c_kφ(w_k·x): weights p bound its margin by Σ|c_k|‖w_k‖ times the largest |Σ p_iy_iφ(θ·x_i)| over its directions.',
  status: 'theorem',
  source: { ...chizat2020, where: 'its variation-norm margin; a certificate for networks of finite width' },
  notes: 'Two samples of the plane labelled +1 and −1, K neurons with w_k ≠ 0, directions θ_k = w_k/‖w_k‖.',
  sizes: { K: size(1, 2) },
  reals: {
    X: matrix(2, 2, '[-2, 2]'),
    W: matrix('K', 2, '[-2, 2]'),
    c: vector('K', '[-2, 2]'),
    p: real('[0, 1]'),
  },
  where: ({ K, X, W, c, p }) => {
    const phi = (s: Expr) => ex`max(${s}, 0)`;
    const f = (x: Expr) => sum(K, (k) => ex`${c.at(k)}*${phi(ex`sum(${W.row(k)}*${x})`)}`);
    const g = (w: Expr) =>
      ex`abs(${p}*${phi(ex`sum(${w}*${X.row(0)})`)} - (1 - ${p})*${phi(ex`sum(${w}*${X.row(1)})`)})`;
    const own = Array.from({ length: K }, (_, k) => ex`${g(W.row(k))}/norm(${W.row(k)})`);
    return {
      h: (k: number) =>
        ex`${p}*${phi(ex`sum(${W.row(k)}*${X.row(0)})`)} - (1 - ${p})*${phi(ex`sum(${W.row(k)}*${X.row(1)})`)}`,
      own,
      first: f(X.row(0)),
      second: f(X.row(1)),
      margin: ex`min(${f(X.row(0))}, -${f(X.row(1))})`,
      size: sum(K, (k) => ex`abs(${c.at(k)})*norm(${W.row(k)})`),
      dual: own.reduce((a, b) => ex`max(${a}, ${b})`),
      data: ex`max(${g(X.row(0))}/norm(${X.row(0)}), ${g(X.row(1))}/norm(${X.row(1)}))`,
    };
  },
  assume: ({ W, X }) => [that`min(diag(${W}*${W}')) > 0`, that`min(diag(${X}*${X}')) > 0`],
  conclude: ({ margin, size, dual }) => that`${margin} <= ${size}*${dual}`,
  derivation: ({ K, W, c, p, h, own, first, second, margin, size, dual }) => {
    const neurons = [...Array(K).keys()];
    const n = (k: number) => ex`norm(${W.row(k)})`;
    return [
      by.lemma(
        { a: first, b: ex`-${second}`, p },
        {
          from: ({ p }) => that`0 <= ${p} <= 1`,
          shows: ({ a, b, p }) => that`min(${a}, ${b}) <= ${p}*${a} + (1 - ${p})*${b}`,
          steps: ({ a, b, p }) => [
            smaller(a, b),
            by.positive(that`${p}*(${a} - min(${a}, ${b})) >= 0`),
            by.positive(that`(1 - ${p})*(${b} - min(${a}, ${b})) >= 0`),
          ],
        },
      ),
      by.ring(that`${p}*${first} + (1 - ${p})*(-${second}) = ${sum(K, (k) => ex`${c.at(k)}*(${h(k)})`)}`),
      leastOf(ex`diag(${W}*${W}')`, K),
      ...neurons.flatMap((k) => [by.positive(that`sum(${W.row(k)}^2) > 0`), by.positive(that`${n(k)} > 0`)]),
      ...(K === 2 ? [larger(own[0]!, own[1]!)] : []),
      ...neurons.map((k) =>
        by.lemma(
          { c: c.at(k), h: h(k), n: n(k), D: dual },
          {
            from: ({ h, n, D }) => [that`${n} > 0`, that`abs(${h})/${n} <= ${D}`],
            shows: ({ c, h, n, D }) => that`${c}*${h} <= abs(${c})*${n}*${D}`,
            steps: ({ c, h, n, D }) => [
              by.positive(that`abs(${c})*${n}*(${D} - abs(${h})/${n}) >= 0`),
              by.ring(that`(abs(${c})*abs(${h}))^2 = (${c}*${h})^2`),
              by.lemma(
                { q: ex`${c}*${h}`, r: ex`abs(${c})*abs(${h})` },
                {
                  from: ({ q, r }) => [that`${r} >= 0`, that`${r}^2 = ${q}^2`],
                  shows: ({ q, r }) => that`${q} <= ${r}`,
                  steps: ({ q, r }) => by.contradiction(that`${q} <= ${r}`),
                },
              ),
            ],
          },
        ),
      ),
      by.lemma(
        {
          ...{ m: margin, s: ex`${p}*${first} + (1 - ${p})*(-${second})`, S: size, D: dual },
          ...Object.fromEntries(neurons.map((k) => [`q${k}`, ex`${c.at(k)}*(${h(k)})`])),
          ...Object.fromEntries(neurons.map((k) => [`z${k}`, ex`abs(${c.at(k)})*${n(k)}`])),
        },
        {
          from: (all: Named) => [
            that`${all.m} <= ${all.s}`,
            that`${all.s} = ${sum(K, (k) => all[`q${k}`]!)}`,
            that`${all.S} = ${sum(K, (k) => all[`z${k}`]!)}`,
            ...neurons.map((k) => that`${all[`q${k}`]!} <= ${all[`z${k}`]!}*${all.D}`),
          ],
          shows: ({ m, S, D }) => that`${m} <= ${S}*${D}`,
          steps: (all: Named) => by.rewrite(that`${all.S}*${all.D} = ${sum(K, (k) => ex`${all[`z${k}`]!}*${all.D}`)}`),
        },
      ),
    ];
  },
});

type Named = { readonly [name: `q${number}` | `z${number}`]: Expr } & { readonly [K in 'm' | 's' | 'S' | 'D']: Expr };
