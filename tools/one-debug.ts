import { proveInstance } from '../src/claim/replay.ts';
import { loadClaim } from '../src/load.ts';
const [,, file, sizes] = process.argv;
const { instances } = await loadClaim(file!);
const want = JSON.parse(sizes ?? '{}');
for (const i of instances.filter((i) => Object.entries(want).every(([k, v]) => i.choice[k] === v))) {
  const t = performance.now();
  const r = proveInstance(i);
  console.log(JSON.stringify(i.choice), (performance.now() - t).toFixed(0), 'ms', typeof r === 'string' ? r.slice(0, 900) : 'proved ' + r.theorems.map(t => Object.values(t.leaves.rules).reduce((a,b)=>a+b,0)).join());
}
