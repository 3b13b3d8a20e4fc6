import { by, ex, that } from 'counterflow';
import recursion from './recursion.ts';

export default recursion.variant('catapult/output-bound', {
  says: 'The output is at most |f| ≤ √m λ/2 all along: a large output needs a large curvature.',
  status: 'theorem',
  conclude: ({ run, m }) => run.always(({ f, lambda }) => that`abs(${f}) <= sqrt(${m})*${lambda}/2`),
  derivation: ({ run, m }) =>
    by.always(run, ({ u, v, f, lambda }) => [
      by.positive(that`sum((${u} - ${v})^2) >= 0`),
      by.positive(that`sum((${u} + ${v})^2) >= 0`),
      by.ring(that`sqrt(${m})*${lambda}/2 - ${f} = sum((${u} - ${v})^2)/(2*sqrt(${m}))`),
      by.ring(that`sqrt(${m})*${lambda}/2 + ${f} = sum((${u} + ${v})^2)/(2*sqrt(${m}))`),
      by.lemma(
        { f, b: ex`sqrt(${m})*${lambda}/2` },
        {
          from: ({ f, b }) => [that`${b} - ${f} >= 0`, that`${b} + ${f} >= 0`],
          shows: ({ f, b }) => that`abs(${f}) <= ${b}`,
          steps: ({ f, b }) =>
            by.cases(that`abs(${f}) <= ${b}`, {
              between: [f, 0],
              below: by.root(that`abs(${f}) = -${f}`),
              above: by.root(that`abs(${f}) = ${f}`),
            }),
        },
      ),
    ]),
});
