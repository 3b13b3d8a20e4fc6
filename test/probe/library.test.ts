/**
 * `probe` on claims of the library: which hypotheses it finds needed, where constants break. PROBE=all asks all of them
 * (minutes); otherwise two quick ones.
 */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Found {
  readonly id: string;
  readonly verdict: string;
  readonly hypotheses: readonly { readonly text: string; readonly needed: boolean; readonly witness: unknown }[];
  readonly constants: readonly {
    readonly name: string;
    readonly holds: { readonly decimal: string };
    readonly fails: { readonly decimal: string; readonly witness: unknown } | null;
    readonly guess: { readonly text: string } | null;
  }[];
}

async function probe(id: string, ...options: string[]): Promise<Found> {
  const args = [join(ROOT, 'dist/cli.js'), 'probe', `theorems/${id}.ts`, '--json', ...options];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 1 << 26 });
  return (JSON.parse(stdout) as { readonly claims: readonly Found[] }).claims[0]!;
}

const all = process.env.PROBE === 'all';
/** Every listed hypothesis is needed. */
const NEEDED: readonly (readonly [id: string, needed: readonly string[]])[] = [
  ['catapult/sector-curvature', ['c*eta*lambda0 <= 4']],
  ['catapult/squared-curvature', ['eta*lambda0 <= 4']],
  ['catapult/sector-monotone', ['c*eta*lambda0 <= 2']],
  ['catapult/squared-monotone', ['eta*lambda0 <= 2']],
  ['catapult/sector-sum', ['gap > 0']],
  ['catapult/squared-sum', ['eta*lambda0 < 4']],
  ['descent/kernel-condition', ['step <= 2', 'k*(1 + step/2) <= 2']],
  ['bias/effective-initialization-shrinks', ['always x^2 != 1', 'always x^2 <= 2']],
];

test.each(all ? NEEDED : NEEDED.slice(0, 1))(
  '%s: needs %j',
  async (id, needed) => {
    const found = await probe(id);
    expect(found.hypotheses.map((h) => h.text)).toEqual(needed);
    for (const h of found.hypotheses) expect([h.text, h.needed, h.witness !== null]).toEqual([h.text, true, true]);
  },
  300_000,
);

/** The claim holds at the lower number and fails at the upper one. */
const CONSTANTS: readonly (readonly [id: string, above: number, below: number, guess: string])[] = [
  ['flow/loss-rate', 16, 16.16, '16'],
  ['factorization/large-step-basin', 4, 4.04, '4'],
  ['descent/one-step', 0.7084, 0.7086, '6 - 2*sqrt(7)'],
];

test.each(all ? CONSTANTS : CONSTANTS.slice(0, 1))(
  '%s: breaks between %f and %f',
  async (id, above, below, guess) => {
    const [c] = (await probe(id)).constants;
    expect(Number(c!.holds.decimal)).toBeGreaterThanOrEqual(above);
    expect(Number(c!.fails!.decimal)).toBeLessThanOrEqual(below);
    expect(c!.fails!.witness).not.toBeNull();
    expect(c!.guess?.text).toBe(guess);
  },
  300_000,
);
