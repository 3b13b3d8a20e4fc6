import { and, by, claim, descent, type Expr, ex, integer, matrix, real, size, that, vector } from 'counterflow';
import { even2023 } from '../_papers.ts';
import { apart } from './discrete-hyperbolic.ts';

export default claim('bias/effective-initialization', {
  says: 'SGD with any batches and any step sizes follows the mirror map of a shrinking effective initialization, exactly.',
  status: 'theorem',
  source: even2023,
  notes: 'w = u∘v from u = √2·α, v = 0; each batch is a 0/1 vector b and the loss ½ Σ b·(Xw − y)².',
  sizes: { n: size(1, 3), d: size(1, 4) },
  reals: { X: matrix('n', 'd', '[-2, 2]'), y: vector('n', '[-2, 2]'), alpha: vector('d', '(0, 1]') },
  inputs: { b: vector('n', integer(0, 1)), gamma: real('(0, 1/2]') },
  where: ({ d, X, y, alpha, b, gamma }) => ({
    run: descent({
      start: { u: ex`sqrt(2)*${alpha}`, v: ex`zeros(${d})` },
      observe: ({ u, v }) => {
        const w = ex`${u}*${v}`;
        return { w, x: ex`${gamma}*(${X}'*(${b}*(${X}*${w} - ${y})))` };
      },
      sums: ({ x }) => ({
        G: x,
        Q: ex`-ln((1 - ${x}^2)^2)/2`,
        plus: ex`-2*${x} - ln((1 - ${x})^2)`,
        minus: ex`2*${x} - ln((1 + ${x})^2)`,
      }),
      loss: ({ w }) => ex`sum(${b}*(${X}*${w} - ${y})^2)/2`,
      eta: gamma,
    }),
  }),
  assume: ({ run }) => run.always(({ x }) => that`${x}^2 != 1`),
  conclude: ({ run, alpha }) =>
    run.always(({ u, v, w, G, Q, plus, minus }) => {
      const a2 = ex`${alpha}^2*exp(-${Q})`;
      const start = ex`${alpha}^2*(exp(-${plus}) - exp(-${minus}))/2`;
      return and(that`abs(${u}^2 - ${v}^2) = 2*${a2}`, that`asinh(${w}/${a2})/2 - asinh(${start}/${a2})/2 = -${G}`);
    }),
  derivation: ({ run, alpha }) => [
    by.law('expZero'),
    by.induction(run, {
      keeps: ({ u, v, G, Q, plus, minus }) =>
        and(
          that`(${u} + ${v})^2 = 2*${alpha}^2*exp(-2*${G} - ${plus})`,
          that`(${u} - ${v})^2 = 2*${alpha}^2*exp(2*${G} - ${minus})`,
          that`2*${Q} = ${plus} + ${minus}`,
        ),
      step: ({ u, v, x, G, Q, plus, minus, next }) => [
        apart(x),
        by.lemma({ x }, logs),
        by.ring(that`${next.u} + ${next.v} = (1 - ${x})*(${u} + ${v})`),
        by.ring(that`${next.u} - ${next.v} = (1 + ${x})*(${u} - ${v})`),
        by.lemma({ p: ex`${u} + ${v}`, q: ex`${next.u} + ${next.v}`, x, a: alpha, G, S: plus }, factor(1)),
        by.lemma({ p: ex`${u} - ${v}`, q: ex`${next.u} - ${next.v}`, x, a: alpha, G, S: minus }, factor(-1)),
        by.lemma(
          {
            ...{ x, Q, R: plus, S: minus },
            ...{ L: ex`ln((1 - ${x}^2)^2)`, M: ex`ln((1 - ${x})^2)`, N: ex`ln((1 + ${x})^2)` },
          },
          {
            entries: true,
            from: ({ Q, R, S, L, M, N }) => [that`2*${Q} = ${R} + ${S}`, that`${L} = ${M} + ${N}`],
            shows: ({ x, Q, R, S, L, M, N }) =>
              that`2*(${Q} + -${L}/2) = ${R} + (-2*${x} - ${M}) + (${S} + (2*${x} - ${N}))`,
          },
        ),
      ],
    }),
    by.always(run, ({ u, v, w, G, Q, plus, minus }) =>
      by.lemma({ u, v, w, a: alpha, G, Q, R: plus, S: minus }, closed),
    ),
  ],
});

/** ln((1 − x²)²) = ln((1 − x)²) + ln((1 + x)²). */
const logs = {
  entries: true,
  from: ({ x }: { x: Expr }) => [that`1 - ${x} != 0`, that`1 + ${x} != 0`, that`1 - ${x}^2 != 0`],
  shows: ({ x }: { x: Expr }) => that`ln((1 - ${x}^2)^2) = ln((1 - ${x})^2) + ln((1 + ${x})^2)`,
  steps: ({ x }: { x: Expr }) => [
    by.law('expLog', ex`(1 - ${x})^2`),
    by.law('expLog', ex`(1 + ${x})^2`),
    by.law('expAdd', ex`ln((1 - ${x})^2)`, ex`ln((1 + ${x})^2)`),
    by.rewrite(that`exp(ln((1 - ${x})^2) + ln((1 + ${x})^2)) = (1 - ${x}^2)^2`),
    by.law('logExp', ex`ln((1 - ${x})^2) + ln((1 + ${x})^2)`),
    by.rewrite(that`ln((1 - ${x}^2)^2) = ln((1 - ${x})^2) + ln((1 + ${x})^2)`),
  ],
};

