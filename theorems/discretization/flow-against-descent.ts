import { and, by, claim, constant, type Expr, ex, real, size, that } from 'counterflow';
import { elkabetz2021 } from '../_papers.ts';

export default claim('discretization/flow-against-descent', {
  says: 'Quadratic loss, z = ηλ ∈ [0, 1]: after k steps 0 ≤ e^{−zk} − (1 − z)^k ≤ (z/2)e^{z−1}, uniformly in k.',
  status: 'theorem',
  source: { ...elkabetz2021, where: 'the question; this bound is ours' },
  notes: 'The constant 1/2 is approached at z = 1/k as k → ∞; up to k = 6 a smaller one will do.',
  sizes: { k: size(1, 6) },
  reals: { z: real('[0, 1]') },
  constants: { c: constant('1/2', { to: '1/4' }) },
  conclude: ({ k, z, c }) => that`0 <= exp(-${z}*${k}) - (1 - ${z})^${k} <= ${c}*${z}*exp(${z} - 1)`,
  boxes: 'conclusions',
  derivation: ({ k, z }) => {
    const [A, B] = [ex`exp(-${z})`, ex`1 - ${z}`];
    const steps = [...Array(k - 1).keys()].map((j) => j + 1);
    return [
      by.law('expTangent', ex`-${z}`),
      by.positive(that`${A} - (1 - ${z}) >= 0`),
      by.grows(that`0 <= 1 - ${z} + ${z}^2/2 - ${A}`, { slope: ex`${A} - (1 - ${z})` }),
      powers(k, A, B),
      // e^{−zj} = A^j, and e^{z − 1} = e^{kz − 1}A^{k − 1} ≥ kzA^{k − 1} by the tangent of exp at kz − 1.
      by.ring(that`exp(-${z}*1) = ${A}^1`),
      ...steps.map((j) =>
        by.lemma(
          { z, a: ex`${A}^${j}`, b: ex`${A}^${j + 1}` },
          {
            from: ({ z, a, b }) => [that`exp(-${z}*${j}) = ${a}`, that`${b} = ${a}*exp(-${z})`],
            shows: ({ z, b }) => that`exp(-${z}*${j + 1}) = ${b}`,
            steps: ({ z }) => by.law('expAdd', ex`-${z}*${j}`, ex`-${z}`),
          },
        ),
      ),
      by.law('expTangent', ex`${k}*${z} - 1`),
      by.ring(that`exp(${k}*${z} - 1 - ${z}*${k - 1}) = exp(${z} - 1)`),
      ...(k === 1 ? [] : [by.law('expAdd', ex`${k}*${z} - 1`, ex`-${z}*${k - 1}`)]),
      by.rewrite(that`exp(${k}*${z} - 1)*${A}^${k - 1} = exp(${z} - 1)`),
      by.lemma(
        {
          ...{ z, c: ex`exp(${k}*${z} - 1)`, a: ex`${A}^${k - 1}`, e: ex`exp(${z} - 1)` },
          ...{ A, B, D: ex`${A}^${k} - ${B}^${k}` },
        },
        {
          from: ({ z, c, a, e, A, B, D }) => [
            that`${z} >= 0`,
            that`${a} >= 0`,
            that`${k}*${z} <= ${c}`,
            that`${c}*${a} = ${e}`,
            that`${A} - ${B} <= ${z}^2/2`,
            that`${D} <= ${k}*(${A} - ${B})*${a}`,
          ],
          shows: ({ z, e, D }) => that`${D} <= ${z}/2*${e}`,
          steps: ({ z, c, a, A, B }) => [
            by.positive(that`${z}*${a}*(${c} - ${k}*${z}) >= 0`),
            by.positive(that`${a}*(${z}^2/2 - (${A} - ${B})) >= 0`),
          ],
        },
      ),
    ];
  },
});

/** 0 ≤ B ≤ A gives 0 ≤ A^k − B^k ≤ k(A − B)A^{k−1}, one power after the other. */
const powers = (k: number, A: Expr, B: Expr) =>
  by.lemma(
    { A, B },
    {
      from: ({ A, B }) => [that`0 <= ${B}`, that`0 <= ${A} - ${B}`, that`0 <= ${A}`],
      shows: ({ A, B }) =>
        and(that`0 <= ${A}^${k} - ${B}^${k}`, that`${A}^${k} - ${B}^${k} <= ${k}*(${A} - ${B})*${A}^${k - 1}`),
      steps: ({ A, B }) => [...Array(k - 1).keys()].map((j) => nextPower(j + 1, A, B)),
    },
  );
const nextPower = (j: number, A: Expr, B: Expr) =>
  by.lemma(
    {
      ...{ A, B, a: ex`${A}^${j}`, b: ex`${B}^${j}`, c: ex`${A}^${j - 1}` },
      ...{ p: ex`${A}^${j + 1}`, q: ex`${B}^${j + 1}` },
    },
    {
      from: ({ A, B, a, b, c, p, q }) => [
        that`0 <= ${B}`,
        that`0 <= ${A} - ${B}`,
        that`0 <= ${A}`,
        that`0 <= ${b}`,
        that`0 <= ${a} - ${b}`,
        that`${a} - ${b} <= ${j}*(${A} - ${B})*${c}`,
        that`${a} = ${A}*${c}`,
        that`${p} = ${A}*${a}`,
        that`${q} = ${B}*${b}`,
      ],
      shows: ({ A, B, a, p, q }) => and(that`0 <= ${p} - ${q}`, that`${p} - ${q} <= ${j + 1}*(${A} - ${B})*${a}`),
      steps: ({ A, B, a, b, c, p, q }) => [
        by.positive(that`${b}*(${A} - ${B}) >= 0`),
        by.positive(that`${A}*(${a} - ${b}) >= 0`),
        by.positive(that`(${A} - ${B})*(${a} - ${b}) >= 0`),
        by.positive(that`${A}*(${j}*(${A} - ${B})*${c} - (${a} - ${b})) >= 0`),
        by.rewrite(that`${p} - ${q} = ${A}*(${a} - ${b}) + ${b}*(${A} - ${B})`),
        by.rewrite(
          that`${j + 1}*(${A} - ${B})*${a} - (${p} - ${q}) = ${A}*(${j}*(${A} - ${B})*${c} - (${a} - ${b})) + (${A} - ${B})*(${a} - ${b})`,
        ),
      ],
    },
  );
