/** Which claims the kernel proves, in how much CPU time, and what was wanted where it doesn't: `npx tsx tools/prove.ts [paths…]`. */
import { proveInstance } from '../src/claim/replay.ts';
import { findClaims } from '../src/find.ts';
import { loadClaim } from '../src/load.ts';

const { files } = await findClaims(process.argv.slice(2));
const cpu = (): number => process.cpuUsage().user / 1000;
let [proved, provedIn, failedIn] = [0, 0, 0];
for (const file of files) {
  const { claim, instances } = await loadClaim(file);
  const start = cpu();
  const failed = instances.map((i) => [i.choice, proveInstance(i)] as const).find(([, r]) => typeof r === 'string');
  const took = cpu() - start;
  const time = `${took.toFixed(0)} ms`;
  if (failed) failedIn += took;
  else [proved, provedIn] = [proved + 1, provedIn + took];
  const what = failed ? `${JSON.stringify(failed[0])} ${String(failed[1]).slice(0, 600)}` : 'proved';
  if (!(failed && claim.status === 'refuted'))
    process.stdout.write(`${claim.id} (${claim.status}), ${time}: ${what}\n`);
}
process.stdout.write(`${proved} proved in ${provedIn.toFixed(0)} ms; not proved: ${failedIn.toFixed(0)} ms\n`);
