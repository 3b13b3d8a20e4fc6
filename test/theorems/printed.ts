/**
 * Numbers printed with false variants, reproduced: the quantity is enclosed by the arithmetic that decides claims, at the
 * printed parameters, and every number of the enclosure, rounded to the printed digits, is the printed one; the point itself
 * is a verified counterexample. `all` in a row are the names of the claim, as its `conclude` sees them.
 */
import { type Expr, type Statement, that } from 'counterflow';
import { expect, test } from 'vitest';
import { certifyPoint, type Reading, readingAt } from '../../src/certify/point.ts';
import type { Claim } from '../../src/claim/claim.ts';
import type { Choice } from '../../src/claim/domains.ts';
import { adoptInstance } from '../../src/claim/instance.ts';
import { type ExactPoint, pointFromJson, type ValuesJson } from '../../src/claim/point.ts';
import { compileInstance, type Program } from '../../src/claim/program.ts';
import { specialised } from '../../src/finite.ts';
import { decimalDown, decimalUp, parseRational } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';

type Rational = Q.Rational;
type Bounds = readonly [Rational, Rational];
// biome-ignore lint/suspicious/noExplicitAny: one table for claims of many shapes
type Names = any;

/** A side of the conclusion that fails, a ≥ b read as b ≤ a; a formula; or a statement, of which the left side is meant (for `ifConverges`). */
export type Of = 'left' | 'right' | ((all: Names) => Expr | Statement);

/** '0.5561': so rounded. '=-39/25': exactly. */
export type Printed = string;

export interface Row {
  readonly claim: string;
  readonly sizes?: Choice;
  /** Exact rationals as text, nested like the shapes; inputs are lists over steps. */
  readonly at: ValuesJson;
  /** How many steps `always` speaks of where there are no inputs. */
  readonly steps?: number;
  /** Other values of some parameters: the printed point is between the two, where `root` is zero; all is monotone there. */
  readonly to?: ValuesJson;
  readonly root?: (all: Names) => Expr | Statement;
  /** Fields of a variant, where the printed point is outside the claim's domain or in another convention. */
  readonly change?: object;
  /** Why the point need not be a counterexample. */
  readonly only?: string;
  readonly prints: readonly (readonly [Printed, Of])[];
  /** Printed, but not what is found; explained in the README of the family. */
  readonly differs?: readonly { readonly printed: Printed; readonly found: Printed; readonly of: Of }[];
}

const FILE = (id: string): string => new URL(`../../theorems/${id}.ts`, import.meta.url).pathname;
/** Bits; exact arithmetic (0) where intervals say nothing, as of √0. */
const LADDER = [53, 212, 848, 0];

async function claimOf(row: Row): Promise<Claim> {
  const { default: claim } = (await import(FILE(row.claim))) as { readonly default: Claim };
  expect(claim.status).toBe('refuted');
  const said = { says: claim.says, status: claim.status, ...row.change };
  const there = row.change ? claim.variant(claim.id, said) : claim;
  expect(there.choices(), 'sizes of the claim').toContainEqual(row.sizes ?? {});
  return there;
}

interface Here {
  readonly program: Program;
  readonly point: ExactPoint;
}
function here(claim: Claim, row: Row, values: ValuesJson): Here {
  const instance = adoptInstance(claim.instantiate(row.sizes ?? {}));
  const draft = pointFromJson(instance, values, 0);
  const point = { ...draft, horizon: draft.inputs.length > 0 ? draft.inputs.length : (row.steps ?? 0) };
  return { program: compileInstance(instance.finite ? specialised(instance, point.params) : instance), point };
}
const ends = (row: Row): readonly ValuesJson[] => (row.to ? [row.at, { ...row.at, ...row.to }] : [row.at]);

/** The claim with a statement in place of its conclusion, whose left side is the formula; what it assumes has no say in it. */
const asking = (claim: Claim, of: (all: Names) => Expr | Statement): Claim =>
  claim.variant(claim.id, {
    says: claim.says,
    status: claim.status,
    assume: () => [],
    conclude: (all: Names) => {
      const asked = of(all);
      return 'logic' in asked ? asked : that`${asked} <= 0`;
    },
  });

const known = (side: readonly [Rational | undefined, Rational | undefined] | undefined): Bounds | undefined =>
  side?.[0] && side[1] ? [side[0], side[1]] : undefined;

