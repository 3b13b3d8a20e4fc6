import { goals } from '../src/claim/goals.ts';
import { loadClaim } from '../src/load.ts';
import { text } from '../src/expr/text.ts';
const { instances } = await loadClaim(process.argv[2]!);
const i = instances[Number(process.argv[3] ?? 0)]!;
for (const g of goals(i)) {
  console.log(g.kind, g.given.map((p) => text(p.left, 300) + p.op + text(p.right, 300)).join('; '));
  for (const p of g.kind === 'relation' ? [g.shows] : g.holds) console.log('  ', text(p.left, 4000), p.op, text(p.right, 4000));
}
