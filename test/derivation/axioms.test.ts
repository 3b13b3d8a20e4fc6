/**
 * The axioms that the library's proofs rest on, against the committed list: an axiom that is not there can't slip in. A
 * sample by default; with COUNTERFLOW_LIBRARY=all every claim, and then the list has to be used to its end.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { proofs } from '../../src/claim/proof.ts';
import { AXIOM_NAMES } from '../../src/kernel/index.ts';
import { files, load, WHOLE } from './library.ts';

interface Golden {
  /** Each axiom of the kernel that proofs of the library use, with a claim that does. */
  readonly axioms: { readonly [name: string]: string };
}
const golden = JSON.parse(readFileSync(resolve(import.meta.dirname, '../golden/axioms.json'), 'utf8')) as Golden;
const listed = Object.keys(golden.axioms);

async function used(file: string): Promise<ReadonlySet<string> | undefined> {
  const all = proofs((await load(file)).instances);
  return all && new Set(all.flatMap((p) => p.theorems.flatMap((t) => t.leaves.axioms)));
}

it('the list names axioms of the kernel', () => {
  expect(listed.filter((a) => !AXIOM_NAMES.includes(a))).toEqual([]);
  expect(listed).toEqual([...listed].sort());
});
it('each listed axiom is used by the claim that the list names', async () => {
  const claims = [...new Set(Object.values(golden.axioms))];
  const found = new Map(await Promise.all(claims.map(async (id) => [id, await used(`theorems/${id}.ts`)] as const)));
  for (const [axiom, id] of Object.entries(golden.axioms)) expect([...(found.get(id) ?? [])]).toContain(axiom);
}, 600_000);
it('no proof of the library uses another', async () => {
  const others: string[] = [];
  let proved = 0;
  for (const file of await files(['theorem', 'conjecture'], 8)) {
    const axioms = await used(file);
    if (axioms) proved++;
    for (const a of axioms ?? []) if (!listed.includes(a)) others.push(`${file}: ${a}`);
  }
  expect(others).toEqual([]);
  expect(proved).toBeGreaterThanOrEqual(WHOLE ? 45 : 5);
}, 600_000);
