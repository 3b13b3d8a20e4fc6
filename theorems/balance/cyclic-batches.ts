import { claim, ex, integer, matrix, real, sgd, size, that, vector } from 'counterflow';

export default claim('balance/cyclic-batches', {
  says: 'SGD on w = u∘v that takes two batches in turn: each step multiplies u² − v² by 1 − η²g², g the gradient of its own batch.',
  status: 'theorem',
  notes: 'A batch is a 0/1 vector b over two samples, its loss ½ Σ b·(Xw − y)². Exact at every step of every epoch.',
  sizes: { d: size(1, 2) },
  reals: {
    X: matrix(2, 'd', '[-1, 1]'),
    y: vector(2, '[-1, 1]'),
    first: vector(2, integer(0, 1)),
    second: vector(2, integer(0, 1)),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
    eta: real('(0, 1]'),
  },
  where: ({ X, y, first, second, u, v, eta }) => ({
    run: sgd({
      start: { u, v },
      batches: [first, second],
      observe: ({ u, v, batch }) => {
        const r = ex`${X}*(${u}*${v}) - ${y}`;
        return { g: ex`${X}'*(${batch}*${r})`, full: ex`${X}'*${r}` };
      },
      loss: ({ u, v, batch }) => ex`sum(${batch}*(${X}*(${u}*${v}) - ${y})^2)/2`,
      eta,
    }),
  }),
  conclude: ({ run, eta }) =>
    run.always(({ u, v, g, next }) => that`${next.u}^2 - ${next.v}^2 = (1 - ${eta}^2*${g}^2)*(${u}^2 - ${v}^2)`),
  derivation: 'ring',
});
