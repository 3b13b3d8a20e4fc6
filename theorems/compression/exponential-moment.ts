import { by, claim, ex, real, size, sum, that } from 'counterflow';
import { lotfi2022 } from '../_papers.ts';

const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n, k - 1) * (n - k + 1)) / k);

export default claim('compression/exponential-moment', {
  says: 'n coin flips of mean R: E exp(−λR̂) = (1 − R(1 − e^{−λ/n}))ⁿ, the identity behind PAC-Bayes bounds of Catoni type.',
  status: 'theorem',
  source: { ...lotfi2022, where: 'the bound that it uses' },
  notes: 'R̂ is the mean of n independent 0/1 losses; the expectation is enumerated.',
  sizes: { n: size(1, 6) },
  reals: { R: real('[0, 1]'), lambda: real('[0, 10]') },
  where: ({ n, R, lambda }) => ({
    moment: sum(n + 1, (k) => ex`${binomial(n, k)}*${R}^${k}*(1 - ${R})^(${n} - ${k})*exp(-${lambda}*${k}/${n})`),
  }),
  conclude: ({ n, R, lambda, moment }) => that`${moment} = (1 - ${R}*(1 - exp(-${lambda}/${n})))^${n}`,
  // exp(−λk/n) is the k-th power of exp(−λ/n).
  derivation: ({ n, lambda }) => {
    const one = ex`exp(-${lambda}/${n})`;
    return [
      by.law('expZero'),
      ...[...Array(n).keys()].flatMap((k) => [
        by.law('expAdd', ex`-${lambda}*${k}/${n}`, ex`-${lambda}/${n}`),
        by.rewrite(that`exp(-${lambda}*${k + 1}/${n}) = ${one}^${k + 1}`),
      ]),
    ];
  },
});
