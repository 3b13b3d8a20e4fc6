import { by, claim, type Expr, ex, real, that } from 'counterflow';
import { bounded, productWithin, within } from '../_absolute.ts';
import { boche2024 } from '../_papers.ts';

export default claim('computable/training-continuous-away', {
  says: 'With |x|, |x′| ≥ c the predictors satisfy |w − w′| ≤ (|y − y′| + |w′||x − x′|)/c, attained.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  reals: {
    x: real('[-2, 2]'),
    z: real('[-2, 2]'),
    y: real('[-2, 2]'),
    t: real('[-2, 2]'),
    c: real('[1/10, 1]'),
  },
  assume: ({ x, z, c }) => [that`abs(${x}) >= ${c}`, that`abs(${z}) >= ${c}`],
  conclude: ({ x, z, y, t, c }) =>
    that`abs(${y}/${x} - ${t}/${z}) <= (abs(${y} - ${t}) + ${ex`abs(${t}/${z})*abs(${x} - ${z})`})/${c}`,
  // With D = y/x − t/z: Dx = (y − t) + (t/z)(z − x), and |D|c ≤ |Dx|.
  derivation: ({ x, z, y, t, c }) => [
    notZero(x, c),
    notZero(z, c),
    by.rewrite(that`(${y}/${x} - ${t}/${z})*${x} = (${y} - ${t}) - ${t}/${z}*(${x} - ${z})`),
    by.lemma(
      { D: ex`${y}/${x} - ${t}/${z}`, x, p: ex`${y} - ${t}`, q: ex`${t}/${z}`, r: ex`${x} - ${z}`, c },
      {
        from: ({ D, x, p, q, r, c }) => [that`${D}*${x} = ${p} - ${q}*${r}`, that`${c} > 0`, that`abs(${x}) >= ${c}`],
        shows: ({ D, p, q, r, c }) => that`abs(${D}) <= (abs(${p}) + abs(${q})*abs(${r}))/${c}`,
        steps: ({ D, x, p, q, r, c }) => {
          const most = ex`abs(${p}) + abs(${q})*abs(${r})`;
          return [
            ...[p, q, r].map(bounded),
            productWithin(q, ex`abs(${q})`, r, ex`abs(${r})`),
            by.rewrite(that`${most} - ${D}*${x} = (abs(${p}) - ${p}) + (abs(${q})*abs(${r}) + ${q}*${r})`),
            by.rewrite(that`${most} + ${D}*${x} = (abs(${p}) + ${p}) + (abs(${q})*abs(${r}) - ${q}*${r})`),
            within(ex`${D}*${x}`, most),
            by.ring(that`(abs(${D})*abs(${x}))^2 = (${D}*${x})^2`),
            by.root(that`abs(${D}*${x}) = abs(${D})*abs(${x})`),
            by.positive(that`abs(${D})*(abs(${x}) - ${c})/${c} >= 0`),
            by.positive(that`(${most} - abs(${D}*${x}))/${c} >= 0`),
          ];
        },
      },
    ),
  ],
});

/** 0 < c ≤ |x| gives x ≠ 0. */
const notZero = (x: Expr, c: Expr) =>
  by.lemma(
    { x, c },
    {
      from: ({ x, c }) => [that`${c} > 0`, that`abs(${x}) >= ${c}`],
      shows: ({ x }) => that`${x} != 0`,
      steps: ({ x }) => [
        by.positive(that`abs(${x}) > 0`),
        by.ring(that`abs(${x})^2 = ${x}^2`),
        by.positive(that`${x}^2 > 0`),
        by.positive(that`${x}^2 != 0`),
      ],
    },
  );
