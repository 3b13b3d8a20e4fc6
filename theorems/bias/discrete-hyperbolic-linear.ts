import { type Expr, ex, that } from 'counterflow';
import small from './discrete-hyperbolic-small.ts';

export default small.variant('bias/discrete-hyperbolic-linear', {
  says: 'While 2η|g| < 1 the mirror variable moves by −4ηg: GD is mirror descent with a slowly changing potential.',
  status: 'refuted',
  conclude: ({ run }) =>
    run.always(({ w, p, x, next }) => {
      const mirror = (w: Expr, p: Expr) => ex`asinh(${w}/(2*abs(${p})))`;
      return that`${mirror}(${next.w}, ${next.p}) = ${mirror}(${w}, ${p}) - 2*${x}`;
    }),
});
