import { by, each, ex, that } from 'counterflow';
import product from './product.ts';

export default product.variant('balance/product-shrinks', {
  says: 'If η|g| ≤ √2 at every step, |u² − v²| never grows.',
  status: 'theorem',
  assume: ({ run, d, g, eta }) => run.always(() => each(d, (i) => that`(${eta}*${g.at(i)})^2 <= 2`)),
  conclude: ({ run }) => run.always(({ q, next }) => that`abs(${next.q}) <= abs(${q})`),
  derivation: ({ run, g, eta }) =>
    by.always(run, ({ q, next }) =>
      by.lemma(
        { a: q, b: next.q, y: ex`${eta}*${g}` },
        {
          entries: true,
          from: ({ a, b, y }) => [that`${b} = ${a}*(1 - ${y}^2)`, that`${y}^2 <= 2`],
          shows: ({ a, b }) => that`abs(${b}) <= abs(${a})`,
          steps: ({ a, b, y }) => [
            by.positive(that`2 - ${y}^2 >= 0`),
            by.positive(that`${a}^2*${y}^2*(2 - ${y}^2) >= 0`),
            by.rewrite(that`${a}^2 - ${b}^2 = ${a}^2*${y}^2*(2 - ${y}^2)`),
            by.contradiction(that`abs(${b}) <= abs(${a})`),
          ],
        },
      ),
    ),
});
