import { by, claim, type Expr, ex, matrix, size, sum, that, vector } from 'counterflow';
import { logOfQuotient } from '../_hyperbolic.ts';
import { rammal2022 } from '../_papers.ts';

export default claim('compression/leave-one-out', {
  says: 'Leave one of n + 1 points out: |expected gap| ≤ ((n + 1)/n)√(I/2), I the information of the output about which one.',
  status: 'theorem',
  source: { ...rammal2022, where: 'the quantity; the constant is derived here, not quoted' },
  notes:
    'Fixed data, U uniform on n + 1 indices, a randomised rule with output 1 with chance p_u (else 0), losses ℓ_i(output) in [0, 1]; gap = E[ℓ_U − mean of the other ℓ_i], information in nats.',
  sizes: { n: size(1, 3) },
  reals: { p: vector(4, '(0, 1)'), loss: matrix(4, 2, '[0, 1]') },
  where: ({ n, p, loss }) => {
    const points = [...Array(n + 1).keys()];
    const mean = ex`${sum(points, (u) => p.at(u))}/${n + 1}`;
    const gapAt = (u: number, output: number) =>
      ex`${loss.at(u, output)} - (${sum(points, (i) => loss.at(i, output))} - ${loss.at(u, output)})/${n}`;
    const kl = (a: Expr, b: Expr) => ex`${a}*ln(${a}/${b}) + (1 - ${a})*ln((1 - ${a})/(1 - ${b}))`;
    return {
      gap: ex`${sum(points, (u) => ex`${p.at(u)}*(${gapAt(u, 1)}) + (1 - ${p.at(u)})*(${gapAt(u, 0)})`)}/${n + 1}`,
      information: ex`${sum(points, (u) => kl(p.at(u), mean))}/${n + 1}`,
    };
  },
  conclude: ({ n, gap, information }) => that`2*(${gap}*${n})^2 <= ${information}*${n + 1}^2`,
  // n·gap = Σ (p_u − p̄)δ_u with δ_u the difference of both losses, |δ_u| ≤ 1; so (n·gap)² ≤ (n + 1) Σ (p_u − p̄)², and Pinsker.
  derivation: ({ n, p, loss, gap, information }) => {
    const points = [...Array(n + 1).keys()];
    const mean = ex`${sum(points, (u) => p.at(u))}/${n + 1}`;
    return [
      by.positive(that`${mean} > 0`),
      by.positive(that`${sum(points, (u) => ex`1 - ${p.at(u)}`)} > 0`),
      by.positive(that`1 - ${mean} > 0`),
      ...points.flatMap((u) => [
        pinsker(p.at(u), mean),
        by.lemma(
          { x: ex`${p.at(u)} - ${mean}`, e: ex`${loss.at(u, 1)} - ${loss.at(u, 0)}`, k: divergence(p.at(u), mean) },
          {
            from: ({ x, e, k }) => [that`-1 <= ${e}`, that`${e} <= 1`, that`2*${x}^2 <= ${k}`],
            shows: ({ x, e, k }) => that`2*(${x}*${e})^2 <= ${k}`,
            steps: ({ x, e }) => by.positive(that`${x}^2*(1 - ${e})*(1 + ${e}) >= 0`),
          },
        ),
      ]),
      spread(
        points.map((u) => ex`(${p.at(u)} - ${mean})*(${loss.at(u, 1)} - ${loss.at(u, 0)})`),
        points.map((u) => divergence(p.at(u), mean)),
        ex`${gap}*${n}`,
        information,
      ),
    ];
  },
});

const divergence = (a: Expr, b: Expr) => ex`${a}*ln(${a}/${b}) + (1 - ${a})*ln((1 - ${a})/(1 - ${b}))`;
/** Pinsker's inequality for two coins: 2(a − b)² ≤ KL(a ‖ b). */
const pinsker = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => [that`0 < ${a}`, that`${a} < 1`, that`0 < ${b}`, that`${b} < 1`],
      shows: ({ a, b }) => that`2*(${a} - ${b})^2 <= ${divergence(a, b)}`,
      steps: ({ a, b }) => [
        by.positive(that`1 - ${a} > 0`),
        by.positive(that`1 - ${b} > 0`),
        logOfQuotient(a, b),
        logOfQuotient(ex`1 - ${a}`, ex`1 - ${b}`),
        by.cases(that`2*(${a} - ${b})^2 <= ${divergence(a, b)}`, {
          between: [a, b],
          below: pinskerAbove(ex`1 - ${a}`, ex`1 - ${b}`),
          above: pinskerAbove(a, b),
        }),
      ],
    },
  );
/** For b ≤ a: both sides and their derivatives in a agree at a = b, and the second derivatives differ by (1 − 2a)²/(a(1 − a)). */
const pinskerAbove = (a: Expr, b: Expr) =>
  by.lemma(
    { a, b },
    {
      from: ({ a, b }) => [that`0 < ${b}`, that`${b} <= ${a}`, that`${a} < 1`],
      shows: ({ a, b }) =>
        that`2*(${a} - ${b})^2 <= ${a}*(ln(${a}) - ln(${b})) + (1 - ${a})*(ln(1 - ${a}) - ln(1 - ${b}))`,
      steps: ({ a, b }) => [
        by.positive(that`${a} > 0`),
        by.positive(that`1 - ${a} > 0`),
        by.positive(that`1 - ${b} > 0`),
        by.grows(that`4*(${a} - ${b}) <= ln(${a}) - ln(${b}) - (ln(1 - ${a}) - ln(1 - ${b}))`, {
          slope: ex`(1 - 2*${a})^2/(${a}*(1 - ${a}))`,
        }),
        by.grows(that`2*(${a} - ${b})^2 <= ${a}*(ln(${a}) - ln(${b})) + (1 - ${a})*(ln(1 - ${a}) - ln(1 - ${b}))`, {
          slope: ex`ln(${a}) - ln(${b}) - (ln(1 - ${a}) - ln(1 - ${b})) - 4*(${a} - ${b})`,
        }),
      ],
    },
  );

/** 2y² ≤ k in each of N places gives 2(Σ y)² ≤ N Σ k = N² I. */
const spread = (ys: readonly Expr[], ks: readonly Expr[], G: Expr, I: Expr) => {
  const N = ys.length;
  const names = Object.fromEntries([...ys.map((y, u) => [`y${u}`, y]), ...ks.map((k, u) => [`k${u}`, k])]);
  const places = (all: { readonly [name: string]: Expr }) => ys.map((_, u) => [all[`y${u}`]!, all[`k${u}`]!] as const);
  return by.lemma<string>(
    { ...names, G, I },
    {
      from: (all) => [
        ...places(all).map(([y, k]) => that`2*${y}^2 <= ${k}`),
        that`${all.G!} = ${sum(places(all), ([y]) => y)}`,
        that`${all.I!} = ${sum(places(all), ([, k]) => k)}/${N}`,
      ],
      shows: (all) => that`2*${all.G!}^2 <= ${all.I!}*${N}^2`,
      steps: (all) => {
        const pairs = places(all).flatMap(([y], u) =>
          places(all)
            .slice(0, u)
            .map(([z]) => ex`2*(${y} - ${z})^2`),
        );
        const rest = places(all).map(([y, k]) => ex`${N}*(${k} - 2*${y}^2)`);
        const whole = ex`${sum([...pairs, ...rest], (e) => e)}`;
        return [by.positive(that`${whole} >= 0`), by.rewrite(that`${all.I!}*${N}^2 - 2*${all.G!}^2 = ${whole}`)];
      },
    },
  );
};
