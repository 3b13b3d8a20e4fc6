/**
 * Interval tapes over many boxes against Boost.Interval, MPFI and the npm package; dyadic intervals against MPFR.
 *
 * Same formulas, same data, one run, CPU time of each process. A log/√ potential (8 operations) and the loss after one step
 * of descent (d = 4, n = 2). BOXES sets the number of boxes (a tenth of it for the slow ones). Needs g++, boost, mpfi, mpfr.
 */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as T from '../src/expr/term.ts';
import { type Float, float, sqrt } from '../src/number/bigfloat.ts';
import { type Dyadic, dyadic, span } from '../src/number/dyadic.ts';
import { column } from '../src/number/flat.ts';
import * as Q from '../src/number/rational.ts';
import { flatCode } from '../src/tape/flat.ts';
import { tape } from '../src/tape/tape.ts';

const BOXES = Number(process.env.BOXES ?? 1_000_000);
const FEW = BOXES / 10;
const here = (name: string): string => fileURLToPath(new URL(`./rigor/${name}`, import.meta.url));
function built(compiler: string, source: string, ...flags: string[]): string {
  const out = join(tmpdir(), `counterflow-${source.replace('.', '-')}`);
  execFileSync(compiler, ['-O3', '-o', out, here(source), ...flags]);
  return out;
}
const rows = (program: string, count: number): string[][] =>
  execFileSync(program, [`${count}`], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((l) => l.split(' '));

/** CPU seconds, the best of a few rounds. */
function seconds(f: () => void, rounds = 3): number {
  let best = Infinity;
  for (let k = 0; k < rounds; k++) {
    const start = process.cpuUsage();
    f();
    best = Math.min(best, process.cpuUsage(start).user / 1e6);
  }
  return best;
}

const X = [
  [1, -0.5, 0.25, 2],
  [0.75, 1.5, -1, 0.5],
];
const Y = [1, -0.5];
const num = (x: number): T.Term => T.num(Q.rational(Math.round(x * 8), 8));
const names = (s: string): T.Term[] => Array.from({ length: 4 }, (_, j) => T.variable(`${s}${j}`));
const [u, v] = [names('u'), names('v')];
const square = (a: T.Term): T.Term => T.mul(a, a);
const residual = (w: readonly T.Term[]): T.Term[] =>
  X.map((row, k) => T.sub(row.map((x, j) => T.mul(num(x), w[j]!)).reduce(T.add), num(Y[k]!)));
const POTENTIAL = (() => {
  const r = T.sqrt(T.add(square(u[0]!), square(v[0]!)));
  return tape([u[0]!, v[0]!], [T.sub(T.mul(u[0]!, T.apply('log', T.add(u[0]!, r))), r)]);
})();
const STEP = (() => {
  const r = residual(u.map((a, j) => T.sub(square(a), square(v[j]!))));
  const g = u.map((_, j) => T.mul(num(0.125), T.add(T.mul(num(X[0]![j]!), r[0]!), T.mul(num(X[1]![j]!), r[1]!))));
  const after = u.map((a, j) => T.sub(square(T.sub(a, T.mul(g[j]!, a))), square(T.add(v[j]!, T.mul(g[j]!, v[j]!)))));
  const [p, q] = residual(after);
  return tape([...u, ...v], [T.add(square(p!), square(q!))]);
})();
const operations = (t: typeof STEP): number => t.code.filter((i) => i.op !== 'const').length;

const inputs = Array.from({ length: 8 }, () => column(BOXES));
let seed = 1;
const random = (): number => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
  return (seed >>> 8) / 16777216;
};
for (let i = 0; i < 4 * BOXES; i++)
  for (const [k, from] of [0.5, 0.25].entries()) {
    const x = from + random();
    const c = inputs[4 * k + (i % 4)]!;
    c.lo[Math.floor(i / 4)] = x;
    c.hi[Math.floor(i / 4)] = x + 1e-6;
  }
const out = column(BOXES);

/** The npm package as its readme has it. */
const npm = (() => {
  const { default: A, Interval } = createRequire(import.meta.url)('interval-arithmetic') as {
    default: Record<string, (...a: unknown[]) => { lo: number }>;
    Interval: new (lo: number, hi: number) => { lo: number };
  };
  const at = (k: number, i: number) => new Interval(inputs[k]!.lo[i]!, inputs[k]!.hi[i]!);
  const { add, sub, mul, sqrt: root, log, pow } = A as Required<typeof A>;
  const times = (x: number, w: unknown) => mul!(new Interval(x, x), w);
  const rest = (w: readonly unknown[]) =>
    X.map((row, k) =>
      sub!(
        row.map((x, j) => times(x, w[j])).reduce((a, b) => add!(a, b)),
        new Interval(Y[k]!, Y[k]!),
      ),
    );
  return {
    potential: (i: number) => {
      const w = at(0, i);
      const r = root!(add!(pow!(w, 2), pow!(at(4, i), 2)));
      return sub!(mul!(w, log!(add!(w, r))), r).lo;
    },
    step: (i: number) => {
      const [a, b] = [0, 1, 2, 3]
        .map((k) => at(k, i))
        .map((x, k) => [x, at(k + 4, i)] as const)
        .reduce<[unknown[], unknown[]]>(
          ([p, q], [x, y]) => [
            [...p, x],
            [...q, y],
          ],
          [[], []],
        );
      const r = rest(a.map((x, j) => sub!(pow!(x, 2), pow!(b[j], 2))));
      const g = a.map((_, j) => times(0.125, add!(times(X[0]![j]!, r[0]), times(X[1]![j]!, r[1]))));
      const w = a.map((x, j) => sub!(pow!(sub!(x, mul!(g[j], x)), 2), pow!(add!(b[j], mul!(g[j], b[j])), 2)));
      const [p, q] = rest(w);
      return add!(pow!(p, 2), pow!(q, 2)).lo;
    },
  };
})();

