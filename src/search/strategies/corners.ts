/**
 * Ends of the domains and very short values, alone and together: where written counterexamples live.
 */
import type { Ground } from '../ground.ts';

/** Every coordinate at an end, at 0, 1, −1 or another of the shortest few; half of the places have equal coordinates. */
export function corners(g: Ground): void {
  const { space, stream } = g;
  const x = new Float64Array(space.axes.length);
  const choices = space.axes.map((axis) => {
    const short = axis.shortNumbers().subarray(0, 6);
    return Float64Array.from(new Set([axis.low, axis.high, ...short]));
  });
  while (g.left()) {
    const equal = stream.below(2) === 0;
    const turn = stream.next();
    for (let i = 0; i < x.length; i++) {
      const list = choices[i]!;
      x[i] = list[equal && stream.below(4) > 0 ? turn % list.length : stream.below(list.length)]!;
    }
    g.evaluate(x);
  }
}
