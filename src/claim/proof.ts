/** Theorems for a whole claim, and what they rest on, as the contract reports it. Untrusted: it counts and lists. */
import type { Instance } from './instance.ts';
import { type Proof, proveInstance } from './replay.ts';
import type { ClaimRow } from './result.ts';

/** The claim at every declared size as theorems of the kernel, when all of them have one. */
export function proofs(instances: readonly Instance[]): readonly Proof[] | undefined {
  const all: Proof[] = [];
  for (const i of instances) {
    const p = proveInstance(i);
    if (typeof p === 'string') return undefined;
    all.push(p);
  }
  return all;
}

/** Statement, inferences by rule, axioms: over all sizes together. */
export function derivationOf(proved: readonly Proof[], statement: string): NonNullable<ClaimRow['derivation']> {
  const rules: { [rule: string]: number } = {};
  const axioms = new Set<string>();
  for (const theorem of proved.flatMap((p) => p.theorems)) {
    const { leaves } = theorem;
    for (const [rule, n] of Object.entries(leaves.rules)) rules[rule] = (rules[rule] ?? 0) + n;
    for (const axiom of leaves.axioms) axioms.add(axiom);
  }
  const inferences = Object.values(rules).reduce((a, b) => a + b, 0);
  return { statement, inferences, rules, axioms: [...axioms].sort() };
}
