/** One error for everything an author can get wrong: where, what was wanted, what was found. */

export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export class ClaimError extends Error {
  readonly wanted: string;
  readonly found: string;
  readonly place: Place | undefined;
  constructor(wanted: string, found: string, place: Place | undefined = callSite()) {
    super(`${place ? `${place.file}:${place.line}:${place.column}: ` : ''}${wanted} is wanted, found ${found}`);
    this.name = 'ClaimError';
    this.wanted = wanted;
    this.found = found;
    this.place = place;
  }
}

const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()\s]*?):(\d+):(\d+)\)?$/;
const root = new URL('../..', import.meta.url).pathname;
const OWN = [`${root}dist/`, `${root}src/`];

function deepStack(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 60;
  const stack = new Error().stack ?? '';
  Error.stackTraceLimit = limit;
  return stack;
}

/** The author's line that called into the package: the first stack frame outside its own sources. */
export function callSite(stack: string = deepStack()): Place | undefined {
  for (const line of stack.split('\n').slice(1)) {
    const match = FRAME.exec(line.trim());
    if (!match) continue;
    const file = decodeURIComponent((match[1] ?? '').replace(/^file:\/\//, '').replace(/\?.*$/, ''));
    if (file === '' || file.startsWith('node:') || file.includes('/node_modules/')) continue;
    if (OWN.some((folder) => file.startsWith(folder))) continue;
    return { file, line: Number(match[2]), column: Number(match[3]) };
  }
  return undefined;
}
