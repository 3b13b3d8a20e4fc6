/**
 * Rationals from and to the outside: text, binary64 numbers, outward-rounded decimals.
 *
 * Reading is exact. Trusts rational.ts. `toNumber` is correctly rounded towards the nearest double up to one ulp and is
 * for search and display only; `decimalDown` and `decimalUp` are rigorous one-sided bounds.
 */
import * as Q from './rational.ts';

type Rational = Q.Rational;

const NUMBER = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/;

/** The exact value of '3', '-0.125', '2.5e-3' or '22/7'; undefined when the text is none of these. */
export function parseRational(source: string): Rational | undefined {
  const slash = source.indexOf('/');
  if (slash >= 0) {
    const top = parseRational(source.slice(0, slash).trim());
    const bottom = parseRational(source.slice(slash + 1).trim());
    return top && bottom && bottom.num !== 0n ? Q.div(top, bottom) : undefined;
  }
  const match = NUMBER.exec(source.trim());
  if (!match) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const shift = Number(exponent) - fraction.length;
  return shift >= 0 ? Q.rational(digits * 10n ** BigInt(shift)) : Q.rational(digits, 10n ** BigInt(-shift));
}

const view = new DataView(new ArrayBuffer(8));

/** The exact dyadic rational that a finite double is. Throws RangeError for NaN and infinities. */
export function ofNumber(x: number): Rational {
  if (!Number.isFinite(x)) throw new RangeError(`a finite number is wanted, found ${x}`);
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = (exponent === 0 ? fraction : fraction | 0x10000000000000n) * (x < 0 ? -1n : 1n);
  const power = (exponent === 0 ? 1 : exponent) - 1075;
  return power >= 0 ? Q.rational(mantissa << BigInt(power)) : Q.rational(mantissa, 1n << BigInt(-power));
}

/** Bits in |n|; 0 for 0. */
export const bitLength = (n: bigint): number => (n === 0n ? 0 : (n < 0n ? -n : n).toString(16).length * 4 - lead(n));
const lead = (n: bigint): number => Math.clz32(Number.parseInt((n < 0n ? -n : n).toString(16)[0] ?? '0', 16)) - 28;

/** A double within one ulp of a (exact when a is a double); ±Infinity past the range. */
export function toNumber(a: Rational): number {
  if (a.num === 0n) return 0;
  const shift = 64 - (bitLength(a.num) - bitLength(a.den));
  const scaled = shift >= 0 ? (a.num << BigInt(shift)) / a.den : a.num / (a.den << BigInt(-shift));
  const half = Math.trunc(-shift / 2);
  return Number(scaled) * 2 ** half * 2 ** (-shift - half);
}

function scaledDecimal(a: Rational, digits: number, up: boolean): string {
  if (a.num === 0n) return '0';
  const size = a.num < 0n ? -a.num : a.num;
  let exponent = `${size}`.length - `${a.den}`.length;
  const shift = (e: number): bigint => {
    const move = digits - 1 - e;
    const top = move >= 0 ? size * 10n ** BigInt(move) : size;
    const bottom = move >= 0 ? a.den : a.den * 10n ** BigInt(-move);
    const away = up === a.num > 0n;
    return away ? (top + bottom - 1n) / bottom : top / bottom;
  };
  let mantissa = shift(exponent);
  if (`${mantissa}`.length < digits) mantissa = shift(--exponent);
  const figures = `${mantissa}`;
  exponent += figures.length - digits;
  const body = figures.replace(/0+$/, '') || '0';
  return place(a.num < 0n, body, exponent);
}

function place(negative: boolean, figures: string, exponent: number): string {
  const sign = negative ? '-' : '';
  if (exponent < -6 || exponent > 20) {
    const rest = figures.slice(1);
    return `${sign}${figures[0]}${rest ? `.${rest}` : ''}e${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${figures}`;
  if (figures.length <= exponent + 1) return `${sign}${figures}${'0'.repeat(exponent + 1 - figures.length)}`;
  return `${sign}${figures.slice(0, exponent + 1)}.${figures.slice(exponent + 1)}`;
}

/** The largest decimal of that many significant digits that is ≤ a. */
export const decimalDown = (a: Rational, digits = 17): string => scaledDecimal(a, digits, false);
/** The smallest decimal of that many significant digits that is ≥ a. */
export const decimalUp = (a: Rational, digits = 17): string => scaledDecimal(a, digits, true);
