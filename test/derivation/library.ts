/** The library's claims as the tests of derivations take them: loaded one by one, a sample by default, all on request. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Choice } from '../../src/claim/domains.ts';
import type { Instance } from '../../src/claim/instance.ts';
import { findClaims } from '../../src/find.ts';
import { type LoadedClaim, loadClaim } from '../../src/load.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** COUNTERFLOW_LIBRARY=all for every claim. */
export const WHOLE = process.env.COUNTERFLOW_LIBRARY === 'all';

/** Files whose text has the status (or any of them), every `stride`-th unless all are wanted. */
export async function files(statuses: readonly string[], stride: number): Promise<readonly string[]> {
  const found = (await findClaims(['theorems'], ROOT)).files;
  const wanted = found.filter((f) => {
    const source = readFileSync(resolve(ROOT, f), 'utf8');
    return statuses.some((s) => source.includes(`status: '${s}'`));
  });
  return WHOLE ? wanted : wanted.filter((_, i) => i % stride === 0);
}
export const load = (file: string): Promise<LoadedClaim> => loadClaim(resolve(ROOT, file));

const same = (a: Choice, b: Choice): boolean => Object.entries(a).every(([k, v]) => b[k] === v);
/** The instance of the committed witness; all of them where none is committed. */
export function refutedInstances({ instances }: LoadedClaim, file: string): readonly Instance[] {
  const path = resolve(ROOT, file.replace(/\.ts$/, '.witness.json'));
  if (!existsSync(path)) return instances;
  const { sizes } = JSON.parse(readFileSync(path, 'utf8')) as { readonly sizes: Choice };
  return instances.filter((i) => same(i.choice, sizes));
}
