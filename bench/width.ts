/**
 * One evaluation of a descent in the search, by width: the compiled JavaScript, WebAssembly on a single point (to which
 * wide runs go over), and points in batches. CPU microseconds, n = 4, the loss watched at each of 50 steps. `npm run bench:width`
 */
import { batchOf } from '../src/search/batch.ts';
import { fastInstance } from '../src/search/fast.ts';
import { instances } from './gd/claim.ts';
import { wide } from './loops.ts';

const STEPS = 50;
const POINTS = 64;

/** The best of some repetitions, in microseconds a point, once all is compiled. */
function time(work: () => void, points: number): number {
  const start = performance.now();
  while (performance.now() - start < 400) work();
  let best = Infinity;
  for (let k = 0; k < 5; k++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / points);
  }
  return best;
}

console.log('   d  operations  JavaScript  one point  in batches');
for (const d of [2, 4, 8, 16, 32, 64, 128, 200]) {
  const p = wide(d, 4, STEPS);
  const data = instances(d, 4, POINTS);
  const size = p.params.length;
  const row = (i: number): Float64Array => data.subarray(i * size, (i + 1) * size);
  const params = (i: number, out: Float64Array): void => out.set(row(i));
  const each = (f: (i: number) => void) => (): void => {
    for (let i = 0; i < POINTS; i++) f(i);
  };
  const [plain, batch] = [fastInstance(p, false), batchOf(p)!];
  const visit = (at: { readonly sides: (run: number, step: number) => unknown }): void => {
    for (let k = 0; k <= STEPS; k++) at.sides(0, k);
  };
  const times = [
    time(
      each((i) => plain.evaluate(row(i), 0)),
      POINTS,
    ),
    time(
      each((i) => batch.run({ count: 1, horizon: 0, params: (_, out) => params(i, out) }, (_, at) => visit(at))),
      POINTS,
    ),
    time(() => batch.run({ count: POINTS, horizon: 0, params }, (_, at) => visit(at)), POINTS),
  ];
  const [r] = p.runs;
  const operations = String(r!.step.code.length + r!.body.code.length).padStart(11);
  console.log(`${String(d).padStart(4)} ${operations} ${times.map((t) => t.toFixed(1).padStart(10)).join(' ')}`);
}
