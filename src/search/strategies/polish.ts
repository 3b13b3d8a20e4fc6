/**
 * Local polish: moves a violating place into the slack of its assumptions, so that short rationals near it are admissible.
 *
 * A (1+1) evolution strategy on the slack that never gives up the violation. Search tier.
 */
import type { Trace } from '../confirm.ts';
import type { Stream } from '../random.ts';
import { decode, type Space } from '../space.ts';

const STEPS = 200;
type Place = Float64Array;

const inUnit = (z: number): number => Math.min(1, Math.max(0, z));

/** A place near x that still violates the part and has more slack; undefined when none was found. */
export function repaired(s: Space, x: Float64Array, part: number, random: Stream, trace: Trace): Place | undefined {
  const start = s.fast.evaluate(x, s.horizon);
  const wanted = start.relative[part]! / 4;
  let [best, slack, sigma] = [Float64Array.from(s.axes, (axis, i) => axis.encode(x[i]!)), start.slack, 1e-3];
  const y = new Float64Array(x.length);
  let moved = false;
  for (let k = 0; k < STEPS && x.length > 0; k++) {
    const z = best.map((b) => inUnit(b + sigma * random.normal()));
    const o = s.fast.evaluate(decode(s, z, y), s.horizon);
    trace.evaluations++;
    const wins = o.accepted && o.slack > slack && o.relative[part]! <= wanted;
    sigma = Math.min(0.1, sigma * (wins ? 1.5 : 0.9));
    if (wins) [best, slack, moved] = [z, o.slack, true];
  }
  return moved ? decode(s, best, y) : undefined;
}
