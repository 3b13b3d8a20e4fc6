/**
 * A claim at one choice of sizes, as plain data: what every engine works on. `adoptInstance` takes it across a border.
 *
 * Untrusted: engines re-check. The hash names the mathematical content (formulas, domains), not texts and places.
 */
import { createHash } from 'node:crypto';
import type { Step } from '../derivation/steps.ts';
import type { FiniteQuestion, RunNode } from '../dynamics/run.ts';
import type { SolvedQuestion } from '../dynamics/solved.ts';
import type { Place } from '../expr/error.ts';
import type { Shape } from '../expr/expr.ts';
import type { Logic } from '../expr/statement.ts';
import type { Term } from '../expr/term.ts';
import { type Json, type Packed, pack, unpack } from '../expr/transport.ts';
import type { Rational } from '../number/rational.ts';
import type { Choice, Domain } from './domains.ts';

/** A real or an input, with the variables that stand for its entries. */
export interface Declared {
  readonly name: string;
  readonly shape: Shape;
  readonly domain: Domain;
  readonly variables: readonly Term[];
}
export interface Said {
  readonly logic: Logic;
  readonly text: string;
  readonly latex: string;
  readonly place: Place | undefined;
}
/** A part of the domain in which at least that share of the accepted runs has to be. */
export interface Region extends Said {
  readonly least: Rational;
}
/** A name of `where`: a formula as it was written, or the number of the run it stands for. For people. */
export interface Defined {
  readonly name: string;
  readonly run: number | null;
  readonly text: string;
  readonly latex: string;
}
export interface Instance {
  readonly choice: Choice;
  readonly reals: readonly Declared[];
  readonly inputs: readonly Declared[];
  readonly runs: readonly RunNode[];
  readonly assume: readonly Said[];
  readonly conclude: readonly Said[];
  readonly tight: readonly Said[];
  readonly guide: readonly Term[];
  readonly derivation: readonly Step[];
  /** Questions about finite systems and games; their answers are quantities. */
  readonly finite?: readonly FiniteQuestion[];
  readonly definitions?: readonly Defined[];
  /** What boxes certify in place of the conclusions, which follow from it; empty: the conclusions themselves. */
  readonly boxes?: readonly Said[];
  /** Quantities that need a solver, in the order in which they may depend on each other. */
  readonly solved?: readonly SolvedQuestion[];
  readonly cover?: readonly Region[];
}

export const adoptInstance = (packed: Packed): Instance => unpack(packed) as Instance;

const TEXTS: ReadonlySet<string> = new Set([
  'text',
  'latex',
  'place',
  'guide',
  'derivation',
  'key',
  'written',
  'definitions',
  'labels',
  'cover',
  'boxes',
  'asked',
]);

/** SHA-256 over the content of some instances, shortened to 16 hexadecimal digits. */
export function hashOf(id: string, instances: readonly Instance[]): string {
  const body: Json = instances.map((i) => pack(i, TEXTS) as unknown as Json);
  return createHash('sha256').update(id).update(JSON.stringify(body)).digest('hex').slice(0, 16);
}
