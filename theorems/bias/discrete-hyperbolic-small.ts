import { type Expr, each, ex, that } from 'counterflow';
import hyperbolic from './discrete-hyperbolic.ts';

export default hyperbolic.variant('bias/discrete-hyperbolic-small', {
  says: 'While 2η|g| < 1 the mirror variable ln|u/v| of w = u² − v² moves by −2 artanh(2ηg) in a step.',
  status: 'theorem',
  assume: ({ run, d }) => [
    run.always(({ p }) => that`${p} != 0`),
    run.always(({ x }) => each(d, (i) => that`${x.at(i)}^2 < 1`)),
  ],
  conclude: ({ run }) =>
    run.always(({ w, p, x, next }) => {
      const mirror = (w: Expr, p: Expr) => ex`asinh(${w}/(2*abs(${p})))`;
      return that`${mirror}(${next.w}, ${next.p}) = ${mirror}(${w}, ${p}) - 2*atanh(${x})`;
    }),
});
