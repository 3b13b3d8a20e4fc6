/**
 * What the tests of the kernel share: formulas and relations from text, and a look at a statement as text.
 * The parser is the tests' own, so that nothing here depends on the program's.
 */

import * as T from '../../src/expr/term.ts';
import { FUNCTIONS, type FunctionName } from '../../src/expr/term.ts';
import { text } from '../../src/expr/text.ts';
import * as kernel from '../../src/kernel/index.ts';
import { rational } from '../../src/number/rational.ts';

export type Kernel = typeof kernel;
kernel.printWith((x) => text(x, 400));

type Tokens = { readonly list: readonly string[]; at: number };
const peek = (s: Tokens): string | undefined => s.list[s.at];
const eat = (s: Tokens, token: string): boolean => peek(s) === token && s.at++ >= 0;
function expect(s: Tokens, token: string): void {
  if (!eat(s, token)) throw new Error(`${token} is wanted in ${s.list.join('')}`);
}

function sum(s: Tokens): T.Term {
  let out = product(s);
  for (;;) {
    if (eat(s, '+')) out = T.add(out, product(s));
    else if (eat(s, '-')) out = T.sub(out, product(s));
    else return out;
  }
}
const quotient = (a: T.Term, b: T.Term): T.Term =>
  a.op === 'num' && b.op === 'num' && b.value!.num !== 0n
    ? T.num(rational(a.value!.num * b.value!.den, a.value!.den * b.value!.num))
    : T.div(a, b);
function product(s: Tokens): T.Term {
  let out = signed(s);
  for (;;) {
    if (eat(s, '*')) out = T.mul(out, signed(s));
    else if (eat(s, '/')) out = quotient(out, signed(s));
    else return out;
  }
}
function signed(s: Tokens): T.Term {
  if (!eat(s, '-')) return raised(s);
  const a = signed(s);
  return a.op === 'num' ? T.num(rational(-a.value!.num, a.value!.den)) : T.neg(a);
}
function raised(s: Tokens): T.Term {
  const base = atom(s);
  if (!eat(s, '^')) return base;
  const exponent = signed(s);
  return T.power(base, exponent.value!);
}
function atom(s: Tokens): T.Term {
  if (eat(s, '(')) {
    const inner = sum(s);
    expect(s, ')');
    return inner;
  }
  const token = s.list[s.at++]!;
  if (/^\d/.test(token)) return T.whole(BigInt(token));
  if (!eat(s, '(')) return T.variable(token);
  if (!FUNCTIONS.includes(token as FunctionName)) throw new Error(`no function ${token}`);
  const inner = sum(s);
  expect(s, ')');
  return T.apply(token as FunctionName, inner);
}

/** A formula: + - * / ^ and functions; 1/2 is one number; exponents are numbers, fractions in parentheses. */
export function t(source: string): T.Term {
  const s: Tokens = { list: source.match(/[A-Za-zα-ωΑ-Ω_]\w*#?|\d+|[-+*/^()]/g) ?? [], at: 0 };
  const out = sum(s);
  if (s.at !== s.list.length) throw new Error(`the end is wanted after ${s.list.slice(0, s.at).join('')}`);
  return out;
}
export const ts = (source: string): readonly T.Term[] => (source === '' ? [] : source.split(',').map(t));
/** A relation: one of = < <= != between formulas. */
export function r(source: string): kernel.Relation {
  const [, a, op, b] = /^(.*?)(<=|!=|<|=)(.*)$/.exec(source)!;
  return kernel.relation(op as kernel.Comparison, t(a!), t(b!));
}
/** Relations, separated by semicolons. */
export const rs = (source: string): readonly kernel.Relation[] => (source === '' ? [] : source.split(';').map(r));

const shown = (p: kernel.Proposition): string => {
  const list = (xs: readonly (T.Term | kernel.Proposition)[]): string =>
    xs.map((x) => ('kind' in x ? shown(x) : text(x))).join(', ');
  if (p.kind === 'relation') return `${text(p.left)} ${p.op} ${text(p.right)}`;
  if (p.kind === 'rate') return `d[${list(p.state)}' = ${list(p.field)}] ${text(p.of)} = ${text(p.is)}`;
  const head = `${p.kind} ${list(p.state)} from ${list(p.start)}`;
  const each = p.each.length + p.inputs.length === 0 ? '' : ` each (${list(p.inputs)}) ${list(p.each)}`;
  const tail = `${each} holds ${list(p.holds)}`;
  return p.kind === 'always'
    ? `${head} step ${list(p.step)}${tail} at every ${p.stage}`
    : `${head} field ${list(p.field)}${tail}`;
};
/** Γ ⊢ P as text. */
export const says = (theorem: kernel.Theorem): string => {
  const { given, shows } = theorem.statement;
  return `${given.map(shown).join(', ')} ⊢ ${shown(shows)}`.trim();
};

/** A run or a motion from text. */
export const run = (state: string, start: string, step: string, inputs = '', each = ''): kernel.Run => ({
  state: ts(state),
  start: ts(start),
  step: ts(step),
  inputs: ts(inputs),
  each: rs(each),
});
export const motion = (state: string, start: string, field: string, inputs = '', each = ''): kernel.Motion => {
  const { step, ...rest } = run(state, start, field, inputs, each);
  return { ...rest, field: step };
};
