/**
 * Terms as Python expressions: known terms by their names, what is used twice computed once, no parenthesis too many.
 *
 * Untrusted. Constants never become Python floats: whole ones stand bare beside something that is not a constant, all
 * others are made by the script's own constructor. Linear in the number of nodes.
 */
import { postorder, type Term } from '../../expr/term.ts';
import * as Q from '../../number/rational.ts';

type Rational = Q.Rational;

/** How a script computes: exact fractions, or intervals that contain the exact numbers. */
export type Style = 'fractions' | 'intervals';
/** What each style calls the constructor of a constant. */
export const CONSTANT: { readonly [s in Style]: string } = { fractions: 'Q', intervals: 'R' };

export interface Block {
  /** Assignments to be made first. */
  readonly lines: readonly string[];
  /** One expression for each term. */
  readonly values: readonly string[];
}

interface Piece {
  readonly text: string;
  /** 1 sums, 2 products, 3 signs, 4 powers, 5 what needs no parentheses. */
  readonly rank: number;
  readonly depth: number;
}

export const constant = ({ num, den }: Rational, style: Style): string =>
  `${CONSTANT[style]}(${den === 1n ? num : `${num}, ${den}`})`;

const isConstant = (t: Term, memo: Map<Term, boolean>): boolean => {
  const known = memo.get(t);
  if (known !== undefined) return known;
  const is = t.op === 'num' || (t.args.length > 0 && t.args.every((a) => isConstant(a, memo)));
  memo.set(t, is);
  return is;
};

/** Every term below the given ones, not looking inside those that have a name; how often each is used. */
function uses(terms: readonly Term[], names: ReadonlyMap<Term, string>): ReadonlyMap<Term, number> {
  const count = new Map<Term, number>();
  const stack = [...terms];
  for (let t = stack.pop(); t; t = stack.pop()) {
    const seen = count.get(t) ?? 0;
    count.set(t, seen + 1);
    if (seen === 0 && !names.has(t)) stack.push(...t.args);
  }
  return count;
}

const SHORT = 12;
const DEEP = 24;
const FRACTION_NAMES: { readonly [op: string]: string } = { min: 'min', max: 'max', abs: 'abs' };
const INTERVAL_NAMES: { readonly [op: string]: string } = { min: 'minimum', max: 'maximum', abs: 'abs' };

/** Writes terms. `fresh` gives a name that is not taken yet. */
export function block(
  terms: readonly Term[],
  names: ReadonlyMap<Term, string>,
  style: Style,
  fresh: () => string,
  /** Without names for what is used twice: every expression stands alone. */
  alone = false,
): Block {
  const count = uses(terms, names);
  const constants = new Map<Term, boolean>();
  const done = new Map<Term, Piece>();
  const lines: string[] = [];
  const piece = (t: Term): Piece => done.get(t)!;
  for (const t of postorder(terms)) {
    if (!count.has(t)) continue;
    const name = names.get(t);
    const made = name === undefined ? written(t, style, piece, (x) => isConstant(x, constants)) : atom(name);
    const again = (count.get(t) ?? 0) > 1 && made.text.length > SHORT && t.op !== 'num';
    if (name === undefined && !alone && (again || made.depth > DEEP)) {
      const short = fresh();
      lines.push(`${short} = ${made.text}`);
      done.set(t, atom(short));
    } else done.set(t, made);
  }
  return { lines, values: terms.map((t) => (t.op === 'num' ? constant(t.value!, style) : piece(t).text)) };
}

const atom = (text: string): Piece => ({ text, rank: 5, depth: 0 });

type Pieces = (t: Term) => Piece;

/** Beside a constant a whole number would make a Python float of a quotient: there it is written by the constructor. */
function operand(t: Term, bare: boolean, style: Style, piece: Pieces): Piece {
  return t.op === 'num' && !bare ? atom(constant(t.value!, style)) : piece(t);
}

const within = (p: Piece, rank: number): string => (p.rank < rank ? `(${p.text})` : p.text);

function number(q: Rational, style: Style): Piece {
  if (q.den !== 1n) return atom(constant(q, style));
  return { text: `${q.num}`, rank: q.num < 0n ? 3 : 5, depth: 0 };
}

const SIGNS: { readonly [op: string]: readonly [sign: string, rank: number, left: number, right: number] } = {
  add: [' + ', 1, 1, 1],
  sub: [' - ', 1, 1, 2],
  mul: ['*', 2, 2, 2],
  div: ['/', 2, 2, 3],
};

function written(t: Term, style: Style, piece: Pieces, fixed: (t: Term) => boolean): Piece {
  const [x, y] = t.args;
  if (t.op === 'num') return number(t.value!, style);
  if (t.op === 'pi') return atom('pi');
  if (!x) throw new TypeError(`a name for ${t.name ?? t.op} is wanted, found none`);
  const depth = 1 + Math.max(...t.args.map((a) => piece(a).depth));
  if (t.op === 'neg') return { text: `-${within(operand(x, false, style, piece), 3)}`, rank: 3, depth };
  if (t.op === 'pow' || (t.op === 'mul' && x === y)) return raised(x, t, depth, style, piece);
  if (t.op === 'div' && x.op === 'num' && y?.op === 'num' && y.value!.num !== 0n)
    return number(Q.div(x.value!, y.value!), style);
  const sign = SIGNS[t.op];
  if (sign && y) return binary([x, y], sign, depth, style, piece, fixed);
  const args = t.args.map((a) => operand(a, false, style, piece).text);
  if (t.op === 'power') args.push(`${t.value!.num}`, `${t.value!.den}`);
  const f = (style === 'fractions' ? FRACTION_NAMES : INTERVAL_NAMES)[t.op] ?? t.op;
  return { text: `${f}(${args.join(', ')})`, rank: 5, depth };
}

/** The argument of a negative power and the divisor are certainly not 0, or the script says so. */
const divisor = (t: Term, p: Piece, style: Style): Piece =>
  style === 'fractions' || (t.op === 'num' && t.value!.num !== 0n) ? p : atom(`nonzero(${p.text})`);

function raised(x: Term, t: Term, depth: number, style: Style, piece: Pieces): Piece {
  const n = t.op === 'pow' ? Number(t.value!.num) : 2;
  const plain = operand(x, false, style, piece);
  return { text: `${within(n < 0 ? divisor(x, plain, style) : plain, 5)}**${n}`, rank: 4, depth };
}

function binary(
  [x, y]: readonly [Term, Term],
  [sign, rank, left, right]: readonly [string, number, number, number],
  depth: number,
  style: Style,
  piece: Pieces,
  fixed: (t: Term) => boolean,
): Piece {
  const a = operand(x, !fixed(y), style, piece);
  const b = operand(y, !fixed(x), style, piece);
  if (sign === ' + ' && b.rank === 3 && b.text.startsWith('-'))
    return { text: `${within(a, left)} - ${b.text.slice(1)}`, rank, depth };
  const second = sign === '/' ? divisor(y, b, style) : b;
  const loose = sign === '*' && y.op === 'div' ? 3 : right;
  return { text: `${within(a, left)}${sign}${within(second, loose)}`, rank, depth };
}
