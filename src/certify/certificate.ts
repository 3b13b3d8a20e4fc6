/**
 * The certificate of a claim's boxes as plain data, for whoever wants to check it without this program.
 *
 * Nothing is trusted here. Formulas are nested lists ["mul", ["var", "u"], ["num", "1/2"]]; ends of boxes are doubles as
 * JSON numbers, which read back exactly; variables of boxes and proofs are counted in the order of `variables`.
 */
import type { Choice } from '../claim/domains.ts';
import type { Instance } from '../claim/instance.ts';
import type { Term } from '../expr/term.ts';
import { text } from '../number/rational.ts';
import { ASKED, type Bound, type BoxOptions, type Cell, certifyInstance } from './box.ts';
import type { Box } from './cell.ts';

export type Formula = readonly [op: string, ...args: (Formula | string)[]];
interface Inequality {
  /** Shown or assumed to be ≥ 0, > 0 if strict. */
  readonly margin: Formula;
  readonly strict: boolean;
}
export interface Certificate {
  readonly schema: 'counterflow/boxes@1';
  readonly claim: string;
  readonly hash: string;
  readonly instances: readonly {
    readonly sizes: Choice;
    readonly variables: readonly string[];
    readonly box: Box;
    /** Conclusions that the kernel shows without boxes, and whether the conclusions follow from the goals by the kernel. */
    readonly byKernel: number;
    readonly derived: boolean;
    readonly goals: readonly {
      readonly shown: Inequality;
      readonly assumed: readonly Inequality[];
      readonly leftOut: readonly (readonly Inequality[])[];
      readonly cells: readonly Cell[];
    }[];
  }[];
}

function formula(t: Term): Formula {
  if (t.op === 'num') return ['num', text(t.value!)];
  if (t.op === 'var' || t.op === 'quantity') return ['var', t.name!];
  const args = t.args.map(formula);
  return t.op === 'pow' || t.op === 'power' ? [t.op, ...args, text(t.value!)] : [t.op, ...args];
}
const inequality = (b: Bound): Inequality => ({ margin: formula(b.margin), strict: b.strict });

/** Certifies the claim and gives the certificate, or says why there is none. */
export function certificateOf(
  claim: string,
  hash: string,
  instances: readonly Instance[],
  options: BoxOptions = ASKED,
): Certificate | { readonly reason: string } {
  const out: Certificate['instances'][number][] = [];
  for (const i of instances) {
    const r = certifyInstance(i, options);
    if (r.kind === 'undecided') return { reason: r.reason };
    out.push({
      sizes: i.choice,
      variables: r.variables.map((v) => v.name!),
      box: r.box,
      byKernel: r.byKernel,
      derived: (i.boxes ?? []).length > 0,
      goals: r.goals.map(({ goal, cells }) => ({
        shown: inequality(goal.shown),
        assumed: goal.assumed.map(inequality),
        leftOut: goal.leftOut.map((all) => all.map(inequality)),
        cells,
      })),
    });
  }
  return { schema: 'counterflow/boxes@1', claim, hash, instances: out };
}
