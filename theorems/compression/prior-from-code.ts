import { and, by, claim, type Expr, ex, size, sum, that, vector } from 'counterflow';
import { logBelow, logOfProduct, logOfQuotient } from '../_hyperbolic.ts';
import { lotfi2022 } from '../_papers.ts';

export default claim('compression/prior-from-code', {
  says: 'Prefix code lengths l ≥ 1 give a prior ∝ 2^{−l}/l² at which a single network has KL ≤ l ln 2 + 2 ln l.',
  status: 'theorem',
  source: { ...lotfi2022, where: 'its prior from code lengths' },
  notes:
    'The lengths satisfy Kraft, Σ 2^{−l} ≤ 1, so the prior has mass at most 1 before it is normalised. Lengths need not be whole.',
  sizes: { H: size(1, 4) },
  reals: { l: vector('H', '[1, 12]') },
  where: ({ H, l }) => {
    const weight = (h: number) => ex`exp(-ln(2)*${l.at(h)})/${l.at(h)}^2`;
    return {
      weight,
      kraft: sum(H, (h) => ex`exp(-ln(2)*${l.at(h)})`),
      kl: (h: number) => ex`ln(${sum(H, weight)}) - ln(${weight(h)})`,
    };
  },
  assume: ({ kraft }) => that`${kraft} <= 1`,
  conclude: ({ H, l, kl }) =>
    Array.from({ length: H }, (_, h) => that`${kl(h)} <= ${l.at(h)}*ln(2) + 2*ln(${l.at(h)})`),
  derivation: ({ H, l, weight }) => {
    const all = [...Array(H).keys()];
    const mass = sum(H, weight);
    return [
      ...all.flatMap((h) => [
        by.lemma(
          { x: l.at(h) },
          {
            from: ({ x }) => that`${x} >= 1`,
            shows: ({ x }) =>
              and(
                that`exp(-ln(2)*${x})/${x}^2 > 0`,
                that`exp(-ln(2)*${x})/${x}^2 <= exp(-ln(2)*${x})`,
                that`ln(exp(-ln(2)*${x})/${x}^2) = -ln(2)*${x} - 2*ln(${x})`,
              ),
            steps: ({ x }) => [
              by.positive(that`${x} > 0`),
              by.positive(that`exp(-ln(2)*${x})*((${x} - 1)*(${x} + 1))/${x}^2 >= 0`),
              by.ring(
                that`exp(-ln(2)*${x}) - exp(-ln(2)*${x})/${x}^2 = exp(-ln(2)*${x})*((${x} - 1)*(${x} + 1))/${x}^2`,
              ),
              by.law('logExp', ex`-ln(2)*${x}`),
              logOfProduct(x, x),
              logOfQuotient(ex`exp(-ln(2)*${x})`, ex`${x}*${x}`),
              by.rewrite(that`ln(${x}*${x}) = 2*ln(${x})`),
              by.ring(that`exp(-ln(2)*${x})/${x}^2 = exp(-ln(2)*${x})/(${x}*${x})`),
            ],
          },
        ),
      ]),
      by.positive(that`${mass} > 0`),
      by.law('expZero'),
      by.lemma(
        {
          M: mass,
          o: ex`exp(0)`,
          ...Object.fromEntries(all.map((h) => [`w${h}`, weight(h)])),
          ...Object.fromEntries(all.map((h) => [`e${h}`, ex`exp(-ln(2)*${l.at(h)})`])),
        } as { readonly [name: string]: Expr },
        {
          from: (x) => [
            ...all.map((h) => that`${x[`w${h}`]!} <= ${x[`e${h}`]!}`),
            that`${sum(all, (h) => x[`e${h}`]!)} <= 1`,
            that`${x.M!} = ${sum(all, (h) => x[`w${h}`]!)}`,
            that`${x.o!} = 1`,
          ],
          shows: (x) => that`${x.M!} <= ${x.o!}`,
        },
      ),
      logBelow(mass, ex`0`),
      ...all.map((h) =>
        by.lemma(
          { M: ex`ln(${mass})`, W: ex`ln(${weight(h)})`, c: ex`ln(2)`, x: l.at(h), z: ex`ln(${l.at(h)})` },
          {
            from: ({ M, W, c, x, z }) => [that`${M} <= 0`, that`${W} = -${c}*${x} - 2*${z}`],
            shows: ({ M, W, c, x, z }) => that`${M} - ${W} <= ${x}*${c} + 2*${z}`,
          },
        ),
      ),
    ];
  },
});
