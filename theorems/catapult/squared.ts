import { by, claim, descent, type Expr, ex, real, size, that, vector } from 'counterflow';
import { lewkowycz2020 } from '../_papers.ts';

export default claim('catapult/squared', {
  says: 'Squared loss, label 0: f changes by a factor between 1 − ηλ and (1 − ηλ/2)² at every step.',
  status: 'theorem',
  source: { ...lewkowycz2020, where: 'the model; the window is ours' },
  notes: 'Loss ½f² with f = p/√m, p = ⟨u, v⟩, on one sample of input 1; λ = (‖u‖² + ‖v‖²)/m. Every width, every start.',
  sizes: { m: size(1, 4) },
  reals: { u: vector('m', '[-2, 2]'), v: vector('m', '[-2, 2]'), eta: real('(0, 4]') },
  where: ({ m, u, v, eta }) => {
    const run = descent({
      start: { u, v },
      observe: ({ u, v }) => ({ p: ex`sum(${u}*${v})`, lambda: ex`(sum(${u}^2) + sum(${v}^2))/${m}` }),
      sums: ({ p }) => ({ S: ex`${p}^2/${m}` }),
      loss: ({ p }) => ex`${p}^2/(2*${m})`,
      eta,
    });
    return { run, p0: run.at(0).p, lambda0: run.at(0).lambda };
  },
  conclude: ({ run, eta }) =>
    run.always(
      ({ p, lambda, next }) =>
        that`(1 - ${eta}*${lambda})*${p}^2 <= ${next.p}*${p} <= (1 - ${eta}*${lambda}/2)^2*${p}^2`,
    ),
  cover: ({ eta, lambda0 }) => that`${eta}*${lambda0} > 1`,
  derivation: ({ run, m, eta }) =>
    by.always(run, ({ u, v, p, lambda, next }) => [
      by.ring(that`${next.p} = ${p}*(1 - ${eta}*${lambda} + ${eta}^2*${p}^2/${m}^2)`),
      by.positive(that`sum((${u} - ${v})^2) >= 0`),
      by.positive(that`sum((${u} + ${v})^2) >= 0`),
      by.lemma(
        { p, q: next.p, k: lambda, h: eta },
        {
          from: ({ p, q, k, h }) => [
            that`${m}*${k} - 2*${p} >= 0`,
            that`${m}*${k} + 2*${p} >= 0`,
            that`${q} = ${p}*(1 - ${h}*${k} + ${h}^2*${p}^2/${m}^2)`,
          ],
          shows: ({ p, q, k, h }) => that`(1 - ${h}*${k})*${p}^2 <= ${q}*${p} <= (1 - ${h}*${k}/2)^2*${p}^2`,
          steps: ({ p, q, k, h }) => [
            by.rewrite(that`${q}*${p} = ${p}^2*(1 - ${h}*${k}) + ${h}^2*${p}^4/${m}^2`),
            by.positive(that`${h}^2*${p}^4/${m}^2 >= 0`),
            by.positive(that`${h}^2*${p}^2*(${m}*${k} - 2*${p})*(${m}*${k} + 2*${p}) >= 0`),
          ],
        },
      ),
    ]),
});

/** What GD does to the curvature: λ⁺ = λ − (η/m)(p²/m)(4 − ηλ). */
export const curvature = (m: number, eta: Expr, lambda: Expr, p: Expr, after: Expr) =>
  by.ring(that`${after} = ${lambda} - ${eta}/${m}*(${p}^2/${m})*(4 - ${eta}*${lambda})`);

/** q² ≤ p² gives |q| ≤ |p|. */
export const squaresInOrder = (q: Expr, p: Expr) =>
  by.lemma(
    { q, p },
    {
      from: ({ q, p }) => that`${q}^2 <= ${p}^2`,
      shows: ({ q, p }) => that`abs(${q}) <= abs(${p})`,
      steps: ({ q, p }) => by.contradiction(that`abs(${q}) <= abs(${p})`),
    },
  );
