/**
 * Uniform in the unit cube: nothing short, nothing at ends, nothing learnt. What other strategies are measured against.
 */
import type { Ground } from '../ground.ts';
import { decode } from '../space.ts';

export function uniform(g: Ground): void {
  const z = new Float64Array(g.space.axes.length);
  const x = new Float64Array(z.length);
  while (g.left()) {
    for (let i = 0; i < z.length; i++) z[i] = g.stream.double();
    g.evaluate(decode(g.space, z, x));
  }
}
