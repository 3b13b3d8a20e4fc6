/**
 * MPFR as an oracle, through gmp-wasm: correctly rounded results in either direction. For tests only.
 */
import { init } from 'gmp-wasm';
import { bitLength, type Float } from '../../src/number/bigfloat.ts';

// biome-ignore lint/suspicious/noExplicitAny: the binding has hundreds of untyped entries
const { binding: b } = (await init()) as any;
const UP = 2;
const DOWN = 3;
const z = b.mpz_t();
b.mpz_init(z);
const variable = (): number => {
  const x = b.mpfr_t();
  b.mpfr_init2(x, 64);
  return x;
};
const [x, y, result, bound] = [variable(), variable(), variable(), variable()] as [number, number, number, number];

function assign(target: number, a: Float): void {
  b.mpfr_set_prec(target, Math.max(bitLength(a.m), 2));
  if (a.e === Infinity) {
    b.mpfr_set_inf(target, a.m > 0n ? 1 : -1);
    return;
  }
  if (a.m === 0n) {
    b.mpfr_set_zero(target, 1);
    return;
  }
  const s = b.malloc_cstr(a.m.toString(16));
  b.mpz_set_str(z, s, 16);
  b.free(s);
  b.mpfr_set_z_2exp(target, z, a.e, 0);
}

export type Operation = string;
function compute(op: Operation, args: readonly number[], bits: number, up: boolean): void {
  b.mpfr_set_prec(result, bits);
  const f = b[`mpfr_${op}`];
  if (op === 'const_pi') f(result, up ? UP : DOWN);
  else f(result, ...args, up ? UP : DOWN);
}

/** op(args) of doubles rounded to a double in the asked direction. */
export function roundedDouble(op: Operation, args: readonly number[], up: boolean): number {
  const slots = [x, y].slice(0, args.length);
  slots.forEach((slot, i) => {
    b.mpfr_set_prec(slot, 53);
    b.mpfr_set_d(slot, args[i], 0);
  });
  compute(op, slots, 53, up);
  return b.mpfr_get_d(result, up ? UP : DOWN);
}

/** op(args) of doubles rounded to that many bits, as m·2ᵉ. */
export function ends(op: Operation, args: readonly number[], bits: number, up: boolean): readonly [string, number] {
  const slots = [x, y].slice(0, args.length);
  slots.forEach((slot, i) => {
    b.mpfr_set_prec(slot, 53);
    b.mpfr_set_d(slot, args[i], 0);
  });
  compute(op, slots, bits, up);
  const e = b.mpfr_get_z_2exp(z, result);
  return b.mpfr_zero_p(result) ? ['0', 0] : [`${b.mpz_to_string(z, 10)}`, e];
}

export interface Bracket {
  readonly lower: boolean;
  readonly upper: boolean;
  /** Ends equal to the correctly rounded ones. */
  readonly tight: boolean;
}
/** Whether lo ≤ op(args) ≤ hi, by correct rounding to that many bits; undefined past MPFR's exponents (±2³⁰). */
export function bracket(
  op: Operation,
  args: readonly Float[],
  lo: Float,
  hi: Float,
  bits: number,
): Bracket | undefined {
  b.mpfr_clear_flags();
  const slots = [x, y].slice(0, args.length);
  slots.forEach((slot, i) => {
    assign(slot, args[i]!);
  });
  compute(op, slots, bits, false);
  assign(bound, lo);
  const low = b.mpfr_cmp(bound, result);
  compute(op, slots, bits, true);
  assign(bound, hi);
  const high = b.mpfr_cmp(bound, result);
  if (b.mpfr_overflow_p() || b.mpfr_underflow_p()) return undefined;
  return { lower: low <= 0, upper: high >= 0, tight: low === 0 && high === 0 };
}

/** Nanoseconds per call, for the bench: op at that many bits on fixed arguments, upwards. */
export function timed(op: Operation, args: readonly number[], bits: number, calls: number): number {
  const slots = [x, y].slice(0, args.length);
  slots.forEach((slot, i) => {
    b.mpfr_set_prec(slot, bits);
    b.mpfr_set_d(slot, args[i], 0);
    b.mpfr_sqrt(slot, slot, 0);
  });
  b.mpfr_set_prec(result, bits);
  const f = b[`mpfr_${op}`];
  const start = performance.now();
  for (let i = 0; i < calls; i++) f(result, ...slots, UP);
  return ((performance.now() - start) * 1e6) / calls;
}
