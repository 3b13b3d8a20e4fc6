/**
 * Formulas as the companion's packages write them, and back: a tokenizer and a whitelist parser, nothing is evaluated.
 *
 * Untrusted. Numbers are read exactly, decimals too. Names are replaced by x1_, x2_, …, so that none is a unit or a
 * constant there. What is no formula of ours (complex numbers, π, unknown functions, an unsolved integral) is refused.
 */
import * as T from '../expr/term.ts';
import { parseRational } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';

type Term = T.Term;
export class Unreadable extends Error {}

const MAX_NODES = 150;
const MAX_TEXT = 4000;
const SIGN: { readonly [op: string]: string } = { add: '+', sub: '-', mul: '*', div: '/' };

/** Names there for the variables here. */
export class Names {
  readonly #there = new Map<Term, string>();
  readonly #here = new Map<string, Term>();
  there(x: Term): string {
    const name = this.#there.get(x) ?? `x${this.#there.size + 1}_`;
    this.#there.set(x, name);
    this.#here.set(name, x);
    return name;
  }
  here(name: string): Term | undefined {
    return this.#here.get(name);
  }
}

/** The term in their notation, every part in parentheses. */
export function write(t: Term, names: Names): string {
  if (T.postorder([t]).length > MAX_NODES) throw new Unreadable(`a formula of at most ${MAX_NODES} nodes is wanted`);
  const go = (e: Term): string => {
    const args = e.args.map(go);
    if (e.op === 'num') return `(${Q.text(e.value!)})`;
    if (e.op === 'var') return names.there(e);
    if (e.op === 'pow' || e.op === 'power') return `(${args[0]})^(${Q.text(e.value!)})`;
    if (e.op === 'neg') return `(-${args[0]})`;
    const sign = SIGN[e.op];
    if (sign) return `(${args[0]}${sign}${args[1]})`;
    if (args.length !== 1) throw new Unreadable(`${e.op} has no place there`);
    return `${e.op}(${args[0]})`;
  };
  const out = go(t);
  if (out.length > MAX_TEXT) throw new Unreadable('a shorter formula is wanted');
  return out;
}

const over = (f: T.FunctionName) => (a: Term) => T.div(T.whole(1), T.apply(f, a));
const KNOWN: { readonly [name: string]: (a: Term) => Term } = {
  ...Object.fromEntries(
    (['sqrt', 'exp', 'log', 'sinh', 'cosh', 'tanh', 'asinh', 'atanh', 'sin', 'cos'] as const).map((f) => [
      f,
      (a: Term) => T.apply(f, a),
    ]),
  ),
  abs: (a) => T.sqrt(T.pow(a, 2)),
  tan: (a) => T.div(T.apply('sin', a), T.apply('cos', a)),
  sec: over('cos'),
  csc: over('sin'),
  sech: over('cosh'),
  csch: over('sinh'),
  cot: (a) => T.div(T.apply('cos', a), T.apply('sin', a)),
  coth: (a) => T.div(T.apply('cosh', a), T.apply('sinh', a)),
};
const E = T.apply('exp', T.whole(1));

interface Reader {
  readonly tokens: readonly string[];
  readonly names: Names;
  at: number;
}
const eat = (r: Reader, ...wanted: readonly string[]): string | undefined =>
  wanted.includes(r.tokens[r.at] ?? '') ? r.tokens[r.at++] : undefined;

const isNumber = (t: Term): boolean => t.op === 'num';
const RATIONAL = { add: Q.add, sub: Q.sub, mul: Q.mul, div: Q.div } as const;
function folded(op: 'add' | 'sub' | 'mul' | 'div', a: Term, b: Term): Term {
  const whole = isNumber(a) && isNumber(b) && !(op === 'div' && Q.sign(b.value!) === 0);
  return whole ? T.num(RATIONAL[op](a.value!, b.value!)) : T.binary(op, a, b);
}
function sum(r: Reader): Term {
  let out = product(r);
  for (let sign = eat(r, '+', '-'); sign; sign = eat(r, '+', '-'))
    out = folded(sign === '+' ? 'add' : 'sub', out, product(r));
  return out;
}
function product(r: Reader): Term {
  let out = signed(r);
  for (let sign = eat(r, '*', '/'); sign; sign = eat(r, '*', '/'))
    out = folded(sign === '*' ? 'mul' : 'div', out, signed(r));
  return out;
}
function signed(r: Reader): Term {
  if (eat(r, '+')) return signed(r);
  if (!eat(r, '-')) return raised(r);
  const a = signed(r);
  return isNumber(a) ? T.num(Q.neg(a.value!)) : T.neg(a);
}
function raised(r: Reader): Term {
  const base = atom(r);
  if (!eat(r, '^')) return base;
  const e = signed(r);
  if (base === E) return T.apply('exp', e);
  if (!isNumber(e)) return T.apply('exp', T.mul(e, T.apply('log', base)));
  return isNumber(base) &&
    e.value!.den === 1n &&
    e.value!.num ** 2n < 10_000n &&
    (Q.sign(base.value!) !== 0 || Q.sign(e.value!) >= 0)
    ? T.num(Q.pow(base.value!, Number(e.value!.num)))
    : T.power(base, e.value!);
}
function atom(r: Reader): Term {
  if (eat(r, '(')) return closed(r, sum(r));
  const token = r.tokens[r.at++] ?? 'nothing';
  const number = /^[\d.]/.test(token)
    ? parseRational(token.replace(/^\./, '0.').replace(/\.(?=$|[eE])/, ''))
    : undefined;
  if (number) return T.num(number);
  const x = r.names.here(token);
  if (x) return x;
  if (token === 'e') return E;
  const known = Object.hasOwn(KNOWN, token) ? KNOWN[token] : undefined;
  if (!known || !eat(r, '(')) throw new Unreadable(`"${token}" is no formula of ours`);
  return known(closed(r, sum(r)));
}
function closed(r: Reader, t: Term): Term {
  if (!eat(r, ')')) throw new Unreadable(`")" is wanted before "${r.tokens[r.at] ?? 'the end'}"`);
  return t;
}

const TOKEN = /[A-Za-z_][A-Za-z_0-9]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\s+|[\s\S]/gy;
/** Their text as a term. Throws Unreadable. */
export function read(text: string, names: Names): Term {
  if (text.length > MAX_TEXT) throw new Unreadable('a shorter answer is wanted');
  const tokens = (text.match(TOKEN) ?? []).filter((t) => t.trim() !== '');
  const r: Reader = { tokens, names, at: 0 };
  try {
    const out = sum(r);
    if (r.at < tokens.length) throw new Unreadable(`the end is wanted before "${tokens[r.at]}"`);
    return out;
  } catch (e) {
    throw e instanceof Unreadable ? e : new Unreadable(e instanceof Error ? e.message : String(e));
  }
}
/** Their text with our names, for people. */
export const shownText = (text: string, names: Names): string =>
  text.replace(/\bx\d+_/g, (name) => names.here(name)?.name ?? name).slice(0, 400);
