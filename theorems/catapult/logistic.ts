import { and, by, claim, constant, descent, type Expr, ex, real, size, that, vector } from 'counterflow';
import { tanhBelow } from '../_hyperbolic.ts';
import { huang2020 } from '../_papers.ts';
import { sigmoids } from './logistic-line.ts';
import { squaresInOrder } from './squared.ts';

export default claim('catapult/logistic', {
  says: 'Logistic loss on one input with both labels, two layers: if ηλ₀ ≤ 8, |f| never increases, at every width.',
  status: 'theorem',
  source: { ...huang2020, where: 'its degenerate data; thresholds at finite width are ours' },
  notes: 'f = p/√m, p = ⟨u, v⟩, loss ½[ln(1 + e^{−f}) + ln(1 + e^f)] with curvature ¼ at 0, λ = (‖u‖² + ‖v‖²)/m.',
  sizes: { m: size(1, 3) },
  reals: { u: vector('m', '[-4, 4]'), v: vector('m', '[-4, 4]'), eta: real('(0, 8]') },
  constants: { bound: constant('8', { to: '10' }) },
  where: ({ m, u, v, eta }) => {
    const run = descent({
      start: { u, v },
      observe: ({ u, v }) => {
        const f = ex`sum(${u}*${v})/sqrt(${m})`;
        return { f, g: ex`tanh(${f}/2)/2`, lambda: ex`(sum(${u}^2) + sum(${v}^2))/${m}` };
      },
      sums: ({ f, g }) => ({ S: ex`${g}*${f}` }),
      loss: ({ f }) => ex`(ln(1 + exp(-${f})) + ln(1 + exp(${f})))/2`,
      eta,
    });
    return { run, lambda0: run.at(0).lambda };
  },
  assume: ({ eta, lambda0, bound }) => that`${eta}*${lambda0} <= ${bound}`,
  conclude: ({ run }) => run.always(({ f, next }) => that`abs(${next.f}) <= abs(${f})`),
  derivation: ({ run, m, eta, lambda0 }) => [
    by.induction(run, {
      keeps: ({ lambda }) => that`${lambda} <= ${lambda0}`,
      step: (now) => [
        ...step(m, eta, now),
        by.lemma(
          { a: now.lambda, b: now.next.lambda, L: lambda0, h: eta, g: now.g, P: ex`${now.g}*${now.f}` },
          {
            from: ({ a, b, L, h, g, P }) => [
              that`${a} >= 0`,
              that`${P} >= 0`,
              that`4*${g}^2 <= ${P}`,
              that`${h} >= 0`,
              that`${a} <= ${L}`,
              that`${h}*${L} <= 8`,
              that`${b} = ${a} - ${h}/${m}*(4*${P} - ${h}*${a}*${g}^2)`,
            ],
            shows: ({ b, L }) => that`${b} <= ${L}`,
            steps: ({ a, h, g, P }) => [
              by.positive(that`8 - ${h}*${a} >= 0`),
              by.positive(that`(8 - ${h}*${a})*${g}^2 >= 0`),
              by.positive(that`4*${P} - ${h}*${a}*${g}^2 >= 0`),
              by.positive(that`${h}/${m}*(4*${P} - ${h}*${a}*${g}^2) >= 0`),
            ],
          },
        ),
      ],
    }),
    by.always(run, (now) => [
      ...step(m, eta, now),
      by.positive(that`sum((${now.u} - ${now.v})^2) >= 0`),
      by.positive(that`sum((${now.u} + ${now.v})^2) >= 0`),
      by.ring(
        that`${m}*${now.lambda}^2 - 4*${now.f}^2 = sum((${now.u} - ${now.v})^2)*sum((${now.u} + ${now.v})^2)/${m}`,
      ),
      by.positive(that`sum((${now.u} - ${now.v})^2)*sum((${now.u} + ${now.v})^2)/${m} >= 0`),
      by.lemma(
        {
          ...{ a: now.lambda, L: lambda0, h: eta, g: now.g, f: now.f, q: now.next.f },
          ...{ w: ex`sum((${now.u} - ${now.v})^2)*sum((${now.u} + ${now.v})^2)/${m}` },
        },
        {
          from: ({ a, L, h, g, f, q, w }) => [
            that`${a} >= 0`,
            that`${g}*${f} >= 0`,
            that`4*${g}^2 <= ${g}*${f}`,
            that`4*(${g}*${f}) <= ${f}^2`,
            that`${w} >= 0`,
            that`${m}*${a}^2 - 4*${f}^2 = ${w}`,
            that`${h} >= 0`,
            that`${a} <= ${L}`,
            that`${h}*${L} <= 8`,
            that`${q} = ${f} - ${h}*${a}*${g} + ${h}^2*${g}^2*${f}/${m}`,
          ],
          shows: ({ f, q }) => that`abs(${q}) <= abs(${f})`,
          steps: ({ a, h, g, f, q }) => [
            by.positive(that`8 - ${h}*${a} >= 0`),
            by.positive(that`(8 - ${h}*${a})*${g}^2 >= 0`),
            by.positive(that`${a}*(8 - ${h}*${a}) >= 0`),
            by.positive(that`16*(${g}*${f}) <= ${m}*${a}^2`),
            by.positive(that`${h}*(${m}*${a}^2 - 16*(${g}*${f})) >= 0`),
            by.positive(that`${a} - ${h}*(${g}*${f})/${m} >= 0`),
            by.positive(that`2*(${g}*${f}) - ${h}*${a}*${g}^2 >= 0`),
            by.positive(that`${h}^2*${g}^2*(${g}*${f})/${m} >= 0`),
            by.positive(that`2*(${g}*${f}) - ${h}*${a}*${g}^2 + ${h}^2*${g}^2*(${g}*${f})/${m} >= 0`),
            by.positive(
              that`${h}*(${a} - ${h}*(${g}*${f})/${m})*(2*(${g}*${f}) - ${h}*${a}*${g}^2 + ${h}^2*${g}^2*(${g}*${f})/${m}) >= 0`,
            ),
            by.rewrite(
              that`${f}^2 - ${q}^2 = ${h}*(${a} - ${h}*(${g}*${f})/${m})*(2*(${g}*${f}) - ${h}*${a}*${g}^2 + ${h}^2*${g}^2*(${g}*${f})/${m})`,
            ),
            by.positive(that`${q}^2 <= ${f}^2`),
            squaresInOrder(q, f),
          ],
        },
      ),
    ]),
  ],
});

