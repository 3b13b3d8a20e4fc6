import { claim, type Expr, ex, real, that } from 'counterflow';
import { boche2024 } from '../_papers.ts';

const corners = (a: readonly Expr[], b: readonly Expr[]) => a.flatMap((x) => b.map((y) => ex`${x}*${y}`));
const least = (all: readonly Expr[]) => all.reduce((a, b) => ex`min(${a}, ${b})`);
const most = (all: readonly Expr[]) => all.reduce((a, b) => ex`max(${a}, ${b})`);

export default claim('computable/sign-encloses', {
  says: 'Interval evaluation of (u² − v²)x from approximations encloses the value: a decided sign is right, and 0 stays in when the value is 0.',
  status: 'theorem',
  source: { ...boche2024, where: 'its limits of computability, played as games; this form is ours' },
  notes: 'Approximations with error h: u is known as p + hr, |r| ≤ 1, and so on.',
  unproved: 'cases of max, min and absolute values; no derivation is written yet.',
  reals: {
    u: real('[-1, 1]'),
    v: real('[-1, 1]'),
    x: real('[-1, 1]'),
    a: real('[-1, 1]'),
    b: real('[-1, 1]'),
    c: real('[-1, 1]'),
    h: real('(0, 1/2]', { scale: 'log' }),
  },
  where: ({ u, v, x, a, b, c, h }) => {
    const around = (z: Expr, e: Expr) => [ex`${z} + ${h}*${e} - ${h}`, ex`${z} + ${h}*${e} + ${h}`] as const;
    const [U, V, X] = [around(u, a), around(v, b), around(x, c)];
    const [uu, vv] = [corners(U, U), corners(V, V)];
    const W = [ex`${least(uu)} - ${most(vv)}`, ex`${most(uu)} - ${least(vv)}`];
    return { low: least(corners(W, X)), high: most(corners(W, X)), f: ex`(${u}^2 - ${v}^2)*${x}` };
  },
  conclude: ({ low, high, f }) => that`${low} <= ${f} <= ${high}`,
});
