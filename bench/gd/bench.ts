/**
 * Batched gradient descent: ours on one thread against gcc (SSE, no fused operations) and numpy in the same run, CPU
 * seconds, best of some repetitions; the curve over d; two workers against one. `npm run bench:gd`
 *
 * gcc's best block size counts. The final states of all three are compared.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { batchOf } from '../../src/search/batch.ts';
import { descentProgram, instances } from './claim.ts';

const here = new URL('.', import.meta.url).pathname;
const dir = mkdtempSync(join(tmpdir(), 'counterflow-gd-'));
const REPEATS = 5;

interface Case {
  readonly d: number;
  readonly n: number;
  readonly count: number;
  readonly steps: number;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const doubles = (file: string): Float64Array => {
  const b = readFileSync(file);
  return new Float64Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength));
};

interface Measured {
  readonly rate: number;
  readonly ends: Float64Array;
  readonly note: string;
}
const rate = (c: Case, seconds: number): number => (c.count * c.steps) / seconds / 1e6;

function ours(c: Case, data: Float64Array): Measured {
  const p = descentProgram(c.d, c.n, c.steps);
  const batch = batchOf(p)!;
  const m = p.params.length;
  const ends = new Float64Array(2 * c.d * c.count);
  const params = (i: number, out: Float64Array): void => {
    for (let k = 0; k < m; k++) out[k] = data[i * m + k]!;
  };
  let best = Infinity;
  for (let k = 0; k < REPEATS + 2; k++) {
    const start = cpu();
    batch.run({ count: c.count, horizon: 0, params }, (i, at) => ends.set(at.state(0), i * 2 * c.d));
    best = Math.min(best, cpu() - start);
  }
  return {
    rate: rate(c, best),
    ends,
    note: `${(batch.bytes() / 1024).toFixed(0)} KiB, module ${(batch.size / 1024).toFixed(1)} KiB`,
  };
}

const BLOCKS = [2, 4, 8, 16, 32, 64] as const;

function gcc(c: Case, file: string): Measured {
  const out = join(dir, 'c.out');
  let best: Measured | undefined;
  for (const b of BLOCKS) {
    const program = join(dir, `peer-${b}`);
    const defines = [`-DD=${c.d}`, `-DN=${c.n}`, `-DB=${b}`];
    execFileSync('gcc', ['-O3', '-msse4.2', '-ffp-contract=off', ...defines, '-o', program, join(here, 'peer.c')]);
    const said = execFileSync(program, [`${c.count}`, `${c.steps}`, file, out, `${REPEATS}`], { encoding: 'utf8' });
    const r = rate(c, Number(said.split(' ')[0]));
    if (!best || r > best.rate) best = { rate: r, ends: doubles(out), note: `blocks of ${b}` };
  }
  return best!;
}

function numpy(c: Case, file: string): Measured {
  const out = join(dir, 'py.out');
  const words = [c.d, c.n, c.count, c.steps].map(String);
  const said = execFileSync('python3', [join(here, 'peer.py'), ...words, file, out, '2'], { encoding: 'utf8' });
  return { rate: rate(c, Number(said.split(' ')[0])), ends: doubles(out), note: '' };
}

/** The largest relative difference of final states over the first instances. */
function difference(a: Float64Array, b: Float64Array, count: number): number {
  let worst = 0;
  for (let i = 0; i < count; i++) worst = Math.max(worst, Math.abs(a[i]! - b[i]!) / (1 + Math.abs(b[i]!)));
  return worst;
}

function compare(c: Case): void {
  const file = join(dir, 'instances');
  const data = instances(c.d, c.n, c.count);
  writeFileSync(file, new Uint8Array(data.buffer));
  const [a, b, p] = [ours(c, data), gcc(c, file), numpy(c, file)];
  const some = 2 * c.d * Math.floor(c.count / 5);
  const show = (x: number): string => x.toFixed(x < 10 ? 2 : 1).padStart(7);
  console.log(
    `d = ${String(c.d).padStart(3)}  n = ${c.n}  ours ${show(a.rate)}  gcc ${show(b.rate)} (${b.note})  numpy ${show(p.rate)}` +
      `   ours/gcc ${(a.rate / b.rate).toFixed(2)}  ours/numpy ${(a.rate / p.rate).toFixed(1)}   memory ${a.note}` +
      `   difference ${Math.max(difference(a.ends, b.ends, some), difference(a.ends, p.ends, some)).toExponential(0)}`,
  );
}

/** One file for worker threads, which loaders of TypeScript do not reach on this version of Node. */
function bundled(): string {
  const outfile = join(dir, 'worker.mjs');
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  // Packages are found from here, wherever the bundle lies.
  const define = { 'import.meta.url': JSON.stringify(new URL('worker.ts', import.meta.url).href) };
  const entryPoints = [join(here, 'worker.ts')];
  buildSync({ entryPoints, outfile, banner, define, bundle: true, platform: 'node', format: 'esm', logLevel: 'error' });
  return outfile;
}

/** Seconds of some threads together: on the wall, and of all their processors. */
interface Together {
  readonly wall: number;
  readonly cpu: number;
}

async function workers(c: Case, threads: number): Promise<Together> {
  const share = Math.floor(c.count / threads);
  const file = bundled();
  const all = Array.from({ length: threads }, () => new Worker(file, { workerData: { ...c, count: share } }));
  const answer = <T>(w: Worker): Promise<T> => new Promise((done, fail) => w.once('message', done).once('error', fail));
  await Promise.all(all.map(answer));
  let [best, used] = [Infinity, Infinity];
  for (let k = 0; k < REPEATS + 2; k++) {
    const [start, before] = [performance.now(), cpu()];
    const ends = all.map(answer);
    for (const w of all) w.postMessage('go');
    await Promise.all(ends);
    best = Math.min(best, (performance.now() - start) / 1000);
    used = Math.min(used, cpu() - before);
  }
  await Promise.all(all.map((w) => w.terminate()));
  return { wall: best, cpu: used };
}

try {
  console.log(`million instance-steps a CPU second, one thread, best of ${REPEATS}; load ${loadavg()[0]!.toFixed(1)}`);
  const main = { d: 8, n: 4, count: 10_000, steps: 1000 };
  compare(main);
  const curve = process.argv.includes('--curve');
  if (curve)
    for (const d of [2, 4, 16, 32, 64, 128, 200]) compare({ d, n: 4, count: Math.ceil(16_000 / d), steps: 400 });
  const [one, two] = [await workers(main, 1), await workers(main, 2)];
  const load = loadavg()[0]!.toFixed(1);
  console.log(
    `two workers: ${(one.wall / two.wall).toFixed(2)} times one on the wall at load ${load}, ` +
      `${((2 * one.cpu) / two.cpu).toFixed(2)} by their CPU seconds, as on free cores`,
  );
} finally {
  rmSync(dir, { recursive: true });
}
