/**
 * Which short closed form lies in a bracket: p/q, (p + q√n)/r, multiples of π, e, ln 2 and the like. A guess, never a verdict.
 *
 * Candidates are tried from the simplest on; one is named only when that many candidates would hardly hit so short a
 * bracket by chance. Doubles are enough: a bracket is much wider than their rounding. Some 10⁵ candidates, made once.
 */

export interface Guess {
  readonly text: string;
  readonly value: number;
  /** How many candidates at least as simple are expected in a bracket of this width by chance. */
  readonly chance: number;
}

interface Candidate {
  readonly text: string;
  readonly value: number;
  readonly weight: number;
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
const bits = (n: number): number => Math.log2(1 + Math.abs(n));
const squarefree = (n: number): boolean => ![4, 9, 25].some((s) => n % s === 0);

function* rationals(): Generator<Candidate> {
  for (let q = 1; q <= 64; q++)
    for (let p = 1; p <= 256; p++)
      if (gcd(p, q) === 1) yield { text: q === 1 ? `${p}` : `${p}/${q}`, value: p / q, weight: bits(p) + 2 * bits(q) };
}

const times = (q: number, root: string): string => (Math.abs(q) === 1 ? root : `${Math.abs(q)}*${root}`);

function surd(p: number, q: number, n: number, r: number): Candidate {
  const root = times(q, `sqrt(${n})`);
  const top = p === 0 ? `${q < 0 ? '-' : ''}${root}` : `${p} ${q < 0 ? '-' : '+'} ${root}`;
  const text = r === 1 ? top : p === 0 ? `${top}/${r}` : `(${top})/${r}`;
  return { text, value: (p + q * Math.sqrt(n)) / r, weight: 1 + bits(p) + bits(q) + bits(n) + 2 * bits(r) };
}

function* surds(): Generator<Candidate> {
  for (let n = 2; n <= 31; n++)
    if (squarefree(n))
      for (let r = 1; r <= 8; r++)
        for (let q = -8; q <= 8; q++)
          for (let p = -16; p <= 16; p++) if (q !== 0 && gcd(gcd(p, q), r) === 1) yield surd(p, q, n, r);
}

const NUMBERS: readonly (readonly [text: string, value: number])[] = [
  ['pi', Math.PI],
  ['pi^2', Math.PI ** 2],
  ['1/pi', 1 / Math.PI],
  ['sqrt(pi)', Math.sqrt(Math.PI)],
  ['exp(1)', Math.E],
  ['exp(-1)', 1 / Math.E],
  ['ln(2)', Math.LN2],
  ['ln(3)', Math.log(3)],
  ['1/ln(2)', Math.LOG2E],
];

function* multiples(): Generator<Candidate> {
  for (const [name, value] of NUMBERS)
    for (let q = 1; q <= 16; q++)
      for (let p = 1; p <= 32; p++)
        if (gcd(p, q) === 1) {
          const top = times(p, name);
          yield { text: q === 1 ? top : `${top}/${q}`, value: (p * value) / q, weight: 3 + bits(p) + 2 * bits(q) };
        }
}

let made: readonly Candidate[] | undefined;
function candidates(): readonly Candidate[] {
  made ??= [...rationals(), ...surds(), ...multiples()].sort((a, b) => a.weight - b.weight);
  return made;
}

let last: { readonly a: number; readonly b: number; readonly list: readonly Candidate[] } | undefined;
function between(a: number, b: number): readonly Candidate[] {
  if (last?.a !== a || last.b !== b) last = { a, b, list: candidates().filter((c) => c.value >= a && c.value <= b) };
  return last.list;
}

const UNLIKELY = 1 / 20;

/**
 * The simplest closed form in [low, high], of those between `from` and `to` (in any order), where it can hardly be chance.
 * Negative constants are guessed by their absolute values.
 */
export function closedForm(low: number, high: number, from: number, to: number): Guess | undefined {
  if (high <= 0) {
    const g = closedForm(-high, -low, -from, -to);
    return g && { ...g, text: `-(${g.text})`, value: -g.value };
  }
  const [a, b] = [Math.min(from, to), Math.max(from, to)];
  const inRange = between(a, b);
  const rank = inRange.findIndex((c) => c.value >= low && c.value <= high);
  if (rank < 0) return undefined;
  const { text, value } = inRange[rank]!;
  const chance = ((rank + 1) * (high - low)) / (b - a);
  return chance <= UNLIKELY ? { text, value, chance } : undefined;
}
