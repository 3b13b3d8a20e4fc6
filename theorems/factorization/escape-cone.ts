import { and, by, claim, descent, type Expr, ex, or, real, that } from 'counterflow';

export default claim('factorization/escape-cone', {
  says: 'A certificate of divergence for ½(xy − μ)²: inside the cone the residual grows at least 1000-fold at every step.',
  status: 'theorem',
  notes:
    'e = xy − μ, a = x + y, b = x − y. Cone: η|e| ≥ 100 and (e < 0, |b| ≥ 1.6|a|, b² ≥ 36μ) or (e > 0, |a| ≥ 1.6|b|, a² ≥ 36μ). So the run diverges.',
  reals: { x: real('[-40, 40]'), y: real('[-40, 40]'), mu: real('(0, 4]'), eta: real('(0, 4]') },
  where: ({ x, y, mu, eta }) => ({
    run: descent({
      start: { x, y },
      observe: ({ x, y }) => ({ e: ex`${x}*${y} - ${mu}`, a: ex`${x} + ${y}`, b: ex`${x} - ${y}` }),
      loss: ({ e }) => ex`${e}^2/2`,
      eta,
    }),
  }),
  assume: ({ run, mu, eta }) => {
    const { e, a, b } = run.at(0);
    return [
      that`${eta}*abs(${e}) >= 100`,
      or(
        and(that`${e} < 0`, that`abs(${b}) >= 1.6*abs(${a})`, that`${b}^2 >= 36*${mu}`),
        and(that`${e} > 0`, that`abs(${a}) >= 1.6*abs(${b})`, that`${a}^2 >= 36*${mu}`),
      ),
    ];
  },
  conclude: ({ run }) => run.always(({ e, next }) => that`abs(${next.e}) >= 1000*abs(${e})`),
  derivation: ({ run, mu, eta }) => {
    // With E = |e| and t = ηE, in squares: A, B the smaller and the larger one of a² and b².
    const inside = (E: Expr, A: Expr, B: Expr) =>
      and(
        that`${E} > 0`,
        that`${eta}*${E} >= 100`,
        that`${B} >= 36*${mu}`,
        that`(${eta}*${E})^2*${B} >= 2.25*(${eta}*${E} + 2.1)^2*${A}`,
      );
    const start = run.at(0);
    const steps = (sign: 1 | -1) => {
      const [E, A, B] = [
        (s: Named) => (sign === 1 ? ex`-${s.e}` : s.e),
        (s: Named) => (sign === 1 ? ex`${s.a}^2` : ex`${s.b}^2`),
        (s: Named) => (sign === 1 ? ex`${s.b}^2` : ex`${s.a}^2`),
      ];
      const step = (now: Named & { readonly next: Named }) =>
        by.lemma(
          {
            ...{ A: A(now), B: B(now), E: E(now), P: A(now.next), Q: B(now.next), F: E(now.next), h: eta, m: mu },
            ...{ t0: ex`${eta}*${E(now)}`, T: ex`${eta}*${E(now.next)}` },
          },
          cone(sign),
        );
      return [
        by.root(that`abs(${start.e}) = ${E(start)}`),
        by.lemma(
          {
            A: A(start),
            B: B(start),
            t0: ex`${eta}*${E(start)}`,
            p: ex`abs(${sign === 1 ? start.a : start.b})`,
            q: ex`abs(${sign === 1 ? start.b : start.a})`,
          },
          begins,
        ),
        by.induction(run, { keeps: (now) => inside(E(now), A(now), B(now)), step: (now) => step(now) }),
        by.always(run, (now) => [
          step(now),
          by.root(that`abs(${now.e}) = ${E(now)}`),
          by.root(that`abs(${now.next.e}) = ${E(now.next)}`),
        ]),
      ];
    };
    return [by.assuming(that`${start.e} < 0`, steps(1)), by.assuming(that`${start.e} > 0`, steps(-1))];
  },
});

type Named = { readonly [N in 'e' | 'a' | 'b']: Expr };
type Begin = { readonly [N in 'A' | 'B' | 't0' | 'p' | 'q']: Expr };
/** q ≥ 1.6p and t ≥ 100 give tq ≥ 1.5(t + 2.1)p. */
const begins = {
  from: ({ A, B, t0, p, q }: Begin) => [
    that`${t0} >= 100`,
    that`${p} >= 0`,
    that`${q} >= 1.6*${p}`,
    that`${A} = ${p}^2`,
    that`${B} = ${q}^2`,
  ],
  shows: ({ A, B, t0 }: Begin) => that`${t0}^2*${B} >= 2.25*(${t0} + 2.1)^2*${A}`,
  steps: ({ A, B, t0, p, q }: Begin) => [
    by.positive(that`${t0}*(${q} - 1.6*${p}) >= 0`),
    by.positive(that`${p}*(${t0} - 100) >= 0`),
    by.positive(that`${t0}*${q} - 1.5*(${t0} + 2.1)*${p} >= 0`),
    by.positive(that`${t0}*${q} + 1.5*(${t0} + 2.1)*${p} >= 0`),
    by.positive(that`(${t0}*${q} - 1.5*(${t0} + 2.1)*${p})*(${t0}*${q} + 1.5*(${t0} + 2.1)*${p}) >= 0`),
    by.rewrite(
      that`${t0}^2*${B} - 2.25*(${t0} + 2.1)^2*${A} = (${t0}*${q} - 1.5*(${t0} + 2.1)*${p})*(${t0}*${q} + 1.5*(${t0} + 2.1)*${p})`,
    ),
  ],
};

