/**
 * Against Hypothesis and numpy on the same claims, in one run: CPU seconds, ours to a verified witness, theirs to a first
 * violation in doubles that nobody has verified. Imports and start-up count for neither. `npm run bench:hypothesis`
 *
 * [part of an id] [--seeds 10] [--cap 60]: a run of Hypothesis without violation ends after `cap` CPU seconds.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certifyPoint } from '../../src/certify/point.ts';
import { compileInstance } from '../../src/claim/program.ts';
import { loadClaim } from '../../src/load.ts';
import { search } from '../../src/search/search.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', default: '10' }, cap: { type: 'string', default: '60' } },
});
const here = new URL('.', import.meta.url).pathname;
const CLAIMS = [
  'descent/one-step-3-4',
  'bench/one-step-eta-3-72',
  'bench/lands-on-tenths',
  'bench/basin-1-9',
  'factorization/large-step-monotone',
  'descent/tied-no-overshoot-1-04',
  'bias/flow-limit-l1-exact',
  'bias/deep-limit-l1-scale',
  'bias/positive-limit-l1-any-sign',
  'margin/relu-duality-data',
  'sharpness/stable-l1-no-n',
];

interface Run {
  readonly seconds: number;
  readonly found: boolean;
}

function theirs(id: string, seed: number): Run {
  const said = execFileSync('python3', [join(here, 'peer.py'), id, `${seed}`, given.cap], { encoding: 'utf8' });
  const [first] = said.trim().split('\n').at(-1)!.split(' ');
  return first === 'miss' ? { seconds: Number(given.cap), found: false } : { seconds: Number(first), found: true };
}

const BUDGET = 10_000_000;

/** Compiling the claim and certifying the witness count. */
async function ours(id: string, seed: number): Promise<Run> {
  const file = id.startsWith('bench/')
    ? join(here, 'claims', `${id.slice(6)}.ts`)
    : join(here, '../../theorems', `${id}.ts`);
  const loaded = await loadClaim(file);
  const start = process.cpuUsage();
  const programs = loaded.instances.map(compileInstance);
  const r = search({ id: loaded.claim.id, hash: loaded.hash, programs }, { seed, runs: BUDGET, certify: certifyPoint });
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, found: r.found !== undefined };
}

const middle = (runs: readonly Run[]): number => {
  const s = runs.map((r) => r.seconds).sort((a, b) => a - b);
  return (s[Math.floor((s.length - 1) / 2)]! + s[Math.floor(s.length / 2)]!) / 2;
};
const shown = (runs: readonly Run[]): string => {
  const found = `${runs.filter((r) => r.found).length}/${runs.length}`.padStart(6);
  return `${found} ${middle(runs).toFixed(3).padStart(8)} ${Math.max(...runs.map((r) => r.seconds))
    .toFixed(3)
    .padStart(8)}`;
};

console.log(`${'claim'.padEnd(36)}  ours  median    worst   Hypothesis  median    worst   ratio of medians`);
for (const id of CLAIMS.filter((c) => positionals.length === 0 || positionals.some((w) => c.includes(w)))) {
  const seeds = Array.from({ length: Number(given.seeds) }, (_, i) => i + 1);
  const mine: Run[] = [];
  for (const seed of seeds) mine.push(await ours(id, seed));
  const peer = seeds.map((seed) => theirs(id, seed));
  console.log(`${id.padEnd(36)} ${shown(mine)}   ${shown(peer)}   ${(middle(peer) / middle(mine)).toFixed(1)}`);
}
