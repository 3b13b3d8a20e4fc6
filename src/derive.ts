/**
 * `derive` and `recheck` as data: a claim's derivation with what it rests on; an exported proof replayed and compared with
 * the claim it is for.
 *
 * Trusted for what `recheck` says: a proof counts only if the kernel of this process accepts every step and the claim's
 * goals, at all declared sizes, are among what it shows.
 */
import { readFileSync } from 'node:fs';
import type { Choice } from './claim/domains.ts';
import { goals, proves } from './claim/goals.ts';
import type { Instance } from './claim/instance.ts';
import { derivationOf, proofDetails, proposalLines } from './claim/proof.ts';
import { type Proof, proveInstance } from './claim/replay.ts';
import type { ProposalLine } from './claim/result.ts';
import { type Proof as Exported, exportProof, recheck } from './derivation/export.ts';
import type { Proposal } from './derivation/proposal.ts';
import type { Step } from './derivation/steps.ts';
import { text } from './expr/text.ts';
import type { LoadedClaim } from './load.ts';

export interface StepLine {
  readonly depth: number;
  readonly by: string;
  readonly text: string;
  readonly latex: string | null;
}
export interface Derived {
  readonly id: string;
  readonly file: string;
  readonly says: string;
  readonly proved: boolean;
  readonly reason: string | null;
  readonly assume: readonly Line[];
  readonly conclude: readonly Line[];
  readonly steps: readonly StepLine[];
  readonly sizes: readonly { readonly sizes: Choice; readonly inferences: number }[];
  readonly derivation: ReturnType<typeof derivationOf> | null;
  readonly enclosures: readonly string[];
  /** What mathjs, nerdamer and the content of radicands proposed where a step asked them, and what became of it. */
  readonly proposals: readonly ProposalLine[];
  readonly export: ProofFile | null;
}
interface Line {
  readonly text: string;
  readonly latex: string;
}
/** What `derive --proof` writes. */
export interface ProofFile {
  readonly schema: 'counterflow/proofs@1';
  readonly claim: string;
  readonly hash: string;
  readonly file: string;
  readonly proofs: readonly { readonly sizes: Choice; readonly proof: Exported }[];
}

/** An author's steps in order, with how deep they stand. */
export function lines(steps: readonly Step[], depth = 0): readonly StepLine[] {
  return steps.flatMap((s): readonly StepLine[] => {
    const at =
      s.by === 'law' ? s.uses.map((terms) => terms.map((t) => text(t, 120).replaceAll('any:', '')).join(', ')) : [];
    const words = s.by === 'law' ? `${s.name} at ${at.join('; ')}` : s.text;
    const own: StepLine = { depth, by: s.by, text: words, latex: s.by === 'law' ? null : s.latex };
    if (s.by === 'cases') {
      const [a, b] = s.between.map((t) => text(t, 120)) as [string, string];
      const one = (c: string): StepLine => ({ depth: depth + 1, by: 'case', text: c, latex: null });
      const below = [one(`${a} <= ${b}`), ...lines(s.below, depth + 2)];
      return [own, ...below, one(`${b} <= ${a}`), ...lines(s.above, depth + 2)];
    }
    return [own, ...('steps' in s ? lines(s.steps, depth + 1) : [])];
  });
}

/** What `derive` prints. */
export function derived(loaded: LoadedClaim): Derived {
  const { claim, file, instances, hash } = loaded;
  const last = instances[instances.length - 1]!;
  const line = (s: Line): Line => ({ text: s.text, latex: s.latex });
  const common = {
    id: claim.id,
    file,
    says: claim.says,
    assume: last.assume.map(line),
    conclude: last.conclude.map(line),
  };
  const [proofs, notes]: [Proof[], Proposal[]] = [[], []];
  for (const i of instances) {
    const p = proveInstance(i, notes);
    if (typeof p === 'string') {
      const reason = `${Object.keys(i.choice).length > 0 ? `at ${JSON.stringify(i.choice)}: ` : ''}${p.slice(0, 2900)}`;
      const none = { derivation: null, sizes: [], enclosures: [], export: null };
      const proposals = proposalLines(notes);
      return { ...common, ...none, proposals, proved: false, reason, steps: lines(last.derivation) };
    }
    proofs.push(p);
  }
  const exported = proofs.map((p, k) => ({ sizes: instances[k]!.choice, proof: exportProof(...p.theorems) }));
  return {
    ...common,
    proved: true,
    reason: null,
    steps: lines(last.derivation),
    ...proofDetails(proofs, instances, notes),
    derivation: derivationOf(proofs, common.conclude.map((c) => c.text).join('; ')),
    export: { schema: 'counterflow/proofs@1', claim: claim.id, hash, file, proofs: exported },
  };
}

export interface Rechecked {
  readonly claim: string;
  readonly accepted: boolean;
  readonly reason: string | null;
  readonly stale: boolean;
  readonly sizes: number;
  readonly axioms: readonly string[];
}

const sameSizes = (a: Choice, b: Choice): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([k, v]) => b[k] === v);

/** Does the exported proof show every goal of the instance? The reason why not, or undefined. */
function missing(i: Instance, file: ProofFile, axioms: Set<string>): string | undefined {
  const found = file.proofs.find((p) => sameSizes(p.sizes, i.choice));
  if (!found) return `no proof for the sizes ${JSON.stringify(i.choice)}`;
  const theorems = recheck(found.proof);
  for (const t of theorems) for (const a of t.leaves.axioms) axioms.add(a);
  const open = goals(i).findIndex((g) => !theorems.some((t) => proves(t, g)));
  return open < 0 ? undefined : `conclusion ${open + 1} is not among what is proved at ${JSON.stringify(i.choice)}`;
}

/** What `recheck` prints. Throws on a malformed file or a step the kernel refuses. */
export function rechecked(loaded: LoadedClaim, path: string): Rechecked {
  const file = JSON.parse(readFileSync(path, 'utf8')) as ProofFile;
  if (file?.schema !== 'counterflow/proofs@1' || !Array.isArray(file.proofs))
    throw new TypeError('a file written by derive --proof is wanted');
  const { claim, instances, hash } = loaded;
  const axioms = new Set<string>();
  const stale = file.hash !== hash;
  const common = { claim: claim.id, stale, sizes: instances.length };
  if (file.claim !== claim.id) return { ...common, accepted: false, reason: `a proof of ${file.claim}`, axioms: [] };
  for (const i of instances) {
    const reason = missing(i, file, axioms);
    if (reason !== undefined) return { ...common, accepted: false, reason, axioms: [...axioms].sort() };
  }
  return { ...common, accepted: true, reason: null, axioms: [...axioms].sort() };
}
