import { ex, that } from 'counterflow';
import band from './classify-band.ts';

export default band.variant('quantized/classify-band-l2', {
  says: 'The same with ‖w‖₂ in place of ‖w‖₁.',
  status: 'refuted',
  conclude: ({ f, rounded, w, s }) => that`abs(${f} - ${rounded}) <= ${ex`norm(${w})*${s}/2`}`,
});
