/**
 * The shape of an evolution strategy's steps: a factor A of the covariance and its inverse, updated by rank one.
 *
 * Igel, Suttorp, Hansen 2006 (success) and Arnold, Hansen 2012 (constraints). O(d²) a sample and an update.
 */
import type { Stream } from '../random.ts';

export interface Shape {
  /** A·z for a new normal z. Valid until the next call. */
  readonly sample: (s: Stream) => Float64Array;
  /** The last sample was an improvement. */
  readonly succeeded: (rate: number) => void;
  /** The last sample broke an assumption. */
  readonly blocked: () => void;
}

/** A and A⁻¹, row by row. */
interface Factor {
  readonly d: number;
  readonly a: Float64Array;
  readonly inverse: Float64Array;
}

const identity = (d: number): Float64Array =>
  Float64Array.from({ length: d * d }, (_, i) => (i % (d + 1) === 0 ? 1 : 0));

function times(m: Float64Array, v: Float64Array, out: Float64Array): void {
  const d = v.length;
  for (let i = 0; i < d; i++) {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += m[i * d + j]! * v[j]!;
    out[i] = sum;
  }
}

/** A ← A(αI + βwwᵀ), given v = Aw. */
function update(f: Factor, alpha: number, beta: number, w: Float64Array, v: Float64Array): void {
  const { d, a, inverse } = f;
  let square = 0;
  for (let i = 0; i < d; i++) square += w[i]! * w[i]!;
  const back = beta / (alpha + beta * square);
  for (let j = 0; j < d; j++) {
    let row = 0;
    for (let i = 0; i < d; i++) row += w[i]! * inverse[i * d + j]!;
    for (let i = 0; i < d; i++) {
      inverse[i * d + j] = (inverse[i * d + j]! - back * w[i]! * row) / alpha;
      a[i * d + j] = alpha * a[i * d + j]! + beta * v[i]! * w[j]!;
    }
  }
}

function draw(s: Stream, z: Float64Array): Float64Array {
  for (let i = 0; i < z.length; i++) z[i] = s.normal();
  return z;
}

/** A shape in d dimensions; one that is not `learning` stays a ball. */
export function shape(d: number, learning: boolean): Shape {
  const z = new Float64Array(d);
  if (!learning) return { sample: (s) => draw(s, z), succeeded: () => {}, blocked: () => {} };
  const f: Factor = { d, a: identity(d), inverse: identity(d) };
  const [move, path, wall, w] = [new Float64Array(d), new Float64Array(d), new Float64Array(d), new Float64Array(d)];
  return {
    sample: (s) => {
      times(f.a, draw(s, z), move);
      return move;
    },
    succeeded: (rate) => succeed(f, move, path, w, rate),
    blocked: () => block(f, move, wall, w),
  };
}

function succeed(f: Factor, move: Float64Array, path: Float64Array, w: Float64Array, rate: number): void {
  const { d } = f;
  const c = 2 / (d + 2);
  const quiet = rate < 0.44 ? Math.sqrt(c * (2 - c)) : 0;
  for (let i = 0; i < d; i++) path[i] = (1 - c) * path[i]! + quiet * move[i]!;
  times(f.inverse, path, w);
  let square = 0;
  for (let i = 0; i < d; i++) square += w[i]! * w[i]!;
  if (!(square > 1e-12) || !Number.isFinite(square)) return;
  const learn = 2 / (d * d + 6);
  const alpha = Math.sqrt(1 - learn);
  update(f, alpha, (alpha / square) * (Math.sqrt(1 + (learn * square) / (1 - learn)) - 1), w, path);
}

function block(f: Factor, move: Float64Array, wall: Float64Array, w: Float64Array): void {
  const { d } = f;
  const c = 1 / (d + 2);
  for (let i = 0; i < d; i++) wall[i] = (1 - c) * wall[i]! + c * move[i]!;
  times(f.inverse, wall, w);
  let square = 0;
  for (let i = 0; i < d; i++) square += w[i]! * w[i]!;
  if (!(square > 1e-12) || !Number.isFinite(square)) return;
  update(f, 1, -0.1 / (d + 2) / square, w, wall);
}
