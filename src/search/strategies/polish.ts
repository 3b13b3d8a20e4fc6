/**
 * Local polish: moves a violating place into the slack of its assumptions, so that short rationals near it are admissible.
 *
 * A (1+1) evolution strategy on the slack that never gives up the violation. Search tier.
 */
import type { Trace } from '../confirm.ts';
import type { Stream } from '../random.ts';
import { decode, type Space } from '../space.ts';

const STEPS = 200;

/** A place near x that still violates the part and has more slack; undefined when none was found. */
export function repaired(
  s: Space,
  x: Float64Array,
  part: number,
  stream: Stream,
  trace: Trace,
): Float64Array | undefined {
  const d = x.length;
  const start = s.fast.evaluate(x, s.horizon);
  const wanted = start.relative[part]! / 4;
  let [best, slack, sigma] = [Float64Array.from(s.axes, (axis, i) => axis.encode(x[i]!)), start.slack, 1e-3];
  const [z, y] = [new Float64Array(d), new Float64Array(d)];
  let moved = false;
  for (let k = 0; k < STEPS && d > 0; k++) {
    for (let i = 0; i < d; i++) z[i] = Math.min(1, Math.max(0, best[i]! + sigma * stream.normal()));
    const o = s.fast.evaluate(decode(s, z, y), s.horizon);
    trace.evaluations++;
    const wins = o.accepted && o.slack > slack && o.relative[part]! <= wanted;
    sigma = Math.min(0.1, sigma * (wins ? 1.5 : 0.9));
    if (!wins) continue;
    moved = true;
    slack = o.slack;
    best = Float64Array.from(z);
  }
  return moved ? decode(s, best, new Float64Array(d)) : undefined;
}
