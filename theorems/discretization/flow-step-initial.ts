import { claim, ex, real, that } from 'counterflow';
import { elkabetz2021 } from '../_papers.ts';

export default claim('discretization/flow-step-initial', {
  says: 'The same with γ = |L′(u₀)|, the slope at the start only: |u(t) − (u₀ − tL′(u₀))| ≤ M|L′(u₀)|t²/2.',
  status: 'refuted',
  source: { ...elkabetz2021, where: 'the local error in its bound of descent against the flow' },
  notes:
    'L = ½(u² − 1)² from 0 < u₀ ≤ 1, where |L″| ≤ 4 along the flow, explicit in u² = u₀²/(u₀² + (1 − u₀²)e^{−4t}). Near the saddle u = 0 the slope grows along the flow.',
  reals: { x: real('[1/100, 1]'), t: real('(0, 2]') },
  where: ({ x, t }) => ({
    slope: ex`2*${x}*(${x}^2 - 1)`,
    after: ex`${x}/sqrt(${x}^2 + (1 - ${x}^2)*exp(-4*${t}))`,
  }),
  conclude: ({ x, t, slope, after }) => that`abs(${after} - (${x} - ${t}*${slope})) <= 4*abs(${slope})*${t}^2/2`,
});
