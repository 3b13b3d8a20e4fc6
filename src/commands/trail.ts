/**
 * What a hunt leaves on disk, so that a killed one is taken up again: a trail for each claim, witnesses beside the claims, and
 * a journal of what was found.
 *
 * Trails and witnesses are written beside and renamed, journal lines appended whole: a kill leaves the old or the new.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { ValueJson } from '../claim/point.ts';
import {
  clearTemporaries,
  committedWitness,
  type Witness,
  witnessPath,
  writeWhole,
  writeWitness,
} from '../claim/witness.ts';
import { parseRational } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { Arm } from '../search/bandit.ts';
import { pointCost } from '../search/simple.ts';

export interface Trail {
  readonly seed: number;
  readonly hash: string;
  /** Every block below has been searched. */
  readonly next: number;
  readonly runs: number;
  readonly accepted: number;
  readonly margin: number | null;
  readonly suspicion: string | null;
  readonly arm: Arm;
  readonly modes: readonly Arm[];
}

const FOLDER = '.counterflow/hunt';
const trailPath = (file: string): string => `${FOLDER}/${encodeURIComponent(file)}.json`;

const isArm = (a: unknown): boolean =>
  typeof a === 'object' && a !== null && Number.isFinite((a as Arm).pulls) && Number.isFinite((a as Arm).reward);

/** The trail of a claim file under a seed; undefined where there is none that can be read. */
export function readTrail(file: string, seed: number, modes: number): Trail | undefined {
  try {
    const t = JSON.parse(readFileSync(trailPath(file), 'utf8')) as Trail;
    const whole = [t.next, t.runs, t.accepted].every((n) => Number.isSafeInteger(n) && n >= 0);
    const arms = isArm(t.arm) && t.modes.length === modes && t.modes.every(isArm);
    return t.seed === seed && whole && arms && typeof t.hash === 'string' ? t : undefined;
  } catch {
    return undefined;
  }
}

export function writeTrail(file: string, t: Trail): void {
  writeWhole(trailPath(file), JSON.stringify(t));
}

/** Before a hunt: the folder is there, and what killed runs left unfinished is not. */
export function prepareTrails(files: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const file of files) {
    clearTemporaries(trailPath(file));
    clearTemporaries(witnessPath(file));
  }
}

const flat = (v: ValueJson): readonly Rational[] =>
  typeof v === 'string' ? [parseRational(v)].flatMap((q) => q ?? []) : v.flatMap(flat);
const cost = (w: Witness): number => pointCost(Object.values(w.values).flatMap(flat));

/** A witness of the same statement that is as simple or simpler lies there already. */
function better(file: string, w: Witness): boolean {
  if (!existsSync(witnessPath(file))) return false;
  try {
    const there = committedWitness(file)!;
    return there.hash === w.hash && cost(there) <= cost(w);
  } catch {
    return false;
  }
}

/** Writes a witness beside its claim and into the journal; with `keep`, a simpler one that lies there stays. Whether it was written. */
export function pinFound(file: string, w: Witness, keep: boolean): boolean {
  const path = witnessPath(file);
  const write = !(keep && better(file, w));
  if (write) writeWitness(file, w);
  appendFileSync(`${FOLDER}/found.jsonl`, `${JSON.stringify({ time: new Date().toISOString(), path, witness: w })}\n`);
  return write;
}
