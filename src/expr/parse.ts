/**
 * Formula templates to formulas: mathjs parses, a whitelist over its parse tree builds. Nothing is ever evaluated.
 *
 * Untrusted. Numbers are lifted out before parsing and read exactly; holes become placeholders in parentheses (a
 * function hole stays bare before its call). Parse trees are memoised per template, so a loop parses once.
 */
import { parseRational } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { ClaimError } from './error.ts';
import * as E from './expr.ts';
import { applyFunction, pi } from './functions.ts';

type Expr = E.Expr;
export type FormulaFunction = (...args: readonly Expr[]) => Expr;
/** What may stand in a formula: a formula, a size (whole number), or a function applied there. */
// biome-ignore lint/suspicious/noExplicitAny: functions of any fixed number of formulas are accepted
export type Hole = Expr | number | ((...args: any[]) => Expr);

interface Node {
  readonly type: string;
  readonly fn?: string | { readonly name?: string };
  readonly op?: string;
  readonly name?: string;
  readonly implicit?: boolean;
  readonly args?: readonly Node[];
  readonly content?: Node;
}
export interface Parsed {
  readonly nodes: readonly Node[];
  readonly relations: readonly string[];
  readonly numbers: readonly Rational[];
  readonly source: string;
}

type Parser = (text: string) => Node;
let loaded: Parser | undefined;

/** mathjs is loaded by the first formula: an engine that is given parsed claims never needs it. */
function parser(text: string): Node {
  loaded ??= (
    process.getBuiltinModule('node:module').createRequire(import.meta.url)('mathjs/lib/browser/math.js') as {
      readonly parse: Parser;
    }
  ).parse;
  return loaded(text);
}
const memo = new WeakMap<TemplateStringsArray, Map<string, Parsed>>();
const TOKEN = /[A-Za-z_][A-Za-z_0-9]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|\s+|[\s\S]/gy;

/** The text with holes as ⟨1⟩, for messages. */
const shown = (strings: readonly string[]): string => strings.reduce((s, part, i) => `${s}⟨${i}⟩${part}`);

function lift(part: string, numbers: Rational[]): string {
  return part.replace(TOKEN, (token) => {
    if (!/^[\d.]*\d/.test(token)) return token;
    const value = parseRational(token.startsWith('.') ? `0${token}` : token.replace(/\.(?=$|[eE])/, ''));
    if (!value) throw new ClaimError('a number', `"${token}"`);
    numbers.push(value);
    return `N${numbers.length - 1}_`;
  });
}

/** Splits at comparisons outside parentheses. */
function split(text: string, source: string): { sides: string[]; relations: string[] } {
  const sides = [''];
  const relations: string[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '(') depth++;
    if (c === ')') depth--;
    const relation = /^(<=|>=|!=|==|<|>|=)/.exec(text.slice(i, i + 2))?.[1];
    if (relation === undefined) sides[sides.length - 1] += c;
    else if (depth !== 0 || relation === '==')
      throw new ClaimError('a comparison < <= = != >= > outside parentheses', `"${relation}" in "${source}"`);
    else {
      relations.push(relation);
      sides.push('');
      i += relation.length - 1;
    }
  }
  return { sides, relations };
}

