/** Records whose unknown names are mistakes: asking for one says which there are. Untrusted; for messages only. */
import { ClaimError } from './error.ts';
import { didYouMean } from './suggest.ts';

/** Asked for by the language and its tools, never by an author. */
const SILENT = new Set(['then', 'toJSON']);

/** The record; reading a name it does not have throws ClaimError with those it has. */
export function guarded<T extends object>(record: T, whose: string): T {
  return new Proxy(record, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !(key in target) && !SILENT.has(key))
        throw unknownName(key, Object.keys(target), whose);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

export const unknownName = (name: string, known: readonly string[], whose: string): ClaimError =>
  new ClaimError(
    `a name ${whose} (${known.length > 0 ? known.join(', ') : 'none'})`,
    `"${name}"${didYouMean(name, known)}`,
  );
