/**
 * A report as files: the index, a page a claim, and what they share; or pages that carry everything inside.
 *
 * Each file is written whole or not at all. Ids become paths only if they are ids.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ClaimResult } from '../claim/result.ts';
import { writeWhole } from '../claim/witness.ts';
import { atlas } from './atlas.ts';
import type { Exhibit } from './exhibit.ts';
import { claimPage, type PageOptions } from './page.ts';
import { documentOf, type Placement, SCRIPT, STYLE, shared } from './shell.ts';

export interface Entry {
  readonly result: ClaimResult;
  readonly exhibit: Exhibit | null;
}
export interface SiteOptions {
  readonly version: string;
  readonly seed: number | null;
  readonly standalone: boolean;
  readonly problems: readonly string[];
}

/** An id names a file inside the folder: letters, digits, - . and / between them, as claims are declared. */
const ID = /^[a-z0-9]+(?:[-/.][a-z0-9]+)*$/;
/** The page of a claim from the folder's root. Throws RangeError on what is no id. */
export function pagePath(id: string): string {
  if (!ID.test(id)) throw new RangeError(`a claim id of small letters, digits and - . / is wanted, found "${id}"`);
  return `claims/${id}.html`;
}

/** Writes the report and gives the paths it wrote, the index first. */
export function writeSite(dir: string, entries: readonly Entry[], o: SiteOptions): readonly string[] {
  const all = shared();
  const written: string[] = [];
  const put = (path: string, text: string): void => {
    const whole = join(dir, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeWhole(whole, text);
    written.push(whole);
  };
  const at = (up: number): Placement => (o.standalone ? { inside: all } : { up });
  const paths = new Map(entries.map(({ result: { row } }) => [row.id, pagePath(row.id)]));
  const body = atlas(
    entries.map((e) => e.result),
    { version: o.version, problems: o.problems, href: (id) => paths.get(id)! },
  );
  put('index.html', documentOf('Claims · counterflow', body, at(0)).replace('<body>', '<body class="wide">'));
  for (const { result, exhibit } of entries) {
    const path = paths.get(result.row.id)!;
    const up = path.split('/').length - 1;
    const root = '../'.repeat(up);
    const page: PageOptions = {
      version: o.version,
      node: process.versions.node,
      seed: o.seed,
      index: `${root}index.html`,
      href: (id) => (paths.has(id) ? `${root}${paths.get(id)}` : undefined),
    };
    put(path, documentOf(`${result.row.id} · counterflow`, claimPage(result, exhibit, page), at(up)));
  }
  if (!o.standalone) {
    put(STYLE, all.css);
    put(SCRIPT, all.js);
  }
  return written;
}
