import { claim, descent, ex, real, that } from 'counterflow';

export default claim('descent/one-step', {
  says: 'One step on ½(uv − 1)² does not raise the loss when η(u² + v²) ≤ 1/2.',
  status: 'theorem',
  reals: { u: real('[1/100, 3]'), v: real('[1/100, 3]'), eta: real('(0, 4]') },
  where: ({ u, v, eta }) => ({
    run: descent({ start: { u, v }, loss: ({ u, v }) => ex`(${u}*${v} - 1)^2/2`, eta, steps: 1 }),
  }),
  assume: ({ u, v, eta }) => that`${eta}*(${u}^2 + ${v}^2) <= 1/2`,
  conclude: ({ run }) => that`${run.at(1).loss} <= ${run.at(0).loss}`,
});
