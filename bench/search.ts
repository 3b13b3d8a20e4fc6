/**
 * How soon the search finds verified witnesses: false claims of the library × seeds, without committed witnesses, beside
 * uniform random points. Claims about finite systems are decided elsewhere and left out. In the form falsification
 * competitions use: rate, mean, median, worst evaluations and seconds. A miss counts with the whole budget.
 *
 * npm run bench:search -- [part of an id] [--seeds 20] [--budget 200000] [--random [strategy]] [--shard 0/2]
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certifyPoint } from '../src/certify/point.ts';
import { compileInstance } from '../src/claim/program.ts';
import { type LoadedClaim, loadClaim } from '../src/load.ts';
import { type SearchOptions, search } from '../src/search/search.ts';

const LIBRARY = new URL('../theorems', import.meta.url).pathname;
const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '20' },
    budget: { type: 'string', default: '200000' },
    random: { type: 'boolean', default: false },
    strategy: { type: 'string', default: 'uniform' },
    shard: { type: 'string', default: '0/1' },
  },
});
const wanted = positionals.length > 0 ? positionals : [''];
const budget = Number(given.budget);
const [shard, shards] = given.shard.split('/').map(Number) as [number, number];

interface Run {
  readonly found: boolean;
  readonly evaluations: number;
  readonly seconds: number;
}

function once(l: LoadedClaim, seed: number, only: SearchOptions['only']): Run {
  const input = { id: l.claim.id, hash: l.hash, programs: l.instances.map(compileInstance) };
  const start = process.cpuUsage();
  const r = search(input, { seed, runs: budget, certify: certifyPoint, ...(only ? { only } : {}) });
  const { user, system } = process.cpuUsage(start);
  const found = r.found !== undefined;
  return { found, evaluations: found ? r.runs : budget, seconds: (user + system) / 1e6 };
}

const sorted = (a: readonly number[]): readonly number[] => [...a].sort((x, y) => x - y);
const middle = (a: readonly number[]): number => {
  const s = sorted(a);
  return s.length === 0 ? NaN : (s[Math.floor((s.length - 1) / 2)]! + s[Math.floor(s.length / 2)]!) / 2;
};

function line(runs: readonly Run[]): string {
  const found = runs.filter((r) => r.found);
  const evaluations = sorted(runs.map((r) => r.evaluations));
  const seconds = sorted(runs.map((r) => r.seconds));
  const mean = evaluations.reduce((a, b) => a + b, 0) / evaluations.length;
  const [n, s] = [(x: number): string => x.toFixed(0).padStart(7), (x: number): string => x.toFixed(3).padStart(7)];
  const rate = `${found.length}/${runs.length}`.padStart(6);
  return `${rate} ${n(mean)} ${n(middle(evaluations))} ${n(evaluations.at(-1)!)} ${s(middle(seconds))} ${s(seconds.at(-1)!)}`;
}

interface Row {
  readonly id: string;
  readonly ours: readonly Run[];
  readonly random: readonly Run[];
}

const evaluationsOf = (runs: readonly Run[]): number => middle(runs.map((r) => r.evaluations));

/** Claims on which random points need at least so many evaluations. */
const HARD = [20, 100, 1000] as const;

function compared(name: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const ratios = rows.map((r) => evaluationsOf(r.random) / evaluationsOf(r.ours));
  const pooled = (of: (r: Row) => readonly Run[]): string =>
    middle(rows.flatMap(of).map((r) => r.evaluations)).toFixed(0);
  const [more, less] = [ratios.filter((x) => x >= 5).length, ratios.filter((x) => x < 1).length];
  console.log(
    `${name}: ${rows.length} claims, median evaluations ${pooled((r) => r.ours)}, random ${pooled((r) => r.random)}; ` +
      `ratio of the medians of a claim: median ${middle(ratios).toFixed(1)}, at least 5 on ${more}, below 1 on ${less}`,
  );
}

/** Misses, seconds, and how random points compare: on the half of the claims that is hardest for them, and beyond. */
function summary(rows: readonly Row[]): void {
  const all = rows.flatMap((r) => r.ours);
  console.log(`${rows.length} claims, ${all.filter((r) => r.found).length} of ${all.length} runs verified a witness`);
  for (const { id, ours } of rows)
    ours.forEach((r, i) => {
      if (!r.found) console.log(`missed: ${id}, seed ${i + 1}`);
    });
  console.log(
    `median ${middle(all.map((r) => r.seconds)).toFixed(3)} s, worst ${Math.max(...all.map((r) => r.seconds)).toFixed(1)} s of CPU`,
  );
  if (!given.random) return;
  const byRandom = [...rows].sort((a, b) => evaluationsOf(b.random) - evaluationsOf(a.random));
  compared('hard half', byRandom.slice(0, rows.length / 2));
  for (const least of HARD)
    compared(
      `random needs ${least}`,
      rows.filter((r) => evaluationsOf(r.random) >= least),
    );
}

const files = readdirSync(LIBRARY, { recursive: true })
  .map(String)
  .filter((f) => f.endsWith('.ts') && !f.split('/').at(-1)!.startsWith('_') && wanted.some((w) => f.includes(w)))
  .sort()
  .filter((_, i) => i % shards === shard);
console.log(`${'claim'.padEnd(44)}  found    mean  median   worst  median   worst`);
console.log(`${''.padEnd(44)}         evaluations             CPU seconds`);
const rows: Row[] = [];
for (const f of files) {
  const loaded = await loadClaim(join(LIBRARY, f));
  const elsewhere = loaded.instances.some((i) => (i.finite ?? []).length > 0);
  if (loaded.claim.status !== 'refuted' || elsewhere) continue;
  const { id } = loaded.claim;
  const all = Array.from({ length: Number(given.seeds) }, (_, i) => i + 1);
  const ours = all.map((seed) => once(loaded, seed, undefined));
  console.log(`${id.padEnd(44)} ${line(ours)}`);
  const only = given.strategy as SearchOptions['only'];
  const random = given.random ? all.map((seed) => once(loaded, seed, only)) : [];
  if (given.random) console.log(`${`    ${only}`.padEnd(44)} ${line(random)}`);
  rows.push({ id, ours, random });
}
summary(rows);
