import { and, by, claim, type Expr, ex, real, that } from 'counterflow';
import { larger } from '../_absolute.ts';
import { gidel2019 } from '../_papers.ts';

export default claim('incremental/effective-rank', {
  says: 'Two modes learned one after another: the effective rank ‖X‖_*/‖X‖₂ starts at 2 and stays between 1 and 2.',
  status: 'theorem',
  source: { ...gidel2019, where: 'its modes; the effective rank is our observable' },
  notes: 'Modes w(t) = σ/(1 + (σ/α − 1)e^{−2σt}) with a common start α.',
  reals: {
    s1: real('[1/2, 3]'),
    s2: real('[1/2, 3]'),
    alpha: real('[1/1000000, 1/10]', { scale: 'log' }),
    t1: real('[0, 20]'),
    t2: real('[0, 20]'),
  },
  where: ({ s1, s2, alpha, t1, t2 }) => {
    const w = (s: Expr, t: Expr) => ex`${s}/(1 + (${s}/${alpha} - 1)*exp(-2*${s}*${t}))`;
    const rank = (t: Expr) => ex`(${w(s1, t)} + ${w(s2, t)})/max(${w(s1, t)}, ${w(s2, t)})`;
    return { early: rank(t1), late: rank(t2), middle: rank(ex`(${t1} + ${t2})/2`), start: rank(ex`0`) };
  },
  assume: ({ t1, t2 }) => that`${t1} < ${t2}`,
  conclude: ({ early, start }) => [that`1 <= ${early} <= 2`, that`${start} = 2`],
  derivation: ({ s1, s2, alpha, t1 }) => {
    const size = (s: Expr, t: Expr) => ex`${s}/(1 + (${s}/${alpha} - 1)*exp(-2*${s}*${t}))`;
    return [
      by.law('expZero'),
      ...[s1, s2].flatMap((s) => [
        by.positive(that`(${s} - ${alpha})/${alpha} > 0`),
        by.positive(that`1 + (${s} - ${alpha})/${alpha}*exp(-2*${s}*${t1}) > 0`),
        by.positive(that`1 + (${s}/${alpha} - 1)*exp(-2*${s}*${t1}) > 0`),
        by.positive(that`${size(s, t1)} > 0`),
        by.rewrite(that`exp(-2*${s}*0) = 1`),
        by.rewrite(that`${size(s, ex`0`)} = ${alpha}`),
      ]),
      betweenOneAndTwo(size(s1, t1), size(s2, t1)),
      twoAlike(size(s1, ex`0`), size(s2, ex`0`), alpha),
    ];
  },
});

const betweenOneAndTwo = (p: Expr, q: Expr) =>
  by.lemma(
    { p, q },
    {
      from: ({ p, q }) => [that`${p} > 0`, that`${q} > 0`],
      shows: ({ p, q }) => and(that`1 <= (${p} + ${q})/max(${p}, ${q})`, that`(${p} + ${q})/max(${p}, ${q}) <= 2`),
      steps: ({ p, q }) => [
        larger(p, q),
        by.cases(that`min(${p}, ${q}) > 0`, {
          between: [p, q],
          below: by.root(that`abs(${p} - ${q}) = ${q} - ${p}`),
          above: by.root(that`abs(${p} - ${q}) = ${p} - ${q}`),
        }),
        by.positive(that`max(${p}, ${q}) > 0`),
        by.positive(that`min(${p}, ${q})/max(${p}, ${q}) >= 0`),
        by.positive(that`((max(${p}, ${q}) - ${p}) + (max(${p}, ${q}) - ${q}))/max(${p}, ${q}) >= 0`),
      ],
    },
  );

const twoAlike = (p: Expr, q: Expr, a: Expr) =>
  by.lemma(
    { p, q, a },
    {
      from: ({ p, q, a }) => [that`${p} = ${a}`, that`${q} = ${a}`, that`${a} > 0`],
      shows: ({ p, q }) => that`(${p} + ${q})/max(${p}, ${q}) = 2`,
      steps: ({ p, q, a }) => [by.root(that`abs(${p} - ${q}) = 0`), by.rewrite(that`max(${p}, ${q}) = ${a}`)],
    },
  );
