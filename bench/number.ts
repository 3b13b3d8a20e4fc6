/**
 * Nanoseconds per operation: intervals of doubles, dyadic intervals (both ends), and MPFR (one end, gmp-wasm) in one run.
 *
 * Run with tsx. Ratios, not times, are what to compare between machines.
 */
import { type Float, float, sqrt } from '../src/number/bigfloat.ts';
import { type Dyadic, dyadic, span } from '../src/number/dyadic.ts';
import * as flat from '../src/number/flat.ts';
import { between, interval as I, type Interval } from '../src/number/interval.ts';
import * as R from '../src/number/rounded.ts';
import { timed } from '../test/number/mpfr.ts';

function nanoseconds(f: (i: number) => unknown, calls: number): number {
  let best = Infinity;
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) f(i);
    best = Math.min(best, ((performance.now() - start) * 1e6) / calls);
  }
  return best;
}
const show = (x: number): string => (x < 100 ? x.toFixed(1) : x.toFixed(0)).padStart(9);

const COUNT = 1024;
const numbers = Float64Array.from({ length: COUNT }, (_, i) => Math.sqrt(i + 2) / (1 + (i % 7)));
const boxes: readonly Interval[] = Array.from(numbers, (x) => between(x, x * (1 + 2 ** -20)));
const signed: readonly Interval[] = boxes.map((a, i) =>
  i % 3 === 0 ? I.neg(a) : i % 3 === 1 ? a : between(-a.lo, a.hi),
);
const at = (i: number): number => i % COUNT;

console.log('scalar, one end            ns');
const SCALAR = { addDown: R.addDown, mulDown: R.mulDown, divDown: R.divDown };
let sink = 0;
for (const [name, f] of Object.entries(SCALAR))
  console.log(
    name.padEnd(22),
    show(
      nanoseconds((i) => {
        sink += f(numbers[at(i)]!, numbers[at(i + 7)]!);
      }, 2_000_000),
    ),
  );
console.log('interval of doubles        ns');
for (const op of ['add', 'sub', 'mul', 'div'] as const)
  console.log(op.padEnd(22), show(nanoseconds((i) => I[op](signed[at(i)]!, boxes[at(i + 7)]!), 1_000_000)));
for (const op of ['square', 'sqrt'] as const)
  console.log(op.padEnd(22), show(nanoseconds((i) => I[op](boxes[at(i)]!), 1_000_000)));
const points = Array.from(numbers, (x) => between(x / 3, x / 3));
for (const op of ['exp', 'log', 'sin', 'cos', 'tan', 'atan', 'sinh', 'cosh', 'tanh', 'asinh'] as const)
  console.log(`${op}, on points`.padEnd(22), show(nanoseconds((i) => I[op](points[at(i)]!), 5000)));

console.log('flat, 1 024 boxes          ns');
const columns = [signed, boxes, boxes].map((list) => {
  const c = flat.column(COUNT);
  list.forEach((a, i) => {
    flat.write(c, i, a);
  });
  return c;
});
const [left, right, out] = columns as [flat.Column, flat.Column, flat.Column];
const FLAT = { add: flat.add, sub: flat.sub, mul: flat.mul, div: flat.div };
for (const [name, f] of Object.entries(FLAT))
  console.log(name.padEnd(22), show(nanoseconds(() => f(out, left, right, COUNT), 2000) / COUNT));
console.log('square'.padEnd(22), show(nanoseconds(() => flat.square(out, left, COUNT), 2000) / COUNT));
console.log('sqrt'.padEnd(22), show(nanoseconds(() => flat.sqrt(out, right, COUNT), 2000) / COUNT));

console.log('dyadic, two ends      bits        ns    MPFR ns   ratio per end');
for (const bits of [53, 256, 1024]) {
  const A = dyadic(bits);
  const end = (x: bigint): Float => sqrt(float(x), bits, false);
  const a: Dyadic = span(end(2n), sqrt(float(2n), bits, true));
  const b: Dyadic = span(end(3n), sqrt(float(3n), bits, true));
  const row = (op: string, ours: number, theirs: number): void =>
    console.log(
      op.padEnd(20),
      `${bits}`.padStart(5),
      show(ours),
      show(theirs),
      `${(ours / 2 / theirs).toFixed(1)}`.padStart(9),
    );
  for (const op of ['add', 'sub', 'mul', 'div'] as const)
    row(
      op,
      nanoseconds(() => A[op](a, b), 200_000),
      timed(op, [2, 3], bits, 400_000),
    );
  row(
    'sqrt',
    nanoseconds(() => A.sqrt(a), 50_000),
    timed('sqrt', [2], bits, 200_000),
  );
  for (const op of ['exp', 'log', 'sin', 'atan', 'sinh', 'tanh', 'asinh'] as const)
    row(
      op,
      nanoseconds(() => A[op](a), 1000),
      timed(op, [2], bits, 5000),
    );
}
void sink;
