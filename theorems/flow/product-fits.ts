import { claim, ex, real, that } from 'counterflow';
import { azulay2021 } from '../_papers.ts';

export default claim('flow/product-fits', {
  says: 'Gradient flow on one weight w = uv from u = v ≠ 0 fits every label: L ≤ 1/100 after the time 10, for 1 ≤ |y| ≤ 2.',
  status: 'refuted',
  source: { ...azulay2021, where: 'its two-layer model; rederived' },
  notes:
    'Loss ½(w − y)², w(0) = a > 0, w(t) = y/(1 + (y/a − 1)e^{−2yt}): w keeps its sign, so for y < 0 it tends to 0 and L to y²/2.',
  reals: { a: real('[1/100, 2]'), y: real('[-2, 2]'), t: real('[10, 20]') },
  where: ({ a, y, t }) => {
    const w = ex`${y}/(1 + (${y}/${a} - 1)*exp(-2*${y}*${t}))`;
    return { w, loss: ex`(${w} - ${y})^2/2` };
  },
  assume: ({ y }) => that`abs(${y}) >= 1`,
  conclude: ({ loss }) => that`${loss} <= 1/100`,
});
