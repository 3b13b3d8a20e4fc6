import { and, by, claim, type Expr, ex, flow, real, that } from 'counterflow';
import { elkabetz2021 } from '../_papers.ts';

export default claim('discretization/flow-step', {
  says: 'While |L′| ≤ γ and |L″| ≤ M along the flow, it is within Mγt²/2 of the step of descent of size t from the same start.',
  status: 'theorem',
  source: {
    ...elkabetz2021,
    where: 'the local error in its bound of descent against the flow; rederived in one dimension',
  },
  notes:
    'One weight w = u², L = ½(u² − y)², so L′ = 2u(u² − y) and L″ = 2(u² − y) + 4u². The distance |u(t) − (u₀ − tL′(u₀))|.',
  reals: {
    x: real('[-2, 2]'),
    y: real('[-2, 2]'),
    gamma: real('[1/10, 20]'),
    M: real('[1/10, 30]'),
  },
  where: ({ x, y }) => {
    const run = flow({
      start: { u: x },
      observe: ({ u }) => ({ g: ex`2*${u}*(${u}^2 - ${y})`, h: ex`2*(${u}^2 - ${y}) + 4*${u}^2` }),
      loss: ({ u }) => ex`(${u}^2 - ${y})^2/2`,
    });
    return { run, g0: run.at(0).g };
  },
  assume: ({ run, gamma, M }) => run.always(({ g, h }) => and(that`abs(${g}) <= ${gamma}`, that`abs(${h}) <= ${M}`)),
  conclude: ({ run, x, g0, gamma, M }) =>
    run.always(({ u, t }) => that`abs(${u} - (${x} - ${t}*${g0})) <= ${M}*${gamma}*${t}^2/2`),
  derivation: ({ run, x, g0, gamma, M }) => [
    by.nonincreasing(run, ({ t }) => ex`-${t}`),
    by.along(
      run,
      ({ g, h }) => and(that`${h}*${g} <= ${M}*${gamma}`, that`-(${h}*${g}) <= ${M}*${gamma}`),
      ({ g, h }) => by.lemma({ g, h, c: gamma, m: M }, product),
    ),
    by.nonincreasing(run, ({ g, t }) => ex`${g} - ${M}*${gamma}*${t}`),
    by.nonincreasing(run, ({ g, t }) => ex`-${g} - ${M}*${gamma}*${t}`),
    by.nonincreasing(run, ({ u, t }) => ex`${u} + ${t}*${g0} - ${M}*${gamma}*${t}^2/2`),
    by.nonincreasing(run, ({ u, t }) => ex`-${u} - ${t}*${g0} - ${M}*${gamma}*${t}^2/2`),
    by.along(
      run,
      ({ u, t }) => that`abs(${u} - (${x} - ${t}*${g0})) <= ${M}*${gamma}*${t}^2/2`,
      ({ u, t }) => within(ex`${u} - (${x} - ${t}*${g0})`, ex`${M}*${gamma}*${t}^2/2`),
    ),
  ],
});

type Bounded = { readonly [N in 'g' | 'h' | 'c' | 'm']: Expr };
/** |h| ≤ m and |g| ≤ c give |hg| ≤ mc. */
const product = {
  from: ({ g, h, c, m }: Bounded) => [
    that`abs(${g}) <= ${c}`,
    that`abs(${h}) <= ${m}`,
    that`${c} >= 0`,
    that`${m} >= 0`,
  ],
  shows: ({ g, h, c, m }: Bounded) => and(that`${h}*${g} <= ${m}*${c}`, that`-(${h}*${g}) <= ${m}*${c}`),
  steps: ({ g, h, c, m }: Bounded) => [
    ...[g, h].flatMap((e) => [
      by.ring(that`abs(${e})^2 = ${e}^2`),
      by.contradiction(that`${e} <= abs(${e})`),
      by.contradiction(that`-${e} <= abs(${e})`),
    ]),
    by.positive(that`(${c} - ${g})*(${m} + ${h}) >= 0`),
    by.positive(that`(${c} + ${g})*(${m} - ${h}) >= 0`),
    by.positive(that`(${c} - ${g})*(${m} - ${h}) >= 0`),
    by.positive(that`(${c} + ${g})*(${m} + ${h}) >= 0`),
    by.positive(that`2*(${m}*${c} - ${h}*${g}) >= 0`),
    by.positive(that`2*(${m}*${c} + ${h}*${g}) >= 0`),
  ],
};

/** −b ≤ a ≤ b. */
const within = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => [that`${b} - ${a} >= 0`, that`${b} + ${a} >= 0`],
      shows: ({ a, b }) => that`abs(${a}) <= ${b}`,
      steps: ({ a, b }) =>
        by.cases(that`abs(${a}) <= ${b}`, {
          between: [a, 0],
          below: by.root(that`abs(${a}) = -(${a})`),
          above: by.root(that`abs(${a}) = ${a}`),
        }),
    },
  );
