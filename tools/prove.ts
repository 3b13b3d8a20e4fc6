/** Which claims the kernel proves, and what was wanted where it doesn't: `npx tsx tools/prove.ts [paths…]`. */
import { proveInstance } from '../src/claim/replay.ts';
import { findClaims } from '../src/find.ts';
import { loadClaim } from '../src/load.ts';

const { files } = await findClaims(process.argv.slice(2));
let proved = 0;
for (const file of files) {
  const { claim, instances } = await loadClaim(file);
  const start = performance.now();
  const failed = instances.map((i) => [i.choice, proveInstance(i)] as const).find(([, r]) => typeof r === 'string');
  const time = `${(performance.now() - start).toFixed(0)} ms`;
  if (!failed) proved++;
  const what = failed ? `${JSON.stringify(failed[0])} ${String(failed[1]).slice(0, 600)}` : 'proved';
  if (!(failed && claim.status === 'refuted'))
    process.stdout.write(`${claim.id} (${claim.status}), ${time}: ${what}\n`);
}
process.stdout.write(`${proved} proved\n`);
