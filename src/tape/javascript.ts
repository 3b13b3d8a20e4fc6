/**
 * Tapes compiled to JavaScript on doubles, for the search only: Math.* gives no guarantee.
 *
 * The generated text holds slot numbers and numeric constants alone, nothing of an author's. Bodies are cut into pieces
 * of 1 000 instructions over a shared slot array, since V8 stops optimising large functions.
 */
import { toNumber } from '../number/decimal.ts';
import { float64 } from '../number/float64.ts';
import type { Instruction, Tape } from './tape.ts';

/** Reads inputs from `x`, writes outputs to `out`. */
export type Compiled = (x: Float64Array, out: Float64Array) => void;

const UNARY: { readonly [f: string]: string } = { neg: '-', log: 'Math.log' };
const BINARY: { readonly [f: string]: string } = { add: '+', sub: '-', mul: '*', div: '/' };
const PIECE = 1000;

/** Above this exponent powers are computed by a call. */
const SHORT = 8;

/** By squaring from the lowest bit, as float64.pow does. */
function powered(a: string, n: number): string {
  if (n === 0) return `(${a},1)`;
  if (Math.abs(n) > SHORT) return `power(${a},${n})`;
  let [result, square] = ['', a];
  for (let k = Math.abs(n); k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) result = result === '' ? square : `(${result}*${square})`;
    square = `(${square}*${square})`;
  }
  return n < 0 ? `1/${result}` : result;
}

function expression(i: Instruction, s: (slot: number) => string): string {
  switch (i.op) {
    case 'const': {
      const value = toNumber(i.value);
      return Number.isFinite(value) ? `${value < 0 ? `(${value})` : value}` : 'NaN';
    }
    case 'pi':
      return 'Math.PI';
    case 'square':
      return `${s(i.a)}*${s(i.a)}`;
    case 'pow':
      return powered(s(i.a), i.n);
    case 'power':
      return `(${s(i.a)}<0?NaN:Math.pow(${s(i.a)},${toNumber(i.exponent)}))`;
    case 'unary':
      return `${UNARY[i.f] ?? `Math.${i.f}`}(${s(i.a)})`;
    case 'binary': {
      const sign = BINARY[i.f];
      return sign ? `${s(i.a)}${sign}(${s(i.b)})` : `Math.${i.f}(${s(i.a)},${s(i.b)})`;
    }
  }
}

/** A function of the parameters with `power` in scope. */
const built = (parameters: readonly string[], lines: readonly string[]): unknown =>
  new Function('power', `return (${parameters.join(',')})=>{${lines.join('\n')}}`)(float64.pow);

function small(t: Tape): Compiled {
  const s = (slot: number): string => (slot < t.inputs ? `x[${slot}]` : `v${slot}`);
  const lines = t.code.map((i, k) => `const v${t.inputs + k}=${expression(i, s)};`);
  const out = t.outputs.map((slot, k) => `out[${k}]=${s(slot)};`);
  return built(['x', 'out'], [...lines, ...out]) as Compiled;
}

function large(t: Tape): Compiled {
  const slots = new Float64Array(t.code.length);
  const s = (slot: number): string => (slot < t.inputs ? `x[${slot}]` : `s[${slot - t.inputs}]`);
  const pieces: ((x: Float64Array, s: Float64Array) => void)[] = [];
  for (let from = 0; from < t.code.length; from += PIECE) {
    const lines = t.code.slice(from, from + PIECE).map((i, k) => `s[${from + k}]=${expression(i, s)};`);
    pieces.push(built(['x', 's'], lines) as (x: Float64Array, s: Float64Array) => void);
  }
  const last = t.outputs.map((slot) => (slot < t.inputs ? -slot - 1 : slot - t.inputs));
  return (x, out) => {
    for (const piece of pieces) piece(x, slots);
    for (let k = 0; k < last.length; k++) out[k] = last[k]! < 0 ? x[-last[k]! - 1]! : slots[last[k]!]!;
  };
}

/** The tape as a function on doubles. Rounds exactly as the tape evaluated over float64 does, but for Math.*. */
export const compile = (t: Tape): Compiled => (t.code.length <= PIECE ? small(t) : large(t));
