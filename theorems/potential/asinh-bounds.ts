import { by, claim, constant, type Expr, ex, real, that } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

/** e^a ≤ e^b gives a ≤ b: otherwise e^a ≥ e^b(1 + a − b) > e^b. */
export const byExp = ({ a, b }: { readonly a: Expr; readonly b: Expr }) => [
  by.law('expTangent', ex`${a} - ${b}`),
  by.law('expAdd', b, ex`${a} - ${b}`),
  by.positive(that`exp(${b})*(exp(${a} - ${b}) - (1 + (${a} - ${b}))) >= 0`),
  by.rewrite(that`exp(${a}) = exp(${b})*exp(${a} - ${b})`),
  by.contradiction(that`${a} <= ${b}`, by.positive(that`exp(${b})*(${a} - ${b}) > 0`)),
];

const increasing = {
  from: ({ a, b }: { readonly a: Expr; readonly b: Expr }) => that`exp(${a}) <= exp(${b})`,
  shows: ({ a, b }: { readonly a: Expr; readonly b: Expr }) => that`${a} <= ${b}`,
  steps: byExp,
};

/** e^p − e^{−p} = z at p = asinh(z/2). */
const inverse = (z: Expr, p: Expr) => [
  by.law('sinhAsinh', ex`${z}/2`),
  by.law('sinhExp', p),
  by.law('expNeg', p),
  by.rewrite(that`exp(${p}) = ${z} + exp(-${p})`),
];

/** asinh(z/2) ≤ ln(1 + z) for z ≥ 0: if e^p > 1 + z then e^{−p} > 1, so that e^p < 1. */
export const upper = ({ z }: { readonly z: Expr }) => {
  const p = ex`asinh(${z}/2)`;
  return [
    ...inverse(z, p),
    by.law('expLog', ex`1 + ${z}`),
    by.contradiction(that`exp(${p}) <= 1 + ${z}`, [
      by.positive(that`exp(-${p}) > 1`),
      by.positive(that`(exp(-${p}) - 1)*exp(${p}) > 0`),
      by.positive(that`exp(${p}) < 1`),
    ]),
    by.positive(that`exp(${p}) <= exp(ln(1 + ${z}))`),
    by.lemma({ a: p, b: ex`ln(1 + ${z})` }, increasing),
  ];
};

const lower = ({ z }: { readonly z: Expr }) => {
  const p = ex`asinh(${z}/2)`;
  return [
    ...inverse(z, p),
    by.law('expLog', z),
    by.positive(that`exp(ln(${z})) <= exp(${p})`),
    by.lemma({ a: ex`ln(${z})`, b: p }, increasing),
  ];
};

export default claim('potential/asinh-bounds', {
  says: 'ln z ≤ asinh(z/2) ≤ ln(1 + z) for z > 0.',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its potential; rederived' },
  reals: { z: real('[1/1000000, 1000000]', { scale: 'log' }) },
  constants: { c: constant('1', { to: '1/2' }) },
  conclude: ({ z, c }) => that`ln(${z}) <= asinh(${z}/2) <= ln(${c} + ${z})`,
  boxes: 'conclusions',
  derivation: ({ z }) => [...lower({ z }), ...upper({ z })],
});
