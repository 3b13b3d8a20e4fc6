/**
 * Against Hypothesis and numpy on the same claims, in one run: CPU seconds, ours to a verified witness, theirs to a first
 * violation in doubles that nobody has verified. Imports and start-up count for neither. `npm run bench:hypothesis`
 *
 * [part of an id] [--seeds 10] [--cap 60] [--save F]: a run of Hypothesis without violation ends after `cap` CPU seconds;
 * every run is appended to F, and runs already there are not repeated.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { certifyPoint } from '../../src/certify/point.ts';
import { compileInstance } from '../../src/claim/program.ts';
import { loadClaim } from '../../src/load.ts';
import { search } from '../../src/search/search.ts';

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '10' },
    cap: { type: 'string', default: '60' },
    save: { type: 'string' },
  },
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

/** Runs made so far, by who, claim, seed and cap. */
const saved = new Map<string, Run>();
if (given.save && existsSync(given.save))
  for (const line of readFileSync(given.save, 'utf8').split('\n').filter(Boolean)) {
    const { key, run } = JSON.parse(line) as { key: string; run: Run };
    saved.set(key, run);
  }

async function once(key: string, make: () => Run | Promise<Run>): Promise<Run> {
  const run = saved.get(key) ?? (await make());
  if (given.save && !saved.has(key)) appendFileSync(given.save, `${JSON.stringify({ key, run })}\n`);
  return run;
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

/** Where Hypothesis needs more than 2 s or misses: ten times sooner, nothing missed. Elsewhere: under half a second. */
function kept(mine: readonly Run[], peer: readonly Run[]): boolean {
  if (mine.some((r) => !r.found)) return false;
  const slow = middle(peer) > 2 || peer.some((r) => !r.found);
  return slow ? middle(peer) >= 10 * middle(mine) : middle(mine) < 0.5;
}

console.log(`${'claim'.padEnd(36)}  ours  median    worst   Hypothesis  median    worst   ratio of medians`);
for (const id of CLAIMS.filter((c) => positionals.length === 0 || positionals.some((w) => c.includes(w)))) {
  const [mine, peer]: [Run[], Run[]] = [[], []];
  for (let seed = 1; seed <= Number(given.seeds); seed++) {
    mine.push(await once(`ours ${id} ${seed}`, () => ours(id, seed)));
    peer.push(await once(`Hypothesis ${id} ${seed} ${given.cap}`, () => theirs(id, seed)));
  }
  const ratio = `${peer.some((r) => !r.found) ? '>' : ' '}${(middle(peer) / middle(mine)).toFixed(1)}`.padStart(7);
  console.log(`${id.padEnd(36)} ${shown(mine)}   ${shown(peer)}   ${ratio} ${kept(mine, peer) ? '' : '  not kept'}`);
}
