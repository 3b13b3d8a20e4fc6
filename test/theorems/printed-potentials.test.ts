/** Numbers printed with false statements about potentials, flows and their limits. */
import { ex } from 'counterflow';
import { reproduce } from './printed.ts';

reproduce([
  {
    claim: 'flow/loss-over-time-4',
    at: { y: '1', alpha: '1/1000', t: '2.698' },
    prints: [
      ['0.4547003', ({ loss }) => loss],
      ['0.2968753', ({ Q, t }) => ex`${Q}/4/(4*${t})`],
      ['0.5937506', ({ Q, t }) => ex`${Q}/4/(2*${t})`],
      ['3.203878', ({ Q }) => ex`${Q}/4`],
    ],
  },
  {
    claim: 'balance/product-conserved',
    sizes: { d: 1 },
    at: { u: ['1'], v: ['0'], g: [['1/2']], eta: ['1'] },
    prints: [
      ['=3/4', 'left'],
      ['=1', 'right'],
    ],
  },
]);
