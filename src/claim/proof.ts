/** Theorems for a whole claim, and what they rest on, as the contract and the reports say it. Untrusted: it counts and lists. */
import { taskText } from '../derivation/companion.ts';
import type { Proposal } from '../derivation/proposal.ts';
import { text } from '../expr/text.ts';
import type { Instance } from './instance.ts';
import { type Proof, proveInstance } from './replay.ts';
import type { ClaimRow, ProofDetails, ProposalLine } from './result.ts';

/** The claim at every declared size as theorems of the kernel, when all of them have one. */
export function proofs(instances: readonly Instance[], notes: Proposal[] = []): readonly Proof[] | undefined {
  const all: Proof[] = [];
  for (const i of instances) {
    const p = proveInstance(i, notes);
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

/** What mathjs, nerdamer and the content of radicands proposed, each proposal once. */
export function proposalLines(notes: readonly Proposal[]): readonly ProposalLine[] {
  const all = notes.map(({ by, task, proposal, accepted, why }): ProposalLine => {
    const shown = typeof proposal === 'string' ? proposal : text(proposal, 200);
    return { by, task: taskText(task), proposal: shown, accepted: accepted !== undefined, why };
  });
  return [...new Map(all.map((l) => [JSON.stringify(l), l])).values()];
}

const inferences = (p: Proof): number =>
  p.theorems.reduce((n, t) => n + Object.values(t.leaves.rules).reduce((a, b) => a + b, 0), 0);

/** What a proof says beyond the contract. */
export function proofDetails(
  proved: readonly Proof[],
  instances: readonly Instance[],
  notes: readonly Proposal[],
): ProofDetails {
  const boxes = proved.flatMap((p) => p.theorems.flatMap((t) => t.leaves.enclosures));
  return {
    sizes: proved.map((p, k) => ({ sizes: instances[k]!.choice, inferences: inferences(p) })),
    proposals: proposalLines(notes),
    enclosures: boxes.map((b) =>
      b.shows.kind === 'relation' ? `${text(b.shows.left, 200)} ${b.shows.op} ${text(b.shows.right, 200)}` : '',
    ),
  };
}
