/**
 * π, ln 2 and ln 10 in fixed point, as many bits as asked: what argument reduction subtracts.
 *
 * Trusted. Sums of arctangent series (Machin 1706; 18 artanh 1/26 − 2 artanh 1/4801 + 8 artanh 1/8749) with every
 * division's remainder counted. The longest value computed so far is kept and cut. Costs one series the first time.
 */

/** n·2⁻ʷ ≤ the constant < (n + 2)·2⁻ʷ. */
type Constant = (w: number) => bigint;

/** Σ ±1/((2j+1) x^(2j+1)) in units of 2⁻ʷ, for x ≥ 5: off by less than w units (2.1 for each of w/4 terms). */
function inverseSeries(x: bigint, w: number, alternating: boolean): bigint {
  const square = x * x;
  let power = (1n << BigInt(w)) / x;
  let sum = 0n;
  for (let k = 1n, plus = true; power !== 0n; k += 2n, plus = !plus) {
    sum += plus || !alternating ? power / k : -(power / k);
    power /= square;
  }
  return sum;
}

/** Keeps the longest value; `compute(W)` is within W·2⁷ units of 2⁻ᵂ of the truth. */
function cached(compute: (w: number) => bigint): Constant {
  let length = 0;
  let value = 0n;
  return (w) => {
    if (length < w + 64) {
      const longer = Math.max(2 * length, w + 128);
      value = compute(longer) - (BigInt(longer) << 7n);
      length = longer;
    }
    return value >> BigInt(length - w);
  };
}

export const pi: Constant = cached((w) => 16n * inverseSeries(5n, w, true) - 4n * inverseSeries(239n, w, true));
export const ln2: Constant = cached(
  (w) => 18n * inverseSeries(26n, w, false) - 2n * inverseSeries(4801n, w, false) + 8n * inverseSeries(8749n, w, false),
);
/** ln 10 = 3 ln 2 + ln(5/4) = 3 ln 2 + 2 artanh(1/9). */
export const ln10: Constant = cached((w) => ((3n * ln2(w + 8)) >> 8n) + 2n * inverseSeries(9n, w, false));