const holeHint = (side: string): string => {
  const name = /(?:\{\s*|\$)([A-Za-z]\w*)/.exec(side)?.[1];
  return name === undefined ? '' : ` (a name stands in a hole: \${${name}})`;
};

function parseSide(side: string, source: string): Node {
  if (side.trim() === '') throw new ClaimError('a formula', `nothing, in "${source}"`);
  if (/[[\]{};:?!%&|~"\\#@$,]/.test(side.replace(/,/g, '')) || /\.[*/^]/.test(side))
    throw new ClaimError(
      "formula text of numbers, holes, functions and + - * / ^ ' ( )",
      `"${source}"${holeHint(side)}`,
    );
  try {
    return parser(side);
  } catch (e) {
    throw new ClaimError('a formula', `"${source}" (${e instanceof Error ? e.message : e})`);
  }
}

function parseTemplate(strings: readonly string[], kinds: string): Parsed {
  const source = shown(strings);
  const numbers: Rational[] = [];
  let text = '';
  strings.forEach((part, i) => {
    if (/[NH]\d+_/.test(part)) throw new ClaimError('formula text', `"${part}"`);
    text += lift(part, numbers);
    if (i < strings.length - 1) text += kinds[i] === 'f' ? ` H${i}_` : ` (H${i}_) `;
  });
  text = text.replace(/\)\s+'/g, ")'");
  const { sides, relations } = split(text, source);
  return { nodes: sides.map((s) => parseSide(s, source)), relations, numbers, source };
}

/** The parse tree of a template for holes of these kinds ('f' function, 'e' other). */
export function parsed(strings: TemplateStringsArray, holes: readonly Hole[]): Parsed {
  const kinds = holes.map((h) => (typeof h === 'function' ? 'f' : 'e')).join('');
  const byKind = memo.get(strings) ?? new Map<string, Parsed>();
  memo.set(strings, byKind);
  const found = byKind.get(kinds) ?? parseTemplate(strings, kinds);
  byKind.set(kinds, found);
  return found;
}

const OPERATORS: { readonly [fn: string]: (a: Expr, b: Expr) => Expr } = {
  add: (a, b) => E.arithmetic('add', a, b),
  subtract: (a, b) => E.arithmetic('sub', a, b),
  multiply: (a, b) => E.arithmetic('mul', a, b),
  divide: (a, b) => E.arithmetic('div', a, b),
  pow: E.raise,
};

const WHAT: { readonly [type: string]: string } = {
  undefined: 'undefined: nothing has that name (an entry of a vector is x.at(0), of a matrix X.at(0, 1))',
  string: 'text (numbers are written in the formula itself)',
};

/** A hole's formula; `where` says which hole, for messages. */
export function holeValue(hole: Hole, where = 'a hole'): Expr {
  if (E.isExpr(hole)) return hole;
  if (typeof hole === 'number') return E.wholeNumber(hole);
  if (typeof hole === 'object' && hole !== null && 'entries' in hole)
    throw new ClaimError('a formula of this copy of counterflow', 'one of another copy');
  throw new ClaimError(`a formula, a size or a function in ${where}`, WHAT[typeof hole] ?? typeof hole);
}

function build(node: Node, p: Parsed, holes: readonly Hole[]): Expr {
  const go = (n: Node): Expr => build(n, p, holes);
  const args = node.args ?? [];
  if (node.type === 'ParenthesisNode') return go(node.content!);
  if (node.type === 'SymbolNode') return symbol(node.name!, p, holes);
  if (node.type === 'OperatorNode') return operator(node, args, go, p);
  if (node.type === 'FunctionNode') return callNode(node, args.map(go), p, holes);
  throw new ClaimError("formula text of numbers, holes, functions and + - * / ^ ' ( )", `"${p.source}"`);
}

function operator(node: Node, args: readonly Node[], go: (n: Node) => Expr, p: Parsed): Expr {
  if (node.implicit) throw new ClaimError('an explicit product: write a*b', `an implicit one in "${p.source}"`);
  if (node.fn === 'unaryPlus') return go(args[0]!);
  if (node.fn === 'ctranspose') return E.transpose(go(args[0]!));
  if (node.fn === 'unaryMinus') {
    const a = go(args[0]!);
    return E.map(a, E.negate, { kind: 'op', op: 'neg', args: [a.notation] });
  }
  const define = OPERATORS[String(node.fn)];
  if (!define || args.length !== 2) throw new ClaimError("one of + - * / ^ '", `"${node.op}" in "${p.source}"`);
  return define(go(args[0]!), go(args[1]!));
}

function symbol(name: string, p: Parsed, holes: readonly Hole[]): Expr {
  if (name === 'pi') return pi;
  const hole = /^H(\d+)_$/.exec(name);
  if (hole) return holeValue(holes[Number(hole[1])]!, `⟨${Number(hole[1]) + 1}⟩ of "${p.source}"`);
  const number = /^N(\d+)_$/.exec(name);
  if (number) return E.constant(p.numbers[Number(number[1])]!);
  throw new ClaimError(`a hole \${${name}} for a name`, `the bare name "${name}" in "${p.source}"`);
}

function callNode(node: Node, args: readonly Expr[], p: Parsed, holes: readonly Hole[]): Expr {
  const name = typeof node.fn === 'object' ? (node.fn.name ?? '') : String(node.fn);
  const hole = /^H(\d+)_$/.exec(name);
  if (!hole) {
    if (/^N\d+_$/.test(name))
      throw new ClaimError('an explicit product: write a*b', `an implicit one in "${p.source}"`);
    return applyFunction(name, args);
  }
  const f = holes[Number(hole[1])];
  if (typeof f !== 'function') throw new ClaimError('an explicit product: write a*b', `a call in "${p.source}"`);
  const result: unknown = f(...args);
  if (!E.isExpr(result)) throw new ClaimError('a function that returns a formula', typeof result);
  return result;
}

/** The sides of a template as formulas, in order. */
export const sides = (p: Parsed, holes: readonly Hole[]): readonly Expr[] => p.nodes.map((n) => build(n, p, holes));

/** A formula from text with holes. Throws ClaimError with the author's place. */
export function ex(strings: TemplateStringsArray, ...holes: readonly Hole[]): Expr {
  const p = parsed(strings, holes);
  if (p.relations.length > 0) throw new ClaimError('a formula (for a comparison use that`…`)', `"${p.source}"`);
  return sides(p, holes)[0]!;
}
