/**
 * Terms across a border (a second copy of the package, a worker, a file): packed as a table of plain nodes, and adopted
 * again by structure. Nothing crosses by identity.
 *
 * Untrusted input is refused with a message; cost is linear in the number of nodes.
 */
import { parseRational } from '../number/decimal.ts';
import { text } from '../number/rational.ts';
import * as T from './term.ts';

/** [op, children's indices, value or name]; children come first. */
export type PackedNode = readonly [op: string, args: readonly number[], label?: string];
export interface Pack {
  readonly nodes: readonly PackedNode[];
}

export interface Packer {
  readonly add: (t: T.Term) => number;
  readonly pack: () => Pack;
}

export function packer(): Packer {
  const index = new Map<T.Term, number>();
  const nodes: PackedNode[] = [];
  const add = (t: T.Term): number => {
    if (!index.has(t))
      for (const n of T.postorder([t])) {
        if (index.has(n)) continue;
        const args = n.args.map((a) => index.get(a)!);
        const label = n.value ? text(n.value) : n.name;
        index.set(n, nodes.push(label === undefined ? [n.op, args] : [n.op, args, label]) - 1);
      }
    return index.get(t)!;
  };
  return { add, pack: () => ({ nodes }) };
}

const functions: readonly string[] = T.FUNCTIONS;
const binaries: readonly string[] = T.BINARY_OPS;

function adoptNode([op, args, label]: PackedNode, done: readonly T.Term[]): T.Term {
  const [a, b] = args.map((i) => done[i]);
  const value = (): NonNullable<ReturnType<typeof parseRational>> => {
    const q = parseRational(label ?? '');
    if (!q) throw new TypeError(`an exact rational is wanted, found ${label}`);
    return q;
  };
  if (op === 'num') return T.num(value());
  if (op === 'var') return T.variable(label ?? '');
  if (op === 'quantity') return T.quantity(label ?? '');
  if (op === 'pi') return T.pi;
  if (a && b && binaries.includes(op)) return T.binary(op as T.BinaryOp, a, b);
  if (a && op === 'neg') return T.neg(a);
  if (a && (op === 'pow' || op === 'power')) return T.power(a, value());
  if (a && functions.includes(op)) return T.apply(op as T.FunctionName, a);
  throw new TypeError(`a packed formula is wanted, found a node "${op}" with ${args.length} children`);
}

/** All nodes of a pack as terms of this copy, in the pack's order. Throws TypeError on anything malformed. */
export function adopt(pack: Pack): readonly T.Term[] {
  const done: T.Term[] = [];
  for (const node of pack.nodes) {
    if (node[1].some((i) => !Number.isInteger(i) || i < 0 || i >= done.length))
      throw new TypeError('a packed formula whose children come first is wanted');
    done.push(adoptNode(node, done));
  }
  return done;
}
