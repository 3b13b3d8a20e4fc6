/**
 * Every false claim of the library, witnesses removed, for many seeds: is it refuted within its budget?
 * `npm run seeds -- [number of seeds] [paths…]`. Prints evaluations and seconds: median and worst.
 */

import type { ClaimResult } from '../src/claim/result.ts';
import { findClaims } from '../src/find.ts';
import { openPool } from '../src/pool.ts';

const [count = '20', ...paths] = process.argv.slice(2);
const { files } = await findClaims(paths);
const pool = await openPool(2, { loadMilliseconds: 20_000, taskMilliseconds: 600_000 });
const one = async (file: string, seed: number): Promise<ClaimResult | undefined> => {
  const options = { seed, runs: undefined, useWitness: false };
  const answer = await pool.run<ClaimResult>({ kind: 'check', file, options });
  return answer.kind === 'ok' ? answer.value : undefined;
};
const first = await Promise.all(files.map((f) => pool.run<{ status: string }>({ kind: 'show', file: f })));
const wanted = files.filter((_, i) => {
  const a = first[i]!;
  return a.kind === 'ok' && a.value.status === 'refuted';
});
const median = (xs: readonly number[]): number =>
  [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN;
const evaluations: number[] = [];
const seconds: number[] = [];
const missed: string[] = [];
for (const file of wanted) {
  const seeds = Array.from({ length: Number(count) }, (_, i) => i + 1);
  const results = await Promise.all(seeds.map((s) => one(file, s)));
  const found = results.flatMap((r) => (r?.row.verdict === 'refuted' ? [r.details.found!.evaluations] : []));
  const times = results.flatMap((r) => (r ? [r.row.milliseconds / 1000] : []));
  results.forEach((r, i) => {
    if (r?.row.verdict !== 'refuted') missed.push(`${file} seed ${seeds[i]}: ${r?.row.verdict ?? 'error'}`);
  });
  evaluations.push(...found);
  seconds.push(...times);
  process.stdout.write(
    `${file}: ${found.length}/${seeds.length}, evaluations ${median(found)} (worst ${Math.max(...found)}), seconds ${median(times)} (worst ${Math.max(...times)})\n`,
  );
}
await pool.close();
process.stdout.write(
  `\n${wanted.length} false claims × ${count} seeds: ${missed.length} missed; evaluations median ${median(evaluations)}, worst ${Math.max(...evaluations)}; seconds median ${median(seconds)}, worst ${Math.max(...seconds)}\n`,
);
for (const m of missed) process.stdout.write(`missed: ${m}\n`);
process.exitCode = missed.length > 0 ? 1 : 0;
