/**
 * Documents of `check --json` read again and put together: shards of one library, or one whole run.
 *
 * Untrusted input: every document goes through its schema. The same claim twice is fine when both say the same; anything
 * else is refused, and a claim both refuted and shown is an internal contradiction.
 */
import type { ClaimRow } from '../claim/result.ts';
import { ContradictionError, join } from '../claim/verdict.ts';
import { type CheckDocument, checkDocument } from './schema.ts';

/** A document that can't be read, or that contradicts another: where, what was wanted, what was found. */
export class MergeError extends Error {}

export interface Merged {
  /** The seed all documents share; null when they differ. */
  readonly seed: number | null;
  readonly rows: readonly ClaimRow[];
  readonly errors: CheckDocument['errors'];
}

/** A document from its text. Throws MergeError. */
export function readDocument(path: string, text: string): CheckDocument {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (e) {
    throw new MergeError(`${path}: a JSON document is wanted, found ${e instanceof Error ? e.message : String(e)}`);
  }
  const read = checkDocument.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0]!;
  const schema = (json as { schema?: unknown } | null)?.schema;
  const found =
    schema === 'counterflow/check@1'
      ? `${issue.message} at ${issue.path.join('.')}`
      : `schema ${JSON.stringify(schema) ?? 'none'}`;
  throw new MergeError(`${path}: a document of counterflow check --json is wanted, found ${found}`);
}

/** All but how long it took. */
const content = ({ milliseconds: _, ...row }: ClaimRow): string => JSON.stringify(row).replace(/[\d.]+ s of CPU/g, '');

function refuse(id: string, [a, first]: readonly [string, ClaimRow], [b, second]: readonly [string, ClaimRow]): never {
  join(id, [first.verdict, second.verdict]);
  const say = (r: ClaimRow): string => `${r.verdict} after ${r.runs} runs`;
  throw new MergeError(
    `${a} and ${b}: one result for ${id} is wanted, found ${say(first)} and ${say(second)}${say(first) === say(second) ? ' with other details' : ''}`,
  );
}

/** All documents as one, in the order of the claims' files. Throws MergeError and ContradictionError. */
export function merge(documents: readonly { readonly path: string; readonly document: CheckDocument }[]): Merged {
  const known = new Map<string, readonly [path: string, row: ClaimRow]>();
  for (const { path, document } of documents)
    for (const row of document.claims as readonly ClaimRow[]) {
      const before = known.get(row.id);
      if (before && content(before[1]) !== content(row)) refuse(row.id, before, [path, row]);
      known.set(row.id, before ?? [path, row]);
    }
  const seeds = new Set(documents.map((d) => d.document.seed));
  const rows = [...known.values()]
    .map(([, row]) => row)
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const errors = new Map(documents.flatMap((d) => d.document.errors).map((e) => [JSON.stringify(e), e]));
  return { seed: seeds.size === 1 ? [...seeds][0]! : null, rows, errors: [...errors.values()] };
}

export { ContradictionError };
