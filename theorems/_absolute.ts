/** Steps about |x|, max and min that several derivations share, each a lemma about any numbers. */
import { and, by, type Expr, ex, that } from 'counterflow';

/** ±x ≤ |x|, in every entry. */
export const bounded = (x: Expr) =>
  by.lemma(
    { x },
    {
      entries: true,
      shows: ({ x }) => and(that`abs(${x}) >= 0`, that`abs(${x}) - ${x} >= 0`, that`abs(${x}) + ${x} >= 0`),
      steps: ({ x }) => [
        by.ring(that`abs(${x})^2 = ${x}^2`),
        by.contradiction(that`abs(${x}) - ${x} >= 0`),
        by.contradiction(that`abs(${x}) + ${x} >= 0`),
      ],
    },
  );

/** −b ≤ x ≤ b gives |x| ≤ b. */
export const within = (x: Expr, b: Expr) =>
  by.lemma(
    { x, b },
    {
      from: ({ x, b }) => [that`${b} - ${x} >= 0`, that`${b} + ${x} >= 0`],
      shows: ({ x, b }) => that`abs(${x}) <= ${b}`,
      steps: ({ x, b }) =>
        by.cases(that`abs(${x}) <= ${b}`, {
          between: [x, 0],
          below: by.root(that`abs(${x}) = -${x}`),
          above: by.root(that`abs(${x}) = ${x}`),
        }),
    },
  );

/** a, b ≤ max(a, b). */
export const larger = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      shows: ({ a, b }) => and(that`max(${a}, ${b}) - ${a} >= 0`, that`max(${a}, ${b}) - ${b} >= 0`),
      steps: ({ a, b }) => bounded(ex`${a} - ${b}`),
    },
  );

/** min(a, b) ≤ a, b. */
export const smaller = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      shows: ({ a, b }) => and(that`${a} - min(${a}, ${b}) >= 0`, that`${b} - min(${a}, ${b}) >= 0`),
      steps: ({ a, b }) => bounded(ex`${a} - ${b}`),
    },
  );

/** |p| ≤ A and |q| ≤ B give |pq| ≤ AB, without the bars; in every entry. */
export const productWithin = (p: Expr, A: Expr, q: Expr, B: Expr) =>
  by.lemma(
    { p, A, q, B },
    {
      entries: true,
      from: ({ p, A, q, B }) => [
        that`${A} - ${p} >= 0`,
        that`${A} + ${p} >= 0`,
        that`${B} - ${q} >= 0`,
        that`${B} + ${q} >= 0`,
      ],
      shows: ({ p, A, q, B }) => and(that`${A}*${B} - ${p}*${q} >= 0`, that`${A}*${B} + ${p}*${q} >= 0`),
      steps: ({ p, A, q, B }) => [
        by.positive(that`((${A} - ${p})*(${B} + ${q}) + (${A} + ${p})*(${B} - ${q}))/2 >= 0`),
        by.positive(that`((${A} - ${p})*(${B} - ${q}) + (${A} + ${p})*(${B} + ${q}))/2 >= 0`),
      ],
    },
  );
