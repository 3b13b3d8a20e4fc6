/**
 * The JSON documents of the command line as zod schemas: one source for types, validation and the published JSON Schema.
 */
import { z } from 'zod';
import { STATUSES } from '../claim/claim.ts';
import { VERDICTS } from '../claim/verdict.ts';

const rationalText = z.string().regex(/^-?\d+(\/\d+)?$/);
const decimal = z.string().regex(/^-?\d+(\.\d+)?(e-?\d+)?$/);
const ends = z.tuple([decimal, decimal]);
const value: z.ZodType = z.lazy(() => z.union([rationalText, z.array(value)]));
const sizes = z.record(z.string(), z.union([z.number(), z.string()]));

export const witness = z.strictObject({
  claim: z.string(),
  hash: z.string(),
  sizes,
  values: z.record(z.string(), value),
  step: z.number().int().nullable(),
  margin: ends.nullable(),
  undefined: z.string().nullable(),
  quantities: z.record(z.string(), ends),
  certificate: z.enum(['exact', 'interval', 'dyadic', 'box']),
  bits: z.number().int(),
});

const derivation = z.strictObject({
  statement: z.string(),
  inferences: z.number().int(),
  rules: z.record(z.string(), z.number().int()),
  axioms: z.array(z.string()),
});

export const claimRow = z.strictObject({
  id: z.string(),
  file: z.string(),
  status: z.enum(STATUSES),
  verdict: z.enum(VERDICTS),
  asExpected: z.boolean(),
  reason: z.string().nullable(),
  runs: z.number().int(),
  accepted: z.number().int(),
  estimate: z.number().nullable(),
  derivation: derivation.nullable(),
  witness: witness.nullable(),
  boundary: witness.nullable(),
  evidence: z.array(z.string()),
  milliseconds: z.number(),
});

export const problem = z.strictObject({
  file: z.string(),
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  wanted: z.string(),
  found: z.string(),
});

export const checkDocument = z.strictObject({
  schema: z.literal('counterflow/check@1'),
  seed: z.number().int(),
  claims: z.array(claimRow),
  errors: z.array(problem),
  summary: z.partialRecord(z.enum(VERDICTS), z.number().int()),
});

export const reportDocument = z.strictObject({
  schema: z.literal('counterflow/report@1'),
  /** The seed of all documents; null when they differ. */
  seed: z.number().int().nullable(),
  claims: z.array(claimRow),
  errors: z.array(problem),
  summary: z.partialRecord(z.enum(VERDICTS), z.number().int()),
  /** Files of the HTML report, the index first. */
  written: z.array(z.string()),
});

const line = z.strictObject({ text: z.string(), latex: z.string() });
export const showDocument = z.strictObject({
  schema: z.literal('counterflow/show@1'),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      says: z.string(),
      status: z.enum(STATUSES),
      hash: z.string(),
      notes: z.string().nullable(),
      domains: z.array(z.strictObject({ name: z.string(), text: z.string() })),
      assume: z.array(line),
      conclude: z.array(line),
      samples: z.array(
        z.strictObject({
          sizes,
          reals: z.number().int(),
          inputs: z.number().int(),
          runs: z.array(z.strictObject({ kind: z.string(), state: z.array(z.string()), step: z.array(z.string()) })),
        }),
      ),
    }),
  ),
  errors: z.array(problem),
});

export const replayDocument = z.strictObject({
  schema: z.literal('counterflow/replay@1'),
  file: z.string(),
  claim: z.string().nullable(),
  verdict: z.enum(['refuted', 'holds', 'inadmissible', 'undecided']).nullable(),
  reason: z.string().nullable(),
  stale: z.boolean().nullable(),
  step: z.number().int().nullable(),
  margin: ends.nullable(),
  certificate: z.string().nullable(),
  bits: z.number().int().nullable(),
  errors: z.array(problem),
});

export const listDocument = z.strictObject({
  schema: z.literal('counterflow/list@1'),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      status: z.enum(STATUSES).nullable(),
      verdict: z.enum(VERDICTS).nullable(),
      paper: z.string().nullable(),
    }),
  ),
});

