/**
 * The kernel's rules, each remembering the call that made a theorem, so that a proof can be written down.
 *
 * Untrusted: a wrong record is a proof that `recheck` refuses. Costs one weak map entry a theorem.
 */
import * as kernel from '../kernel/index.ts';

type Theorem = kernel.Theorem;
export interface Call {
  readonly rule: RuleName;
  readonly args: readonly unknown[];
}

const RULES = {
  assume: kernel.assume,
  weaken: kernel.weaken,
  cut: kernel.cut,
  ring: kernel.ring,
  symmetric: kernel.symmetric,
  rewrite: kernel.rewrite,
  replaceLeft: kernel.replaceLeft,
  replaceRight: kernel.replaceRight,
  rootUnique: kernel.rootUnique,
  instantiate: kernel.instantiate,
  difference: kernel.difference,
  positive: kernel.positive,
  contradiction: kernel.contradiction,
  cases: kernel.cases,
  closure: kernel.closure,
  axiom: kernel.axiom,
  enclose: kernel.enclose,
  rate: kernel.rate,
  rateIs: kernel.rateIs,
  grows: kernel.grows,
  induct: kernel.induct,
  alwaysThen: kernel.alwaysThen,
  atStep: kernel.atStep,
  flow: kernel.flow,
  alongMore: kernel.alongMore,
  alongThen: kernel.alongThen,
  frozen: kernel.frozen,
  keepsSign: kernel.keepsSign,
} as const;
export type RuleName = keyof typeof RULES;
export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

const calls = new WeakMap<Theorem, Call>();
export const callOf = (t: Theorem): Call | undefined => calls.get(t);

const recording = (name: RuleName) => {
  const rule = RULES[name] as (...args: readonly unknown[]) => Theorem;
  return (...args: readonly unknown[]): Theorem => {
    const t = rule(...args);
    calls.set(t, { rule: name, args: args.map((x) => (Array.isArray(x) ? [...x] : x)) });
    return t;
  };
};
/** Every rule under its own name and type. */
export const K = Object.fromEntries(RULE_NAMES.map((name) => [name, recording(name)])) as typeof RULES;
