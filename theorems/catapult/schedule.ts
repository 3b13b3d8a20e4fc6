import { and, by, claim, descent, type Expr, ex, real, size, that, vector } from 'counterflow';
import { wu2019 } from '../_papers.ts';

export default claim('catapult/schedule', {
  says: 'Any schedule with η_tλ₀ ≤ 4 − δ: Σ η_t f_t² ≤ mλ₀/δ over every horizon, and λ never increases.',
  status: 'theorem',
  source: { ...wu2019, where: 'its policies are schedules; the bound for all of them is ours' },
  notes:
    'Loss ½f² with f = p/√m, p = ⟨u, v⟩, one sample of input 1; λ = (‖u‖² + ‖v‖²)/m; η_t = (4 − δ)s_t/λ₀ with s_t ∈ [0, 1].',
  sizes: { m: size(1, 3) },
  reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]'), delta: real('(0, 4)') },
  inputs: { s: real('[0, 1]') },
  where: ({ m, u, v, delta, s }) => {
    const lambda0 = ex`(sum(${u}^2) + sum(${v}^2))/${m}`;
    const eta = ex`(4 - ${delta})*${s}/${lambda0}`;
    return {
      lambda0,
      eta,
      run: descent({
        start: { a: u, b: v },
        observe: ({ a, b }) => ({ p: ex`sum(${a}*${b})`, lambda: ex`(sum(${a}^2) + sum(${b}^2))/${m}` }),
        sums: ({ p }) => ({ S: ex`${eta}*${p}^2/${m}` }),
        loss: ({ p }) => ex`${p}^2/(2*${m})`,
        eta,
      }),
    };
  },
  assume: ({ lambda0 }) => that`${lambda0} > 0`,
  conclude: ({ run, m, delta, lambda0 }) => [
    run.always(({ S }) => that`${S} <= ${m}*${lambda0}/${delta}`),
    run.always(({ lambda, next }) => that`${next.lambda} <= ${lambda}`),
  ],
  derivation: ({ run, m, delta, lambda0, eta, s }) => {
    const step = (lambda: Expr, S: Expr, p: Expr, next: { readonly lambda: Expr; readonly S: Expr }) => [
      by.positive(that`4 - ${delta} >= 0`),
      by.positive(that`(4 - ${delta})*${s}/${lambda0} >= 0`),
      by.positive(that`${eta}*${p}^2/${m} >= 0`),
      by.ring(that`${eta}*${lambda0} = (4 - ${delta})*${s}`),
      by.ring(that`${next.lambda} = ${lambda} - ${eta}*${p}^2/${m}/${m}*(4 - ${eta}*${lambda})`),
      by.lemma(
        { a: lambda, b: next.lambda, A: S, B: next.S, L: lambda0, d: delta, h: eta, s, P: ex`${eta}*${p}^2/${m}` },
        {
          from: ({ a, b, A, B, L, d, h, s, P }) => [
            that`${d} > 0`,
            that`${d} < 4`,
            that`${h} >= 0`,
            that`0 <= ${s} <= 1`,
            that`${P} >= 0`,
            that`${A} >= 0`,
            that`${h}*${L} = (4 - ${d})*${s}`,
            that`${b} = ${a} - ${P}/${m}*(4 - ${h}*${a})`,
            that`${B} = ${A} + ${P}`,
            that`${a} + ${d}/${m}*${A} <= ${L}`,
          ],
          shows: ({ a, b, B, L, d }) => and(that`${b} + ${d}/${m}*${B} <= ${L}`, that`${b} <= ${a}`),
          steps: ({ a, b, A, B, L, d, h, s, P }) => [
            by.positive(that`${d}/${m}*${A} >= 0`),
            by.positive(that`${L} - ${a} >= 0`),
            by.positive(that`${h}*(${L} - ${a}) >= 0`),
            by.positive(that`(4 - ${d})*(1 - ${s}) >= 0`),
            by.positive(that`4 - ${h}*${a} - ${d} >= 0`),
            by.positive(that`${P}/${m}*(4 - ${h}*${a} - ${d}) >= 0`),
            by.positive(that`${P}/${m}*${d} >= 0`),
            by.rewrite(that`${b} + ${d}/${m}*${B} = ${a} + ${d}/${m}*${A} - ${P}/${m}*(4 - ${h}*${a} - ${d})`),
          ],
        },
      ),
    ];
    return [
      by.induction(run, {
        keeps: ({ lambda, S }) => and(that`${S} >= 0`, that`${lambda} + ${delta}/${m}*${S} <= ${lambda0}`),
        step: ({ lambda, S, p, next }) => step(lambda, S, p, next),
      }),
      by.always(run, ({ lambda, S, p, next }) => step(lambda, S, p, next)),
      by.always(run, ({ lambda, S }) =>
        by.lemma(
          { a: lambda, A: S, L: lambda0, d: delta },
          {
            from: ({ a, A, L, d }) => [that`${a} >= 0`, that`${d} > 0`, that`${a} + ${d}/${m}*${A} <= ${L}`],
            shows: ({ A, L, d }) => that`${A} <= ${m}*${L}/${d}`,
          },
        ),
      ),
    ];
  },
});