export const huntDocument = z.strictObject({
  schema: z.literal('counterflow/hunt@1'),
  seed: z.number().int(),
  seconds: z.number(),
  claims: z.array(claimRow.extend({ blocks: z.number().int(), strategy: z.string().nullable(), resumed: z.boolean() })),
  unreached: z.array(z.string()),
  errors: z.array(problem),
  summary: z.partialRecord(z.enum(VERDICTS), z.number().int()),
});

const asked = {
  verdict: z.enum(VERDICTS),
  reason: z.string().nullable(),
  runs: z.number().int(),
  accepted: z.number().int(),
} as const;

export const probeDocument = z.strictObject({
  schema: z.literal('counterflow/probe@1'),
  seed: z.number().int(),
  claims: z.array(
    z.strictObject({
      id: z.string(),
      file: z.string(),
      status: z.enum(STATUSES),
      asExpected: z.boolean(),
      ...asked,
      witness: witness.nullable(),
      hypotheses: z.array(
        z.strictObject({ text: z.string(), needed: z.boolean(), ...asked, witness: witness.nullable() }),
      ),
      constants: z.array(
        z.strictObject({
          name: z.string(),
          value: rationalText,
          to: rationalText,
          holds: z.strictObject({ at: rationalText, decimal: z.string(), ...asked }),
          sure: z.strictObject({ at: rationalText, decimal: z.string(), ...asked }).nullable(),
          fails: z.strictObject({ at: rationalText, decimal: z.string(), witness: witness.nullable() }).nullable(),
          guess: z.strictObject({ text: z.string(), value: z.number(), chance: z.number() }).nullable(),
          asked: z.number().int(),
        }),
      ),
    }),
  ),
  errors: z.array(problem),
});

/** ["mul", ["var", "u"], ["num", "1/2"]]: an operation with formulas and, for pow and power, the exponent. */
const formula: z.ZodType = z.lazy(() => z.array(z.union([z.string(), formula])).min(1));
const inequality = z.strictObject({ margin: formula, strict: z.boolean() });
const sides = z.strictObject({ lo: z.array(z.number()), hi: z.array(z.number()) });
const variableNumber = z.number().int().nonnegative();
const end = z.enum(['lo', 'hi']);
const cellProof: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({ by: z.enum(['natural', 'mean']) }),
    z.strictObject({ by: z.literal('taylor'), along: variableNumber, order: z.number().int() }),
    z.strictObject({ by: z.literal('ladder'), along: variableNumber, from: end, order: z.number().int() }),
    z.strictObject({
      by: z.literal('face'),
      pins: z.array(z.strictObject({ variable: variableNumber, end })),
      there: cellProof,
    }),
    z.strictObject({ by: z.enum(['excluded', 'tight']), which: z.number().int() }),
  ]),
);
/** What tools/certificate.ts writes and tools/verify-boxes.ts reads. */
export const boxesDocument = z.strictObject({
  schema: z.literal('counterflow/boxes@1'),
  claim: z.string(),
  hash: z.string(),
  instances: z.array(
    z.strictObject({
      sizes: z.record(z.string(), z.union([z.number(), z.string()])),
      variables: z.array(z.string()),
      box: sides,
      byKernel: z.number().int(),
      derived: z.boolean(),
      goals: z.array(
        z.strictObject({
          shown: inequality,
          assumed: z.array(inequality),
          leftOut: z.array(z.array(inequality)),
          cells: z.array(z.strictObject({ box: sides, proof: cellProof })),
        }),
      ),
    }),
  ),
});

export const DOCUMENTS = {
  boxes: boxesDocument,
  hunt: huntDocument,
  probe: probeDocument,
  witness,
  check: checkDocument,
  report: reportDocument,
  show: showDocument,
  replay: replayDocument,
  list: listDocument,
} as const;
export type CheckDocument = z.infer<typeof checkDocument>;
