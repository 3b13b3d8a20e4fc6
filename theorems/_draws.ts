/**
 * All samples of n draws from m equally likely points, and all 2^m error patterns on them: how often some pattern has a risk
 * above a bound on what its sample shows. Which patterns are above is found in doubles; `within` and `above` are the closest
 * cases on either side, for the claim to state.
 */
export interface Case {
  readonly length: number;
  /** Risk times m. */
  readonly risk: number;
  /** Errors among the n draws. */
  readonly errors: number;
}
export interface Draws {
  /** Sequences of draws, of m^n, on which some pattern is above its bound. */
  readonly ways: number;
  /** For each length and each number of errors, the largest risk that is not above. */
  readonly within: readonly Case[];
  /** The smallest that is. */
  readonly above: readonly Case[];
}

const bits = (pattern: number): number => (pattern === 0 ? 0 : (pattern & 1) + bits(pattern >> 1));
const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));

/** Counts of n draws on m points. */
function* samples(m: number, n: number): Generator<readonly number[]> {
  if (m === 1) yield [n];
  else for (let k = 0; k <= n; k++) for (const rest of samples(m - 1, n - k)) yield [k, ...rest];
}

/** `length` of a pattern from its number of errors; `bound` of the risk from length and share of errors. */
export function draws(
  m: number,
  n: number,
  length: (errors: number) => number,
  bound: (length: number, share: number) => number,
): Draws {
  const patterns = Array.from({ length: 2 ** m }, (_, p) => ({ p, risk: bits(p), length: length(bits(p)) }));
  const [within, above] = [new Map<string, Case>(), new Map<string, Case>()];
  let ways = 0;
  for (const counts of samples(m, n)) {
    let some = false;
    for (const { p, risk, length } of patterns) {
      const errors = counts.reduce((e, c, i) => e + (p & (1 << i) ? c : 0), 0);
      const key = `${length} ${errors}`;
      const here = { length, risk, errors };
      if (risk / m > bound(length, errors / n)) {
        some = true;
        if (risk < (above.get(key)?.risk ?? Number.POSITIVE_INFINITY)) above.set(key, here);
      } else if (risk > (within.get(key)?.risk ?? -1)) within.set(key, here);
    }
    if (some) ways += counts.reduce((f, k) => f / factorial(k), factorial(n));
  }
  return { ways: Math.round(ways), within: [...within.values()], above: [...above.values()] };
}