type Named = { readonly [N in 'u' | 'v' | 'f' | 'g' | 'lambda']: Expr };
/** One step of GD through the slope g, and 0 ≤ 4g² ≤ gf ≤ f²/4. */
export const step = (m: number, eta: Expr, { u, v, f, g, next }: Named & { readonly next: Named }) => [
  sigmoids(f),
  by.rewrite(that`${next.u} = ${u} - ${eta}*${g}/sqrt(${m})*${v}`),
  by.rewrite(that`${next.v} = ${v} - ${eta}*${g}/sqrt(${m})*${u}`),
  by.lemma(
    { u, v, g, p: next.u, q: next.v, h: eta, k: ex`${eta}*${g}/sqrt(${m})` },
    {
      from: ({ u, v, g, p, q, h, k }) => [
        that`${k} = ${h}*${g}/sqrt(${m})`,
        that`${p} = ${u} - ${k}*${v}`,
        that`${q} = ${v} - ${k}*${u}`,
      ],
      shows: ({ u, v, g, p, q, h }) => {
        const [f, lambda] = [ex`sum(${u}*${v})/sqrt(${m})`, ex`(sum(${u}^2) + sum(${v}^2))/${m}`];
        return and(
          that`(sum(${p}^2) + sum(${q}^2))/${m} = ${lambda} - ${h}/${m}*(4*(${g}*${f}) - ${h}*${lambda}*${g}^2)`,
          that`sum(${p}*${q})/sqrt(${m}) = ${f} - ${h}*${lambda}*${g} + ${h}^2*${g}^2*${f}/${m}`,
        );
      },
      steps: ({ u, v, p, q, k }) =>
        by.lemma(
          { u, v, p, q, k },
          {
            entries: true,
            from: ({ u, v, p, q, k }) => [that`${p} = ${u} - ${k}*${v}`, that`${q} = ${v} - ${k}*${u}`],
            shows: ({ u, v, p, q, k }) =>
              and(
                that`${p}^2 + ${q}^2 = (1 + ${k}^2)*(${u}^2 + ${v}^2) - 4*${k}*${u}*${v}`,
                that`${p}*${q} = (1 + ${k}^2)*${u}*${v} - ${k}*(${u}^2 + ${v}^2)`,
              ),
          },
        ),
    },
  ),
  by.lemma(
    { x: f, T: ex`tanh(${f}/2)` },
    {
      from: ({ x, T }) => that`${T} = tanh(${x}/2)`,
      shows: ({ x, T }) =>
        and(that`${T}/2*${x} >= 0`, that`4*(${T}/2)^2 <= ${T}/2*${x}`, that`4*(${T}/2*${x}) <= ${x}^2`),
      steps: ({ x, T }) => {
        const wanted = [ex`${T}*${x}`, ex`${T}*(${x}/2 - ${T})`, ex`${x}*(${x}/2 - ${T})`];
        const signs = (x: Expr, T: Expr) => [
          by.lemma(
            { x, T },
            {
              from: ({ x, T }) => [that`${x} >= 0`, that`${T} >= 0`, that`${T} + ${T}^3/3 <= ${x}/2`],
              shows: ({ x, T }) =>
                and(that`${T}*${x} >= 0`, that`${T}*(${x}/2 - ${T}) >= 0`, that`${x}*(${x}/2 - ${T}) >= 0`),
              steps: ({ x, T }) => [by.positive(that`${T}^3/3 >= 0`), by.positive(that`${x}/2 - ${T} >= 0`)],
            },
          ),
        ];
        return [
          by.axiom(that`tanh(-${x}/2) = -tanh(${x}/2)`),
          ...wanted.map((e) =>
            by.cases(that`${e} >= 0`, {
              between: [x, 0],
              below: [
                by.positive(that`-${x} >= 0`),
                by.positive(that`tanh(-${x}/2) >= 0`),
                tanhBelow(ex`-${x}/2`),
                ...signs(ex`-${x}`, ex`tanh(-${x}/2)`),
              ],
              above: [by.positive(that`tanh(${x}/2) >= 0`), tanhBelow(ex`${x}/2`), ...signs(x, ex`tanh(${x}/2)`)],
            }),
          ),
        ];
      },
    },
  ),
];
