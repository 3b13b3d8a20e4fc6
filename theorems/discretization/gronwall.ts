import { and, by, claim, type Expr, ex, iterate, real, that } from 'counterflow';
import { elkabetz2021 } from '../_papers.ts';

export default claim('discretization/gronwall', {
  says: 'Descent against any sequence that makes its steps up to errors of at most E: they are within E(e^{mηt} − 1)/(ηm) after t steps, where −m bounds the curvature between them from below and ηL″ ≤ 2 + ηm.',
  status: 'theorem',
  source: {
    ...elkabetz2021,
    where: 'its bound of descent against the flow, with constants; rederived in one dimension',
  },
  notes:
    'One weight w = u², L = ½(u² − y)², so (L′(a) − L′(b))/(a − b) = 2(a² + ab + b² − y). The flow sampled every η is such a sequence with E = η²Mγ/2 (flow-step), which gives ½ηMγ(e^{mηt} − 1)/m.',
  reals: {
    x: real('[-2, 2]'),
    y: real('[-2, 2]'),
    eta: real('(0, 1/2]'),
    m: real('(0, 4]'),
    E: real('[0, 1/10]'),
  },
  inputs: { d: real('[-1, 1]') },
  where: ({ x, y, eta, E, d }) => {
    const step = (s: Expr) => ex`${s} - ${eta}*(2*${s}*(${s}^2 - ${y}))`;
    return {
      run: iterate({
        start: { a: x, b: x },
        observe: ({ a, b }) => ({ q: ex`2*(${a}^2 + ${a}*${b} + ${b}^2 - ${y})` }),
        step: ({ a, b }) => ({ a: step(a), b: ex`${step(b)} + ${E}*${d}` }),
      }),
    };
  },
  assume: ({ run, eta, m }) => run.always(({ q }) => and(that`-${m} <= ${q}`, that`${eta}*${q} <= 2 + ${eta}*${m}`)),
  conclude: ({ run, eta, m, E }) =>
    run.always(({ t, a, b }) => that`${eta}*${m}*abs(${a} - ${b}) <= ${E}*(exp(${m}*${eta}*${t}) - 1)`),
  derivation: ({ run, eta, m, E, d }) => {
    const bound = (t: Expr) => ex`${E}*(exp(${m}*${eta}*${t}) - 1)`;
    return [
      by.law('expZero'),
      by.ring(that`exp(${m}*${eta}*0) = exp(0)`),
      by.rewrite(that`${bound(ex`0`)} = 0`),
      by.induction(run, {
        keeps: ({ t, a, b }) =>
          and(that`${eta}*${m}*(${a} - ${b}) <= ${bound(t)}`, that`-(${eta}*${m}*(${a} - ${b})) <= ${bound(t)}`),
        step: ({ t, a, b, q, next }) => [
          by.law('expTangent', ex`${m}*${eta}`),
          by.law('expAdd', ex`${m}*${eta}*${t}`, ex`${m}*${eta}`),
          by.ring(that`${m}*${eta}*(${t} + 1) = ${m}*${eta}*${t} + ${m}*${eta}`),
          by.rewrite(that`exp(${m}*${eta}*(${t} + 1)) = exp(${m}*${eta}*${t})*exp(${m}*${eta})`),
          by.ring(that`${next.a} - ${next.b} = (${a} - ${b})*(1 - ${eta}*${q}) - ${E}*${d}`),
          by.lemma(
            {
              ...{ D: ex`${a} - ${b}`, N: ex`${next.a} - ${next.b}`, k: ex`1 - ${eta}*${q}`, p: ex`${eta}*${m}` },
              ...{ X: ex`exp(${m}*${eta}*${t})`, Y: ex`exp(${m}*${eta})`, E, d },
              Z: ex`exp(${m}*${eta}*(${t} + 1))`,
            },
            grows,
          ),
        ],
      }),
      by.always(run, ({ t, a, b }) =>
        by.lemma(
          { D: ex`${a} - ${b}`, p: ex`${eta}*${m}`, B: bound(t) },
          {
            from: ({ D, p, B }) => [that`${p}*${D} <= ${B}`, that`-(${p}*${D}) <= ${B}`],
            shows: ({ D, p, B }) => that`${p}*abs(${D}) <= ${B}`,
            steps: ({ D, p, B }) =>
              by.cases(that`${p}*abs(${D}) <= ${B}`, {
                between: [D, 0],
                below: by.root(that`abs(${D}) = -${D}`),
                above: by.root(that`abs(${D}) = ${D}`),
              }),
          },
        ),
      ),
    ];
  },
});

type Step = { readonly [N in 'D' | 'N' | 'k' | 'p' | 'X' | 'Y' | 'Z' | 'E' | 'd']: Expr };
/** p|D| ≤ E(X − 1) and |k| ≤ 1 + p give p|kD − Ed| ≤ E((1 + p)X − 1). */
const grows = {
  from: ({ D, N, k, p, X, Y, Z, E, d }: Step) => [
    that`${p} > 0`,
    that`${E} >= 0`,
    that`-1 <= ${d} <= 1`,
    that`-(1 + ${p}) <= ${k} <= 1 + ${p}`,
    that`${X} > 0`,
    that`1 + ${p} <= ${Y}`,
    that`${Z} = ${X}*${Y}`,
    that`${N} = ${D}*${k} - ${E}*${d}`,
    that`${p}*${D} <= ${E}*(${X} - 1)`,
    that`-(${p}*${D}) <= ${E}*(${X} - 1)`,
  ],
  shows: ({ N, p, Z, E }: Step) => and(that`${p}*${N} <= ${E}*(${Z} - 1)`, that`-(${p}*${N}) <= ${E}*(${Z} - 1)`),
  steps: ({ D, N, k, p, X, Y, Z, E, d }: Step) => [
    by.positive(that`(${E}*(${X} - 1) - ${p}*${D})*(1 + ${p} + ${k}) >= 0`),
    by.positive(that`(${E}*(${X} - 1) + ${p}*${D})*(1 + ${p} - ${k}) >= 0`),
    by.positive(that`(${E}*(${X} - 1) - ${p}*${D})*(1 + ${p} - ${k}) >= 0`),
    by.positive(that`(${E}*(${X} - 1) + ${p}*${D})*(1 + ${p} + ${k}) >= 0`),
    by.positive(that`${E}*${X}*(${Y} - (1 + ${p})) >= 0`),
    by.positive(that`${p}*${E}*(1 - ${d}) >= 0`),
    by.positive(that`${p}*${E}*(1 + ${d}) >= 0`),
    by.positive(that`${E}*(${X} - 1)*(1 + ${p}) - ${p}*${D}*${k} >= 0`),
    by.positive(that`${E}*(${X} - 1)*(1 + ${p}) + ${p}*${D}*${k} >= 0`),
    by.rewrite(
      that`${E}*(${Z} - 1) - ${p}*${N} = (${E}*(${X} - 1)*(1 + ${p}) - ${p}*${D}*${k}) + ${E}*${X}*(${Y} - (1 + ${p})) + ${p}*${E}*(1 + ${d})`,
    ),
    by.rewrite(
      that`${E}*(${Z} - 1) + ${p}*${N} = (${E}*(${X} - 1)*(1 + ${p}) + ${p}*${D}*${k}) + ${E}*${X}*(${Y} - (1 + ${p})) + ${p}*${E}*(1 - ${d})`,
    ),
  ],
};
