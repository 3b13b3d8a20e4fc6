import { claim, oneOf, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

export default claim('quantized/weight-grid', {
  says: 'u, v in {−M, …, M} give 51, 187, 687 different weights u² − v² for M = 7, 15, 31, with gaps up to 5, 9, 13.',
  status: 'theorem',
  source: { ...boche2024, where: 'its quantized training; these exact statements are ours' },
  notes:
    'The grid of u² − v² is not uniform: 225, 961, 3969 states. The number of different networks is what a union bound needs.',
  sizes: { M: oneOf(7, 15, 31) },
  where: ({ M }) => {
    const bound = Number(M);
    const reach = new Set<number>();
    for (let a = 0; a <= bound; a++) for (let b = 0; b <= bound; b++) reach.add(a * a - b * b);
    const sorted = [...reach].sort((a, b) => a - b);
    const gap = Math.max(...sorted.slice(1).map((w, i) => w - sorted[i]!));
    return { distinct: reach.size, gap };
  },
  conclude: ({ M, distinct, gap }) => {
    const known: { readonly [m: number]: readonly [number, number] } = { 7: [51, 5], 15: [187, 9], 31: [687, 13] };
    const [count, widest] = known[Number(M)]!;
    return [that`${distinct} = ${count}`, that`${gap} = ${widest}`];
  },
});
