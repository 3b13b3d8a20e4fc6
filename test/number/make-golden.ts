/**
 * Writes golden.json: values rounded down and up by MPFR, for tests that run without it. Run by hand with tsx.
 *
 * Each entry: operation, arguments (doubles), lower and upper double, lower and upper end at 200 bits as [mantissa, exponent].
 */
import { writeFileSync } from 'node:fs';
import { ends, roundedDouble } from './mpfr.ts';
import { double, random } from './samples.ts';

const ONE = [
  'sqrt',
  'exp',
  'expm1',
  'exp2',
  'exp10',
  'log',
  'log1p',
  'log2',
  'log10',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
];
const TWO = ['add', 'sub', 'mul', 'div', 'pow'];
const FIXED = [
  0.7113835411222382,
  10.07321156994239,
  0.2369273550501898,
  1,
  0.5,
  2,
  1e22,
  2 ** -30,
  5e-324,
  709.782712893384,
];
const text = (x: number): string => (Object.is(x, -0) ? '0' : `${x}`);

const entries: unknown[] = [];
function put(op: string, args: readonly number[]): void {
  const lo = roundedDouble(op, args, false);
  const hi = roundedDouble(op, args, true);
  if (!Number.isFinite(lo + hi) || (op === 'pow' && args[0]! <= 0)) return;
  const long = [ends(op, args, 200, false), ends(op, args, 200, true)] as const;
  if (long.some(([, e]) => Math.abs(e) > 2 ** 29)) return;
  entries.push([op, args.map(text), text(lo), text(hi), ...long]);
}
const r = random(2024);
for (const op of ONE) {
  for (const x of FIXED) put(op, [x]);
  for (let i = 0; i < 12; i++) put(op, [double(r)]);
}
for (const op of TWO) for (let i = 0; i < 20; i++) put(op, [double(r), op === 'pow' ? r.below(80) / 8 - 5 : double(r)]);
writeFileSync(
  new URL('golden.json', import.meta.url),
  `[\n${entries.map((e) => `  ${JSON.stringify(e)}`).join(',\n')}\n]\n`,
);
