import { by, claim, ex, real, that } from 'counterflow';

export default claim('factorization/no-stable-minimum', {
  says: 'If ημ > 1, no minimum xy = μ is linearly stable: ηs > 2 for all of them.',
  status: 'theorem',
  notes: 'Loss ½(xy − μ)², s = x² + y² is the sharpness of the minimum.',
  reals: { x: real('(0, 4]'), mu: real('(0, 4]'), eta: real('(0, 4]') },
  where: ({ x, mu }) => ({ y: ex`${mu}/${x}` }),
  assume: ({ mu, eta }) => that`${eta}*${mu} > 1`,
  conclude: ({ x, y, eta }) => that`${eta}*(${x}^2 + ${y}^2) > 2`,
  derivation: ({ x, y, mu, eta }) => [
    by.ring(that`${x}*${y} = ${mu}`),
    by.lemma(
      { x, y, k: mu, h: eta },
      {
        from: ({ x, y, k, h }) => [that`${x}*${y} = ${k}`, that`${h} > 0`, that`${h}*${k} > 1`],
        shows: ({ x, y, h }) => that`${h}*(${x}^2 + ${y}^2) > 2`,
        steps: ({ x, y, k, h }) => [
          by.rewrite(that`${h}*(${x}^2 + ${y}^2) = ${h}*(${x} - ${y})^2 + 2*${h}*${k}`),
          by.positive(that`${h}*(${x} - ${y})^2 >= 0`),
        ],
      },
    ),
  ],
});
