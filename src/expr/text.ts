/**
 * Terms as text in the author's notation. Untrusted, for people.
 *
 * The printed size of every node is computed first, on the graph; a term longer than the cap is printed with names for
 * its shared parts, and cut with an ellipsis when even that is too long. Linear in the number of nodes.
 */
import { text as rationalText } from '../number/rational.ts';
import { postorder, type Term } from './term.ts';

const LEVEL: { readonly [op: string]: number } = { add: 1, sub: 1, neg: 2, mul: 3, div: 3, pow: 5, power: 5 };
const SIGN: { readonly [op: string]: string } = { add: ' + ', sub: ' - ', mul: '*', div: '/' };
const level = (t: Term): number => {
  if (t.op !== 'num') return LEVEL[t.op] ?? 9;
  return t.value!.num < 0n ? 2 : t.value!.den === 1n ? 9 : 3;
};

type Print = (t: Term) => string;

function printNode(t: Term, child: Print): string {
  const wrap = (a: Term, least: number): string => (level(a) < least ? `(${child(a)})` : child(a));
  const [a, b] = t.args;
  if (t.op === 'num') return rationalText(t.value!);
  if (t.op === 'pi') return 'pi';
  if (a === undefined) return t.name!;
  if (t.op === 'neg') return `-${wrap(a, 3)}`;
  if (t.op === 'pow' || t.op === 'power') {
    const e = rationalText(t.value!);
    return `${wrap(a, 6)}^${/^\d+$/.test(e) ? e : `(${e})`}`;
  }
  const sign = SIGN[t.op];
  if (sign === undefined) return `${t.op === 'log' ? 'ln' : t.op}(${t.args.map(child).join(', ')})`;
  const own = LEVEL[t.op]!;
  return `${wrap(a, own)}${sign}${wrap(b!, own + 1)}`;
}

function lengths(nodes: readonly Term[]): Map<Term, number> {
  const size = new Map<Term, number>();
  for (const t of nodes) {
    const own = t.op === 'num' ? rationalText(t.value!).length : (t.name?.length ?? 4);
    size.set(
      t,
      t.args.reduce((sum, a) => sum + size.get(a)! + 2, own),
    );
  }
  return size;
}

function printShared(t: Term, nodes: readonly Term[], size: Map<Term, number>, cap: number): string {
  const uses = new Map<Term, number>();
  for (const n of nodes) for (const a of n.args) uses.set(a, (uses.get(a) ?? 0) + 1);
  const names = new Map<Term, string>();
  const child: Print = (a) => names.get(a) ?? (size.get(a)! > cap ? '…' : printNode(a, child));
  const parts: string[] = [];
  let total = 0;
  for (const n of nodes) {
    if (n === t || n.args.length === 0 || (uses.get(n) ?? 0) < 2 || size.get(n)! < 12) continue;
    const line = `s${names.size + 1} = ${printNode(n, child)}`;
    if (total + line.length > cap) break;
    total += line.length + 2;
    parts.push(line);
    names.set(n, `s${names.size + 1}`);
    size.set(n, 4);
  }
  const body = printNode(t, (a) => names.get(a) ?? (lengths(postorder([a])).get(a)! > cap ? '…' : printNode(a, child)));
  const all = `${body}${parts.length > 0 ? ` where ${parts.join(', ')}` : ''}`;
  return all.length > cap ? `${all.slice(0, cap - 1)}…` : all;
}

/** The term as text of at most about `cap` characters. */
export function text(t: Term, cap = 2000): string {
  const nodes = postorder([t]);
  const size = lengths(nodes);
  if (size.get(t)! <= cap) {
    const done: Print = (a) => printNode(a, done);
    return printNode(t, done);
  }
  return printShared(t, nodes, size, cap);
}
