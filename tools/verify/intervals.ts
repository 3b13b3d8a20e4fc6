/**
 * Intervals and their derivatives for the checker of boxes: pairs of BigInt in units of 2⁻¹⁹², rounded outwards.
 *
 * Shares no code with the rest of the project. Elementary functions are their series with the rest added. A formula is the
 * list of all its derivatives along one variable, each found when asked for: products by Leibniz, f(a) by (f(a))′ = a′·q.
 */
export type I = readonly [bigint, bigint]; // an interval
export type D = (k: number) => I; // all derivatives of a formula along one variable
export const P = 192n;
const U = 1n << P;
export class No extends Error {} // undefined, or not certain
export const no = (why: string): never => {
  throw new No(why);
};
const down = (a: bigint, b: bigint): bigint => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
const up = (a: bigint, b: bigint): bigint => -down(-a, b);
const pick =
  (better: (a: bigint, b: bigint) => boolean) =>
  (...x: bigint[]): bigint =>
    x.reduce((best, v) => (better(v, best) ? v : best));
const min = pick((a, b) => a < b);
const max = pick((a, b) => a > b);
export const whole = (n: number | bigint): I => [BigInt(n) * U, BigInt(n) * U];
export const [ZERO, ONE, TWO] = [whole(0), whole(1), whole(2)];
export const add = (a: I, b: I): I => [a[0] + b[0], a[1] + b[1]];
export const neg = (a: I): I => [-a[1], -a[0]];
export const sub = (a: I, b: I): I => add(a, neg(b));
const products = (a: I, b: I): bigint[] => [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
export const mul = (a: I, b: I): I => [down(min(...products(a, b)), U), up(max(...products(a, b)), U)];
export const div = (a: I, b: I): I => {
  if (b[0] <= 0n && b[1] >= 0n) no('division by what may be 0');
  const q = [a[0], a[1]].flatMap((x) => [b[0], b[1]].map((y) => [down(x * U, y), up(x * U, y)] as const));
  return [min(...q.map((x) => x[0])), max(...q.map((x) => x[1]))];
};
const abs = (a: I): I => (a[0] >= 0n ? a : a[1] <= 0n ? neg(a) : [0n, max(-a[0], a[1])]);
export const raise = (a: I, n: number): I => {
  if (n < 0) return div(ONE, raise(a, -n));
  const end = (x: bigint): I => {
    let r = ONE;
    for (let i = 0; i < n; i++) r = mul(r, [x, x]);
    return r;
  };
  const from = n % 2 === 0 ? abs(a) : a;
  return [end(from[0])[0], end(from[1])[1]];
};
const increasing =
  (f: (x: I) => I) =>
  (a: I): I => [f([a[0], a[0]])[0], f([a[1], a[1]])[1]];
const root = (n: bigint): bigint => {
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
};
const sqrt = increasing(([x]) => {
  if (x < 0n) no('root of a negative');
  if (x === 0n) return ZERO;
  const r = root(x * U);
  return [r, r * r === x * U ? r : r + 1n];
});
const exp: (a: I) => I = increasing((x) => {
  if (x[0] < 0n) return div(ONE, exp(neg(x)));
  let halvings = 0;
  while (x[0] >> BigInt(halvings) > U >> 8n) halvings++;
  const r = div(x, whole(1n << BigInt(halvings)));
  let [sum, term] = [ONE, ONE];
  for (let k = 1; k < 32; k++) {
    term = div(mul(term, r), whole(k));
    sum = add(sum, term);
  }
  let e = add(sum, [0n, term[1]]); // the rest is less than the last term
  for (; halvings > 0; halvings--) e = mul(e, e);
  return e;
});
const atanhSeries = (z: I): I => {
  // 0 ≤ z ≤ 1/3
  const square = mul(z, z);
  let [sum, power] = [z, z];
  for (let k = 3; k < 140; k += 2) {
    power = mul(power, square);
    sum = add(sum, div(power, whole(k)));
  }
  return add(sum, [0n, power[1]]);
};
const LN2 = mul(TWO, atanhSeries(div(ONE, whole(3))));
const log: (a: I) => I = increasing(([x]) => {
  if (x <= 0n) no('logarithm of what may not be positive');
  if (x < U) return neg(log(div(ONE, [x, x])));
  const e = BigInt(x.toString(2).length - 1) - P;
  const m: I = [x >> e, -(-x >> e)]; // in [1, 2]; atanh of at most 1/3
  return add(mul(whole(e), LN2), mul(TWO, atanhSeries(div(sub(m, ONE), add(m, ONE)))));
});
const tanh = increasing((x) => sub(ONE, div(TWO, add(exp(mul(TWO, x)), ONE))));
const sinh = increasing((x) => div(sub(exp(x), exp(neg(x))), TWO));
const cosh = (a: I): I => {
  const b = abs(a);
  const f = (x: bigint): I => div(add(exp([x, x]), exp([-x, -x])), TWO);
  return [f(b[0])[0], f(b[1])[1]];
};
const asinh: (a: I) => I = increasing((x) => (x[0] < 0n ? neg(asinh(neg(x))) : log(add(x, sqrt(add(mul(x, x), ONE))))));

const memo = (f: D): D => {
  const known: I[] = [];
  return (k) => (known[k] ??= f(k));
};
const choose = (n: number, k: number): I => {
  let c = 1n;
  for (let i = 0; i < k; i++) c = (c * BigInt(n - i)) / BigInt(i + 1);
  return whole(c);
};
const total = (n: number, f: (j: number) => I): I => {
  let s = ZERO;
  for (let j = 0; j < n; j++) s = add(s, f(j));
  return s;
};
export const constant =
  (c: I): D =>
  (k) =>
    k === 0 ? c : ZERO;
const plus = (a: D, b: D): D => memo((k) => add(a(k), b(k)));
const minus = (a: D): D => memo((k) => neg(a(k)));
const times = (a: D, b: D): D =>
  memo((k) => (k === 0 && a === b ? raise(a(0), 2) : total(k + 1, (j) => mul(choose(k, j), mul(a(j), b(k - j))))));
const over = (a: D, b: D): D => {
  const c: D = memo((k) =>
    div(
      sub(
        a(k),
        total(k, (j) => mul(choose(k, j), mul(c(j), b(k - j)))),
      ),
      b(0),
    ),
  );
  return c;
};
/** f(a) with (f(a))′ = a′·q. */
const chain = (a: D, f: (x: I) => I, q: (self: D) => D): D => {
  let rate: D | undefined;
  const self: D = memo((k) => {
    if (k === 0) return f(a(0));
    rate ??= q(self);
    const r = rate;
    return total(k, (j) => mul(choose(k - 1, j), mul(a(j + 1), r(k - 1 - j))));
  });
  return self;
};
export const one = constant(ONE);
const integer = (a: D, n: number): D =>
  n === 0
    ? one
    : n === 1
      ? a
      : chain(
          a,
          (x) => raise(x, n),
          () => times(constant(whole(n)), integer(a, n - 1)),
        );
const rough =
  (f: (k0: I[]) => I, ...of: D[]): D =>
  (k) =>
    k === 0 ? f(of.map((d) => d(0))) : no('no derivative');
export const rational = (s: string): I => {
  const [n = '', d = '1'] = s.split('/');
  return div(whole(BigInt(n)), whole(BigInt(d)));
};
export const rules: { readonly [op: string]: (a: D, b: D, exponent: string) => D } = {
  neg: (a) => minus(a),
  add: (a, b) => plus(a, b),
  sub: (a, b) => plus(a, minus(b)),
  mul: (a, b) => times(a, b),
  div: (a, b) => over(a, b),
  pow: (a, _b, n) => integer(a, Number(n)),
  power: (a, _b, r) =>
    chain(
      a,
      (x) =>
        x[0] === 0n && !r.startsWith('-')
          ? [0n, x[1] === 0n ? 0n : exp(mul(rational(r), log([x[1], x[1]])))[1]]
          : exp(mul(rational(r), log(x))),
      (f) => over(times(constant(rational(r)), f), a),
    ),
  sqrt: (a) => chain(a, sqrt, (f) => over(one, times(constant(TWO), f))),
  exp: (a) => chain(a, exp, (f) => f),
  log: (a) => chain(a, log, () => over(one, a)),
  sinh: (a) => chain(a, sinh, () => rules.cosh!(a, a, '')),
  cosh: (a) => chain(a, cosh, () => rules.sinh!(a, a, '')),
  tanh: (a) => chain(a, tanh, (f) => plus(one, minus(times(f, f)))),
  asinh: (a) => chain(a, asinh, () => over(one, rules.sqrt!(plus(times(a, a), one), a, ''))),
  abs: (a) => rough(([x]) => abs(x!), a),
  min: (a, b) => rough(([x, y]) => [min(x![0], y![0]), min(x![1], y![1])], a, b),
  max: (a, b) => rough(([x, y]) => [max(x![0], y![0]), max(x![1], y![1])], a, b),
};