type Step = { readonly [N in 'p' | 'q' | 'x' | 'a' | 'G' | 'S']: Expr };
/** p⁺ = (1 − σx)p, and e^{−2σx + 2σx + ln((1 − σx)²)} = (1 − σx)². */
const factor = (σ: 1 | -1) => ({
  entries: true,
  from: ({ p, q, x, a, G, S }: Step) => [
    that`${one(σ, x)} != 0`,
    that`${q} = (${one(σ, x)})*${p}`,
    that`${p}^2 = 2*${a}^2*exp(${-2 * σ}*${G} - ${S})`,
  ],
  shows: ({ q, x, a, G, S }: Step) =>
    that`${q}^2 = 2*${a}^2*exp(${-2 * σ}*(${G} + ${x}) - (${S} + (${-2 * σ}*${x} - ln((${one(σ, x)})^2))))`,
  steps: ({ x, G, S }: Step) => [
    by.law('expLog', ex`(${one(σ, x)})^2`),
    by.law('expAdd', ex`${-2 * σ}*${G} - ${S}`, ex`ln((${one(σ, x)})^2)`),
    by.ring(
      that`exp(${-2 * σ}*(${G} + ${x}) - (${S} + (${-2 * σ}*${x} - ln((${one(σ, x)})^2)))) = exp(${-2 * σ}*${G} - ${S} + ln((${one(σ, x)})^2))`,
    ),
  ],
});
const one = (σ: 1 | -1, x: Expr) => (σ > 0 ? ex`1 - ${x}` : ex`1 + ${x}`);

type Point = { readonly [N in 'u' | 'v' | 'w' | 'a' | 'G' | 'Q' | 'R' | 'S']: Expr };
/** With D = (R − S)/2: w/(a²e^{−Q}) = sinh(−2G − D), and the shifted start is sinh(−D). */
const closed = {
  entries: true,
  from: ({ u, v, w, a, G, Q, R, S }: Point) => [
    that`${a} > 0`,
    that`${w} = ${u}*${v}`,
    that`(${u} + ${v})^2 = 2*${a}^2*exp(-2*${G} - ${R})`,
    that`(${u} - ${v})^2 = 2*${a}^2*exp(2*${G} - ${S})`,
    that`2*${Q} = ${R} + ${S}`,
  ],
  shows: ({ u, v, w, a, G, Q, R, S }: Point) =>
    and(
      that`abs(${u}^2 - ${v}^2) = 2*(${a}^2*exp(-${Q}))`,
      that`asinh(${w}/(${a}^2*exp(-${Q})))/2 - asinh(${a}^2*(exp(-${R}) - exp(-${S}))/2/(${a}^2*exp(-${Q})))/2 = -${G}`,
    ),
  steps: ({ u, v, w, a, G, Q, R, S }: Point) => [
    by.law('expAdd', ex`-2*${G} - ${R}`, ex`2*${G} - ${S}`),
    by.law('expAdd', ex`-${Q}`, ex`-${Q}`),
    by.rewrite(that`-2*${G} - ${R} + (2*${G} - ${S}) = -${Q} + -${Q}`),
    by.rewrite(that`exp(-2*${G} - ${R})*exp(2*${G} - ${S}) = exp(-${Q})^2`),
    by.rewrite(that`(2*(${a}^2*exp(-${Q})))^2 = (${u}^2 - ${v}^2)^2`),
    by.root(that`abs(${u}^2 - ${v}^2) = 2*(${a}^2*exp(-${Q}))`),
    mirror({ G, Q, R, S }),
    mirror({ G: ex`0`, Q, R, S }),
    by.rewrite(that`${w}/(${a}^2*exp(-${Q})) = (exp(-2*${G} - ${R}) - exp(2*${G} - ${S}))/(2*exp(-${Q}))`),
    by.ring(
      that`${a}^2*(exp(-${R}) - exp(-${S}))/2/(${a}^2*exp(-${Q})) = (exp(-2*0 - ${R}) - exp(2*0 - ${S}))/(2*exp(-${Q}))`,
    ),
    by.rewrite(that`asinh(${w}/(${a}^2*exp(-${Q}))) = -2*${G} - (${R} - ${S})/2`),
    by.rewrite(that`asinh(${a}^2*(exp(-${R}) - exp(-${S}))/2/(${a}^2*exp(-${Q}))) = -2*0 - (${R} - ${S})/2`),
  ],
};
const mirror = (put: { readonly [N in 'G' | 'Q' | 'R' | 'S']: Expr }) =>
  by.lemma(put, {
    from: ({ Q, R, S }) => that`2*${Q} = ${R} + ${S}`,
    shows: ({ G, Q, R, S }) =>
      that`asinh((exp(-2*${G} - ${R}) - exp(2*${G} - ${S}))/(2*exp(-${Q}))) = -2*${G} - (${R} - ${S})/2`,
    steps: ({ G, Q, R, S }) => {
      const z = ex`-2*${G} - (${R} - ${S})/2`;
      return [
        by.law('asinhSinh', z),
        by.law('sinhExp', z),
        by.law('expAdd', z, ex`-${Q}`),
        by.law('expAdd', ex`-(${z})`, ex`-${Q}`),
        by.rewrite(that`${z} + -${Q} = -2*${G} - ${R}`),
        by.rewrite(that`-(${z}) + -${Q} = 2*${G} - ${S}`),
        by.rewrite(that`exp(${z})*exp(-${Q}) = exp(-2*${G} - ${R})`),
        by.rewrite(that`exp(-(${z}))*exp(-${Q}) = exp(2*${G} - ${S})`),
        by.rewrite(that`sinh(${z}) = (exp(-2*${G} - ${R}) - exp(2*${G} - ${S}))/(2*exp(-${Q}))`),
      ];
    },
  });
