import { by, ex, that } from 'counterflow';
import squared from './squared.ts';

export default squared.variant('catapult/settling-step', {
  says: 'A step that does not raise |f| ≠ 0 has ηλ ≤ 2 + η²f²/m: a run that settles without hitting f = 0 settles where ηλ ≤ 2.',
  status: 'theorem',
  assume: ({ run, p0 }) => [that`${p0} != 0`, that`abs(${run.at(1).p}) <= abs(${p0})`],
  conclude: ({ m, eta, p0, lambda0 }) => that`${eta}*${lambda0} <= 2 + ${eta}^2*${p0}^2/${m}^2`,
  derivation: ({ run, m, eta, p0, lambda0 }) => [
    by.ring(that`${run.at(1).p} = ${p0}*(1 - ${eta}*${lambda0} + ${eta}^2*${p0}^2/${m}^2)`),
    by.lemma(
      { p: p0, q: run.at(1).p, k: lambda0, h: eta },
      {
        from: ({ p, q, k, h }) => [
          that`${p} != 0`,
          that`abs(${q}) <= abs(${p})`,
          that`${q} = ${p}*(1 - ${h}*${k} + ${h}^2*${p}^2/${m}^2)`,
        ],
        shows: ({ p, k, h }) => that`${h}*${k} <= 2 + ${h}^2*${p}^2/${m}^2`,
        steps: ({ p, q, k, h }) => [
          by.positive(that`abs(${q})^2 <= abs(${p})^2`),
          by.ring(that`abs(${q})^2 = ${q}^2`),
          by.ring(that`abs(${p})^2 = ${p}^2`),
          by.positive(that`${q}^2 <= ${p}^2`),
          by.positive(that`${p}^2 > 0`),
          by.lemma(
            { P: ex`${p}^2`, Q: ex`${q}^2`, j: ex`${h}*${k} - ${h}^2*${p}^2/${m}^2` },
            {
              from: ({ P, Q, j }) => [that`${P} > 0`, that`${Q} <= ${P}`, that`${Q} = ${P}*(1 - ${j})^2`],
              shows: ({ j }) => that`${j} <= 2`,
              steps: ({ P, Q, j }) =>
                by.contradiction(that`${j} <= 2`, [
                  by.positive(that`${j} > 0`),
                  by.positive(that`${P}*${j}*(${j} - 2) > 0`),
                  by.rewrite(that`${Q} - ${P} = ${P}*${j}*(${j} - 2)`),
                ]),
            },
          ),
        ],
      },
    ),
  ],
});
