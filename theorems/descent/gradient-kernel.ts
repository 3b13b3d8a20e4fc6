import { by, claim, ex, flow, matrix, size, squared, that, vector } from 'counterflow';

export default claim('descent/gradient-kernel', {
  says: 'w = u∘v: ‖∇L‖² = rᵀKr/n ≥ rᵀX diag(|u² − v²|)Xᵀr/n², so the imbalance is a Polyak–Łojasiewicz constant.',
  status: 'theorem',
  notes: 'Loss ‖Xw − y‖²/(2n), K = X diag(u² + v²) Xᵀ/n. The loss falls along the flow with rate ‖∇L‖².',
  sizes: { n: size(1, 2), d: size(1, 3) },
  reals: {
    X: matrix('n', 'd', '[-1, 1]'),
    y: vector('n', '[-2, 2]'),
    u: vector('d', '[-2, 2]'),
    v: vector('d', '[-2, 2]'),
  },
  where: ({ n, X, y, u, v }) => {
    const start = flow({
      start: { u, v },
      observe: ({ u, v }) => ({ h: ex`${X}'*(${X}*(${u}*${v}) - ${y})/${n}` }),
      loss: ({ u, v }) => squared('1/(2n)', X, y)(ex`${u}*${v}`),
    }).at(0);
    return { g: start.h, loss: start.loss, slope: start.rate.loss };
  },
  conclude: ({ u, v, g, slope }) => [
    that`-${slope} = sum(${g}^2*(${u}^2 + ${v}^2))`,
    that`-${slope} >= sum(${g}^2*abs(${u}^2 - ${v}^2))`,
  ],
  derivation: ({ d, u, v, g, slope }) => [
    by.ring(that`-${slope} = sum(${g}^2*(${u}^2 + ${v}^2))`),
    by.lemma(
      { u, v, g, k: ex`-${slope}` },
      {
        from: ({ u, v, g, k }) => that`${k} = sum(${g}^2*(${u}^2 + ${v}^2))`,
        shows: ({ u, v, g, k }) => that`${k} >= sum(${g}^2*abs(${u}^2 - ${v}^2))`,
        steps: ({ u, v, g }) =>
          [...Array(d).keys()].flatMap((i) => [
            by.cases(that`abs(${u.at(i)}^2 - ${v.at(i)}^2) <= ${u.at(i)}^2 + ${v.at(i)}^2`, {
              between: [ex`${u.at(i)}^2 - ${v.at(i)}^2`, 0],
              below: by.root(that`abs(${u.at(i)}^2 - ${v.at(i)}^2) = -(${u.at(i)}^2 - ${v.at(i)}^2)`),
              above: by.root(that`abs(${u.at(i)}^2 - ${v.at(i)}^2) = ${u.at(i)}^2 - ${v.at(i)}^2`),
            }),
            by.positive(that`${g.at(i)}^2*(${u.at(i)}^2 + ${v.at(i)}^2 - abs(${u.at(i)}^2 - ${v.at(i)}^2)) >= 0`),
          ]),
      },
    ),
  ],
});
