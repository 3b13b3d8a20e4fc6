/**
 * What a page hands to the live replay: the instance packed without texts, the point, and what was verified there.
 *
 * Written in Node, read in the browser: imports neither the parser nor anything of Node. Some kilobytes.
 */
import type { Instance } from '../../claim/instance.ts';
import { type ExactPoint, pointFromJson, type ValuesJson, valuesJson } from '../../claim/point.ts';
import { compileInstance, type Program } from '../../claim/program.ts';
import type { Ends, Witness } from '../../claim/witness.ts';
import { type Json, type Packed, pack, unpack } from '../../expr/transport.ts';

export interface ReplayPayload {
  /** Of this form; a script of another version leaves the page as it is. */
  readonly format: 1;
  readonly instance: Packed;
  /** The point the replay starts from: the witness, or a sample point. Exact rationals as text. */
  readonly values: ValuesJson;
  /** Steps that statements about every step are decided for. */
  readonly horizon: number;
  readonly assume: readonly string[];
  readonly conclude: readonly string[];
  /** What the witness says of itself; null at a sample point. */
  readonly verified: Verified | null;
}
export interface Verified {
  readonly step: number | null;
  readonly margin: Ends | null;
  readonly quantities: { readonly [name: string]: Ends };
}

const DROP: ReadonlySet<string> = new Set(['text', 'latex', 'place', 'written']);

/** Without members that are undefined. */
function lean(x: Json): Json {
  if (Array.isArray(x)) return x.map(lean);
  if (x === null || typeof x !== 'object') return x;
  const kept = Object.entries(x).filter(
    ([, v]) => !(v !== null && typeof v === 'object' && '$undefined' in (v as object)),
  );
  return Object.fromEntries(kept.map(([k, v]) => [k, lean(v as Json)]));
}

/** Undefined for claims whose answers the browser can't compute: quantized runs and games. */
export function payloadOf(program: Program, point: ExactPoint, witness: Witness | null): ReplayPayload | undefined {
  const { instance } = program;
  if (instance.finite?.length) return undefined;
  const { definitions: _, ...rest } = instance;
  const { terms, body } = pack({ ...rest, guide: [], tight: [], derivation: [] }, DROP);
  return {
    format: 1,
    instance: { terms, body: lean(body) },
    values: valuesJson(instance, point),
    horizon: point.horizon,
    assume: instance.assume.map((s) => s.text),
    conclude: instance.conclude.map((s) => s.text),
    verified: witness && { step: witness.step, margin: witness.margin, quantities: witness.quantities },
  };
}

/** The program and the point again. Throws TypeError or WitnessError on anything malformed. */
export function readPayload(p: ReplayPayload): { readonly program: Program; readonly point: ExactPoint } {
  const instance = unpack(p.instance) as Instance;
  return { program: compileInstance(instance), point: pointFromJson(instance, p.values, p.horizon) };
}
