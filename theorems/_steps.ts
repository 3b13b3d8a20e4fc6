/** Steps that several derivations share: a smallest entry against a mean, Cauchy–Schwarz, Hölder. */
import { by, type Expr, ex, sum, that } from 'counterflow';
import { atLeastSmallest } from './norms/path-descent.ts';
import { atMostLargest } from './sharpness/norm-minimizer.ts';

/** x ≤ max x and min x ≤ x in each of d entries, whatever the entries are. */
export const mostOf = (x: Expr, d: number) =>
  by.lemma({ x }, { shows: ({ x }) => that`${x} <= max(${x})`, steps: ({ x }) => atMostLargest(x, d) });
export const leastOf = (x: Expr, d: number) =>
  by.lemma({ x }, { shows: ({ x }) => that`min(${x}) <= ${x}`, steps: ({ x }) => atLeastSmallest(x, d) });

/** min f ≤ Σ p f for weights p ≥ 0 of sum 1; wants k ≤ f for k = min f. */
export const smallestAtMostMean = (p: Expr, f: Expr, k: Expr) =>
  by.lemma(
    { p, f, k },
    {
      from: ({ p, f, k }) => [that`${p} >= 0`, that`sum(${p}) = 1`, that`${k} <= ${f}`],
      shows: ({ p, f, k }) => that`${k} <= sum(${p}*${f})`,
      steps: ({ p, f, k }) => [
        by.positive(that`${p}*(${f} - ${k}) >= 0`),
        by.rewrite(that`sum(${p}*${f}) - ${k} = sum(${p}*(${f} - ${k}))`),
      ],
    },
  );

/** Σ a b ≤ ‖a‖‖b‖ in d coordinates, by Lagrange's identity. */
export const cauchySchwarz = (a: Expr, b: Expr, d: number) =>
  by.lemma(
    { a, b },
    {
      shows: ({ a, b }) => that`sum(${a}*${b}) <= norm(${a})*norm(${b})`,
      steps: ({ a, b }) => {
        const apart = sum(d, (i) => sum(d, (j) => ex`(${a.at(i)}*${b.at(j)} - ${a.at(j)}*${b.at(i)})^2/2`));
        return [
          by.ring(that`(norm(${a})*norm(${b}))^2 - sum(${a}*${b})^2 = ${apart}`),
          by.positive(that`${apart} >= 0`),
          by.lemma(
            { c: ex`sum(${a}*${b})`, r: ex`norm(${a})*norm(${b})`, q: apart },
            {
              from: ({ c, r, q }) => [that`${r} >= 0`, that`${q} >= 0`, that`${r}^2 - ${c}^2 = ${q}`],
              shows: ({ c, r }) => that`${c} <= ${r}`,
              steps: ({ c, r }) => [by.positive(that`${c}^2 <= ${r}^2`), by.contradiction(that`${c} <= ${r}`)],
            },
          ),
        ];
      },
    },
  );

/** Σ a b ≤ K Σ|b| where |a| ≤ K in every entry. */
export const holder = (a: Expr, b: Expr, K: Expr) =>
  by.lemma(
    { a, b, K },
    {
      from: ({ a, K }) => that`abs(${a}) <= ${K}`,
      shows: ({ a, b, K }) => that`sum(${a}*${b}) <= ${K}*sum(abs(${b}))`,
      steps: ({ a, b, K }) => [
        by.positive(that`(${K} - abs(${a}))*abs(${b}) >= 0`),
        by.lemma(
          { a, b },
          {
            entries: true,
            shows: ({ a, b }) => that`${a}*${b} <= abs(${a})*abs(${b})`,
            steps: ({ a, b }) => [
              by.ring(that`(abs(${a})*abs(${b}))^2 = (${a}*${b})^2`),
              by.lemma(
                { c: ex`${a}*${b}`, r: ex`abs(${a})*abs(${b})` },
                {
                  from: ({ c, r }) => [that`${r} >= 0`, that`${r}^2 = ${c}^2`],
                  shows: ({ c, r }) => that`${c} <= ${r}`,
                  steps: ({ c, r }) => by.contradiction(that`${c} <= ${r}`),
                },
              ),
            ],
          },
        ),
      ],
    },
  );

/** k ≤ s = q ≤ r, so k ≤ r, whatever the formulas are. */
export const chain = (k: Expr, s: Expr, q: Expr, r: Expr) =>
  by.lemma(
    { k, s, q, r },
    {
      from: ({ k, s, q, r }) => [that`${k} <= ${s}`, that`${q} = ${s}`, that`${q} <= ${r}`],
      shows: ({ k, r }) => that`${k} <= ${r}`,
    },
  );
