/**
 * Names of a claim as Python names: entries by index, words of Python and of the fixed part avoided; comments, long lines.
 *
 * Untrusted. Names are letters and digits by construction of a claim; texts get into comments only, line by line.
 */
import type { Declared, Instance } from '../../claim/instance.ts';
import type { Shape } from '../../expr/expr.ts';
import type { Term } from '../../expr/term.ts';
import { RESERVED } from './prelude.ts';

/** Entry e of something with a name and a shape. */
export function entry(name: string, shape: Shape, e: number): string {
  if (shape.kind === 'scalar') return name;
  return shape.kind === 'matrix' ? `${name}[${Math.floor(e / shape.columns)}][${e % shape.columns}]` : `${name}[${e}]`;
}

/** Something with entries, written as Python from the texts of its entries. */
export function collected(shape: Shape, entries: readonly string[]): string {
  if (shape.kind === 'scalar') return entries[0]!;
  if (shape.kind !== 'matrix') return `[${entries.join(', ')}]`;
  const rows = Array.from({ length: shape.rows }, (_, i) =>
    collected({ ...shape, kind: 'vector' } as Shape, entries.slice(i * shape.columns, (i + 1) * shape.columns)),
  );
  return `[${rows.join(', ')}]`;
}

/** The script's global names, and local ones that keep away from them. */
export class Names {
  readonly #taken = new Set<string>(RESERVED);
  readonly #globals = new Map<string, string>();
  readonly #fixed: (readonly [Term, string])[] = [];
  readonly #instance: Instance;
  readonly #ofRuns: ReadonlySet<string>;
  /** Counts steps. */
  readonly clock: string;

  constructor(instance: Instance) {
    this.#instance = instance;
    this.#ofRuns = new Set(instance.runs.flatMap((r) => [...r.state, ...r.observables].map((x) => x.name)));
    for (const d of [...instance.reals, ...instance.inputs]) this.#globals.set(d.name, this.fresh(d.name));
    this.clock = this.fresh(this.#ofRuns.has('k') ? 'step_number' : 'k');
  }
  /** A name like this one that nothing has yet. */
  fresh(name: string): string {
    let free = name;
    for (let i = 2; this.#taken.has(free); i++) free = RESERVED.has(name) && i === 2 ? `${name}_` : `${name}_${i}`;
    this.#taken.add(free);
    return free;
  }
  /** Of a real; of an input, the list of its values over the steps. */
  global(name: string): string {
    return this.#globals.get(name)!;
  }
  isGlobal(name: string): boolean {
    return this.#globals.has(name) || this.#taken.has(name);
  }
  /** Numbered names of one function's own: s1, s2, … */
  local(): (prefix: string) => string {
    let n = 0;
    return (prefix) => {
      for (;;) if (this.#free(`${prefix}${++n}`)) return `${prefix}${n}`;
    };
  }
  #free(name: string): boolean {
    return !this.#taken.has(name) && !this.#ofRuns.has(name);
  }
  #entries(list: readonly Declared[], name: (d: Declared) => string): readonly (readonly [Term, string])[] {
    return list.flatMap((d) => d.variables.map((v, e) => [v, entry(name(d), d.shape, e)] as const));
  }
  /** The reals, and the states at fixed steps of the runs that are written so far. */
  params(): readonly (readonly [Term, string])[] {
    return [...this.#entries(this.#instance.reals, (d) => this.global(d.name)), ...this.#fixed];
  }
  fix(states: readonly (readonly [Term, string])[]): void {
    this.#fixed.push(...states);
  }
  /** Inputs at the step that `clock` counts. */
  inputs(clock: string): readonly (readonly [Term, string])[] {
    return this.#entries(this.#instance.inputs, (d) => `${this.global(d.name)}[${clock}]`);
  }
}

const WIDTH = 112;
/** Text as comment lines, whatever is in it. */
export function comment(text: string): string {
  return text
    .split(/[\r\n\u2028\u2029\f\v]+/)
    .flatMap((line) => folded(line, WIDTH, true))
    .map((l) => (l === '' ? '#' : `# ${l}`))
    .join('\n');
}
/** Cut at spaces; what has none stays whole, unless it may be cut anywhere. */
function folded(line: string, width: number, anywhere: boolean): readonly string[] {
  const out: string[] = [];
  let rest = line.replace(/\p{Cc}/gu, ' ');
  while (rest.length > width) {
    const cut = rest.lastIndexOf(' ', width);
    const next = rest.indexOf(' ', width);
    const at = cut > width / 3 ? cut : anywhere ? width : next < 0 ? rest.length : next;
    out.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...out, rest];
}

/** A long line broken at its spaces: inside brackets that it has, or that it is given. */
export function wrapped(line: string, indent: string): string {
  if (indent.length + line.length <= WIDTH) return `${indent}${line}`;
  const head = /^(return |[\w, ]+ = )/.exec(line)?.[0] ?? '';
  const inside = folded(line.slice(head.length), WIDTH - indent.length - 4, false).filter((l) => l !== '');
  return `${indent}${head}(\n${inside.map((l) => `${indent}    ${l}`).join('\n')}\n${indent})`;
}
