/**
 * Plain data with terms and rationals in it, made fit for JSON and back: used wherever a claim crosses a border.
 *
 * Untrusted input is refused by `adopt`. Cost: linear; terms are shared by table.
 */
import { parseRational } from '../number/decimal.ts';
import { text } from '../number/rational.ts';
import { adopt, type Pack, packer } from './adopt.ts';
import { Expr, isExpr, type Shape } from './expr.ts';
import { isTerm, type Term } from './term.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export interface Packed {
  readonly terms: Pack;
  readonly body: Json;
}

/** Keys in `drop` are left out (functions always are). */
export function pack(value: unknown, drop: ReadonlySet<string> = new Set()): Packed {
  const terms = packer();
  const go = (x: unknown): Json => {
    if (isTerm(x)) return { $term: terms.add(x) };
    if (isExpr(x)) return { $expr: [x.shape as unknown as Json, x.entries.map(terms.add)] };
    if (x === undefined) return { $undefined: true };
    if (x === null || typeof x === 'boolean' || typeof x === 'number' || typeof x === 'string') return x;
    if (typeof x === 'bigint') return { $big: `${x}` };
    if (Array.isArray(x)) return x.map(go);
    if (typeof x !== 'object') throw new TypeError(`plain data is wanted, found a ${typeof x}`);
    const { num, den } = x as { num?: unknown; den?: unknown };
    if (typeof num === 'bigint' && typeof den === 'bigint') return { $q: text({ num, den }) };
    const fields = Object.entries(x).filter(([k, v]) => !drop.has(k) && typeof v !== 'function');
    return Object.fromEntries(fields.map(([k, v]) => [k, go(v)]));
  };
  const body = go(value);
  return { terms: terms.pack(), body };
}

/** The plain data again, with terms of this copy. Throws TypeError on malformed packs. */
export function unpack(packed: Packed): unknown {
  const terms = adopt(packed.terms);
  const term = (i: Json): Term => {
    const t = typeof i === 'number' ? terms[i] : undefined;
    if (!t) throw new TypeError(`the number of a packed formula is wanted, found ${JSON.stringify(i)}`);
    return t;
  };
  const go = (x: Json): unknown => {
    if (Array.isArray(x)) return x.map(go);
    if (x === null || typeof x !== 'object') return x;
    const o = x as { readonly [key: string]: Json };
    if ('$term' in o) return term(o.$term!);
    if ('$undefined' in o) return undefined;
    if ('$big' in o) return BigInt(String(o.$big));
    if ('$q' in o) return parseRational(String(o.$q));
    if ('$expr' in o) {
      const [shape, entries] = o.$expr as readonly [Json, readonly Json[]];
      return new Expr(shape as unknown as Shape, entries.map(term), { kind: 'atom', text: '…' });
    }
    return Object.fromEntries(Object.entries(o).map(([k, v]) => [k, go(v)]));
  };
  return go(packed.body);
}
