import { claim, type Expr, each, ex, flow, matrix, product, size, sum, that, vector } from 'counterflow';
import { bah2019 } from '../_papers.ts';

export default claim('deep-linear/singular-value-speed', {
  says: 'Depth N, balanced: a singular value moves with the speed −Nσ^{2−2/N} uᵀGv, and the flow scales entry ij of G by Σ_p σ_i^{2(N−p)/N} σ_j^{2(p−1)/N}.',
  status: 'theorem',
  source: { ...bah2019, where: 'its flow of the product, at balanced factors' },
  notes:
    'In the bases of the singular vectors: all layers diag(s), σ = s^N, G the gradient there. The speed of a simple σ_r is entry rr of that of X; the powers of XᵀX have the traces Σσ².',
  sizes: { N: size(1, 4), d: size(1, 3) },
  reals: { s: vector('d', '(0, 2]'), G: matrix('d', 'd', '[-2, 2]') },
  where: ({ N, s, G }) => {
    const layers = [...Array(N).keys()];
    const start = flow({
      start: Object.fromEntries(layers.map((l) => [`W${l}`, ex`diag(${s})`])) as { readonly [name: string]: Expr },
      observe: (state) => {
        const X = product(layers, (l) => state[`W${l}`]!);
        return { X, square: ex`trace(${X}'*${X})` };
      },
      loss: ({ X }) => ex`trace(${G}'*${X!})`,
    }).at(0);
    const scale = (i: number, j: number) => sum(N, (p) => ex`${s.at(i)}^(2*(${N} - 1 - ${p}))*${s.at(j)}^(2*${p})`);
    return { speed: start.rate.X!, square: start.rate.square!, scale };
  },
  conclude: ({ N, d, s, G, speed, square, scale }) => [
    each(d, (r) => that`${speed.at(r, r)} = -${N}*${s.at(r)}^(2*${N} - 2)*${G.at(r, r)}`),
    each(d, (i) => each(d, (j) => that`${speed.at(i, j)} = -${scale(i, j)}*${G.at(i, j)}`)),
    that`${square} = -2*${N}*${sum(d, (r) => ex`${s.at(r)}^(3*${N} - 2)*${G.at(r, r)}`)}`,
  ],
});
