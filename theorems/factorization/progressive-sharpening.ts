import { claim, ex, flow, real, that } from 'counterflow';

export default claim('factorization/progressive-sharpening', {
  says: 'Gradient flow on ½(xy − μ)² while 0 < xy < μ: s = x² + y² grows with rate 4p(μ − p), x² − y² stays.',
  status: 'theorem',
  notes: 'p = xy; the rate at an arbitrary state.',
  reals: { x: real('(0, 2]'), y: real('(0, 2]'), mu: real('(0, 4]') },
  where: ({ x, y, mu }) => {
    const start = flow({
      start: { x, y },
      observe: ({ x, y }) => ({ s: ex`${x}^2 + ${y}^2`, q: ex`${x}^2 - ${y}^2`, p: ex`${x}*${y}` }),
      loss: ({ p }) => ex`(${p} - ${mu})^2/2`,
    }).at(0);
    return { p: start.p, s: start.rate.s, q: start.rate.q };
  },
  assume: ({ p, mu }) => that`${p} < ${mu}`,
  conclude: ({ p, mu, s, q }) => [that`${s} = 4*${p}*(${mu} - ${p})`, that`${s} > 0`, that`${q} = 0`],
});
