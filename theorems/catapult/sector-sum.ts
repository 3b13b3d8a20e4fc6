import { and, by, claim, ex, iterate, real, size, that, vector } from 'counterflow';
import { lewkowycz2020 } from '../_papers.ts';

export default claim('catapult/sector-sum', {
  says: 'If 0 ≤ g/f ≤ c and cηλ₀ < 4, then Σ g f ≤ mλ₀/(η(4 − cηλ₀)) over every horizon.',
  status: 'theorem',
  source: { ...lewkowycz2020, where: 'the recursion; the sum is ours' },
  notes:
    'f = ⟨u, v⟩/√m on one sample; g = ℓ′(f) for any loss with slope in the sector, a new one at every step if you like. Squared loss: c = 1. Logistic loss with two opposite labels: c = 1/4.',
  sizes: { m: size(1, 4) },
  reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]'), eta: real('(0, 4]'), c: real('(0, 1]') },
  inputs: { slope: real('[0, 1]') },
  where: ({ m, u, v, eta, c, slope }) => {
    const run = iterate({
      start: { u, v },
      observe: ({ u, v }) => {
        const f = ex`sum(${u}*${v})/sqrt(${m})`;
        return { f, g: ex`${c}*${slope}*${f}`, lambda: ex`(sum(${u}^2) + sum(${v}^2))/${m}` };
      },
      sums: ({ f, g }) => ({ S: ex`${g}*${f}` }),
      step: ({ u, v, g }) => ({
        u: ex`${u} - ${eta}*${g}*${v}/sqrt(${m})`,
        v: ex`${v} - ${eta}*${g}*${u}/sqrt(${m})`,
      }),
    });
    return { run, lambda0: run.at(0).lambda, gap: ex`4 - ${c}*${eta}*${run.at(0).lambda}` };
  },
  assume: ({ gap }) => that`${gap} > 0`,
  conclude: ({ run, m, eta, lambda0, gap }) => run.always(({ S }) => that`${S} <= ${m}*${lambda0}/(${eta}*${gap})`),
  cover: ({ eta, c, lambda0 }) => that`${c}*${eta}*${lambda0} > 1`,
  derivation: ({ run, m, eta, c, slope, lambda0, gap }) => [
    by.induction(run, {
      keeps: ({ lambda, S }) => and(that`${S} >= 0`, that`${lambda} + ${eta}/${m}*${gap}*${S} <= ${lambda0}`),
      step: ({ f, g, lambda, S, next }) => [
        by.ring(that`${g}*${f} = ${c}*${slope}*${f}^2`),
        by.prove(that`${c}*${slope}*${f}^2 >= 0`),
        by.lemma(
          {
            ...{ a: lambda, b: next.lambda, A: S, B: next.S, L: lambda0, P: ex`${g}*${f}` },
            ...{ s: slope, k: ex`${eta}*${c}`, h: ex`${eta}/${m}`, G: gap },
          },
          {
            from: ({ a, b, A, B, L, P, s, k, h, G }) => [
              that`${a} >= 0`,
              that`${A} >= 0`,
              that`${P} >= 0`,
              that`0 <= ${s} <= 1`,
              that`${k} >= 0`,
              that`${h} >= 0`,
              that`${G} >= 0`,
              that`${G} = 4 - ${k}*${L}`,
              that`${b} = ${a} - ${h}*${P}*(4 - ${k}*${s}*${a})`,
              that`${B} = ${A} + ${P}`,
              that`${a} + ${h}*${G}*${A} <= ${L}`,
            ],
            shows: ({ b, B, L, h, G }) => that`${b} + ${h}*${G}*${B} <= ${L}`,
            steps: ({ a, b, A, B, L, P, s, k, h, G }) => [
              by.positive(that`${h}*${G}*${A} >= 0`),
              by.positive(that`${L} - ${s}*${a} >= 0`),
              by.positive(that`${h}*${P}*${k}*(${L} - ${s}*${a}) >= 0`),
              by.rewrite(that`${b} + ${h}*${G}*${B} = ${a} + ${h}*${G}*${A} - ${h}*${P}*${k}*(${L} - ${s}*${a})`),
            ],
          },
        ),
      ],
    }),
    by.always(run, ({ lambda, S }) =>
      by.lemma(
        { a: lambda, A: S, L: lambda0, h: eta, G: gap },
        {
          from: ({ a, A, L, h, G }) => [
            that`${a} >= 0`,
            that`${h} > 0`,
            that`${G} > 0`,
            that`${a} + ${h}/${m}*${G}*${A} <= ${L}`,
          ],
          shows: ({ A, L, h, G }) => that`${A} <= ${m}*${L}/(${h}*${G})`,
        },
      ),
    ),
  ],
});
