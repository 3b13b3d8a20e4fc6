/**
 * Random points from fast-check's generators over our rational arbitraries, in small batches.
 */

import { sample } from '../arbitraries.ts';
import type { Ground } from '../ground.ts';
import { approximate } from '../simple.ts';

const BATCH = 100;

export function sampled(g: Ground): void {
  const of = g.space.axes.map((axis) => axis.of);
  const x = new Float64Array(of.length);
  while (g.left())
    for (const place of sample(of, BATCH, g.stream.next() | 0)) {
      if (!g.left()) return;
      for (let i = 0; i < x.length; i++) x[i] = approximate(place[i]!);
      g.evaluate(x);
    }
}