const boost = new Map(
  rows(built('g++', 'boost.cpp', '-frounding-math', '-std=c++17'), BOXES).map(([name, s]) => [name!, Number(s)]),
);
const mpfi = new Map(
  rows(built('gcc', 'mpfi.c', '-lmpfi', '-lmpfr', '-lgmp'), FEW).map(
    ([name, s, sum]) => [name!, [Number(s), Number(sum)]] as const,
  ),
);
/** The sums of lower ends agree with MPFI's, so the same thing is computed. */
function compare(name: string): void {
  let total = 0;
  for (let i = 0; i < FEW; i++) total += out.lo[i]!;
  const theirs = mpfi.get(name)![1];
  if (!(Math.abs(total - theirs) <= 1e-9 * Math.abs(theirs)))
    throw new Error(`${name}: the sum ${theirs} of MPFI is wanted, found ${total}`);
}
let sink = 0;
console.log(
  `ns per operation and box, ${BOXES} boxes (a tenth of them for Boost as usual, MPFI, npm and the potential)`,
);
for (const [name, t] of [
  ['potential', POTENTIAL],
  ['step', STEP],
] as const) {
  const ops = operations(t);
  const code = flatCode(t);
  const n = name === 'step' ? BOXES : FEW;
  const columns = name === 'step' ? inputs : [inputs[0]!, inputs[4]!];
  const each = (s: number, boxes: number): number => (s * 1e9) / boxes / ops;
  const ours = each(
    seconds(() => code(columns, [out], n)),
    n,
  );
  compare(name);
  const theirs = each(
    seconds(() => {
      for (let i = 0; i < FEW; i++) sink += npm[name](i);
    }, 1),
    FEW,
  );
  const peers = {
    'Boost, mode set once': each(boost.get(`${name}-once`)!, BOXES),
    'Boost as usual': each(boost.get(`${name}-usual`)!, FEW),
    MPFI: each(mpfi.get(name)![0], FEW),
    'interval-arithmetic (npm)': theirs,
  };
  console.log(`${name}, ${ops} operations: ours ${ours.toFixed(1)}`);
  for (const [peer, ns] of Object.entries(peers))
    console.log(`  ${peer.padEnd(26)} ${ns.toFixed(1).padStart(7)}   ours takes ${(ours / ns).toFixed(2)} of it`);
}

const CALLS = Number(process.env.CALLS ?? 1_000_000);
const mpfr = new Map(
  rows(built('gcc', 'mpfr.c', '-lmpfr', '-lgmp'), CALLS).map(([op, bits, ns]) => [`${op} ${bits}`, Number(ns)]),
);
console.log('dyadic intervals, ns per end     bits     ours     MPFR    ratio');
for (const bits of [53, 256, 1024]) {
  const A = dyadic(bits);
  const end = (x: bigint, up: boolean): Float => sqrt(float(x), bits, up);
  const [a, b]: [Dyadic, Dyadic] = [span(end(2n, false), end(2n, true)), span(end(3n, false), end(3n, true))];
  const row = (op: string, calls: number, f: () => unknown): void => {
    const ours =
      (seconds(() => {
        for (let i = 0; i < calls; i++) f();
      }) *
        1e9) /
      calls /
      2;
    const theirs = mpfr.get(`${op} ${bits}`)!;
    console.log(
      `${op.padEnd(30)} ${`${bits}`.padStart(6)} ${ours.toFixed(0).padStart(8)} ${theirs.toFixed(1).padStart(8)} ${(ours / theirs).toFixed(1).padStart(8)}`,
    );
  };
  for (const op of ['add', 'sub', 'mul', 'div'] as const) row(op, CALLS / 5, () => A[op](a, b));
  row('sqrt', CALLS / 10, () => A.sqrt(a));
  for (const op of ['exp', 'log', 'sin', 'atan', 'sinh', 'tanh', 'asinh'] as const)
    row(op, CALLS / 500, () => A[op](a));
}
void sink;
