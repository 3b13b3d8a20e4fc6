/**
 * Witness files: a counterexample as exact values, beside the claim it refutes. Data only, never evaluated as code.
 *
 * Written by append to a temporary file and rename, so a killed run leaves the old file or the new one, never half.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Choice } from './domains.ts';
import { type ValuesJson, WitnessError } from './point.ts';

export type Ends = readonly [lo: string, hi: string];

/** The contract's witness object. `margin` and quantities are outward-rounded decimals. */
export interface Witness {
  readonly claim: string;
  readonly hash: string;
  readonly sizes: Choice;
  readonly values: ValuesJson;
  readonly step: number | null;
  readonly margin: Ends | null;
  /** The label of a side that is certainly undefined at the point. */
  readonly undefined: string | null;
  readonly quantities: { readonly [name: string]: Ends };
  readonly certificate: 'exact' | 'interval' | 'dyadic' | 'box';
  readonly bits: number;
}

const EXTENSION = /\.(?:[cm]?[tj]s)$/;
export const witnessPath = (claimFile: string): string => claimFile.replace(EXTENSION, '.witness.json');

/** Writes whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, text, { flush: true });
  renameSync(temporary, path);
}
export const writeWitness = (claimFile: string, w: Witness): void =>
  writeWhole(witnessPath(claimFile), `${JSON.stringify(w, null, 2)}\n`);

/** Removes what killed runs left of files they did not finish beside a file. */
export function clearTemporaries(path: string): void {
  const begin = `${basename(path)}.`;
  const folder = dirname(path);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.startsWith(begin) && /^\d+\.tmp$/.test(name.slice(begin.length)))
      rmSync(join(folder, name), { force: true });
}

/** The witness in a file. Throws WitnessError that names the file and what is wrong. */
export function readWitness(path: string): Witness {
  const wrong = (wanted: string, found: string): never => {
    throw new WitnessError(`${path}: ${wanted} is wanted, found ${found}`);
  };
  if (!existsSync(path)) wrong('a witness file', 'nothing there');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (e) {
    wrong('a JSON document', e instanceof Error ? e.message : String(e));
  }
  const w = json as Witness;
  if (typeof w !== 'object' || w === null || Array.isArray(w)) wrong('a witness object', typeof w);
  if (typeof w.claim !== 'string') wrong("the claim's id in claim", typeof w.claim);
  if (typeof w.hash !== 'string') wrong("the claim's hash in hash", typeof w.hash);
  if (typeof w.sizes !== 'object' || w.sizes === null) wrong('an object in sizes', typeof w.sizes);
  if (typeof w.values !== 'object' || w.values === null) wrong('an object in values', typeof w.values);
  if (w.step !== null && !(Number.isInteger(w.step) && w.step >= 0)) wrong('a step or null in step', String(w.step));
  return w;
}

/** The committed witness beside a claim file, if there is one. */
export function committedWitness(claimFile: string): Witness | undefined {
  const path = witnessPath(claimFile);
  return existsSync(path) ? readWitness(path) : undefined;
}