type Step = { readonly [N in 'A' | 'B' | 'E' | 'P' | 'Q' | 'F' | 'h' | 'm' | 't0' | 'T']: Expr };
/** One step inside the cone: A grows by (t + 1)², B by (t − 1)², E more than 1000-fold, and √(B/A) keeps above 1.5(1 + 2.1/t). */
const cone = (sign: 1 | -1) => ({
  from: ({ A, B, E, P, Q, F, h, m, t0, T }: Step) => [
    that`${A} >= 0`,
    that`${B} >= 0`,
    that`${h} > 0`,
    that`${m} > 0`,
    that`${t0} = ${h}*${E}`,
    that`${T} = ${h}*${F}`,
    that`${t0} >= 100`,
    that`${B} >= 36*${m}`,
    that`${t0}^2*${B} >= 2.25*(${t0} + 2.1)^2*${A}`,
    that`4*${E} = ${B} - ${A} + 4*${sign}*${m}`,
    that`${P} = ${A}*(${t0} + 1)^2`,
    that`${Q} = ${B}*(${t0} - 1)^2`,
    that`4*${F} = ${Q} - ${P} + 4*${sign}*${m}`,
  ],
  shows: ({ E, P, Q, F, m, T }: Step) =>
    and(
      that`${F} > 0`,
      that`${F} >= 1000*${E}`,
      that`${T} >= 100`,
      that`${Q} >= 36*${m}`,
      that`${T}^2*${Q} >= 2.25*(${T} + 2.1)^2*${P}`,
    ),
  steps: ({ A, B, E, P, Q, F, h, m, t0: t, T }: Step) => [
    by.positive(that`${t} - 100 >= 0`),
    by.positive(that`${t} > 0`),
    by.positive(that`0.1*${t} - 2.1 >= 0`),
    by.positive(that`${t}^2 > 0`),
    by.positive(that`2*${t}^2 + 2.1*(${t} - 1) >= 0`),
    by.positive(that`${B}*((0.1*${t} - 2.1)*(2*${t}^2 + 2.1*(${t} - 1))) >= 0`),
    by.positive(that`(${t} + 1)^2*(${t}^2*${B} - 2.25*(${t} + 2.1)^2*${A}) >= 0`),
    by.lemma(
      { K: ex`${Q} - 2.25*${P}`, g: ex`(${t} + 2.1)^2`, A, B, P, Q, t0: t },
      {
        from: ({ K, g, A, B, P, Q, t0 }) => [
          that`${t0} >= 100`,
          that`${g} = (${t0} + 2.1)^2`,
          that`${K} = ${Q} - 2.25*${P}`,
          that`${P} = ${A}*(${t0} + 1)^2`,
          that`${Q} = ${B}*(${t0} - 1)^2`,
          that`${B}*((0.1*${t0} - 2.1)*(2*${t0}^2 + 2.1*(${t0} - 1))) >= 0`,
          that`(${t0} + 1)^2*(${t0}^2*${B} - 2.25*(${t0} + 2.1)^2*${A}) >= 0`,
        ],
        shows: ({ K }) => that`${K} >= 0`,
        steps: ({ K, A, B, t0 }) => [
          by.positive(that`(${t0} + 2.1)^2 > 0`),
          by.rewrite(
            that`(${t0} + 2.1)^2*${K} = ${B}*((0.1*${t0} - 2.1)*(2*${t0}^2 + 2.1*(${t0} - 1))) + (${t0} + 1)^2*(${t0}^2*${B} - 2.25*(${t0} + 2.1)^2*${A})`,
          ),
          by.positive(that`(${t0} + 2.1)^2*${K} >= 0`),
          by.contradiction(that`${K} >= 0`, by.positive(that`(${t0} + 2.1)^2*-${K} > 0`)),
        ],
      },
    ),
    by.positive(that`(${t} - 100)*(${t} + 98) >= 0`),
    by.positive(that`5*(${t} - 1)^2 - 10001 >= 0`),
    by.positive(that`${B}*(5*(${t} - 1)^2 - 10001) >= 0`),
    by.positive(that`${B}*(5*(${t} - 1)^2 - 10001) = 5*${Q} - 10001*${B}`),
    by.positive(that`4*${F} >= 5/9*${Q} - 4*${m}`),
    by.positive(that`4*${E} <= ${B} + 4*${m}`),
    by.positive(that`${F} >= 1000*${E}`),
    by.positive(that`${h}*(${F} - 1000*${E}) >= 0`),
    by.positive(that`${T} >= 1000*${t}`),
    by.positive(that`${T} >= 100`),
    by.contradiction(that`${F} > 0`, by.positive(that`${h}*-${F} >= 0`)),
    by.positive(that`${B}*(${t}*(${t} - 2)) >= 0`),
    by.rewrite(that`${Q} = ${B} + ${B}*(${t}*(${t} - 2))`),
    by.positive(that`${Q} >= 36*${m}`),
    by.lemma({ A, B, P, Q, t0: t, T }, stays),
  ],
});
/** With p = T(t − 1)(t + 2.1) and q = t(t + 1)(T + 2.1), p ≥ q where T ≥ 1000t. */
const stays = {
  from: ({ A, B, P, Q, t0, T }: Omit<Step, 'E' | 'F' | 'h' | 'm'>) => [
    that`${B} >= 0`,
    that`${t0} >= 100`,
    that`${T} >= 1000*${t0}`,
    that`${t0}^2*${B} >= 2.25*(${t0} + 2.1)^2*${A}`,
    that`${P} = ${A}*(${t0} + 1)^2`,
    that`${Q} = ${B}*(${t0} - 1)^2`,
  ],
  shows: ({ P, Q, T }: Omit<Step, 'E' | 'F' | 'h' | 'm'>) => that`${T}^2*${Q} >= 2.25*(${T} + 2.1)^2*${P}`,
  steps: ({ A, B, P, Q, t0: t, T }: Omit<Step, 'E' | 'F' | 'h' | 'm'>) => {
    const [p, q] = [ex`${T}*(${t} - 1)*(${t} + 2.1)`, ex`${t}*(${t} + 1)*(${T} + 2.1)`];
    return [
      by.positive(that`${t} - 100 >= 0`),
      by.positive(that`0.1*${t} - 2.1 >= 0`),
      by.positive(that`(${T} - 1000*${t})*(0.1*${t} - 2.1) >= 0`),
      by.positive(that`${t}*(97.9*${t} - 2102.1) >= 0`),
      by.ring(that`${p} - ${q} = (${T} - 1000*${t})*(0.1*${t} - 2.1) + ${t}*(97.9*${t} - 2102.1)`),
      by.positive(that`${p} - ${q} >= 0`),
      by.positive(that`${t} > 0`),
      by.positive(that`${T} > 0`),
      by.positive(that`${q} >= 0`),
      by.positive(that`${p} + ${q} >= 0`),
      by.positive(that`${t}^2*${B} >= 0`),
      by.lemma(
        { A, B, P, Q, t0: t, T, p, q, G: ex`${T}^2*${Q} - 2.25*(${T} + 2.1)^2*${P}` },
        {
          from: ({ A, B, P, Q, t0, T, p, q, G }) => [
            that`${t0} > 0`,
            that`${B} >= 0`,
            that`${p} - ${q} >= 0`,
            that`${p} + ${q} >= 0`,
            that`${t0}^2*${B} >= 2.25*(${t0} + 2.1)^2*${A}`,
            that`${p} = ${T}*(${t0} - 1)*(${t0} + 2.1)`,
            that`${q} = ${t0}*(${t0} + 1)*(${T} + 2.1)`,
            that`${P} = ${A}*(${t0} + 1)^2`,
            that`${Q} = ${B}*(${t0} - 1)^2`,
            that`${G} = ${T}^2*${Q} - 2.25*(${T} + 2.1)^2*${P}`,
          ],
          shows: ({ G }) => that`${G} >= 0`,
          steps: ({ A, B, t0, p, q, G }) => [
            by.positive(that`(${p} - ${q})*(${p} + ${q})*(${t0}^2*${B}) >= 0`),
            by.positive(that`${q}^2*(${t0}^2*${B} - 2.25*(${t0} + 2.1)^2*${A}) >= 0`),
            by.positive(that`((${t0} + 2.1)*${t0})^2 > 0`),
            by.rewrite(
              that`((${t0} + 2.1)*${t0})^2*${G} = (${p} - ${q})*(${p} + ${q})*(${t0}^2*${B}) + ${q}^2*(${t0}^2*${B} - 2.25*(${t0} + 2.1)^2*${A})`,
            ),
            by.positive(that`((${t0} + 2.1)*${t0})^2*${G} >= 0`),
            by.contradiction(that`${G} >= 0`, by.positive(that`((${t0} + 2.1)*${t0})^2*-${G} > 0`)),
          ],
        },
      ),
    ];
  },
};
