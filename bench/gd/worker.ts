/** One thread of the batched descent: waits for a start, goes through its instances, says how long it took. */
import { parentPort, workerData } from 'node:worker_threads';
import { batchOf } from '../../src/search/batch.ts';
import { descentProgram, instances } from './claim.ts';

const { d, n, steps, count } = workerData as { d: number; n: number; steps: number; count: number };
const p = descentProgram(d, n, steps);
const m = p.params.length;
const data = instances(d, n, count);
const batch = batchOf(p)!;
const go = (many: number): void => {
  const params = (i: number, out: Float64Array): void => {
    for (let k = 0; k < m; k++) out[k] = data[i * m + k]!;
  };
  batch.run({ count: many, horizon: 0, params }, () => {});
};
for (let k = 0; k < 3; k++) go(Math.min(count, 1000));
parentPort!.postMessage('ready');
parentPort!.on('message', (m) => {
  if (m === 'end') process.exit(0);
  const start = performance.now();
  go(count);
  parentPort!.postMessage((performance.now() - start) / 1000);
});