/** Enclosures, narrower and narrower. */
function* enclosures({ program, point }: Here, side: 0 | 1, failing: boolean): Generator<Bounds> {
  let found = false;
  for (const bits of LADDER) {
    if (bits === 0 && found) return;
    const reading: Reading | undefined = readingAt(program, point, bits);
    const said = reading?.conclude.find((c) => !failing || c.truth === 'no');
    const bounds = said?.truth === 'undecided' && !said.sides ? undefined : known(said?.sides?.[side]);
    if (!bounds) continue;
    found = true;
    yield bounds;
  }
}

const lower = (a: Rational, b: Rational): Rational => (Q.compare(a, b) <= 0 ? a : b);
const upper = (a: Rational, b: Rational): Rational => (Q.compare(a, b) >= 0 ? a : b);
const narrow = ([lo, hi]: Bounds): boolean =>
  Q.compare(Q.sub(hi, lo), Q.mul(Q.rational(1n, 10n ** 14n), upper(Q.ONE, Q.abs(lo)))) <= 0;

/** The narrowest enclosure the ladder has, of all ends of the row together. */
function enclosed(claim: Claim, row: Row, of: Of): Bounds {
  const asked = typeof of === 'string' ? claim : asking(claim, of);
  const parts = ends(row).map((values) => {
    let best: Bounds | undefined;
    for (const b of enclosures(here(asked, row, values), of === 'right' ? 1 : 0, typeof of === 'string')) {
      best = b;
      if (narrow(b)) break;
    }
    if (!best) throw new Error(`${row.claim}: nothing is known of ${of}`);
    return best;
  });
  return parts.reduce((a, b) => [lower(a[0], b[0]), upper(a[1], b[1])]);
}

/** Half a unit of the last printed digit. */
function unit(printed: string): Rational {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e(-?\d+))?$/.exec(printed) ?? [];
  const last = Number(exponent) - fraction.length;
  return Q.div(last >= 0 ? Q.rational(10n ** BigInt(last)) : Q.rational(1n, 10n ** BigInt(-last)), Q.rational(2));
}

/** Whether every number of the enclosure is the printed one in its digits. */
export function agrees([lo, hi]: Bounds, printed: Printed): boolean {
  const exact = printed.startsWith('=');
  const value = parseRational(exact ? printed.slice(1) : printed);
  if (!value) throw new Error(`a number is wanted, found ${printed}`);
  if (exact) return Q.compare(lo, value) <= 0 && Q.compare(value, hi) <= 0 && narrow([lo, hi]);
  const half = unit(printed);
  return Q.compare(Q.sub(value, half), lo) <= 0 && Q.compare(hi, Q.add(value, half)) <= 0;
}

/** The number with its last digit changed: what would not be noticed must not be there. */
export const changed = (printed: Printed): Printed =>
  printed.replace(/\d(?=(?:e-?\d+)?$)/, (d) => `${d === '9' ? 8 : Number(d) + 1}`);

const shown = ([lo, hi]: Bounds): string => `[${decimalDown(lo, 12)}, ${decimalUp(hi, 12)}]`;
const verdict = (b: Bounds, printed: Printed): string => (agrees(b, printed) ? printed : `${shown(b)}, not ${printed}`);

function signs(claim: Claim, row: Row): void {
  const at = ends(row).map((values) => {
    const [lo, hi] = [...enclosures(here(asking(claim, row.root!), row, values), 0, false)].at(-1)!;
    return Q.sign(lo) === Q.sign(hi) ? Q.sign(lo) : 0;
  });
  expect(at[0]! * at[1]!, 'the root is between the two points').toBe(-1);
}

/** Throws unless everything the row says is so. */
export async function check(row: Row): Promise<void> {
  const claim = await claimOf(row);
  if (!row.only) {
    const { program, point } = here(claim, row, row.at);
    expect(certifyPoint(program, point)).toMatchObject({ kind: 'refuted' });
  }
  if (row.root) signs(claim, row);
  for (const [printed, of] of row.prints) {
    const b = enclosed(claim, row, of);
    expect(verdict(b, printed)).toBe(printed);
    expect(agrees(b, changed(printed)), `${printed} with another last digit`).toBe(false);
  }
  for (const { printed, found, of } of row.differs ?? []) {
    const b = enclosed(claim, row, of);
    expect(verdict(b, found)).toBe(found);
    expect(agrees(b, printed), `${printed} is not found`).toBe(false);
  }
}

/** One test for each row. */
export function reproduce(rows: readonly Row[]): void {
  test.each(rows.map((row) => [row.claim, row.prints.map(([p]) => p).join(', ') || 'the point', row] as const))(
    '%s: %s',
    (...[, , row]) => check(row),
  );
}
