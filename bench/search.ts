/**
 * How fast the search finds verified witnesses: false claims of the library × seeds, without committed witnesses, beside
 * pure random sampling. Quantized runs and games are decided elsewhere and left out. In the form falsification competitions use: rate, mean, median, worst evaluations and seconds.
 *
 * npx tsx bench/search.ts [part of an id] [seeds] [budget] [--random]
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { certifyPoint } from '../src/certify/point.ts';
import { compileInstance } from '../src/claim/program.ts';
import { type LoadedClaim, loadClaim } from '../src/load.ts';
import { type SearchOptions, search } from '../src/search/search.ts';

const LIBRARY = new URL('../theorems', import.meta.url).pathname;
const words = process.argv.slice(2).filter((w) => !w.startsWith('--'));
const [wanted = '', seeds = '20', budget = '200000'] = words;
const random = process.argv.includes('--random');

interface Run {
  readonly found: boolean;
  readonly evaluations: number;
  readonly seconds: number;
}

function once(l: LoadedClaim, seed: number, only: SearchOptions['only']): Run {
  const input = { id: l.claim.id, hash: l.hash, programs: l.instances.map(compileInstance) };
  const start = performance.now();
  const options = { seed, runs: Number(budget), certify: certifyPoint, ...(only ? { only } : {}) };
  const r = search(input, options);
  return { found: r.found !== undefined, evaluations: r.runs, seconds: (performance.now() - start) / 1000 };
}

const sorted = (a: readonly number[]): readonly number[] => [...a].sort((x, y) => x - y);
function line(runs: readonly Run[]): string {
  const found = runs.filter((r) => r.found);
  const evaluations = sorted(runs.map((r) => r.evaluations));
  const seconds = sorted(runs.map((r) => r.seconds));
  const middle = (a: readonly number[]): number => a[Math.floor(a.length / 2)] ?? NaN;
  const mean = evaluations.reduce((a, b) => a + b, 0) / evaluations.length;
  const [n, s] = [(x: number): string => x.toFixed(0).padStart(7), (x: number): string => x.toFixed(3).padStart(7)];
  const rate = `${found.length}/${runs.length}`.padStart(6);
  return `${rate} ${n(mean)} ${n(middle(evaluations))} ${n(evaluations.at(-1)!)} ${s(middle(seconds))} ${s(seconds.at(-1)!)}`;
}

const files = readdirSync(LIBRARY, { recursive: true })
  .map(String)
  .filter((f) => f.endsWith('.ts') && !f.split('/').at(-1)!.startsWith('_') && f.includes(wanted))
  .sort();
console.log(`${'claim'.padEnd(44)}  found    mean  median   worst  median   worst`);
console.log(`${''.padEnd(44)}         evaluations             seconds`);
for (const f of files) {
  const loaded = await loadClaim(join(LIBRARY, f));
  const elsewhere = loaded.instances.some((i) => (i.finite ?? []).length > 0);
  if (loaded.claim.status !== 'refuted' || elsewhere) continue;
  const all = Array.from({ length: Number(seeds) }, (_, i) => i + 1);
  console.log(`${loaded.claim.id.padEnd(44)} ${line(all.map((seed) => once(loaded, seed, undefined)))}`);
  if (random) console.log(`${'    random'.padEnd(44)} ${line(all.map((seed) => once(loaded, seed, 'sampled')))}`);
}
