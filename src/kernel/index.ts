/** The kernel: what the rest of the program may see of it. A Theorem can be looked at and be given to a rule, not made. */
export * from './axioms.ts';
export * from './calculus.ts';
export { conditions, holds, type Known, known, mentions, smoothness } from './conditions.ts';
export * from './dynamics.ts';
export * from './enclose.ts';
export * as normal from './normal.ts';
export type { Along, Always, Assignment, Motion, Proposition, Rate, Run } from './proposition.ts';
export { same } from './proposition.ts';
export * from './relation.ts';
export * from './rules.ts';
export { isTheorem, type Leaves, type Statement, type Theorem } from './theorem.ts';
