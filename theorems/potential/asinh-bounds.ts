import { claim, real, that } from 'counterflow';

export default claim('potential/asinh-bounds', {
  says: 'ln z ≤ asinh(z/2) ≤ ln(1 + z) for z > 0.',
  status: 'theorem',
  reals: { z: real('[1/1000000, 1000000]', { scale: 'log' }) },
  conclude: ({ z }) => that`ln(${z}) <= asinh(${z}/2) <= ln(1 + ${z})`,
});
