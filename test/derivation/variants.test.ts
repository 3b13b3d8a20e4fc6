/**
 * False variants of proved claims, each with one error of the kind one makes in a derivation: they are not proved, neither
 * by their own derivation nor by that of the true claim, which is.
 */
import { describe, expect, it } from 'vitest';
import type { Instance } from '../../src/claim/instance.ts';
import { proveInstance } from '../../src/claim/replay.ts';
import { load } from './library.ts';

/** The false claim, and the true one. */
const VARIANTS: { readonly [error: string]: readonly (readonly [string, string])[] } = {
  'a sign': [
    ['balance/product-factor-sign', 'balance/product'],
    ['catapult/recursion-plus', 'catapult/recursion'],
    ['discretization/flow-above-descent', 'discretization/flow-against-descent'],
    ['norms/implicit-em-sign', 'norms/implicit-em'],
    ['robust/weak-duality-sign', 'robust/weak-duality'],
  ],
  'a factor': [
    ['balance/depth-two-factor', 'balance/depth'],
    ['balance/difference-without-four', 'balance/difference'],
    ['balance/matrix-factor', 'balance/matrix'],
    ['bias/stochastic-product-twice', 'bias/stochastic-product'],
    ['catapult/recursion-2f', 'catapult/recursion'],
    ['catapult/sector-sum-8', 'catapult/sector-sum'],
    ['deep-linear/imbalance-rate-4', 'deep-linear/imbalance-rate'],
    ['deep-linear/metric-no-depth', 'deep-linear/metric'],
    ['descent/one-step-3-4', 'descent/one-step'],
    ['discretization/quadratic-sandwich-4', 'discretization/quadratic-sandwich'],
    ['flow/difference-metric-1', 'flow/difference-metric'],
    ['flow/difference-sinh-half', 'flow/difference-sinh'],
    ['flow/difference-sinh-unhalved-loss', 'flow/difference-sinh'],
    ['flow/energy-rate-loss', 'flow/energy-rate'],
    ['flow/loss-over-time-4', 'flow/loss-over-time'],
    ['flow/loss-rate-32', 'flow/loss-rate'],
    ['flow/power-difference-scale', 'flow/power-difference'],
    ['incremental/time-depth-2-half', 'incremental/time-depth-2'],
    ['margin/exponential-sinh-2', 'margin/exponential-sinh'],
    ['norms/path-norm-least-2', 'norms/path-norm-least'],
    ['potential/dual-bound-half', 'potential/dual-bound'],
    ['potential/hyperbolic-quadratic-8', 'potential/hyperbolic-quadratic'],
    ['sharpness/stable-norm-4', 'sharpness/stable-norm'],
    ['sharpness/tied-sharpness-2', 'sharpness/tied-sharpness'],
  ],
  'a hypothesis dropped': [
    ['balance/product-always-shrinks', 'balance/product'],
    ['bias/effective-initialization-always-shrinks', 'bias/effective-initialization'],
    ['catapult/schedule-no-gap', 'catapult/schedule'],
    ['deep-linear/sign-kept-unbalanced', 'deep-linear/sign-kept'],
    ['discretization/decoupled-correlated', 'discretization/decoupled'],
    ['flow/energy-rate-any-point', 'flow/energy-rate'],
    ['flow/quadratics-commute-any', 'flow/quadratics-commute'],
    ['incremental/identical-layers-any-step', 'incremental/identical-layers'],
    ['leaky/linear-boundary-relu', 'leaky/linear-boundary'],
    ['margin/orthogonal-path-any', 'margin/orthogonal-path'],
    ['sharpness/product-hessian-kernel', 'sharpness/product-hessian'],
    ['sharpness/sharpest-is-least-norm-signed', 'sharpness/sharpest-is-least-norm'],
    ['sharpness/tied-sharpness-off-fibre', 'sharpness/tied-sharpness'],
  ],
};
const instances = async (id: string): Promise<readonly Instance[]> => (await load(`theorems/${id}.ts`)).instances;
const isProved = (i: Instance): boolean => typeof proveInstance(i) !== 'string';
const MINUTE = 60_000;

it('there are at least 25', () => {
  expect(Object.values(VARIANTS).flat().length).toBeGreaterThanOrEqual(25);
});
describe.each(Object.entries(VARIANTS))('%s:', (_, pairs) => {
  it.each(pairs)(
    '%s',
    async (wrong, right) => {
      const [truths, falsehoods] = [await instances(right), await instances(wrong)];
      expect(isProved(truths[0]!)).toBe(true);
      const same = (i: Instance): Instance =>
        truths.find((t) => JSON.stringify(t.choice) === JSON.stringify(i.choice)) ?? truths[0]!;
      const own = falsehoods.every(isProved);
      const borrowed = falsehoods.every((i) => isProved({ ...i, derivation: same(i).derivation }));
      expect([own, borrowed]).toEqual([false, false]);
    },
    2 * MINUTE,
  );
});
