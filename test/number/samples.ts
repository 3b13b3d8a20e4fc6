/**
 * Seeded samples for the number systems: random bit patterns, neighbourhoods of every critical point, random precisions.
 *
 * Arguments are never drawn through exp or log, which would make those functions look exact.
 */
import { type Float, float } from '../../src/number/bigfloat.ts';
import { between, type Interval, redefined } from '../../src/number/interval.ts';
import { type Rational, rational } from '../../src/number/rational.ts';
import { next, previous } from '../../src/number/rounded.ts';

/** How many times the usual number of cases: COUNTERFLOW_FUZZ. */
export const FUZZ = Math.max(1, Number(process.env.COUNTERFLOW_FUZZ ?? '1') || 1);

export interface Random {
  /** In [0, 1), 32 bits. */
  readonly unit: () => number;
  /** 0 … n − 1. */
  readonly below: (n: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
}
export function random(seed: number): Random {
  let state = seed >>> 0;
  const word = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const unit = (): number => word() / 4294967296;
  const below = (n: number): number => Math.floor(unit() * n);
  return { unit, below, pick: (list) => list[below(list.length)]! };
}

const cell = new Float64Array(1);
const words = new Uint32Array(cell.buffer);
/** Any finite double, all bit patterns alike. */
export function pattern(r: Random): number {
  do {
    words[0] = r.below(65536) * 65536 + r.below(65536);
    words[1] = r.below(65536) * 65536 + r.below(65536);
  } while (!Number.isFinite(cell[0]!));
  return cell[0]!;
}

const POINTS: readonly number[] = [
  0,
  1,
  2,
  0.5,
  3,
  10,
  100,
  Math.PI,
  Math.PI / 2,
  3 * (Math.PI / 2),
  355,
  2 ** -1022,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
  709.782712893384,
  710.4758600739439,
  745.1332191019412,
  708.3964185322641,
  36.7,
  18.7,
  19.06,
  22,
  Math.LN2,
  2 ** 27,
  2 ** -27,
  2 ** -26,
  2 ** 53,
  2 ** -53,
  2 ** 512,
  2 ** -512,
  2 ** 960,
  2 ** -960,
  2 ** 995,
  2 ** -968,
  2 ** -1000,
  1e22,
  308.2547155599167,
  1024,
];
/** A double some units in the last place from a critical point, a power of two, or a multiple of π/2. */
function critical(r: Random): number {
  const kind = r.below(4);
  let x = kind === 0 ? 2 ** (r.below(2098) - 1074) : kind === 1 ? (Math.PI / 2) * r.below(1000) : r.pick(POINTS);
  for (let steps = r.below(4); steps > 0; steps--) x = r.below(2) ? next(x) : previous(x);
  if (kind === 3) x *= 1 + (r.unit() - 0.5) * 2 ** -r.below(52);
  if (!Number.isFinite(x)) x = Number.MAX_VALUE;
  return r.below(2) ? x : -x;
}
const fine = (r: Random): number => r.unit() + r.unit() * 2 ** -32;
export function double(r: Random): number {
  const kind = r.below(6);
  if (kind === 0) return pattern(r);
  if (kind === 1) return critical(r);
  if (kind === 2) return r.below(41) - 20;
  const x = fine(r) * [4, 40, 800][r.below(3)]!;
  const y = kind === 3 ? fine(r) * 2 ** (r.below(40) - 30) : x;
  return r.below(2) ? y : -y;
}

export function bigint(r: Random, bits: number): bigint {
  let n = 0n;
  for (let left = bits; left > 0; left -= 16) n = (n << 16n) | BigInt(r.below(65536));
  return n;
}
/** A number of at most that many bits, its exponent within ±spread, either sign. */
export function bigfloat(r: Random, bits: number, spread: number): Float {
  const m = bigint(r, 1 + r.below(bits));
  const e = r.below(2 * spread + 1) - spread;
  const short = r.below(8) === 0 ? BigInt(1 + r.below(20)) : m;
  return short === 0n ? float(0n) : float(r.below(2) ? short : -short, e);
}

export const PRECISIONS: readonly number[] = [2, 3, 5, 10, 24, 53, 54, 64, 80, 106, 113, 212, 500, 1000];

export const small = (r: Random): Rational => rational(r.below(41) - 20, 1 + r.below(r.below(2) ? 12 : 1));

/** Any kind of interval: points, boxes, unbounded, touching 0 or 1, empty, of any definedness. */
export function box(r: Random): Interval {
  const kind = r.below(12);
  if (kind === 0) return between(Infinity, -Infinity);
  if (kind === 1) return between(-Infinity, Infinity);
  const x = double(r);
  if (kind === 2) return between(x, Infinity);
  if (kind === 3) return between(-Infinity, x);
  if (kind < 6) return between(x, x);
  const y = kind < 9 ? double(r) : kind === 9 ? r.pick([0, 1, -1]) : x + Math.abs(x) * 2 ** -r.below(40);
  const a = between(Math.min(x, y), Math.max(x, y));
  return r.below(6) === 0 ? redefined(a, 'undecided') : a;
}
