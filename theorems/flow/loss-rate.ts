import { by, claim, constant, ex, flow, matrix, real, size, squared, that, vector } from 'counterflow';
import { woodworth2020 } from '../_papers.ts';

export default claim('flow/loss-rate', {
  says: 'One sample, w = u² − v² with |u_i v_i| ≥ a²: the loss decays at least with the rate 16a²‖x‖².',
  status: 'theorem',
  source: { ...woodworth2020, where: 'its model; rederived' },
  notes: 'Loss ½(⟨x, w⟩ − y)²; the rate at an arbitrary state. 16 is sharp: equality in the limit w → 0 with uv = a².',
  sizes: { d: size(1, 3) },
  reals: {
    x: matrix(1, 'd', '[-1, 1]'),
    y: vector(1, '[-1, 1]'),
    u: vector('d', '[-1, 1]'),
    v: vector('d', '[-1, 1]'),
    a: real('(0, 1]'),
  },
  constants: { c: constant('16', { to: '32' }) },
  where: ({ x, y, u, v }) => {
    const start = flow({
      start: { u, v },
      loss: ({ u, v }) => squared('1/2', x, y)(ex`${u}^2 - ${v}^2`),
    }).at(0);
    return { loss: start.loss, rate: start.rate.loss };
  },
  assume: ({ u, v, a }) => that`abs(${u}*${v}) >= ${a}^2`,
  conclude: ({ x, a, loss, rate, c }) => that`${rate} <= -${c}*${a}^2*norm(${x})^2*${loss}`,
  derivation: ({ x, y, u, v, a, rate }) => {
    const z = x.row(0);
    const r = ex`sum(${z}*(${u}^2 - ${v}^2)) - ${y.at(0)}`;
    return [
      by.lemma(
        { p: u, q: v },
        {
          entries: true,
          shows: ({ p, q }) => that`2*abs(${p}*${q}) <= ${p}^2 + ${q}^2`,
          steps: ({ p, q }) => [
            by.positive(that`(${p} - ${q})^2 >= 0`),
            by.positive(that`(${p} + ${q})^2 >= 0`),
            by.cases(that`2*abs(${p}*${q}) <= ${p}^2 + ${q}^2`, {
              between: [ex`${p}*${q}`, 0],
              below: by.root(that`abs(${p}*${q}) = -(${p}*${q})`),
              above: by.root(that`abs(${p}*${q}) = ${p}*${q}`),
            }),
          ],
        },
      ),
      by.positive(that`${u}^2 + ${v}^2 - 2*${a}^2 >= 0`),
      by.positive(that`4*${r}^2*sum(${z}^2*(${u}^2 + ${v}^2 - 2*${a}^2)) >= 0`),
      by.ring(that`${rate} = -4*${r}^2*sum(${z}^2*(${u}^2 + ${v}^2))`),
    ];
  },
});
